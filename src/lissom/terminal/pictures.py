"""The figure of a state beside the words: a real picture where the terminal shows images, else braille dots.

Which terminal shows images is told by its environment, not asked. textual-image would ask, by escape
sequences that it sends when it is imported, and reads the answer from the keyboard: before the first words
that delays them, and after them Textual reads the keyboard and gets the answer, as keys nobody pressed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Literal

from lissom.extras import has
from lissom.routine.model import Side

if TYPE_CHECKING:
    from textual.widget import Widget

Picture = Callable[[str, Side | None, int, int], tuple[str, ...]]
Protocol = Literal["kitty", "sixel"]
PageTheme = Literal["light", "dark"]
Cell = tuple[int, int]
"""Width and height of a character in pixels."""

SHOWS_KITTY = {
    "TERM": ("xterm-kitty", "xterm-ghostty"),
    "TERM_PROGRAM": ("ghostty",),
}
SHOWS_SIXEL = {
    "TERM": ("foot", "foot-extra", "mlterm", "contour", "yaft-256color"),
    "TERM_PROGRAM": ("WezTerm", "iTerm.app", "mintty", "contour"),
}
"""Kitty's images need its placeholder characters too, which other terminals of its protocol lack: WezTerm,
say, is given sixel.
"""
PASSES_NO_IMAGES = ("TMUX", "STY", "NO_COLOR")
"""Inside tmux and screen images get lost; who wants no colour wants no picture in colour."""

PAGES = {"light": "#ffffff", "dark": "#14171d"}
LIGHT_BACKGROUNDS = ("7", "15")
PICTURE_PIXELS = 560


@cache
def draw_pose(pose: str, side: Side | None, columns: int, rows: int) -> tuple[str, ...]:
    """Return a pose's picture in braille; none where nobody has drawn it: the words say it all."""
    from lissom.figure import UnknownPose, braille

    try:
        return tuple(braille(pose, side=side, columns=columns, rows=rows))
    except UnknownPose:
        return ()


def find_protocol(environment: Mapping[str, str]) -> Protocol | None:
    """Return how this terminal is sent an image, or None where it shows none, or may not."""
    if any(environment.get(name) for name in PASSES_NO_IMAGES):
        return None
    if environment.get("KITTY_WINDOW_ID") or _is_one_of(environment, SHOWS_KITTY):
        return "kitty"
    return "sixel" if _is_one_of(environment, SHOWS_SIXEL) else None


def _is_one_of(environment: Mapping[str, str], terminals: Mapping[str, tuple[str, ...]]) -> bool:
    return any(environment.get(name) in values for name, values in terminals.items())


def measure_cell() -> Cell | None:
    """Return the size of one character in pixels as the system knows it; None where it does not."""
    try:
        from fcntl import ioctl
        from struct import unpack
        from termios import TIOCGWINSZ

        told = ioctl(sys.__stdout__.fileno(), TIOCGWINSZ, b"\0" * 8) if sys.__stdout__ else b"\0" * 8
    except (ImportError, OSError, ValueError):
        return None
    rows, columns, width, height = unpack("HHHH", told)
    return (width // columns, height // rows) if rows and columns and width and height else None


def find_theme(environment: Mapping[str, str]) -> PageTheme:
    """Return the colours that fit the terminal's background; dark where it does not tell."""
    return "light" if environment.get("COLORFGBG", "").rpartition(";")[2] in LIGHT_BACKGROUNDS else "dark"


@cache
def draw_png(pose: str, side: Side | None, theme: PageTheme) -> bytes | None:
    """Return a pose's picture as PNG; None where nobody has drawn it."""
    import resvg_py

    from lissom.figure import UnknownPose, draw

    try:
        svg = draw(pose, side=side, size=PICTURE_PIXELS, theme=theme)
    except UnknownPose:
        return None
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, background=PAGES[theme]))


class Images:
    """Real pictures on a full screen. Nothing is imported or drawn before it is asked for one."""

    def __init__(self, protocol: Protocol, theme: PageTheme, cell: Cell) -> None:
        self.protocol, self.theme, self.cell = protocol, theme, cell

    def make_widget(self) -> Widget:
        """Return an empty widget that shows an image.

        Raises:
            ImportError: if textual-image is not there, or does not work here.
        """
        with _unasked(self.cell):
            from textual_image.widget import SixelImage, TGPImage
        return TGPImage() if self.protocol == "kitty" else SixelImage()

    def fill(self, widget: Widget, pose: str, side: Side | None) -> bool:
        """Show a pose in the widget, and tell whether there is one to show."""
        png = draw_png(pose, side, self.theme)
        if png is not None:
            widget.image = BytesIO(png)  # type: ignore[attr-defined]  # both kinds of image have it
        return png is not None


def find_images() -> Images | None:
    """Return real pictures where this terminal shows them, and the system knows how large they would be."""
    protocol = find_protocol(os.environ) if has("pictures") else None
    cell = measure_cell() if protocol else None
    return Images(protocol, find_theme(os.environ), cell) if protocol and cell else None


@contextmanager
def _unasked(cell: Cell) -> Iterator[None]:
    """Import textual-image without its questions: it asks nothing where there is no terminal to ask.

    The size of a character, which it would ask for, too, it takes from the environment.
    """
    terminal, before = sys.__stdout__, dict(os.environ)
    os.environ.update(TEXTUAL_CELL_WIDTH=str(cell[0]), TEXTUAL_CELL_HEIGHT=str(cell[1]))
    sys.__stdout__ = StringIO()  # type: ignore[misc,assignment]  # what the library looks at
    try:
        yield
    finally:
        sys.__stdout__ = terminal  # type: ignore[misc]  # as above
        for name in ("TEXTUAL_CELL_WIDTH", "TEXTUAL_CELL_HEIGHT"):
            os.environ.pop(name)
            if name in before:
                os.environ[name] = before[name]
