"""Motion from one pose to another: joint by joint, so that no segment ever changes its length; eased;
sampled.
"""

from collections.abc import Mapping
from math import cos, pi, sin
from types import MappingProxyType
from typing import Final

from lissom.figure.skeleton import Posture
from lissom.figure.vectors import LEFT, after, between, blend, turn

MOMENTS: Final = (0.0, 0.28, 0.43, 0.57, 0.72, 1.0)
"""The shares of the time at which a motion is sampled: closer together where it is fast."""

SECONDS: Final = 2.4
"""How long a shown motion takes from one pose to the other."""


NOTHING: Final[Mapping[str, float]] = MappingProxyType({})


def ease(time: float) -> float:
    """Return how much of the way is done at a share of the time: slow, fast, slow, like a person's own
    movement.
    """
    return (1.0 - cos(pi * time)) / 2.0


def pose_between(start: Posture, end: Posture, part: float, lifted: Mapping[str, float] = NOTHING) -> Posture:
    """Return the posture the given part of the way, every joint turned about one axis.

    `lifted` names hips that flex further on the way, and by how many degrees at its middle: a leg goes over
    things.
    """
    turns = {joint: blend(turned, end.turns[joint], part) for joint, turned in start.turns.items()}
    for joint, angle in lifted.items():
        turns[joint] = after(turn(LEFT, -angle * sin(pi * part)), turns[joint])
    return Posture(between(start.root, end.root, part), MappingProxyType(turns))


def sample(start: Posture, end: Posture, lifted: Mapping[str, float] = NOTHING) -> list[Posture]:
    """Return the postures at MOMENTS, eased; the first and the last are exactly the poses' own."""
    inner = [pose_between(start, end, ease(moment), lifted) for moment in MOMENTS[1:-1]]
    return [start, *inner, end]
