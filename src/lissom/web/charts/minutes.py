"""The minutes held in each week, before what the dose of that week's routines comes to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from lissom.web.charts.drawing import draw, labels, quoted
from lissom.web.charts.look import Look
from lissom.web.charts.shown import WeekMinutes

BAR = 0.55  # of the room that a week has
BAND = 0.9
LEAST_BAND = 0.6  # minutes; a dose of one number still shows


@dataclass(frozen=True, slots=True)
class MinutesWords:
    """The words in and about the chart; `weeks` has one for each bar."""

    title: str
    about: str
    held: str
    dose: str
    weeks: tuple[str, ...]


@lru_cache(maxsize=32)
def minutes_svg(weeks: tuple[WeekMinutes, ...], words: MinutesWords, look: Look) -> str:
    """Return the chart as SVG."""
    import altair as alt

    weeks, of_weeks = weeks[-look.most_weeks :], words.weeks[-look.most_weeks :]
    colours = look.colours
    rows = [
        {
            "week": number, "held": week.minutes, "least": week.least,
            "most": max(week.most, week.least + LEAST_BAND) if week.most else 0,
        }
        for number, week in enumerate(weeks)
    ]  # fmt: skip
    every = -(-len(weeks) // look.most_labels)
    shown = {n: text for n, text in enumerate(of_weeks) if (len(weeks) - 1 - n) % every == 0}
    x = alt.X(
        "week:O",
        axis=alt.Axis(title=None, grid=False, labelAngle=0, labelOverlap=False, labelExpr=labels(shown)),
        scale=alt.Scale(paddingInner=1 - BAND, paddingOuter=0.1),
    )
    top = alt.Scale(domainMin=0, nice=True)
    kinds = alt.Scale(domain=[words.held, words.dose], range=[colours["act"], colours["act-soft"]])
    kind = alt.Color("kind:N", scale=kinds)
    chart = alt.Chart(alt.InlineData(values=rows))
    band = chart.transform_filter("datum.most > 0").transform_calculate(kind=quoted(words.dose)).mark_bar(
        width=alt.RelativeBandSize(1), cornerRadius=3, stroke=colours["act"], strokeWidth=1,
        strokeDash=[3, 3], strokeOpacity=0.6,
    ).encode(
        x, y=alt.Y("least:Q", scale=top, axis=alt.Axis(title=None, tickCount=5)), y2="most:Q",
        color=kind,
    )  # fmt: skip
    bars = (
        chart.transform_calculate(kind=quoted(words.held))
        .mark_bar(width=alt.RelativeBandSize(BAR), cornerRadiusEnd=4)
        .encode(x, y=alt.Y("held:Q", scale=top), color=kind)
    )
    return draw(alt.layer(band, bars), look, words.title, words.about)
