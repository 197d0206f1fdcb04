"""L1 and L2: a stop always works, and a symptom lets go at once."""

from __future__ import annotations

from collections.abc import Iterator

from lissom.machine.model import HURTS, SERIOUS, State
from lissom.machine.verify.body import (
    Cause,
    Story,
    felt_events,
    is_loaded,
    leads_as_elapsed,
    lets_go,
    settles,
    stories,
)
from lissom.machine.verify.graph import Watch
from lissom.machine.verify.law import PAIN, Case, Violation


def stop_always_works(case: Case) -> Iterator[Violation]:
    """L1. Every state but an end lists `stop` and each symptom; a stop leads only to its end."""
    watch = stories(case)
    for number, state, story in watch:
        for sentence, events in (
            *_missing(case, state),
            *_stops_wrong(case, number, story),
        ):
            yield Violation(sentence, watch.path(number, story, *events), state.stretch, state.position)


def _missing(case: Case, state: State) -> Iterator[tuple[str, tuple[str, ...]]]:
    if state.kind == "end":
        return
    if "stop" not in state.on:
        yield f"Here a stop does nothing: a {state.kind} must accept it.", ()
    for event in felt_events(case, state.kind):
        if event not in state.on:
            yield f"Here {event} cannot be told: a {state.kind} must accept it.", ()


def _stops_wrong(case: Case, number: int, story: Story) -> Iterator[tuple[str, tuple[str, ...]]]:
    graph, state = case.graph, case.graph.states[number]
    target = state.on.get("stop")
    if target not in graph.number:
        return
    here, events = graph.number[target], ["stop"]
    if is_loaded(case, state) and not lets_go(case, number):
        if not lets_go(case, here):
            yield "Stop leaves the body stretched: a letting go must follow.", ("stop",)
            return
        let_go = graph.states[here]
        if (let_go.stretch, let_go.position, let_go.side) != (state.stretch, state.position, state.side):
            yield "The letting go is that of another stretch, position or side.", ("stop",)
        here = graph.number[graph.states[here].on["elapsed"]]
        events.append("elapsed")
    if graph.states[here].kind == "advise" and not lets_go(case, number):
        onward = {graph.states[here].on.get(event) for event in ("elapsed", "next")}
        events.append("elapsed")
        here = graph.number.get(next(iter(onward)) or "", -1) if len(onward) == 1 else -1
    if here < 0 or graph.states[here].kind != "end":
        yield (
            "After a stop come only a letting go, an advice and an end; something else follows.",
            tuple(events),
        )
    elif not _is_end_of(graph.states[here], story.cause):
        yield f"This stop does not lead to {_end_in_words(story.cause)}.", tuple(events)


def _is_end_of(state: State, cause: Cause | None) -> bool:
    outcome = state.outcome
    if outcome is None:
        return False
    if cause is None or cause.kind == "stop":
        return outcome.kind == "stopped"
    if cause.kind == "serious":
        return outcome.kind == "emergency"
    if cause.kind in {"symptom", "hurts"}:
        felt = (cause.symptom, cause.spot.stretch, cause.spot.side)
        return outcome.kind == "symptom" and felt == (outcome.symptom, outcome.stretch, outcome.side)
    return outcome.kind in {"screened", "emergency", "symptom"}


def _end_in_words(cause: Cause | None) -> str:
    if cause is None or cause.kind == "stop":
        return "the end of a session that was stopped"
    return f"the end of the {cause.symptom} before it" if cause.symptom else "the end of the answer before it"


def symptom_lets_go(case: Case) -> Iterator[Violation]:
    """L2. From a loaded state a symptom leads to a letting go and then to words, else straight to words.

    The words are an advice; after `hurts` they are the question which it was.
    """
    watch = stories(case)
    for number, state, story in watch:
        for event in felt_events(case, state.kind):
            sentence = _symptom_wrong(case, number, story, event)
            if sentence:
                path = watch.path(number, story, event)
                yield Violation(f"{event.capitalize()}: {sentence}", path, state.stretch, state.position)
        if state.kind == "which":
            yield from _serious_wrong(case, watch, number, story)


def _symptom_wrong(case: Case, number: int, story: Story, event: str) -> str | None:
    graph, state = case.graph, case.graph.states[number]
    there = graph.number.get(state.on.get(event, ""), -1)
    if there < 0:
        return None
    target, words = graph.states[there], "which" if event == HURTS else "advise"
    noted = _noted_wrong(case, number, story, event)
    if noted is not None:
        return noted or None
    if is_loaded(case, state) and not lets_go(case, number):
        return _not_a_letting_go(case, state, there, words)
    if story.cause is not None and story.cause.kind == "hurts" and lets_go(case, number):
        return _not_a_letting_go(case, state, there, words)
    if target.kind != words:
        return f"nothing is stretched here, so {_A[words]} must follow, not a {target.kind}."
    return None


_A = {"advise": "an advice", "which": "the question which it was"}


def _noted_wrong(case: Case, number: int, story: Story, event: str) -> str | None:
    """What is wrong where a further symptom changes nothing: "" for nothing; None where it is not so."""
    cause, on = story.cause, case.graph.states[number].on
    if cause is None or cause.kind not in {"symptom", "hurts"}:
        return None
    if lets_go(case, number) and (cause.kind == "symptom" or event == HURTS):
        same = leads_as_elapsed(case, number, event)
        return "" if same else "it must lead where the letting go leads anyway."
    if cause.kind == "symptom" and settles(case, number):
        if event == HURTS:
            return "" if on[HURTS] == on.get(PAIN) else "here it must lead where pain leads."
        target = case.graph.target(number, event)
        if case.rule(cause.spot.stretch, event).ends == "stretch" and target and target.kind == "ask":
            return "" if leads_as_elapsed(case, number, event) else "the wrong question follows."
    return None


def _not_a_letting_go(case: Case, state: State, there: int, words: str) -> str | None:
    target, after = case.graph.states[there], case.graph.target(there, "elapsed")
    if target.kind != "release":
        return f"the body is stretched, so everything must be let go at once; a {target.kind} follows."
    if after is None or after.kind != words:
        return f"{_A[words]} must follow the letting go."
    if (target.stretch, target.position, target.side) != (state.stretch, state.position, state.side):
        return "the letting go is that of another stretch, position or side."
    return None


def _serious_wrong(case: Case, watch: Watch[Story], number: int, story: Story) -> Iterator[Violation]:
    """What is serious leads to an advice that nothing but its end follows."""
    state, target = case.graph.states[number], case.graph.target(number, SERIOUS)
    after = case.graph.machine.states.get(target.on.get("elapsed", "")) if target else None
    if target is None or target.kind != "advise" or after is None or after.kind != "end":
        path = watch.path(number, story, SERIOUS)
        says = "A sign of an emergency leads to its advice, and then to an end."
        yield Violation(says, path, state.stretch, state.position)
