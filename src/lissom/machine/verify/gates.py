"""L4 and L7: gates hold, and rungs are climbed one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lissom.machine.model import State
from lissom.machine.verify.body import LOADED_KINDS, lets_go
from lissom.machine.verify.entry_kind import HOLDINGS
from lissom.machine.verify.graph import Watch
from lissom.machine.verify.law import Case, Violation
from lissom.machine.verify.successors import Way, eases_down, way_wrong
from lissom.routine.model import Gate, Position

AWAY = frozenset({"ease", "skip"})  # less, please: no gate opens after it on this side in this round


class OngoingHold(NamedTuple):
    """A hold that is going on, unbroken since it began."""

    position: str
    own_yes: bool = False


class GateTurn(NamedTuple):
    """What a gate asks about: one side in one round, and what came true there."""

    place: tuple[str | None, str | None, int | None] = (None, None, None)
    repeat: int | None = None
    rung: int = 0
    hold: OngoingHold | None = None
    came_true: frozenset[str] = frozenset()  # positions whose gate has opened
    spoiled: bool = False


def gates_hold(case: Case) -> Iterator[Violation]:
    """L4. A position is entered only when every condition came true on this side in this round."""
    states = case.graph.states

    def follow(here: int, turn: GateTurn, event: str, there: int) -> GateTurn:
        return _entered(case, _left(case, states[here], turn, event), states[there])

    watch = Watch(
        case.graph, _entered(case, GateTurn(), states[case.graph.start]) if states else GateTurn(), follow
    )
    for number, state, turn in watch:
        for event in state.on:
            there = case.graph.target(number, event)
            if there is None or there.kind not in LOADED_KINDS:
                continue
            wrong = _gate_wrong(case, _left(case, state, turn, event), there)
            if wrong:
                yield Violation(wrong, watch.path(number, turn, event), there.stretch, there.position)


def _left(case: Case, state: State, turn: GateTurn, event: str) -> GateTurn:
    """Note what leaving a state by an event makes true, or spoils."""
    if event in AWAY or case.tells(event):
        return turn._replace(spoiled=True, hold=None if event != "ease" else turn.hold)
    if state.kind != "hold" or turn.hold is None:
        return turn
    if event in {"yes", "no"}:
        return turn._replace(hold=turn.hold._replace(own_yes=event == "yes"))
    if event != "elapsed":
        return turn._replace(hold=None)
    opened = {p.id for p, gate in _gates(case, state) if _opens(gate, state, turn)}
    return turn._replace(hold=None, came_true=turn.came_true | opened)


def _gates(case: Case, state: State) -> Iterator[tuple[Position, Gate]]:
    stretch = case.stretch(state)
    for position in stretch.positions if stretch else ():
        if position.gate is not None:
            yield position, position.gate


def _opens(gate: Gate, state: State, turn: GateTurn) -> bool:
    hold = turn.hold
    return (
        hold is not None
        and hold.position == gate.held
        and (state.seconds or 0) >= gate.seconds
        and (hold.own_yes or not gate.own_yes)
        and gate.round in (None, state.round)
    )


def _entered(case: Case, turn: GateTurn, state: State) -> GateTurn:
    """Note where the body is once a state is entered; another side or round starts anew."""
    if state.kind == "release":
        return turn._replace(rung=max(case.rung(state) - 1, 0), hold=None)
    if state.kind not in LOADED_KINDS:
        return turn._replace(rung=0, hold=None)
    place, rung = (state.stretch, state.side, state.round), case.rung(state)
    if place != turn.place:
        turn = GateTurn(place)
    if state.repeat != turn.repeat:
        turn = turn._replace(repeat=state.repeat, came_true=frozenset())
    return turn._replace(rung=rung, hold=_held(state, turn))


def _held(state: State, turn: GateTurn) -> OngoingHold | None:
    if state.kind != "hold" or state.position is None:
        return None
    if not state.continues:
        return OngoingHold(state.position)
    return turn.hold if turn.hold and turn.hold.position == state.position else None


def _gate_wrong(case: Case, turn: GateTurn, there: State) -> str | None:
    """Say which condition is missing where a gated position is entered from below."""
    position = case.position(there)
    if position is None:
        return None
    if position.level > case.machine.options.get("level", 0):
        return f"{position.title} is of level {position.level}, which was not opened."
    gate, fresh = position.gate, (there.stretch, there.side, there.round) != turn.place
    if gate is None or (turn.rung >= case.rung(there) and not fresh):
        return None
    if turn.spoiled and not fresh:
        return f"{position.title} is entered although less was asked for on this side in this round."
    if fresh or position.id not in turn.came_true or there.repeat != turn.repeat:
        asks = " and the person's own yes during it" if gate.own_yes else ""
        when = f" in round {gate.round}" if gate.round else ""
        return f"{position.title} is entered without {gate.held} held for {gate.seconds} s{when}{asks} first."
    return None


class Body(NamedTuple):
    """How far up the rungs the body is, on which side, and how it came there."""

    place: tuple[str | None, str | None, int | None, int | None] = (None, None, None, None)
    rung: int = 0
    freed: bool = False  # after a symptom or a stop: all is let go at once
    way: Way = Way()


def rungs_one_at_a_time(case: Case) -> Iterator[Violation]:
    """L7. Up rung by rung, down in reverse; held where it is held; `yes`, `ease`, `skip` as they say."""
    states = case.graph.states

    def follow(here: int, body: Body, event: str, there: int) -> Body:
        freed = event == "stop" or case.tells(event)
        body = body._replace(freed=freed or (body.freed and _is_words(states[here])))
        return _moved(case, body, there, _way(case, states[here], event, states[there]))

    first = _moved(case, Body(), case.graph.start, Way()) if states else Body()
    watch = Watch(case.graph, first, follow)
    for number, state, body in watch:
        for event in state.on:
            there = case.graph.number.get(state.on[event], -1)
            wrong = _step_wrong(case, state, body, event, there) if there >= 0 else None
            if wrong:
                at = states[there]
                yield Violation(wrong, watch.path(number, body, event), at.stretch, at.position)


def _way(case: Case, here: State, event: str, there: State) -> Way:
    if there.kind == "hold":
        return Way(HOLDINGS.get((here.kind, event)))
    return Way(easing=there.kind == "release" and eases_down(case, here, event))


def _step_wrong(case: Case, state: State, body: Body, event: str, there: int) -> str | None:
    wrong = _rung_wrong(case, body, event, there)
    if wrong or body.freed or event == "stop" or case.tells(event):
        return wrong
    climbing = state.kind in LOADED_KINDS or state.kind == "release"
    return way_wrong(case, state, body.way, event, case.graph.states[there]) if climbing else None


def _is_words(state: State) -> bool:
    return state.kind in {"release", "advise", "rest", "ask"}


def _moved(case: Case, body: Body, number: int, way: Way) -> Body:
    state = case.graph.states[number]
    place = (state.stretch, state.side, state.round, state.repeat)
    if state.kind in LOADED_KINDS:
        return Body(place, case.rung(state), way=way)
    if state.kind == "release" and not body.freed:
        return body._replace(rung=case.rung(state) - 1, way=way)
    return Body((None,) * 4, 0, body.freed)


def _rung_wrong(case: Case, body: Body, event: str, there: int) -> str | None:
    """Say what is wrong about entering a state, with the body where it is now."""
    state, rung = case.graph.states[there], case.rung(case.graph.states[there])
    if event == "stop" or case.tells(event) or body.freed:
        return None if state.kind not in LOADED_KINDS else _climb_wrong(state, Body(), rung)
    if state.kind in LOADED_KINDS:
        return _climb_wrong(state, body, rung)
    if state.kind == "release":
        if lets_go(case, there):
            return "Everything is let go at once where nothing asked for it."
        if body.rung != rung or body.place != (state.stretch, state.side, state.round, state.repeat):
            return (
                f"Rung {rung} is let go while the body is on rung {body.rung}: releases go down in reverse."
            )
        return None
    if body.rung:
        return f"A {state.kind} follows while the body is still on rung {body.rung}."
    return None


def _climb_wrong(state: State, body: Body, rung: int) -> str | None:
    place = (state.stretch, state.side, state.round, state.repeat)
    if state.kind == "move" and rung != body.rung + 1:
        return f"A move goes to rung {rung} from rung {body.rung}: rungs are climbed one at a time."
    if state.kind == "hold" and rung != body.rung:
        return f"Rung {rung} is held while the body is on rung {body.rung}."
    if body.rung and place != body.place:
        return "The side, round or repeat changes while the body is still stretched."
    return None
