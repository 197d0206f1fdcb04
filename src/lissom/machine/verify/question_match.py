"""Which question an ask stands for, and which of the routine's questions must be asked.

A question is known by what is said, never by a state's id.
"""

from __future__ import annotations

from lissom.machine.model import State
from lissom.machine.verify.law import Case
from lissom.routine.model import Advice, Question, Screening

CHANGED = "changed"  # the one question that stands for a screening which is still valid


def question_of(case: Case, state: State) -> Question | None:
    """Return the question that an ask before stretching puts, or None where it puts none we know."""
    if state.kind != "ask" or state.stretch is not None:
        return None
    known = (*asked_questions(case), changed_question(case))
    return next((q for q in known if q.title == state.cue.title and state.cue.say.startswith(q.say)), None)


def asked_questions(case: Case) -> tuple[Question, ...]:
    """Return the questions that a machine may put: not the health list, after whose ticks one goes on."""
    return tuple(question for question in case.routine.questions if question.kind != "health")


def changed_question(case: Case) -> Question:
    """Return the question whether anything has changed since the last screening."""
    phrases = case.phrases
    advice = Advice(phrases.changed_yes.now, phrases.changed_yes.contact)
    return Question(
        CHANGED, "history", phrases.changed.title, phrases.changed.say, phrases.changed.brief, advice
    )


def required_questions(case: Case) -> tuple[Question, ...]:
    """Return the questions that must be answered safely before the first move [L10]."""
    options = case.machine.options
    if options.get("screened") and not isinstance(case.routine, Screening):
        signs = tuple(question for question in case.routine.questions if question.kind == "emergency")
        return signs if signs and options.get("asks") == "emergency" else (changed_question(case),)
    cleared = frozenset(options.get("cleared", ()))
    return tuple(question for question in asked_questions(case) if not _is_cleared(question, cleared))


def remaining_items(case: Case, question: Question) -> tuple[str, ...]:
    """Return the words of the items that must be shown: all but the history that was cleared."""
    cleared = frozenset(case.machine.options.get("cleared", ()))
    return tuple(i.words for i in question.items if not (i.history and i.id in cleared))


def _is_cleared(question: Question, cleared: frozenset[str]) -> bool:
    """Only a person's history can be cleared, and only all of it makes a question needless."""
    if not question.items:
        return question.kind == "history" and question.id in cleared
    return all(item.history and item.id in cleared for item in question.items)
