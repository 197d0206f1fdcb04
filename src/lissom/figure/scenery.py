"""Props and ground as shapes: each box shows the three faces turned to the camera."""

from typing import Final

from lissom.figure.body import SIGN, Side
from lissom.figure.camera import View
from lissom.figure.outline import Blob, Polygon
from lissom.figure.pose import Pose, Prop
from lissom.figure.props import Box, place_prop
from lissom.figure.shape import Layer, Shape
from lissom.figure.vectors import Vector, between

SHADE: Final = ("-dim", "", "-top")
"""The face along x, along y and on top of a box."""


def draw_prop(prop: Prop, number: int, side: Side, view: View) -> Layer:
    """Return a prop's layer, its boxes painted from the furthest to the nearest."""
    boxes = sorted(place_prop(prop, side), key=lambda box: view.depth(between(box.low, box.high, 0.5)))
    shapes: list[Shape] = []
    for box in boxes:
        for paint, polygon in _faces(box, view):
            if shapes and shapes[-1].paint == paint:
                shapes[-1] = _joined(shapes[-1], polygon)
            else:
                shapes.append(Shape(f"{prop.kind}{number}.{len(shapes)}", paint, (polygon,)))
    return Layer(prop.kind, tuple(shapes))


def _joined(shape: Shape, polygon: Polygon) -> Shape:
    return Shape(shape.name, shape.paint, (*shape.outlines, polygon))


def _faces(box: Box, view: View) -> list[tuple[str, Polygon]]:
    """Return the painted faces that look at the camera; one seen edge-on is left out."""
    seen = []
    for axis in range(3):
        towards = view.towards[axis]
        if abs(towards) < 0.02 or (axis == 2 and box.capped):
            continue
        corners = _face_corners(box, axis, towards > 0)
        seen.append((box.paint + SHADE[axis], Polygon(tuple(view.project(corner) for corner in corners))))
    return seen


def _face_corners(box: Box, axis: int, high: bool) -> list[Vector]:
    at = box.high[axis] if high else box.low[axis]
    a, b = (other for other in range(3) if other != axis)
    corners = []
    for i, j in ((0, 0), (1, 0), (1, 1), (0, 1)):
        corner = [at, at, at]
        corner[a] = (box.low, box.high)[i][a]
        corner[b] = (box.low, box.high)[j][b]
        corners.append((corner[0], corner[1], corner[2]))
    return corners


def draw_ground(pose: Pose, side: Side, view: View, feet: list[Vector]) -> Layer:
    """Return the patch of floor under everything that stands on it."""
    low, high = _footprint(pose, side, feet)
    x, y = (low[0] + high[0]) / 2, (low[1] + high[1]) / 2
    a, b = (high[0] - low[0]) * 0.52 + 0.08, (high[1] - low[1]) * 0.55 + 0.12
    round_ = ((1, 0), (0.71, 0.71), (0, 1), (-0.71, 0.71), (-1, 0), (-0.71, -0.71), (0, -1), (0.71, -0.71))
    rim = tuple(view.project((x + a * i, y + b * j * SIGN[side], 0.0)) for i, j in round_)
    return Layer("ground", (Shape("ground", "ground", (Blob(rim),)),))


def _footprint(pose: Pose, side: Side, feet: list[Vector]) -> tuple[Vector, Vector]:
    corners = [
        corner for prop in pose.props for box in place_prop(prop, side) for corner in (box.low, box.high)
    ]
    points = corners + feet
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (min(xs), min(ys), 0.0), (max(xs), max(ys), 0.0)
