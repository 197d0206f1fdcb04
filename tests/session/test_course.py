"""The live course: deadlines, sleep, pauses, and what it tells of the way ahead."""

import pytest

from lissom.session.live_session import LiveSession, Misfit
from lissom.session.log import Entry
from lissom.session.route import Count

from .machines import LADDER, WHOLE, entries

BEGUN = LiveSession.begin(LADDER)
HOLDING = LiveSession.go_on(LADDER, entries("0 asked no", "1000 ready next", "4000 left.move elapsed"))


def test_a_session_begins_at_the_machines_start_and_waits():
    assert (BEGUN.state_id, BEGUN.due_ms, BEGUN.entries) == ("asked", None, ())


def test_an_event_leads_on_and_is_an_entry():
    course = BEGUN.apply("no", 7)
    assert (course.state_id, course.entries) == ("ready", (Entry(7, "asked", "no"),))


def test_an_event_that_does_not_fit_changes_nothing():
    with pytest.raises(Misfit):
        BEGUN.apply("next", 7)
    assert (BEGUN.state_id, BEGUN.entries) == ("asked", ())


def test_a_state_is_due_when_its_seconds_are_over():
    assert HOLDING.due_ms == 24_000


def test_elapsed_before_it_is_due_does_not_fit():
    with pytest.raises(Misfit, match=r"left.hold lasts until 24000 ms"):
        HOLDING.apply("elapsed", 23_999)


def test_a_late_wake_up_leaves_the_state_at_its_deadline():
    course = HOLDING.apply("elapsed", 24_180)
    assert (course.entries[-1], course.due_ms) == (Entry(24_000, "left.hold", "elapsed"), 28_000)


def test_lateness_never_adds_up():
    course = HOLDING
    while course.due_ms is not None:
        course = course.wake(course.due_ms + 900)
    assert course.entries == WHOLE


def test_several_deadlines_missed_by_a_little_are_all_kept():
    assert HOLDING.wake(28_500).entries[3:] == entries(
        "24000 left.hold elapsed", "28000 left.release elapsed"
    )


def test_waking_before_the_deadline_changes_nothing():
    assert HOLDING.wake(23_999) is HOLDING


def test_a_wake_up_of_five_seconds_is_late_and_of_more_is_a_sleep():
    assert HOLDING.wake(29_000).is_paused is False
    slept = HOLDING.wake(29_001)
    assert (slept.is_paused, slept.entries[-1]) == (True, Entry(24_000, "left.hold", "pause"))


def test_how_late_is_a_sleep_is_a_setting():
    course = LiveSession.go_on(LADDER, HOLDING.entries, sleep_ms=500)
    assert (course.wake(24_500).is_paused, course.wake(24_501).is_paused) == (False, True)


def test_after_a_night_of_sleep_the_session_is_closed():
    course = HOLDING.wake(8 * 3_600_000)
    assert [e.event for e in course.entries[3:]] == ["pause", "closed"]
    assert course.outcome.kind == "stopped"


def test_a_key_pressed_after_the_deadline_counts_after_it():
    course = HOLDING.apply("pain", 24_050)
    assert course.entries[3:] == entries("24000 left.hold elapsed", "24050 left.release pain")


def test_a_yes_that_comes_too_late_changes_nothing():
    with pytest.raises(Misfit, match=r"left.release has no such event"):
        HOLDING.apply("yes", 24_010)


def test_the_time_of_a_hold_runs_on_through_yes_and_no():
    course = HOLDING.apply("yes", 10_000).apply("no", 15_000)
    assert (course.state_id, course.timer_ms, course.due_ms) == ("left.no", 4_000, 24_000)


def test_a_pause_has_no_deadline():
    paused = HOLDING.pause(10_000)
    assert (paused.is_paused, paused.due_ms, paused.events) == (True, None, ("pain", "stop"))


def test_a_pause_in_a_hold_goes_on_from_the_ready():
    assert HOLDING.pause(10_000).resume(60_000).entries[-1] == Entry(60_000, "ready", "resume")


def test_a_second_pause_is_the_same_pause():
    paused = HOLDING.pause(10_000)
    assert paused.pause(11_000) is paused


def test_a_resume_after_ten_minutes_closes_as_stopped():
    course = HOLDING.pause(10_000).resume(610_001)
    assert (course.entries[-1], course.outcome.kind) == (Entry(610_001, "left.hold", "closed"), "stopped")


def test_a_pause_left_alone_closes_itself():
    paused = HOLDING.pause(10_000)
    assert (paused.wake(610_000) is paused, paused.wake(610_001).is_over) == (True, True)


def test_a_crashed_course_goes_on_from_its_entries():
    assert LiveSession.go_on(LADDER, HOLDING.entries).resume(100_000).state_id == "ready"


def test_an_ended_session_takes_nothing_more():
    ended = LiveSession.go_on(LADDER, WHOLE)
    assert (ended.events, ended.due_ms, ended.coming) == ((), None, ())
    for act in (ended.pause, ended.resume):
        with pytest.raises(Misfit, match="the session is over"):
            act(70_000)


def test_what_comes_next_is_the_way_without_offers():
    assert HOLDING.coming == (
        "left.release", "switch", "right.move", "right.hold", "right.release", "rest", "finished",
    )  # fmt: skip


def test_what_comes_next_passes_questions_safely():
    assert BEGUN.coming[:3] == ("ready", "left.move", "left.hold")


def test_in_a_pause_the_state_it_goes_on_from_comes_next():
    assert HOLDING.pause(10_000).coming[:2] == ("ready", "left.move")


def test_progress_counts_stretches_rounds_and_holds():
    assert (HOLDING.progress.stretch, HOLDING.progress.side) == ("s", "left")
    assert (HOLDING.progress.stretches, HOLDING.progress.rounds) == (Count(1, 1), Count(1, 1))
    assert HOLDING.progress.holds == Count(1, 2)


def test_progress_before_the_first_stretch_is_none_of_it():
    assert (BEGUN.progress.stretches, BEGUN.progress.holds) == (Count(0, 1), Count(0, 2))


def test_a_hold_taken_by_an_offer_is_one_more():
    assert HOLDING.apply("yes", 9_000).wake(24_000).progress.holds == Count(2, 3)


def test_a_sleep_is_taken_from_when_the_player_was_last_awake():
    slept = HOLDING.wake(40_000, awake_ms=15_000)
    assert slept.entries[-1] == Entry(15_000, "left.hold", "pause")
