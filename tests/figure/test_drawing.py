import re
from math import hypot
from xml.etree import ElementTree

import pytest

from lissom.figure import PAINTS, UnknownPose, draw, poses, strip
from lissom.figure.body import BUILDS, Side
from lissom.figure.camera import CANVAS, aim, is_mirror
from lissom.figure.drawing import picture
from lissom.figure.outline import Blob, Capsule, Disc, OpenLine, Outline, Polygon, trace
from lissom.figure.poses import POSES
from lissom.figure.settle import settle
from lissom.figure.skeleton import stand

SVG = "{http://www.w3.org/2000/svg}"
LARGEST = 12_000
NAMES = list(POSES)


@pytest.mark.parametrize("theme", ["auto", "light", "dark"])
@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("name", NAMES)
def test_picture_is_valid_small_and_told_in_words(name, side, theme) -> None:  # type: ignore[no-untyped-def]
    text = draw(name, side=side, theme=theme)
    root = ElementTree.fromstring(text)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert len(description.text or "") > 40
    assert "{" not in (description.text or "")
    assert len(text.encode()) <= LARGEST


@pytest.mark.parametrize("build", sorted(BUILDS))
@pytest.mark.parametrize("name", NAMES)
def test_every_build_is_small_enough(name: str, build: str) -> None:
    assert len(draw(name, build=build).encode()) <= LARGEST


@pytest.mark.parametrize("name", NAMES)
def test_same_input_gives_same_bytes(name: str) -> None:
    assert draw(name, side="left") == draw(name, side="left")


Spot = tuple[float, float, float]


def points_of(outline: Outline) -> list[Spot]:
    """Return an outline's points with a radius each, so that every kind can be compared."""
    match outline:
        case Disc():
            return [(*outline.middle, outline.radius)]
        case Capsule():
            return [(*outline.a, outline.a_radius), (*outline.b, outline.b_radius)]
        case Blob() | Polygon() | OpenLine():
            return [(*point, 0.0) for point in outline.points]


def body_points(name: str, side: str, mirrored: bool) -> dict[str, list[Spot]]:
    drawn = picture(POSES[name], side, BUILDS["usual"], badge=False)  # type: ignore[arg-type]  # one of the two
    found: dict[str, list[Spot]] = {}
    for shape in drawn.shapes():
        points = sorted(point for outline in shape.outlines for point in points_of(outline))
        found[shape.name] = points
    if not mirrored:
        return found
    other = {"left": "right", "right": "left"}
    return {
        re.sub(r"\b(left|right)\b", lambda m: other[m.group()], key): sorted(
            (CANVAS - x, y, radius) for x, y, radius in points
        )
        for key, points in found.items()
    }


PERSON = ("leg", "arm", "trunk", "neck", "head", "glow", "arrow")


@pytest.mark.parametrize("name", NAMES)
def test_the_other_side_is_the_mirrored_picture(name: str) -> None:
    right, left = body_points(name, "right", mirrored=False), body_points(name, "left", mirrored=True)
    # A prop's faces are named in painter's order, which two equally deep ones may swap: compare all of them.
    person = {key for key in right if key.startswith(PERSON)}
    for key in person:
        assert len(right[key]) == len(left[key])
        for a, b in zip(right[key], left[key], strict=True):
            assert a == pytest.approx(b, abs=0.05)
    things = [
        [point for key, points in found.items() if key not in person for point in points]
        for found in (right, left)
    ]
    assert {(round(x), round(y)) for x, y, _ in things[0]} == {(round(x), round(y)) for x, y, _ in things[1]}


MIRRORS = [name for name, pose in POSES.items() if is_mirror(pose.camera)]


def test_views_from_the_front_are_mirrors_and_others_are_not() -> None:
    assert set(MIRRORS) == {
        "sit.tall",
        "sideways-reach.sideways-reach",
        "spine-rotation.spine-rotation",
        "gluteal.gluteal",
        "neck-rotation.neck-rotation",
        "neck-side-bend.neck-side-bend",
        "look-down.look-down",
        "doorway.ready",
        "chest.chest",
    }


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("name", [*MIRRORS, "quadriceps.quadriceps", "shoulder-blades.shoulder-blades"])
def test_before_and_behind_the_left_is_on_the_left(name: str, side: Side) -> None:
    pose, build = POSES[name], BUILDS["usual"]
    body, view = stand(build, settle(pose, side, build)), aim(pose.camera, pose.crop, side)
    for place in ("hip", "shoulder"):
        left, right = (view.project(body.point(f"{place}.{which}"))[0] for which in ("left", "right"))
        assert left < right


@pytest.mark.parametrize("name", NAMES)
def test_a_mirror_says_so_and_nothing_else_does(name: str) -> None:
    assert ("as in a mirror" in draw(name)) is poses()[name].mirrored is (name in MIRRORS)


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("name", [name for name, pose in POSES.items() if pose.sided])
def test_the_letter_stands_on_the_side_it_names_and_hides_nothing(name: str, side: Side) -> None:
    drawn = picture(POSES[name], side, BUILDS["usual"])
    disc = next(shape for shape in drawn.marks if shape.name == "badge.disc").outlines[0]
    assert isinstance(disc, Disc)
    assert (disc.middle[0] < CANVAS / 2) is (side == "left")
    others = [shape for shape in drawn.shapes() if not shape.name.startswith(("badge", "ground", *WALLS))]
    for shape in others:
        for outline in shape.outlines:
            for x, y in trace(outline):
                assert hypot(x - disc.middle[0], y - disc.middle[1]) > disc.radius, shape.name


WALLS = ("wall", "doorway")


def test_a_side_is_not_the_other() -> None:
    assert body_points("calf.calf", "right", mirrored=False) != body_points(
        "calf.calf", "left", mirrored=False
    )


CROPPED = ("neck-", "chin-tuck", "look-down", "shoulder-blades")
"""Neck and shoulders fill the picture on purpose."""


@pytest.mark.parametrize("build", ["usual", "older"])
@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith(CROPPED)])
def test_nothing_of_the_person_is_cut_off(name: str, build: str) -> None:
    drawn = picture(POSES[name], "right", BUILDS[build])
    for shape in (*drawn.person, *drawn.marks):
        for outline in shape.outlines:
            for x, y in trace(outline):
                assert 0 <= x <= CANVAS, shape.name
                assert 0 <= y <= CANVAS, shape.name


@pytest.mark.parametrize("name", NAMES)
def test_arrows_and_badge_are_in_the_picture(name: str) -> None:
    for shape in picture(POSES[name], "left", BUILDS["usual"]).marks:
        for outline in shape.outlines:
            assert all(0 <= value <= CANVAS for point in trace(outline) for value in point), shape.name


def test_auto_theme_follows_the_page_and_fixed_themes_need_no_css() -> None:
    assert "var(--lissom-skin,#" in draw("sit.tall")
    assert "prefers-color-scheme:dark" in draw("sit.tall")
    for theme in ("light", "dark"):
        assert "<style" not in draw("sit.tall", theme=theme)  # type: ignore[arg-type]  # one of the themes
        assert getattr(PAINTS["skin"], theme) in draw("sit.tall", theme=theme)  # type: ignore[arg-type]  # as above


def test_size_asks_for_pixels() -> None:
    assert 'width="96" height="96"' in draw("sit.tall", size=96)


def test_an_unknown_pose_is_refused_in_words() -> None:
    with pytest.raises(UnknownPose, match=r"There is no pose 'sit\.down'"):
        draw("sit.down")


def test_an_unknown_build_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="usual, broad, older"):
        draw("sit.tall", build="giant")


def test_a_strip_holds_every_picture_and_its_caption() -> None:
    text = strip(["sit.tall", "calf.calf"], [None, "left"], captions=["One & all", "Two"])
    root = ElementTree.fromstring(text)
    assert len(root.findall(f"{SVG}svg")) == 2
    assert [element.text for element in root.iter(f"{SVG}text")] == ["One & all", "Two"]


def test_every_pose_is_listed_with_its_words() -> None:
    assert list(poses()) == NAMES
    assert poses()["leg-ladder.ankle"].stretched == ("the back of the {side} leg",)
    assert poses()["leg-ladder.ankle"].start == "leg-ladder.reach"


def test_a_far_arm_lies_behind_the_trunk() -> None:
    for side, far in (("right", "left"), ("left", "right")):
        drawn = picture(POSES["quadriceps.quadriceps"], side, BUILDS["usual"])  # type: ignore[arg-type]  # a side
        names = [shape.name for shape in drawn.person]
        assert names.index(f"arm.{far}.sleeve") < names.index("trunk.shirt")


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_arrow_is_in_the_picture_its_rim_too(name: str) -> None:
    for shape in picture(POSES[name], "right", BUILDS["usual"]).marks:
        if shape.name.startswith("arrow"):
            half = max(shape.width, shape.rim) / 2
            points = [point for outline in shape.outlines for point in trace(outline)]
            assert all(half <= value <= CANVAS - half for point in points for value in point), shape.name


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("name", ["quadriceps.quadriceps", "leg-ladder.reach", "leg-ladder.ankle"])
def test_an_arrow_keeps_clear_of_the_foot(name: str, side: Side) -> None:
    drawn = picture(POSES[name], side, BUILDS["usual"])
    foot = [
        point
        for shape in drawn.person
        if shape.name == f"leg.{side}.foot"
        for outline in shape.outlines
        for point in trace(outline)
    ]
    for shape in drawn.marks:
        if shape.name.startswith("arrow"):
            half = max(shape.width, shape.rim) / 2
            for outline in shape.outlines:
                assert all(hypot(x - a, y - b) > half for x, y in trace(outline) for a, b in foot)


def test_the_head_is_seen_to_have_come_back_from_its_ghost() -> None:
    drawn = picture(POSES["chin-tuck.chin-tuck"], "right", BUILDS["usual"])
    ghost = next(shape for shape in drawn.room if shape.name == "head.ghost")
    face = next(shape for shape in drawn.person if shape.name == "head.face")
    foremost = [
        max(x + radius for outline in shape.outlines for x, _, radius in points_of(outline))
        for shape in (ghost, face)
    ]
    assert foremost[0] > foremost[1] + 20
