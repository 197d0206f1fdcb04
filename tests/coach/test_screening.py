"""Screening without being a burden: when the full questions come back, and what health leaves out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from lissom.coach.history import History
from lissom.coach.profile import Clearing, Profile
from lissom.coach.screening import (
    clearable,
    excluded,
    find_screened,
    high_today,
    is_high,
    may_clear,
    usual_pain,
)
from lissom.coach.settings import Settings
from lissom.content import library
from lissom.machine.model import High

from .stories import BACK, LADDER, Story, day

LADDER_ROUTINE, BACK_ROUTINE = library.routine(LADDER), library.routine(BACK)


def screened(story: Story, now=None, routine=LADDER_ROUTINE, profile=None, settings=None):
    """What holds: the log's id, or the cause for asking in full."""
    found = find_screened(routine, story.history, profile or Profile(), now or day(3), settings or Settings())
    assert (found.log is None) != (found.cause is None)
    return found.log or found.cause


def test_the_first_time_everything_is_asked():
    assert screened(Story()) == "first"


def test_a_full_screening_holds_for_30_days_and_no_longer():
    story = Story()
    full = story.does(day(1))
    assert screened(story, day(1) + timedelta(days=30)) == full.id
    assert screened(story, day(1) + timedelta(days=30, seconds=1)) == "too-old"
    assert screened(story, day(9), settings=Settings(screening_days=7)) == "too-old"


def test_the_short_question_keeps_it_and_does_not_renew_it():
    story = Story()
    full = story.does(day(1))
    story.does(day(20), screened=full.id)
    assert screened(story, day(21)) == full.id
    assert screened(story, day(33)) == "too-old"


def test_something_has_changed_asks_in_full_again():
    story = Story()
    full = story.does(day(1))
    story.does(day(2), screened=full.id, says={"screening.changed": "yes"})
    assert screened(story) == "changed"

    again = story.does(day(3))
    assert screened(story, day(4)) == again.id


def test_high_pain_asks_in_full_again():
    story = Story()
    full = story.does(day(1))
    story.does(day(2), screened=full.id, says={"rate": "high"})
    assert screened(story) == "high-pain"


def test_an_emergency_asks_in_full_again_even_when_the_clinic_agreed():
    story = Story()
    story.does(day(1))
    story.does(day(2), says={"screening.emergency": "yes"})
    story.clinic_agrees(day(2, hour=20), "all")
    assert screened(story) == "unsafe"


def test_a_morning_that_had_not_settled_asks_in_full_again_when_the_clinic_agreed():
    story = Story()
    story.does(day(1))
    story.answers(day(2), "next-morning", says={"screening.settled": "no"})
    story.clinic_agrees(day(2, hour=20), "all")
    assert screened(story) == "unsafe"


def test_a_yes_after_a_session_restricts_and_asks_nothing_more():
    story = Story()
    full = story.does(day(1))
    story.answers(day(1, hour=9), "after-session", says={"screening.after": "yes"})
    assert screened(story) == full.id


def test_a_changed_health_profile_asks_in_full_again():
    story = Story()
    full = story.does(day(1))
    assert screened(story, profile=Profile(health_changed=day(2))) == "profile"
    assert screened(story, profile=Profile(health_changed=day(1, hour=7))) == full.id


def test_one_routines_screening_serves_another_whose_questions_it_holds():
    story = Story()
    of_the_back = story.does(day(1), BACK)
    assert screened(story, routine=BACK_ROUTINE) == of_the_back.id
    assert screened(story, routine=LADDER_ROUTINE) == "other-questions"  # it asks of tight legs too [A4]

    of_the_ladder = story.does(day(2))
    assert screened(story, routine=BACK_ROUTINE) == of_the_ladder.id


def test_tight_legs_close_the_ladder_and_leave_the_back_alone():
    story = Story()
    story.does(day(1), says={"screening.tight-legs": "yes"})
    assert screened(story, routine=BACK_ROUTINE) == story.sessions[0].id
    assert screened(story, routine=LADDER_ROUTINE) == "other-questions"


def test_a_page_of_red_flags_counts_as_a_full_screening():
    story = Story()
    page = story.answers(day(1), "red-flags")
    assert screened(story, routine=BACK_ROUTINE) == page.id


def test_a_broken_off_screening_does_not_hold():
    story = Story()
    story.does(day(1), breaks_off="screening.get-checked")
    assert screened(story) == "other-questions"


# "my clinician knows, and gave me this page"


def test_only_history_may_be_cleared():
    assert may_clear(BACK_ROUTINE, "cancer")
    assert may_clear(LADDER_ROUTINE, "tight-legs")
    assert not may_clear(BACK_ROUTINE, "bladder-bowel")
    assert not may_clear(BACK_ROUTINE, "fever")
    emergencies = {item.id for q in BACK_ROUTINE.questions if q.kind == "emergency" for item in q.items}
    assert clearable(BACK_ROUTINE) & emergencies == set()


def test_a_screening_in_which_more_was_cleared_does_not_hold():
    story = Story()
    story.does(day(1), cleared=("cancer",))
    assert screened(story) == "other-questions"
    cleared = Profile(clearings=frozenset({Clearing("cancer", LADDER)}))
    assert screened(story, profile=cleared) == story.sessions[0].id


def test_thin_bones_leave_out_bending_and_turning_and_the_higher_levels():
    profile = Profile(conditions=frozenset({"osteoporosis"}))
    assert [(e.stretch, e.cap_level) for e in excluded(BACK_ROUTINE, profile)] == [
        ("forward-roll", None),
        ("spine-rotation", None),
    ]
    assert [(e.stretch, e.cap_level) for e in excluded(LADDER_ROUTINE, profile)] == [("leg-ladder", 1)]


def test_what_a_clinician_cleared_for_this_page_is_open_on_it_and_on_no_other():
    profile = Profile(
        conditions=frozenset({"osteoporosis"}), clearings=frozenset({Clearing("osteoporosis", BACK)})
    )
    assert excluded(BACK_ROUTINE, profile) == ()
    assert [e.stretch for e in excluded(LADDER_ROUTINE, profile)] == ["leg-ladder"]


# pain


@pytest.mark.parametrize(
    ("value", "usual", "high"),
    [(5, None, False), (6, None, True), (4, 2.0, True), (3, 2.0, False), (5, 4.0, False)],
)
def test_pain_is_high_from_6_or_2_above_usual(value, usual, high):
    assert is_high(value, usual, High(6, 2)) is high


def test_usual_pain_is_the_middle_of_the_last_weeks_and_needs_three_ratings():
    story = Story()
    story.does(day(1), rated=9)
    story.does(day(60), rated=2)
    story.does(day(61), rated=3)
    assert usual_pain(story.history, day(62)) is None
    story.does(day(62), rated=7)
    assert usual_pain(story.history, day(63)) == 3


def test_high_pain_is_remembered_for_the_day():
    story = Story()
    rated = story.does(day(1), says={"rate": "high"})
    assert high_today(story.history, Profile(), day(1, hour=20)) == rated
    assert high_today(story.history, Profile(), day(2)) is None


def test_an_empty_history_knows_nothing():
    assert usual_pain(History(), day(1)) is None
    assert replace(Profile(), zone="UTC").cleared_for(LADDER) == ()


# what high pain asks again


def rated_high(story: Story, number: int, value: int) -> None:
    story.does(day(number), screened=story.sessions[0].id, says={"rate": "high"}, rated=value)


def asks(story: Story, number: int) -> tuple[str | None, str]:
    """Why all is asked, or what is asked in part, an hour after the session of that day."""
    found = find_screened(LADDER_ROUTINE, story.history, Profile(), day(number, hour=9), Settings())
    return found.cause, found.asks


def test_the_first_high_pain_in_seven_days_asks_all():
    story = Story()
    story.does(day(1))
    rated_high(story, 3, 6)
    assert asks(story, 3) == ("high-pain", "all")


def test_high_pain_that_is_nothing_new_asks_for_signs_of_an_emergency_alone():
    story = Story()
    story.does(day(1), rated=6)
    rated_high(story, 3, 7)
    assert asks(story, 3) == (None, "emergency")


def test_well_above_usual_asks_all_whatever_was_before():
    story = Story()
    for number in (1, 2, 3):
        story.does(day(number), rated=6 if number == 3 else 4)
    rated_high(story, 4, 6)
    assert asks(story, 4) == ("high-pain", "all")


def test_once_the_signs_were_answered_safely_the_one_question_does_again():
    story = Story()
    story.does(day(1), rated=6)
    rated_high(story, 3, 7)
    story.does(day(3, hour=9), screened=story.sessions[0].id, asks="emergency", rate=False)
    assert asks(story, 4) == (None, "all")
