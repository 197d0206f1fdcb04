import pytest
from tools.postures.measure import measure

from lissom.figure.body import BUILDS
from lissom.figure.pose import Arm, Bend, Leg
from lissom.figure.poses import POSES
from lissom.figure.settle import settle


def angles(pose_id: str, side: str = "right") -> dict[str, float]:
    return measure(settle(POSES[pose_id], side, BUILDS["usual"]))  # type: ignore[arg-type]  # one of the two


def test_spine_angles_are_those_the_pose_asks_for() -> None:
    found = angles("leg-ladder.slump")
    pose = POSES["leg-ladder.slump"]
    assert found["lumbar flexion"] == pytest.approx(pose.lumbar.flexion)
    assert found["thoracic flexion"] == pytest.approx(pose.thoracic.flexion)
    assert found["neck flexion"] == pytest.approx(pose.neck.flexion + pose.head.flexion)


def test_leg_angles_are_those_the_pose_asks_for() -> None:
    leg = POSES["quadriceps.quadriceps"].legs["active"]
    assert isinstance(leg, Leg)
    found = angles("quadriceps.quadriceps")
    wanted = (leg.flexion, leg.abduction, leg.rotation, leg.knee, leg.ankle)
    names = ("hip flexion", "hip abduction", "hip external rotation", "knee flexion", "ankle dorsiflexion")
    assert tuple(found[f"{name}, right"] for name in names) == pytest.approx(wanted, abs=1e-6)


def test_elbow_angle_is_what_the_pose_asks_for() -> None:
    arm = POSES["shoulder-blades.shoulder-blades"].arms["active"]
    assert isinstance(arm, Arm)
    assert angles("shoulder-blades.shoulder-blades")["elbow flexion, right"] == pytest.approx(arm.elbow)


def test_the_leg_on_the_stool_is_straight() -> None:
    for name in ("reach", "ankle", "chin", "slump"):
        assert angles(f"leg-ladder.{name}")["knee flexion, right"] < 3.0


def test_pointed_and_pulled_up_toes_differ_by_more_than_45_degrees() -> None:
    pointed, pulled = (
        angles(f"leg-ladder.{name}")["ankle dorsiflexion, right"] for name in ("reach", "ankle")
    )
    assert pointed < -30
    assert pulled > 10
    assert pulled - pointed > 45


def test_a_turn_goes_to_the_named_side() -> None:
    assert angles("neck-rotation.neck-rotation", "left")["neck rotation"] > 50
    assert angles("neck-rotation.neck-rotation", "right")["neck rotation"] < -50


def test_sideways_reach_leans_away_from_the_raised_arm() -> None:
    assert POSES["sideways-reach.sideways-reach"].lumbar == Bend(0, -16)
    found = angles("sideways-reach.sideways-reach", "left")
    assert found["shoulder elevation, left"] > 140
    assert found["lumbar side bend"] < 0  # left is positive
