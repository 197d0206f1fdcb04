"""L9 and L12: every session ends, and every end says what happened."""

from __future__ import annotations

from collections.abc import Iterator

from lissom.machine.model import Outcome, State
from lissom.machine.verify.asked import changed_question
from lissom.machine.verify.body import Cause, Story, stories
from lissom.machine.verify.graph import Step
from lissom.machine.verify.law import Case, Fault
from lissom.routine.model import Screening

_QUESTION_ENDS = {"emergency": "emergency"}  # the rest end as `screened`


def every_session_ends(case: Case) -> Iterator[Fault]:
    """L9. No cycles; every state is reachable; from every state an end is reachable."""
    graph = case.graph
    cycle = _cycle(case)
    if cycle:
        yield Fault("The session can go round in a circle.", cycle)
    for number, state_id in enumerate(graph.ids):
        if number not in graph.parents:
            yield Fault(f"No path leads to {state_id}.", (), graph.states[number].stretch)
    ends = graph.gather([int(state.kind == "end") for state in graph.states]) if cycle else None
    for number, state in graph.reachable():
        # With no cycle every path comes to a state that leads nowhere, so those alone have to be ends.
        if not (ends[number] if ends else graph.edges[number] or state.kind == "end"):
            yield Fault("From here no end can be reached.", graph.path(number), state.stretch, state.position)


def _cycle(case: Case) -> tuple[Step, ...]:
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


def every_end_says(case: Case) -> Iterator[Fault]:
    """L12. An end names what led to it, and says what to do, whom to contact and the number to call."""
    watch = stories(case)
    for number, state, story in watch:
        for sentence in (*_label_wrong(state, story.cause), *_end_wrong(case, state, story)):
            spot = story.cause.spot if story.cause else None
            place = (spot.stretch, spot.position) if spot else (None, None)
            yield Fault(sentence, watch.path(number, story), *place)


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
    if cause and cause.kind == "symptom":
        yield from _felt_wrong(outcome, cause)
    elif (outcome.symptom, outcome.stretch, outcome.position, outcome.side) != (None,) * 4:
        yield "This end names a symptom or a place, but none led to it."
    for part in _required(case, cause):
        if part not in state.cue.say or part not in (outcome.advice or state.cue.say):
            yield f"This end does not say: {part}"


def _label_wrong(state: State, cause: Cause | None) -> Iterator[str]:
    """From a symptom to the end, every state names the stretch and side that it is about."""
    if cause is None or cause.kind != "symptom" or state.kind == "ready":
        return
    if (state.stretch, state.side) != (cause.spot.stretch, cause.spot.side):
        named, felt = f"{state.stretch} {state.side}", f"{cause.spot.stretch} {cause.spot.side}"
        yield f"This {state.kind} names {named}; {cause.symptom} belongs to {felt}."


def _outcome_kind(case: Case, cause: Cause | None) -> str:
    if cause is None:
        return "finished"
    if cause.kind in {"symptom", "stop"}:
        return "symptom" if cause.kind == "symptom" else "stopped"
    if cause.kind == "unsure":
        return "screened"
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
    advice = _advice(case, cause)
    if advice is not None:
        now, contact = advice
        for part in (now, contact, phrases.emergency):
            yield part.replace("{number}", number)
        if number not in phrases.emergency.replace("{number}", number):
            yield number


def _advice(case: Case, cause: Cause) -> tuple[str, str] | None:
    """Return what to do now and whom to contact, for what took the session out of its course."""
    phrases = case.phrases
    if cause.kind == "symptom":
        advice = case.rules[cause.symptom or ""].advice
        return advice.now, advice.contact
    if cause.kind in {"unsafe", "unsure"}:
        questions = (*case.routine.questions, changed_question(case))
        asked = next(question for question in questions if question.id == cause.question)
        said = asked.unsure or asked.advice if cause.kind == "unsure" else asked.advice
        return said.now, said.contact
    high = phrases.high_after if isinstance(case.routine, Screening) else phrases.high
    phrase = {"high": high, "closed": phrases.closed}.get(cause.kind)
    return (phrase.now, phrase.contact) if phrase else None
