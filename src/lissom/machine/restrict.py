"""Leaving stretches out of a machine that is already compiled, with no routine at hand.

The same few lines exist in every player, so that a symptom restricts the next session even
where no server has seen it. Law: what is left is what would have been compiled without them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from lissom.machine.model import Machine, State


def restrict(machine: Machine, left_out: Collection[str], closed: Mapping[str, State]) -> Machine:
    """Return the machine without some stretches.

    Every edge into a left-out stretch's ready goes where its skip goes; what can no longer be
    reached is dropped. Where no stretch is left, the machine is `closed`: one advice and an end.
    """
    options = {**machine.options, "without": sorted({*machine.options["without"], *left_out})}
    states = _bypass(machine.states, frozenset(left_out))
    reached = _reachable(states, machine.start)
    if not any(state.kind == "hold" for state in reached.values()):
        return replace(machine, options=options, start=next(iter(closed)), states=closed)
    return replace(machine, options=options, states=reached)


def _bypass(states: Mapping[str, State], left_out: frozenset[str]) -> dict[str, State]:
    entries = {name for name, state in states.items() if state.kind == "ready" and state.stretch in left_out}

    def past(target: str) -> str:
        while target in entries:
            target = states[target].on["skip"]
        return target

    if not entries:
        return dict(states)
    return {
        name: replace(state, on={event: past(target) for event, target in state.on.items()})
        if entries.intersection(state.on.values())
        else state
        for name, state in states.items()
    }


def _reachable(states: Mapping[str, State], start: str) -> dict[str, State]:
    seen, waiting = {start}, [start]
    while waiting:
        for target in states[waiting.pop()].on.values():
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return {name: state for name, state in states.items() if name in seen}
