"""Which labels each kind of state carries, and which it must not: the part of L0 that is a table.

A label that says nothing there is none at all, so that no program reads a round or a level into a
state that has none. Whether a label's value is right is for the laws that follow the path.
"""

from __future__ import annotations

from collections.abc import Iterator

from lissom.machine.model import High, State
from lissom.machine.verify.entry_kind import circumstance
from lissom.machine.verify.law import Case
from lissom.routine.model import Screening

PAIN_HIGH = High(start=6, rise=2)  # conventions, see docs/conventions.md
TAKES = frozenset(
    {"advise", "release", "which"}
)  # the kinds of state that may take something from the person

PLAIN_ENDS = frozenset({"finished", "stopped"})  # of the whole session, and of no stretch
PLACE = ("position", "rung", "level")
COUNTED = ("round", "repeat")
LABELS = ("stretch", *PLACE, "side", *COUNTED)
NONE: frozenset[str] = frozenset()
TOLD = frozenset({"which", "advise"})  # in which it is told what follows from what was felt
SPOT = frozenset({"stretch", *PLACE, "side"})  # where a symptom belongs; in a ready it has no position
WORKED = frozenset(LABELS)

MAY: dict[tuple[str, str], frozenset[str]] = {
    ("ask", "screening"): NONE,
    ("ask", "settled"): frozenset({"stretch", "side"}),
    ("rate", ""): NONE,
    ("ready", "session"): NONE,
    ("ready", "stretch"): frozenset({"stretch", "side"}),
    ("ready", "steady"): frozenset({"stretch", "side"}),
    ("move", ""): WORKED,
    ("hold", ""): WORKED,
    ("release", "down"): WORKED,
    ("release", "let-go"): SPOT,
    ("switch", ""): frozenset({"stretch", "side", "round"}),
    ("rest", "between"): frozenset({"stretch", "side", *COUNTED}),
    ("rest", "last"): frozenset({"stretch", "side", "round"}),
    ("rest", "settle"): frozenset({"stretch", "side"}),
    ("rest", "up"): frozenset({"stretch", "side"}),
    ("which", ""): SPOT,
    ("advise", ""): SPOT,
    ("end", ""): SPOT,
}


def labels_wrong(case: Case, number: int) -> Iterator[str]:
    """Say which labels a state has that its kind does not carry, or of which only a part is there."""
    state = case.graph.states[number]
    may = MAY.get((state.kind, circumstance(case, number)))
    if may is None:
        yield f"Nothing tells which labels a {state.kind} has."
        return
    has = {label for label in LABELS if getattr(state, label) is not None}
    if extra := has - may:
        yield f"A {state.kind} has no {', '.join(sorted(extra))} here."
    if state.stretch is None and has:
        yield f"A {state.kind} of no stretch has no {', '.join(sorted(has))}."
    if (state.position is None) != (state.rung is None) or (state.position is None) != (state.level is None):
        yield "Position, rung and level go together."
    if may == WORKED and not has.issuperset(COUNTED):
        yield f"A {state.kind} must be labelled with its round and repeat."
    if _is_plain(state) and has:
        yield f"The end of a session that was finished or stopped names no {', '.join(sorted(has))}."
    yield from _taken_wrong(case, number, state)
    yield from _place_wrong(case, number, state)


def _place_wrong(case: Case, number: int, state: State) -> Iterator[str]:
    """What was felt is told of one place: in the question what hurt, in its advice, and in its end.

    A letting go has the place it began in; what was felt may count at a higher rung than that.
    """
    outcome = state.outcome
    if outcome is not None and (outcome.stretch, outcome.position, outcome.side) != _place(state):
        yield "An end is labelled with another place than its outcome names."
    if state.kind not in TOLD and circumstance(case, number) != "let-go":
        return
    for event in state.on:
        target = case.graph.target(number, event)
        if target is None or target.kind not in TOLD | {"end"} or _is_plain(target):
            continue
        if state.kind in TOLD and _place(target) != _place(state):
            yield f"After {event} it is told of another place."
        elif _place(target)[::2] != _place(state)[::2] or (target.rung or 0) < (state.rung or 0):
            yield f"After {event} it is told of another stretch or side, or of a lower rung."


def _is_plain(state: State) -> bool:
    return state.outcome is not None and state.outcome.kind in PLAIN_ENDS


def _place(state: State) -> tuple[str | None, str | None, str | None]:
    return state.stretch, state.position, state.side


def _taken_wrong(case: Case, number: int, state: State) -> Iterator[str]:
    if state.then is not None and (state.kind not in TAKES or number == case.graph.start):
        yield f"A {state.kind} takes nothing from the person."
    if state.high is not None and state.high != PAIN_HIGH:
        yield (
            f"Pain counts as high from {state.high.start}, or {state.high.rise} above the usual; "
            f"it must be {PAIN_HIGH.start}, or {PAIN_HIGH.rise} above."
        )


def rating_wrong(case: Case) -> str | None:
    """Say where the pain rating is missing, or is asked for though nobody chose it."""
    has = any(state.kind == "rate" for _, state in case.graph.reachable())
    if isinstance(case.routine, Screening):
        asks = case.routine.rate
    else:
        asks = bool(case.machine.options.get("rate")) and case.machine.options.get("level", 0) > 0
        asks = asks and any(state.kind == "hold" for _, state in case.graph.reachable())
    if has == asks:
        return None
    return (
        "Nobody asks how much it hurts." if asks else "How much it hurts is asked though nobody chose that."
    )
