"""Say what is left out for now and what opens it again; write down that it may be opened.

take-back: you try a stretch again, the next day at the earliest, and only if it has settled.
agreed: your clinic has said that you may go on.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from difflib import get_close_matches

from lissom import library
from lissom.cli.asking import ask_yes_no
from lissom.cli.desk import Desk
from lissom.cli.saying import say, say_json
from lissom.cli.telling import tell_clinic, tell_restrictions
from lissom.coach.history import ALL
from lissom.coach.plan import restriction_json
from lissom.coach.restrictions import Standing, restrictions, weigh
from lissom.coach.words import say_refusal
from lissom.errors import LissomError

ACTIONS = ("list", "take-back", "agreed")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "action", nargs="?", choices=ACTIONS, default="list", help="what to do (default list)"
    )
    parser.add_argument("target", nargs="?", metavar="STRETCH|all", help="which stretch, or all")
    parser.add_argument("--settled", action="store_true", help="with take-back: what you felt has settled")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    desk = Desk.open()
    if choices.action == "take-back":
        _take_back(desk, _target(choices), True if choices.settled else None)
    elif choices.action == "agreed":
        desk.journal.write_entry(desk.agreed(_target(choices)))
    elif choices.target:
        raise LissomError("list shows everything", "leave the name away")
    desk = Desk.open()
    standing = restrictions(desk.history, desk.now)
    if choices.json:
        say_json([restriction_json(restriction, _titles()) for restriction in standing.active])
    else:
        say([*_tell(standing), *(tell_clinic(desk.values) if standing.active else ())])
    return 0


def _take_back(desk: Desk, target: str, settled: bool | None) -> None:
    """Write down that a stretch is tried again; where that depends on it, ask whether it has settled."""
    entry = desk.take_back(target, settled)
    refusals = weigh(desk.history, entry)
    if settled is None and any(refusal.code == "not-settled" for refusal in refusals):
        answer = ask_yes_no("Has what you felt there settled?")
        if answer is not None:
            return _take_back(desk, target, answer)
    if refusals:
        told = " ".join(say_refusal(refusal, target, _titles()) for refusal in refusals)
        raise LissomError(told, "nothing was changed")
    desk.journal.write_entry(entry)


def _target(choices: argparse.Namespace) -> str:
    known = {*_stretches(), ALL}
    if choices.target in known:
        return str(choices.target)
    if choices.target is None:
        raise LissomError(
            f"{choices.action} what?", "name a stretch, or all; lissom restrictions lists what is left out"
        )
    close = get_close_matches(choices.target, known, n=1)
    raise LissomError(
        f"there is no stretch {choices.target!r}",
        f"did you mean {close[0]!r}?" if close else f"there are: {', '.join(sorted(known))}",
    )


def _tell(standing: Standing) -> Iterator[str]:
    yield from tell_restrictions(standing.active, _titles()) if standing.active else ["Nothing is left out."]


def _stretches() -> dict[str, str]:
    return {stretch.id: stretch.title for routine in library.routines() for stretch in routine.stretches}


def _titles() -> dict[str, str]:
    from lissom.coach.day import titles_of

    return titles_of(library.routines())
