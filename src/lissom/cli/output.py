"""Printing: lines for a person, JSON for a program."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections.abc import Iterable


def say(lines: Iterable[str]) -> None:
    """Print lines; on a terminal they break between words, and go on under their own beginning."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for line in lines:
        print(_wrapped(line, width) if width else line)


def count_of(number: int, word: str) -> str:
    """Return a number with its word, in the plural where there is not one."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def say_json(content: object) -> None:
    """Print plain values as JSON, for programs."""
    print(json.dumps(content, ensure_ascii=False, indent=2))


def _wrapped(line: str, width: int) -> str:
    indent = " " * (len(line) - len(line.lstrip()))
    return textwrap.fill(line, width, subsequent_indent=indent, break_on_hyphens=False) if line else line
