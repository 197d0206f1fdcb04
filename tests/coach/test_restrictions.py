"""The life of each restriction, told in days: what closes, and the one thing that opens it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lissom.coach.history import History, LateReport, TakenBack
from lissom.coach.restrictions import neck_of, restrictions, weigh
from lissom.content import library
from lissom.machine.advice import consequence, consequence_before, contact_words

from .stories import ANKLE_PAIN, BACK, CHIN_TINGLING, FULL, LADDER, SLUMP_PAIN, Story, day

CAP_2 = ("leg-ladder", "cap", 2, "clean-session")
CAP_1 = ("leg-ladder", "cap", 1, "clean-session")
CLOSED_BY_PAIN = ("leg-ladder", "cap", 0, "taken-back")
CLOSED_TO_CONTACT = ("leg-ladder", "cap", 0, "contact")
NO_GLUTEAL = ("gluteal", "leave-out", None, "taken-back")
GLUTEAL_PAIN = {"routine": BACK, "feels": ("pain", "gluteal.left.rep1.gluteal.hold")}


def codes(story: Story, entry: TakenBack) -> tuple[str, ...]:
    """Why an entry that is not yet written down would be refused."""
    return tuple(refusal.code for refusal in weigh(story.history, entry))


def may_take_back(story: Story, number: int, target: str = "leg-ladder", settled: bool | None = True):
    return codes(story, TakenBack(day(number), story.zone, target, settled))


# A: one level less, until a clean session


def test_pain_at_slump_leaves_level_2_until_a_clean_session_on_a_later_day():
    story = Story()
    story.does(day(1), **SLUMP_PAIN)
    assert story.restricted == {CAP_2}

    story.does(day(1, hour=18))
    assert story.restricted == {CAP_2}  # the same day is too early

    story.does(day(2))
    assert story.restricted == set()


def test_tingling_at_chin_leaves_level_1():
    story = Story()
    story.does(day(1), **CHIN_TINGLING)
    assert story.restricted == {CAP_1}


def test_two_caps_stand_beside_each_other_and_one_clean_session_lifts_both():
    story = Story()
    story.does(day(1), **SLUMP_PAIN)
    story.does(day(1, hour=18), **CHIN_TINGLING)
    assert story.restricted == {CAP_2, CAP_1}
    assert story.standing.caps == {"leg-ladder": 1}

    story.does(day(2))
    assert story.restricted == set()


def test_a_session_that_was_stopped_or_hurt_again_is_not_clean():
    story = Story()
    story.does(day(1), **SLUMP_PAIN)
    story.does(day(2), says={"leg-ladder.r1.left.ankle.hold": "stop"})
    assert story.restricted == {CAP_2}

    story.does(day(3), level=2, climbs=True, feels=("pain", "r2.left.chin.hold"))
    assert story.restricted == {CAP_2, CAP_1}


def test_a_session_without_this_stretch_lifts_nothing():
    story = Story()
    story.does(day(1), **SLUMP_PAIN)
    story.does(day(2), BACK)
    assert story.restricted == {CAP_2}


def test_a_session_in_which_something_else_hurt_lifts_nothing_though_it_finished():
    story = Story()
    story.does(day(1), **SLUMP_PAIN)
    session = story.does(day(2), FULL, feels=("pain", "gluteal.left.rep1.gluteal.hold"))
    assert session.is_finished
    assert story.restricted == {CAP_2, NO_GLUTEAL}


def test_a_clean_session_of_another_routine_with_this_stretch_lifts():
    story = Story()
    story.does(day(1), **SLUMP_PAIN)
    story.does(day(2), FULL)
    assert story.restricted == set()


def test_a_session_in_which_the_stretch_was_skipped_lifts_nothing():
    story = Story()
    story.does(day(1), **SLUMP_PAIN)
    story.does(day(2), says={"leg-ladder.ready": "skip"})
    assert story.restricted == {CAP_2}


def test_a_session_that_hurt_after_all_was_not_clean():
    story = Story()
    story.does(day(1), **SLUMP_PAIN)
    story.does(day(2))
    story.answers(day(2, hour=9), "after-session", says={"screening.after": "yes"})
    assert story.restricted == {CAP_2, ("all", "close", None, "taken-back")}


def test_a_cap_above_0_opens_by_itself_and_not_by_taking_it_back():
    story = Story()
    story.does(day(1), **SLUMP_PAIN)
    assert may_take_back(story, 2) == ("opens-by-itself",)


def test_the_later_day_is_the_one_where_the_person_was():
    there = Story(zone="America/Los_Angeles")  # where 5:00 UTC is the evening of the day before
    there.does(day(2, hour=5), **SLUMP_PAIN)
    there.does(day(2, hour=20))
    assert there.restricted == set()

    in_greenwich = Story()
    in_greenwich.does(day(2, hour=5), **SLUMP_PAIN)
    in_greenwich.does(day(2, hour=20))
    assert in_greenwich.restricted == {CAP_2}


# A: nothing lower is left


def test_pain_at_the_base_closes_the_ladder_until_it_is_taken_back_the_next_day():
    story = Story()
    story.does(day(1), **ANKLE_PAIN)
    assert story.restricted == {CLOSED_BY_PAIN}
    assert codes(story, TakenBack(day(1, hour=20), "UTC", "leg-ladder", True)) == ("too-early",)
    assert may_take_back(story, 2, settled=None) == ("not-settled",)
    assert may_take_back(story, 2, settled=False) == ("not-settled",)
    assert may_take_back(story, 2, settled=True) == ()

    story.takes_back(day(2))
    assert story.restricted == set()


def test_a_next_morning_that_has_settled_stands_for_the_persons_word():
    story = Story()
    story.does(day(1), **ANKLE_PAIN)
    story.answers(day(2, hour=7), "next-morning")
    story.takes_back(day(2), settled=None)
    assert story.restricted == set()


def test_a_next_morning_before_the_pain_says_nothing_about_it():
    story = Story()
    story.answers(day(1, hour=7), "next-morning")
    story.does(day(1), **ANKLE_PAIN)
    assert may_take_back(story, 2, settled=None) == ("not-settled",)


def test_a_second_bad_morning_running_closes_everything_until_contact():
    story = Story()
    story.does(day(1), **ANKLE_PAIN)
    story.answers(day(2), "next-morning", says={"screening.settled": "no"})
    assert story.restricted == {CLOSED_BY_PAIN}  # that day is over
    story.answers(day(3), "next-morning", says={"screening.settled": "no"})
    assert story.restricted == {CLOSED_BY_PAIN, ("all", "close", None, "contact")}

    story.takes_back(day(3, hour=20), target="all")  # lifts what the person may lift, and nothing else
    assert story.restricted == {("all", "close", None, "contact")}
    story.clinic_agrees(day(4), "all")
    assert story.restricted == set()


@pytest.mark.parametrize("symptom", ["numbness", "tingling"])
def test_numbness_or_tingling_at_the_base_closes_it_until_contact(symptom):
    story = Story()
    story.does(day(1), feels=(symptom, "r1.right.ankle.hold"))
    assert story.restricted == {CLOSED_TO_CONTACT}
    assert may_take_back(story, 5) == ("needs-contact",)

    story.clinic_agrees(day(5))
    assert story.restricted == set()


def test_pain_at_the_base_a_second_time_running_waits_for_contact():
    story = Story()
    story.does(day(1), **ANKLE_PAIN)
    story.takes_back(day(2))
    story.does(day(2), **ANKLE_PAIN)
    assert story.restricted == {CLOSED_TO_CONTACT}


def test_a_clean_session_between_makes_the_second_pain_a_first_one():
    story = Story()
    story.does(day(1), **ANKLE_PAIN)
    story.takes_back(day(2))
    story.does(day(2))
    story.does(day(3), **ANKLE_PAIN)
    assert story.restricted == {CLOSED_BY_PAIN}


# B: left out until taken back


def test_pain_in_b_leaves_the_stretch_out_until_it_is_taken_back_the_next_day():
    story = Story()
    story.does(day(1), **GLUTEAL_PAIN)
    assert story.restricted == {NO_GLUTEAL}

    story.does(day(2), BACK, without=("gluteal",))
    assert story.restricted == {NO_GLUTEAL}  # a clean session is not enough

    assert codes(story, TakenBack(day(1, hour=20), "UTC", "gluteal")) == ("too-early",)
    story.takes_back(day(3), "gluteal", settled=None)
    assert story.restricted == set()


def test_what_hurt_in_one_stretch_leaves_the_others_open():
    story = Story()
    story.does(day(1), **GLUTEAL_PAIN)
    assert story.standing.left_out == {"gluteal"}
    assert may_take_back(story, 2, "quadriceps") == ("nothing",)


# everything


@pytest.mark.parametrize("question", ["emergency", "get-checked"])
def test_a_sign_to_act_on_closes_everything_until_contact(question):
    story = Story()
    story.does(day(1), BACK, says={f"screening.{question}": "yes"})
    assert story.restricted == {("all", "close", None, "contact")}
    assert may_take_back(story, 2, "all") == ("needs-contact",)
    assert may_take_back(story, 2, "gluteal") == ("all-closed",)

    story.clinic_agrees(day(3), "gluteal")
    assert story.standing.is_closed  # one stretch is not everything
    story.clinic_agrees(day(3), "all")
    assert story.restricted == set()


def test_legs_that_always_feel_tight_close_the_ladder_until_the_clinic_agrees():
    story = Story()
    story.does(day(1), LADDER, says={"screening.tight-legs": "yes"})
    assert story.restricted == {("leg-ladder", "leave-out", None, "contact")}


def test_a_symptom_before_the_first_stretch_closes_everything_until_taken_back():
    story = Story()
    story.does(day(1), BACK, feels=("dizziness", "get-ready"))
    assert story.restricted == {("all", "close", None, "taken-back")}
    story.takes_back(day(2), "all")
    assert story.restricted == set()


# words come in time, or not at all


def test_an_entry_earlier_than_the_symptom_does_not_clear_it():
    story = Story()
    story.clinic_agrees(day(1, hour=7), "all")
    story.takes_back(day(1, hour=7))
    story.does(day(1), **ANKLE_PAIN)
    assert story.restricted == {CLOSED_BY_PAIN}


def test_a_refused_entry_stays_refused_and_says_why():
    story = Story()
    story.does(day(1), **ANKLE_PAIN)
    entry = story.takes_back(day(1, hour=20))
    assert story.restricted == {CLOSED_BY_PAIN}
    assert [(who, refusal.code) for who, refusal in story.standing.refused] == [(entry, "too-early")]


def test_an_abandoned_session_restricts_too():
    story = Story()
    story.does(day(1), **SLUMP_PAIN, breaks_off="pain.advise")
    assert story.sessions[0].outcome is None
    assert story.restricted == {CAP_2}


def test_a_log_sent_twice_or_in_part_counts_once():
    story = Story()
    story.does(day(1), **ANKLE_PAIN)
    whole = story.sessions[0]
    part = Story()
    part.does(day(1), **ANKLE_PAIN, breaks_off="pain.advise")
    both = History((part.sessions[0], whole, whole), ())
    assert both.sessions == (whole,)
    assert restrictions(both) == story.standing


def test_a_restriction_tells_the_log_the_symptom_and_the_place():
    story = Story()
    session = story.does(day(1), **SLUMP_PAIN)
    (restriction,) = story.standing.active
    because = restriction.because
    assert (because.log, because.symptom, because.position, because.side) == (
        session.id,
        "pain",
        "slump",
        "left",
    )
    assert restriction.day == day(1).date()
    assert day(1) < restriction.since < day(1) + timedelta(minutes=10)


def test_what_is_known_then_is_what_counts_then():
    story = Story()
    story.does(day(1), **SLUMP_PAIN)
    story.does(day(2))
    assert restrictions(story.history, day(1, hour=20)).caps == {"leg-ladder": 2}
    assert restrictions(story.history, day(2, hour=20)).caps == {}


def test_a_clock_that_was_set_back_forgets_no_symptom_and_lifts_nothing():
    story = Story()
    story.does(day(3), **ANKLE_PAIN)
    story.clinic_agrees(day(4))
    assert restrictions(story.history, day(1)).left_out == {"leg-ladder"}
    assert restrictions(story.history, day(4)).left_out == set()


# the words of an advice are those of this fold


def standing_after(told):
    return restrictions(History((), tuple(told)), day(3), neck=neck_of(library.routines()))


def rules():
    """Every rule of the shipped routines, at each level of the stretch and before any."""
    for routine in library.routines():
        for stretch in routine.stretches:
            for rule in routine.rules_of(stretch):
                for level in sorted({position.level or 1 for position in stretch.positions}):
                    then = consequence(rule, stretch.id, level)
                    name = f"{routine.id}-{stretch.id}-{rule.symptom}-{level}"
                    yield pytest.param(stretch, rule.symptom, then, id=name)
        for rule in routine.symptoms:
            then = consequence_before(rule)
            yield pytest.param(None, rule.symptom, then, id=f"{routine.id}-{rule.symptom}-before")


@pytest.mark.parametrize(("stretch", "symptom", "then"), tuple(rules()))
def test_contact_the_second_time_is_said_where_the_second_time_asks_for_contact(stretch, symptom, then):
    name, phrases = stretch and stretch.id, library.phrases()
    told = [LateReport(day(number), "UTC", symptom, name, None, None, then, about=None) for number in (1, 2)]
    asks = [
        any(taken.until == "contact" for taken in standing_after(told[:times]).active) for times in (1, 2)
    ]

    words = contact_words(then, symptom, phrases, stretch and stretch.region)

    assert (phrases.next_time_contact in words) == (asks == [False, True])
