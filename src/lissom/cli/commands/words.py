"""Print the words of a routine as a Fluent file, to be translated.

In another language: its translation, and the source's words where something is still missing.
"""

from __future__ import annotations

import argparse

from lissom.content import library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "page", metavar="ROUTINE|red-flags|phrases", help="a routine's id, a page of questions, or phrases"
    )
    parser.add_argument(
        "--language", metavar="TAG", default=library.SOURCE_LANGUAGE, help="the language, such as fr"
    )


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    print(library.words_to_translate(choices.page, choices.language), end="")
    return 0
