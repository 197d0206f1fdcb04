"""Pictures for paper: pale clothes and a dark accent, so that they read in black and white and save ink.

On a screen the accent is a red that stands off by its hue. Printed in black the same red is as grey as the
trousers, and what is felt where would be gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from lissom.figure import PAINTS, Side, draw
from lissom.figure.body import BUILDS
from lissom.figure.camera import CANVAS
from lissom.figure.drawing import picture
from lissom.figure.outline import trace
from lissom.figure.poses import POSES

# Only what must change; hair, edges and lips are dark enough as they are.
PAPER: Final = {
    "accent": "#b0200c",
    "skin": "#f2d5c0",
    "skin-far": "#f8e8dd",
    "skin-shade": "#dfb496",
    "shirt": "#c9e0db",
    "shirt-far": "#e4efed",
    "trousers": "#c2cde6",
    "trousers-far": "#e3e8f3",
    "wood": "#dcc7ab",
    "wood-top": "#ebdcc6",
    "wood-dim": "#cbb191",
    "mat": "#c9d8cc",
    "mat-top": "#dde8df",
    "mat-dim": "#b9cabd",
}
_BY_COLOUR: Final = {PAINTS[name].light: colour for name, colour in PAPER.items()}
_COLOUR: Final = re.compile("|".join(map(re.escape, _BY_COLOUR)))


NEAREST: Final = 820.0  # of 960: no picture is cut closer, so that people are about equally tall
MARGIN: Final = 14.0  # for the widths of lines

Window = tuple[float, float, float]
"""A square part of a picture: left, top, width."""


def draw_for_paper(pose: str, side: Side, window: Window) -> str:
    """Return a part of a pose's picture as SVG in fixed colours, without letters: words stand beside it."""
    left, top, width = window
    part = f'viewBox="{left:.0f} {top:.0f} {width:.0f} {width:.0f}"'
    return re.sub(r'viewBox="[^"]*"', part, _draw(pose, side), count=1)


def find_window(poses: Iterable[str], side: Side) -> Window:
    """Return the square that shows all of some poses, and as little else as may be."""
    boxes = [_box(pose, side) for pose in poses]
    left, top = (min(box[n] for box in boxes) for n in (0, 1))
    right, bottom = (max(box[n] for box in boxes) for n in (2, 3))
    width = min(CANVAS, max(NEAREST, right - left, bottom - top))
    return _within((left + right - width) / 2, width), _within((top + bottom - width) / 2, width), width


def _within(start: float, width: float) -> float:
    return min(max(0.0, start), CANVAS - width)


@lru_cache(maxsize=256)
def _draw(pose: str, side: Side) -> str:
    svg = draw(pose, side=side, theme="light", badge=False)
    return _COLOUR.sub(lambda found: _BY_COLOUR[found.group()], svg)


@lru_cache(maxsize=256)
def _box(pose: str, side: Side) -> tuple[float, float, float, float]:
    """Return what a picture fills: left, top, right, bottom."""
    shapes = picture(POSES[pose], side, BUILDS["usual"], badge=False).shapes()
    points = [point for shape in shapes for outline in shape.outlines for point in trace(outline)]
    across, down = zip(*points, strict=True)
    return min(across) - MARGIN, min(down) - MARGIN, max(across) + MARGIN, max(down) + MARGIN
