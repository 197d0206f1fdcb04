"""The trunk as two smooth shapes, trousers and shirt: the outer edge of its cross-sections in the picture."""

from math import hypot, sqrt
from typing import Final

from lissom.figure.body import HIPS_UP_TO, RINGS, SEGMENTS, CrossSection
from lissom.figure.camera import Point, View
from lissom.figure.outline import Blob
from lissom.figure.shape import Layer, Shape
from lissom.figure.skeleton import Skeleton
from lissom.figure.vectors import FORWARD, LEFT, Vector, rotate

PART_LENGTH: Final = {
    "pelvis": SEGMENTS["pelvis"],
    "lumbar": SEGMENTS["lumbar"] / 3,
    "thorax": SEGMENTS["thorax"] / 3,
}


def draw_trunk(body: Skeleton, view: View) -> Layer:
    """Return the trunk's layer: trousers first, the shirt over them."""
    edges = [_edges(body, view, index) for index in range(len(RINGS))]
    hem = _edges(body, view, HIPS_UP_TO - 2, spread=1.02)
    waist = _edges(body, view, HIPS_UP_TO - 1, spread=0.9)
    shapes = (
        Shape("trunk.hips", "trousers", (_close([*edges[: HIPS_UP_TO - 1], waist, waist]),)),
        Shape("trunk.shirt", "shirt", (_close([hem, hem, *edges[HIPS_UP_TO - 1 :]]),)),
    )
    return Layer("trunk", shapes, view.depth(body.frames["thorax.1"][0]))


def _close(edges: list[tuple[Point, Point]]) -> Blob:
    """Return the closed curve through the edges; corners at the waist are kept by giving them twice."""
    return Blob((*(left for left, _ in edges), *(right for _, right in reversed(edges))))


def ring_centre(body: Skeleton, ring: CrossSection) -> Vector:
    """Return where the middle of a cross-section is in the room."""
    rise = ring.part * PART_LENGTH[ring.segment.partition(".")[0]]
    return body.place(ring.segment, body.build.sized((0.0, 0.0, rise)))


def surface(body: Skeleton, ring: CrossSection, sideways: float, forwards: float) -> Vector:
    """Return a point on (or, below 1, within) a cross-section: shares of its half-width and of its depth."""
    depth = ring.front if forwards > 0 else ring.back
    rise = ring.part * PART_LENGTH[ring.segment.partition(".")[0]]
    build = body.build
    girth = build.trunk * build.height
    offset = (forwards * depth * girth, sideways * ring.wide * girth, rise * build.height)
    return body.place(ring.segment, offset)


def _edges(body: Skeleton, view: View, index: int, spread: float = 1.0) -> tuple[Point, Point]:
    """Return the outermost points of a ring to either side of the trunk's line in the picture."""
    below = view.project(ring_centre(body, RINGS[max(index - 1, 0)]))
    above = view.project(ring_centre(body, RINGS[min(index + 1, len(RINGS) - 1)]))
    away = hypot(above[0] - below[0], above[1] - below[1]) or 1.0
    normal = ((above[1] - below[1]) / away, -(above[0] - below[0]) / away)
    opposite = (-normal[0], -normal[1])
    ring = RINGS[index]
    return _outermost(body, view, ring, normal, spread), _outermost(body, view, ring, opposite, spread)


def _outermost(body: Skeleton, view: View, ring: CrossSection, normal: Point, spread: float) -> Point:
    """Return the point of an elliptic ring that lies furthest along a direction of the picture."""
    turned = body.frames[ring.segment][1]
    wide, deep = (view.flatten(rotate(turned, axis)) for axis in (LEFT, FORWARD))
    along_wide = normal[0] * wide[0] + normal[1] * wide[1]
    along_deep = normal[0] * deep[0] + normal[1] * deep[1]
    depth = ring.front if along_deep > 0 else ring.back
    a, b = along_wide * ring.wide, along_deep * depth
    size = sqrt(a * a + b * b) or 1.0
    point = surface(body, ring, a / size * spread, abs(b) / size * (1 if along_deep > 0 else -1) * spread)
    return view.project(point)
