"""What is read when nothing is wrong, and what a routine may refer to."""

from __future__ import annotations

import pytest

from lissom.routine.model import (
    Advice,
    Condition,
    Gate,
    Item,
    OpenHold,
    Place,
    Range,
    Review,
    Screening,
    TimedHold,
    Words,
)
from lissom.routine.phrases import AdvicePhrase, Phrase
from lissom.routine.read import check_text, read_phrases, read_routine, read_screening
from tests.routine.page import PAGE, SCREENING, SHELF, Fault, Shelf, lines, plant, problems, routine


def test_a_whole_routine_is_read() -> None:
    read = routine()

    assert (read.id, read.version, read.language, read.title) == ("small", 1, "en", "A small routine")
    assert read.dose.sessions_a_week == Range(3, 4, 3)
    assert [question.id for question in read.questions] == ["emergency", "health", "tight"]
    assert read.conditions == (Condition("osteoporosis", ("roll",), (("ladder", 1),)),)
    assert [(rule.symptom, rule.ends) for rule in read.symptoms] == [
        ("pain", "stretch"),
        ("numbness", "session"),
        ("tingling", "session"),
    ]
    assert read.symptoms[0].advice == Advice("Rest.")


def test_a_ladder_is_read() -> None:
    ladder = routine().stretch("ladder")
    ankle, chin = ladder.positions

    assert (ladder.sides, ladder.rounds, ladder.repeats) == ("alternating", Range(2, 2, 2), Range(1, 1, 1))
    assert ankle.hold == TimedHold(Range(20, 30, 25), Words("Hold it there.", "Hold.", cite=("A2",)))
    assert chin.hold == TimedHold(Range(20, 30, 30), Words("Hold it there.", "Hold.", cite=("A12",)))
    assert chin.gate == Gate("ankle", 30, 2, True, ("A12",))
    assert chin.offer == "If you want more, press yes."
    assert (ladder.place, chin.place) == (Place(31, 5), Place(52, 9))


def test_an_open_hold_is_read() -> None:
    roll = routine().stretch("roll")

    assert roll.positions[0].hold == OpenHold(
        20, Words("Breathe in, hold. Keep breathing.", "Hold.", cite=("B7",))
    )
    assert (roll.waits, roll.steady, roll.repeats) == (
        True,
        Words("Stand still.", "Still.", 10),
        Range(3, 4, 3),
    )


def test_a_switch_takes_5_seconds_and_a_closing_rest_8_where_nothing_is_said() -> None:
    assert routine().stretch("ladder").switch == Words("Now the {other} leg.", "{Other} leg.", 5)
    assert routine().stretch("roll").rest == Words("Rest and breathe.", "Rest.", 8)


def test_white_space_is_folded() -> None:
    text = plant("title: Toes up", "title: >\n          Toes\n\n          up  \n")

    assert routine(text).stretch("ladder").positions[0].title == "Toes up"


@pytest.mark.parametrize("quoted", ['"20s..30s"', "'20s..30s'"])
def test_quotes_around_times_change_nothing(quoted: str) -> None:
    assert routine(plant("time: 20s..30s, usual", f"time: {quoted}, usual")) == routine()


def test_a_stretch_is_taken_whole_from_another_routine_and_stands_where_it_is_used() -> None:
    start = PAGE.index("  - id: roll\n    title")
    text = PAGE[:start] + "  - use: other/roll\n" + PAGE[PAGE.index("sources:") :]

    used = routine(text).stretch("roll")

    assert used == routine().stretch("roll")
    assert (used.place, used.positions[0].place) == (Place(62, 5), Place(62, 5))


def test_a_used_stretch_is_checked_with_the_others() -> None:
    text = plant("  - id: ladder\n", "  - use: other/roll\n  - id: ladder\n")

    assert lines(text) == (
        "small.yaml:63:9: error[duplicate-id]: two stretches are named 'roll'\n"
        "  hint: the first is in line 31; give one another id"
    )


def test_a_used_stretch_may_not_name_what_follows_either() -> None:
    start = PAGE.index("  - id: ladder\n    title")
    end = PAGE.index("  - id: roll\n    title")
    text = PAGE[:start] + "  - use: other/ladder\n" + PAGE[end:].replace("Forward roll", "Breathe")

    assert lines(text).splitlines()[0] == "small.yaml:31:5: error[names-what-follows]: rest names 'Breathe'"


def test_nothing_is_said_about_poses_where_nobody_knows_them() -> None:
    assert lines(plant("pose: roll.roll", "pose: nowhere"), Shelf(poses=None)) == ""


def test_a_page_without_emergency_signs_is_not_enough() -> None:
    harmless = plant("kind: emergency", "kind: after", page=SCREENING)

    assert lines(PAGE, Shelf(screening=harmless)) == (
        "small.yaml:14:10: error[missing-emergency]: nothing asks for signs of an emergency\n"
        "  hint: let first name a page that does, such as red-flags"
    )


def test_conditions_need_a_health_page() -> None:
    without = plant("kind: health", "kind: after", page=SCREENING)

    assert lines(PAGE, Shelf(screening=without)) == (
        "small.yaml:24:3: error[missing-health]: no health page asks for conditions\n"
        "  hint: let screening: first: name a page with a question of kind health"
    )


# pages of questions and phrases


def test_a_page_of_questions_is_read() -> None:
    read = read_screening(SCREENING, "red-flags.yaml").screening

    assert isinstance(read, Screening)
    assert (read.id, read.rate, read.finished) == ("red-flags", False, "Thank you.")
    assert read.questions[0].items[1] == Item("saddle", "a numb saddle", spoken=False)
    assert (read.questions[0].close_all, read.questions[0].until) == (True, "contact")


SCREENING_FAULTS = (
    Fault(
        "an item named like a question",
        ("id: saddle", "id: health"),
        "red-flags.yaml:19:9: error[duplicate-id]: another question or item is named 'health'\n"
        "  hint: rename this question",
    ),
    Fault(
        "a page that closes a stretch",
        ("    kind: health\n", "    kind: health\n    leave_out: ladder\n"),
        "red-flags.yaml:21:16: error[unknown-stretch]: there is no stretch 'ladder'\n"
        "  hint: a question closes a stretch of its own routine",
    ),
    Fault(
        "an emergency that closes for a day",
        ("until: contact", "until: taken-back"),
        "red-flags.yaml:9:11: error[unsafe-stays-open]: the unsafe answer to emergency closes too little\n"
        "  hint: add close_all: true and until: contact",
    ),
    Fault(
        "another format",
        ("screening/1", "routine/1"),
        "red-flags.yaml:1:9: error[wrong-format]: 'routine/1' is not the format read here\n"
        "  hint: write lissom: screening/1",
    ),
)


@pytest.mark.parametrize("fault", SCREENING_FAULTS, ids=lambda fault: fault.name)
def test_a_fault_in_a_page_of_questions_is_told(fault: Fault) -> None:
    text = plant(*fault.edits, page=SCREENING)

    assert "\n".join(map(str, read_screening(text, "red-flags.yaml").problems)) == fault.told


PHRASES = """\
lissom: phrases/1
language: en
left: left
right: right
emergency: "Call {number}."
item: "{Item}?"
unspoken: More is on the screen.
rate: {title: Title, say: Say, brief: Brief}
high: {title: Title, now: Now, contact: Contact}
high_after: {title: Title, now: Now, contact: Contact}
changed: {title: Title, say: Say, brief: Brief}
changed_yes: {title: Title, now: Now, contact: Contact}
ready: {title: Title}
switch: {title: Title}
rest: {title: Title}
let_go: {title: Title}
steady: {title: Title}
eased: {say: Say, brief: Brief}
lower: {say: Say, brief: Brief}
taken: {say: Say, brief: Brief}
left_alone: {say: Say, brief: Brief}
settle: {title: Title, say: Say, brief: Brief}
settled: {title: Title, say: Say, brief: Brief}
unsettled: {title: Title, now: Now, contact: Contact}
which: {title: Title, say: Say, brief: Brief}
serious: {title: Title, now: Now, contact: Contact}
up: {title: Title, say: Say, brief: Brief}
press_next: Press.
finished: {title: Title, say: Say, brief: Brief}
answered: {title: Title, say: Say, brief: Brief}
stopped: {title: Title, say: Say, brief: Brief}
closed: {title: Title, now: Now, contact: Contact}
ask_first: {title: Title}
get_help: {title: Title}
unwell: {title: Title}
no_more_today: No more.
until_clean_session: Less.
until_taken_back: Tomorrow.
until_contact: Ask.
until_contact_higher: Ask.
until_contact_neck: Ask.
all_until_taken_back: Tomorrow.
next_time_contact: The clinic.
all_until_contact: Ask.
lasting_pain: Ask.
lasting_numbness: Ask.
lasting_tingling: Ask.
lasting_dizziness: Ask.
"""


def test_phrases_are_read() -> None:
    read = read_phrases(PHRASES, "phrases.en.yaml").phrases

    assert read is not None
    assert (read.language, read.emergency, read.ready) == ("en", "Call {number}.", Phrase("Title"))
    assert (read.eased, read.closed) == (Phrase("", "Say", "Brief"), AdvicePhrase("Title", "Now", "Contact"))


def test_phrases_must_be_complete_and_say_whom_to_call() -> None:
    text = plant("{number}", "somebody", "ready: {title: Title}\n", "", page=PHRASES)

    assert "\n".join(map(str, read_phrases(text, "phrases.en.yaml").problems)) == (
        "phrases.en.yaml:1:1: error[missing-key]: phrases needs 'ready': before the first stretch\n"
        "phrases.en.yaml:5:12: error[missing-number]: no number to call\n"
        "  hint: write {number} where it is said"
    )


@pytest.mark.parametrize("text", [PAGE, SCREENING, PHRASES])
def test_any_of_the_formats_can_be_checked(text: str) -> None:
    assert check_text(text, "any.yaml", SHELF) == ()


def test_a_routine_with_warnings_is_read() -> None:
    reading = read_routine(plant("repeats: 3..4", "repeats: 2"), "small.yaml", SHELF)

    assert [problem.code for problem in reading.problems] == ["under-a-minute"]
    assert reading.routine is not None


def test_a_review_has_a_name_and_a_date() -> None:
    text = plant("{status: awaiting}", "{status: reviewed, by: Jo Doe, on: 2026-11-21}")

    assert routine(text).review == Review("reviewed", "Jo Doe", "2026-11-21")


def test_two_positions_without_a_readable_id_are_not_two_of_one_id() -> None:
    text = plant(
        "- id: ankle\n", "- id: Ankle\n", "- id: chin\n", "- id: Chin\n", "held: ankle", "held: Ankle"
    )

    assert [problem.code for problem in problems(text)] == ["bad-id"] * 3
