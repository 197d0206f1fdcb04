"""Say what to do today, and why. Nothing is started."""

from __future__ import annotations

import argparse

from lissom.catalogues import catalogue
from lissom.cli.choices import add_language
from lissom.cli.desk import CommandDesk
from lissom.cli.output import say, say_json
from lissom.cli.plan_text import PORTIONS, tell_plan
from lissom.content import library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("routine", nargs="?", metavar="ROUTINE", help="plan this one, due or not")
    parser.add_argument("--minutes", choices=PORTIONS, help="how much time there is (default: as planned)")
    add_language(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    if choices.routine:
        library.routine(choices.routine)
    desk = CommandDesk.open(choices.language)
    plan = desk.plan(PORTIONS.get(choices.minutes or ""), choices.routine)
    if choices.json:
        say_json(plan.as_json(catalogue(desk.profile.language).say))
    else:
        say(tell_plan(plan, desk.profile.language))
    return 0
