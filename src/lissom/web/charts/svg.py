"""The two charts of Progress as SVG that stands in the page: its colours and letters are the page's own.

Each is drawn for a wide and for a narrow window; the style sheet shows one of them. Lengths are pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from html import escape
from typing import Final, Literal

from lissom.web.charts.shown import PainRated, WeekMinutes, monday_before

Shape = Literal["wide", "narrow"]
SIZES: Final[dict[Shape, tuple[int, int]]] = {"wide": (860, 300), "narrow": (340, 260)}
MOST_WEEKS: Final[dict[Shape, int]] = {"wide": 12, "narrow": 6}
LETTERS: Final = {"usual": 15, "large": 18, "largest": 22}
STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)  # minutes between two lines
MOST_LINES: Final = 5
LEAST_BAND: Final = 0.6  # minutes; a dose of one number still shows
BAR, BAND = 0.5, 0.86  # of the room that a week has
LETTER: Final = 0.56  # the usual width of a letter, of its size


@dataclass(frozen=True, slots=True)
class ChartWords:
    """The words in and about a chart: two kinds of marks, and one label for each week from the first on."""

    title: str
    about: str
    kinds: tuple[str, str]
    weeks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the figures are drawn: above `left, bottom` lies 0, and the highest line is `most`."""

    shape: Shape
    letters: int
    weeks: int
    most: float

    @property
    def left(self) -> float:
        return 2.4 * self.letters

    @property
    def top(self) -> float:
        return self.letters * (1.9 if self.shape == "wide" else 3.6)

    @property
    def size(self) -> tuple[int, int]:
        width, height = SIZES[self.shape]
        return width, height + 8 * (self.letters - LETTERS["usual"])

    @property
    def bottom(self) -> float:
        return self.size[1] - 1.9 * self.letters

    def x(self, week: float) -> float:
        """Return where a week begins, counted from the first; parts of one are its days."""
        return self.left + week * (self.size[0] - 8 - self.left) / self.weeks

    def y(self, value: float) -> float:
        return self.bottom - value * (self.bottom - self.top) / self.most


def minutes_svg(weeks: Sequence[WeekMinutes], words: ChartWords, shape: Shape, letters: int) -> str:
    """Return the minutes held in each week as bars, before the band of that week's dose."""
    weeks = weeks[-MOST_WEEKS[shape] :]
    tops = [max(week.minutes, week.most, week.least + LEAST_BAND if week.most else 0) for week in weeks]
    step = next((step for step in STEPS if max(tops) <= step * MOST_LINES), STEPS[-1])
    lines = range(0, step * max(2, -(-int(-(-max(tops) // 1)) // step)) + 1, step)
    plot = _Plot(shape, letters, len(weeks), lines[-1])
    marks: list[str] = []
    for number, week in enumerate(weeks):
        if week.most:
            most = max(week.most, week.least + LEAST_BAND)
            marks.append(_column(plot, number, BAND, week.least, most, "dose"))
        if week.minutes:
            marks.append(_column(plot, number, BAR, 0, week.minutes, "held"))
    return _chart(plot, lines, marks, words, centred=True)


def pain_svg(rated: Sequence[PainRated], words: ChartWords, shape: Shape, letters: int) -> str:
    """Return pain from 0 to 10 before and after, by day. Shape and line tell them apart as colour does."""
    shown = min(len(words.weeks), MOST_WEEKS[shape])
    first = monday_before(rated[0].day) + timedelta(weeks=len(words.weeks) - shown)
    plot = _Plot(shape, letters, shown, 10)
    marks: list[str] = []
    for kind, mark in (("before", _diamond), ("after", _disc)):
        told = [(each.day, getattr(each, kind)) for each in rated if each.day >= first]
        points = [
            (plot.x(((day - first).days + 0.5) / 7), plot.y(value))
            for day, value in told
            if value is not None
        ]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        marks.append(f'<polyline class="{kind}" points="{line}"/>')
        marks += (mark(x, y, kind) for x, y in points)
    return _chart(plot, range(0, 11, 2), marks, words, centred=False)


def _column(plot: _Plot, week: int, part: float, least: float, most: float, kind: str) -> str:
    room = plot.x(1) - plot.x(0)
    x, y = plot.x(week) + room * (1 - part) / 2, plot.y(most)
    return (
        f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{room * part:.1f}" '
        f'height="{plot.y(least) - y:.1f}" rx="3"/>'
    )


def _diamond(x: float, y: float, kind: str) -> str:
    return f'<path class="{kind}" d="M{x:.1f} {y - 6:.1f}l6 6-6 6-6-6z"/>'


def _disc(x: float, y: float, kind: str) -> str:
    return f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="5"/>'


def _chart(plot: _Plot, lines: Iterable[int], marks: list[str], words: ChartWords, *, centred: bool) -> str:
    width, height = plot.size
    name = f"{'minutes' if centred else 'pain'}-{plot.shape}"
    kinds = ("held", "dose") if centred else ("before", "after")
    return "".join((
        f'<svg class="{plot.shape}" role="img" aria-labelledby="{name} {name}-about" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-size="{plot.letters}">',
        f'<title id="{name}">{escape(words.title)}</title>',
        f'<desc id="{name}-about">{escape(words.about)}</desc>',
        *_legend(plot, kinds, words.kinds), *_lines(plot, lines), *marks,
        *_weeks(plot, words.weeks[-plot.weeks :], centred=centred), "</svg>",
    ))  # fmt: skip


def _legend(plot: _Plot, kinds: tuple[str, str], words: tuple[str, str]) -> Iterator[str]:
    """The two kinds of marks: side by side, or in a narrow window one below the other."""
    for number, (kind, text) in enumerate(zip(kinds, words, strict=True)):
        x = plot.left + number * plot.size[0] / 3 if plot.shape == "wide" else 0
        y = plot.letters * (0.9 if plot.shape == "wide" else 0.9 + 1.5 * number)
        if kind in ("held", "dose"):
            yield f'<rect class="{kind}" x="{x:.1f}" y="{y - 6:.1f}" width="12" height="12" rx="3"/>'
        else:
            yield (_diamond if kind == "before" else _disc)(x + 6, y, kind)
        yield f'<text class="told" x="{x + 20:.1f}" y="{y + plot.letters * 0.35:.1f}">{escape(text)}</text>'


def _lines(plot: _Plot, lines: Iterable[int]) -> Iterator[str]:
    for value in lines:
        y, end = plot.y(value), plot.left - 8
        yield f'<path class="line" d="M{plot.left:.1f} {y:.1f}H{plot.size[0] - 8}"/>'
        yield f'<text x="{end:.1f}" y="{y + plot.letters * 0.35:.1f}" text-anchor="end">{value}</text>'


def _weeks(plot: _Plot, labels: Sequence[str], *, centred: bool) -> Iterator[str]:
    """As many labels of weeks as have room, the latest among them."""
    every = -(-len(labels) * 6 * plot.letters // plot.size[0])
    for number, label in enumerate(labels):
        if (len(labels) - 1 - number) % every == 0:
            x, anchor = (plot.x(number + 0.5), "middle") if centred else (plot.x(number), "start")
            room, wide = plot.size[0] - x, LETTER * plot.letters * len(label)
            if room < wide / (2 if centred else 1):
                x, anchor = plot.size[0], "end"
            y = plot.size[1] - 0.4 * plot.letters
            yield f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(label)}</text>'
