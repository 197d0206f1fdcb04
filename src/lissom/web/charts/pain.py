"""Pain from 0 to 10, as it was told before and after sessions, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from lissom.web.charts.drawing import draw, labels
from lissom.web.charts.look import Look
from lissom.web.charts.shown import PainRated, monday_before


@dataclass(frozen=True, slots=True)
class PainWords:
    """The words in and about the chart; `weeks` has one for each Monday from the first day's on."""

    title: str
    about: str
    before: str
    after: str
    weeks: tuple[str, ...]


@lru_cache(maxsize=32)
def pain_svg(rated: tuple[PainRated, ...], words: PainWords, look: Look) -> str:
    """Return the chart as SVG. Shape and line tell before from after as well as colour does."""
    import altair as alt

    of_weeks = words.weeks[-look.most_weeks :]
    first = monday_before(rated[0].day) + timedelta(weeks=len(words.weeks) - len(of_weeks))
    rows = [
        {"day": (each.day - first) / timedelta(days=1), "pain": value, "when": when}
        for each in rated
        if each.day >= first
        for when, value in ((words.before, each.before), (words.after, each.after))
        if value is not None
    ]
    order, colours = [words.before, words.after], look.colours
    every = -(-len(of_weeks) // look.most_labels)
    mondays = {7 * n: text for n, text in enumerate(of_weeks) if n % every == 0}
    x = alt.X(
        "day:Q",
        scale=alt.Scale(domain=[-0.5, 7 * len(of_weeks)], nice=False),
        axis=alt.Axis(
            title=None, values=list(mondays), labelExpr=labels(mondays), labelAlign="left", grid=True
        ),
    )
    y = alt.Y(
        "pain:Q",
        scale=alt.Scale(domain=[0, 10]),
        axis=alt.Axis(title=None, values=[0, 2, 4, 6, 8, 10]),
    )
    colour = alt.Color("when:N", scale=alt.Scale(domain=order, range=[colours["right"], colours["act"]]))
    chart = alt.Chart(alt.InlineData(values=rows)).encode(x, y, colour)
    lines = chart.mark_line(strokeWidth=2.5).encode(
        strokeDash=alt.StrokeDash("when:N", scale=alt.Scale(domain=order, range=[[6, 4], [1, 0]]))
    )
    points = chart.mark_point(size=90, filled=True, opacity=1).encode(
        shape=alt.Shape("when:N", scale=alt.Scale(domain=order, range=["diamond", "circle"]))
    )
    return draw(alt.layer(lines, points), look, words.title, words.about)
