"""List the pictures there are."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="everything about them, as JSON")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    from lissom.figure import poses_command

    print(poses_command(as_json=choices.json), end="")
    if not choices.json:
        print("\nlissom draw POSE draws one; lissom draw ROUTINE --strip draws a routine's in a row.")
    return 0
