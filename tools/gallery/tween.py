"""How a part of the picture gets from its first shape to its last one, with as few keyframes as keep it true.

A part that only turns and shifts in the picture is moved whole (a `Turning`); any other changes its outline
(a `Changing`). Both are judged at every sampled share of the way against where the body really is.
"""

from cmath import exp, phase
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import pi
from typing import Final

from lissom.figure.camera import Point
from lissom.figure.outline import Blob, Capsule, Disc, OpenLine, Outline, Polygon

Spot = tuple[complex, float]
"""A point of an outline in the picture, x + iy, and the radius about it."""

Series = tuple[tuple[Outline, ...], ...]
"""A part's outlines at equally spaced shares of the way; the last ones are the end pose's."""

Film = Sequence[Sequence[Spot]]
"""The spots of a part at equally spaced shares of the way; the last ones are the end pose's."""

TRUE_TO: Final = 8.0
FINELY: Final = 3.0
"""How far (picture units, of 960) a part, or one of the head, may be from its place between keyframes."""

STILL: Final = 0.75
"""A part that never moves further than this stays where it ends."""

STEPS: Final = 10
"""Into how many equal steps the way is cut to find out how each part moves."""


def list_film(series: Series) -> Film:
    """Return the spots of a part's outlines over time."""
    return [list_spots(outlines) for outlines in series]


def list_spots(outlines: Sequence[Outline]) -> list[Spot]:
    """Return the points that make up outlines, with a radius each."""
    return [spot for outline in outlines for spot in _spots(outline)]


def _spots(outline: Outline) -> list[Spot]:
    match outline:
        case Disc():
            return [(complex(*outline.middle), outline.radius)]
        case Capsule():
            return [(complex(*outline.a), outline.a_radius), (complex(*outline.b), outline.b_radius)]
        case Blob() | Polygon() | OpenLine():
            return [(complex(*point), 0.0) for point in outline.points]


@dataclass(frozen=True, slots=True)
class Turning:
    """A part turned about `about` and shifted: degrees and shift from its end shape, at each share."""

    about: complex
    keys: tuple[int, ...]
    degrees: tuple[float, ...]
    shifts: tuple[complex, ...]

    def place(self, step: float) -> tuple[complex, complex]:
        """Return the turn and the shift (about 0) that the keyframes give at a step."""
        after = next(n for n, key in enumerate(self.keys) if key >= step and n)
        i, k = self.keys[after - 1], self.keys[after]
        part = (step - i) / (k - i)
        angle = self.degrees[after - 1] + (self.degrees[after] - self.degrees[after - 1]) * part
        shift = self.shifts[after - 1] + (self.shifts[after] - self.shifts[after - 1]) * part
        unit = _unit(angle * pi / 180)
        return unit, self.about + shift - unit * self.about


def ride(series: Series, turning: Turning) -> Series:
    """Return a part's outlines over time as seen from a part that turns so, and carries it."""
    places = [turning.place(step) for step in range(len(series))]
    return tuple(
        tuple(move(outline, 1 / unit, -shift / unit) for outline in outlines)
        for outlines, (unit, shift) in zip(series, places, strict=True)
    )


def move(outline: Outline, unit: complex, shift: complex) -> Outline:
    """Return an outline turned about 0 and shifted."""

    def moved(point: Point) -> Point:
        there = unit * complex(*point) + shift
        return (there.real, there.imag)

    return change_points(outline, moved)


def change_points(outline: Outline, moved: Callable[[Point], Point]) -> Outline:
    """Return an outline with every point moved; radii stay."""
    match outline:
        case Disc():
            return Disc(moved(outline.middle), outline.radius)
        case Capsule():
            return Capsule(moved(outline.a), outline.a_radius, moved(outline.b), outline.b_radius)
        case OpenLine():
            return OpenLine(tuple(map(moved, outline.points)), outline.straight)
        case _:
            return type(outline)(tuple(map(moved, outline.points)))


@dataclass(frozen=True, slots=True)
class Changing:
    """A part whose outline changes from each key to the next."""

    keys: tuple[int, ...]


def stays(film: Film, within: float = STILL) -> bool:
    """Tell whether nothing of a part moves to speak of."""
    return all(
        abs(p - q) <= within and abs(r - s) <= within
        for spots in film
        for (p, r), (q, s) in zip(spots, film[-1], strict=True)
    )


def change(film: Film, within: float) -> Changing:
    """Return the fewest keys between which straight ways of all points are true enough."""

    def strays(i: int, k: int, j: int) -> bool:
        part = (j - i) / (k - i)
        return any(
            abs(p + (q - p) * part - t) > within
            for (p, _), (q, _), (t, _) in zip(film[i], film[k], film[j], strict=True)
        )

    return Changing(_fewest(len(film), strays))


def turn(film: Film, within: float) -> Turning | None:
    """Return the turn that moves the part, about the point that needs fewest keys; None if it does not turn
    as a whole.
    """
    if not _is_rigid(film, within):
        return None
    ends = [q for q, _ in film[-1]]
    turns = [_fit(spots, ends) for spots in film]
    if any(_misses(spots, ends, *fitted, within) for spots, fitted in zip(film, turns, strict=True)):
        return None
    angles = _unwind([angle for angle, _ in turns])
    found = [
        _about(point, film, angles, turns, within) for point in dict.fromkeys((ends[0], ends[-1], *ends[1:5]))
    ]
    return min(found, key=lambda turning: len(turning.keys))


def _is_rigid(film: Film, within: float) -> bool:
    return all(abs(r - s) <= within for spots in film for (_, r), (_, s) in zip(spots, film[-1], strict=True))


def _fit(spots: Sequence[Spot], ends: Sequence[complex]) -> tuple[float, complex]:
    """Return the best turn (radians, about 0) and shift from the end points to the spots."""
    here = sum(p for p, _ in spots) / len(spots)
    there = sum(ends) / len(ends)
    whole = sum((p - here) * (q - there).conjugate() for (p, _), q in zip(spots, ends, strict=True))
    unit = whole / abs(whole) if abs(whole) > 1e-9 else 1.0 + 0j
    return phase(unit), here - unit * there


def _misses(
    spots: Sequence[Spot], ends: Sequence[complex], angle: float, shift: complex, within: float
) -> bool:
    unit = _unit(angle)
    return any(abs(unit * q + shift - p) > within for (p, _), q in zip(spots, ends, strict=True))


def _unit(angle: float) -> complex:
    return exp(1j * angle)


def _unwind(angles: Sequence[float]) -> list[float]:
    """Return the angles without jumps of a whole turn, the last one (the end shape's own) being 0."""
    unwound = [0.0]
    for angle in reversed(angles[:-1]):
        unwound.append(angle + 2 * pi * round((unwound[-1] - angle) / (2 * pi)))
    return unwound[::-1]


def _about(
    point: complex, film: Film, angles: Sequence[float], turns: Sequence[tuple[float, complex]], within: float
) -> Turning:
    shifts = [_unit(angle) * point + shift - point for angle, shift in turns]
    ends = [q for q, _ in film[-1]]

    def strays(i: int, k: int, j: int) -> bool:
        part = (j - i) / (k - i)
        unit = _unit(angles[i] + (angles[k] - angles[i]) * part)
        shift = shifts[i] + (shifts[k] - shifts[i]) * part
        return any(
            abs(unit * (q - point) + point + shift - p) > within
            for (p, _), q in zip(film[j], ends, strict=True)
        )

    keys = _fewest(len(film), strays)
    return Turning(point, keys, tuple(angles[k] * 180 / pi for k in keys), tuple(shifts[k] for k in keys))


def _fewest(count: int, strays: Callable[[int, int, int], bool]) -> tuple[int, ...]:
    """Return the fewest keys from first to last such that nothing strays between two of them."""
    keys = [0]
    while keys[-1] < count - 1:
        i = keys[-1]
        far = i + 1
        while far + 1 < count and not any(strays(i, far + 1, j) for j in range(i + 1, far + 1)):
            far += 1
        keys.append(far)
    return tuple(keys)
