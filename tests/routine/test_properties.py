"""What holds for every text and for every valid routine."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lissom.routine.canonical import content, digest
from lissom.routine.grammar import PHRASES, ROUTINE, SCREENING
from lissom.routine.model import Place, Range, Routine, Screening
from lissom.routine.read import check_text, read_routine, read_screening
from tests.routine.page import PAGE, SHELF, Shelf, plant, routine
from tests.strategies.routines import EMERGENCY, HEALTH, routines, routines_with_rules
from tests.strategies.written import written_routine, written_screening

SHARED = Screening(
    "red-flags", 1, "en", "Before", (EMERGENCY, HEALTH), False, "Thank you.", ("See a clinician.",)
)
DRAWN_SHELF = Shelf(poses=None, screening=written_screening(SHARED))


@given(st.one_of(routines(), routines_with_rules()))
def test_what_is_drawn_is_valid_and_reads_back_as_itself(drawn: Routine) -> None:
    reading = read_routine(written_routine(drawn, shared=2), "drawn.yaml", DRAWN_SHELF)

    assert [str(problem) for problem in reading.problems if problem.severity == "error"] == []
    assert reading.routine == drawn


def test_a_page_of_questions_reads_back_as_itself() -> None:
    assert read_screening(written_screening(SHARED), "red-flags.yaml").screening == SHARED


# any text


KEYS = [*ROUTINE.fields, *SCREENING.fields, *PHRASES.fields]
MARKS = ["\n", "\n  ", "\n    - ", ": ", "- ", "{", "}", "[", "]", ", ", "'", '"', "|", ">", "# ", "? ", "\t"]
REFUSED = ["&a ", "*a", "!!str ", "---\n", "%YAML", "\u2028", "\ufeff", "\0"]
VALUES = ["routine/1", "20s..30s", "comfortable", "no", "12", "é", "{side}"]
PIECES = st.sampled_from([*KEYS, *MARKS, *REFUSED, *VALUES])


@given(st.one_of(st.text(), st.binary(), st.lists(PIECES).map("".join)))
@example("lissom: routine/1\nstretches:\n  - use: other/roll\n  - use: [x]\n  - {}\n  - null\n")
@example("lissom: [routine/1]\n")
@example("screening: {first: red-flags, questions: [{items: [{id: a}, {id: a}, {}]}]}\n")
@example("stretches: [{positions: [{gate: {held: a}}, {gate: {held: [a]}, hold: {time: comfortable}}]}]\n")
def test_any_text_gives_problems_and_never_an_exception(text: str | bytes) -> None:
    told = check_text(text, "any.yaml", SHELF)

    assert any(problem.severity == "error" for problem in told)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in told)
    assert list(told) == sorted(told, key=lambda problem: (problem.line, problem.column))


LINES = PAGE.splitlines(keepends=True)


@given(st.sets(st.integers(0, len(LINES) - 1), max_size=6), st.integers(0, len(PAGE)), PIECES)
def test_a_damaged_routine_is_told_the_same_way_each_time(left_out: set[int], at: int, piece: str) -> None:
    text = "".join(line for number, line in enumerate(LINES) if number not in left_out)
    text = text[:at] + piece + text[at:]

    first, again = read_routine(text, "any.yaml", SHELF), read_routine(text, "any.yaml", SHELF)

    assert first == again
    assert (first.routine is None) == any(problem.severity == "error" for problem in first.problems)


# the digest


@given(
    st.lists(
        st.tuples(st.integers(0, len(LINES)), st.sampled_from(["\n", "# a remark\n", "   \n", "      # {\n"]))
    )
)
def test_the_digest_does_not_know_comments_and_blank_lines(added: list[tuple[int, str]]) -> None:
    lines = list(LINES)
    for at, line in added:
        lines.insert(at, line)

    assert digest(routine("".join(lines))) == digest(routine())


def test_the_digest_does_not_know_the_order_of_keys_nor_quotes_nor_what_is_meant_anyway() -> None:
    text = plant(
        "id: small\nversion: 1\n", "version: 1\nid: 'small'\n",
        "sessions_a_day: 1,", "sessions_a_day: 1..1,",
        'brief: "{Other} leg."}', 'brief: "{Other} leg.", takes: 5s}',
        "round: 2, cite", "round: 2, own_yes: true, cite",
    )  # fmt: skip

    assert digest(routine(text)) == digest(routine())


def leaves(value: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return the path of each word and number of a routine."""
    if isinstance(value, Place):
        return []
    if is_dataclass(value):
        return [leaf for f in fields(value) for leaf in leaves(getattr(value, f.name), (*path, f.name))]
    if isinstance(value, tuple):
        return [leaf for index, each in enumerate(value) for leaf in leaves(each, (*path, str(index)))]
    return [] if value is None else [path]


def changed(value: Any, path: tuple[str, ...]) -> Any:
    """Return the value with the one leaf at the path made another; numbers may become impossible."""
    if not path:
        return not value if isinstance(value, bool) else value + 1 if isinstance(value, int) else value + "!"
    head, rest = path[0], path[1:]
    if isinstance(value, tuple):
        return (*value[: int(head)], changed(value[int(head)], rest), *value[int(head) + 1 :])
    inner = changed(getattr(value, head), rest)
    if isinstance(value, Range):  # a range keeps its order
        return replace(value, most=max(inner, value.most), **({"usual": inner} if head == "usual" else {}))
    return replace(value, **{head: inner})


@pytest.mark.parametrize("path", [path for path in leaves(routine()) if path[-1] != "least"], ids=".".join)
def test_the_digest_knows_every_word_and_every_number(path: tuple[str, ...]) -> None:
    assert digest(changed(routine(), path)) != digest(routine())


@given(routines(), routines())
def test_two_routines_have_one_digest_only_if_they_say_the_same(one: Routine, other: Routine) -> None:
    assert (digest(one) == digest(other)) == (one == other)
    assert json.loads(json.dumps(content(one))) == content(one)


def test_the_digest_is_what_it_was() -> None:
    """A digest names a routine in machines and logs for years: it may not change by accident."""
    assert digest(routine()) == "sha256:6b2d23e51c470a2d586ebc2ccc384907507d95868f3dd91913e2149dcf4faa04"
