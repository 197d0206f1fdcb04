"""Neck and head as shapes: hair, face with its nose, ear, eyes and mouth, so that the gaze is seen from any
side.
"""

from typing import Final

from lissom.figure.camera import View
from lissom.figure.outline import Capsule, Disc, OpenLine
from lissom.figure.shape import Layer, Shape
from lissom.figure.skeleton import Skeleton
from lissom.figure.vectors import FORWARD, LEFT, Vector, dot, rotate, scale

Ball = tuple[Vector, float]
"""A ball of the head: offset in the head's axes and radius, as fractions of height."""

HEAD_SIZE: Final = 1.07
"""The head is drawn a little larger than life, so that the gaze is read at 96 pixels."""

FACE: Final[dict[str, Ball]] = {
    "brow": ((0.016, 0.0, 0.042), 0.0400),
    "cheek-left": ((0.018, 0.012, 0.020), 0.0320),
    "cheek-right": ((0.018, -0.012, 0.020), 0.0320),
    "jaw": ((0.004, 0.0, 0.014), 0.0300),
    "chin": ((0.032, 0.0, -0.003), 0.0195),
    "bridge": ((0.048, 0.0, 0.040), 0.0080),
    "nose": ((0.0615, 0.0, 0.024), 0.0072),
}
FACE_LINES: Final = (
    ("brow", "cheek-left"),
    ("brow", "cheek-right"),
    ("cheek-left", "cheek-right"),
    ("cheek-left", "chin"),
    ("cheek-right", "chin"),
    ("jaw", "chin"),
    ("brow", "jaw"),
    ("bridge", "nose"),
)
GHOST_LINES: Final = (("brow", "chin"), ("jaw", "chin"), ("bridge", "nose"))
HAIR: Final[tuple[tuple[Ball, Ball], ...]] = (
    (((-0.012, 0.0, 0.050), 0.0520), ((0.010, 0.0, 0.066), 0.0430)),
    (((-0.012, 0.0, 0.050), 0.0520), ((-0.026, 0.0, 0.018), 0.0340)),
)
FRINGE: Final[tuple[tuple[Ball, Ball], ...]] = (
    (((0.000, 0.0, 0.074), 0.0400), ((0.026, 0.019, 0.080), 0.0190)),
    (((0.000, 0.0, 0.074), 0.0400), ((0.026, -0.019, 0.080), 0.0190)),
    (((0.026, 0.019, 0.080), 0.0190), ((0.026, -0.019, 0.080), 0.0190)),
)
TEMPLE: Final[tuple[Ball, Ball]] = (((-0.022, 0.026, 0.050), 0.0370), ((0.004, 0.026, 0.066), 0.0320))
BUN: Final[tuple[Ball, Ball]] = (((-0.052, 0.0, 0.096), 0.0230), ((-0.058, 0.0, 0.099), 0.0220))
EAR: Final[Ball] = ((-0.006, 0.044, 0.026), 0.0125)
EYE: Final[Ball] = ((0.048, 0.021, 0.037), 0.0052)
MOUTH: Final = ((0.050, 0.014, 0.0035), (0.054, 0.0, 0.0005), (0.050, -0.014, 0.0035))


HIDDEN: Final = 0.05
"""An ear that faces the viewer less than this lies under face and hair."""
AWAY: Final = -0.35
"""A face that looks further away than this lies under the hair."""


def draw_neck(body: Skeleton, view: View) -> Layer:
    """Return the neck's layer."""
    foot, nape = body.place("thorax.3", body.build.sized((-0.002, 0, 0.045))), body.frames["head"][0]
    radius = body.build.radius("neck") * view.zoom
    low, mid, high = (view.project(point) for point in (foot, body.frames["neck.2"][0], nape))
    halves = (
        Capsule(low, radius * 1.05, mid, radius * 0.95),
        Capsule(mid, radius * 0.95, high, radius * 0.9),
    )
    return Layer("neck", (Shape("neck", "skin-shade", halves),))


def draw_head(body: Skeleton, view: View) -> Layer:
    """Return the head's layer: hair behind the face where the face looks at the viewer, else over it."""
    turned = body.frames["head"][1]
    gaze = dot(rotate(turned, FORWARD), view.towards)
    sideways = dot(rotate(turned, LEFT), view.towards)
    paint = body.build.hair
    bun = Shape("head.bun", f"{paint}-bun", (_join(body, view, *BUN),))
    hair = Shape("head.hair", paint, tuple(_join(body, view, *pair) for pair in HAIR))
    face = Shape("head.face", "skin", tuple(_join(body, view, FACE[a], FACE[b]) for a, b in FACE_LINES))
    fringe = Shape("head.fringe", paint, tuple(_join(body, view, *pair) for pair in FRINGE))
    temples = Shape(
        "head.temple", paint, tuple(_temple(body, view, sign, sideways * sign) for sign in (1.0, -1.0))
    )
    ears = [(sideways * sign > HIDDEN, _ear(body, view, sign, sideways * sign)) for sign in (1.0, -1.0)]
    seen, unseen = ([ear for shown, ear in ears if shown is wanted] for wanted in (True, False))
    eyes = Shape("head.eyes", "ink", tuple(_eye(body, view, sign) for sign in (1.0, -1.0)))
    features = (_nose(body, view, gaze), eyes, _mouth(body, view))
    if gaze > AWAY:
        shapes = (*unseen, bun, hair, face, fringe, temples, *seen, *features)
    else:
        shapes = (*unseen, *features, face, *seen, temples, fringe, hair, bun)
    return Layer("head", shapes, view.depth(body.frames["head"][0]))


def draw_ghost(body: Skeleton, view: View) -> Shape:
    """Return the head as one pale shape: where it was."""
    outlines = [_join(body, view, *pair) for pair in HAIR]
    outlines += [_join(body, view, FACE[a], FACE[b]) for a, b in GHOST_LINES]
    return Shape("head.ghost", "ghost", tuple(outlines))


def _disc(body: Skeleton, view: View, disc: Ball, size: float = 1.0) -> Disc:
    middle = view.project(body.place("head", body.build.sized(scale(disc[0], HEAD_SIZE))))
    radius = disc[1] * HEAD_SIZE * body.build.height * view.zoom * size
    return Disc(middle, radius)


def _join(body: Skeleton, view: View, a: Ball, b: Ball) -> Capsule:
    first, second = _disc(body, view, a), _disc(body, view, b)
    return Capsule(first.middle, first.radius, second.middle, second.radius)


def _mirrored(disc: Ball, sign: float) -> Ball:
    (x, y, z), radius = disc
    return (x, y * sign, z), radius


def _ear(body: Skeleton, view: View, sign: float, facing: float) -> Shape:
    name = "left" if sign > 0 else "right"
    return Shape(
        f"head.ear.{name}", "skin", (_disc(body, view, _mirrored(EAR, sign), max(0.6, _seen(facing, 0.15))),)
    )


def _temple(body: Skeleton, view: View, sign: float, facing: float) -> Capsule:
    size = _seen(facing, 0.25)
    back, front = (_disc(body, view, _mirrored(disc, sign), size) for disc in TEMPLE)
    return Capsule(back.middle, back.radius, front.middle, front.radius)


def _eye(body: Skeleton, view: View, sign: float) -> Disc:
    turned = body.frames["head"][1]
    outward = rotate(turned, (0.86, 0.5 * sign, 0.0))
    return _disc(body, view, _mirrored(EYE, sign), _seen(dot(outward, view.towards), 0.12))


def _seen(facing: float, least: float) -> float:
    """Return how large a feature of the face is drawn: nothing once it looks away."""
    return max(0.0, min(1.0, (facing - least) * 4.0 + 0.4)) if facing > least - 0.1 else 0.0


def _nose(body: Skeleton, view: View, gaze: float) -> Shape:
    return Shape("head.nose", "skin-shade", (_disc(body, view, FACE["nose"], 0.8 * _seen(gaze, 0.35)),))


def _mouth(body: Skeleton, view: View) -> Shape:
    points = [view.project(body.place("head", body.build.sized(scale(point, HEAD_SIZE)))) for point in MOUTH]
    turned = body.frames["head"][1]
    shown = [dot(rotate(turned, (0.9, side, 0.0)), view.towards) > -0.02 for side in (0.45, 0.0, -0.45)]
    kept = [point if seen else points[1] for point, seen in zip(points, shown, strict=True)]
    width = 0.0042 * body.build.height * view.zoom * _seen(dot(rotate(turned, FORWARD), view.towards), 0.05)
    return Shape("head.mouth", "lip", (OpenLine(tuple(kept)),), width)
