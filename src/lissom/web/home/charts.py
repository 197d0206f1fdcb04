"""The charts of Progress, with their words: each as two drawings, for a wide and for a narrow window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from django.utils.safestring import SafeString, mark_safe

from lissom.web.charts.shown import PainRated, WeekMinutes, monday_before
from lissom.web.charts.svg import LETTERS, ChartWords, Shape, minutes_svg, pain_svg
from lissom.web.home.days import Speech


def minutes_chart(weeks: Sequence[WeekMinutes], speech: Speech, text_size: str) -> SafeString:
    """Return the chart of minutes for a page; nothing where no week is known."""
    if not weeks:
        return SafeString()
    words = ChartWords(
        title=speech.say("progress-minutes-title"),
        about=speech.say(
            "progress-minutes-chart",
            first=speech.day(weeks[0].monday),
            last=speech.day(weeks[-1].monday),
            minutes=speech.length(round(weeks[-1].minutes * 60_000)),
        ),
        kinds=(speech.say("progress-minutes-held"), speech.say("progress-minutes-dose")),
        weeks=tuple(speech.short_day(week.monday) for week in weeks),
    )
    return _drawn(lambda shape, letters: minutes_svg(weeks, words, shape, letters), text_size)


def pain_chart(rated: Sequence[PainRated], speech: Speech, text_size: str) -> SafeString:
    """Return the chart of pain for a page; nothing where none was told."""
    if not rated:
        return SafeString()
    first, last = monday_before(rated[0].day), monday_before(rated[-1].day)
    none = speech.say("progress-pain-none")
    before, after = rated[-1].before, rated[-1].after
    words = ChartWords(
        title=speech.say("progress-pain-title"),
        about=speech.say(
            "progress-pain-chart",
            first=speech.day(rated[0].day),
            last=speech.day(rated[-1].day),
            before=none if before is None else before,
            after=none if after is None else after,
        ),
        kinds=(speech.say("progress-pain-before"), speech.say("progress-pain-after")),
        weeks=tuple(
            speech.short_day(first + timedelta(weeks=n)) for n in range((last - first).days // 7 + 1)
        ),
    )
    return _drawn(lambda shape, letters: pain_svg(rated, words, shape, letters), text_size)


def _drawn(draw: Callable[[Shape, int], str], text_size: str) -> SafeString:
    """Every word in a drawing is escaped where it is drawn."""
    letters = LETTERS.get(text_size, LETTERS["usual"])
    shapes: tuple[Shape, ...] = ("wide", "narrow")
    return mark_safe("".join(draw(shape, letters) for shape in shapes))
