"""Every convention is visible: a value, a unit, a source and the reason; and the words keep their promise."""

from __future__ import annotations

import re
from dataclasses import fields, replace

import pytest

from lissom.catalogues import folder
from lissom.coach.settings import CONVENTIONS, SETTINGS, Settings, setting_lines
from lissom.coach.sources import SOURCES


def test_every_setting_is_told_once():
    assert [c.name for c in CONVENTIONS] == [field.name for field in fields(Settings)]


def test_every_setting_says_unit_source_and_why():
    assert [c.name for c in CONVENTIONS if not (c.unit and c.source and c.why.endswith("."))] == []


def test_the_defaults_are_those_of_the_brief():
    assert (SETTINGS.screening_days, SETTINGS.pain_from, SETTINGS.pain_rise) == (30, 6, 2)
    assert (SETTINGS.weekly_minutes, SETTINGS.weekly_ceiling, SETTINGS.resume_minutes) == (5, 10, 10)


def test_a_changed_setting_shows_beside_its_default():
    lines = {line.name: line for line in setting_lines(replace(SETTINGS, screening_days=14))}
    assert (lines["screening_days"].value, lines["screening_days"].default) == (14, 30)


@pytest.mark.parametrize("wrong", [{"weekly_minutes": 11}, {"pain_from": 11}, {"screening_days": 0}])
def test_a_setting_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=r"minutes|pain"):
        Settings(**wrong)


def test_no_words_praise_count_what_was_missed_or_say_that_anyone_is_safe():
    texts = (folder() / "en" / "coach.ftl").read_text("utf-8").partition("\ncoach-day")[2].splitlines()
    assert len([text for text in texts if text.startswith("coach-")]) > 60
    forbidden = (
        r"\b(safe|missed|streak|great job|well done|push|harder|achieve|fail\w*|cure\w*|should have)\b"
    )
    assert [text for text in texts if re.search(forbidden, text, re.IGNORECASE)] == []


def test_every_setting_that_a_reason_names_exists():
    named = {source.removeprefix("setting ") for source in SOURCES.values() if source.startswith("setting ")}
    assert named - {field.name for field in fields(Settings)} == set()
