"""The figure of a state, as lines of braille dots beside the words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from lissom.routine.model import Side

Picture = Callable[[str, Side | None, int, int], tuple[str, ...]]


@cache
def draw_pose(pose: str, side: Side | None, columns: int, rows: int) -> tuple[str, ...]:
    """Return a pose's picture; none where nobody has drawn the pose, since the words say it all."""
    from lissom.figure import UnknownPose, braille

    try:
        return tuple(braille(pose, side=side, columns=columns, rows=rows))
    except UnknownPose:
        return ()
