"""The options of a session as flags of a command."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from lissom.catalogues import catalogue
from lissom.content import library
from lissom.machine.options import CAPS, EMERGENCY_NUMBER, LEVELS, PACES, Options, option_ranges
from lissom.routine.model import SIDES

if TYPE_CHECKING:
    from lissom.routine.model import Routine


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare a flag for every option a person may choose."""
    parser.add_argument(
        "--level", type=int, choices=LEVELS, help="how far up the rungs you may go (default 1)"
    )
    parser.add_argument(
        "--hold", type=int, metavar="S", help="seconds of a timed hold, within the routine's range"
    )
    parser.add_argument(
        "--repeats", type=int, metavar="N", help="repeats on each side, within the routine's range"
    )
    parser.add_argument("--lead", choices=SIDES, help="the side that goes first (default left)")
    parser.add_argument(
        "--without", action="append", default=[], metavar="STRETCH", help="leave a stretch out"
    )
    parser.add_argument(
        "--cap", type=int, metavar="S", help=f"longest open hold, {CAPS.least} to {CAPS.most} seconds"
    )
    parser.add_argument(
        "--pace", choices=PACES, help="easy: twice the time for moves and changes, never for holds"
    )


def add_language(parser: argparse.ArgumentParser) -> None:
    """Declare the flag for the language; where it is not given, the person's own setting holds."""
    parser.add_argument(
        "--language", metavar="TAG", type=_language, help="the language of the words, such as en or fr"
    )


def _language(tag: str) -> str:
    if tag not in library.languages():
        raise argparse.ArgumentTypeError(f"choose from: {', '.join(library.languages())}")
    return tag


def add_screening_options(parser: argparse.ArgumentParser) -> None:
    """Declare the flags for what the coach else finds out: what was answered, and whom to call."""
    parser.add_argument(
        "--screened", metavar="LOG", help="the log in which the questions were answered safely"
    )
    parser.add_argument(
        "--cleared",
        action="append",
        default=[],
        metavar="ITEM",
        help="a history item your clinician knows of",
    )
    parser.add_argument(
        "--emergency", metavar="NUMBER", help=f"the emergency number (default {EMERGENCY_NUMBER})"
    )


_CHOICES = ("level", "hold", "repeats", "lead", "cap", "pace", "screened", "emergency", "language")
_LISTS = ("without", "cleared")


def options_from(choices: argparse.Namespace) -> Options:
    """Return the options that the flags chose."""
    return options_over(Options(), choices)


def options_over(options: Options, choices: argparse.Namespace) -> Options:
    """Return options with what the flags chose in their place."""
    chosen = {name: getattr(choices, name, None) for name in _CHOICES}
    lists = {name: tuple(getattr(choices, name, ())) for name in _LISTS}
    told = {name: value for name, value in {**chosen, **lists}.items() if value not in (None, ())}
    return Options.from_json({**options.as_json(), **told})


def warn_of_idle_choices(routine: Routine, options: Options) -> None:
    """Say on standard error which choices change nothing in this routine."""
    ranges = option_ranges(routine)
    for name, chosen, bounds in (
        ("hold", options.hold, ranges.hold),
        ("repeats", options.repeats, ranges.repeats),
        ("cap", options.cap, ranges.cap),
    ):
        if chosen is not None and bounds is None:
            say_idle(name, routine.id)
    highest = max(position.level for stretch in routine.stretches for position in stretch.positions)
    if options.level > highest:
        say_idle("level", routine.id)


def caution_of_level(routine: Routine, level: int) -> str | None:
    """Return what to watch for where a level above the first is opened [A11], or None where none is."""
    levels = {position.level for stretch in routine.stretches for position in stretch.positions}
    if level < 2 or levels == {1}:
        return None
    language = routine.language if routine.language in library.languages() else library.SOURCE_LANGUAGE
    return catalogue(language).say("routine-levels-caution")


def say_idle(name: str, routine: str) -> None:
    """Say on standard error that a choice changes nothing."""
    print(f"lissom: --{name} changes nothing in {routine}", file=sys.stderr)
