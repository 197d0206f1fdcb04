"""What holds for every session: it replays as it was played, and nothing else passes for it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lissom.session.codec import dumps, loads
from lissom.session.live_session import LiveSession
from lissom.session.log import RESUME, Entry, extend
from lissom.session.path import Misfit
from lissom.session.replay import LogRefused, replay

from .machines import LADDER, log_of

ACTS = ("pain", "stop", "skip", "ease", "yes", "no", "next", "pause", "resume", "wake", "wake", "wake")


@st.composite
def courses(draw) -> LiveSession:
    """Play: answer, start, then do anything at any time; what does not fit is refused and passed over."""
    course, now = LiveSession.begin(LADDER).apply("no", 0).apply("next", 500), 500
    for _ in range(draw(st.integers(0, 25))):
        now += draw(st.sampled_from([0, 1, 900, 3_000, 20_000, 300_000, 700_000]) | st.integers(0, 25_000))
        course = _act(course, draw(st.sampled_from(ACTS)), now)
        now = max(now, course.path.last_ms)
    return course


def _act(course: LiveSession, act: str, now: int) -> LiveSession:
    try:
        if act in ("pause", "resume", "wake"):
            return getattr(course, act)(now)
        return course.apply(act, now)
    except Misfit:
        return course


def refused(changed) -> LogRefused:
    with pytest.raises(LogRefused) as refusal:
        replay(log_of(*changed), LADDER)
    return refusal.value


@given(courses())
def test_what_was_played_replays_to_the_same_place(course):
    result = replay(log_of(*course.entries), LADDER)
    assert (result.path, result.outcome) == (course.path, course.outcome)


@given(courses())
def test_a_written_log_replays_as_well(course):
    log = log_of(*course.entries)
    assert loads(dumps(log)) == log


@given(courses(), st.integers(0, 40))
def test_every_beginning_of_a_log_is_a_log_and_yields_to_the_whole(course, cut):
    short, whole = log_of(*course.entries[:cut]), log_of(*course.entries)
    replay(short, LADDER)
    assert (extend(short, whole), extend(whole, short)) == (whole, whole)


@given(courses(), st.data())
def test_an_elapsed_that_comes_earlier_is_refused(course, data):
    elapsed = [n for n, entry in enumerate(course.entries) if entry.event == "elapsed"]
    if not elapsed:
        return
    place = data.draw(st.sampled_from(elapsed))
    early = replace(course.entries[place], at_ms=course.entries[place].at_ms - 1)
    refusal = refused((*course.entries[:place], early, *course.entries[place + 1 :]))
    assert (refusal.index, refusal.reason in ("early", "backwards")) == (place, True)


@given(courses(), st.data())
def test_a_foreign_state_is_refused(course, data):
    place = data.draw(st.integers(0, len(course.entries) - 1))
    others = [*sorted(set(LADDER.states) - {course.entries[place].state}), "elsewhere"]
    foreign = replace(course.entries[place], state=data.draw(st.sampled_from(others)))
    refusal = refused((*course.entries[:place], foreign, *course.entries[place + 1 :]))
    assert (refusal.index, refusal.reason) == (place, "state")


@given(courses(), st.data())
def test_a_dropped_event_is_refused_where_it_is_missed(course, data):
    """Unless what is left is a session too: without a pause before its resume, or without its end."""
    place = data.draw(st.integers(0, len(course.entries) - 1))
    before, after = course.entries[:place], course.entries[place + 1 :]
    if not after or after[0].event in (RESUME, "closed") or course.entries[place].event in ("pause", RESUME):
        return
    assert refused((*before, *after)).index == place


@given(courses(), st.data())
def test_time_that_goes_backwards_is_refused(course, data):
    place = data.draw(st.integers(1, len(course.entries) - 1))
    earlier = course.entries[place - 1].at_ms - 1
    if earlier < 0:
        return
    back = replace(course.entries[place], at_ms=earlier)
    assert refused((*course.entries[:place], back, *course.entries[place + 1 :])).index == place


@given(courses())
def test_a_held_time_is_unbroken(course):
    """No hold is entered but from a move, or from the hold that it continues."""
    for before, after in zip(course.visited, course.visited[1:], strict=False):
        if LADDER.states[after.state].kind == "hold" and not LADDER.states[after.state].continues:
            assert (before.event, LADDER.states[before.state].kind in ("move", "hold")) == ("elapsed", True)


@given(courses())
def test_stop_ends_every_open_session(course):
    now = course.path.last_ms
    if course.is_over:
        return
    stopped = course.apply("stop", now)
    while not stopped.is_over:
        stopped = stopped.wake(stopped.due_ms)
    assert stopped.outcome.kind in ("stopped", "symptom")


def test_an_entry_refuses_a_time_before_the_start():
    with pytest.raises(ValueError, match="-1 is not a time of a session"):
        Entry(-1, "asked", "no")
