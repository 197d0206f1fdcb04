"""Where the events of a way up and down lead, as the labels and the routine alone tell it.

Symptoms and `stop` are not among them; of these tell L1 to L3. What a gate asks for is L4's.
"""

from __future__ import annotations

from typing import NamedTuple

from lissom.machine.model import State
from lissom.machine.verify.entry_kind import Holding, is_offered, position_above, position_below
from lissom.machine.verify.law import Case

GOING_ON: frozenset[Holding] = frozenset({"reached", "taken", "left-alone"})  # holds that can be eased once


class Way(NamedTuple):
    """How the body came to where it is: the kind of hold, and whether a release is that of an ease."""

    holding: Holding | None = None
    easing: bool = False


def way_wrong(case: Case, state: State, way: Way, event: str, there: State) -> str | None:
    """Say what is wrong about where an event leads in a move, a hold or an ordinary release."""
    if state.kind == "release":
        return _release_wrong(case, state, way, there) if event == "elapsed" else None
    if event == "skip":
        return None if _releases(state, there) else f"Skip must let go of {state.position}; {_into(there)}."
    if event == "ease":
        return _ease_wrong(case, state, way, there)
    if event in {"elapsed", "next"}:
        return _onward_wrong(case, state, way, there)
    return None


def eases_down(case: Case, state: State, event: str) -> bool:
    """Whether an event takes the body down to a hold of the position below."""
    below = position_below(case, state)
    return event == "ease" and below is not None and below.hold is not None


def _ease_wrong(case: Case, state: State, way: Way, there: State) -> str | None:
    """Down one rung where that one is held; in a hold else a little back; in a move else as skip."""
    if state.kind == "hold" and way.holding in GOING_ON and not eases_down(case, state, "ease"):
        stays = there.kind == "hold" and there.continues and there.position == state.position
        return None if stays else f"Ease must stay in {state.position}, a little back; {_into(there)}."
    return None if _releases(state, there) else f"Ease must let go of {state.position}; {_into(there)}."


def _onward_wrong(case: Case, state: State, way: Way, there: State) -> str | None:
    position = case.position(state)
    if state.kind == "move" and position is not None and position.hold is not None:
        held = there.kind == "hold" and there.position == state.position and not there.continues
        return None if held else f"{position.title} must be held now; {_into(there)}."
    if _climbs(case, state, way):
        above = position_above(case, state)
        up = above is not None and there.kind == "move" and there.position == above.id
        return None if up else f"What comes above {state.position} must follow; {_into(there)}."
    return None if _releases(state, there) else f"{state.position} must be let go now; {_into(there)}."


def _climbs(case: Case, state: State, way: Way) -> bool:
    """Whether the position above follows by itself: it was taken, or nothing is asked for it."""
    above = position_above(case, state)
    if above is None or way.holding in {"lower", "left-alone", "eased"}:
        return False
    if way.holding == "taken":
        return True
    return above.gate is None or (not above.gate.own_yes and is_offered(above, state))


def _release_wrong(case: Case, state: State, way: Way, there: State) -> str | None:
    """After an ease the position below is held; else the next one is let go, down to the first."""
    below = position_below(case, state)
    if way.easing:
        held = below is not None and there.kind == "hold" and there.position == below.id
        return None if held else f"After the ease the position below must be held; {_into(there)}."
    if below is None:
        return None
    down = there.kind == "release" and there.position == below.id
    return None if down else f"{below.title} must be let go after {state.position}; {_into(there)}."


def _releases(state: State, there: State) -> bool:
    return there.kind == "release" and there.position == state.position


def _into(there: State) -> str:
    return f"a {there.kind}{f' of {there.position}' if there.position else ''} follows"
