import json

import pytest

from lissom.figure import draw, draw_command, poses, poses_command


def test_one_pose_is_drawn() -> None:
    assert draw_command(["calf.calf"], side="left", size=96) == draw("calf.calf", side="left", size=96)


def test_several_poses_need_to_be_asked_for_as_a_strip() -> None:
    with pytest.raises(ValueError, match="--strip"):
        draw_command(["sit.tall", "calf.calf"])


def test_a_strip_carries_the_titles() -> None:
    assert poses()["calf.calf"].title in draw_command(["sit.tall", "calf.calf"], in_row=True)


def test_poses_are_listed_one_a_line() -> None:
    lines = poses_command().splitlines()
    assert len(lines) == len(poses())
    assert lines[0].split(maxsplit=1) == ["sit.tall", "Sitting tall"]


def test_poses_are_listed_as_json() -> None:
    listed = json.loads(poses_command(as_json=True))
    assert [entry["id"] for entry in listed] == list(poses())
    assert listed[0].keys() >= {
        "title",
        "description",
        "start",
        "sided",
        "props",
        "stretched",
        "contacts",
        "camera",
    }
