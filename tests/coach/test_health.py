"""The health list and the question of the floor: when they are asked, and what an answer leaves out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from lissom.coach.health import ToAsk, good_until, last_asked
from lissom.coach.history import History, Session
from lissom.coach.plan import Plan, plan
from lissom.coach.profile import Answer, Clearing, Floor, Profile
from lissom.content import library

from .stories import BACK, FULL, LADDER, MONDAY, NECK, PHRASES, ROUTINES, Story, day, text

ON_THE_FLOOR = {"cat-cow", "hip-flexor"}
AGILE = Floor("yes", "no", day(1))


def planned(
    profile: Profile, now: datetime = MONDAY, only: str = BACK, history: History | None = None
) -> Plan:
    return plan(profile, history or History(), ROUTINES, now, phrases=PHRASES, only=only)


def told_in_an_older_machine(number: int, *, safe: bool) -> Session:
    """A session of a machine that still asked the health page as a question."""
    answers = (("emergency", True), ("get-checked", True), ("health", safe))
    return Session(f"{number:08x}-0000-7000-8000-000000000000", BACK, day(number), "UTC", answers=answers)


# when


def test_the_list_comes_before_the_first_start_and_says_so():
    found = planned(Profile())
    assert found.to_ask == ToAsk((BACK, NECK), list="first")
    assert [text(reason) for reason in found.reasons] == [
        "Before you start comes a list about your health: tick what applies."
    ]


def test_on_the_second_day_nothing_is_asked_anew():
    story = Story()
    story.does(day(1), BACK)
    assert planned(Profile(health_asked=day(1)), day(2), history=story.history).to_ask is None


def test_a_month_later_it_is_asked_again():
    listed = Profile(health_asked=day(1))
    assert planned(listed, day(31)).to_ask is None
    assert planned(listed, day(31) + timedelta(minutes=1)).to_ask == ToAsk((BACK, NECK), list="too-old")


def test_after_something_has_changed_it_is_asked_again():
    story = Story()
    first = story.does(day(1), BACK)
    story.does(day(3), BACK, screened=first.id, says={"screening.changed": "yes"})
    listed = Profile(health_asked=day(1))
    assert planned(listed, day(2), history=story.history).to_ask is None
    assert planned(listed, day(3, hour=9), history=story.history).to_ask == ToAsk(
        (BACK, NECK), list="changed"
    )
    again = replace(listed, health_asked=day(3, hour=9))
    assert planned(again, day(3, hour=10), history=story.history).to_ask is None


def test_an_answer_to_an_older_machine_counts_as_the_list():
    safe, unsafe = (History((told_in_an_older_machine(3, safe=each),)) for each in (True, False))
    assert last_asked(Profile(), safe, day(4)) == day(3)
    assert planned(Profile(), day(4), history=safe).to_ask is None
    assert planned(Profile(health_asked=day(1)), day(4), history=unsafe).to_ask == ToAsk(
        (BACK, NECK), list="changed"
    )


def test_what_is_closed_asks_nothing():
    story = Story()
    story.does(day(1), BACK, says={"screening.emergency": "yes"})
    assert planned(Profile(), day(2), history=story.history).to_ask is None


def test_what_rests_on_the_list_is_good_until_it_comes_back():
    listed = Profile(health_asked=day(1), floor=Floor("yes", "no", day(5)))
    assert good_until(listed, History(), day(6)) == day(31)
    assert good_until(listed, History(), day(32)) == day(35)
    assert good_until(Profile(), History(), day(1)) is None


# the floor


def test_the_floor_is_asked_only_before_what_is_done_on_it():
    listed = Profile(health_asked=day(1))
    assert planned(listed, only=LADDER).to_ask is None
    assert planned(listed, only=FULL).to_ask == ToAsk((FULL,), floor="first")
    assert planned(replace(listed, floor=AGILE), only=FULL).to_ask is None
    assert planned(Profile(), only=FULL).to_ask == ToAsk((FULL,), list="first", floor="first")


def test_it_is_asked_again_whenever_the_list_is():
    profile = Profile(health_asked=day(1), floor=Floor("yes", "no", day(20)))
    assert planned(profile, day(30), only=FULL).to_ask is None
    assert planned(profile, day(32), only=FULL).to_ask == ToAsk((FULL,), list="too-old", floor="too-old")


@pytest.mark.parametrize(
    ("gets_up", "fallen"),
    [("no", "no"), ("not-sure", "no"), ("yes", "yes"), ("yes", "not-sure"), ("no", "yes")],
)
def test_an_answer_that_leaves_the_floor_out(gets_up: Answer, fallen: Answer):
    profile = Profile(health_asked=day(1), floor=Floor(gets_up, fallen, day(1)))
    line = plan(profile, History(), ROUTINES, day(1), phrases=PHRASES, only=FULL, portion="all").of(FULL)
    assert set(line.options.without) == ON_THE_FLOOR
    assert "Cat and cow is left out: it is done on the floor" in " ".join(map(text, line.reasons))


def test_nobody_is_sent_to_the_floor_before_they_were_asked():
    line = plan(Profile(), History(), ROUTINES, day(1), phrases=PHRASES, only=FULL, portion="all").of(FULL)
    assert set(line.options.without) == ON_THE_FLOOR
    open_to_all = plan(
        Profile(floor=AGILE), History(), ROUTINES, day(1), phrases=PHRASES, only=FULL, portion="all"
    )
    assert open_to_all.of(FULL).options.without == ()


def test_who_told_once_that_they_cannot_kneel_still_does_not():
    profile = Profile(health_asked=day(1), floor=AGILE, conditions=frozenset({"cannot-kneel"}))
    line = plan(profile, History(), ROUTINES, day(1), phrases=PHRASES, only=FULL, portion="all").of(FULL)
    assert set(line.options.without) == ON_THE_FLOOR


# what an answer leaves out


def test_not_sure_leaves_out_what_yes_leaves_out():
    sure, unsure = (
        planned(Profile(health_asked=day(1), **{name: frozenset({"osteoporosis"})})).of(BACK)
        for name in ("conditions", "unsure")
    )
    assert unsure == sure
    assert unsure.options.without == ("forward-roll", "spine-rotation")


def test_what_the_clinic_knows_of_is_planned_all_the_same():
    thin = Profile(health_asked=day(1), unsure=frozenset({"osteoporosis"}))
    known = replace(thin, clearings=frozenset({Clearing("osteoporosis", BACK)}))
    assert planned(known).of(BACK).options.without == ()


def test_the_list_is_no_question_of_any_machine():
    health = {q.id for each in ROUTINES for q in each.questions if q.kind == "health"}
    assert (
        health == {q.id for q in library.screening("red-flags").questions if q.kind == "health"} == {"health"}
    )
    story = Story()
    assert "health" not in dict(story.does(day(1), FULL).answers)
