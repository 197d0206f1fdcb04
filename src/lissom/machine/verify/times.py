"""L5 and L11: times are the handout's, and nobody is rushed."""

from __future__ import annotations

from collections.abc import Iterator

from lissom.machine.model import State
from lissom.machine.verify.entry_kind import Holding, arrivals, circumstance, is_offered, position_above
from lissom.machine.verify.law import Case, Violation
from lissom.routine.model import OpenHold, TimedHold

LENGTHENED = frozenset({"ready", "move", "release", "switch", "rest"})  # twice as long at an easy pace
LEAST_MOVE = 3  # seconds, L11
MOST_CAP = 60  # seconds, a convention, as are those that follow: see docs/conventions.md
MOST_STANDING = 30
RATE_SECONDS = 60
TAKEN = {("rest", "settle"): 30, ("rest", "up"): 30}  # a pain may settle; one sits after the floor
FIXED = frozenset({("rate", ""), *TAKEN})


def times_are_the_handouts(case: Case) -> Iterator[Violation]:
    """L5. Holds last what was chosen or is fixed, none follows another, and no other time is drawn out."""
    for arrival in arrivals(case):
        state = case.graph.states[arrival.number]
        for sentence in (*_seconds_wrong(case, state, arrival.holding), *_next_wrong(case, state)):
            yield Violation(sentence, arrival.path(case.graph), state.stretch, state.position)
    for number, state in case.graph.reachable():
        says = _drawn_out(case, number)
        if says:
            yield Violation(says, case.graph.path(number), state.stretch, state.position)
        for event, there in case.graph.edges[number]:
            wrong = _follows_wrong(state, case.graph.states[there])
            if wrong:
                path = (*case.graph.path(number), *case.graph.walk(number, [event]))
                yield Violation(wrong, path, state.stretch, state.position)


def _drawn_out(case: Case, number: int) -> str | None:
    """Say where a time is longer than what is done and said takes, or a fixed one is any other."""
    state, must = case.graph.states[number], _seconds_of(case, number)
    if must is None or state.seconds is None or state.seconds == must:
        return None
    if (state.kind, circumstance(case, number)) in FIXED:
        return f"A {state.kind} of {state.seconds} s; it lasts {must} s, no more and no less."
    if state.seconds > must:
        return f"A {state.kind} of {state.seconds} s; what is done and said there takes {must} s."
    return None


def _seconds_wrong(case: Case, state: State, holding: Holding) -> Iterator[str]:
    position = case.position(state)
    hold = position.hold if position else None
    name = position.title if position else state.cue.title
    if hold is None:
        yield f"{name} is held; the routine passes through it."
    elif isinstance(hold, OpenHold):
        cap = _cap(case, state, hold)
        if state.seconds != cap or cap > MOST_CAP:
            yield f"{name} is held for {state.seconds} s; the cap is {min(cap, MOST_CAP)} s."
    elif not state.continues and state.seconds != (must := _held_for(case, state, hold, holding)):
        bounds = f"{hold.seconds.least} to {hold.seconds.most} s, here {must} s"
        yield f"{name} is held for {state.seconds} s; the routine gives {bounds}."


def _cap(case: Case, state: State, hold: OpenHold) -> int:
    """The chosen cap, on one's feet never more than 30 s; else the hold's own."""
    chosen, stretch = case.machine.options.get("cap"), case.stretch(state)
    if chosen is None:
        return hold.cap
    return min(int(chosen), MOST_STANDING) if stretch and stretch.posture == "standing" else int(chosen)


def _held_for(case: Case, state: State, hold: TimedHold, holding: Holding) -> int:
    """The least time after an ease; else what a gate that can open now asks for, or the chosen time."""
    if holding == "lower":
        return hold.seconds.least
    above = position_above(case, state)
    if above is not None and above.gate is not None and is_offered(above, state):
        return above.gate.seconds
    choice = case.machine.options.get("hold") or hold.seconds.usual
    return choice if choice in hold.seconds else hold.seconds.usual


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


def nobody_is_rushed(case: Case) -> Iterator[Violation]:
    """L11. A move takes at least 3 s; a timed state as long as its words at 2.5 a second, and as it takes."""
    for number, state in case.graph.reachable():
        if state.seconds is None or state.continues:
            continue
        to_hear = _to_hear(state)
        least = _seconds_of(case, number) or to_hear
        if state.seconds < to_hear:
            words = len(state.cue.say.split())
            says = f"{words} words are said in {state.seconds} s; that needs {to_hear} s."
        elif state.seconds < least:
            says = f"A {state.kind} of {state.seconds} s; it must last {least} s."
        else:
            continue
        yield Violation(says, case.graph.path(number), state.stretch, state.position)


def _to_hear(state: State) -> int:
    return -(-len(state.cue.say.split()) * 2 // 5)


def _seconds_of(case: Case, number: int) -> int | None:
    """Return how long a state lasts that is no hold: what it takes, or its words, at the chosen pace."""
    state = case.graph.states[number]
    if state.kind == "rate":
        return RATE_SECONDS  # fixed, whatever is said meanwhile
    if state.kind not in LENGTHENED and state.kind != "advise":
        return None
    slow = 2 if case.machine.options.get("pace") == "easy" and state.kind in LENGTHENED else 1
    least = LEAST_MOVE if state.kind == "move" else 1
    return max(_to_hear(state), _takes(case, number), least) * slow


def _takes(case: Case, number: int) -> int:
    """Return the seconds that the routine gives to what is done in a state, 0 where it gives none."""
    state, position = case.graph.states[number], case.position(case.graph.states[number])
    stretch, how = case.stretch(state), circumstance(case, number)
    if stretch is None or state.kind not in LENGTHENED:
        return 0
    if (state.kind, how) in TAKEN:
        return TAKEN[state.kind, how]
    words = {
        ("ready", "stretch"): stretch.ready,
        ("ready", "steady"): stretch.steady,
        ("move", ""): position.move if position else None,
        ("release", "down"): position.release if position else None,
        ("release", "let-go"): stretch.let_go,
        ("switch", ""): stretch.switch,
        ("rest", "between"): stretch.between,
        ("rest", "last"): stretch.rest,
    }.get((state.kind, how))
    return words.takes if words else 0
