"""SAFETY.md: each hazard is complete, and each control names a law or a test that exists."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from lissom.machine.verify.table import LAWS
from tests.docs.pages import ROOT, page

SAFETY = page("SAFETY.md")
COLUMNS = (
    "ID", "Hazard", "Cause", "Effect", "Harm", "Initial", "Control", "Proof", "Residual", "Owner", "Status",
)  # fmt: skip
SEVERITIES = ("minor", "significant", "considerable", "major", "catastrophic")
LIKELIHOODS = ("very low", "low", "medium", "high", "very high")
# NHS England's matrix, rows by severity, columns by likelihood.
RATINGS = ((1, 1, 2, 2, 3), (1, 2, 2, 3, 4), (2, 2, 3, 3, 4), (2, 3, 3, 4, 5), (3, 4, 4, 5, 5))
_RATED = re.compile(r"(.+) \u00d7 (.+) = ([1-5])")
LAW_IDS = frozenset(law.id for law in LAWS)


@dataclass(frozen=True, slots=True)
class Hazard:
    """One row of the log, its cells by their column."""

    cells: dict[str, str]

    @property
    def id(self) -> str:
        return self.cells["ID"]

    @property
    def laws(self) -> set[str]:
        return set(re.findall(r"\bL\d+\b", self.cells["Proof"]))

    @property
    def tests(self) -> list[str]:
        return re.findall(r"`(tests/[^`]+)`", self.cells["Proof"])


def hazards() -> list[Hazard]:
    rows = re.findall(r"^\| (H\d+ \|.*) \|$", SAFETY.text, re.M)
    return [
        Hazard(dict(zip(COLUMNS, (cell.strip() for cell in row.split("|")), strict=True))) for row in rows
    ]


def test_the_log_has_its_columns() -> None:
    assert f"| {' | '.join(COLUMNS)} |" in SAFETY.text
    assert [hazard.id for hazard in hazards()] == [f"H{n:02}" for n in range(1, len(hazards()) + 1)]


@pytest.mark.parametrize("hazard", hazards(), ids=lambda hazard: hazard.id)
def test_no_cell_is_empty(hazard: Hazard) -> None:
    assert [column for column, cell in hazard.cells.items() if not cell] == []


@pytest.mark.parametrize("hazard", hazards(), ids=lambda hazard: hazard.id)
@pytest.mark.parametrize("column", ["Initial", "Residual"])
def test_ratings_follow_the_matrix(hazard: Hazard, column: str) -> None:
    severity, likelihood, rating = _RATED.fullmatch(hazard.cells[column]).groups()  # type: ignore[union-attr]  # no match fails
    assert int(rating) == RATINGS[SEVERITIES.index(severity)][LIKELIHOODS.index(likelihood)]


@pytest.mark.parametrize("hazard", hazards(), ids=lambda hazard: hazard.id)
def test_a_control_never_makes_it_worse(hazard: Hazard) -> None:
    before, after = (int(hazard.cells[column][-1]) for column in ("Initial", "Residual"))
    assert after <= before


@pytest.mark.parametrize("hazard", hazards(), ids=lambda hazard: hazard.id)
def test_each_control_is_proved_by_something_that_exists(hazard: Hazard) -> None:
    assert hazard.laws | set(hazard.tests), "name a law or a test"
    assert hazard.laws <= LAW_IDS
    assert [test for test in hazard.tests if not exists(test)] == []


def exists(test: str) -> bool:
    """Say whether `tests/…/test_x.py::test_name` (the name may be left out) is there."""
    path, _, name = test.partition("::")
    file = ROOT / path
    return file.is_file() and (
        not name or bool(re.search(rf"^(?:async )?def {re.escape(name)}\(", file.read_text(), re.M))
    )
