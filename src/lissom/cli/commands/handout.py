"""A routine on paper: pictures, words, stop rules and a grid to tick, as a tagged PDF.

What is closed to you for now is left out, as in a session. The clinic's card comes from your settings, or
from a file in YAML with name, phone and email.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lissom.cli.arguments import find_routine, is_file, read_bytes, report
from lissom.cli.choices import add_language
from lissom.cli.desk import CommandDesk
from lissom.errors import LissomError

if TYPE_CHECKING:
    from lissom.exchange.handout import Clinic

PAPERS = ("a4", "letter")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("routine", metavar="ROUTINE", help="a routine's id, or its file in YAML")
    parser.add_argument("--paper", choices=PAPERS, default="a4", help="default: a4")
    parser.add_argument("--large", action="store_true", help="large print, 16 points and more")
    parser.add_argument("--clinic", metavar="FILE", help="the clinic's card, in place of your settings")
    parser.add_argument("-o", "--output", metavar="FILE.pdf", required=True, help="write there")
    add_language(parser)


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    if Path(choices.output).suffix.lower() != ".pdf":
        raise LissomError(f"{choices.output} is no PDF", "end the file's name in .pdf")
    from lissom.atomic_write import write_whole
    from lissom.exchange.handout import PrintFormat

    desk = CommandDesk.open(choices.language)
    from lissom.app.handouts import handout_of

    routine = find_routine(choices.routine, desk.profile.language)
    clinic = _clinic(choices.clinic) if choices.clinic else None
    made = handout_of(
        desk,
        routine,
        PrintFormat(choices.paper, choices.large),
        is_kept=not is_file(choices.routine),
        clinic=clinic,
    )
    write_whole(Path(choices.output), made)
    print(f"{choices.output}: {routine.title}, {len(made):,} bytes.")
    if "emergency" not in desk.values:
        print(
            f"It says to call {desk.profile.emergency} in an emergency. "
            "If that is another number where it will hang: lissom settings emergency NUMBER",
            file=sys.stderr,
        )
    return 0


def _clinic(path: str) -> Clinic:
    """Read a clinic's card; what is wrong with it is printed first."""
    from lissom.exchange.handout import ClinicRefused, read_clinic

    try:
        return read_clinic(read_bytes(path), path)
    except ClinicRefused as refused:
        report(refused.problems)
        raise
