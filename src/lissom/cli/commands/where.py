"""Say where your data lies. Nothing of it leaves this folder unless you send it."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments: there are none."""


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    from lissom.store.folder import data_folder

    print(data_folder())
    return 0
