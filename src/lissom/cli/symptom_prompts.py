"""Asking in lines of text what was felt, where a session hurt and it was not said what."""

from __future__ import annotations

from collections.abc import Iterable

from lissom.app.late_reports import Asking, ask_in_words, say_spot, say_symptom, symptoms_of, tell
from lissom.catalogues import catalogue
from lissom.cli.desk import CommandDesk
from lissom.cli.prompts import ask_line, ask_yes_no
from lissom.coach.late_reporting import ReportPlace
from lissom.coach.messages import Say


def ask_what_was_felt(desk: CommandDesk, asking: Asking) -> bool:
    """Ask where it was, and what, and write it down; say whether anything was told."""
    say = catalogue(desk.profile.language).say
    print(ask_in_words(desk, asking, say))
    print(say("felt-emergency", number=desk.profile.emergency))
    is_told = False
    while _tell_one(desk, asking, say):
        is_told = True
        if asking.kind == "which" or not ask_yes_no(say("felt-more"), desk.profile.language):
            break
    return is_told


def _tell_one(desk: CommandDesk, asking: Asking, say: Say) -> bool:
    spot = asking.spots[0] if asking.kind == "which" else _ask_spot(desk, asking, say)
    if spot is None:
        return False
    symptoms = [symptom for symptom in symptoms_of(asking) if symptom in spot.thens]
    print(say("felt-what"))
    number = _ask_number(say, (say_symptom(symptom, say) for symptom in symptoms))
    if number is None:
        return False
    tell(desk, asking, spot, symptoms[number])
    return True


def _ask_spot(desk: CommandDesk, asking: Asking, say: Say) -> ReportPlace | None:
    print(say("felt-where"))
    number = _ask_number(say, (say_spot(spot, desk, say) for spot in asking.spots))
    return None if number is None else asking.spots[number]


def _ask_number(say: Say, choices: Iterable[str]) -> int | None:
    """Return which was chosen, from 0; None where nobody answers."""
    listed = list(choices)
    for number, words in enumerate(listed, 1):
        print(f"{number:>3}  {words}")
    while True:
        answer = ask_line(f"{say('felt-number')} ")
        if answer is None:
            return None
        if answer.isascii() and answer.isdecimal() and 1 <= int(answer) <= len(listed):
            return int(answer) - 1
