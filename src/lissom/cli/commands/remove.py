"""Take a routine of your own away. Sessions on record stay, and can be read as before."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from lissom.cli.desk import CommandDesk
from lissom.cli.output import say
from lissom.content import library
from lissom.errors import LissomError
from lissom.routine.problem import closest


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("routine", metavar="ROUTINE", help="its id")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    desk, shelf = CommandDesk.open(), library.own_shelf()
    _refuse(choices.routine)
    assert shelf is not None  # the desk told of one
    shelf.take_away(choices.routine)
    forgotten = list(_forget(desk, choices.routine))
    library.ids()  # says what used it, and is left out now
    say(_tell(choices.routine, forgotten))
    return 0


def _refuse(routine_id: str) -> None:
    shelf = library.own_shelf()
    if shelf is None or not shelf.has(routine_id):
        if routine_id in library.shipped_ids():
            raise LissomError(f"{routine_id} is one of Lissom's own routines and stays")
        own = [*library.own_ids(), *(each.id for each in library.left_out())]
        hint = closest(routine_id, own) or (f"yours are: {', '.join(own)}" if own else "you have none")
        raise LissomError(f"there is no routine {routine_id!r} of your own", hint)


def _forget(desk: CommandDesk, routine_id: str) -> Iterator[str]:
    """Take away what was set for a routine, and return the names of what was."""
    for name, value in desk.journal.settings().items():
        parts = value.split(",")
        left = [part for part in parts if part.partition("/")[0] != routine_id]
        if name.startswith(f"{routine_id}."):
            desk.journal.set_setting(name, None)
            yield name
        elif name in ("practises", "cleared") and left != parts:
            desk.journal.set_setting(name, ",".join(left) or None)
            yield name


def _tell(routine_id: str, forgotten: list[str]) -> Iterator[str]:
    yield f"{routine_id} is taken away. Its sessions on record stay."
    if forgotten:
        yield f"What you had set for it is gone too: {', '.join(sorted(forgotten))}."
