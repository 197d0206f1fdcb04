"""From a word on the command line to a routine or a machine."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from lissom.content import library
from lissom.errors import LissomError

if TYPE_CHECKING:
    from lissom.machine.model import Machine
    from lissom.routine.model import Routine
    from lissom.routine.problem import Problem

MOST_BYTES = 512 * 2**20  # of one file; some, such as /dev/zero, have no end
_PIECE = 2**20
SCREENINGS = ("red-flags", "after-session", "next-morning")


def find_routine(word: str, language: str = library.SOURCE_LANGUAGE) -> Routine:
    """Return a shipped routine by its id in a language, or one from a file, which is in its own.

    Raises:
        LissomError: if there is none, or its file has errors (which are printed first).
    """
    if not is_file(word):
        return library.routine(word, language)
    routine, problems = library.routine_from_file(Path(word))
    errors = [problem for problem in problems if problem.severity == "error"]
    report(errors)
    if routine is None or errors:
        raise LissomError(f"{word} cannot be used as it is", f"lissom check {word} lists all that is wrong")
    return routine


def find_machine(path: str) -> Machine:
    """Read a compiled machine from a file.

    Raises:
        LissomError: if it cannot be read or is not a machine.
    """
    from lissom.machine.codec import loads

    return loads(read_bytes(path))


def read_bytes(path: str) -> bytes:
    """Read a whole file.

    Raises:
        LissomError: in words, if it cannot be read.
    """
    try:
        with Path(path).open("rb") as file:
            pieces = iter(partial(file.read, _PIECE), b"")
            content = b"".join(islice(pieces, MOST_BYTES // _PIECE + 1))
    except OSError as error:
        raise LissomError(f"cannot read {path}: {(error.strerror or 'unknown reason').lower()}") from None
    if len(content) > MOST_BYTES:
        raise LissomError(f"cannot read {path}: it is larger than any file that Lissom reads")
    return content


def is_file(word: str) -> bool:
    """Whether a word names a file rather than a packaged routine, whatever lies in the folder."""
    return word not in library.ids() and looks_like_file(word)


def looks_like_file(word: str) -> bool:
    """Tell a file's name from a routine's id."""
    return "/" in word or word.endswith((".yaml", ".yml", ".json")) or _is_there(word)


def _is_there(word: str) -> bool:
    """Whether a file has this very name; a folder that is called like a routine is none."""
    return Path(word).exists() and not Path(word).is_dir()


def report(problems: Iterable[Problem]) -> None:
    """Print problems on standard error, one after the other."""
    for problem in problems:
        print(problem, file=sys.stderr)
