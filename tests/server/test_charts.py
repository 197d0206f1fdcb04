"""Charts: the colours of the pages, a title for who cannot see them, and their figures."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from datetime import date

import pytest

from lissom.coach.progress import progress
from lissom.machine.options import Options
from lissom.session.log import Rating
from lissom.web.charts.look import COLOURS, LETTERS, SIZES, Look
from lissom.web.charts.minutes import MinutesWords, minutes_svg
from lissom.web.charts.pain import PainWords, pain_svg
from lissom.web.charts.shown import PainRated, WeekMinutes, hold_seconds, pain_rated, week_minutes
from tests.shipped import REPOSITORY

CSS = (REPOSITORY / "browser/app.css").read_text(encoding="utf-8")
WEEKS = (
    WeekMinutes(date(2026, 4, 20), 8, 6, 9),
    WeekMinutes(date(2026, 4, 27), 0, 0, 0),
    WeekMinutes(date(2026, 5, 4), 4.5, 9, 9),
)
MINUTES = MinutesWords(
    "Minutes <held>", "3 weeks & more", "Held", "It's \\ the dose", ("20 Apr", "27 Apr", "4 May")
)
RATED = (PainRated(date(2026, 4, 21), 6, 4), PainRated(date(2026, 5, 5), 5, None))
PAIN = PainWords("Pain", "2 days", "Before", "After", ("20 Apr", "27 Apr", "4 May"))
NAME = "{http://www.w3.org/2000/svg}"


def drawings(look: Look) -> list[str]:
    return [minutes_svg(WEEKS, MINUTES, look), pain_svg(RATED, PAIN, look)]


@pytest.mark.parametrize("theme", COLOURS)
def test_its_colours_are_the_tokens_of_the_pages(theme):
    block = re.search(
        r":root \{(.*?)\}" if theme == "light" else r'\[data-theme="dark"\] \{(.*?)\}', CSS, re.S
    )
    tokens = dict(re.findall(r"--([\w-]+): (#\w+);", block[1]))
    assert {name: tokens[name] for name in COLOURS[theme]} == COLOURS[theme]


@pytest.mark.parametrize("theme", COLOURS)
@pytest.mark.parametrize("shape", SIZES)
@pytest.mark.parametrize("text", LETTERS)
def test_a_chart_says_what_it_is_and_uses_no_colour_but_the_themes(theme, shape, text):
    look = Look(theme, shape, text)
    for drawn, (title, about) in zip(
        drawings(look), [("Minutes <held>", "3 weeks & more"), ("Pain", "2 days")], strict=True
    ):
        root = ElementTree.fromstring(drawn)
        assert root.get("role") == "img"
        assert [root.find(f"{NAME}title").text, root.find(f"{NAME}desc").text] == [title, about]
        assert (int(root.get("width")), int(root.get("height"))) == look.size
        used = {each.lower() for each in re.findall(r"#[0-9a-fA-F]{6}\b", drawn)}
        assert used <= set(look.colours.values())
        assert "style=" not in drawn
        assert [link for link in re.findall(r'https?://[^"]*', drawn) if "w3.org" not in link] == []


def test_the_words_stand_in_it_and_are_never_code():
    drawn = ElementTree.fromstring(minutes_svg(WEEKS, MINUTES, Look()))
    shown = [text.text for text in drawn.iter(f"{NAME}text")]
    assert {"Held", "It's \\ the dose", "20 Apr", "4 May"} <= set(shown)


def test_each_week_has_its_bar_and_a_week_with_nothing_done_none():
    drawn = minutes_svg(WEEKS, MINUTES, Look())
    bars = re.findall(r'aria-label="week: (\d); held: ([\d.]+)', drawn)
    assert [(week, float(minutes)) for week, minutes in bars] == [("0", 8), ("1", 0), ("2", 4.5)]


def test_one_rated_day_is_enough_for_a_chart():
    drawn = pain_svg(RATED[:1], PainWords("Pain", "1 day", "Before", "After", ("20 Apr",)), Look())
    assert "day: 1; pain: 6" in drawn


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
