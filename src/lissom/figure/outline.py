"""Flat shapes: the outlines that parts of the body become in the picture, and their path text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import acos, atan2, cos, hypot, pi, sin

from lissom.figure.camera import Point

STEEPEST = 0.985
"""A limb that points at the viewer shows its near end only: beyond this the small end hides in the large one.
"""


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle."""

    middle: Point
    radius: float


@dataclass(frozen=True, slots=True)
class Capsule:
    """Two discs and what lies between them: a limb's segment, tapered."""

    a: Point
    a_radius: float
    b: Point
    b_radius: float


@dataclass(frozen=True, slots=True)
class Blob:
    """A closed smooth curve through points; a point given twice is a corner."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape with straight edges."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class OpenLine:
    """An open line through points, smooth unless it is `straight`."""

    points: tuple[Point, ...]
    straight: bool = False


Outline = Disc | Capsule | Blob | Polygon | OpenLine
Command = tuple[str, str, tuple[Point, ...]]
"""A path command: its letter, the numbers before its points, and its points in the picture."""


def write_path(outlines: Iterable[Outline]) -> str:
    """Return the path text of the outlines in whole units, each point told from the one before.

    That keeps it short, and equal for equal input.
    """
    text, pen = "", (0, 0)
    for outline in outlines:
        start = pen
        for letter, before, points in _list_commands(outline):
            rounded = [(round(x), round(y)) for x, y in points] or [start]
            if letter == "M":
                start = rounded[0]
                letter = "m" if text else "M"
            told = "".join(_pair(x - pen[0], y - pen[1]) for x, y in rounded) if points else ""
            text, pen = text + letter + before + told.lstrip(), rounded[-1]
    return text


def _list_commands(outline: Outline) -> Iterator[Command]:
    match outline:
        case Disc():
            return _along_disc(outline)
        case Capsule():
            return _along_capsule(outline)
        case Blob():
            return _along_blob(outline)
        case OpenLine() if not outline.straight:
            return _along_line(outline)
        case _:
            return _along_polygon(outline)


def number(value: float, digits: int = 1) -> str:
    """Return the shortest text of a rounded number."""
    text = f"{round(value, digits) + 0.0:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if digits else text
    return "0" if text in ("-0", "") else text


def _pair(x: int, y: int) -> str:
    return ("" if x < 0 else " ") + str(x) + ("" if y < 0 else " ") + str(y)


def _along_disc(shape: Disc) -> Iterator[Command]:
    (x, y), r = shape.middle, round(shape.radius)
    yield "M", "", ((x - r, y),)
    yield "a", f"{r} {r} 0 1 1 ", ((x + r, y),)
    yield "a", f"{r} {r} 0 1 1 ", ((x - r, y),)


def _along_capsule(shape: Capsule) -> Iterator[Command]:
    (ax, ay), (bx, by) = shape.a, shape.b
    away = hypot(bx - ax, by - ay)
    ratio = (shape.a_radius - shape.b_radius) / away if away > 1e-6 else STEEPEST
    lean = acos(max(-STEEPEST, min(STEEPEST, ratio)))
    heading = atan2(by - ay, bx - ax)
    hidden = away < abs(shape.a_radius - shape.b_radius)
    b = shape.a if hidden and shape.a_radius > shape.b_radius else shape.b
    a = shape.b if hidden and shape.b_radius >= shape.a_radius else shape.a
    large_b, large_a = (1, 0) if shape.b_radius > shape.a_radius else (0, 1)
    rb, ra = round(shape.b_radius), round(shape.a_radius)
    yield "M", "", (_at(a, shape.a_radius, heading + lean),)
    yield "a", f"{ra} {ra} 0 {large_a} 1 ", (_at(a, shape.a_radius, heading - lean),)
    yield "l", "", (_at(b, shape.b_radius, heading - lean),)
    yield "a", f"{rb} {rb} 0 {large_b} 1 ", (_at(b, shape.b_radius, heading + lean),)
    yield "z", "", ()


def _at(middle: Point, radius: float, angle: float) -> Point:
    return (middle[0] + radius * cos(angle), middle[1] + radius * sin(angle))


def _along_blob(shape: Blob) -> Iterator[Command]:
    count = len(shape.points)
    yield "M", "", shape.points[:1]
    for i in range(count):
        before, a, b, beyond = (shape.points[(i + k) % count] for k in (-1, 0, 1, 2))
        if a != b:
            yield _curve(before, a, b, beyond, smooth=i > 0)


def _along_line(shape: OpenLine) -> Iterator[Command]:
    points = (shape.points[0], *shape.points, shape.points[-1])
    yield "M", "", points[:1]
    for i in range(1, len(points) - 2):
        before, a, b, beyond = points[i - 1 : i + 3]
        yield _curve(before, a, b, beyond, smooth=True)


def _curve(before: Point, a: Point, b: Point, beyond: Point, *, smooth: bool) -> Command:
    """Return one Bézier piece of the Catmull-Rom curve from a to b.

    Where it goes on from a piece before it without a corner, its first control is that piece's second one
    mirrored, and need not be told.
    """
    first = (a[0] + (b[0] - before[0]) / 6, a[1] + (b[1] - before[1]) / 6)
    second = (b[0] - (beyond[0] - a[0]) / 6, b[1] - (beyond[1] - a[1]) / 6)
    return ("s", "", (second, b)) if smooth and before != a else ("c", "", (first, second, b))


def _along_polygon(shape: Polygon | OpenLine) -> Iterator[Command]:
    yield "M", "", shape.points[:1]
    for point in shape.points[1:]:
        yield "l", "", (point,)


def trace(outline: Outline, steps: int = 8) -> tuple[Point, ...]:
    """Return points along an outline, for what cannot draw curves."""
    if isinstance(outline, Disc):
        return tuple(_at(outline.middle, outline.radius, 2 * pi * i / (2 * steps)) for i in range(2 * steps))
    if isinstance(outline, Capsule):
        return _trace_capsule(outline, steps)
    return outline.points


def _trace_capsule(shape: Capsule, steps: int) -> tuple[Point, ...]:
    heading = atan2(shape.b[1] - shape.a[1], shape.b[0] - shape.a[0])
    turns = [heading - pi / 2 + pi * i / steps for i in range(steps + 1)]
    ahead = [_at(shape.b, shape.b_radius, angle) for angle in turns]
    return (*ahead, *(_at(shape.a, shape.a_radius, angle + pi) for angle in turns))
