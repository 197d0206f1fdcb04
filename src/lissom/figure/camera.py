"""The camera: from the room to the picture, without perspective, so that equal lengths stay comparable.

A person who follows a front view moves as before a mirror, so front views *are* mirror images: the person's
left is on the left of the picture. This is the only place that knows how.
"""

from dataclasses import dataclass
from math import cos, radians, sin

from lissom.figure.body import SIGN, Side
from lissom.figure.pose import Camera, Crop
from lissom.figure.vectors import UP, Vector, cross, dot, scale, unit

Point = tuple[float, float]

FRONTAL = 0.70
"""From this share of a front view on, a view is one from before the person."""

CANVAS = 960.0
"""Width and height of a picture in its own units."""


@dataclass(frozen=True, slots=True)
class View:
    """An aimed camera: the picture's axes in the room, and where its corner lies."""

    right: Vector
    up: Vector
    towards: Vector
    corner: Point
    zoom: float
    sense: float
    """1 where a pose's own right (an arrow's, say) is the picture's, -1 where it is the picture's left."""

    def project(self, point: Vector) -> Point:
        """Return where a point of the room lies in the picture, in its units, y down."""
        return (
            (dot(point, self.right) - self.corner[0]) * self.zoom,
            (self.corner[1] - dot(point, self.up)) * self.zoom,
        )

    def depth(self, point: Vector) -> float:
        """Return how near a point is to the viewer (greater is nearer), in metres."""
        return dot(point, self.towards)

    def flatten(self, direction: Vector) -> Point:
        """Return how a direction looks in the picture, its length in metres, y down."""
        return (dot(direction, self.right), -dot(direction, self.up))


def is_mirror(camera: Camera) -> bool:
    """Tell whether a camera stands before the person, half-way to the side at most: then it is a mirror.

    From the side the near limb is the one meant, and from behind left is left: there nothing is mirrored.
    """
    return sin(radians(camera.azimuth)) >= FRONTAL


def aim(camera: Camera, crop: Crop, side: Side) -> View:
    """Return the view of a pose made for the side; for the other side it is the mirror image."""
    a, e, sign = radians(camera.azimuth), radians(camera.elevation), SIGN[side]
    level = (sin(a), cos(a) * sign, 0.0)
    towards = (level[0] * cos(e), level[1] * cos(e), sin(e))
    seen_right = unit(cross(UP, level))
    flip = -1.0 if is_mirror(camera) else 1.0
    sense = -sign * flip
    corner = (crop.across * sense - crop.width / 2.0, crop.up + crop.width / 2.0)
    up = cross(towards, seen_right)
    return View(scale(seen_right, flip), up, towards, corner, CANVAS / crop.width, sense)
