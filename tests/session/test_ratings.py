"""The ratings of a log: each was asked for, once, and says what the event beside it says."""

from dataclasses import replace

import pytest

from lissom.coach.history import AFTER_SESSION
from lissom.machine.codec import machine_digest
from lissom.machine.model import High
from lissom.session.admission import admit
from lissom.session.log import Rating
from lissom.session.ratings import AFTER_PAGE, check_ratings, when_rated
from lissom.session.replay import LogRefused
from tests.session.machines import RATED, entries, log_of, rated_log

TWICE = "the question was answered with another rating already"


def rated(*lines, ratings):
    """A session of these events, in which this was rated: `4 at 2000`."""
    told = (each.split(" at ") for each in ratings)
    return rated_log(
        *(Rating("before", int(at_ms), int(value)) for value, at_ms in told), events=entries(*lines)
    )


def refusal(log, machine=RATED):
    with pytest.raises(LogRefused) as refused:
        check_ratings(log, machine)
    assert refused.value.reason == "rating"
    return refused.value.rating, refused.value.message.partition(": ")[2]


@pytest.mark.parametrize(
    ("events", "ratings"),
    [
        (["2000 rate ok"], ["4 at 2000"]),
        (["2000 rate ok"], ["0 at 2000"]),
        (["2000 rate ok"], []),
        (["2000 rate high"], ["6 at 2000"]),
        (["2000 rate high"], ["2 at 2000"]),  # where the usual is 0
        (["0 rate pause", "5000 rate resume", "7000 rate ok"], ["4 at 7000"]),
        ([], ["4 at 2000"]),  # the player died before the event was written
        (["90000 rate resume", "91000 rate ok"], ["4 at 2000", "5 at 91000"]),
        (["90000 rate resume", "91000 rate stop"], ["4 at 2000"]),
        (["900000 rate closed"], ["4 at 2000"]),
        (["2000 rate ok"], ["4 at 2000", "4 at 2000"]),  # told again, where the first time seemed to fail
    ],
)  # fmt: skip
def test_what_a_player_writes_is_taken(events, ratings):
    admit(rated(*events, ratings=ratings), RATED)


@pytest.mark.parametrize(
    ("events", "ratings", "index", "words"),
    [
        (["2000 rate ok"], ["10 at 2000"], 0, "10 of 10 is not what was gone on with as 'ok'"),
        (["2000 rate ok"], ["6 at 2000"], 0, "6 of 10 is not what was gone on with as 'ok'"),
        (["2000 rate high"], ["1 at 2000"], 0, "1 of 10 is not what was gone on with as 'high'"),
        (["2000 rate skip"], ["4 at 2000"], 0, "4 of 10 is not what was gone on with as 'skip'"),
        (["60000 rate elapsed"], ["4 at 2000"], 0, "4 of 10 is not what was gone on with as 'elapsed'"),
        (["2000 rate stop"], ["4 at 2000"], 0, "4 of 10 is not what was gone on with as 'stop'"),
        (["2000 rate ok"], ["4 at 2000", "5 at 2000"], 1, TWICE),
        (["2000 rate ok"], ["4 at 2000", "4 at 950400000"], 1, "nobody was asked for it at 950400000 ms"),
        (["2000 rate ok"], ["4 at 2001"], 0, "nobody was asked for it at 2001 ms"),
        ([], ["4 at 60001"], 0, "nobody was asked for it at 60001 ms"),
        (["0 rate pause", "5000 rate resume"], ["4 at 3000"], 0, "nobody was asked for it at 3000 ms"),
        (["90000 rate resume", "91000 rate ok"], ["5 at 91000", "4 at 2000"], 1, TWICE),
        (["900000 rate closed"], ["4 at 60001"], 0, "nobody was asked for it at 60001 ms"),
    ],
)  # fmt: skip
def test_what_no_player_writes_is_refused_and_named(events, ratings, index, words):
    assert refusal(rated(*events, ratings=ratings)) == (index, words)


def test_without_a_rise_only_the_number_is_high():
    asks = replace(RATED.states["rate"], high=High(start=6))
    machine = replace(RATED, states={**RATED.states, "rate": asks})
    assert refusal(rated("2000 rate high", ratings=["5 at 2000"]), machine)[0] == 0
    check_ratings(rated("2000 rate high", ratings=["6 at 2000"]), machine)


def test_a_question_put_again_may_be_rated_again():
    """Whoever comes back to it, after a slip say, rates anew: one rating for each visit, not one a log."""
    again = replace(RATED.states["asked"], on={**RATED.states["asked"].on, "no": "rate"})
    machine = replace(RATED, states={**RATED.states, "asked": again})
    log = rated("2000 rate ok", "3000 asked no", "4000 rate high", ratings=["4 at 2000", "7 at 4000"])
    check_ratings(log, machine)
    assert refusal(log.with_ratings(Rating("before", 4000, 8)), machine)[0] == 2


# Which page asks for which.


def after_page(*ratings, events):
    machine = replace(RATED, routine=AFTER_PAGE)
    log = log_of(*entries(*events), machine=machine, digest=machine_digest(machine), ratings=ratings)
    return log, machine


def test_the_page_after_a_session_asks_for_the_pain_after_it_and_all_else_before():
    assert (AFTER_PAGE, when_rated(AFTER_PAGE), when_rated("leg")) == (AFTER_SESSION, "after", "before")
    admit(*after_page(Rating("after", 2000, 3), events=["2000 rate ok"]))


def test_a_routine_does_not_ask_for_the_pain_after():
    log = rated_log(Rating("after", 2000, 3), events=entries("2000 rate ok"))
    assert refusal(log) == (0, "leg asks for the pain before, not after")


def test_the_page_after_a_session_does_not_ask_for_the_pain_before():
    log, machine = after_page(Rating("before", 2000, 3), events=["2000 rate ok"])
    assert refusal(log, machine) == (0, "after-session asks for the pain after, not before")


def test_what_the_first_version_called_before_where_it_went_on_is_read():
    events = ["1000 rate pause", "2000 rate resume", "3000 rate ok"]
    admit(*after_page(Rating("before", 3000, 3), events=events))
