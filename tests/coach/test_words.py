"""What the coach tells, put into words: in English as ever, and in each other language as well."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from lissom.catalogues import catalogue, languages
from lissom.coach.messages import (
    NestedMessage,
    reason,
    restriction_reason,
    say_because,
    say_day,
    say_lifts,
    say_reason,
    say_refusal,
    tell_range,
    whole_minutes,
)
from lissom.coach.reasoning import of_handout
from lissom.coach.restriction_events import Because, Restriction
from lissom.coach.restrictions import Refusal
from lissom.coach.sources import CASE, SOURCES, RuleSources
from lissom.content import library

from .stories import SAY

FRENCH = catalogue("fr").say
TITLES = {"leg-ladder": "Leg ladder", "leg-ladder/ankle": "Toes up"}
DAY = date(2026, 5, 31)


def restriction(
    effect="leave-out", until="taken-back", symptom="pain", target="leg-ladder", **told
) -> Restriction:
    because = Because("a-log", symptom, **{"stretch": target, "position": "ankle", "side": "left"} | told)
    since = datetime(2026, 5, 31, 9, tzinfo=UTC)
    return Restriction(target, effect, until, since, DAY, because, cap_level=1 if effect == "cap" else None)


def test_a_reason_keeps_plain_values_and_says_nothing_by_itself():
    told = reason("pause", day=DAY)

    assert (told.code, told.source, told.told) == ("pause", "setting pause_after_setbacks", {"day": DAY})


@pytest.mark.parametrize(
    ("say", "text"),
    [
        (
            SAY,
            "Leg ladder: up to level 1 for now. You told of pain at Toes up (left) on 31 May. "
            "It opens again after a session without a symptom, on a later day.",
        ),
        (
            FRENCH,
            "«\xa0Leg ladder\xa0»\xa0: jusqu’au niveau 1 pour l’instant. "
            "Vous avez signalé «\xa0douleur\xa0», à «\xa0Toes up (à gauche)\xa0», le 31 mai. "
            "Cela se rouvre après une séance sans symptôme, un autre jour.",
        ),
    ],
)
def test_a_restriction_is_told_with_its_cause_and_what_lifts_it(say, text):
    told = restriction_reason(restriction("cap", "clean-session"), TITLES)

    assert told.code == "capped"
    assert say_reason(told, say) == text


LADDER, BACK = library.routine("seated-leg-ladder"), library.routine("back-spasm")
OWN = replace(
    BACK,
    id="my-clinic",
    cite=(),
    dose=replace(BACK.dose, cite=()),
    symptoms=tuple(replace(rule, cite=()) for rule in BACK.symptoms),
    stretches=tuple(replace(each, symptoms=()) for each in BACK.stretches),
)


@pytest.mark.parametrize(
    ("because", "source"),
    [
        ({"stretch": "leg-ladder", "routine": LADDER.id}, "A3, A11, A14"),
        ({"stretch": "gluteal", "routine": BACK.id}, "B11"),
        ({"stretch": "gluteal", "routine": OWN.id}, "the routine"),
        ({"stretch": None, "routine": OWN.id}, "the routine"),
        ({"stretch": None, "routine": LADDER.id}, "A3, A11, A14"),
        ({"stretch": "gluteal", "routine": ""}, "B11"),
        ({"stretch": "unknown", "routine": "unknown"}, "A3, A11, A14"),
        ({"symptom": None, "question": "tight-legs", "routine": LADDER.id}, "A4"),
        ({"symptom": None, "question": "never-asked", "routine": LADDER.id}, "ours"),
    ],
)
def test_a_restriction_is_cited_from_the_rule_that_made_it(because, source):
    told = restriction_reason(restriction(**because), TITLES, RuleSources([LADDER, BACK, OWN]))
    assert told.source == source


def test_the_day_after_the_last_of_a_month_is_the_first_of_the_next():
    assert say_lifts(restriction(), SAY) == "You can take it back from 1 June on."
    assert say_lifts(restriction(), FRENCH) == "Vous pouvez reprendre à partir du 1er juin."
    assert say_day(DAY, FRENCH) == "31 mai"


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("emergency", "On 31 May you told of a sign of an emergency"),
        ("settled", "On 31 May it was not back to what is usual for you"),
        ("tight-legs", "Your answer on 31 May asked for care"),
    ],
)
def test_an_answer_is_told_by_its_question(question, says):
    assert say_because(Because("a-log", None, question=question), DAY, SAY) == says


def test_what_was_felt_before_the_first_stretch_has_no_place():
    because = Because("a-log", "dizziness")

    assert say_because(because, DAY, SAY) == "You told of dizziness before you began, on 31 May"


def test_an_until_that_is_not_known_waits_for_the_clinic():
    odd = restriction("leave-out", "clean-session")

    assert say_lifts(odd, SAY) == "Ask your clinic; when they have agreed, write down their word."


@pytest.mark.parametrize(
    ("refusal", "says"),
    [
        (Refusal("nothing", "leg-ladder"), "There is nothing to take back for Leg ladder."),
        (Refusal("needs-contact", "all", restriction(until="contact")),
         "Everything stays closed until your clinic has agreed. Then write down their word."),
        (Refusal("too-early", "leg-ladder", restriction()),
         "Leg ladder needs a night's rest: you can take it back from 1 June on."),
        (Refusal("all-closed", "all", restriction("close", target="all")),
         "Everything is closed for now, Leg ladder too. "
         "You can take it back from 1 June on, if it has settled."),
    ],
)  # fmt: skip
def test_a_refusal_names_what_was_asked_for(refusal, says):
    assert say_refusal(refusal, SAY, "leg-ladder", TITLES) == says


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 1), (29, 1), (89, 1), (91, 2), (600, 10)])
def test_time_is_told_in_whole_minutes(seconds, minutes):
    assert whole_minutes(seconds) == minutes


def test_one_number_is_no_range():
    assert (tell_range(7, 7), tell_range(3, 4)) == (7, NestedMessage("coach-range", {"least": 3, "most": 4}))
    assert (
        say_reason(reason("dose-first", "B9", dose=tell_range(3, 4)), SAY) == "Meant for 3 to 4 times a week."
    )
    assert say_reason(reason("dose-first", "B9", dose=7), SAY) == "Meant for 7 times a week."


def test_what_is_told_in_a_row_is_joined():
    steps = tuple(NestedMessage(f"coach-step-{step}") for step in ("level", "hold"))

    assert say_reason(reason("step-back", steps=steps), SAY) == (
        "It was worse the day after, so there is a little less today: one level lower, the shortest hold."
    )


@pytest.mark.parametrize("language", languages())
def test_every_code_has_its_words_and_a_source(language):
    assert [code for code in SOURCES if f"coach-{code}" not in catalogue(language).ids] == []
    assert {code for code, source in SOURCES.items() if source == CASE} == {
        "daily", "dose", "dose-first", "again", "capped", "left-out", "excluded", "excluded-level",
        "closed", "done-today", "done-this-week", "goes-with", "goes-after", "portion", "portion-over",
        "rest-of-day",
    }  # fmt: skip


@pytest.mark.parametrize(("routine", "source"), [(BACK, "B9"), (OWN, "ours"), (None, "ours")])
def test_a_handout_is_named_for_no_routine_that_was_not_made_from_it(routine, source):
    assert of_handout("B9", routine) == source
