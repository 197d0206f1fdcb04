"""The things in the room, as boxes: chair, stool, desk, wall, doorway, mat. Sizes in metres, floor at
height 0.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from lissom.figure.body import SIGN, Side
from lissom.figure.pose import Prop
from lissom.figure.vectors import Vector

SEAT_HEIGHT: Final = 0.43
STOOL_HEIGHT: Final = 0.40
CHAIR_BACK: Final = 0.90
MAT_HEIGHT: Final = 0.02


@dataclass(frozen=True, slots=True)
class Box:
    """An upright box from one corner to the opposite one; `paint` names its colour.

    One that is `capped` carries another on top, so that its upper face is never seen.
    """

    low: Vector
    high: Vector
    paint: str = "wood"
    capped: bool = False


def _legs(front: float, back: float, half: float, top: float, thick: float = 0.035) -> tuple[Box, ...]:
    return tuple(
        Box((x, y, 0.0), (x + thick, y + thick, top), capped=True)
        for y in (-half, half - thick)
        for x in (back, front - thick)
    )


PROPS: Final = MappingProxyType(
    {
        "chair": (
            *_legs(0.20, -0.22, 0.21, SEAT_HEIGHT - 0.04),
            Box((-0.24, -0.21, 0.39), (-0.205, -0.175, CHAIR_BACK)),
            Box((-0.24, 0.175, 0.39), (-0.205, 0.21, CHAIR_BACK)),
            Box((-0.235, -0.175, 0.72), (-0.21, 0.175, CHAIR_BACK - 0.01)),
            Box((-0.235, -0.175, 0.56), (-0.21, 0.175, 0.62)),
            Box((-0.22, -0.215, SEAT_HEIGHT - 0.04), (0.21, 0.215, SEAT_HEIGHT), "cushion"),
        ),
        "stool": (
            *_legs(0.17, -0.17, 0.17, STOOL_HEIGHT - 0.05),
            Box((-0.19, -0.19, STOOL_HEIGHT - 0.05), (0.19, 0.19, STOOL_HEIGHT), "cushion"),
        ),
        "seat": (
            *_legs(0.17, -0.17, 0.17, SEAT_HEIGHT - 0.05),
            Box((-0.19, -0.19, SEAT_HEIGHT - 0.05), (0.19, 0.19, SEAT_HEIGHT), "cushion"),
        ),
        "desk": (
            *_legs(0.30, -0.30, 0.55, 0.71, 0.05),
            Box((-0.32, -0.58, 0.71), (0.32, 0.58, 0.75)),
        ),
        "wall": (Box((0.0, -0.55, 0.0), (0.07, 0.55, 1.85), "wall"),),
        "doorway": (
            Box((-0.05, -0.562, 0.0), (0.05, -0.482, 1.95), capped=True),
            Box((-0.05, 0.482, 0.0), (0.05, 0.562, 1.95), capped=True),
            Box((-0.06, -0.60, 1.95), (0.06, 0.60, 2.04)),
        ),
        "mat": (Box((-0.68, -0.32, 0.0), (0.68, 0.32, MAT_HEIGHT), "mat"),),
    }
)
"""Each prop about its own origin. A chair's seat lies about the origin and faces forwards."""


def place_prop(prop: Prop, side: Side) -> tuple[Box, ...]:
    """Return the prop's boxes where they stand when the pose is made for the side."""
    y = prop.s * SIGN[side]
    return tuple(_stand_box(box, prop.x, y) for box in PROPS[prop.kind])


def _stand_box(box: Box, x: float, y: float) -> Box:
    (a, b, c), (d, e, f) = box.low, box.high
    return Box((x + a, y + b, c), (x + d, y + e, f), box.paint, box.capped)
