"""Be guided through a routine. What you tell is kept on this machine and nowhere else.

Keys: space next or pause, y yes, o no, e ease, s skip, q stop; p pain, n numbness, t tingling,
d dizziness: everything is let go at once.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from dataclasses import replace

from lissom.app.machines import machine_for
from lissom.cli.arguments import find_routine, is_file
from lissom.cli.choices import add_language, add_options, caution_of_level, options_over
from lissom.cli.desk import CommandDesk
from lissom.cli.plan_text import PORTIONS
from lissom.cli.session_player import Manner, closing_voice, rehearse
from lissom.cli.sitting import Sitting
from lissom.coach.plan import Plan
from lissom.content import library
from lissom.errors import LissomError
from lissom.machine.options import Options


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "routine", metavar="ROUTINE", help="a routine's id; to rehearse, also its file in YAML"
    )
    add_options(parser)
    parser.add_argument("--minutes", choices=PORTIONS, help="how much time there is (default: as planned)")
    parser.add_argument(
        "--rehearse", type=_speed, metavar="X", help="run X times faster; nothing is recorded"
    )
    add_manner(parser)


def add_manner(parser: argparse.ArgumentParser) -> None:
    """Declare how a session is shown and heard."""
    parser.add_argument("--plain", action="store_true", help="lines of text, for screen readers and pipes")
    parser.add_argument(
        "--voice", action=argparse.BooleanOptionalAction, default=None, help="speak, or do not"
    )
    parser.add_argument(
        "--rate", type=_words_a_minute, metavar="N", help="how fast to speak, in words a minute"
    )
    add_language(parser)


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    if choices.rehearse:
        return _rehearse(choices)
    if is_file(choices.routine):
        raise LissomError(
            "a file can only be rehearsed", "add --rehearse 1 to play it at its own pace, unrecorded"
        )
    _caution(choices)

    def planning(desk: CommandDesk) -> Plan:
        chosen = options_over(desk.profile.options[choices.routine], choices)
        plan = desk.plan(PORTIONS.get(choices.minutes or ""), choices.routine, replace(chosen, without=()))
        return _leaving_out(plan, chosen)

    with closing_voice(manner_of(choices)) as manner:
        sitting = Sitting(manner, planning)
        if not sitting.mend_broken_off():
            sitting.ask_what_is_due()
            sitting.play(choices.routine)
    return 0


def _caution(choices: argparse.Namespace) -> None:
    """Say what to watch for where a higher level is opened for this session."""
    library.routine(choices.routine)  # there is one of that name
    if (choices.level or 0) > 1:
        language = CommandDesk.open(choices.language).profile.language
        if words := caution_of_level(library.routine(choices.routine, language), choices.level):
            print(words, file=sys.stderr)


def manner_of(choices: argparse.Namespace) -> Manner:
    """Return how to play, from the flags and, where they say nothing, from the settings."""
    desk = CommandDesk.open(choices.language)
    return _manner(choices, desk.values, desk.profile.language)


def _manner(
    choices: argparse.Namespace, values: Mapping[str, str], language: str, speed: float = 1.0
) -> Manner:
    from lissom.terminal.voice import USUAL_RATE, find_voice

    wanted = values.get("voice", "on") == "on" if choices.voice is None else choices.voice
    rate = choices.rate or int(values.get("voice-rate", USUAL_RATE))
    return Manner(find_voice(wanted, rate=rate, language=language), choices.plain, speed, choices.language)


def _rehearse(choices: argparse.Namespace) -> int:
    """Play at another pace and keep nothing. What is closed for the person stays closed here."""
    options = options_over(Options(), choices)
    if is_file(choices.routine):
        from lissom.machine.compile import compile_routine

        routine = find_routine(choices.routine)
        options = replace(options, language=routine.language)
        machine = compile_routine(routine, options, library.phrases(routine.language))
    else:
        library.routine(choices.routine)
        plan = CommandDesk.open(choices.language).plan(
            only=choices.routine, chosen=replace(options, without=())
        )
        planned = _leaving_out(plan, options).options[choices.routine]
        machine = machine_for(choices.routine, planned)
    language = str(machine.options["language"])
    with closing_voice(_manner(choices, {}, language, choices.rehearse)) as manner:
        rehearse(machine, manner)
    print("That was a rehearsal. Nothing was recorded.")
    return 0


def _leaving_out(plan: Plan, chosen: Options) -> Plan:
    """Leave out of every line what the person asked to leave out just now."""
    lines = (
        replace(
            line,
            options=replace(line.options, without=tuple(sorted({*line.options.without, *chosen.without}))),
        )
        if line.kind == "routine"
        else line
        for line in plan.sessions
    )
    return replace(plan, sessions=tuple(lines))


def _words_a_minute(text: str) -> int:
    from lissom.terminal.voice import FASTEST, SLOWEST

    if not text.isdecimal() or not SLOWEST <= int(text) <= FASTEST:
        raise argparse.ArgumentTypeError(f"choose from {SLOWEST} to {FASTEST} words a minute")
    return int(text)


def _speed(text: str) -> float:
    speed = float(text)
    if not 0 < speed <= 10_000:
        raise argparse.ArgumentTypeError("choose a number above 0, up to 10000")
    return speed
