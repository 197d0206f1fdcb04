"""The generated pages are current, and everything a person can be told is in them and tested."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lissom.routine.codes import CODES
from lissom.routine.grammar import ROUTINE
from lissom.routine.reference import make_page
from lissom.routine.schema import blocks_of, schema_text

HERE = Path(__file__).parent
REFERENCE = HERE.parent.parent / "docs" / "reference"
MAKE = "run: make docs"


@pytest.mark.parametrize(
    ("name", "made"), [("routine.md", make_page()), ("routine.schema.json", schema_text())]
)
def test_the_page_is_current(name: str, made: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == made, MAKE


def test_every_code_is_told_in_some_test() -> None:
    tests = [*HERE.glob("test_*.py"), HERE.parent / "test_library.py"]
    told = {code for test in tests for code in re.findall(r"\[([a-z0-9-]+)\]: ", test.read_text())}

    assert sorted(set(CODES) - told) == []
    assert sorted(told - set(CODES)) == []


def test_every_code_is_a_few_words_joined_by_hyphens() -> None:
    assert [code for code in CODES if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", code)] == []


def test_every_block_and_key_has_its_row() -> None:
    page = make_page()

    for block in blocks_of(ROUTINE):
        section = page.partition(f"### {block.name}\n")[2].partition("\n###")[0]
        assert re.findall(r"^\| `([a-z_]+)` \|", section, re.M) == list(block.fields)
