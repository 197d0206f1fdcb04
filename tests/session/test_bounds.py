"""The bounds of a log: a time that can have been, a length that a session can have, a zone there can be."""

from datetime import UTC, datetime, timedelta

import pytest

from lissom.session.admission import admit, check_heading
from lissom.session.bounds import (
    EARLIEST,
    LATEST,
    LONGEST_ZONE,
    MOST_EVENTS,
    MOST_RATINGS,
    check_bounds,
    is_of_our_time,
    is_zone,
)
from lissom.session.live_session import GOES_ON_WITHIN, LiveSession
from lissom.session.log import MOST_MS, Entry, Rating
from lissom.session.replay import LogRefused
from tests.session.machines import LADDER, STARTED, WHOLE, log_of, rated_log

SECOND = timedelta(seconds=1)


def refusal(log, latest=LATEST):
    with pytest.raises(LogRefused) as refused:
        check_heading(log, latest)
    return refused.value.reason, refused.value.index, refused.value.rating


def begun(moment):
    return log_of(started=moment)


@pytest.mark.parametrize("moment", [EARLIEST, STARTED, LATEST - SECOND])
def test_what_was_lived_in_this_century_is_within_bounds(moment):
    check_bounds(begun(moment))
    assert is_of_our_time(moment)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(1, 1, 1, tzinfo=UTC),
        EARLIEST - SECOND,
        LATEST,
        datetime(2199, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
    ],
)
def test_what_started_at_no_possible_time_is_refused(moment):
    assert refusal(begun(moment)) == ("time", None, None)
    assert not is_of_our_time(moment)


def test_the_first_event_at_no_possible_time_is_named():
    log = log_of(*WHOLE[:2], Entry(MOST_MS, "left.move", "elapsed"), Entry(MOST_MS, "left.hold", "elapsed"))
    assert refusal(log) == ("time", 2, None)


def test_a_rating_at_no_possible_time_is_named():
    assert refusal(rated_log(Rating("before", 0, 4), Rating("before", MOST_MS, 4))) == ("time", None, 1)


def test_all_is_held_against_the_last_moment_that_it_can_have():
    to_the_end = timedelta(milliseconds=WHOLE[-1].at_ms)
    check_bounds(log_of(*WHOLE), STARTED + to_the_end)
    earlier = STARTED + to_the_end - timedelta(milliseconds=1)
    assert refusal(log_of(*WHOLE), earlier) == ("time", len(WHOLE) - 1, None)
    assert refusal(log_of(), STARTED - SECOND) == ("time", None, None)


def test_a_moment_after_the_calendar_ends_does_not_make_it_longer():
    assert refusal(begun(LATEST), datetime(9999, 1, 1, tzinfo=UTC)) == ("time", None, None)


def test_as_many_events_and_ratings_as_a_session_can_have_and_no_more():
    full = log_of(
        *[Entry(0, "asked", "pause")] * MOST_EVENTS, ratings=(Rating("before", 0, 1),) * MOST_RATINGS
    )
    check_bounds(full)
    assert refusal(full.with_events(Entry(0, "asked", "pause"))) == ("length", None, None)
    assert refusal(full.with_ratings(Rating("before", 0, 1))) == ("length", None, None)


def test_too_many_are_refused_before_any_is_replayed():
    """The first of these fits nowhere; what is told is that they are too many."""
    with pytest.raises(LogRefused, match="it has 10001 events, and a session has no more than 10000"):
        admit(log_of(*[Entry(0, "nowhere", "pause")] * (MOST_EVENTS + 1)), LADDER)


@pytest.mark.parametrize(
    "zone", ["Europe/Warsaw", "UTC", "Etc/GMT+5", "Japan", "America/Newly_Named", "Europe/A/B"]
)
def test_a_zone_that_is_known_here_or_may_have_come_later_is_one(zone):
    assert is_zone(zone)


@pytest.mark.parametrize(
    "zone", ["Mars/Base", "Europe", "Europe/", "Nowhere", "Europe/" + "x" * LONGEST_ZONE]
)
def test_a_zone_that_there_cannot_be_is_none(zone):
    assert not is_zone(zone)


def test_a_log_of_such_a_zone_is_refused():
    assert refusal(log_of(zone="Mars/Base")) == ("zone", None, None)


# What our players write never comes to a bound.


def paused_without_end(course: LiveSession) -> LiveSession:
    """Pause and go on at once for as long as that goes."""
    while not course.is_over and (not course.entries or course.entries[-1].event != "stop"):
        course = course.resume(5000) if course.is_paused else course.pause(5000)
    return course


HOLDING = LiveSession.begin(LADDER).apply("no", 0).apply("next", 1000).apply("elapsed", 4000)


def test_who_pauses_without_end_is_stopped_with_room_left():
    course = paused_without_end(HOLDING)
    assert (course.entries[-1].event, course.is_over) == ("stop", True)
    assert GOES_ON_WITHIN < len(course.entries) <= GOES_ON_WITHIN + 2 < MOST_EVENTS


def test_in_the_pause_beyond_which_nothing_goes_on_a_pain_is_told_as_ever():
    paused = LiveSession.go_on(LADDER, paused_without_end(HOLDING).entries[:-1])
    told = paused.apply("pain", 6000)
    assert (paused.is_paused, told.entries[-1].event, told.state.kind) == (True, "pain", "advise")
    admit(log_of(*told.entries), LADDER)


def test_after_a_crash_too_it_is_stopped_and_not_gone_on_with():
    course = LiveSession.go_on(LADDER, paused_without_end(HOLDING).entries[:-1])
    assert course.resume(6000).entries[-1].event == "stop"


def test_one_entry_earlier_it_goes_on():
    course = paused_without_end(HOLDING)
    before = LiveSession.go_on(LADDER, course.entries[: GOES_ON_WITHIN - 1])
    event = before.resume(6000).entries[-1].event
    assert (len(before.entries), event) == (GOES_ON_WITHIN - 1, "resume")


def test_too_late_it_is_closed_all_the_same():
    course = LiveSession.go_on(LADDER, paused_without_end(HOLDING).entries[:-1])
    assert course.resume(5000 + 601_000).entries[-1].event == "closed"
