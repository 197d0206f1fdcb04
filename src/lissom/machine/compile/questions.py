"""What is asked before the first stretch: pain, and the screening questions [A4, EVIDENCE 6].

An unsafe answer leads to an advice and an end, and so does *not sure*, with words of its own where the
question has them. No timer answers a question. The health page is no part of a machine: `coach.health`
has it, because who ticks something there goes on with what is left.
"""

from __future__ import annotations

from lissom.machine.closed_routine import advice_cue
from lissom.machine.compile.draft import STOPPED, Draft
from lissom.machine.model import UNSURE, Cue, High, Outcome, State, Then
from lissom.routine.model import Advice, Question
from lissom.routine.phrases import AdvicePhrase

RATE_WAITS = 60  # seconds; a convention, see docs/conventions.md
PAIN_HIGH = High(start=6, rise=2)  # conventions, see docs/conventions.md


def add_rate(draft: Draft, leads_to: str, high: AdvicePhrase) -> str:
    """Add the question how much it hurts, and return its id. A high answer ends the session."""
    phrase, cue = draft.phrases.rate, advice_cue(high, draft.phrases, draft.options.emergency)
    end = draft.add_end("rate.high.end", cue, Outcome("screened", advice=cue.say))
    advise = draft.add_advice("rate.high", cue, end, end, slip=True)
    on = {"ok": leads_to, "high": advise, "skip": leads_to, "elapsed": leads_to, "stop": STOPPED}
    return draft.add(
        "rate", State("rate", Cue(phrase.title, phrase.say, phrase.brief), on, RATE_WAITS, high=PAIN_HIGH)
    )


def add_changed(draft: Draft, leads_to: str) -> str:
    """Add the one question that stands for the whole screening while that is still valid."""
    phrase, cue = (
        draft.phrases.changed,
        advice_cue(draft.phrases.changed_yes, draft.phrases, draft.options.emergency),
    )
    end = draft.add_end("screening.changed.end", cue, Outcome("screened", advice=cue.say))
    advise = draft.add_advice("screening.changed.advise", cue, end, end, slip=True)
    on = {"yes": advise, "no": leads_to, "stop": STOPPED}
    return draft.add("screening.changed", State("ask", Cue(phrase.title, phrase.say, phrase.brief), on))


def is_asked(question: Question) -> bool:
    """Say whether a question is one of a machine."""
    return question.kind != "health"


def add_questions(draft: Draft, questions: tuple[Question, ...], leads_to: str) -> str:
    """Add the questions in order and return the id of the first one, or `leads_to` if none is left."""
    for question in reversed(_uncleared(draft, questions)):
        leads_to = _add_question(draft, question, leads_to)
    return leads_to


def _uncleared(draft: Draft, questions: tuple[Question, ...]) -> list[Question]:
    asked = (q for q in questions if is_asked(q) and q.id not in draft.options.cleared)
    return [q for q in asked if not q.items or _items(draft, q)]


def _items(draft: Draft, question: Question) -> list[str]:
    return [item.words for item in question.items if item.id not in draft.options.cleared]


def _add_question(draft: Draft, question: Question, leads_to: str) -> str:
    safe = "no" if question.unsafe == "yes" else "yes"
    on = {question.unsafe: _add_unsafe(draft, question), safe: leads_to, "stop": STOPPED}
    if question.unsure is not None:
        on[UNSURE] = _add_unsure(draft, question, question.unsure)
    return draft.add(f"screening.{question.id}", State("ask", _question_cue(draft, question), on))


def _add_unsafe(draft: Draft, question: Question) -> str:
    name, is_emergency = f"screening.{question.id}", question.kind == "emergency"
    title = draft.phrases.get_help if is_emergency else draft.phrases.ask_first
    cue = draft.advice(title.title, question.advice)
    outcome = Outcome("emergency" if is_emergency else "screened", advice=cue.say)
    end = draft.add_end(f"{name}.end", cue, outcome)
    return draft.add_advice(f"{name}.advise", cue, end, end, _then(question), slip=True)


def _add_unsure(draft: Draft, question: Question, advice: Advice) -> str:
    """It closes what the unsafe answer closes, and sends nobody to the emergency number."""
    name = f"screening.{question.id}.unsure"
    cue = draft.advice(draft.phrases.ask_first.title, advice)
    end = draft.add_end(f"{name}.end", cue, Outcome("screened", advice=cue.say))
    return draft.add_advice(name, cue, end, end, _then(question), slip=True)


def _question_cue(draft: Draft, question: Question) -> Cue:
    items = [item for item in question.items if item.id not in draft.options.cleared]
    spoken = (item.words for item in items if item.spoken)
    asked = [draft.phrases.item.format(Item=words[:1].upper() + words[1:]) for words in spoken]
    more = [] if all(item.spoken for item in items) else [draft.phrases.unspoken]
    say = " ".join([question.say, *asked, *more])
    return Cue(question.title, say, question.brief, items=tuple(_items(draft, question)))


def _then(question: Question) -> Then | None:
    if question.until is None and question.leave_out is None:
        return None
    if question.close_all:
        return Then(until=question.until or "contact", close="all")
    return Then(until=question.until or "contact", leave_out=question.leave_out)
