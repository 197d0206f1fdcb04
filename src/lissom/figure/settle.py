"""From a pose to a posture: every joint's rotation for one side and one build, reached limbs solved.

The order is the body's: pelvis, spine, legs, arms; so a hand may reach for a foot, never a foot for a hand.
"""

from math import sqrt
from types import MappingProxyType
from typing import Final

from lissom.figure.body import SIDES, SIGN, Build, Side, opposite
from lissom.figure.pose import Arm, Bend, Foot, Girdle, Hand, Leg, Pelvis, Pose, Role
from lissom.figure.props import SEAT_HEIGHT
from lissom.figure.reach import reach_end, reach_middle
from lissom.figure.skeleton import Posture, Skeleton, stand
from lissom.figure.vectors import (
    DOWN,
    FORWARD,
    LEFT,
    NO_TURN,
    UP,
    Rotation,
    Vector,
    add,
    after,
    cross,
    frame,
    rotate,
    scale,
    subtract,
    turn,
    turn_vector,
    undo,
    unit,
)

CONTACT: Final[MappingProxyType[str, tuple[Vector, float]]] = MappingProxyType(
    {
        "sole": ((0.0, 0.0, -0.020), 0.019),
        "heel": ((-0.016, 0.0, -0.020), 0.019),
        "ball": ((0.085, 0.0, -0.0255), 0.0135),
        "ankle": ((0.0, 0.0, 0.0), 0.0),
    }
)
"""Where the foot touches: offset from the ankle in the foot's axes and padding below it, fractions of height.
"""

PALM: Final = 0.045
"""From the wrist to the middle of the palm, as a fraction of height."""


def settle(pose: Pose, side: Side, build: Build) -> Posture:
    """Return the posture that the pose asks of this body on this side."""
    root, pelvis = _place_pelvis(pose.pelvis, side, build)
    turns: dict[str, Rotation] = {"pelvis": pelvis, **_bend_spine(pose, side), **_relax()}
    sides = _sides(side)
    for role, leg in pose.legs.items():
        body = stand(build, Posture(root, turns))
        solved = _hold_leg(leg, sides[role]) if isinstance(leg, Leg) else _reach_leg(leg, sides, role, body)
        turns.update(solved)
    for role, girdle in (pose.girdles or {}).items():
        turns[f"clavicle.{sides[role]}"] = _carry(girdle, sides[role])
    for role, arm in pose.arms.items():
        body = stand(build, Posture(root, turns))
        solved = _hold_arm(arm, sides[role]) if isinstance(arm, Arm) else _reach_arm(arm, sides, role, body)
        turns.update(solved)
    return Posture(root, MappingProxyType(turns))


def contact_target(limb: Foot | Hand, side: Side, role: Role, body: Skeleton) -> Vector:
    """Return the point in the room that the limb is to touch; `side` is the pose's, `role` the limb's."""
    sides = _sides(side)
    offset = (limb.at[0], limb.at[1] * SIGN[side], limb.at[2])
    return add(body.point(_named(limb.point, sides)), offset) if limb.point else offset


def contact_made(limb: Foot | Hand, side: Side, role: Role, body: Skeleton) -> Vector:
    """Return the point in the room where the limb touches in this skeleton."""
    own = _sides(side)[role]
    if isinstance(limb, Hand):
        return body.place(f"hand.{own}", (0.0, 0.0, -PALM * body.build.height))
    offset, padding = CONTACT[limb.on]
    return add(body.place(f"foot.{own}", body.build.sized(offset)), scale(DOWN, padding * body.build.height))


def _sides(side: Side) -> dict[Role, Side]:
    return {"active": side, "other": opposite(side)}


def _named(point: str, sides: dict[Role, Side]) -> str:
    place, _, role = point.partition(".")
    return f"{place}.{sides[role]}" if role else place  # type: ignore[index]  # role is one of the two


def _place_pelvis(pelvis: Pelvis, side: Side, build: Build) -> tuple[Vector, Rotation]:
    legs = build.length("thigh") + build.length("shank") + build.length("ankle")
    heights = {
        "seat": SEAT_HEIGHT + build.radius("buttock"),
        "feet": legs,
        "knees": build.radius("knee") + build.length("thigh") * -rotate(turn(LEFT, pelvis.lean), DOWN)[2],
    }
    tilt = turn_vector((-SIGN[side] * pelvis.side, pelvis.pitch, 0.0))
    return (pelvis.x, 0.0, heights[pelvis.over] - pelvis.lower), after(
        turn(UP, SIGN[side] * pelvis.yaw), tilt
    )


def _bend_spine(pose: Pose, side: Side) -> dict[str, Rotation]:
    bends = {"lumbar": pose.lumbar, "thoracic": pose.thoracic, "neck": pose.neck, "head": pose.head}
    return {region: _bent(bend, SIGN[side]) for region, bend in bends.items()}


def _bent(bend: Bend, sign: float) -> Rotation:
    return turn_vector((-sign * bend.side, bend.flexion, sign * bend.turn))


def _relax() -> dict[str, Rotation]:
    joints = ("hip", "knee", "ankle", "toes", "clavicle", "shoulder", "elbow", "wrist")
    return {f"{joint}.{side}": NO_TURN for joint in joints for side in SIDES}


def _carry(girdle: Girdle, side: Side) -> Rotation:
    sign = SIGN[side]
    return after(turn(UP, -sign * girdle.protraction), turn(FORWARD, sign * girdle.elevation))


def _ball_joint(flexion: float, outwards: float, inward_turn: float, side: Side) -> Rotation:
    sign = SIGN[side]
    swing = after(turn(LEFT, -flexion), turn(FORWARD, sign * outwards))
    return after(swing, turn(UP, -sign * inward_turn))


def _hold_leg(leg: Leg, side: Side) -> dict[str, Rotation]:
    return {
        f"hip.{side}": _ball_joint(leg.flexion, leg.abduction, -leg.rotation, side),
        f"knee.{side}": turn(LEFT, leg.knee),
        f"ankle.{side}": turn(LEFT, -leg.ankle),
        f"toes.{side}": turn(LEFT, -leg.toes),
    }


def _hold_arm(arm: Arm, side: Side) -> dict[str, Rotation]:
    return {
        f"shoulder.{side}": _ball_joint(arm.flexion, arm.abduction, arm.rotation, side),
        f"elbow.{side}": turn(LEFT, -arm.elbow),
        f"wrist.{side}": NO_TURN,
    }


def _reach_leg(foot: Foot, sides: dict[Role, Side], role: Role, body: Skeleton) -> dict[str, Rotation]:
    own, build = sides[role], body.build
    level = after(turn(UP, SIGN[own] * foot.heading), turn(LEFT, -(foot.pitch or 0.0)))
    offset, padding = CONTACT[foot.on]
    touch = add(contact_target(foot, sides["active"], role, body), scale(UP, padding * build.height))
    ankle = subtract(touch, rotate(level, build.sized(offset)))
    towards = (foot.knee[0], foot.knee[1] * SIGN[own], foot.knee[2])
    held = body.frames["pelvis"][1]
    lengths = (build.length("thigh"), build.length("shank"))
    hip = body.point(f"hip.{own}")
    if foot.straight:
        ankle = _stretch_forwards(hip, ankle, sum(lengths))
    thigh, shank = _two_bones(hip, ankle, lengths, towards, 1.0)
    return {
        f"hip.{own}": after(undo(held), thigh),
        f"knee.{own}": after(undo(thigh), shank),
        f"ankle.{own}": turn(LEFT, -foot.ankle) if foot.pitch is None else after(undo(shank), level),
        f"toes.{own}": turn(LEFT, -foot.toes),
    }


def _stretch_forwards(hip: Vector, ankle: Vector, leg: float) -> Vector:
    """Return the ankle moved along x to where an all but straight leg reaches it."""
    aside, down = ankle[1] - hip[1], ankle[2] - hip[2]
    return (hip[0] + sqrt(max(0.0, (leg * 0.9999) ** 2 - aside**2 - down**2)), ankle[1], ankle[2])


def _reach_arm(hand: Hand, sides: dict[Role, Side], role: Role, body: Skeleton) -> dict[str, Rotation]:
    own, build = sides[role], body.build
    palm, forearm = PALM * build.height, build.length("forearm")
    target = contact_target(hand, sides["active"], role, body)
    towards = (hand.elbow[0], hand.elbow[1] * SIGN[own], hand.elbow[2])
    pointing = None
    if hand.fingers:
        pointing = unit((hand.fingers[0], hand.fingers[1] * SIGN[own], hand.fingers[2]))
        target = subtract(target, scale(pointing, palm))
    lengths = (build.length("upper-arm"), forearm + (0.0 if pointing else palm))
    upper, lower = _two_bones(body.point(f"shoulder.{own}"), target, lengths, towards, -1.0)
    held = body.frames[f"clavicle.{own}"][1]
    bent = frame(rotate(lower, FORWARD), scale(pointing, -1.0)) if pointing else lower
    return {
        f"shoulder.{own}": after(undo(held), upper),
        f"elbow.{own}": after(undo(upper), lower),
        f"wrist.{own}": after(undo(lower), bent),
    }


def _two_bones(
    root: Vector, target: Vector, lengths: tuple[float, float], towards: Vector, bends: float
) -> tuple[Rotation, Rotation]:
    """Return how both bones are turned in the room; `bends` is 1 for a knee (folds back), -1 for an elbow."""
    middle = reach_middle(root, target, *lengths, towards)
    end = reach_end(middle, target, lengths[1])
    hinge = unit(scale(cross(subtract(target, root), towards), -bends))
    upper, lower = subtract(root, middle), subtract(middle, end)
    return frame(cross(hinge, upper), upper), frame(cross(hinge, lower), lower)
