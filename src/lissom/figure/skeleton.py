"""Forward kinematics: a posture's joint rotations become segments in space and named points on them.

A posture is solved joint rotations and where the pelvis is; nothing here decides what a pose looks like.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from lissom.figure.body import SIDES, SIGN, SPINE_PARTS, Build
from lissom.figure.vectors import ORIGIN, Rotation, Vector, add, after, rotate, share

Frame = tuple[Vector, Rotation]
"""Where a segment's upper joint is, and how the segment is turned, in the room."""


@dataclass(frozen=True, slots=True)
class Posture:
    """Where the midpoint of the hips is (metres), and each joint's rotation against the segment before it."""

    root: Vector
    turns: Mapping[str, Rotation]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The segments in space."""

    build: Build
    frames: Mapping[str, Frame]

    def place(self, segment: str, offset: Vector) -> Vector:
        """Return a point of a segment, its offset (metres, in the segment's own axes) given, in the room."""
        origin, turned = self.frames[segment]
        return add(origin, rotate(turned, offset))

    def point(self, name: str) -> Vector:
        """Return a named point of the body, such as `heel.left` or `chin`."""
        place, _, side = name.partition(".")
        segment, offset = POINTS[place]
        sign = SIGN[side] if side else 1.0
        sized = self.build.sized((offset[0], offset[1] * sign, offset[2]))
        return self.place(f"{segment}.{side}" if side else segment, sized)


POINTS: Final[Mapping[str, tuple[str, Vector]]] = MappingProxyType(
    {
        "hips": ("pelvis", (0.0, 0.0, 0.0)),
        "belly": ("lumbar.2", (0.06, 0.0, 0.016)),
        "low-back": ("lumbar.2", (-0.045, 0.0, 0.016)),
        "mid-back": ("thorax.2", (-0.055, 0.0, 0.0)),
        "breast": ("thorax.2", (0.062, 0.0, 0.04)),
        "nape": ("neck.1", (-0.03, 0.0, 0.02)),
        "crown": ("head", (0.0, 0.0, 0.11)),
        "face": ("head", (0.062, 0.0, 0.035)),
        "chin": ("head", (0.055, 0.0, -0.008)),
        "hip": ("thigh", (0.0, 0.0, 0.0)),
        "thigh": ("thigh", (0.0, 0.0, -0.19)),
        "lap": ("thigh", (0.047, 0.0, -0.16)),
        "knee": ("shank", (0.0, 0.0, 0.0)),
        "kneecap": ("shank", (0.036, 0.0, 0.01)),
        "calf": ("shank", (-0.03, 0.0, -0.09)),
        "shin": ("shank", (0.024, 0.0, -0.2)),
        "ankle": ("foot", (0.0, 0.0, 0.0)),
        "instep": ("foot", (0.024, 0.0, 0.0)),
        "heel": ("foot", (-0.016, 0.0, -0.02)),
        "ball": ("foot", (0.085, 0.0, -0.0255)),
        "toes": ("toes", (0.028, 0.0, 0.0)),
        "shoulder": ("upper-arm", (0.0, 0.0, 0.0)),
        "elbow": ("forearm", (0.0, 0.0, 0.0)),
        "wrist": ("hand", (0.0, 0.0, 0.0)),
        "palm": ("hand", (0.0, 0.0, -0.045)),
    }
)
"""Named points: the segment, and the offset in its axes as fractions of height. y of a sided one is mirrored.
"""


NECK_LEAN: Final = 0.008
"""How far forwards each part of the neck leads, as a fraction of height."""


def stand(build: Build, posture: Posture) -> Skeleton:
    """Return the skeleton that the posture puts in space."""
    frames: dict[str, Frame] = {"pelvis": (posture.root, posture.turns["pelvis"])}
    _stack_spine(build, posture, frames)
    for side in SIDES:
        _hang_limb(build, posture, frames, side, LEG)
        _hang_limb(build, posture, frames, side, ARM)
    return Skeleton(build, MappingProxyType(frames))


def _stack_spine(build: Build, posture: Posture, frames: dict[str, Frame]) -> None:
    at = _step(frames["pelvis"], (0.0, 0.0, build.length("pelvis")))
    turned = frames["pelvis"][1]
    for region, segment in (("lumbar", "lumbar"), ("thoracic", "thorax"), ("neck", "neck")):
        count = SPINE_PARTS[region]
        part = share(posture.turns[region], 1.0 / count)
        rise = (NECK_LEAN * build.height if region == "neck" else 0.0, 0.0, build.length(segment) / count)
        for number in range(1, count + 1):
            turned = after(turned, part)
            frames[f"{segment}.{number}"] = (at, turned)
            at = _step((at, turned), rise)
    frames["head"] = (at, after(turned, posture.turns["head"]))


Bone = tuple[str, str, str, Vector]
"""Segment, joint, the segment it hangs on, and where on it the joint lies (fractions of height, y outwards).
"""

LEG: Final[tuple[Bone, ...]] = (
    ("thigh", "hip", "pelvis", (0.0, 0.053, 0.0)),
    ("shank", "knee", "thigh", (0.0, 0.0, -0.245)),
    ("foot", "ankle", "shank", (0.0, 0.0, -0.246)),
    ("toes", "toes", "foot", (0.085, 0.0, -0.028)),
)
ARM: Final[tuple[Bone, ...]] = (
    ("clavicle", "clavicle", "thorax.3", (0.0, 0.008, 0.017)),
    ("upper-arm", "shoulder", "clavicle", (-0.008, 0.094, -0.010)),
    ("forearm", "elbow", "upper-arm", (0.0, 0.0, -0.186)),
    ("hand", "wrist", "forearm", (0.0, 0.0, -0.146)),
)


def _hang_limb(
    build: Build, posture: Posture, frames: dict[str, Frame], side: str, limb: tuple[Bone, ...]
) -> None:
    for segment, joint, parent, offset in limb:
        held = frames.get(f"{parent}.{side}") or frames[parent]
        at = _step(held, build.sized((offset[0], offset[1] * SIGN[side], offset[2])))
        frames[f"{segment}.{side}"] = (at, after(held[1], posture.turns[f"{joint}.{side}"]))


def _step(held: Frame, offset: Vector) -> Vector:
    return add(held[0], rotate(held[1], offset)) if offset != ORIGIN else held[0]
