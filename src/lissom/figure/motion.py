"""Motion from one pose to another: joint by joint, so that no segment ever changes its length."""

from collections.abc import Mapping
from math import pi, sin
from types import MappingProxyType
from typing import Final

from lissom.figure.skeleton import Posture
from lissom.figure.vectors import LEFT, after, between, blend, turn

NOTHING: Final[Mapping[str, float]] = MappingProxyType({})


def pose_between(start: Posture, end: Posture, part: float, lifted: Mapping[str, float] = NOTHING) -> Posture:
    """Return the posture the given part of the way, every joint turned about one axis.

    `lifted` names hips and elbows that flex further on the way, and by how many degrees at its middle: a leg
    goes over things, a hand past them.
    """
    turns = {joint: blend(turned, end.turns[joint], part) for joint, turned in start.turns.items()}
    for joint, angle in lifted.items():
        turns[joint] = after(turn(LEFT, -angle * sin(pi * part)), turns[joint])
    return Posture(between(start.root, end.root, part), MappingProxyType(turns))
