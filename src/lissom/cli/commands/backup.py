"""Write everything that is kept of you into one file: sessions, settings, your own routines."""

from __future__ import annotations

import argparse
from pathlib import Path

from lissom.cli.desk import CommandDesk
from lissom.cli.output import count_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="the file to write, such as lissom-backup.zip")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    desk = CommandDesk.open()
    from lissom.app.backups import content_of
    from lissom.atomic_write import write_whole
    from lissom.exchange.backup import write

    content = content_of(desk)
    packed = write(content)
    write_whole(Path(choices.file), packed)
    print(f"{choices.file}: {count_of(len(content.logs), 'session')}, {len(packed):,} bytes.")
    if left := len(desk.journal.logs()) - len(content.logs):
        print(f"Not in it, because nothing can read them: {count_of(left, 'session')}. They stay here.")
    print("It holds what you told about your health: keep it where nobody else looks.")
    return 0
