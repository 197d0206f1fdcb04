"""What is wrong with a file: values that say what, where, and what to write instead.

Problems are collected, never raised: a person sees all of them at once, sorted by place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from lissom.routine.codes import CODES

Severity = Literal["error", "warning"]
MOST_PROBLEMS = 200
LONGEST_QUOTE = 60
MOST_GUESSES = 40  # a guess takes long; a file with more misspelt words than this was not meant well

Spot = tuple[int, int]
"""A line and a column, both counted from 1."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, or (a warning) to think about."""

    severity: Severity
    code: str
    message: str
    file: str
    line: int
    column: int
    hint: str | None = None

    def __str__(self) -> str:
        said = f"{self.file}:{self.line}:{self.column}: {self.severity}[{self.code}]: {self.message}"
        return f"{said}\n  hint: {self.hint}" if self.hint else said


class Report:
    """The problems of one file, collected while it is read and checked."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: dict[Problem, None] = {}
        self._guesses = 0

    def add(self, code: str, spot: Spot, message: str, hint: str | None = None) -> None:
        """Note a problem of a code in the table `CODES`, which also gives its severity."""
        self._found[self._problem(code, spot, message, hint)] = None

    def guess(self, word: str, known: Iterable[str]) -> str | None:
        """Return "did you mean …?" where a known word is close."""
        self._guesses += 1
        return closest(word, known) if self._guesses <= MOST_GUESSES else None

    def _problem(self, code: str, spot: Spot, message: str, hint: str | None) -> Problem:
        return Problem(CODES[code].severity, code, message, self._file, *spot, hint)

    @property
    def has_errors(self) -> bool:
        """Whether anything found forbids using the file."""
        return any(problem.severity == "error" for problem in self._found)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything found, sorted by place; where the places are equal, in the order found.

        After so many that nobody reads on, one more says how many are left.
        """
        found = sorted(self._found, key=lambda problem: (problem.line, problem.column))
        told, left = found[:MOST_PROBLEMS], found[MOST_PROBLEMS:]
        if left:
            spot = left[0].line, left[0].column
            told.append(self._problem("and-more", spot, f"{len(left)} more problems", "mend these first"))
        return tuple(told)


def quoted(text: str) -> str:
    """Return a text of the file as a message shows it: short, and with nothing invisible in it."""
    return repr(text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…")


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return "did you mean …?" where a known word is close."""
    import difflib

    close = difflib.get_close_matches(word[:LONGEST_QUOTE], list(known), 1)
    return f"did you mean {close[0]!r}?" if close else None
