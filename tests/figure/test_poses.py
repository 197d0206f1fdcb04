"""Every pose, on both sides and in every build, is one that a body can take."""

from dataclasses import replace

import pytest

from lissom.figure.body import BUILDS, Build, Side
from lissom.figure.clearance import Fault, find_faults, find_posture_faults
from lissom.figure.marks import GLOWS
from lissom.figure.motion import pose_between
from lissom.figure.pose import Bend, Foot, Hand, Pelvis, Pose, Prop
from lissom.figure.poses import POSES
from lissom.figure.settle import settle

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
    lifted = {"hip.left": pose.lift}
    for step in range(1, 12):
        posture = pose_between(start, end, step / 12, lifted)
        assert find_posture_faults(pose, posture, "left", build) == []


def test_a_leg_not_lifted_goes_through_the_stool() -> None:
    pose = POSES["leg-ladder.reach"]
    start, end = settle(POSES[pose.start or ""], "left", USUAL), settle(pose, "left", USUAL)
    found = [
        find_posture_faults(pose, pose_between(start, end, step / 12), "left", USUAL) for step in range(12)
    ]
    assert {fault.kind for faults in found for fault in faults} == {"prop"}


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
