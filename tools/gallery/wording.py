"""Motions as the text of CSS keyframes. The last keyframe needs none: it is the picture itself."""

import re
from functools import cache
from itertools import pairwise
from typing import Final

from lissom.figure.outline import number, write_path
from tools.gallery.easing import Piece, pace_between
from tools.gallery.tween import STEPS, Series, Turning, change, list_film

SHIFTED: Final = 0.5
"""A shift below this (picture units) is left out."""


@cache
def word_turn(turning: Turning) -> str:
    """Return the keyframes of a turn."""
    texts, moves = [], any(abs(shift) >= SHIFTED for shift in turning.shifts)
    for angle, shift in zip(turning.degrees, turning.shifts, strict=True):
        x, y = number(shift.real, 0), number(shift.imag, 0)
        shifted = f"translate:{x}px {y}px;" if moves else ""
        texts.append(f"{shifted}rotate:{number(angle, 1)}deg")
    return _keyed(turning.keys, texts)


def word_change(series: Series, within: float) -> str:
    """Return the keyframes of a changing outline."""
    changing = change(list_film(series), within)
    texts = [f'd:path("{pack_path(write_path(series[key]))}")' for key in changing.keys]
    return _keyed(changing.keys, texts)


def _keyed(keys: tuple[int, ...], texts: list[str]) -> str:
    """Return keyframes; between just two of them the pace is the whole one, which the style tells."""
    if len(keys) == 2:
        return f"0%{{{texts[0]}}}"
    pieces = [pace_between(a / STEPS, b / STEPS) for a, b in pairwise(keys)]
    return "".join(
        f"{number(piece.starts * 100, 1)}%{{{text}{_paced(piece)}}}"
        for piece, text in zip(pieces, texts, strict=False)
    )


def _paced(piece: Piece) -> str:
    return "" if piece.is_even else f";animation-timing-function:{piece.write()}"


def is_even(motion: str) -> bool:
    """Tell whether keyframes take an even pace where they tell none."""
    return 1 < motion.count("%{") > motion.count("timing")


def pack_path(path: str) -> str:
    """Return a path without the blanks that arcs can do without."""
    return re.sub(r"(a\d+ \d+ 0) ([01]) ([01]) ?", r"\1 \2\3", path)
