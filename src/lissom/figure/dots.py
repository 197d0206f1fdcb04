"""What every picture of the person is made of: numbered dots, and outlines that join them.

The outlines join the same dots in every picture; only where the dots lie differs. So a picture is told
by where its dots are, and what joins them is told once. Nothing here knows poses or files.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lissom.figure.camera import Point
from lissom.figure.outline import Blob, Capsule, Disc, OpenLine, Outline
from lissom.figure.shape import Shape

FAR: Final = "-far"
"""The end of the name of a far part's paint."""

SAME: Final = 0.02
"""Dots, and shares of a size, that differ by less than this in every picture are one."""

TINY: Final = 1e-4
"""Metres that a drawn thing is at most where it is not seen."""


@dataclass(frozen=True, slots=True)
class Joined:
    """One outline: its kind, its dots, at each the largest radius (metres) and its size if it changes."""

    kind: str
    dots: tuple[int, ...]
    radii: tuple[float, ...]
    sizes: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A shape of the person: its paint when near, its outlines, and for a line its width in metres."""

    name: str
    paint: str
    outlines: tuple[Joined, ...]
    width: float = 0.0
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """The person's shapes by name in one picture, and the picture's units for a metre."""

    shapes: dict[str, Shape]
    zoom: float


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The parts in no order, and where to find the place of each dot and each size in a picture."""

    parts: tuple[BodyPart, ...]
    dots: tuple[tuple[str, int], ...]
    sizes: tuple[tuple[str, int], ...]
    largest: tuple[float, ...]

    def place_dots(self, sight: Sight) -> list[Point]:
        """Return where the dots lie; one of a part that is not shown lies on the dot before it."""
        places: list[Point] = []
        for name, number in self.dots:
            shape = sight.shapes.get(name)
            places.append(_points(shape)[number] if shape else places[-1])
        return places

    def measure_sizes(self, sight: Sight) -> list[float]:
        """Return how large what changes its size is drawn, in percent of the largest."""
        found = []
        for (name, number), largest in zip(self.sizes, self.largest, strict=True):
            shape = sight.shapes.get(name)
            found.append(100.0 * _extent(shape, number) / sight.zoom / largest if shape else 100.0)
        return found


def find_anatomy(sights: Sequence[Sight]) -> Anatomy:
    """Return what all pictures of the person have in common: the dots, the sizes, and the parts they make."""
    known: dict[str, Shape] = {}
    for sight in sights:
        for name, shape in sight.shapes.items():
            known.setdefault(name, shape)
    dots, sizes = _Table(), _Table()
    parts = tuple(_find_part(name, shape, sights, dots, sizes) for name, shape in known.items())
    return Anatomy(parts, tuple(dots.homes), tuple(sizes.homes), tuple(sizes.largest))


class _Table:
    """Things that differ in some picture, each with the shape and the place in it where it was met."""

    def __init__(self) -> None:
        self.homes: list[tuple[str, int]] = []
        self.largest: list[float] = []
        self._numbers: dict[tuple[object, ...], int] = {}

    def number(self, values: tuple[object, ...], home: tuple[str, int], largest: float = 0.0) -> int:
        """Return the number of what has these values in the pictures."""
        if values not in self._numbers:
            self._numbers[values] = len(self.homes)
            self.homes.append(home)
            self.largest.append(largest)
        return self._numbers[values]


def _find_part(name: str, shape: Shape, sights: Sequence[Sight], dots: _Table, sizes: _Table) -> BodyPart:
    shown = [sight.shapes.get(name) for sight in sights]
    tracks = [_points(seen) if seen else None for seen in shown]
    indices = [
        dots.number(tuple(_rounded(track[n]) if track else None for track in tracks), (name, n))
        for n in range(len(_points(shape)))
    ]
    found = [_find_size(name, n, sights, sizes) for n in range(len(indices))]
    outlines, taken = [], 0
    for outline in shape.outlines:
        own = slice(taken, taken + len(_spots(outline)))
        radii, drawn_at = zip(*found[own], strict=True)
        outlines.append(Joined(_kind(outline), tuple(indices[own]), radii, drawn_at))
        taken = own.stop
    width, size = _find_size(name, WIDTH, sights, sizes) if shape.width else (0.0, None)
    return BodyPart(name, shape.paint.removesuffix(FAR), tuple(outlines), width, size)


def _find_size(name: str, number: int, sights: Sequence[Sight], sizes: _Table) -> tuple[float, int | None]:
    """Return a radius (or the line's width) in metres where it is largest, and its size if it changes."""
    extents = [
        _extent(sight.shapes[name], number) / sight.zoom if name in sight.shapes else None for sight in sights
    ]
    seen = [extent for extent in extents if extent is not None]
    largest = max(seen)
    if largest < TINY or min(seen) > largest * (1 - SAME):
        return largest, None
    shares = tuple(None if extent is None else round(extent / largest / SAME) for extent in extents)
    return largest, sizes.number(shares, (name, number), largest)


WIDTH: Final = -1
"""In place of a radius' number: the width of a line."""


def _extent(shape: Shape, number: int) -> float:
    return shape.width if number == WIDTH else _radii(shape)[number]


def _radii(shape: Shape) -> list[float]:
    return [radius for outline in shape.outlines for _, radius in _spots(outline)]


def _points(shape: Shape) -> list[Point]:
    return [point for outline in shape.outlines for point, _ in _spots(outline)]


def _rounded(point: Point) -> tuple[int, int]:
    return round(point[0] / SAME), round(point[1] / SAME)


_KINDS: Final = {Disc: "disc", Capsule: "capsule", Blob: "blob", OpenLine: "line"}
"""What an outline is called where the browser draws it."""


def _kind(outline: Outline) -> str:
    return _KINDS[type(outline)]


def _spots(outline: Outline) -> list[tuple[Point, float]]:
    match outline:
        case Disc():
            return [(outline.middle, outline.radius)]
        case Capsule():
            return [(outline.a, outline.a_radius), (outline.b, outline.b_radius)]
        case Blob() | OpenLine():
            return [(point, 0.0) for point in outline.points]
        case _:
            raise ValueError(f"no part of a person is a {type(outline).__name__}")
