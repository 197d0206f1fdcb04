"""The summary: what was done, where it ended, what was felt."""

import pytest

from lissom.session.log import Rating
from lissom.session.outcome import ending_of
from lissom.session.replay import replay
from lissom.session.summary import SymptomFelt, summarize
from lissom.session.summary_text import tell

from .machines import LADDER, WHOLE, entries, log_of

TO_HOLD = ("0 asked no", "1000 ready next", "4000 left.move elapsed")
HURT = ("9000 left.hold pain", "13000 left.let-go elapsed", "14000 left.advise next")


def summary(*lines, now_ms=None):
    return summarize(log_of(*entries(*lines)), LADDER, now_ms)


TOLD = [
    ((), "no holds so far; now at “Ask”"),
    (TO_HOLD, "no holds so far; now at “Ankle”, left side"),
    ((*TO_HOLD, "24000 left.hold elapsed"), "1 of 2 holds, 0:20 so far; now at “Release”, left side"),
    (
        (*TO_HOLD, "9000 left.hold stop", "13000 left.stop elapsed"),
        "0 of 2 holds, 0:05; stopped at “Ankle”, left side",
    ),
    ((*TO_HOLD, *HURT), "0 of 2 holds, 0:05; ended with pain at “Move”, left side"),
    (("0 asked yes", "1 advised next"), "no holds; a question came first, see its advice"),
    ((*TO_HOLD, "800000 left.hold closed"), "0 of 2 holds, 0:00; stopped at “Ankle”, left side"),
]


@pytest.mark.parametrize(("lines", "words"), TOLD, ids=[words for _, words in TOLD])
def test_a_session_is_told_as_what_was_done(lines, words):
    assert tell(summary(*lines)) == words


def test_a_finished_session_is_told():
    assert tell(summarize(log_of(*WHOLE), LADDER)) == "2 of 2 holds, 0:40; finished"


def test_an_open_session_is_abandoned_after_ten_minutes():
    played = replay(log_of(*entries(*TO_HOLD)), LADDER)
    assert [ending_of(played, now).kind for now in (None, 604_000, 604_001)] == ["open", "open", "abandoned"]


def test_a_hold_counts_for_the_time_it_was_really_held():
    paused = summary(*TO_HOLD, "9000 left.hold yes", "14000 left.yes pause")
    assert [(h.held_ms, h.is_full, h.level) for h in paused.holds] == [(10_000, False, 1)]


def test_an_open_hold_that_was_let_go_is_full():
    let_go = summary(*TO_HOLD, "9000 left.hold yes", "24000 left.yes elapsed", "31000 left.more next")
    assert [(h.position, h.held_ms, h.is_full) for h in let_go.holds] == [
        ("ankle", 20_000, True),
        ("chin", 7_000, True),
    ]


def test_a_late_wake_up_does_not_lengthen_a_hold():
    assert summary(*TO_HOLD, "24900 left.hold elapsed").holds[0].held_ms == 20_000


def test_a_hold_held_again_after_a_pause_counts_once_and_its_time_twice():
    again = summary(
        *TO_HOLD, "24000 left.hold elapsed", "28000 left.release elapsed", "29000 switch pause",
        "30000 switch resume", "35000 switch elapsed", "38000 right.move elapsed", "48000 right.hold pause",
        "49000 switch resume", "54000 switch elapsed", "57000 right.move elapsed", "77000 right.hold elapsed",
    )  # fmt: skip
    assert (again.done, dict(again.held_ms)) == (2, {"s": 50_000})


def test_a_session_has_both_sides_when_both_had_a_base_hold():
    cuts = {cut: summarize(log_of(*WHOLE[:cut]), LADDER).both_sides for cut in (3, 4, 7, 8)}
    assert cuts == {3: False, 4: False, 7: False, 8: True}


def test_a_symptom_is_told_with_its_place():
    assert summary(*TO_HOLD, *HURT).felt == (SymptomFelt("pain", 9000, "s", "ankle", "left"),)


def test_ratings_are_part_of_it():
    rated = log_of(*WHOLE).with_ratings(Rating("before", 0, 2), Rating("after", 68_000, 1))
    assert summarize(rated, LADDER).ratings == rated.ratings
