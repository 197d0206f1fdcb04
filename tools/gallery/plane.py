"""The plane in which most of a motion happens: what turns in it looks skewed from a camera aslant."""

from collections.abc import Callable
from dataclasses import dataclass

from lissom.figure.camera import Point, View
from lissom.figure.outline import number
from tools.gallery.tween import Series, change_points


@dataclass(frozen=True, slots=True)
class Plane:
    """A plane as it lies in the picture.

    `x` is where one unit across the plane goes in the picture, `y` one unit down.
    """

    x: Point
    y: float

    def flatten(self, series: Series) -> Series:
        """Return outlines of the picture as they lie in the plane."""
        (a, b), d = self.x, self.y
        return _map(series, lambda point: (point[0] / a, (point[1] - b * point[0] / a) / d))

    def unfold(self, series: Series) -> Series:
        """Return outlines of the plane as they lie in the picture."""
        (a, b), d = self.x, self.y
        return _map(series, lambda point: (a * point[0], b * point[0] + d * point[1]))

    def write(self) -> str:
        """Return the style of the classes that unfold, and flatten."""
        (a, b), d = self.x, self.y
        out, back = (a, b, 0, d), (1 / a, -b / (a * d), 0, 1 / d)
        texts = [",".join(number(value, 4) for value in values) for values in (out, back)]
        return f".u{{transform:matrix({texts[0]},0,0)}}.v{{transform:matrix({texts[1]},0,0)}}"


def _map(series: Series, moved: Callable[[Point], Point]) -> Series:
    return tuple(tuple(change_points(outline, moved) for outline in outlines) for outlines in series)


def find_plane(view: View) -> Plane:
    """Return the plane that faces the camera most: the one through the body from front to back, or across."""
    axis = 0 if abs(view.right[0]) > abs(view.right[1]) else 1
    sign = 1.0 if view.right[axis] > 0 else -1.0
    return Plane((abs(view.right[axis]), -view.up[axis] * sign), view.up[2])
