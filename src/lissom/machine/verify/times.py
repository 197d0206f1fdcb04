"""L5 and L11: times are the handout's, and nobody is rushed."""

from __future__ import annotations

from collections.abc import Iterator

from lissom.machine.model import State
from lissom.machine.verify.body import lets_go
from lissom.machine.verify.law import Case, Fault
from lissom.routine.model import OpenHold, TimedHold

LENGTHENED = frozenset({"ready", "move", "release", "switch", "rest"})  # twice as long at an easy pace
LEAST_MOVE = 3  # seconds, DESIGN L11
MOST_CAP = 60  # seconds, a convention
MOST_STANDING = 30  # seconds, a convention
UP_SECONDS = 30  # of sitting after the floor, a convention


def times_are_the_handouts(case: Case) -> Iterator[Fault]:
    """L5. Timed holds lie in their range, open holds end at the cap or before, and none follows another."""
    for number, state in case.graph.reachable():
        if state.kind == "hold":
            for sentence in (*_seconds_wrong(case, state), *_next_wrong(case, state)):
                yield Fault(sentence, case.graph.path(number), state.stretch, state.position)
        for event, there in case.graph.edges[number]:
            wrong = _follows_wrong(state, case.graph.states[there])
            if wrong:
                path = (*case.graph.path(number), *case.graph.walk(number, [event]))
                yield Fault(wrong, path, state.stretch, state.position)


def _seconds_wrong(case: Case, state: State) -> Iterator[str]:
    position = case.position(state)
    hold = position.hold if position else None
    name = position.title if position else state.cue.title
    if hold is None:
        yield f"{name} is held; the routine passes through it."
    elif isinstance(hold, OpenHold):
        cap = _cap(case, state, hold)
        if state.seconds != cap or cap > MOST_CAP:
            yield f"{name} is held for {state.seconds} s; the cap is {min(cap, MOST_CAP)} s."
    elif state.seconds not in _allowed(case, state, hold):
        bounds = f"{hold.seconds.least} to {hold.seconds.most} s"
        yield f"{name} is held for {state.seconds} s; the routine gives {bounds}{_as_chosen(case, hold)}."


def _cap(case: Case, state: State, hold: OpenHold) -> int:
    """The chosen cap, on one's feet never more than 30 s; else the hold's own."""
    chosen, stretch = case.machine.options.get("cap"), case.stretch(state)
    if chosen is None:
        return hold.cap
    return min(int(chosen), MOST_STANDING) if stretch and stretch.posture == "standing" else int(chosen)


def _allowed(case: Case, state: State, hold: TimedHold) -> set[int]:
    """The chosen time, the least one (after an ease), and what a gate on this hold asks for."""
    choice = case.machine.options.get("hold") or hold.seconds.usual
    chosen = choice if choice in hold.seconds else hold.seconds.usual
    stretch = case.stretch(state)
    gates = [p.gate for p in (stretch.positions if stretch else ()) if p.gate]
    asked = {gate.seconds for gate in gates if gate.held == state.position}
    return {s for s in {chosen, hold.seconds.least, *asked} if s in hold.seconds}


def _as_chosen(case: Case, hold: TimedHold) -> str:
    choice = case.machine.options.get("hold") or 0
    return f", of which {choice} s was chosen" if choice in hold.seconds else ""


def _next_wrong(case: Case, state: State) -> Iterator[str]:
    position = case.position(state)
    is_open = position is not None and isinstance(position.hold, OpenHold)
    if is_open and "next" not in state.on:
        yield "A hold that lasts as long as is comfortable must list `next`, so that the person can end it."
    if not is_open and "next" in state.on:
        yield "A timed hold lists `next`, so that it could be cut short."


def _follows_wrong(here: State, there: State) -> str | None:
    if there.kind != "hold":
        return None
    if not there.continues:
        return "A hold leads straight into another hold." if here.kind == "hold" else None
    if here.kind != "hold":
        return f"A hold continues, but a {here.kind} comes before it."
    if _what_is_held(here) != _what_is_held(there):
        return "A continuing hold is not of the same position, side, round, repeat and seconds."
    return None


def _what_is_held(state: State) -> tuple[object, ...]:
    return state.stretch, state.position, state.side, state.round, state.repeat, state.seconds


def nobody_is_rushed(case: Case) -> Iterator[Fault]:
    """L11. A move takes at least 3 s; a timed state as long as its words at 2.5 a second, and as it takes."""
    for number, state in case.graph.reachable():
        if state.seconds is None or state.continues:
            continue
        words = len(state.cue.say.split())
        to_hear = -(-words * 2 // 5)
        slow = 2 if case.machine.options.get("pace") == "easy" and state.kind in LENGTHENED else 1
        least = max(to_hear, _takes(case, number), LEAST_MOVE if state.kind == "move" else 0) * slow
        if state.seconds < to_hear:
            says = f"{words} words are said in {state.seconds} s; that needs {to_hear} s."
        elif state.seconds < least:
            says = f"A {state.kind} of {state.seconds} s; it must last {least} s."
        else:
            continue
        yield Fault(says, case.graph.path(number), state.stretch, state.position)


def _is_up(case: Case, number: int) -> bool:
    """Whether a state is the last rest of a stretch on the floor, after which one is somewhere else."""
    state, after = case.graph.states[number], case.graph.target(number, "elapsed")
    stretch = case.stretch(state)
    on_the_floor = stretch is not None and stretch.posture == "kneeling"
    return on_the_floor and after is not None and (after.kind == "end" or after.stretch != state.stretch)


def _takes(case: Case, number: int) -> int:
    """Return the least seconds that the routine gives to what is done in a state."""
    state, position = case.graph.states[number], case.position(case.graph.states[number])
    stretch = case.stretch(state)
    if stretch is None or state.kind not in LENGTHENED:
        return 0
    if state.kind == "move":
        return position.move.takes if position else 0
    if state.kind == "release":
        loose = stretch.let_go if lets_go(case, number) else position.release if position else None
        return loose.takes if loose else 0
    if state.kind == "rest" and _is_up(case, number):
        return UP_SECONDS
    said = {
        "ready": (stretch.steady if number in case.steady else stretch.ready,),
        "switch": (stretch.switch,),
        "rest": (stretch.rest, stretch.between),
    }[state.kind]
    return min((words.takes for words in said if words is not None), default=0)
