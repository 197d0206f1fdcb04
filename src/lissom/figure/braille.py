"""The picture in braille characters for a terminal that shows no images: the same shapes, two dots by four a
cell.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor
from typing import Final

from lissom.figure.body import Side
from lissom.figure.camera import CANVAS, Point
from lissom.figure.drawing import picture
from lissom.figure.outline import Blob, Capsule, Disc, OpenLine, Outline, Polygon, trace
from lissom.figure.render import USUAL_SIDE, find_build, find_pose
from lissom.figure.shape import Shape

DOTS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a cell: rows from the top, left and right."""
BLANK: Final = 0x2800
GAP: Final = 1.1
"""How wide a near limb's outline is cut out of what lies behind it, in dots."""
OMITTED: Final = ("head.eyes", "head.mouth", "head.nose", "ground")
"""What is too small, or too large, to be shown in dots."""

Grid = list[list[bool]]


def braille(
    pose_id: str, *, side: Side | None = None, columns: int = 40, rows: int = 20, build: str = "usual"
) -> list[str]:
    """Return the picture as lines of braille characters: `rows` of them, each `columns` long.

    A cell is twice as high as wide, so a picture that should look square has twice as many columns as rows.
    """
    drawn = picture(find_pose(pose_id), side or USUAL_SIDE, find_build(build), badge=False)
    wide, high = columns * 2, rows * 4
    zoom = min(wide, high) / CANVAS
    shift = ((wide - CANVAS * zoom) / 2, (high - CANVAS * zoom) / 2)
    grid = [[False] * wide for _ in range(high)]
    for shape in drawn.room:
        _dot_room(grid, shape, zoom, shift)
    for shape in drawn.person:
        _dot_body(grid, shape, zoom, shift)
    for shape in drawn.marks:
        if shape.paint == "accent":
            _dot_body(grid, shape, zoom, shift)
    return [_encode(grid, row, columns) for row in range(rows)]


def _dot_room(grid: Grid, shape: Shape, zoom: float, shift: Point) -> None:
    """Dot a prop's outlines only: the person is what matters."""
    if shape.name not in OMITTED:
        for outline in shape.outlines:
            points = [_scale(point, zoom, shift) for point in trace(outline)]
            _fill(grid, points, on=False)
            for a, b in zip(points, [*points[1:], points[0]], strict=True):
                _dot_line(grid, a, b)


def _dot_body(grid: Grid, shape: Shape, zoom: float, shift: Point) -> None:
    """Dot a shape solidly, inside a cut-out rim that sets it off from what lies behind."""
    if shape.name in OMITTED or shape.name.startswith(("glow", "seam")):
        return
    for widen, on in ((GAP, False), (0.0, True)):
        for outline in shape.outlines:
            wider = widen / zoom + shape.width / 2
            for grown in _grow(outline, wider):
                _fill(grid, [_scale(point, zoom, shift) for point in trace(grown)], on)


def _grow(outline: Outline, by: float) -> Sequence[Outline]:
    if isinstance(outline, Disc):
        return (Disc(outline.middle, outline.radius + by),)
    if isinstance(outline, Capsule):
        return (Capsule(outline.a, outline.a_radius + by, outline.b, outline.b_radius + by),)
    if isinstance(outline, Blob | Polygon) and not by:
        return (outline,)
    rim = outline.points if isinstance(outline, OpenLine) else (*outline.points, outline.points[0])
    edges = tuple(Capsule(a, by, b, by) for a, b in pairwise(rim) if a != b)
    return edges if isinstance(outline, OpenLine) else (*edges, outline)


def _scale(point: Point, zoom: float, shift: Point) -> Point:
    return (point[0] * zoom + shift[0], point[1] * zoom + shift[1])


def _fill(grid: Grid, points: Sequence[Point], on: bool) -> None:
    """Set every dot inside a closed outline, row by row (even-odd)."""
    low, high = min(y for _, y in points), max(y for _, y in points)
    for row in range(max(0, floor(low)), min(len(grid), ceil(high) + 1)):
        y = row + 0.5
        crossings = sorted(
            a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
            for a, b in zip(points, [*points[1:], points[0]], strict=True)
            if (a[1] <= y) != (b[1] <= y)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            for column in range(max(0, ceil(left - 0.5)), min(len(grid[0]), floor(right - 0.5) + 1)):
                grid[row][column] = on


def _dot_line(grid: Grid, a: Point, b: Point) -> None:
    steps = max(1, ceil(max(abs(b[0] - a[0]), abs(b[1] - a[1]))))
    for step in range(steps + 1):
        x = floor(a[0] + (b[0] - a[0]) * step / steps)
        y = floor(a[1] + (b[1] - a[1]) * step / steps)
        if 0 <= y < len(grid) and 0 <= x < len(grid[0]):
            grid[y][x] = True


def _encode(grid: Grid, row: int, columns: int) -> str:
    return "".join(
        chr(BLANK + sum(DOTS[y][x] for y in range(4) for x in range(2) if grid[row * 4 + y][column * 2 + x]))
        for column in range(columns)
    )
