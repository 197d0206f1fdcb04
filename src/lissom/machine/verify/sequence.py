"""What follows a way up and down: the next repeat, the other side, the next stretch (a part of L8).

Also where less was asked for: after an ease the next repeat follows, after a skip the other side, and
from a ready that is skipped the stretch after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lissom.machine.model import State
from lissom.machine.verify.body import LOADED_KINDS
from lissom.machine.verify.entry_kind import circumstance, is_on_the_floor
from lissom.machine.verify.graph import Watch
from lissom.machine.verify.law import Case, Violation
from lissom.machine.verify.successors import eases_down
from lissom.routine.model import Stretch

OPPOSITE = {"left": "right", "right": "left"}


class Ascent(NamedTuple):
    """One way up and down."""

    round: int | None
    side: str | None
    repeat: int | None


class Done(NamedTuple):
    """Which turn of a stretch was begun last (none yet: -1), and whether the rest of its side is left out."""

    stretch: str | None = None
    last: int = -1
    skipped: bool = False


def turns_of(case: Case, stretch: Stretch) -> tuple[Ascent, ...]:
    """Return the turns of a stretch in order, as the routine and the options have them."""
    lead = str(case.machine.options.get("lead"))
    sides = (None,) if stretch.sides == "none" else (lead, OPPOSITE.get(lead))
    choice = case.machine.options.get("repeats") or stretch.repeats.usual
    repeats = choice if choice in stretch.repeats else stretch.repeats.usual
    return tuple(
        Ascent(number, side, repeat)
        for number in range(1, stretch.rounds.usual + 1)
        for side in sides
        for repeat in range(1, repeats + 1)
    )


def turns_follow(case: Case) -> Iterator[Violation]:
    """Each turn follows the one before it with its rest or switch, and no stretch is left before its last."""
    states, turns = case.graph.states, {name: turns_of(case, s) for name, s in case.stretches.items()}

    def follow(here: int, done: Done, event: str, there: int) -> Done | None:
        if event == "stop" or case.tells(event):
            return None
        return _after(case, turns, done, states[here], event, states[there])

    watch = Watch(case.graph, Done(), follow)
    for number, state, done in watch:
        wrong = _label_wrong(case, number, turns, done)
        if wrong:
            yield Violation(wrong, watch.path(number, done), state.stretch)
        for event, there in case.graph.edges[number]:
            if event == "stop" or case.tells(event):
                continue
            wrong = _turn_wrong(case, turns, done, number, there)
            if wrong:
                yield Violation(wrong, watch.path(number, done, event), state.stretch, state.position)
    yield from _leads_past(case)


Turns = dict[str, tuple[Ascent, ...]]


def _after(case: Case, turns: Turns, done: Done, here: State, event: str, there: State) -> Done:
    if there.kind == "ready":
        return Done(there.stretch)
    if there.kind == "move" and here.kind not in LOADED_KINDS:
        turn, all_turns = _turn(there), turns.get(there.stretch or "", ())
        return Done(there.stretch, all_turns.index(turn) if turn in all_turns else len(all_turns))
    if _skips(case, here, event):
        return done._replace(skipped=True)
    return done


def _skips(case: Case, here: State, event: str) -> bool:
    """Whether an event leaves out the rest of this side; an ease does where a move has no held one below."""
    if here.kind == "move" and event == "ease":
        return not eases_down(case, here, event)
    return event == "skip" and here.kind in LOADED_KINDS


def _turn(state: State) -> Ascent:
    return Ascent(state.round, state.side, state.repeat)


def _next(turns: tuple[Ascent, ...], done: Done) -> Ascent | None:
    """Return the turn to come, or None where the stretch is over."""
    if done.last < 0 or done.last >= len(turns):
        return turns[0] if done.last < 0 and turns else None
    now = turns[done.last]
    coming = turns[done.last + 1 :]
    return next((turn for turn in coming if not (done.skipped and _one_side(turn, now))), None)


def _one_side(one: Ascent, two: Ascent) -> bool:
    """Whether two turns are of one side in one round; without sides a round is no more than a repeat."""
    return one.side == two.side and (one.side is None or one.round == two.round)


def _turn_wrong(case: Case, turns: Turns, done: Done, number: int, there: int) -> str | None:
    here, target = case.graph.states[number], case.graph.states[there]
    stretch = case.stretches.get(done.stretch or "")
    if stretch is None or here.kind not in {"ready", "release", "switch", "rest"}:
        return None
    coming = _next(turns[stretch.id], done)
    if target.kind == "move" and here.kind != "release" and _turn(target) != coming:
        return f"{_named(_turn(target))} of {stretch.title} begins; {_named(coming)} must come."
    if (
        here.kind == "ready"
        or target.kind in {"release", "hold"}
        or not 0 <= done.last < len(turns[stretch.id])
    ):
        return None
    changes = coming is not None and not _one_side(coming, turns[stretch.id][done.last])
    must = _following(case, number, stretch, changes=changes, over=coming is None)
    comes = target.kind, circumstance(case, there) if target.kind == "rest" else ""
    if comes == must or (must == LEFT and (target.kind == "end" or target.stretch != stretch.id)):
        return None
    return f"After this {here.kind} must come: {_in_words(must)}; {_in_words(comes)} comes."


LEFT = ("end", "")  # of the stretch: another one's ready, or the end of the session


def _following(case: Case, number: int, stretch: Stretch, *, changes: bool, over: bool) -> tuple[str, str]:
    """Return the kind of state, and the kind of rest, that must follow a release, rest or switch."""
    kind, how = case.graph.states[number].kind, circumstance(case, number)
    if kind == "switch":
        return "move", ""
    if kind == "release":
        if changes and stretch.between is None:
            return "switch", ""
        return "rest", "last" if over else "between"
    if over:
        return ("rest", "up") if is_on_the_floor(stretch) and how != "up" else LEFT
    return ("switch" if changes else "move"), ""


def _in_words(comes: tuple[str, str]) -> str:
    return " ".join(comes).rstrip()


def _label_wrong(case: Case, number: int, turns: Turns, done: Done) -> str | None:
    """Say where a rest or switch is labelled with another round or repeat than that just worked."""
    state = case.graph.states[number]
    all_turns = turns.get(done.stretch or "", ())
    if state.kind not in {"rest", "switch"} or not 0 <= done.last < len(all_turns):
        return None
    turn, coming = all_turns[done.last], _next(all_turns, done)
    within = coming is not None and _one_side(coming, turn) and circumstance(case, number) == "between"
    if circumstance(case, number) == "up":
        return None
    if (state.round, state.repeat) == (turn.round, turn.repeat if within else None):
        return None
    labels = f"round {state.round}, repeat {state.repeat}"
    return f"This {state.kind} is labelled {labels}; {_named(turn)} was worked."


def _leads_past(case: Case) -> Iterator[Violation]:
    """Whatever leaves a stretch, or the time before the first, leads to the one that comes next."""
    graph, without = case.graph, set(case.machine.options.get("without", ()))
    order = [name for name in case.stretches if name not in without]
    for number, state in graph.reachable():
        for event, there in graph.edges[number]:
            if event == "stop" or case.tells(event):
                continue
            target = graph.states[there]
            finishes = target.outcome is not None and target.outcome.kind == "finished"
            if not order or not (finishes or (target.kind == "ready" and target.stretch)):
                continue
            if target.stretch == state.stretch and not finishes:
                continue
            at = order.index(state.stretch) + 1 if state.stretch in order else 0
            must, comes = next(iter(order[at:]), None), None if finishes else target.stretch
            if comes != must:
                says = f"{event} leads to {comes or 'the end'}; {must or 'the end'} comes next."
                path = (*graph.path(number), *graph.walk(number, [event]))
                yield Violation(says, path, state.stretch)


def _named(turn: Ascent | None) -> str:
    if turn is None:
        return "the end of the stretch"
    return f"round {turn.round}, {turn.side or 'no side'}, repeat {turn.repeat}"
