"""Step through a machine: one event a line in, one line of JSON a visited state out.

Nothing is timed and nothing is recorded. An event that does not fit ends it with exit code 1.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import replace

from lissom.cli.arguments import SCREENINGS, find_machine, find_routine, read_bytes
from lissom.cli.choices import add_options, add_screening_options, options_from
from lissom.content import library
from lissom.errors import LissomError
from lissom.machine.model import Machine
from lissom.machine.step import step


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("machine", metavar="MACHINE.json|ROUTINE", help="a compiled machine, or a routine")
    parser.add_argument(
        "--events", metavar="FILE", default="-", help="the events, one a line (default -: standard input)"
    )
    add_options(parser)
    add_screening_options(parser)


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    machine = _machine(choices)
    state = machine.start
    _tell(machine, state)
    for event in _events(choices.events):
        state = step(machine, state, event)
        _tell(machine, state)
    return 0


def _machine(choices: argparse.Namespace) -> Machine:
    from lissom.machine.compile import compile_routine, compile_screening

    if choices.machine.endswith(".json"):
        return find_machine(choices.machine)
    options = options_from(choices)
    if choices.machine in SCREENINGS:
        return compile_screening(library.screening(choices.machine), options, library.phrases())
    routine = find_routine(choices.machine)
    options = replace(options, language=routine.language)
    return compile_routine(routine, options, library.phrases(routine.language))


def _events(source: str) -> Iterable[str]:
    """Return the events; blank lines are passed over."""
    lines: Iterable[str] = sys.stdin
    if source != "-":
        try:
            lines = read_bytes(source).decode().splitlines()
        except UnicodeDecodeError:
            raise LissomError(f"{source} is not text in UTF-8") from None
    return (line.strip() for line in lines if line.strip())


def _tell(machine: Machine, name: str) -> None:
    state = machine.states[name]
    print(json.dumps({"state": name, "kind": state.kind, "seconds": state.seconds}), flush=True)
