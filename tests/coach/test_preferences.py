"""Each preference takes its own example and refuses what cannot be; the emergency numbers can all be set."""

from __future__ import annotations

import pytest

from lissom.coach.emergency import EMERGENCY_NUMBERS
from lissom.coach.history import History
from lissom.coach.plan import plan
from lissom.coach.preferences import PREFERENCES, PreferenceRefused, check_preference, profile_from
from lissom.coach.profile import Profile
from lissom.content import library
from tests.coach.stories import BACK, PHRASES, ROUTINES, Story, day


@pytest.mark.parametrize("preference", PREFERENCES, ids=lambda preference: preference.name)
def test_a_preference_takes_its_own_example(preference):
    check_preference(preference.name, preference.example, ROUTINES)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("volume", "101"), ("volume", "-1"), ("voice-rate", "79"), ("voice-rate", "401"),
        ("voice-rate", "fast"),
        ("chimes-only", "yes"), ("wording", "brief"), ("theme", "blue"), ("text-size", "huge"),
        ("reminders", ""), ("reminder-times", ""), ("reminder-times", "8:00"),
        ("reminder-times", "08:00,08:00"),
        ("reminder-times", "01:00,02:00,03:00,04:00,05:00,06:00,07:00"), ("reminder-days", ""),
        ("reminder-days", "monday"), ("language", "English"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_a_hint(name, value):
    with pytest.raises(PreferenceRefused, match="cannot be") as refusal:
        check_preference(name, value, ROUTINES)
    assert refusal.value.hint


@pytest.mark.parametrize("number", EMERGENCY_NUMBERS, ids=lambda number: number.number)
def test_every_emergency_number_can_be_set_and_says_where_it_is_from(number):
    check_preference("emergency", number.number, ROUTINES)
    assert number.countries
    assert number.source


def test_no_country_has_two_numbers():
    countries = [country for number in EMERGENCY_NUMBERS for country in number.countries]
    assert len(set(countries)) == len(countries)


@pytest.mark.parametrize(
    ("wording", "brief"), [(None, [False, True]), ("short", [True, True]), ("full", [False, False])]
)
def test_words_are_short_or_full_as_the_person_wants(wording, brief):
    story = Story()
    for number in (1, 3):
        story.does(day(number), BACK)
    values = {"wording": wording} if wording else {}
    profile = profile_from(values, "UTC", library.routines())
    lines = [
        plan(profile, history, ROUTINES, day(5), phrases=PHRASES, only=BACK).of(BACK)
        for history in (History(), story.history)
    ]
    assert [line.brief for line in lines] == brief


def test_a_new_person_hears_full_words_first():
    assert Profile().wording == "auto"
