"""What the picture says beside the body: where the stretch is felt, which way to move, which side it is."""

from dataclasses import dataclass
from math import hypot
from types import MappingProxyType
from typing import Final

from lissom.figure.body import SIGN, Side
from lissom.figure.camera import CANVAS, Point, View
from lissom.figure.outline import Disc, OpenLine, Polygon
from lissom.figure.pose import Arrow, Role
from lissom.figure.shape import Shape
from lissom.figure.skeleton import Skeleton
from lissom.figure.vectors import Vector


@dataclass(frozen=True, slots=True)
class Glow:
    """A stretched region: on which layer it lies (`body`: over all), whose side it is, and its line.

    The line's points are a segment and an offset (fractions of height; forwards, outwards, up). `words` name
    it.
    """

    layer: str
    role: Role
    width: float
    line: tuple[tuple[str, Vector], ...]
    words: str


GLOWS: Final = MappingProxyType(
    {
        "hamstring": Glow(
            "leg",
            "active",
            0.052,
            (
                ("thigh", (-0.026, 0.0, -0.055)),
                ("thigh", (-0.026, 0.0, -0.12)),
                ("thigh", (-0.020, 0.0, -0.19)),
                ("shank", (-0.020, 0.0, -0.02)),
                ("shank", (-0.024, 0.0, -0.07)),
            ),
            "the back of the {side} leg",
        ),
        "calf": Glow(
            "leg",
            "active",
            0.046,
            (
                ("shank", (-0.022, 0.0, -0.035)),
                ("shank", (-0.026, 0.0, -0.08)),
                ("shank", (-0.014, 0.0, -0.15)),
            ),
            "the {side} calf",
        ),
        "quad": Glow(
            "leg",
            "active",
            0.050,
            (
                ("thigh", (0.024, 0.0, -0.08)),
                ("thigh", (0.022, 0.0, -0.13)),
                ("thigh", (0.016, 0.0, -0.20)),
            ),
            "the front of the {side} thigh",
        ),
        "hip-front": Glow(
            "trunk",
            "active",
            0.058,
            (
                ("pelvis", (0.026, 0.052, 0.030)),
                ("thigh", (0.024, 0.0, -0.010)),
                ("thigh", (0.020, 0.0, -0.065)),
            ),
            "the front of the {side} hip",
        ),
        "buttock": Glow(
            "leg",
            "active",
            0.062,
            (
                ("pelvis", (0.0, 0.080, -0.002)),
                ("pelvis", (0.0, 0.070, -0.030)),
                ("pelvis", (0.0, 0.046, -0.046)),
            ),
            "the {side} buttock",
        ),
        "back": Glow(
            "trunk",
            "active",
            0.055,
            (
                ("pelvis", (-0.046, 0.0, 0.03)),
                ("lumbar.2", (-0.037, 0.0, 0.0)),
                ("thorax.1", (-0.042, 0.0, 0.0)),
                ("thorax.2", (-0.051, 0.0, 0.0)),
                ("thorax.3", (-0.053, 0.0, -0.012)),
            ),
            "the back",
        ),
        "flank": Glow(
            "trunk",
            "active",
            0.052,
            (
                ("pelvis", (0.0, 0.072, 0.045)),
                ("lumbar.2", (0.0, 0.060, 0.0)),
                ("thorax.1", (0.0, 0.066, 0.02)),
                ("thorax.2", (0.0, 0.068, -0.006)),
            ),
            "the {side} side of the trunk",
        ),
        "loin": Glow(
            "trunk",
            "active",
            0.055,
            (
                ("pelvis", (-0.022, 0.070, 0.045)),
                ("lumbar.2", (-0.018, 0.058, 0.0)),
                ("thorax.1", (-0.014, 0.062, 0.02)),
                ("thorax.2", (-0.01, 0.068, 0.03)),
            ),
            "the back and the waist",
        ),
        "chest": Glow(
            "body",
            "active",
            0.060,
            (
                ("thorax.3", (0.034, 0.082, 0.008)),
                ("thorax.3", (0.048, 0.045, -0.006)),
                ("thorax.3", (0.056, 0.0, -0.016)),
                ("thorax.3", (0.048, -0.045, -0.006)),
                ("thorax.3", (0.034, -0.082, 0.008)),
            ),
            "the front of the chest and the shoulders",
        ),
        "neck-other": Glow(
            "neck",
            "other",
            0.034,
            (
                ("thorax.3", (-0.012, 0.046, 0.044)),
                ("neck.1", (-0.004, 0.021, 0.010)),
                ("neck.2", (0.0, 0.020, 0.028)),
            ),
            "the {other} side of the neck",
        ),
        "neck-behind-other": Glow(
            "trunk",
            "other",
            0.046,
            (
                ("thorax.3", (-0.020, 0.028, 0.052)),
                ("neck.1", (-0.014, 0.024, 0.010)),
                ("neck.2", (-0.012, 0.020, 0.03)),
            ),
            "the {other} side of the neck, at the back",
        ),
        "nape": Glow(
            "neck",
            "active",
            0.034,
            (
                ("thorax.3", (-0.030, 0.0, 0.045)),
                ("neck.1", (-0.019, 0.0, 0.015)),
                ("neck.2", (-0.021, 0.0, 0.03)),
            ),
            "the back of the neck",
        ),
        "blades": Glow(
            "trunk",
            "active",
            0.050,
            (
                ("thorax.2", (-0.052, 0.0, -0.01)),
                ("thorax.3", (-0.056, 0.0, -0.01)),
                ("thorax.3", (-0.050, 0.0, 0.025)),
            ),
            "between the shoulder blades",
        ),
    }
)

HALOS: Final = ((1.0, 0.22), (0.62, 0.38), (0.28, 0.60))
"""A glow is three lines on top of one another: share of the width, opacity."""


def draw_glow(
    name: str, body: Skeleton, sides: dict[Role, Side], view: View
) -> tuple[str, tuple[Shape, ...]]:
    """Return the name of the layer the glow lies on, and its shapes."""
    glow = GLOWS[name]
    side = sides[glow.role]
    line = OpenLine(
        tuple(view.project(_locate(body, segment, offset, side)) for segment, offset in glow.line)
    )
    width = glow.width * body.build.height * body.build.limbs * view.zoom
    layer = f"{glow.layer}.{side}" if glow.layer in ("leg", "arm") else glow.layer
    shapes = (
        Shape(f"glow.{name}.{i}", "accent", (line,), width * share, opacity=opacity)
        for i, (share, opacity) in enumerate(HALOS)
    )
    return layer, tuple(shapes)


def _locate(body: Skeleton, segment: str, offset: Vector, side: Side) -> Vector:
    sized = body.build.sized((offset[0], offset[1] * SIGN[side], offset[2]))
    return body.place(segment if segment in body.frames else f"{segment}.{side}", sized)


ARROW_WIDTH: Final = 22.0
HEAD_LENGTH: Final = 50.0
HEAD_WIDTH: Final = 34.0


def draw_arrow(arrow: Arrow, number: int, origin: Vector, view: View) -> tuple[Shape, ...]:
    """Return the arrow, first wider and in the colour of the page, so that it stands off the body."""
    offsets = (arrow.start, arrow.bend, arrow.late or arrow.bend, arrow.end)
    start, bend, late, end = (_in_picture(offset, origin, view) for offset in offsets)
    shaft, tip = _bow(start, bend, late, end)
    return (
        Shape(f"arrow{number}.rim", "page", (OpenLine(shaft),), ARROW_WIDTH + 14),
        Shape(f"arrow{number}.rim-head", "page", (tip,), rim=18.0),
        Shape(f"arrow{number}.shaft", "accent", (OpenLine(shaft),), ARROW_WIDTH),
        Shape(f"arrow{number}.head", "accent", (tip,), rim=6.0),
    )


def _in_picture(offset: tuple[float, float], origin: Vector, view: View) -> Point:
    x, y = view.project(origin)
    return (x + view.sense * offset[0] * view.zoom, y - offset[1] * view.zoom)


def _bow(start: Point, bend: Point, late: Point, end: Point) -> tuple[tuple[Point, ...], Polygon]:
    """Return points along a Bézier that stops where the head begins, and the head.

    It is quadratic where both bends are the same point, else cubic.
    """
    dx, dy = end[0] - late[0], end[1] - late[1]
    size = hypot(dx, dy)
    dx, dy = dx / size, dy / size
    neck = (end[0] - dx * HEAD_LENGTH, end[1] - dy * HEAD_LENGTH)
    share = 2.0 / 3.0 if bend == late else 1.0
    first, second = _mix(start, bend, share), _mix(neck, late, share)
    curve = tuple(
        (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t * t * (1 - t) * c + t**3 * d
        for t in (0.0, 0.25, 0.5, 0.75, 1.0)
        for a, b, c, d in zip(start, first, second, neck, strict=True)
    )
    wings = (
        (neck[0] - dy * HEAD_WIDTH, neck[1] + dx * HEAD_WIDTH),
        (neck[0] + dy * HEAD_WIDTH, neck[1] - dx * HEAD_WIDTH),
    )
    return tuple(zip(curve[::2], curve[1::2], strict=True)), Polygon((end, *wings))


def _mix(a: Point, b: Point, share: float) -> Point:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


LETTERS: Final = MappingProxyType(
    {
        "L": ((-14, -24), (-14, 24), (16, 24)),
        "R": ((-15, 24), (-15, -24), (5, -24), (15, -12), (5, 0), (-15, 0), (-2, 0), (18, 24)),
    }
)
"""The letters of left and right as strokes, so that no font is needed; other letters are written as text."""


BADGE_INSET: Final = 84.0
BADGE_RADIUS: Final = 54.0


def draw_badge(side: Side, up: bool = False) -> tuple[Shape, ...]:
    """Return the side's letter in a disc, in the lower (or upper) corner on the side that it names."""
    x = BADGE_INSET if side == "left" else CANVAS - BADGE_INSET
    y = BADGE_INSET if up else CANVAS - BADGE_INSET
    letter = tuple((x + a, y + b) for a, b in LETTERS["R" if side == "right" else "L"])
    return (
        Shape("badge.disc", "accent", (Disc((x, y), BADGE_RADIUS),)),
        Shape("badge.letter", "page", (OpenLine(letter, straight=True),), 12.0),
    )
