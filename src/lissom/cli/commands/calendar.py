"""Your dose as a calendar file: weekly events with a reminder each, in your own time zone.

Without ROUTINE, all routines that you practise. Never more than a routine's dose.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from lissom.cli.desk import CommandDesk
from lissom.errors import LissomError
from lissom.exchange.calendar.practice import read_days, read_times

MOST_WEEKS = 260


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("routine", nargs="?", metavar="ROUTINE", help="only this one")
    parser.add_argument("--routine", dest="only", metavar="ROUTINE", help="the same")
    parser.add_argument("--days", metavar="mon,wed,…", help="on these days")
    parser.add_argument("--times", metavar="08:00,…", help="at these times of day")
    parser.add_argument("--weeks", type=int, metavar="N", help="for so many weeks (52)")
    parser.add_argument("--output", "-o", metavar="FILE", help="write to a file")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    from lissom.app.calendars import calendar_of
    from lissom.atomic_write import write_whole

    if choices.routine and choices.only and choices.routine != choices.only:
        raise LissomError(f"{choices.routine} or {choices.only}?", "name one routine, or none for all")
    if choices.weeks is not None and not 1 <= choices.weeks <= MOST_WEEKS:
        raise LissomError(f"{choices.weeks} weeks cannot be", f"choose from 1 to {MOST_WEEKS}")
    made = calendar_of(
        CommandDesk.open(),
        routine=choices.routine or choices.only,
        days=read_days(choices.days) if choices.days is not None else None,
        times=read_times(choices.times) if choices.times is not None else None,
        weeks=choices.weeks,
    )
    if choices.output:
        write_whole(Path(choices.output), made)
        print(f"{choices.output}: open it with your calendar.")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
    return 0
