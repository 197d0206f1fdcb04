"""Make a routine's machine, as JSON (format lissom-machine/1)."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from lissom.cli.arguments import SCREENINGS, find_routine
from lissom.cli.choices import (
    add_language,
    add_options,
    add_screening_options,
    options_from,
    warn_of_idle_choices,
)
from lissom.content import library
from lissom.errors import LissomError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("routine", metavar="ROUTINE|FILE", help="a routine's id, or its file in YAML")
    add_options(parser)
    add_screening_options(parser)
    add_language(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    from lissom.machine.codec import dumps
    from lissom.machine.compile import compile_routine, compile_screening

    options = options_from(choices)
    if choices.routine in SCREENINGS:
        screening = library.screening(choices.routine, options.language)
        machine = compile_screening(screening, options, library.phrases(options.language))
    else:
        routine = find_routine(choices.routine, options.language)
        options = replace(options, language=routine.language)
        warn_of_idle_choices(routine, options)
        machine = compile_routine(routine, options, library.phrases(options.language))
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
