"""Rules belong to a stretch and go with it; a routine that takes it over may only be stricter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lissom.routine.canonical import content, digest
from lissom.routine.from_content import routine_from
from lissom.routine.model import Advice, Condition, Routine, SymptomRule
from lissom.routine.read import read_routine
from lissom.routine.write import write_routine
from tests.routine.page import OWN_RULES, PAGE, SHELF, lines, plant, routine

STRICT = SymptomRule("numbness", "session", "leave-out", "contact", Advice("Sit down.", ""))

MILD = "  - {symptom: pain, ends: stretch, afterwards: leave-out, until: taken-back, now: Rest.}\n"


def read(text: str) -> Routine:
    reading = read_routine(text, "small.yaml", SHELF)
    assert reading.routine, [str(problem) for problem in reading.problems]
    return reading.routine


def borrowed(use: str, symptoms: str = "", more: str = "", conditions: str = "") -> Routine:
    """Read a routine that uses one stretch of a shelf whose routine `other` is `OWN_RULES`."""
    head = PAGE.partition("conditions:\n")[0].replace("      leave_out: ladder\n", "")
    table = symptoms or "".join(PAGE.partition("symptoms:\n")[2].partition("get_ready")[0])
    return read(
        f"{head}{conditions}symptoms:\n{table}get_ready: {{say: Sit. Press next., brief: Sit.}}\n"
        f"stretches:\n  - use: own/{use}\n{more}"
    )


def kept(rules: tuple[SymptomRule, ...]) -> list[tuple[str, str, str, str]]:
    return [(rule.symptom, rule.ends, rule.afterwards, rule.until) for rule in rules]


# which rule stands


def test_the_rule_of_a_stretch_stands_before_the_routines() -> None:
    plain = routine()
    stretch = replace(plain.stretches[0], symptoms=(STRICT,))

    assert plain.rules_of(stretch) == tuple(
        STRICT if rule.symptom == "numbness" else rule for rule in plain.symptoms
    )


def test_a_stretch_without_rules_has_the_routines() -> None:
    plain = routine()

    assert plain.rules_of(plain.stretches[0]) == plain.symptoms


def test_a_stretch_that_says_nothing_of_its_own_keeps_its_digest() -> None:
    plain = routine()
    told = content(plain)["stretches"][0]

    assert {"symptoms", "region"} & set(told) == set()
    assert digest(replace(plain, stretches=(replace(plain.stretches[0], region="neck"),))) != digest(plain)


def test_a_rule_that_says_what_the_routine_says_adds_nothing() -> None:
    same = "    symptoms:\n    " + MILD.replace("  - ", "  - ", 1)
    text = PAGE.replace("    title: Leg ladder\n", f"    title: Leg ladder\n{same}", 1)

    assert digest(read(text)) == digest(routine())


# a stretch with rules of its own, written here


def test_what_a_stretch_watches_is_watched_everywhere() -> None:
    found = read(OWN_RULES)

    assert kept(found.symptoms) == [
        ("pain", "stretch", "leave-out", "taken-back"),
        ("numbness", "session", "leave-out", "contact"),
        ("tingling", "session", "leave-out", "contact"),
        ("dizziness", "session", "leave-out", "taken-back"),
    ]
    ladder, roll = found.stretches
    assert (ladder.symptoms, ladder.region, roll.region) == ((), None, "neck")
    assert kept(roll.symptoms) == [
        ("pain", "session", "leave-out", "contact"),
        ("dizziness", "session", "leave-out", "contact"),
    ]


def test_numbness_always_lasts_until_contact() -> None:
    assert (
        read(
            PAGE.replace("afterwards: leave-out, until: contact", "afterwards: leave-out, until: taken-back")
        )
        .symptoms[1]
        .until
        == "contact"
    )


def test_it_is_written_down_and_read_again_as_it_was() -> None:
    found, shared = read(OWN_RULES), SHELF.screening("red-flags")
    assert shared

    assert read(write_routine(found, shared)) == found
    assert routine_from(content(found)) == found


# what goes with a stretch


def test_a_milder_table_leaves_the_stretch_its_own_rule() -> None:
    (roll,) = (found := borrowed("roll")).stretches

    assert kept(found.rules_of(roll)) == [
        ("pain", "session", "leave-out", "contact"),
        ("numbness", "session", "leave-out", "contact"),
        ("tingling", "session", "leave-out", "contact"),
        ("dizziness", "session", "leave-out", "contact"),
    ]
    assert [rule.advice.now for rule in found.rules_of(roll)] == ["Sit down.", "Rest.", "Rest.", "Sit still."]


def test_a_stricter_table_holds_for_the_stretch_too() -> None:
    strict = "".join(
        f"  - {{symptom: {name}, ends: session, afterwards: leave-out, until: contact, now: Stop.}}\n"
        for name in ("pain", "numbness", "tingling")
    )
    (ladder,) = (found := borrowed("ladder", strict)).stretches

    assert kept(found.rules_of(ladder))[0] == ("pain", "session", "leave-out", "contact")


def test_a_stretch_can_be_taken_over_more_strictly() -> None:
    tight = "    symptoms:\n      - {symptom: pain, until: contact, now: Lie down.}\n"
    (ladder,) = (found := borrowed("ladder", more=tight)).stretches

    assert kept(found.rules_of(ladder))[0] == ("pain", "stretch", "leave-out", "contact")
    assert found.rules_of(ladder)[0].advice.now == "Lie down."


def test_a_symptom_that_only_the_stretch_watches_for_is_watched_in_the_routine() -> None:
    assert [rule.symptom for rule in borrowed("roll").symptoms] == [
        "pain",
        "numbness",
        "tingling",
        "dizziness",
    ]
    assert borrowed("roll").stretches[0].region == "neck"


def test_its_conditions_come_along_and_no_others() -> None:
    assert borrowed("roll").conditions == (Condition("osteoporosis", ("roll",)),)
    assert borrowed("ladder").conditions == (Condition("osteoporosis", (), (("ladder", 1),)),)


@pytest.mark.parametrize(
    ("own", "found"),
    [
        ("cap_level: {ladder: 2}", Condition("osteoporosis", (), (("ladder", 1),))),
        ("cap_level: {ladder: 0}", Condition("osteoporosis", (), (("ladder", 0),))),
        ("leave_out: [ladder]", Condition("osteoporosis", ("ladder",), ())),
    ],
)
def test_the_stricter_of_two_conditions_holds(own: str, found: Condition) -> None:
    conditions = f"conditions:\n  - {{condition: osteoporosis, {own}}}\n"

    assert borrowed("ladder", conditions=conditions).conditions == (found,)


def test_a_question_that_closes_the_stretch_is_asked_too() -> None:
    head = PAGE.partition("  questions:\n")[0] + "symptoms:\n" + PAGE.partition("symptoms:\n")[2]
    text = head.partition("stretches:\n")[0] + "stretches:\n  - use: own/ladder\n"

    assert [question.id for question in read(text).questions] == ["emergency", "health", "tight"]


# what is said of it


def test_what_a_file_says_less_strictly_is_told() -> None:
    text = (
        PAGE.replace("stretches:\n", "stretches:\n  - use: own/roll\n", 1)
        .replace("id: roll\n", "id: other-roll\n")
        .replace("[roll]", "[other-roll]")
    )

    assert (
        lines(text)
        == """\
small.yaml:26:3: warning[symptom-brought-along]: dizziness is watched for everywhere, because 'roll' does
  hint: add symptom: dizziness, with what it does in the other stretches
small.yaml:26:27: warning[milder-than-its-stretch]: ends: stretch is milder than the rule of roll
  hint: that rule stays; make this one as strict, or say it under symptoms: where it is used
small.yaml:26:66: warning[milder-than-its-stretch]: until: taken-back is milder than the rule of roll
  hint: that rule stays; make this one as strict, or say it under symptoms: where it is used"""
    )


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (
            "{symptom: pain, ends: stretch}",
            "error[rule-too-mild]: ends: stretch is milder than session, the rule of own/roll\n"
            "  hint: write ends: session, or leave it out",
        ),
        (
            "{symptom: pain, until: taken-back}",
            "error[rule-too-mild]: until: taken-back is milder than contact, the rule of own/roll\n"
            "  hint: write until: contact, or leave it out",
        ),
    ],
)
def test_what_is_milder_where_a_stretch_is_used_is_refused(rule: str, told: str) -> None:
    use = f"stretches:\n  - use: own/roll\n    symptoms: [{rule}]\n"
    text = (
        PAGE.replace("stretches:\n", use, 1)
        .replace("id: roll\n", "id: other-roll\n")
        .replace("[roll]", "[other-roll]")
    )
    found = [str(problem) for problem in read_routine(text, "small.yaml", SHELF).problems]

    assert [line.partition(": ")[2] for line in found if "error" in line] == [told]


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        (
            ("until: taken-back, now: Rest.}", "until: taken-back, now: Rest., contact: Ask us.}"),
            """\
small.yaml:26:99: warning[contact-not-said]: this is no longer said: it is worded from the rule
  hint: take it out; if the clinic must agree first, write until: contact""",
        ),
        (
            (
                "numbness, ends: session, afterwards: leave-out, until: contact",
                "numbness, ends: session, afterwards: leave-out, until: taken-back",
            ),
            """\
small.yaml:27:70: warning[lasts-until-contact]: numbness lasts until contact all the same
  hint: write until: contact""",
        ),
        (
            (
                "    title: Forward roll\n    posture",
                "    title: Forward roll\n    region: neck\n    posture",
            ),
            """\
small.yaml:26:3: error[missing-symptom]: dizziness is not watched for, and 'roll' is a stretch of the neck
  hint: add symptom: dizziness""",
        ),
        (
            (
                "stretches:\n",
                "stretches:\n  - use: other/roll\n    symptoms: [{symptom: dizziness}]\n",
                "  - id: roll\n    title: Forward roll\n    posture",
                "  - id: other-roll\n    title: Forward roll\n    posture",
                "[roll]",
                "[other-roll]",
            ),
            """\
small.yaml:32:26: error[rule-without-ground]: nothing says what dizziness does in 'roll'
  hint: write the whole rule among the symptoms of the routine""",
        ),
    ],
)
def test_a_rule_that_does_not_say_what_holds_is_told(edits: tuple[str, ...], told: str) -> None:
    assert lines(plant(*edits)) == told
