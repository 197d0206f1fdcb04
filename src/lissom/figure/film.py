"""A motion drawn in time: the person in the end pose's room, seen by the end pose's camera."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lissom.figure.body import SIDES, Build, Side
from lissom.figure.camera import aim
from lissom.figure.cover import spare
from lissom.figure.drawing import Picture, arrange, picture_posture
from lissom.figure.motion import pose_between
from lissom.figure.pose import Pose
from lissom.figure.render import find_pose
from lissom.figure.settle import settle
from lissom.figure.shape import Shape
from lissom.figure.skeleton import Posture, stand

Filmed = tuple[Shape, tuple[Shape, ...]]
"""A shape as it ends, and its shapes over time."""


@dataclass(frozen=True, slots=True)
class Film:
    """Pictures in time, the last one with the end pose's marks."""

    pose: Pose
    side: Side
    pictures: tuple[Picture, ...]

    @property
    def last(self) -> Picture:
        """The end pose's picture."""
        return self.pictures[-1]

    def person(self) -> list[Filmed]:
        """Return each shape of the person as it ends, with its shapes over time; never what is not seen."""
        films = [{shape.name: shape for shape in drawn.person} for drawn in self.pictures]
        series = [spare([film[shape.name] for film in films]) for shape in self.last.person]
        return [(shapes[-1], shapes) for shapes in series if shapes[-1].outlines]


def posture_at(
    from_pose: str, to_pose: str, side: Side, build: Build, way: float, lift: float | None = None
) -> Posture:
    """Return the posture when that share of the way is done; at 0 and 1 exactly the poses' own.

    `lift` is how far the active hip is lifted half-way, in degrees; None as the end pose says.
    """
    start, end = find_pose(from_pose), find_pose(to_pose)
    first, last = settle(start, side, build), settle(end, side, build)
    if way in (0.0, 1.0):
        return last if way else first
    return pose_between(first, last, way, flexed_on_the_way(end, side, lift))


def flexed_on_the_way(end: Pose, side: Side, lift: float | None = None) -> dict[str, float]:
    """Return which joints flex further on the way to a pose, and by how many degrees half-way."""
    lifted = {f"hip.{side}": end.lift if lift is None else lift}
    folded = {f"elbow.{own}": end.fold for own in SIDES}
    return {joint: angle for joint, angle in (lifted | folded).items() if angle}


def shoot(
    from_pose: str,
    to_pose: str,
    side: Side,
    build: Build,
    ways: Sequence[float],
    *,
    lift: float | None = None,
) -> Film:
    """Return the motion's pictures at these shares of the way, of which the last must be 1."""
    end = find_pose(to_pose)
    postures = [posture_at(from_pose, to_pose, side, build, way, lift) for way in ways]
    order = tuple(
        layer.name for layer in arrange(stand(build, postures[-1]), aim(end.camera, end.crop, side))
    )
    plain = replace(end, arrows=())
    pictures = [picture_posture(plain, posture, side, build, order=order) for posture in postures[:-1]]
    last = picture_posture(end, postures[-1], side, build, order=order)
    return Film(end, side, (*pictures, last))
