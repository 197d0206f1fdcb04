"""Every pose, on both sides and in every build, is one that a body can take."""

from dataclasses import replace

import pytest
from tools.postures.clearance import CONTACT_SLACK, Fault, distance_to_box, find_faults, find_posture_faults
from tools.postures.measure import measure

from lissom.figure.body import BUILDS, SIDES, Build, Side
from lissom.figure.film import flexed_on_the_way
from lissom.figure.limbs import spot
from lissom.figure.marks import GLOWS
from lissom.figure.motion import pose_between
from lissom.figure.pose import Bend, Foot, Hand, Leg, Pelvis, Pose, Prop
from lissom.figure.poses import POSES
from lissom.figure.props import MAT_HEIGHT, place_prop
from lissom.figure.settle import settle
from lissom.figure.skeleton import stand

HANDOUTS = (
    "leg-ladder.sit",
    "leg-ladder.reach",
    "leg-ladder.ankle",
    "leg-ladder.chin",
    "leg-ladder.slump",
    "forward-roll.forward-roll",
    "sideways-reach.sideways-reach",
    "spine-rotation.spine-rotation",
    "gluteal.gluteal",
    "quadriceps.quadriceps",
)
OURS = (
    "chin-tuck.chin-tuck",
    "neck-rotation.neck-rotation",
    "neck-side-bend.neck-side-bend",
    "look-down.look-down",
    "shoulder-blades.shoulder-blades",
    "cat-cow.cat",
    "hip-flexor.hip-flexor",
    "calf.calf",
    "chest.chest",
)
STARTS = (
    "sit.tall",
    "sit.ready",
    "rest.sit",
    "stand.ready",
    "kneel.ready",
    "half-kneel.ready",
    "wall.ready",
    "doorway.ready",
)
USUAL = BUILDS["usual"]


def test_every_position_of_the_routines_has_a_pose() -> None:
    assert set(POSES) == {*HANDOUTS, *OURS, *STARTS}


@pytest.mark.parametrize("build", BUILDS.values(), ids=lambda build: build.name)
@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("pose", POSES.values(), ids=lambda pose: pose.id)
def test_pose_is_possible(pose: Pose, side: Side, build: Build) -> None:
    assert find_faults(pose, side, build) == []


@pytest.mark.parametrize("pose", POSES.values(), ids=lambda pose: pose.id)
def test_pose_refers_to_what_exists(pose: Pose) -> None:
    assert pose.start is None or pose.start in POSES
    assert set(pose.glow) <= set(GLOWS)


@pytest.mark.parametrize("name", [*HANDOUTS[1:], *OURS])
def test_a_stretch_shows_its_movement(name: str) -> None:
    assert POSES[name].arrows


@pytest.mark.parametrize("name", [*HANDOUTS[2:], *OURS])
def test_a_stretch_shows_where_it_is_felt(name: str) -> None:
    assert POSES[name].glow


MOVING = [pose for pose in POSES.values() if pose.start]


@pytest.mark.parametrize("build", BUILDS.values(), ids=lambda build: build.name)
@pytest.mark.parametrize("pose", MOVING, ids=lambda pose: pose.id)
def test_nothing_is_in_the_way_between_the_poses(pose: Pose, build: Build) -> None:
    start, end = settle(POSES[pose.start or ""], "left", build), settle(pose, "left", build)
    flexed = flexed_on_the_way(pose, "left")
    for step in range(1, 12):
        posture = pose_between(start, end, step / 12, flexed)
        assert find_posture_faults(pose, posture, "left", build) == []


@pytest.mark.parametrize("name", ["leg-ladder.reach", "chest.chest"])
def test_a_leg_not_lifted_and_an_arm_not_folded_go_through_things(name: str) -> None:
    pose = POSES[name]
    start, end = settle(POSES[pose.start or ""], "left", USUAL), settle(pose, "left", USUAL)
    found = [
        find_posture_faults(pose, pose_between(start, end, step / 12), "left", USUAL) for step in range(12)
    ]
    assert {fault.kind for faults in found for fault in faults} == {"prop"}


KNEELING = ("kneel.ready", "cat-cow.cat", "half-kneel.ready", "hip-flexor.hip-flexor")
LYING = ("knee", "hem", "ankle", "inner-ball", "big-toe")


def heights_over_the_mat(pose: Pose, side: Side, build: Build) -> dict[str, float]:
    """Return how high the underside of a kneeling leg's places is over the mat, in metres."""
    body = stand(build, settle(pose, side, build))
    kneeling = SIDES if isinstance(pose.legs["other"], Leg) else (side,)
    spots = {f"{place}, {own}": spot(body, own, place) for own in kneeling for place in LYING}
    return {name: at[2] - radius - MAT_HEIGHT for name, (at, radius) in spots.items()}


@pytest.mark.parametrize("build", BUILDS.values(), ids=lambda build: build.name)
@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("name", KNEELING)
def test_shins_and_feet_lie_on_the_mat(name: str, side: Side, build: Build) -> None:
    for place, height in heights_over_the_mat(POSES[name], side, build).items():
        assert abs(height) <= CONTACT_SLACK, (place, height)


def test_a_shin_that_floats_is_found() -> None:
    raised = {"active": Leg(76, 0, 0, 99, -46), "other": Leg(76, 0, 0, 99, -46)}
    heights = heights_over_the_mat(replace(POSES["kneel.ready"], legs=raised), "right", USUAL)
    assert max(heights.values()) > CONTACT_SLACK


@pytest.mark.parametrize("name", [name for name in POSES if name not in KNEELING])
def test_only_a_foot_that_lies_bends_beyond_what_an_ankle_can(name: str) -> None:
    angles = measure(settle(POSES[name], "right", USUAL))
    assert min(angles[f"ankle dorsiflexion, {side}"] for side in SIDES) >= -50.5


@pytest.mark.parametrize("build", BUILDS.values(), ids=lambda build: build.name)
def test_in_the_doorway_a_forearm_is_on_each_side_of_the_frame(build: Build) -> None:
    """As the full routine says: elbows lower than the shoulders, one foot forward, neither side meant."""
    pose = POSES["chest.chest"]
    body = stand(build, settle(pose, "right", build))
    for own in SIDES:
        elbow, wrist, shoulder = (body.point(f"{place}.{own}") for place in ("elbow", "wrist", "shoulder"))
        assert elbow[2] < shoulder[2] - 0.05
        assert wrist[2] > elbow[2] + 0.2
        assert shoulder[0] > elbow[0] + 0.05
    left, right = ([body.point(f"{place}.{own}") for place in ("elbow", "wrist", "palm")] for own in SIDES)
    for a, b in zip(left, right, strict=True):
        assert a == pytest.approx((b[0], -b[1], b[2]), abs=0.01)
    posts = [box for box in place_prop(pose.props[0], "right") if box.low[2] == 0.0]
    assert len(posts) == 2
    for own in SIDES:
        for place in ("elbow", "wrist"):
            at, radius = spot(body, own, place)
            assert min(distance_to_box(at, post) for post in posts) - radius <= CONTACT_SLACK
    assert abs(body.point("heel.left")[0] - body.point("heel.right")[0]) > 0.25


def test_one_hand_holds_the_frame_before() -> None:
    body = stand(USUAL, settle(POSES["doorway.ready"], "right", USUAL))
    posts = place_prop(POSES["doorway.ready"].props[0], "right")
    away = [
        min(distance_to_box(at, post) for post in posts) - radius
        for at, radius in (spot(body, own, "palm") for own in SIDES)
    ]
    assert away[0] <= 2 * CONTACT_SLACK < away[1]


# What follows proves that the checks above can fail.


def faults(pose: Pose) -> set[str]:
    return {fault.kind for fault in find_faults(pose, "right", USUAL)}


def test_a_neck_bent_too_far_is_found() -> None:
    pose = replace(POSES["sit.tall"], neck=Bend(60))
    assert find_faults(pose, "right", USUAL) == [Fault("angle", "neck flexion", 60.0)]


def test_a_hand_that_cannot_reach_is_found() -> None:
    pose = replace(POSES["sit.tall"], arms={"active": Hand((1.5, 0.0, 1.0))})
    assert "contact" in faults(pose)


def test_a_foot_that_cannot_reach_is_found() -> None:
    pose = replace(POSES["sit.tall"], legs={"active": Foot((1.6, 0.1, 0.0))})
    assert "contact" in faults(pose)


def test_a_leg_through_a_stool_is_found() -> None:
    pose = replace(POSES["sit.tall"], props=(Prop("stool", x=0.40),))
    assert "prop" in faults(pose)


def test_a_leg_through_the_other_is_found() -> None:
    pose = replace(
        POSES["sit.tall"], legs={"active": Foot((0.37, -0.10, 0.0)), "other": Foot((0.37, -0.10, 0.0))}
    )
    assert "legs" in faults(pose)


def test_sitting_through_the_seat_is_found() -> None:
    assert "prop" in faults(replace(POSES["sit.tall"], pelvis=Pelvis("seat", lower=0.10)))
