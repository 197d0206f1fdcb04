"""How a hold, a rest or a release came about: by the states and events around it, never by its id.

The same position is held once as the routine says, once more gently after an ease, or goes on after
an answer. What must be said there, and for how long, depends on which of these it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lissom.machine.model import State
from lissom.machine.verify.body import lets_go, settles
from lissom.machine.verify.graph import Graph, PathStep
from lissom.machine.verify.law import Case
from lissom.routine.model import Position, Stretch

Holding = Literal["reached", "lower", "taken", "left-alone", "eased"]

FLOOR = "kneeling"

HOLDINGS: dict[tuple[str, str], Holding] = {  # the kind of the state before, and the event
    ("move", "elapsed"): "reached",
    ("release", "elapsed"): "lower",
    ("hold", "yes"): "taken",
    ("hold", "no"): "left-alone",
    ("hold", "ease"): "eased",
}


class Arrival(NamedTuple):
    """A hold, how it is come to, and from which state by which event."""

    number: int
    holding: Holding
    before: int
    event: str

    def path(self, graph: Graph) -> tuple[PathStep, ...]:
        """Return the shortest path that comes to the hold in this way."""
        return (*graph.path(self.before), *graph.walk(self.before, [self.event]))


def arrivals(case: Case) -> Iterator[Arrival]:
    """Yield every way in which a hold can be come to; one that no row knows is for L5 and L7 to tell."""
    graph = case.graph
    for before, state in graph.reachable():
        if state.kind not in {"move", "release", "hold"}:
            continue
        for event, there in graph.edges[before]:
            if graph.states[there].kind == "hold" and (holding := HOLDINGS.get((state.kind, event))):
                yield Arrival(there, holding, before, event)


def circumstance(case: Case, number: int) -> str:
    """Return what sets a state apart from others of its kind: what it leads to, or stands after.

    Of a hold, an advice or an end the path decides; there is none here.
    """
    state = case.graph.states[number]
    if state.kind == "ready":
        return "session" if state.stretch is None else "steady" if number in case.steady else "stretch"
    if state.kind == "ask":
        return "screening" if state.stretch is None else "settled"
    if state.kind == "release":
        return "let-go" if lets_go(case, number) else "down"
    if state.kind == "rest":
        return _rest(case, number)
    return ""


def _rest(case: Case, number: int) -> str:
    """Between two turns; settling; the last of a stretch; and, after one on the floor, up on the chair."""
    state, after = case.graph.states[number], case.graph.target(number, "elapsed")
    if settles(case, number):
        return "settle"
    if after is not None and after.kind in {"move", "switch"}:
        return "between"
    leaves = after is not None and (after.kind == "end" or after.stretch != state.stretch)
    return "up" if leaves and is_on_the_floor(case.stretch(state)) else "last"


def is_on_the_floor(stretch: Stretch | None) -> bool:
    """Whether one gets down for a stretch, and has to get up again after it."""
    return stretch is not None and stretch.posture == FLOOR


def moves_place(case: Case, stretch: Stretch) -> bool:
    """Whether one goes to a stretch from another place: to the floor always, and after any other posture."""
    names = list(case.stretches)
    before = [case.stretches[name].posture for name in names[: names.index(stretch.id)]]
    return stretch.posture == FLOOR or any(posture != stretch.posture for posture in before)


def position_above(case: Case, state: State) -> Position | None:
    """Return the position that comes next on the way up, of the levels that were opened."""
    stretch, rung = case.stretch(state), case.rung(state)
    above = stretch.positions[rung : rung + 1] if stretch and rung else ()
    level = case.machine.options.get("level", 0)
    return next((position for position in above if position.level <= level), None)


def position_below(case: Case, state: State) -> Position | None:
    """Return the position one rung below, if there is one."""
    stretch, rung = case.stretch(state), case.rung(state)
    return stretch.positions[rung - 2] if stretch and rung > 1 else None


def is_offered(position: Position, state: State) -> bool:
    """Whether a position is offered in a hold below it: its gate can open in this round."""
    return position.gate is not None and position.gate.round in (None, state.round)
