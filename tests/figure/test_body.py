import pytest
from hypothesis import given
from hypothesis import strategies as st

from lissom.figure.body import BUILDS, SEGMENTS, Build
from lissom.figure.film import posture_at
from lissom.figure.motion import pose_between
from lissom.figure.poses import POSES
from lissom.figure.settle import settle
from lissom.figure.skeleton import Skeleton, stand
from lissom.figure.vectors import length, subtract

BONES = (
    ("hip", "knee", "thigh"),
    ("knee", "ankle", "shank"),
    ("shoulder", "elbow", "upper-arm"),
    ("elbow", "wrist", "forearm"),
)
MOTIONS = [(pose.start, pose.id) for pose in POSES.values() if pose.start]


def bone_lengths(body: Skeleton) -> dict[str, float]:
    return {
        f"{bone}.{side}": length(subtract(body.point(f"{a}.{side}"), body.point(f"{b}.{side}")))
        for a, b, bone in BONES
        for side in ("left", "right")
    }


def test_a_standing_body_is_as_tall_as_its_build() -> None:
    build = BUILDS["usual"]
    body = stand(build, settle(POSES["stand.ready"], "right", build))
    crown = body.place("head", (0.0, 0.0, build.length("skull")))
    assert crown[2] == pytest.approx(build.height, abs=0.01)


@pytest.mark.parametrize("build", BUILDS.values(), ids=lambda build: build.name)
@pytest.mark.parametrize("pose", POSES.values(), ids=lambda pose: pose.id)
def test_bones_have_the_lengths_of_the_table(pose, build: Build) -> None:  # type: ignore[no-untyped-def]
    found = bone_lengths(stand(build, settle(pose, "right", build)))
    wanted = {f"{bone}.{s}": SEGMENTS[bone] * build.height for _, _, bone in BONES for s in ("left", "right")}
    assert found == pytest.approx(wanted, abs=1e-6)


@given(
    st.sampled_from(MOTIONS),
    st.sampled_from(sorted(BUILDS)),
    st.sampled_from(("left", "right")),
    st.floats(0, 1),
)
def test_no_segment_changes_length_in_motion(motion, build_name, side, part) -> None:  # type: ignore[no-untyped-def]
    build = BUILDS[build_name]
    start, end = (settle(POSES[name], side, build) for name in motion)
    found = bone_lengths(stand(build, pose_between(start, end, part)))
    wanted = {f"{bone}.{s}": SEGMENTS[bone] * build.height for _, _, bone in BONES for s in ("left", "right")}
    assert found == pytest.approx(wanted, abs=1e-6)


def test_a_motion_begins_and_ends_exactly_in_its_poses() -> None:
    build = BUILDS["usual"]
    for way, name in ((0.0, "leg-ladder.reach"), (1.0, "leg-ladder.ankle")):
        posture = posture_at("leg-ladder.reach", "leg-ladder.ankle", "left", build, way)
        assert posture == settle(POSES[name], "left", build)
