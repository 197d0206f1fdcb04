"""The entry of the command line: which commands there are, and what becomes of an error."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from lissom import __version__
from lissom.errors import LissomError

if TYPE_CHECKING:
    from lissom.content.own_routines import LeftOut

COMMANDS = {
    "serve": "open the app in a browser; what lissom alone does",
    "today": "today's plan, in this terminal",
    "list": "the routines there are",
    "show": "one routine in words",
    "play": "be guided through a routine",
    "draw": "the picture of a position, or a routine's as a strip",
    "poses": "the pictures there are",
    "plan": "what to do today, and why",
    "progress": "what was done, week by week",
    "restrictions": "what is left out for now, and what opens it again",
    "log": "the sessions on record: list, show, replay",
    "settings": "your choices: emergency number, clinic, health, voice",
    "calendar": "your dose as a calendar file",
    "fhir": "records that other health systems read, and back",
    "handout": "a routine on paper, as PDF",
    "backup": "everything that is kept of you, in one file",
    "restore": "bring a backup back",
    "people": "who uses Lissom here: list, add, choose, rename, remove, export",
    "where": "the folder that holds your data",
    "add": "install a routine of your own, once it is checked and proved",
    "remove": "take a routine of your own away",
    "words": "a routine's words as a file to translate",
    "check": "find what is wrong with a routine file",
    "compile": "make a routine's machine",
    "verify": "prove the safety laws of a routine or a machine",
    "run": "step through a machine, one event a line",
}

ALONE = "serve"  # what `lissom` without a command does

DONE, PROBLEM, USAGE, OURS = range(4)

COLLECT_AFTER = 50_000
"""New objects between two looks for garbage. Starting makes as many and drops hardly any, so a short
command looks once or twice; off, as it once was, the memory of a server grows with every page."""

ABOUT = """Guided sessions of the stretches a clinic handed out. Not a diagnosis, not a treatment:
stop at any pain, numbness, tingling or dizziness."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    gc.set_threshold(COLLECT_AFTER)
    try:
        return _run(arguments)
    except LissomError as error:
        _complain(error.message, error.hint)
        return PROBLEM
    except KeyboardInterrupt:
        return PROBLEM
    except BrokenPipeError:
        # The reader of our output has gone; nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        _complain(f"{error.filename or 'the output'}: {(error.strerror or str(error)).lower()}", None)
        return PROBLEM
    except UnicodeError:
        _complain("that is not text in UTF-8", None)
        return PROBLEM
    except Exception as error:  # noqa: BLE001 - the last door: a fault of ours becomes words and exit code 3
        return _confess(error)


def _run(arguments: Sequence[str]) -> int:
    arguments = arguments or [ALONE]
    parser = _parser(_named_command(arguments))
    choices = parser.parse_args(arguments)
    if choices.command is None:
        parser.error("which command?")
    _lay_out_own_routines()
    return int(import_module(f"lissom.cli.commands.{choices.command}").run(choices))


def _lay_out_own_routines() -> None:
    """Let the library know where a person's own routines stand; they are read when they are needed."""
    from lissom.content.data_folder import lay_out
    from lissom.store.folder import data_folder

    lay_out(data_folder(), _tell_left_out)


def _tell_left_out(own: LeftOut) -> None:
    hint = f"lissom check {own.file} lists all that is wrong" if own.why == "errors" else None
    _complain(f"your routine {own.id!r} cannot be used and is left out: {own.words}", hint)


def _named_command(arguments: Sequence[str]) -> str | None:
    return next((word for word in arguments if word in COMMANDS), None)


def _parser(named: str | None) -> argparse.ArgumentParser:
    """Build the parser; only the named command's arguments are filled in, so only it is imported."""
    parser = argparse.ArgumentParser(
        "lissom",
        description=ABOUT,
        epilog="lissom alone is lissom serve: it opens the app.",
        formatter_class=_Plain,
    )
    parser.add_argument("--version", action="version", version=f"lissom {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, summary in COMMANDS.items():
        subparser = commands.add_parser(name, help=summary, formatter_class=_Plain)
        if name == named:
            module = import_module(f"lissom.cli.commands.{name}")
            subparser.description = module.__doc__
            module.add_arguments(subparser)
    return parser


class _Plain(argparse.RawDescriptionHelpFormatter):
    """Help with our own line breaks."""


def _complain(message: str, hint: str | None) -> None:
    sys.stdout.flush()
    print(f"lissom: {message}", file=sys.stderr)
    if hint:
        print(f"  {hint}", file=sys.stderr)


def _confess(error: Exception) -> int:
    if os.environ.get("LISSOM_DEBUG"):
        raise error
    _complain(
        f"this is a fault of ours, not yours: {type(error).__name__}: {error}",
        "your record is kept; set LISSOM_DEBUG=1 and run it again for the details to report",
    )
    return OURS
