"""Curves that follow numbers through time: few terms, and as true as is seen."""

from collections.abc import Sequence
from functools import cache
from typing import Final

NEAR: Final = 2.0
"""How far a dot may be from where it was filmed, in units of the picture; more terms bring it nearer."""

FEWEST: Final = 2
MOST: Final = 5

Track = Sequence[float]
"""A number at equal shares of the way."""


def find_curves(tracks: Sequence[Track], loose: int = 0) -> list[tuple[int, ...]]:
    """Return a curve for each track, all with as many terms as the most bent one needs.

    A curve (a, b, c, ...) is end + (1 - t) a + t (1 - t) (b + c t + ...), t from 0 to 1: exact at both ends,
    and the best in between in the sense of least squares. The first `loose` tracks need not be near.
    """
    for terms in range(FEWEST, MOST + 1):
        curves = [_find_curve(track, terms) for track in tracks]
        kept = zip(tracks[loose:], curves[loose:], strict=True)
        if terms == MOST or all(_strays(track, curve) <= NEAR for track, curve in kept):
            return curves
    raise AssertionError("the most terms are always taken")


def follow(end: float, curve: Sequence[float], t: float) -> float:
    """Return the number that a curve gives at a share of the way."""
    bend = 0.0
    for term in reversed(curve[1:]):
        bend = bend * t + term
    return end + (1 - t) * (curve[0] + t * bend)


def _find_curve(track: Track, terms: int) -> tuple[int, ...]:
    steps, end, first = len(track) - 1, track[-1], track[0] - track[-1]
    rest = [value - end - (1 - step / steps) * first for step, value in enumerate(track)]
    bends = (sum(share * value for share, value in zip(row, rest, strict=True)) for row in _fit(steps, terms))
    return (round(track[0]) - round(end), *(round(bend) for bend in bends))


def _strays(track: Track, curve: Sequence[float]) -> float:
    steps = len(track) - 1
    return max(abs(follow(track[-1], curve, n / steps) - value) for n, value in enumerate(track))


@cache
def _fit(steps: int, terms: int) -> tuple[tuple[float, ...], ...]:
    """Return what each sample adds to each term: the least squares solved once for all tracks."""
    shares = [step / steps for step in range(steps + 1)]
    basis = [[t ** (k + 1) * (1 - t) for t in shares] for k in range(terms)]
    products = [[sum(p * q for p, q in zip(a, b, strict=True)) for b in basis] for a in basis]
    return tuple(map(tuple, _solve(products, basis)))


def _solve(matrix: list[list[float]], rows: list[list[float]]) -> list[list[float]]:
    """Return x of matrix x = rows, by elimination; the matrix is symmetric and positive."""
    left, right = [row[:] for row in matrix], [row[:] for row in rows]
    size = len(left)
    for i in range(size):
        pivot = left[i][i]
        left[i], right[i] = [v / pivot for v in left[i]], [v / pivot for v in right[i]]
        for k in range(size):
            if k != i and left[k][i]:
                by = left[k][i]
                left[k] = [v - by * w for v, w in zip(left[k], left[i], strict=True)]
                right[k] = [v - by * w for v, w in zip(right[k], right[i], strict=True)]
    return right
