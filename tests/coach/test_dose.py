"""Fair counting: what was held counts, a routine is whole when its parts are, nothing is missed."""

from __future__ import annotations

from datetime import date

from lissom.coach import dose
from lissom.coach.permitted import left_out_by_day
from lissom.coach.profile import Profile
from lissom.content import library

from .stories import BACK, LADDER, Story, day

BACK_ROUTINE, LADDER_ROUTINE = library.routine(BACK), library.routine(LADDER)
NOTHING = lambda _: frozenset()  # noqa: E731 - nothing is left out on any day
ALL_BUT_ROLL = ("gluteal", "quadriceps", "sideways-reach", "spine-rotation")


def seconds(story: Story) -> dict:
    return {place: held / 1000 for place, held in dose.held_ms(story.sessions).items()}


def whole_days(story: Story, left_out=NOTHING) -> tuple[date, ...]:
    return dose.whole_days(BACK_ROUTINE, story.sessions, "UTC", left_out)


def test_every_hold_counts_in_the_seconds_it_was_held():
    story = Story()
    story.does(day(1))  # two rounds of 30 s
    assert seconds(story) == {("leg-ladder", "left"): 60, ("leg-ladder", "right"): 60}


def test_a_hold_that_an_offer_split_in_two_counts_once():
    story = Story()
    story.does(day(1), level=2, climbs=True)
    assert seconds(story) == {("leg-ladder", "left"): 90, ("leg-ladder", "right"): 90}


def test_an_open_hold_counts_as_long_as_it_was_really_held():
    story = Story()
    story.does(day(1), BACK, without=ALL_BUT_ROLL, says={"forward-roll.rep1.forward-roll.hold": "next"})
    assert seconds(story) == {("forward-roll", None): 1 + 20 + 20}


def test_a_hold_that_pain_ended_counts_up_to_the_pain():
    story = Story()
    story.does(day(1), feels=("pain", "r1.right.ankle.hold"))
    assert seconds(story) == {("leg-ladder", "left"): 30, ("leg-ladder", "right"): 1}


def test_a_session_counts_once_both_sides_had_a_base_hold():
    story = Story()
    early = story.does(day(1), says={"leg-ladder.r1.right.ankle.move": "stop"})
    enough = story.does(day(2), says={"leg-ladder.r2.left.ankle.move": "stop"})
    assert (dose.counts(early), dose.counts(enough)) == (False, True)


def test_a_days_parts_add_up_to_the_routine_once():
    story = Story()
    story.does(day(1, hour=9), BACK, without=("quadriceps", "gluteal"))
    assert whole_days(story) == ()
    story.does(day(1, hour=12), BACK, without=("forward-roll", "sideways-reach", "spine-rotation"))
    assert whole_days(story) == (day(1).date(),)
    story.does(day(1, hour=17), BACK)
    assert whole_days(story) == (day(1).date(),)


def test_parts_of_two_days_do_not_add_up():
    story = Story()
    story.does(day(1), BACK, without=("quadriceps", "gluteal"))
    story.does(day(2), BACK, without=("forward-roll", "sideways-reach", "spine-rotation"))
    assert whole_days(story) == ()


def test_two_sides_in_two_sessions_of_a_day_are_both_sides():
    story = Story()
    story.does(day(1, hour=9), says={"leg-ladder.r1.right.ankle.move": "stop"})
    story.does(day(1, hour=10), lead="right", says={"leg-ladder.r1.left.ankle.move": "stop"})
    assert dose.whole_days(LADDER_ROUTINE, story.sessions, "UTC", NOTHING) == (day(1).date(),)


def test_who_stops_a_stretch_for_pain_is_not_counted_short():
    story = Story()
    story.does(day(1), BACK, feels=("pain", "gluteal.left.rep1.gluteal.hold"))
    assert whole_days(story) == ()
    assert whole_days(story, left_out_by_day(BACK_ROUTINE, Profile(), story.history)) == (day(1).date(),)


def test_what_health_leaves_out_is_not_asked_for():
    story = Story()
    story.does(day(1), BACK, without=("quadriceps",))
    profile = Profile(conditions=frozenset({"unsteady"}))
    assert whole_days(story, left_out_by_day(BACK_ROUTINE, profile, story.history)) == (day(1).date(),)


def test_a_stretch_is_longest_undone_by_its_least_recent_side():
    story = Story()
    story.does(day(1))
    story.does(day(2), says={"leg-ladder.r1.right.ankle.move": "stop"})
    (stretch,) = LADDER_ROUTINE.stretches
    latest = dose.last_base_holds(story.history, day(3))
    done = dose.last_done(stretch, latest)
    assert done is not None
    assert done.date() == day(1).date()
    assert dose.last_done(BACK_ROUTINE.stretch("gluteal"), latest) is None


def test_a_week_starts_on_monday_where_the_person_lives():
    sunday_night = Story(zone="Asia/Tokyo")
    sunday_night.does(day(7, hour=16), BACK)  # Monday, 1:00 in Tokyo
    assert dose.monday_of(date(2026, 5, 10)) == date(2026, 5, 4)
    assert dose.in_week(sunday_night.history, date(2026, 5, 11), "Asia/Tokyo") == tuple(sunday_night.sessions)
    assert dose.in_week(sunday_night.history, date(2026, 5, 4), "Asia/Tokyo") == ()
