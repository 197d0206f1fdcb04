"""Find what is wrong with routine files: every problem at once, with its line and column.

Warnings do not fail a file; errors do (exit code 1).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from lissom import library
from lissom.cli.sources import report
from lissom.figure import poses


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a routine in YAML")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    return max([_check(name) for name in choices.files])


def _check(name: str) -> int:
    problems = library.check_file(Path(name), poses=frozenset(poses()))
    report(problems)
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    if not errors:
        also = f", {_count(warnings, 'warning')}" if warnings else ""
        print(f"{name}: fine{also}")
    else:
        print(f"{name}: {_count(errors, 'error')}, {_count(warnings, 'warning')}")
    return 1 if errors else 0


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
