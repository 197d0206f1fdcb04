"""Something hurts and it is not yet said what: abandoned, named, taken back; and told later."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lissom.coach import late_reporting
from lissom.coach.history import History, LateReport, session_of, session_of_replay
from lissom.coach.restriction_events import clean_stretches
from lissom.coach.restrictions import restrictions
from lissom.machine.model import Then
from lissom.session.log import MISTAKEN, Rating

from .hurting import BEGUN, CLOSED, MACHINE, OUT, STARTED, THENS, log_of, replayed, session_after


def taken(*events: str, **how):
    return [(each.symptom, each.then) for each in session_after(*events, **how).taken]


@pytest.mark.parametrize(
    ("events", "took"),
    [
        ((*BEGUN, "hurts"), [("hurts", OUT)]),
        ((*BEGUN, "hurts", "elapsed"), [("hurts", OUT)]),
        ((*BEGUN, "hurts", "elapsed", "stop"), [("hurts", OUT)]),
        ((*BEGUN, "elapsed", "hurts", "elapsed"), [("hurts", OUT)]),  # in a release
        (("ok", "no", "hurts"), [("hurts", OUT)]),  # where nothing is loaded
        ((*BEGUN, "hurts", "elapsed", "tingling"), [("tingling", OUT)]),
        ((*BEGUN, "hurts", "numbness"), [("numbness", THENS["numbness"])]),  # while letting go
        ((*BEGUN, "hurts", "elapsed", "serious"), [(None, CLOSED)]),
    ],
)
def test_what_hurt_counts_until_it_is_named(events, took):
    assert taken(*events) == took


def test_what_was_told_as_serious_is_a_sign_of_an_emergency():
    assert [t.question for t in session_after(*BEGUN, "hurts", "elapsed", "serious").taken] == ["emergency"]


@pytest.mark.parametrize(
    "chain", [("hurts",), ("hurts", "elapsed"), ("hurts", "hurts"), ("hurts", "elapsed", "serious")]
)
def test_a_slip_takes_back_what_it_took(chain):
    assert taken(*BEGUN, *chain, MISTAKEN) == []


def test_a_slip_takes_back_nothing_that_hurt_later():
    assert [symptom for symptom, _ in taken(*BEGUN, "hurts", MISTAKEN, "next", "hurts")] == ["hurts"]
    assert [symptom for symptom, _ in taken(*BEGUN, "hurts", MISTAKEN, "next", "pain")] == ["pain"]


def test_a_slip_after_a_stop_closes_the_session_and_takes_nothing():
    session = session_after(*BEGUN, "hurts", "elapsed", MISTAKEN, back_to="roll.hurts.which", closes=True)
    assert (session.taken, session.unnamed, session.outcome.kind) == ((), None, "stopped")


def test_an_answer_that_was_a_slip_is_none():
    session = session_after("ok", "yes", MISTAKEN, "no", back_to="screening.emergency")
    assert (session.answers, session.taken) == ((("emergency", True),), ())


def test_a_rating_that_was_a_slip_is_none():
    log, replay = replayed("high", MISTAKEN, "ok", back_to="rate")
    log = log.with_ratings(Rating("before", 21_000, 9), Rating("before", 63_000, 2))
    session = session_of_replay(log, replay)
    assert (session.was_high, [rating.value for rating in session.ratings]) == (False, [2])


def test_a_session_with_a_slip_alone_is_clean():
    session = session_after(*BEGUN, "hurts", MISTAKEN, "next", "elapsed", "elapsed")
    assert clean_stretches(session) == {"roll"}


# told at the next start


TOMORROW = STARTED + timedelta(days=1)


def history(*events: str, entries: tuple[LateReport, ...] = ()) -> History:
    return History((session_of(log_of(*events), MACHINE),), entries)


def told(symptom: str, then: Then) -> LateReport:
    log = log_of(*BEGUN)
    return LateReport(TOMORROW, "UTC", symptom, "roll", "roll", "left", then, log.id)


def test_it_is_asked_at_the_next_start_and_no_more_once_it_is_told():
    events = (*BEGUN, "hurts", "elapsed", "stop")
    assert late_reporting.unnamed_session(history(*events), TOMORROW) == history(*events).sessions[0]
    said = told("hurts", OUT)
    assert late_reporting.unnamed_session(history(*events, entries=(said,)), TOMORROW) is None


def test_one_that_may_be_gone_on_with_asks_for_itself():
    soon = STARTED + timedelta(minutes=5)
    assert late_reporting.unnamed_session(history(*BEGUN, "hurts"), soon) is None
    assert (
        late_reporting.unnamed_session(history(*BEGUN, "hurts"), STARTED + timedelta(minutes=20)) is not None
    )


def test_after_a_fortnight_it_is_asked_no_more():
    assert late_reporting.unnamed_session(history(*BEGUN, "hurts"), STARTED + timedelta(days=15)) is None


@pytest.mark.parametrize(
    "events", [(*BEGUN, "hurts"), (*BEGUN, "hurts", "elapsed", "stop"), ("ok", "no", "hurts")]
)
def test_each_answer_takes_what_the_machine_takes(events):
    spot = late_reporting.unnamed_spot(replayed(*events)[1])
    assert (spot.stretch, spot.position, spot.side) == ("roll", "roll", "left")
    assert spot.thens == {**THENS, "hurts": OUT}


def test_where_it_was_is_each_side_that_was_worked_at():
    (spot,) = late_reporting.spots(replayed(*BEGUN, "elapsed", "elapsed")[1])
    assert (spot.stretch, spot.side, spot.thens) == ("roll", "left", {**THENS, "hurts": OUT})


def test_named_at_the_next_start_it_restricts_by_its_own_rule():
    numb = told("numbness", THENS["numbness"])
    standing = restrictions(history(*BEGUN, "hurts", entries=(numb,)), TOMORROW, "UTC")
    assert {(r.target, r.effect, r.until) for r in standing.active} == {
        ("roll", "leave-out", "contact"), ("all", "close", "next-day"),
    }  # fmt: skip
