"""All pictures and motions in one small document, `lissom-figures/1`: what the page's figure.js draws from.

What the keys mean stands in docs/reference/figures.md. It holds the right side only: the left picture is the
right one mirrored. No letters and no words: those are the page's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from lissom.figure.body import BUILDS
from lissom.figure.camera import CANVAS, Point, is_mirror
from lissom.figure.curve import find_curves
from lissom.figure.dots import FAR, Anatomy, BodyPart, Sight, find_anatomy
from lissom.figure.drawing import Picture
from lissom.figure.film import shoot
from lissom.figure.marks import ARROW_WIDTH, HALOS
from lissom.figure.outline import Blob, Capsule, OpenLine, Outline, Polygon
from lissom.figure.pose import Pose
from lissom.figure.poses import POSES
from lissom.figure.render import USUAL_SIDE
from lissom.figure.shape import Shape
from lissom.figure.svg import EDGE_OPACITY, EDGE_WIDTH, is_edged

FORMAT: Final = "lissom-figures/1"

ALSO_FROM: Final[Mapping[tuple[str, str], float]] = MappingProxyType(
    {
        ("sit.ready", "leg-ladder.reach"): 33.0,
        ("sit.ready", "leg-ladder.ankle"): 33.0,
        ("sit.ready", "leg-ladder.chin"): 33.0,
        ("sit.ready", "leg-ladder.slump"): 33.0,
        ("sit.tall", "rest.sit"): 0.0,
    }
)
"""Motions beside those from a pose's own start: those that machines ask for often, letting go above all.

The number is how far the active hip is lifted on its way, in degrees.
"""

SAMPLES: Final = 12
"""Into how many equal steps a motion is cut to find its curves."""

FINE: Final = 10_000
"""Lengths of the body are told in this share of a metre."""

LIMBS: Final = ("leg.", "arm.")
"""Parts that are painted paler on the far side."""
ROUND: Final = ("capsule", "disc")
POINTED: Final = (Blob, OpenLine, Polygon)


@dataclass(frozen=True, slots=True)
class Shot:
    """A motion as filmed: from which pose, and the pictures at equal shares of the way."""

    start: str
    pictures: tuple[Picture, ...]


@cache
def web_figures() -> dict[str, Any]:
    """Return the document. It is made once in a process, in about a second; do not change it."""
    shots = {name: _shoot_all(name) for name in POSES}
    zooms = {name: CANVAS / pose.crop.width for name, pose in POSES.items()}
    sights = [
        _sight(picture, zooms[name])
        for name, films in shots.items()
        for film in films
        for picture in film.pictures
    ]
    anatomy = find_anatomy(sights)
    book = _Book(anatomy)
    poses = {name: book.write_pose(POSES[name], films, zooms[name]) for name, films in shots.items()}
    return {
        "format": FORMAT,
        "canvas": int(CANVAS),
        "edge": [EDGE_WIDTH, EDGE_OPACITY],
        "arrow": int(ARROW_WIDTH),
        "halos": [list(halo) for halo in HALOS],
        "dots": len(anatomy.dots),
        "sizes": len(anatomy.sizes),
        "parts": [book.write_part(part) for part in anatomy.parts],
        "rooms": book.rooms,
        "poses": poses,
        "paints": book.paints,
    }


def _shoot_all(name: str) -> list[Shot]:
    """Return a pose's motions; one that is entered from nowhere is filmed standing still."""
    ways = [step / SAMPLES for step in range(SAMPLES + 1)]
    start = POSES[name].start
    starts: list[tuple[str, float | None]] = [(start, None)] if start else []
    starts += [(other, lift) for (other, end), lift in ALSO_FROM.items() if end == name]
    if not starts:
        return [Shot(name, shoot(name, name, USUAL_SIDE, BUILDS["usual"], [1.0]).pictures)]
    return [
        Shot(other, shoot(other, name, USUAL_SIDE, BUILDS["usual"], ways, lift=lift).pictures)
        for other, lift in starts
    ]


def _sight(picture: Picture, zoom: float) -> Sight:
    return Sight({shape.name: shape for shape in picture.person if not _is_glow(shape)}, zoom)


def _is_glow(shape: Shape) -> bool:
    return shape.name.startswith("glow.")


class _Book:
    """Writes poses, and keeps what they share: paints, rooms."""

    def __init__(self, anatomy: Anatomy) -> None:
        self.paints: list[str] = []
        self.rooms: list[Any] = []
        self._anatomy = anatomy
        self._numbers = {part.name: number for number, part in enumerate(anatomy.parts)}

    def write_part(self, part: BodyPart) -> dict[str, Any]:
        """Return a part as data: all its outlines are of one kind."""
        kind, sizes = part.outlines[0].kind, [size for outline in part.outlines for size in outline.sizes]
        written: dict[str, Any] = {"paint": self._paint(part.paint), kind: _join(part)}
        if part.name.startswith(LIMBS):
            written["far"] = self._paint(part.paint + FAR)
        if is_edged(Shape(part.name, part.paint, ())):
            written["edge"] = 1
        if part.width:
            written["width"], sizes = round(part.width * FINE), [part.size]
        if any(size is not None for size in sizes):
            written["sizes"] = sizes
        return written

    def write_pose(self, pose: Pose, films: Sequence[Shot], zoom: float) -> dict[str, Any]:
        """Return a pose as data: its room, its marks, its numbers, and the motions that lead to it."""
        last = films[0].pictures[-1]
        body = [shape for shape in last.person if not _is_glow(shape)]
        written: dict[str, Any] = {
            "zoom": round(zoom, 2),
            "room": self._room(last.room),
            "order": [self._numbers[shape.name] for shape in body],
            "at": self._write_numbers([round(value) for value in self._measure(last, zoom)]),
        }
        optional = {
            "far": [self._numbers[shape.name] for shape in body if shape.paint.endswith(FAR)],
            "glow": _write_glows(last, zoom),
            "arrows": [_write_arrow(last.marks, number) for number in range(len(pose.arrows))],
            "mirror": int(is_mirror(pose.camera)),
            "moves": {film.start: self._write_move(film, zoom) for film in films if len(film.pictures) > 1},
        }
        return written | {key: value for key, value in optional.items() if value}

    def _write_move(self, film: Shot, zoom: float) -> list[list[int]]:
        """Return the lists that lead to the end's numbers: the start less the end, and the bends."""
        pictures = [self._measure(picture, zoom) for picture in film.pictures]
        curves = find_curves(list(zip(*pictures, strict=True)), len(self._anatomy.sizes))
        return [self._write_numbers(list(numbers)) for numbers in zip(*curves, strict=True)]

    def _measure(self, picture: Picture, zoom: float) -> list[float]:
        """Return a picture's numbers: the sizes, then x and y of each dot and of the glows' points."""
        sight = _sight(picture, zoom)
        points = self._anatomy.place_dots(sight)
        points += [point for line in _glow_lines(picture) for point in line.points]
        return [*self._anatomy.measure_sizes(sight), *(value for point in points for value in point)]

    def _write_numbers(self, numbers: list[int]) -> list[int]:
        """Return numbers with each dot told from the one before, and without the zeros at the end."""
        first = len(self._anatomy.sizes)
        return _trim([*numbers[:first], *_steps(numbers[first:])])

    def _paint(self, name: str) -> int:
        if name not in self.paints:
            self.paints.append(name)
        return self.paints.index(name)

    def _room(self, shapes: Sequence[Shape]) -> int:
        room = [{"paint": self._paint(shape.paint), **_write_outlines(shape.outlines)} for shape in shapes]
        if room not in self.rooms:
            self.rooms.append(room)
        return self.rooms.index(room)


def _steps(numbers: Sequence[int]) -> list[int]:
    """Return x and y of each point less those of the point before."""
    return [value - before for value, before in zip(numbers, [0, 0, *numbers], strict=False)]


def _trim(numbers: list[int]) -> list[int]:
    while numbers and not numbers[-1]:
        numbers.pop()
    return numbers


def _join(part: BodyPart) -> list[int]:
    joined: list[int] = []
    for outline in part.outlines:
        for dot, radius in zip(outline.dots, outline.radii, strict=True):
            joined += [dot, round(radius * FINE)] if outline.kind in ROUND else [dot]
    return joined


def _glow_lines(picture: Picture) -> Iterator[OpenLine]:
    """Yield the line of each glow, once."""
    for shape in picture.person:
        if _is_glow(shape) and shape.name.endswith(".0"):
            yield from (outline for outline in shape.outlines if isinstance(outline, OpenLine))


def _write_glows(picture: Picture, zoom: float) -> list[list[int]]:
    """Return for each glow after how many parts it is painted, its width, and how many points it has."""
    written, painted = [], 0
    for shape in picture.person:
        if not _is_glow(shape):
            painted += 1
        elif shape.name.endswith(".0"):
            width = shape.width / HALOS[0][0] / zoom
            written.append([painted, round(width * FINE), len(_points(shape.outlines))])
    return written


def _write_arrow(marks: Sequence[Shape], number: int) -> list[list[int]]:
    """Return the points of an arrow's shaft, and of its head."""
    found = {shape.name: shape.outlines for shape in marks}
    return [_flat(_points(found[f"arrow{number}.{part}"])) for part in ("shaft", "head")]


def _write_outlines(outlines: Sequence[Outline]) -> dict[str, list[int]]:
    """Return a room's outlines, all of one kind: of a box's face the first three corners."""
    match outlines[0]:
        case Polygon():
            corners = [point for outline in outlines for point in _points((outline,))[:3]]
            return {"faces": _flat(corners)}
        case Capsule():
            return {"capsule": [round(n) for each in outlines for n in _capsule_numbers(each)]}
        case _:
            return {"blob": _flat(_points(outlines))}


def _capsule_numbers(outline: Outline) -> tuple[float, ...]:
    if not isinstance(outline, Capsule):
        raise ValueError("a room's shape has outlines of one kind")
    return (*outline.a, outline.a_radius, *outline.b, outline.b_radius)


def _points(outlines: Sequence[Outline]) -> list[Point]:
    return [point for outline in outlines if isinstance(outline, POINTED) for point in outline.points]


def _flat(points: Sequence[Point]) -> list[int]:
    return [round(value) for point in points for value in point]
