"""Translating a routine: which words there are, what is wrong with a file of them, and what it changes."""

from __future__ import annotations

import pytest

from lissom.routine.canonical import digest
from lissom.routine.grammar import ROUTINE
from lissom.routine.model import Routine
from lissom.routine.problem import Report
from lissom.routine.read import page_to_fluent, read_routine
from lissom.routine.translate import Translation, words_of
from lissom.routine.yaml_nodes import Mapping, read_nodes

from .page import PAGE, SHELF, plant

SMALL = page_to_fluent(PAGE, Report("small.yaml")) or ""


def told(fluent: str, page: str = PAGE) -> list[str]:
    """Return what a person sees of the problems of a translation."""
    read = read_routine(page, "small.yaml", SHELF, Translation("de", "small.ftl", fluent))
    assert read.problems == () or read.routine is None
    return [str(problem) for problem in read.problems if problem.severity == "error"]


def translated(fluent: str, page: str = PAGE) -> Routine:
    read = read_routine(page, "small.yaml", SHELF, Translation("de", "small.ftl", fluent))
    assert read.routine is not None, "\n".join(map(str, read.problems))
    return read.routine


def edit(*edits: str) -> str:
    return plant(*edits, page=SMALL)


def test_the_words_of_a_page_are_one_message_each() -> None:
    root = read_nodes(PAGE, Report("small.yaml"))
    assert isinstance(root, Mapping)

    names = [name for name, _ in words_of(root, ROUTINE)]

    assert names[:9] == [
        "title", "summary", "good-for-1", "equipment-chair-words",
        "screening-tight-title", "screening-tight-say", "screening-tight-brief",
        "screening-tight-advice-now", "screening-tight-advice-contact",
    ]  # fmt: skip
    assert "stretches-ladder-ankle-hold-say" in names
    assert "symptoms-pain-now" in names
    assert names[-1] == "sources-1-note"
    assert len(set(names)) == len(names)


def test_the_file_to_translate_has_the_words_of_the_source() -> None:
    lines = SMALL.splitlines()

    assert lines[0] == "title = A small routine"
    assert "stretches-ladder-ready-brief = { $Side } leg." in lines


def test_the_words_of_the_source_are_their_own_translation() -> None:
    found = translated(SMALL)

    assert found.language == "de"
    assert found.stretch("ladder") == translated(SMALL).stretch("ladder")
    assert [s.title for s in found.stretches] == ["Leg ladder", "Forward roll"]


def test_a_translation_has_its_own_words_and_its_own_digest() -> None:
    one = translated(edit("ladder-ready-brief = { $Side } leg.", "ladder-ready-brief = Jambe { $side }."))

    assert one.stretch("ladder").ready.brief == "Jambe {side}."
    assert digest(one) != digest(translated(SMALL))


def test_a_long_message_may_stand_on_several_lines() -> None:
    found = translated(
        edit("summary = A ladder and a roll.", "summary =\n    Une échelle\n    et un rouleau.")
    )

    assert found.summary == "Une échelle et un rouleau."


def test_a_space_that_must_not_break_stays() -> None:
    found = translated(edit("summary = A ladder and a roll.", "summary = Une échelle\xa0: un rouleau."))

    assert found.summary == "Une échelle\xa0: un rouleau."


def test_what_a_clinician_read_of_the_source_is_not_read_of_the_translation() -> None:
    page = plant("{status: awaiting}", "{status: reviewed, by: A. Clinician, on: 2026-11-21}")

    assert translated(SMALL, page).review.status == "awaiting"
    review = translated(f"{SMALL}review-by = B. Clinicien\nreview-on = 2026-11-22\n", page).review
    assert (review.status, review.by, review.on) == ("reviewed", "B. Clinicien", "2026-11-22")


FAULTS = [
    (
        "two messages are missing",
        SMALL.replace("title = A small routine\n", "").replace("get-ready-brief = Sit down.\n", ""),
        "small.ftl:1:1: error[missing-message]: there is no message 'title'\n"
        "  hint: lissom words prints the words of the source\n"
        "small.ftl:1:1: error[missing-message]: there is no message 'get-ready-brief'\n"
        "  hint: lissom words prints the words of the source",
    ),
    (
        "one nobody asked for",
        f"{SMALL}titel = Page\n",
        "small.ftl:62:1: error[unknown-message]: unknown message 'titel'\n  hint: did you mean 'title'?",
    ),
    (
        "one that stands twice",
        f"{SMALL}title = Page\n",
        "small.ftl:62:1: error[duplicate-message]: the message 'title' stands twice",
    ),
    (
        "a sentence that lost its side",
        SMALL.replace("{ $Side } leg.", "Jambe.", 1),
        "small.ftl:18:1: error[placeholders-differ]: other placeholders in 'stretches-ladder-ready-brief'\n"
        "  hint: the source has { $side }",
    ),
    (
        "a choice between words",
        SMALL.replace("title = A small routine", "title = { $side ->\n    [left] A\n   *[right] B\n }"),
        "small.ftl:1:1: error[message-not-plain]: 'title' is not plain text\n"
        "  hint: only words and placeholders such as { $side } can stand here",
    ),
    (
        "another message inside",
        SMALL.replace("title = A small routine", "title = { summary }"),
        "small.ftl:1:1: error[message-not-plain]: 'title' is not plain text\n"
        "  hint: only words and placeholders such as { $side } can stand here",
    ),
    (
        "a line that is not Fluent",
        f"{SMALL}no equals sign here\n",
        "small.ftl:62:1: error[not-fluent]: this is not Fluent: 'no equals sign here'\n"
        "  hint: write it as id = words",
    ),
]


@pytest.mark.parametrize(
    ("fluent", "says"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS]
)
def test_a_fault_of_a_translation_is_told(fluent: str, says: str) -> None:
    assert "\n".join(told(fluent)) == says


def test_an_empty_file_lacks_every_message() -> None:
    assert len(told("")) == len(SMALL.splitlines())


def test_two_texts_of_one_name_are_refused() -> None:
    page = plant(
        "leave_out: [roll]",
        "leave_out: [ladder-ankle]",
        "  - id: roll\n    title: F",
        "  - id: ladder-ankle\n    title: F",
    )

    assert (
        "small.ftl:1:1: error[ambiguous-message]: "
        "two texts of the source are both 'stretches-ladder-ankle-title'\n  hint: rename an id"
    ) in told(SMALL, page)


def test_the_checks_of_a_routine_judge_its_translation_at_the_line_of_the_source() -> None:
    fluent = edit(
        "ladder-ready-brief = { $Side } leg.", "ladder-ready-brief = Jambe { $side }, puis la droite.",
        "roll-ready-say = Stand up. Press next.", "roll-ready-say = Levez-vous. Appuyez sur suivant.",
        "roll-ready-brief = Stand. Press next.", "roll-ready-brief = Debout.",
        "roll-roll-hold-say = Breathe in, hold. Keep breathing.", "roll-roll-hold-say = Inspirez, tenez.",
    )  # fmt: skip

    read = read_routine(PAGE, "small.yaml", SHELF, Translation("fr", "small.ftl", fluent))

    assert [str(problem).partition("\n")[0] for problem in read.problems] == [
        "small.yaml:39:50: error[side-by-name]: 'droite' is said on both sides",
        "small.yaml:70:48: error[wait-without-word]: "
        "the stretch waits, but the words do not say how to go on",
        "small.yaml:82:50: warning[breath-held]: breathing in is said, breathing on is not",
    ]
