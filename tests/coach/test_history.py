"""What a log comes to, and how it is kept."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from hypothesis import given

from lissom.coach import session_json
from lissom.coach.history import History, Session

from .stories import BACK, LADDER, SLUMP_PAIN, Story, day
from .test_fold import histories


def test_a_session_tells_what_was_held_answered_and_taken():
    story = Story()
    session = story.does(day(1), **SLUMP_PAIN)
    assert dict(session.answers) == {
        "emergency": True,
        "get-checked": True,
        "tight-legs": True,
    }
    assert [(h.stretch, h.side, h.level, h.ms) for h in session.held] == [
        ("leg-ladder", "left", 1, 60_000),
        ("leg-ladder", "right", 1, 30_000),
        ("leg-ladder", "left", 2, 30_000),
        ("leg-ladder", "left", 3, 1_000),
    ]
    assert [(t.symptom, t.position, t.then.cap_level) for t in session.taken] == [("pain", "slump", 2)]
    assert (session.symptoms, session.worked, session.is_finished) == (("pain",), True, False)


def test_a_hold_that_a_crash_broke_counts_nothing_and_a_finished_one_before_it_does():
    session = Story().does(day(1), breaks_off="r1.right.ankle.hold")
    assert [(h.side, h.ms, h.whole_at_ms is None) for h in session.held] == [
        ("left", 30_000, False),
        ("right", 0, True),
    ]


def test_a_timer_that_rang_late_adds_nothing_to_a_hold():
    session = Story().does(day(1), late_ms=4000)
    assert [(h.side, h.ms) for h in session.held] == [("left", 60_000), ("right", 60_000)]


def test_an_advice_that_was_paused_and_gone_on_from_takes_once():
    feels = ("pain", "leg-ladder.ready")
    session = Story().does(day(1), feels=feels, pauses_in="pain.told")
    assert [(taken.symptom, taken.then.cap_level) for taken in session.taken] == [("pain", 0)]


def test_of_two_states_of_one_log_the_longer_is_the_newer():
    short, long = (Story().does(day(1), **told) for told in ({"breaks_off": "ankle"}, {}))
    assert History((long, short)).sessions == History((short, long)).sessions == (long,)


def test_a_time_without_a_zone_is_no_instant():
    with pytest.raises(ValueError, match="zone"):
        Session("a", LADDER, datetime(2026, 5, 4, 8), "UTC")  # noqa: DTZ001 - the mistake under test


@given(histories())
def test_what_is_kept_comes_back_the_same(history):
    for session in history.sessions:
        assert session_json.from_json(json.loads(json.dumps(session_json.as_json(session)))) == session


def test_what_was_kept_in_another_format_is_replayed():
    session = Story().does(day(1), BACK)
    assert session_json.from_json({**session_json.as_json(session), "format": "lissom-kept/0"}) is None
