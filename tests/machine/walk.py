"""Walking through a machine as a person would: each test says what happens, in events."""

from __future__ import annotations

from collections.abc import Iterator

from lissom.content import library
from lissom.machine.compile import compile_routine, compile_screening
from lissom.machine.model import Machine, State
from lissom.machine.options import Options
from lissom.machine.step import step


def machine_of(routine: str, **options: object) -> Machine:
    """Return a shipped routine's machine, without the questions unless they are asked for."""
    chosen = {"rate": False, "screened": "an-earlier-log", **options}
    return compile_routine(library.routine(routine), Options(**chosen), library.phrases("en"))  # type: ignore[arg-type]


def screening_of(screening: str, **options: object) -> Machine:
    """Return a screening's machine."""
    return compile_screening(library.screening(screening), Options(**options), library.phrases("en"))  # type: ignore[arg-type]


def walk(machine: Machine, *events: str, start: str | None = None) -> str:
    """Return where some events lead."""
    state = start or machine.start
    for event in events:
        state = step(machine, state, event)
    return state


def onward(machine: Machine, start: str | None = None, **answers: str) -> Iterator[tuple[str, State]]:
    """Go on to the end with no hand but for what waits; `answers` are given once, at the state of that kind.

    In a hold with an offer the answer `hold` is given before the hold is over.
    """
    name = start or machine.start
    while True:
        state = machine.states[name]
        yield name, state
        if state.kind == "end":
            return
        if state.kind == "ask":
            name = state.on["yes" if state.stretch else "no"]
        elif state.kind == "hold" and answers.get("hold", "") in state.on:
            name = state.on[answers["hold"]]
        else:
            name = state.on.get("elapsed") or state.on["next"]


def names(machine: Machine, kind: str, **answers: str) -> list[str]:
    """Return the ids of the states of one kind, in order, on the way with no hand."""
    return [name for name, state in onward(machine, **answers) if state.kind == kind]


def find(machine: Machine, **labels: object) -> str:
    """Return the id of the first state with these labels."""
    return next(
        name
        for name, state in machine.states.items()
        if all(getattr(state, label) == value for label, value in labels.items())
    )
