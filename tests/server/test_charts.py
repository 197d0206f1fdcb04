"""Charts: a title for who cannot see them, marks where the figures are, letters that stay within."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from datetime import date
from xml.etree.ElementTree import Element

import pytest

from lissom.coach.progress import progress
from lissom.machine.options import Options
from lissom.session.log import Rating
from lissom.web.charts.shown import PainRated, WeekMinutes, hold_seconds, pain_rated, week_minutes
from lissom.web.charts.svg import LETTERS, SIZES, ChartWords, minutes_svg, pain_svg

WEEKS = (
    WeekMinutes(date(2026, 4, 20), 8, 6, 9),
    WeekMinutes(date(2026, 4, 27), 0, 0, 0),
    WeekMinutes(date(2026, 5, 4), 4.5, 9, 9),
)
LABELS = ("20 Apr", "27 Apr", "4 May")
MINUTES = ChartWords("Minutes <held>", "3 weeks & more", ("Held", "It's \\ the <dose>"), LABELS)
RATED = (PainRated(date(2026, 4, 21), 6, 4), PainRated(date(2026, 5, 5), 5, None))
PAIN = ChartWords("Pain", "2 days", ("Before", "After"), LABELS)


def minutes(shape="wide", letters=15, weeks=WEEKS, words=MINUTES) -> Element:
    return ElementTree.fromstring(minutes_svg(weeks, words, shape, letters))


def pain(shape="wide", letters=15, rated=RATED, words=PAIN) -> Element:
    return ElementTree.fromstring(pain_svg(rated, words, shape, letters))


def marks(drawn: Element, tag: str, kind: str) -> list[Element]:
    """The marks of a kind, without the one in the legend, which comes first."""
    return [each for each in drawn.iter(tag) if each.get("class") == kind][1:]


@pytest.mark.parametrize("shape", SIZES)
@pytest.mark.parametrize("letters", LETTERS.values())
@pytest.mark.parametrize("draw", [minutes, pain])
def test_a_chart_says_what_it_is_has_no_colour_of_its_own_and_stays_in_its_picture(draw, shape, letters):
    drawn = draw(shape, letters)
    title, about = drawn.find("title"), drawn.find("desc")
    assert drawn.get("role") == "img"
    assert drawn.get("aria-labelledby") == f"{title.get('id')} {about.get('id')}"
    assert (title.text, about.text) in [("Minutes <held>", "3 weeks & more"), ("Pain", "2 days")]
    width, height = map(int, drawn.get("viewBox").split()[2:])
    assert width == SIZES[shape][0]
    for each in drawn.iter():
        assert not {"style", "fill", "stroke", "href"} & set(each.keys())
        for name, most in (("x", width), ("cx", width), ("y", height), ("cy", height)):
            assert 0 <= float(each.get(name, 0)) <= most
    for each in drawn.iter("text"):
        width_of_words = 0.56 * letters * len(each.text)
        starts = (
            float(each.get("x")) - {"end": 1, "middle": 0.5}.get(each.get("text-anchor"), 0) * width_of_words
        )
        assert starts >= -1
        assert starts + width_of_words <= width + 3


def test_the_words_stand_in_it_and_are_never_markup():
    shown = [text.text for text in minutes().iter("text")]
    assert {"Held", "It's \\ the <dose>", *LABELS} <= set(shown)


def test_each_week_has_its_bar_of_its_minutes_and_a_week_with_nothing_done_none():
    drawn = minutes()
    bars = [float(each.get("height")) for each in marks(drawn, "rect", "held")]
    assert len(bars) == 2
    assert bars[0] / bars[1] == pytest.approx(8 / 4.5, rel=0.01)
    bands = [float(each.get("height")) for each in marks(drawn, "rect", "dose")]
    assert bands[0] / bars[0] == pytest.approx(3 / 8, rel=0.02)
    assert 0 < bands[1] < bands[0]  # a dose of one number still shows


def test_the_highest_line_is_not_below_the_highest_bar_and_begins_at_nothing():
    for most in (0.4, 3, 12, 49, 51, 900):
        drawn = minutes(weeks=(WeekMinutes(date(2026, 5, 4), most, 0, 0),), words=MINUTES)
        lines = [int(text.text) for text in drawn.iter("text") if text.get("text-anchor") == "end"]
        assert lines[0] == 0
        assert most <= lines[-1] <= max(2, 2.6 * most)
        assert len(lines) <= 6


def test_pain_stands_at_its_day_and_its_number():
    drawn = pain()
    (one,) = marks(drawn, "circle", "after")
    lines = {
        text.text: float(text.get("y")) for text in drawn.iter("text") if text.get("text-anchor") == "end"
    }
    assert float(one.get("cy")) == pytest.approx(lines["4"] - 15 * 0.35, abs=0.2)
    assert len(marks(drawn, "path", "before")) == 2


def test_one_rated_day_is_enough_for_a_chart():
    drawn = pain(rated=RATED[:1], words=ChartWords("Pain", "1 day", ("Before", "After"), LABELS[:1]))
    assert len(marks(drawn, "path", "before")) == 1


def test_of_more_weeks_than_have_room_the_latest_are_drawn():
    weeks = tuple(WeekMinutes(date(2026, 1, 5), number, 0, 0) for number in range(1, 21))
    words = ChartWords("", "", ("", ""), tuple(f"w{number}" for number in range(1, 21)))
    drawn = minutes("narrow", weeks=weeks, words=words)
    assert len(marks(drawn, "rect", "held")) == 6
    assert [text.text for text in drawn.iter("text")][-1] == "w20"


def test_the_dose_is_what_the_pages_machine_holds():
    # A7 to A10: two sides, 20 s in the first round and 30 s in the second, where an offer may be made
    assert hold_seconds("seated-leg-ladder", Options()) in range(2 * (20 + 20), 2 * (30 + 30) + 1)


def test_weeks_are_in_a_row_and_only_what_is_practised_has_a_dose(person):
    person.did("seated-leg-ladder", 20)
    person.did("neck", 1)
    desk = person.desk
    record = progress(desk.profile, desk.history, desk.routines, desk.now)
    weeks = week_minutes(desk, record.weeks)
    assert [week.monday for week in weeks] == [
        date(2026, 4, 13),
        date(2026, 4, 20),
        date(2026, 4, 27),
        date(2026, 5, 4),
    ]
    assert [bool(week.minutes) for week in weeks] == [True, False, False, True]
    ladder = 7 * hold_seconds("seated-leg-ladder", Options()) / 60
    assert [(week.least, week.most) for week in weeks] == [
        (round(ladder, 1), round(ladder, 1)),
        (0, 0),
        (0, 0),
        (0, 0),
    ]


def test_of_a_day_the_first_rating_before_and_the_last_after_stand(person):
    for hours, before, after in ((5, 6, 4), (2, 3, 1)):
        log = person.did("seated-leg-ladder", hours / 24)
        person.journal.rate(log, Rating("before", 0, before))
        person.journal.rate(log, Rating("after", 1, after))
    assert pain_rated(person.desk, person.desk.history.sessions) == (PainRated(date(2026, 5, 7), 6, 1),)
