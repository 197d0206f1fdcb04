"""A motion as compact keyframes: what a player that runs script interpolates."""

from typing import TypedDict

from lissom.figure.body import Side
from lissom.figure.camera import CANVAS
from lissom.figure.film import shoot
from lissom.figure.motion import MOMENTS, SECONDS, ease
from lissom.figure.outline import write_path
from lissom.figure.render import USUAL_SIDE, find_build
from lissom.figure.shape import Shape
from lissom.figure.svg import is_edged


class Part(TypedDict, total=False):
    """One shape of the keyframes: `d` holds one path per moment, or a single one where nothing moves."""

    name: str
    paint: str
    width: float
    rim: float
    opacity: float
    edge: bool
    d: list[str]


class Keyframes(TypedDict):
    """A motion for a player: a canvas, the moments from 0 to 1, its seconds, and the parts in painter's
    order.
    """

    canvas: int
    seconds: float
    moments: list[float]
    room: list[Part]
    person: list[Part]
    marks: list[Part]


def keyframes(from_pose: str, to_pose: str, *, side: Side | None = None, build: str = "usual") -> Keyframes:
    """Return the motion as data a player can interpolate: every part has the same path commands at every
    moment.
    """
    ways = [ease(moment) for moment in MOMENTS[:-1]] + [1.0]
    film = shoot(from_pose, to_pose, side or USUAL_SIDE, find_build(build), ways)
    return Keyframes(
        canvas=int(CANVAS),
        seconds=SECONDS,
        moments=list(MOMENTS),
        room=[_part(shape, _paths((shape,))) for shape in film.last.room],
        person=[_part(shape, _paths(shapes)) for shape, shapes in film.person()],
        marks=[_part(shape, _paths((shape,))) for shape in film.last.marks],
    )


def _paths(film: tuple[Shape, ...]) -> list[str]:
    paths = [write_path(shape.outlines) for shape in film]
    return paths[:1] if len(set(paths)) == 1 else paths


def _part(shape: Shape, paths: list[str]) -> Part:
    part = Part(name=shape.name, paint=shape.paint, d=paths)
    if is_edged(shape):
        part["edge"] = True
    if shape.width:
        part["width"] = round(shape.width, 1)
    if shape.rim:
        part["rim"] = shape.rim
    if shape.opacity < 1:
        part["opacity"] = shape.opacity
    return part
