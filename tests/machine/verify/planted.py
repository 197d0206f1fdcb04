"""Planting a fault: take a machine as it is compiled, and break one thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from lissom.content import library
from lissom.machine.compile import compile_routine, compile_screening
from lissom.machine.model import Machine
from lissom.machine.options import Options
from lissom.machine.verify import Counterexample, verify

PHRASES = library.phrases("en")
SHIPPED = {"ladder": "seated-leg-ladder", "back": "back-spasm"}
SCREENED = {"rate": False, "screened": "an-earlier-log"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is broken in which machine, the laws that notice, and how the shortest path to it ends."""

    title: str
    laws: str
    machine: str
    plant: Callable[[Machine], Machine]
    path: tuple[str, ...]


@cache
def machine_of(name: str) -> Machine:
    """Return the ladder at level 3, the back stretches, either with all its questions, or a screening."""
    if name in SHIPPED:
        options = Options(level=3, **SCREENED)  # type: ignore[arg-type]  # a table of options
        return compile_routine(library.routine(SHIPPED[name]), options, PHRASES)
    if name.startswith("asked "):
        return compile_routine(library.routine(SHIPPED[name.split()[1]]), Options(), PHRASES)
    return compile_screening(library.screening(name), Options(), PHRASES)


def source_of(name: str) -> Any:
    """Return the routine or screening that the machine was compiled from."""
    short = name.split()[-1]
    return library.routine(SHIPPED[short]) if short in SHIPPED else library.screening(name)


def broken_laws(name: str, machine: Machine) -> dict[str, Counterexample]:
    """Return the counterexample of each broken law."""
    results = verify(machine, source_of(name), PHRASES)
    return {result.law.id: result.counterexample for result in results if result.counterexample}


def with_state(machine: Machine, state_id: str, **changes: Any) -> Machine:
    """Return the machine with one state changed."""
    states = {**machine.states, state_id: replace(machine.states[state_id], **changes)}
    return replace(machine, states=states)


def change(*state_ids: str, **changes: Any) -> Callable[[Machine], Machine]:
    """Plant: these states are changed; what nothing leads to any more drops out."""

    def plant(machine: Machine) -> Machine:
        for state_id in state_ids:
            machine = with_state(machine, state_id, **changes)
        return prune(machine)

    return plant


def lead_on(*edges: tuple[str, str, str | None]) -> Callable[[Machine], Machine]:
    """Plant: (state, event, target); None takes the event away. What nothing leads to drops out."""

    def plant(machine: Machine) -> Machine:
        for state_id, event, target in edges:
            on = {**machine.states[state_id].on, event: target}
            machine = with_state(machine, state_id, on={e: to for e, to in on.items() if to is not None})
        return prune(machine)

    return plant


def prune(machine: Machine) -> Machine:
    """Leave out what cannot be reached, so that an orphan is not what a law notices."""
    seen, waiting = {machine.start}, [machine.start]
    while waiting:
        for target in machine.states[waiting.pop()].on.values():
            if target in machine.states and target not in seen:
                seen.add(target)
                waiting.append(target)
    return replace(machine, states={name: s for name, s in machine.states.items() if name in seen})


def check_fault(fault: Fault) -> None:
    """Assert that exactly these laws notice, and that the first of them shows the shortest path."""
    broken = broken_laws(fault.machine, fault.plant(machine_of(fault.machine)))
    laws = fault.laws.split()
    assert sorted(broken) == sorted(laws), {law: found.sentence for law, found in broken.items()}
    if not laws or not fault.path:
        return
    assert broken[laws[0]].states[-len(fault.path) :] == fault.path
