"""Say what is left out for now and what opens it again; write down that it may be opened.

take-back: you try a stretch again, the next day at the earliest, and only if it has settled.
agreed: your clinic has said that you may go on; who, on which day and what they allowed, if you like.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date

from lissom.app.entries import EntryRefused, write_agreed, write_taken_back
from lissom.catalogues import catalogue
from lissom.cli.desk import CommandDesk
from lissom.cli.output import say, say_json
from lissom.cli.plan_text import tell_clinic, tell_restrictions, tell_words
from lissom.cli.prompts import ask_yes_no
from lissom.coach.plan import restriction_json
from lissom.coach.restrictions import RestrictionState
from lissom.content import library
from lissom.errors import LissomError

ACTIONS = ("list", "take-back", "agreed")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "action", nargs="?", choices=ACTIONS, default="list", help="what to do (default list)"
    )
    parser.add_argument("target", nargs="?", metavar="STRETCH|all", help="which stretch, or all")
    parser.add_argument("--settled", action="store_true", help="with take-back: what you felt has settled")
    parser.add_argument("--who", default="", metavar="NAME", help="with agreed: who at the clinic said so")
    parser.add_argument("--on", type=_day, metavar="DATE", help="with agreed: on which day, as 2026-03-01")
    parser.add_argument("--allowed", default="", metavar="TEXT", help="with agreed: what they allowed")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    desk = CommandDesk.open()
    if choices.action == "take-back":
        _take_back(desk, _target(choices), True if choices.settled else None)
    elif choices.action == "agreed":
        write_agreed(desk, desk.agreed(_target(choices), choices.who, choices.on, choices.allowed))
    elif choices.target:
        raise LissomError("list shows everything", "leave the name away")
    desk = CommandDesk.open()
    standing = desk.standing
    if choices.json:
        say_json(
            [restriction_json(restriction, _titles(), catalogue().say) for restriction in standing.active]
        )
    else:
        words = tell_words(desk.history.entries, _titles(), desk.zone)
        say([*_tell(standing), *words, *(tell_clinic(desk.values) if standing.active else ())])
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-03-01") from None


def _take_back(desk: CommandDesk, target: str, settled: bool | None) -> None:
    """Write down that a stretch is tried again; where that depends on it, ask whether it has settled."""
    try:
        write_taken_back(desk, desk.take_back(target, settled), catalogue().say)
    except EntryRefused as refused:
        answer = _ask_settled(desk) if _asks(refused, settled) else None
        if answer is None:
            raise
        _take_back(desk, target, answer)


def _ask_settled(desk: CommandDesk) -> bool | None:
    language = desk.profile.language
    return ask_yes_no(catalogue(language).say("opening-taken-back-ask"), language)


def _asks(refused: EntryRefused, settled: bool | None) -> bool:
    return settled is None and refused.asks_if_settled


def _target(choices: argparse.Namespace) -> str:
    if choices.target is None:
        raise LissomError(
            f"{choices.action} what?", "name a stretch, or all; lissom restrictions lists what is left out"
        )
    return str(choices.target)


def _tell(standing: RestrictionState) -> Iterator[str]:
    yield from tell_restrictions(standing.active, _titles()) if standing.active else ["Nothing is left out."]


def _titles() -> dict[str, str]:
    from lissom.coach.day_context import titles_of

    return titles_of(library.routines())
