"""Which outlines of a shape need not be drawn: too small to be seen, or hidden by the others of its paint."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import hypot, sqrt
from typing import Final

from lissom.figure.camera import Point
from lissom.figure.outline import Capsule, Disc, Outline, trace
from lissom.figure.shape import Shape

SEEN: Final = 0.6
"""An outline that sticks out by less than this (picture units) is not seen; the fine edge is wider."""

LOOKS: Final = 12
SIDES: Final = tuple(sorted((n / 24 for n in range(1, 24)), key=lambda part: abs(part - 0.5)))
"""Where the round ends and the straight sides of a capsule are looked at, their middle first."""


TINY: Final = 0.5
"""A disc or a capsule below this radius (picture units) is not seen."""


def spare(shapes: Sequence[Shape]) -> tuple[Shape, ...]:
    """Return a shape's pictures without the outlines that are seen in none of them."""
    needed = list_needed(list(dict.fromkeys(shape.outlines for shape in reversed(shapes))))
    return tuple(
        replace(shape, outlines=tuple(shape.outlines[index] for index in needed)) for shape in shapes
    )


def list_needed(films: Sequence[Sequence[Outline]]) -> tuple[int, ...]:
    """Return which outlines of a shape are seen in some of its pictures, by their place."""
    needed = [n for n in range(len(films[0])) if not all(_is_tiny(film[n]) for film in films)]
    for index in sorted(needed, key=lambda index: _extent(films[0][index])):
        others = [other for other in needed if other != index]
        if others and all(_is_hidden(film[index], [film[other] for other in others]) for film in films):
            needed.remove(index)
    return tuple(needed)


def _is_tiny(outline: Outline) -> bool:
    match outline:
        case Disc():
            return outline.radius < TINY
        case Capsule():
            return max(outline.a_radius, outline.b_radius) < TINY
        case _:
            return False


def _extent(outline: Outline) -> float:
    if isinstance(outline, Capsule):
        away = hypot(outline.a[0] - outline.b[0], outline.a[1] - outline.b[1])
        return away + outline.a_radius + outline.b_radius
    return 0.0


def _is_hidden(outline: Outline, others: Sequence[Outline]) -> bool:
    if not isinstance(outline, Capsule | Disc):
        return False
    return all(any(_holds(other, point) for other in others) for point in _look_at(outline))


def _look_at(outline: Capsule | Disc) -> Iterator[Point]:
    """Yield points along the straight sides, all round, and within, for no hole may be left.

    What is seen is seen first in the middle of a side.
    """
    rim = trace(outline, LOOKS)
    if isinstance(outline, Capsule):
        for a, b in ((rim[LOOKS], rim[LOOKS + 1]), (rim[-1], rim[0])):
            yield from (_between(a, b, part) for part in SIDES)
    yield from rim
    middles = (outline.a, outline.b) if isinstance(outline, Capsule) else (outline.middle,)
    for point in rim[::3]:
        yield from (_between(point, middle, 0.5) for middle in middles)
    yield from (_between(middles[0], middles[-1], part) for part in SIDES[::3])


def _between(a: Point, b: Point, part: float) -> Point:
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)


def _holds(outline: Outline, point: Point) -> bool:
    """Tell whether a point lies in a disc or a capsule, or hardly outside."""
    if isinstance(outline, Disc):
        return hypot(point[0] - outline.middle[0], point[1] - outline.middle[1]) <= outline.radius + SEEN
    if not isinstance(outline, Capsule):
        return False
    (ax, ay), (bx, by) = outline.a, outline.b
    x, y, px, py = bx - ax, by - ay, point[0] - ax, point[1] - ay
    long = hypot(x, y) or 1e-9
    along, aside = (px * x + py * y) / long, abs(px * y - py * x) / long
    taper = (outline.a_radius - outline.b_radius) / long
    if abs(taper) >= 1:
        large = max((outline.a_radius, outline.a), (outline.b_radius, outline.b))
        return hypot(point[0] - large[1][0], point[1] - large[1][1]) <= large[0] + SEEN
    # The nearest disc along the axis is the one whose edge is touched at a right angle to the sloping side.
    at = max(0.0, min(long, along - aside * taper / sqrt(1.0 - taper * taper)))
    radius = outline.a_radius - taper * at
    return hypot(along - at, aside) <= radius + SEEN
