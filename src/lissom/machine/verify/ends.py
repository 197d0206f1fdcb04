"""L9 and L12: every session ends, and every end says what happened."""

from __future__ import annotations

from collections.abc import Iterator

from lissom.machine.model import Outcome, State, Then
from lissom.machine.verify.body import Cause, Story, stories
from lissom.machine.verify.graph import PathStep
from lissom.machine.verify.law import Case, Violation
from lissom.machine.verify.question_match import changed_question
from lissom.machine.verify.restriction_laws import taken_by
from lissom.routine.model import Screening
from lissom.routine.phrases import Phrases

_AT_A_SPOT = frozenset({"symptom", "hurts", "serious"})
_QUESTION_ENDS = {"emergency": "emergency"}  # the rest end as `screened`


def every_session_ends(case: Case) -> Iterator[Violation]:
    """L9. No cycles; every state is reachable; from every state an end is reachable."""
    graph = case.graph
    cycle = _cycle(case)
    if cycle:
        yield Violation("The session can go round in a circle.", cycle)
    for number, state_id in enumerate(graph.ids):
        if number not in graph.parents:
            yield Violation(f"No path leads to {state_id}.", (), graph.states[number].stretch)
    ends = graph.gather([int(state.kind == "end") for state in graph.states]) if cycle else None
    for number, state in graph.reachable():
        # With no cycle every path comes to a state that leads nowhere, so those alone have to be ends.
        if not (ends[number] if ends else graph.edges[number] or state.kind == "end"):
            yield Violation(
                "From here no end can be reached.", graph.path(number), state.stretch, state.position
            )


def _cycle(case: Case) -> tuple[PathStep, ...]:
    """Return a path that comes back to one of its own states, or nothing where there is none.

    States are taken away as long as one is left that no other leads to; what stays is on or after
    a cycle, and a state from which only left-over states lead back to itself shows it.
    """
    graph = case.graph
    into = [0] * len(graph.ids)
    for here in graph.order:
        for _, there in graph.edges[here]:
            into[there] += 1
    free = [number for number in graph.order if not into[number]]
    for here in free:
        for _, there in graph.edges[here]:
            into[there] -= 1
            if not into[there]:
                free.append(there)
    if len(free) == len(graph.order):
        return ()
    left = set(graph.order) - set(free)
    for number in (number for number in graph.order if number in left):
        for event, there in graph.edges[number]:
            links = graph.reach([there]) if there in left else {}
            if number in links:
                back = graph.path(number, links)[1:]
                return (*graph.path(number), *graph.walk(number, [event]), *back)
    return ()


def every_end_says(case: Case) -> Iterator[Violation]:
    """L12. An end names what led to it, and says what to do, whom to contact and the number to call."""
    watch = stories(case)
    for number, state, story in watch:
        for sentence in (*_label_wrong(state, story.cause), *_end_wrong(case, state, story)):
            spot = story.cause.spot if story.cause else None
            place = (spot.stretch, spot.position) if spot else (None, None)
            yield Violation(sentence, watch.path(number, story), *place)


def _end_wrong(case: Case, state: State, story: Story) -> Iterator[str]:
    outcome, cause = state.outcome, story.cause
    if state.kind != "end":
        return
    if outcome is None:
        yield "This end does not say how the session ended."
        return
    kind = _outcome_kind(case, cause)
    if outcome.kind != kind:
        yield f"This session ends as {outcome.kind}; what led here makes it {kind}."
    if cause and cause.kind in _AT_A_SPOT:
        yield from _felt_wrong(outcome, cause)
    elif (outcome.symptom, outcome.stretch, outcome.position, outcome.side) != (None,) * 4:
        yield "This end names a symptom or a place, but none led to it."
    for part in _required(case, cause):
        if part not in state.cue.say or part not in (outcome.advice or state.cue.say):
            yield f"This end does not say: {part}"


def _label_wrong(state: State, cause: Cause | None) -> Iterator[str]:
    """From a symptom to the end, every state names the stretch and side that it is about."""
    if cause is None or cause.kind not in _AT_A_SPOT or state.kind == "ready":
        return
    if (state.stretch, state.side) != (cause.spot.stretch, cause.spot.side):
        named, felt = f"{state.stretch} {state.side}", f"{cause.spot.stretch} {cause.spot.side}"
        yield f"This {state.kind} names {named}; {cause.symptom or cause.kind} belongs to {felt}."


_ENDS = {
    "symptom": "symptom",
    "hurts": "symptom",
    "serious": "emergency",
    "stop": "stopped",
    "unsure": "screened",
}


def _outcome_kind(case: Case, cause: Cause | None) -> str:
    if cause is None:
        return "finished"
    if cause.kind in _ENDS:
        return _ENDS[cause.kind]
    kinds = {question.id: question.kind for question in case.routine.questions}
    return _QUESTION_ENDS.get(kinds.get(cause.question or "", ""), "screened")


def _felt_wrong(outcome: Outcome, cause: Cause) -> Iterator[str]:
    spot = cause.spot
    if outcome.symptom != cause.symptom:
        yield f"This end names {outcome.symptom}; it was {cause.symptom} that led here."
    if (outcome.stretch, outcome.position, outcome.side) != tuple(spot):
        named = " ".join(str(part) for part in (outcome.stretch, outcome.position, outcome.side))
        felt = " ".join(str(part) for part in spot)
        yield f"This end names {named}; {cause.symptom} belongs to {felt}."


def _required(case: Case, cause: Cause | None) -> Iterator[str]:
    """Yield every part that the words of an end must contain."""
    phrases, number = case.phrases, str(case.machine.options.get("emergency"))
    if cause is None:
        if isinstance(case.routine, Screening):
            yield from (case.routine.finished, phrases.answered.say)
        else:
            yield phrases.finished.say
        return
    for part in advice_of(case, cause):
        yield part.replace("{number}", number)


def advice_of(case: Case, cause: Cause) -> tuple[str, ...]:
    """Return what must be said: what to do now, whom to contact, the signs of an emergency, the number."""
    phrases = case.phrases
    if cause.kind == "stop":
        return ()
    if cause.kind in {"symptom", "hurts"}:
        return (*_after_symptom(case, cause), phrases.emergency, "{number}")
    if cause.kind in {"unsafe", "unsure"}:
        questions = (*case.routine.questions, changed_question(case))
        asked = next(question for question in questions if question.id == cause.question)
        advice = asked.unsure or asked.advice if cause.kind == "unsure" else asked.advice
        return advice.now, advice.contact, phrases.emergency, "{number}"
    high = phrases.high_after if isinstance(case.routine, Screening) else phrases.high
    said = {"high": high, "closed": phrases.closed, "serious": phrases.serious}[cause.kind]
    return said.now, said.contact, phrases.emergency, "{number}"


def _after_symptom(case: Case, cause: Cause) -> tuple[str, ...]:
    """Return what to do now, and the sentences that its rule asks for: when again, when to contact whom."""
    phrases, symptom, spot = case.phrases, cause.symptom or "", cause.spot
    then = taken_by(case, spot, symptom)
    rule = case.rule(spot.stretch, symptom)
    today = () if symptom == "pain" else (phrases.no_more_today,)
    lasting = getattr(phrases, f"lasting_{symptom}")
    return rule.advice.now, *today, _again(case, then, symptom), *_next_time(phrases, then, symptom), lasting


def _next_time(phrases: Phrases, then: Then, symptom: str) -> tuple[str, ...]:
    """Return what is said where a second time asks for contact: a closed ladder, tingling, dizziness."""
    if then.until == "contact" or then.close:
        return ()
    counted = then.cap_level == 0 or symptom in ("tingling", "dizziness")
    return (phrases.next_time_contact,) if counted else ()


def _again(case: Case, then: Then, symptom: str) -> str:
    """Return when it may be tried again, in the words for that consequence."""
    phrases, stretch = case.phrases, case.stretches.get(then.leave_out or "")
    if then.close:
        return {"contact": phrases.all_until_contact}.get(then.until, phrases.all_until_taken_back)
    if then.until == "contact" and then.cap_level:
        return phrases.until_contact_higher
    if then.until == "contact" and symptom == "dizziness" and stretch and stretch.region == "neck":
        return phrases.until_contact_neck
    return {
        "clean-session": phrases.until_clean_session,
        "taken-back": phrases.until_taken_back,
        "contact": phrases.until_contact,
    }[then.until]
