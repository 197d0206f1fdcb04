"""Replay: a log fits its machine, or is refused with the first event that does not."""

from dataclasses import replace

import pytest

from lissom.machine.model import Outcome
from lissom.machine.step import EventDoesNotFit
from lissom.session.log import Entry
from lissom.session.path import Misfit, begin, follow
from lissom.session.replay import LogRefused, replay

from .machines import CLOSE, LADDER, WHOLE, entries, log_of

TO_HOLD = entries("0 asked no", "1000 ready next", "4000 left.move elapsed")
RELEASED = (
    *TO_HOLD,
    *entries(
        "24000 left.hold elapsed",
        "28000 left.release elapsed",
        "33000 switch elapsed",
        "36000 right.move elapsed",
    ),
)


def played(*more: str, start: tuple[Entry, ...] = TO_HOLD):
    return replay(log_of(*start, *entries(*more)), LADDER)


def refusal(*more: str, start: tuple[Entry, ...] = TO_HOLD):
    with pytest.raises(LogRefused) as refused:
        played(*more, start=start)
    return refused.value.index, refused.value.state, refused.value.event, refused.value.reason


def test_a_whole_log_is_replayed_to_its_end():
    result = replay(log_of(*WHOLE), LADDER)
    assert (result.state_id, result.outcome, result.is_over) == ("finished", Outcome("finished"), True)


def test_a_replay_tells_when_each_state_was_entered_and_left():
    visits = [(v.state, v.entered_ms, v.left_ms, v.event) for v in played().visits]
    assert visits == [
        ("asked", 0, 0, "no"),
        ("ready", 0, 1000, "next"),
        ("left.move", 1000, 4000, "elapsed"),
        ("left.hold", 4000, None, None),
    ]


def test_an_unfinished_log_is_open():
    assert (played().is_over, played().outcome) == (False, None)


def test_an_empty_log_stands_at_the_start():
    assert replay(log_of(), LADDER).state_id == "asked"


def test_a_then_is_told_with_the_time_it_was_entered():
    assert played("9000 left.hold pain").thens == ((9000, CLOSE),)


def test_a_then_gone_on_from_after_a_pause_counts_once():
    paused = played("9000 left.hold pain", "9100 left.let-go pause", "9200 left.let-go resume")
    assert paused.thens == ((9000, CLOSE),)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("23999 left.hold elapsed", "early"),
        ("24000 right.hold elapsed", "state"),
        ("24000 left.hold dizziness", "unknown"),
        ("24000 left.hold next", "unknown"),
        ("3999 left.hold pain", "backwards"),
        ("24000 left.hold resume", "state"),
        ("700000 ready resume", "too-late"),
        ("604000 left.hold closed", "too-soon"),
    ],
)
def test_the_first_event_that_does_not_fit_is_named(line, reason):
    _, state, event = line.split()
    assert refusal(line, "999999 nowhere nothing") == (3, state, event, reason)


def test_the_refusal_tells_what_is_wrong():
    with pytest.raises(
        LogRefused, match=r"at event 3: 'elapsed' in left.hold at 23999 ms: left.hold lasts until 24000 ms"
    ):
        played("23999 left.hold elapsed")


def test_an_event_after_the_end_is_refused():
    assert refusal("68000 finished stop", start=WHOLE) == (10, "finished", "stop", "over")


def test_a_log_of_another_machine_is_refused():
    with pytest.raises(LogRefused, match="belongs to another machine"):
        replay(log_of(), replace(LADDER, options={"level": 2}))


# The timer of a hold runs on through what continues it.


def test_a_yes_and_a_no_do_not_restart_the_time_of_a_hold():
    held = played("10000 left.hold yes", "15000 left.yes no", "24000 left.no elapsed")
    assert held.state_id == "left.release"


def test_an_elapsed_of_a_continued_hold_is_early_by_the_holds_own_start():
    assert refusal("10000 left.hold yes", "23999 left.yes elapsed") == (4, "left.yes", "elapsed", "early")


def test_an_eased_hold_runs_on():
    assert played("10000 left.hold ease", "24000 left.eased elapsed").state_id == "left.release"


def test_a_higher_hold_begins_anew():
    higher = ("10000 left.hold yes", "24000 left.yes elapsed")
    assert refusal(*higher, "38999 left.more elapsed")[3] == "early"
    assert played(*higher, "39000 left.more elapsed").state_id == "left.release"


def test_an_elapsed_may_be_late():
    assert played("24900 left.hold elapsed").state_id == "left.release"


# Pausing, going on, closing.


def test_a_pause_in_a_hold_goes_on_from_the_last_ready():
    assert played("9000 left.hold pause", "60000 ready resume").visits[-1].entered_ms == 60_000


def test_a_pause_in_a_hold_goes_on_from_the_last_switch():
    assert played("40000 right.hold pause", "41000 switch resume", start=RELEASED).state_id == "switch"


def test_a_pause_in_a_hold_does_not_go_on_in_the_hold():
    assert refusal("9000 left.hold pause", "60000 left.hold resume") == (4, "left.hold", "resume", "state")


def test_a_pause_in_a_release_goes_on_at_itself_with_its_whole_time():
    paused = ("24000 left.hold elapsed", "25000 left.release pause", "90000 left.release resume")
    assert refusal(*paused, "93999 left.release elapsed")[3] == "early"
    assert played(*paused, "94000 left.release elapsed").state_id == "switch"


def test_a_question_is_gone_on_from_at_itself():
    assert played("5 asked pause", "6 asked resume", start=()).state_id == "asked"


def test_a_crash_goes_on_without_a_pause_in_the_log():
    crashed = played("300000 ready resume")
    hold = crashed.visits[-2]
    assert (hold.state, hold.entered_ms, hold.left_ms, hold.event) == ("left.hold", 4000, 4000, "resume")


def test_ten_minutes_after_a_pause_the_session_still_goes_on():
    assert played("9000 left.hold pause", "609000 ready resume").state_id == "ready"


def test_after_more_than_ten_minutes_it_can_only_be_closed():
    assert refusal("9000 left.hold pause", "609001 ready resume")[3] == "too-late"
    closed = played("9000 left.hold pause", "609001 left.hold closed")
    assert (closed.outcome, closed.is_over) == (Outcome("stopped"), True)


def test_nothing_follows_a_close():
    assert refusal("700000 left.hold closed", "700001 left.hold stop") == (4, "left.hold", "stop", "over")


def test_a_session_closed_after_a_pain_ended_with_that_pain():
    closed = played("9000 left.hold pain", "900000 left.let-go closed")
    assert closed.outcome == Outcome("symptom", "pain", "s", "ankle", "left", "Call.")


@pytest.mark.parametrize("event", ["elapsed", "ease", "skip", "yes", "pause"])
def test_in_a_pause_nothing_goes_on_by_itself(event):
    assert refusal("9000 left.hold pause", f"30000 left.hold {event}")[3] == "paused"


def test_in_a_pause_a_pain_belongs_to_the_position_that_was_paused():
    assert played("9000 left.hold pause", "12000 left.hold pain").state_id == "left.let-go"


def test_in_a_pause_stop_works():
    assert played("9000 left.hold pause", "12000 left.hold stop").state_id == "left.stop"


def test_a_refused_event_changes_nothing_and_is_a_misfit_of_the_machine():
    path = begin(LADDER)
    with pytest.raises(EventDoesNotFit) as refused:
        follow(LADDER, path, Entry(0, "asked", "next"))
    assert (type(refused.value), refused.value.reason, path) == (Misfit, "unknown", begin(LADDER))
