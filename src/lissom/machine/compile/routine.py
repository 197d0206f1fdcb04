"""The whole of a routine: questions, getting ready, the stretches in order, the ends."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from lissom.machine.advice import consequence_before, contact_words
from lissom.machine.closed_routine import closed_states
from lissom.machine.compile.draft import FINISHED, STOPPED, Draft
from lissom.machine.compile.questions import add_changed, add_questions, add_rate
from lissom.machine.compile.stretch import add_stretch
from lissom.machine.model import HURTS, SERIOUS, Machine, Outcome, State
from lissom.machine.options import Options, settle_options
from lissom.routine.canonical import digest
from lissom.routine.model import Question, Routine, SymptomRule
from lissom.routine.phrases import Phrases

GET_READY = "get-ready"
_digest = lru_cache(maxsize=16)(digest)


def compile_routine(routine: Routine, options: Options, phrases: Phrases) -> Machine:
    """Compile a routine for a person's options. Equal input gives an equal machine.

    Raises:
        OptionRefused: if the routine does not allow an option.
    """
    options = settle_options(routine, options)
    left = [stretch for stretch in routine.stretches if stretch.id not in options.without]
    if options.level == 0 or not left:
        states = closed_states(phrases, options.emergency)
        return _machine(routine, options, "closed.advise", states)
    draft = Draft(options, phrases)
    draft.add_plain_ends()
    following = FINISHED
    for stretch in reversed(left):
        following = add_stretch(draft, routine, stretch, following)
    start = _add_questions(draft, routine, _add_get_ready(draft, routine, following))
    return _machine(routine, options, start, draft.states)


def _machine(routine: Routine, options: Options, start: str, states: dict[str, State]) -> Machine:
    return Machine(routine.id, _digest(routine), options.as_json(), start, states)


def _add_questions(draft: Draft, routine: Routine, leads_to: str) -> str:
    """Ask how it is first and what stands in the way after it, so that the last answer starts the session."""
    if not draft.options.screened:
        start = add_questions(draft, routine.questions, leads_to)
    elif draft.options.asks == "emergency" and (again := emergency_signs(routine)):
        start = add_questions(draft, again, leads_to)
    else:
        start = add_changed(draft, leads_to)
    return add_rate(draft, start, draft.phrases.high) if draft.options.rate else start


def emergency_signs(routine: Routine) -> tuple[Question, ...]:
    """Return the questions about signs of an emergency: those that are put again after high pain."""
    return tuple(question for question in routine.questions if question.kind == "emergency")


def _add_get_ready(draft: Draft, routine: Routine, leads_to: str) -> str:
    cue = draft.cue(draft.phrases.ready.title, routine.get_ready, None)
    told = {str(rule.symptom): _add_told(draft, rule) for rule in routine.symptoms}
    on = {
        "next": leads_to,
        "skip": leads_to,
        "stop": STOPPED,
        HURTS: _add_which(draft, routine, told),
        **told,
    }
    return draft.add(GET_READY, State("ready", cue, on, figure=draft.figure(routine.get_ready, None)))


def _add_which(draft: Draft, routine: Routine, told: dict[str, str]) -> str:
    pain = next(rule for rule in routine.symptoms if rule.symptom == "pain")
    serious = draft.add_serious(f"{GET_READY}.serious", Outcome("emergency"))
    on = {**told, SERIOUS: serious, "stop": f"{GET_READY}.pain.end"}
    return draft.add_which(f"{GET_READY}.{HURTS}.which", on, consequence_before(pain))


def _add_told(draft: Draft, rule: SymptomRule) -> str:
    """A symptom before anything was done belongs to no stretch, so it closes them all."""
    then = consequence_before(rule)
    contact = contact_words(then, rule.symptom, draft.phrases)
    cue = draft.advice(draft.phrases.unwell.title, replace(rule.advice, contact=contact))
    end = draft.add_end(
        f"{GET_READY}.{rule.symptom}.end", cue, Outcome("symptom", rule.symptom, advice=cue.say)
    )
    return draft.add_advice(f"{GET_READY}.{rule.symptom}.told", cue, end, end, then=then)
