"""Bring a backup back. It adds to what is here and replaces nothing; twice is the same as once."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lissom.cli.arguments import read_bytes
from lissom.cli.desk import CommandDesk
from lissom.cli.output import count_of, say

if TYPE_CHECKING:
    from lissom.app.ports import Came


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="what lissom backup wrote, or its folder once unpacked")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    from lissom.app.backups import restore
    from lissom.exchange.backup import pack_folder

    folder = Path(choices.file)
    packed = pack_folder(folder) if folder.is_dir() else read_bytes(choices.file)
    desk = CommandDesk.open()

    say(_tell(restore(desk, packed)))
    return 0


def _tell(came: Came) -> Iterator[str]:
    if came.is_nothing:
        here = "Nothing in it is new here" if came.stays else "Everything in it is here already"
        yield f"{here}. Nothing was changed."
    else:
        yield f"Taken over: {', '.join(_parts(came))}."
    if came.stays:
        yield f"Settings and own routines that are others here, and stay as they are here: {came.stays}."
    if came.unread:
        yield f"Kept as they are, because this version cannot read them: {count_of(came.unread, 'session')}."


def _parts(came: Came) -> Iterator[str]:
    parts = (
        (came.sessions, "new session"),
        (came.longer, "longer session"),
        (came.words, "dated word"),
        (came.settings, "setting"),
        (came.routines, "own routine"),
    )
    return (count_of(number, name) for number, name in parts if number)
