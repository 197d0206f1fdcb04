"""The clinical angles of a posture, read back from its joint rotations: what a goniometer would show."""

from math import asin, atan2, degrees

from lissom.figure.body import SIDES, SIGN, Side
from lissom.figure.skeleton import Posture
from lissom.figure.vectors import (
    DOWN,
    FORWARD,
    LEFT,
    UP,
    Rotation,
    Vector,
    add,
    after,
    dot,
    rotate,
    turn,
    twist,
    undo,
)


def measure(posture: Posture) -> dict[str, float]:
    """Return every movement's angle in degrees; sided ones end in `, left` or `, right`."""
    angles: dict[str, float] = {}
    for region in ("lumbar", "thoracic"):
        forwards, left, turned = bend_angles(posture.turns[region])
        angles |= {f"{region} flexion": forwards, f"{region} side bend": left, f"{region} rotation": turned}
    neck, head = (bend_angles(posture.turns[part]) for part in ("neck", "head"))
    angles |= dict(zip(("neck flexion", "neck side bend", "neck rotation"), add(neck, head), strict=True))
    for side in SIDES:
        limbs = _leg_angles(posture, side) | _arm_angles(posture, side)
        angles |= {f"{name}, {side}": angle for name, angle in limbs.items()}
    return angles


def bend_angles(q: Rotation) -> Vector:
    """Return how far a region is bent forwards, bent to the left and turned to the left, in degrees."""
    w = max(-1.0, min(1.0, q[0]))
    size = (q[1] ** 2 + q[2] ** 2 + q[3] ** 2) ** 0.5
    factor = degrees(2.0 * atan2(size, w)) / size if size > 1e-9 else 0.0
    return (q[2] * factor, -q[1] * factor, q[3] * factor)


def ball_angles(q: Rotation, side: Side) -> Vector:
    """Return flexion, abduction and outward rotation of a hip or a shoulder, in degrees."""
    sign = SIGN[side]
    hanging = rotate(q, DOWN)
    flexion = degrees(atan2(hanging[0], -hanging[2]))
    outwards = degrees(asin(max(-1.0, min(1.0, hanging[1] * sign))))
    swing = after(turn(LEFT, -flexion), turn(FORWARD, sign * outwards))
    return (flexion, outwards, sign * twist(after(undo(swing), q), 2))


def _leg_angles(posture: Posture, side: Side) -> dict[str, float]:
    flexion, abduction, rotation = ball_angles(posture.turns[f"hip.{side}"], side)
    return {
        "hip flexion": flexion,
        "hip abduction": abduction,
        "hip external rotation": rotation,
        "knee flexion": twist(posture.turns[f"knee.{side}"], 1),
        "ankle dorsiflexion": -twist(posture.turns[f"ankle.{side}"], 1),
        "toe extension": -twist(posture.turns[f"toes.{side}"], 1),
    }


def _arm_angles(posture: Posture, side: Side) -> dict[str, float]:
    clavicle, shoulder = posture.turns[f"clavicle.{side}"], posture.turns[f"shoulder.{side}"]
    hanging = rotate(shoulder, DOWN)
    collar = bend_angles(clavicle)
    wrist = posture.turns[f"wrist.{side}"]
    return {
        "collar bone protraction": -SIGN[side] * collar[2],
        "collar bone elevation": -SIGN[side] * collar[1],
        "shoulder elevation": 90.0 + degrees(asin(max(-1.0, min(1.0, hanging[2])))),
        "shoulder extension": degrees(asin(max(-1.0, min(1.0, -hanging[0])))),
        "elbow flexion": -twist(posture.turns[f"elbow.{side}"], 1),
        "wrist bend": degrees(
            atan2((1 - dot(rotate(wrist, UP), UP) ** 2) ** 0.5, dot(rotate(wrist, UP), UP))
        ),
    }
