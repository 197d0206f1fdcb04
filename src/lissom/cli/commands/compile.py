"""Make a routine's machine, as JSON (format lissom-machine/1)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from lissom import library
from lissom.cli.choices import add_options, add_screening_options, options_from, warn_of_idle_choices
from lissom.cli.sources import SCREENINGS, find_routine
from lissom.errors import LissomError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("routine", metavar="ROUTINE|FILE", help="a routine's id, or its file in YAML")
    add_options(parser)
    add_screening_options(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    from lissom.machine.codec import dumps
    from lissom.machine.compile import compile_routine, compile_screening

    options = options_from(choices)
    phrases = library.phrases(options.language)
    if choices.routine in SCREENINGS:
        machine = compile_screening(library.screening(choices.routine), options, phrases)
    else:
        routine = find_routine(choices.routine)
        warn_of_idle_choices(routine, options)
        machine = compile_routine(routine, options, phrases)
    _write(dumps(machine), choices.output)
    return 0


def _write(text: bytes, output: str | None) -> None:
    if output is None:
        sys.stdout.buffer.write(text)
        return
    try:
        Path(output).write_bytes(text)
    except OSError as error:
        raise LissomError(f"cannot write {output}: {(error.strerror or 'unknown reason').lower()}") from None
