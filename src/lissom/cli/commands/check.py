"""Find what is wrong with routine files: every problem at once, with its line and column.

Warnings do not fail a file; errors do (exit code 1).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from lissom.cli.arguments import report
from lissom.cli.output import count_of
from lissom.content import library
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
        also = f", {count_of(warnings, 'warning')}" if warnings else ""
        print(f"{name}: fine{also}")
    else:
        print(f"{name}: {count_of(errors, 'error')}, {count_of(warnings, 'warning')}")
    return 1 if errors else 0
