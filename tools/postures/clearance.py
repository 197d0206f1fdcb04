"""What is wrong with a posture, as values: angles out of range, contacts missed, limbs through things or each
other.

Used by the tests; a pose written elsewhere can be judged by it too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lissom.figure.body import SIDES, Build, Side
from lissom.figure.joints import RANGES
from lissom.figure.limbs import spot
from lissom.figure.pose import Foot, Hand, Pose
from lissom.figure.props import Box, place_prop
from lissom.figure.settle import contact_made, contact_target, settle
from lissom.figure.skeleton import Posture, Skeleton, stand
from lissom.figure.vectors import Vector, between, length, subtract
from tools.postures.measure import measure

CONTACT_SLACK: Final = 0.010
"""How far a contact may miss, in metres."""

BONES: Final = (("hip", "knee"), ("knee", "hem"), ("hem", "ankle"), ("shoulder", "elbow"), ("elbow", "wrist"))
SOFT: Final = 0.55
"""Flesh gives: only this share of a limb's radius may enter nothing."""

SAMPLES: Final = 9


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: what kind, where, and by how much (degrees or metres)."""

    kind: str
    where: str
    amount: float


def find_faults(pose: Pose, side: Side, build: Build) -> list[Fault]:
    """Return everything wrong with a pose on one side in one build."""
    posture = settle(pose, side, build)
    return [
        *find_posture_faults(pose, posture, side, build),
        *_missed_contacts(pose, side, stand(build, posture)),
    ]


def find_posture_faults(pose: Pose, posture: Posture, side: Side, build: Build) -> list[Fault]:
    """Return what is wrong with a posture in a pose's room, its contacts apart: one on the way to it, say."""
    body = stand(build, posture)
    return [*_angles_out_of_range(posture), *_limbs_in_props(pose, side, body), *_legs_in_legs(body)]


def _angles_out_of_range(posture: Posture) -> Iterator[Fault]:
    for name, angle in measure(posture).items():
        if not RANGES[name.partition(",")[0]].holds(angle):
            yield Fault("angle", name, round(angle, 1))


def _missed_contacts(pose: Pose, side: Side, body: Skeleton) -> Iterator[Fault]:
    for limbs in (pose.legs, pose.arms):
        for role, limb in limbs.items():
            if isinstance(limb, Foot | Hand):
                miss = subtract(contact_made(limb, side, role, body), contact_target(limb, side, role, body))
                along = 0.0 if isinstance(limb, Foot) and limb.straight else miss[0]
                if length((along, miss[1], miss[2])) > CONTACT_SLACK:
                    yield Fault("contact", f"{type(limb).__name__.lower()}, {role}", round(length(miss), 3))


def _limbs_in_props(pose: Pose, side: Side, body: Skeleton) -> Iterator[Fault]:
    boxes = [(prop.kind, box) for prop in pose.props for box in place_prop(prop, side)]
    for own in SIDES:
        for bone in BONES:
            for kind, box in boxes:
                depth = max(
                    radius * SOFT - distance_to_box(at, box) for at, radius in _along(body, own, bone)
                )
                if depth > CONTACT_SLACK:
                    yield Fault("prop", f"{bone[0]}-{bone[1]}, {own}, {kind}", round(depth, 3))


def _legs_in_legs(body: Skeleton) -> Iterator[Fault]:
    for a in BONES[:3]:
        for b in BONES[:3]:
            depth = max(
                (p_radius + q_radius) * SOFT - length(subtract(p, q))
                for p, p_radius in _along(body, "left", a)
                for q, q_radius in _along(body, "right", b)
            )
            if depth > CONTACT_SLACK:
                yield Fault("legs", f"{a[0]}-{a[1]}, {b[0]}-{b[1]}", round(depth, 3))


def _along(body: Skeleton, side: Side, bone: tuple[str, str]) -> list[tuple[Vector, float]]:
    (p, p_radius), (q, q_radius) = spot(body, side, bone[0]), spot(body, side, bone[1])
    parts = [i / (SAMPLES - 1) for i in range(SAMPLES)]
    return [(between(p, q, part), p_radius + (q_radius - p_radius) * part) for part in parts]


def distance_to_box(point: Vector, box: Box) -> float:
    """Return how far a point is outside a box in metres; inside it is 0."""
    outside = (max(box.low[axis] - point[axis], 0.0, point[axis] - box.high[axis]) for axis in range(3))
    x, y, z = outside
    return length((x, y, z))
