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
from typing import TYPE_CHECKING, Literal

from lissom.routine.model import Side

if TYPE_CHECKING:
    from textual.widget import Widget

Picture = Callable[[str, Side | None, int, int], tuple[str, ...]]
Protocol = Literal["kitty", "sixel"]
PageTheme = Literal["light", "dark"]

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
    """Return a pose's picture in braille; none where nobody has drawn the pose, since the words say it all."""
    from lissom.figure import UnknownPose, braille

    try:
        return tuple(braille(pose, side=side, columns=columns, rows=rows))
    except UnknownPose:
        return ()


def find_protocol(environment: Mapping[str, str], pixels: int) -> Protocol | None:
    """Return how this terminal is sent an image, or None where it shows none, or may not.

    `pixels` is its width in pixels as the system knows it: 0 means that it would have to be asked.
    """
    if not pixels or any(environment.get(name) for name in PASSES_NO_IMAGES):
        return None
    if environment.get("KITTY_WINDOW_ID") or _is_one_of(environment, SHOWS_KITTY):
        return "kitty"
    return "sixel" if _is_one_of(environment, SHOWS_SIXEL) else None


def _is_one_of(environment: Mapping[str, str], terminals: Mapping[str, tuple[str, ...]]) -> bool:
    return any(environment.get(name) in values for name, values in terminals.items())


def count_pixels() -> int:
    """Return the terminal's width in pixels, as the system knows it; 0 where it does not."""
    try:
        from fcntl import ioctl
        from struct import unpack
        from termios import TIOCGWINSZ

        told = ioctl(sys.__stdout__.fileno(), TIOCGWINSZ, b"\0" * 8) if sys.__stdout__ else b"\0" * 8
    except (ImportError, OSError, ValueError):
        return 0
    return int(unpack("HHHH", told)[2])


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

    def __init__(self, protocol: Protocol, theme: PageTheme) -> None:
        self.protocol, self.theme = protocol, theme

    def make_widget(self) -> Widget:
        """Return an empty widget that shows an image."""
        with _unasked():
            from textual_image.widget import SixelImage, TGPImage
        return {"kitty": TGPImage, "sixel": SixelImage}[self.protocol]()

    def fill(self, widget: Widget, pose: str, side: Side | None) -> bool:
        """Show a pose in the widget, and tell whether there is one to show."""
        from io import BytesIO

        png = draw_png(pose, side, self.theme)
        if png is not None:
            widget.image = BytesIO(png)  # type: ignore[attr-defined]  # both kinds of image have it
        return png is not None


def find_images() -> Images | None:
    """Return real pictures where this terminal shows them."""
    protocol = find_protocol(os.environ, count_pixels())
    return Images(protocol, find_theme(os.environ)) if protocol else None


@contextmanager
def _unasked() -> Iterator[None]:
    """Import textual-image without its questions: it asks nothing where there is no terminal to ask."""
    terminal = sys.__stdout__
    sys.__stdout__ = None  # type: ignore[misc]  # what the library looks at, and nobody else meanwhile
    try:
        yield
    finally:
        sys.__stdout__ = terminal  # type: ignore[misc]  # as above
