"""Which picture a terminal gets: a real one where it shows images, braille everywhere else."""

from __future__ import annotations

import subprocess
import sys

import pytest
from textual.widget import Widget
from textual.widgets import Static

from lissom.terminal import pictures
from lissom.terminal.app import KEPT_FREE
from lissom.terminal.pictures import Images, draw_png, draw_pose, find_images, find_protocol, find_theme
from tests.terminal.test_app import Stage, drive, to_hold_from_question


@pytest.mark.parametrize(
    ("environment", "protocol"),
    [
        ({"TERM": "xterm-kitty"}, "kitty"),
        ({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"}, "kitty"),
        ({"TERM_PROGRAM": "ghostty"}, "kitty"),
        ({"TERM": "foot"}, "sixel"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, "sixel"),
        ({"TERM": "xterm-256color"}, None),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/tmux-0/default,1,0"}, None),
        ({"TERM": "foot", "STY": "1.pts"}, None),
        ({"TERM": "xterm-kitty", "NO_COLOR": "1"}, None),
        ({}, None),
    ],
)
def test_the_environment_tells_what_a_terminal_shows(environment, protocol) -> None:
    assert find_protocol(environment) == protocol


@pytest.mark.parametrize(
    ("told", "theme"), [("15;0", "dark"), ("0;15", "light"), ("0;default;7", "light"), ("", "dark")]
)
def test_colours_fit_the_background(told, theme) -> None:
    assert find_theme({"COLORFGBG": told}) == theme


def test_images_are_found_where_they_are_shown_and_their_size_is_known(monkeypatch) -> None:
    monkeypatch.setattr(pictures.os, "environ", {"TERM": "foot", "COLORFGBG": "0;15"})
    monkeypatch.setattr(pictures, "measure_cell", lambda: (9, 18))
    found = find_images()
    assert found is not None
    assert (found.protocol, found.theme, found.cell) == ("sixel", "light", (9, 18))
    monkeypatch.setattr(pictures, "measure_cell", lambda: None)
    assert find_images() is None


def test_a_pose_becomes_a_png_once_and_an_unknown_one_none() -> None:
    png = draw_png("calf.calf", "left", "dark")
    assert png is not None
    assert png.startswith(b"\x89PNG")
    assert draw_png("calf.calf", "left", "dark") is png
    assert draw_png("nobody.drew", None, "dark") is None
    assert draw_pose("nobody.drew", None, 30, 14) == ()


@pytest.mark.parametrize(("protocol", "module"), [("kitty", "widget"), ("sixel", "widget.sixel")])
def test_the_library_is_imported_without_asking_the_terminal(protocol, module) -> None:
    """A terminal that pretends to be one, and takes down what it is sent."""
    told = subprocess.run(
        [sys.executable, "-c", PRETEND.format(protocol=protocol)], capture_output=True, text=True, check=True
    )
    assert told.stdout == f"textual_image.{module} (9, 18) []\n"


PRETEND = """
import io, sys
class Terminal(io.StringIO):
    def isatty(self): return True
sent = sys.__stdout__ = Terminal()
from lissom.terminal.pictures import Images
widget = type(Images({protocol!r}, "dark", (9, 18)).make_widget()).__module__
from textual_image._terminal import get_cell_size
print(widget, tuple(get_cell_size()), [sent.getvalue()] * bool(sent.getvalue()))
"""


def test_nothing_of_it_is_imported_with_the_player() -> None:
    late = "PIL", "resvg_py", "textual_image", "lissom.figure"
    code = f"import sys, lissom.terminal.app; print([name for name in {late} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"


class FakeImages(Images):
    """Images of a terminal that is not there."""

    def __init__(self, missing: bool = False) -> None:
        super().__init__("kitty", "dark", (9, 18))
        self.missing, self.shown = missing, list[tuple[str, str | None]]()
        self.words_stood: bool | None = None
        self.app: object = None

    def make_widget(self) -> Widget:
        if self.missing:
            raise ImportError
        return Static("an image")

    def fill(self, widget: Widget, pose: str, side: str | None) -> bool:
        self.shown.append((pose, side))
        return True


def braille(*_: object) -> tuple[str, ...]:
    return ("⣿" * 30,) * 14


def test_an_image_takes_the_place_of_the_dots() -> None:
    images = FakeImages()

    async def script(stage: Stage) -> None:
        await stage.press("s")
        await to_hold_from_question(stage)
        assert set(images.shown) == {("reach.toes", "left")}
        assert ("an image" in stage.text, "⣿" in stage.text) == (True, False)
        rows = stage.app._stage.rows
        (first, *_) = (y for y, row in enumerate(rows) if row and row[-1].text.endswith(KEPT_FREE[0]))
        assert stage.text.splitlines()[first].index("an image") == 80 - 2 - 28

    drive(script, picture=braille, images=images)


def test_no_image_is_left_over_a_pause() -> None:
    async def script(stage: Stage) -> None:
        await stage.press("s")
        await to_hold_from_question(stage)
        await stage.wait(4)
        await stage.press("p")
        assert "an image" not in stage.text

    drive(script, picture=braille, images=FakeImages())


@pytest.mark.parametrize("images", [None, FakeImages(missing=True)])
def test_braille_is_what_is_left_without_images(images) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("s")
        await to_hold_from_question(stage)
        assert ("an image" in stage.text, "⣿" * 30 in stage.text) == (False, True)

    drive(script, picture=braille, images=images)
