"""Pictures from the command line."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lissom.content import library
from lissom.figure import draw, poses

SVG = "{http://www.w3.org/2000/svg}"
PNG = b"\x89PNG\r\n\x1a\n"


def size_of(png: bytes) -> tuple[int, int]:
    assert png[:8] == PNG
    return struct.unpack(">II", png[16:24])


def test_a_pose_goes_to_standard_output_as_svg(lissom) -> None:
    ran = lissom("draw", "calf.calf", "--side", "left", "--size", "96")
    assert (ran.code, ran.out, ran.err) == (0, draw("calf.calf", side="left", size=96), "")
    assert ElementTree.fromstring(ran.out).tag == f"{SVG}svg"


def test_build_and_theme_are_taken(lissom) -> None:
    ran = lissom("draw", "sit.tall", "--build", "older", "--theme", "dark")
    assert ran.out == draw("sit.tall", build="older", theme="dark")


def test_a_file_gets_the_svg_and_standard_output_nothing(lissom) -> None:
    ran = lissom("draw", "sit.tall", "-o", "tall.svg")
    assert (ran.code, ran.out) == (0, "")
    assert Path("tall.svg").read_text(encoding="utf-8") == draw("sit.tall")


@pytest.mark.parametrize(
    ("asked", "size"), [(("--size", "200"), (200, 200)), ((), (960, 960)), (("--theme", "dark"), (960, 960))]
)
def test_a_png_has_its_signature_and_size(lissom, asked, size) -> None:
    assert lissom("draw", "calf.calf", *asked, "-o", "calf.png").code == 0
    assert size_of(Path("calf.png").read_bytes()) == size


def test_a_png_is_light_unless_dark_is_asked_for(lissom) -> None:
    for theme in ("auto", "light", "dark"):
        lissom("draw", "calf.calf", "--theme", theme, "--size", "96", "-o", f"{theme}.png")
    auto, light, dark = (Path(f"{theme}.png").read_bytes() for theme in ("auto", "light", "dark"))
    assert (auto == light, light == dark) == (True, False)


@pytest.mark.parametrize("name", library.ids())
def test_every_routine_has_a_strip_with_a_picture_and_a_title_for_each_position(lissom, name) -> None:
    ran = lissom("draw", name, "--strip")
    root = ElementTree.fromstring(ran.out)
    positions = [p.pose for stretch in library.routine(name).stretches for p in stretch.positions]
    wanted = [poses()[pose].title for pose in dict.fromkeys(positions)]
    assert [text.text for text in root.iter(f"{SVG}text")] == wanted
    assert root.findtext(f"{SVG}title") == library.routine(name).title


def test_a_strip_as_png(lissom) -> None:
    assert lissom("draw", "seated-leg-ladder", "--strip", "--size", "1000", "-o", "strip.png").code == 0
    width, height = size_of(Path("strip.png").read_bytes())
    assert (width, height) == (1000, round(1000 * (960 + 128) / (960 * 5)))


def test_a_routine_without_strip_is_told_to_add_it(lissom) -> None:
    ran = lissom("draw", "back-spasm")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "lissom: back-spasm is a routine with several positions\n  add --strip\n"


def test_an_unknown_pose_is_refused_with_a_near_one(lissom) -> None:
    ran = lissom("draw", "calf.clf")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "lissom: there is no pose or routine 'calf.clf'\n  did you mean 'calf.calf'?\n"


def test_an_unknown_build_is_refused_with_those_there_are(lissom) -> None:
    ran = lissom("draw", "sit.tall", "--build", "giant")
    assert (ran.code, ran.err) == (
        1,
        "lissom: there is no build 'giant'\n  there are usual, broad, older\n",
    )


@pytest.mark.parametrize("size", ["0", "-3", "ten", "10001"])
def test_a_size_that_is_none_is_refused(lissom, size) -> None:
    assert lissom("draw", "sit.tall", f"--size={size}").code == 2


def test_another_kind_of_file_is_refused(lissom) -> None:
    ran = lissom("draw", "sit.tall", "-o", "tall.gif")
    assert (ran.code, ran.err) == (
        1,
        "lissom: tall.gif is neither SVG nor PNG\n  end the file's name in .svg or .png\n",
    )


def test_a_folder_that_is_not_there_is_told(lissom) -> None:
    ran = lissom("draw", "sit.tall", "-o", "nowhere/tall.svg")
    assert (ran.code, ran.err) == (1, "lissom: cannot write nowhere/tall.svg: no such file or directory\n")


def test_poses_are_listed(lissom) -> None:
    lines = lissom("poses").out.splitlines()
    assert [line.split()[0] for line in lines[: len(poses())]] == list(poses())


def test_poses_as_json_tell_which_are_mirrors(lissom) -> None:
    listed = json.loads(lissom("poses", "--json").out)
    assert {pose["id"]: pose["mirrored"] for pose in listed} == {
        name: info.mirrored for name, info in poses().items()
    }
