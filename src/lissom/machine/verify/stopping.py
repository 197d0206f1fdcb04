"""L1 and L2: a stop always works, and a symptom lets go at once."""

from __future__ import annotations

from collections.abc import Iterator

from lissom.machine.model import State
from lissom.machine.verify.body import (
    FELT_KINDS,
    Cause,
    Story,
    is_loaded,
    leads_as_elapsed,
    lets_go,
    settles,
    stories,
)
from lissom.machine.verify.law import Case, Fault


def stop_always_works(case: Case) -> Iterator[Fault]:
    """L1. Every state but an end lists `stop` and each symptom; a stop leads only to its end."""
    watch = stories(case)
    for number, state, story in watch:
        for sentence, events in (
            *_missing(case, state),
            *_stops_wrong(case, number, story),
        ):
            yield Fault(sentence, watch.path(number, story, *events), state.stretch, state.position)


def _missing(case: Case, state: State) -> Iterator[tuple[str, tuple[str, ...]]]:
    if state.kind == "end":
        return
    if "stop" not in state.on:
        yield f"Here a stop does nothing: a {state.kind} must accept it.", ()
    for symptom in case.watched if state.kind in FELT_KINDS else ():
        if symptom not in state.on:
            yield f"Here {symptom} cannot be told: a {state.kind} must accept it.", ()


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
        here = graph.number[graph.states[here].on["elapsed"]]
        events.append("elapsed")
    if graph.states[here].kind == "advise":
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
    if cause.kind == "symptom":
        felt = (cause.symptom, cause.spot.stretch, cause.spot.side)
        return outcome.kind == "symptom" and felt == (outcome.symptom, outcome.stretch, outcome.side)
    return outcome.kind in {"screened", "emergency", "symptom"}


def _end_in_words(cause: Cause | None) -> str:
    if cause is None or cause.kind == "stop":
        return "the end of a session that was stopped"
    return f"the end of the {cause.symptom} before it" if cause.symptom else "the end of the answer before it"


def symptom_lets_go(case: Case) -> Iterator[Fault]:
    """L2. From a loaded state a symptom leads to a letting go and an advice, else straight to an advice."""
    watch = stories(case)
    for number, state, story in watch:
        for symptom in case.watched:
            sentence = _symptom_wrong(case, number, story, symptom)
            if sentence:
                path = watch.path(number, story, symptom)
                yield Fault(f"{symptom.capitalize()}: {sentence}", path, state.stretch, state.position)


def _symptom_wrong(case: Case, number: int, story: Story, symptom: str) -> str | None:
    graph, state = case.graph, case.graph.states[number]
    there = graph.number.get(state.on.get(symptom, ""), -1)
    if there < 0:
        return None
    target, cause = graph.states[there], story.cause
    if cause is not None and cause.kind == "symptom":
        if lets_go(case, number):
            same = leads_as_elapsed(case, number, symptom)
            return None if same else "a further symptom must lead where the letting go leads anyway."
        if settles(case, number) and case.rules[symptom].ends == "stretch" and target.kind == "ask":
            return None if leads_as_elapsed(case, number, symptom) else "the wrong question follows."
    if is_loaded(case, state) and not lets_go(case, number):
        return _not_a_letting_go(case, state, there)
    if target.kind != "advise":
        return f"nothing is stretched here, so an advice must follow, not a {target.kind}."
    return None


def _not_a_letting_go(case: Case, state: State, there: int) -> str | None:
    target, after = case.graph.states[there], case.graph.target(there, "elapsed")
    if target.kind != "release":
        return f"the body is stretched, so everything must be let go at once; a {target.kind} follows."
    if after is None or after.kind != "advise":
        return "an advice must follow the letting go."
    if (target.stretch, target.side) != (state.stretch, state.side):
        return "the letting go is that of another stretch or side."
    return None
