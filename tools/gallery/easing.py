"""The pace of a shown motion: one cubic Bézier from pose to pose, and its pieces between keyframes.

Pieces of the same curve keep the parts of a body together, however few keyframes each of them has.
"""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from lissom.figure.outline import number

PACE: Final = (0.42, 0.0, 0.12, 1.0)
"""Slow, faster, and a long slow arrival: most of the time is spent near the end pose, where it is held."""

EVEN: Final = 0.04
"""A pace that is never further than this from an even one (share of the piece) is taken for it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The pace between two shares of the way: when it begins (share of the time), and its own Bézier."""

    starts: float
    curve: tuple[float, float, float, float]

    @property
    def is_even(self) -> bool:
        """Whether the pace is as good as even in this piece."""
        return _is_even(self.curve)

    def write(self) -> str:
        """Return the curve as a CSS timing function."""
        return f"cubic-bezier({','.join(number(value, 2).replace('0.', '.') for value in self.curve)})"


@cache
def _is_even(curve: tuple[float, float, float, float]) -> bool:
    x1, y1, x2, y2 = curve
    xs, ys = (0.0, x1, x2, 1.0), (0.0, y1, y2, 1.0)
    shares = [n / 8 for n in range(1, 8)]
    return all(abs(_blossom(xs, t, t, t) - _blossom(ys, t, t, t)) <= EVEN for t in shares)


@cache
def pace_between(begin: float, end: float) -> Piece:
    """Return the piece of the pace that leads from one share of the way to a later one."""
    a, b = _parameter_at(begin), _parameter_at(end)
    xs, ys = (_cut((0.0, PACE[i], PACE[i + 2], 1.0), a, b) for i in (0, 1))
    x1, x2 = ((x - xs[0]) / (xs[3] - xs[0]) for x in xs[1:3])
    y1, y2 = ((y - ys[0]) / (ys[3] - ys[0]) for y in ys[1:3])
    return Piece(xs[0], (x1, y1, x2, y2))


def _parameter_at(way: float) -> float:
    """Return the curve's parameter where so much of the way is done (halving; the curve only rises)."""
    low, high = 0.0, 1.0
    if way in (low, high):
        return way
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _blossom(_WAYS, middle, middle, middle) < way else (low, middle)
    return low


_WAYS: Final = (0.0, PACE[1], PACE[3], 1.0)


def _cut(points: tuple[float, ...], a: float, b: float) -> tuple[float, ...]:
    """Return the control values of the curve's piece from parameter a to b."""
    return tuple(_blossom(points, *(b if i < n else a for i in range(3))) for n in range(4))


def _blossom(points: tuple[float, ...], *parameters: float) -> float:
    """Return de Casteljau's value with a parameter of its own at each step."""
    for t in parameters:
        points = tuple(p + (q - p) * t for p, q in pairwise(points))
    return points[0]
