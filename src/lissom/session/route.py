"""The route of a session: the states it passes if all goes as planned, and how far along it is."""

from __future__ import annotations

from dataclasses import dataclass

from lissom.machine.model import Machine, State
from lissom.session.path import Path

# What leads on, the first that there is: the timer, the person's "next", a pain rating that is fine.
_LEADS_ON = ("elapsed", "next", "ok")
_ANSWERS = ("no", "yes")  # of a question, the one that does not lead to an advice
_OFF_THE_ROUTE = frozenset({"advise", "end"})

HoldKey = tuple[str | None, str | None, str | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Count:
    """The how-manieth of how many, both from 1; `number` is 0 before the first."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class RoutePlace:
    """Where in the routine a session is. `stretch` and `side` are None where a state has none."""

    stretch: str | None
    side: str | None
    stretches: Count
    rounds: Count
    repeats: Count
    holds: Count


def route(machine: Machine, state: str) -> tuple[str, ...]:
    """Return the ids of the states from this one on, itself first, up to an end.

    The route is that of `elapsed` or `next`, of no offer taken, and of questions answered safely.
    """
    passed: list[str] = []
    seen: set[str] = set()
    following: str | None = state
    while following is not None and following not in seen:
        passed.append(following)
        seen.add(following)
        following = _following(machine, machine.states[following])
    return tuple(passed)


def hold_key(state: State) -> HoldKey:
    """Return what makes two visits the same hold: its place, side, round and repeat."""
    return (state.stretch, state.position, state.side, state.round, state.repeat)


def planned_holds(machine: Machine, state: str) -> tuple[HoldKey, ...]:
    """Return the holds on the route from a state on, in order, each once."""
    states = (machine.states[name] for name in route(machine, state))
    return tuple(dict.fromkeys(hold_key(s) for s in states if s.kind == "hold"))


def progress_at(machine: Machine, path: Path) -> RoutePlace:
    """Return where in the routine a session is."""
    here = machine.states[path.here.state]
    begun = {hold_key(s) for visit in path.visits if (s := machine.states[visit.state]).kind == "hold"}
    ahead = set(planned_holds(machine, path.here.state)) - begun
    return RoutePlace(
        stretch=here.stretch,
        side=here.side,
        stretches=_count_stretch(machine, here),
        rounds=_count_label(machine, here, "round"),
        repeats=_count_label(machine, here, "repeat"),
        holds=Count(len(begun), len(begun) + len(ahead)),
    )


def _following(machine: Machine, state: State) -> str | None:
    for event in _LEADS_ON:
        if event in state.on:
            return state.on[event]
    for event in _ANSWERS:
        if event in state.on and machine.states[state.on[event]].kind not in _OFF_THE_ROUTE:
            return state.on[event]
    return next((state.on[event] for event in _ANSWERS if event in state.on), None)


def _count_stretch(machine: Machine, here: State) -> Count:
    states = (machine.states[name] for name in route(machine, machine.start))
    stretches = list(dict.fromkeys(s.stretch for s in states if s.stretch))
    number = stretches.index(here.stretch) + 1 if here.stretch in stretches else 0
    return Count(number, len(stretches))


def _count_label(machine: Machine, here: State, label: str) -> Count:
    numbers = [getattr(s, label) or 0 for s in machine.states.values() if s.stretch == here.stretch]
    return Count(getattr(here, label) or 0, max(numbers) if here.stretch else 0)
