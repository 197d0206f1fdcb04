"""Digits large enough to be read from a mat on the floor: five rows of solid blocks."""

from __future__ import annotations

ROWS = 5
_FONT = {
    "0": ("███", "█ █", "█ █", "█ █", "███"),
    "1": (" █ ", "██ ", " █ ", " █ ", "███"),
    "2": ("███", "  █", "███", "█  ", "███"),
    "3": ("███", "  █", "███", "  █", "███"),
    "4": ("█ █", "█ █", "███", "  █", "  █"),
    "5": ("███", "█  ", "███", "  █", "███"),
    "6": ("███", "█  ", "███", "█ █", "███"),
    "7": ("███", "  █", "  █", "  █", "  █"),
    "8": ("███", "█ █", "███", "█ █", "███"),
    "9": ("███", "█ █", "███", "  █", "███"),
    ":": (" ", "█", " ", "█", " "),
}


def large(text: str, scale: int = 1) -> tuple[str, ...]:
    """Return a number or a time as `ROWS` lines, times the scale; a dot is twice as wide as high."""
    gap = "  " * scale
    return tuple(
        gap.join(_widen(_FONT[sign][row // scale], scale) for sign in text) for row in range(ROWS * scale)
    )


def _widen(dots: str, scale: int) -> str:
    return "".join(dot * 2 * scale for dot in dots)
