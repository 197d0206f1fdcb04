"""Show your settings, or change one: lissom settings NAME VALUE.

A routine's own options are written as ROUTINE.level, ROUTINE.hold, ROUTINE.repeats and ROUTINE.cap.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from lissom.cli.choices import caution_of_level
from lissom.cli.desk import CommandDesk
from lissom.cli.output import say, say_json
from lissom.coach.preferences import CALENDAR_TOKEN, PREFERENCES, refuse_unknown
from lissom.content import library
from lissom.errors import LissomError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="which setting")
    parser.add_argument("value", nargs="?", metavar="VALUE", help="its new value")
    parser.add_argument("--unset", action="store_true", help="take the setting away")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    if choices.name:
        refuse_unknown(choices.name, library.routines())
    if choices.name and choices.value is None and not choices.unset:
        raise LissomError(f"{choices.name}: which value?", "write one, or --unset to take the setting away")
    desk = CommandDesk.open()
    if choices.name:
        desk.set(choices.name, choices.value)
        _caution(desk, choices.name, choices.value)
    values = {name: value for name, value in desk.journal.settings().items() if name != CALENDAR_TOKEN}
    if choices.json:
        say_json(values)
    else:
        say(_tell(values))
    return 0


def _caution(desk: CommandDesk, name: str, value: str | None) -> None:
    """Say what to watch for where a higher level of a routine was opened."""
    routine, _, option = name.partition(".")
    if option == "level" and value is not None:
        found = library.routine(routine, desk.profile.language)
        if words := caution_of_level(found, int(value)):
            print(words, file=sys.stderr)  # what is printed may be read by a program


def _tell(values: dict[str, str]) -> Iterator[str]:
    width = max(len(name) for name in [preference.name for preference in PREFERENCES] + list(values))
    for preference in PREFERENCES:
        value = values.get(preference.name, f"not set, for example {preference.example}")
        yield f"{preference.name:<{width}}  {value}  ({preference.words})"
    known = {preference.name for preference in PREFERENCES}
    yield from (f"{name:<{width}}  {value}" for name, value in sorted(values.items()) if name not in known)
