"""Today's plan in this terminal, and a start with one key."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from lissom.cli.commands.play import manner_of
from lissom.cli.desk import CommandDesk
from lissom.cli.output import say
from lissom.cli.plan_text import PORTIONS, tell_plan
from lissom.cli.prompts import ask_line
from lissom.cli.session_player import closing_voice
from lissom.cli.sitting import Sitting

FLAGS = argparse.Namespace(plain=False, voice=None, rate=None, language=None)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments: there are none."""


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    desk = CommandDesk.open()
    plan = desk.plan()
    say(tell_plan(plan, desk.profile.language))
    routines = [line.routine for line in plan.sessions if line.kind == "routine"]
    if not sys.stdin.isatty():
        print("\nlissom play ROUTINE starts one; lissom --help tells the rest.")
        return 0
    answer = ask_line("\nEnter to start; 2, 6 or all for that many minutes; q to leave: ")
    if answer is None or answer not in {"", *PORTIONS}:
        return 0
    with closing_voice(manner_of(FLAGS)) as manner:
        _sit(Sitting(manner, lambda desk: desk.plan(PORTIONS.get(answer))), routines)
    return 0


def _sit(sitting: Sitting, routines: Iterable[str]) -> None:
    """Play the routines of the plan, one after the other, until one does not come to its own end."""
    if sitting.mend_broken_off():
        return
    sitting.ask_what_is_due()
    for routine in routines:
        if not sitting.play(routine):
            return
