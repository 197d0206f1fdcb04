"""Before a start in the terminal: the health list by its numbers, and the question of the floor.

Nothing here blocks: what is told leaves out what does not suit, and one goes on with the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lissom.app import health
from lissom.app.health import (
    HealthAnswers,
    clearings_of,
    health_items,
    health_page,
    keep_asked,
    keep_floor,
    known_to_clinic,
    together,
    values_of,
)
from lissom.catalogues import catalogue
from lissom.cli.desk import CommandDesk
from lissom.cli.prompts import ask_answer, ask_line, ask_yes_no
from lissom.coach.health import ToAsk
from lissom.coach.messages import Say
from lissom.coach.plan import Plan
from lissom.routine.model import Item, Routine

NONE = "0"
_NUMBERS = re.compile(r"(\d+)\s*(\??)")


class Row(NamedTuple):
    """One line that can be chosen by its number."""

    id: str
    words: str


class TickedItems(NamedTuple):
    """What was chosen: ids, and among them those that one is not sure of."""

    ids: frozenset[str]
    unsure: frozenset[str] = frozenset()


def ask_before(desk: CommandDesk, to_ask: ToAsk) -> bool:
    """Ask, and keep what was told; say whether there was an answer to all of it."""
    say = catalogue(desk.profile.language).say
    if to_ask.list and not _ask_list(desk, to_ask, say):
        return False
    return not to_ask.floor or _ask_floor(desk, say)


def tell_left_out(plan: Plan, language: str) -> Iterator[str]:
    """Say what is left out for the person's health, and why."""
    say = catalogue(language).say
    lines = health.tell_left_out(plan, say)
    yield say("ready-left-out" if lines else "ready-nothing-left-out")
    yield from (f"- {line}" for line in lines)


def _ask_list(desk: CommandDesk, to_ask: ToAsk, say: Say) -> bool:
    routines = [routine for routine in desk.routines if routine.id in to_ask.routines]
    page, items, profile = health_page(desk.routines), health_items(desk.routines), desk.profile
    print(f"\n{page.title}\n{page.say}")
    rows = [Row(item.id, item.words) for item in items]
    before = TickedItems(profile.conditions | profile.unsure, profile.unsure)
    told = _choose(rows, before, say("told-health-numbers", marked=len(before.ids)), say)
    if told is None:
        return False
    cleared = _ask_clinic(desk, [item for item in items if item.id in told.ids], routines, say)
    known = None if cleared is None else _ask_known(desk, routines, say)
    if cleared is None or known is None:
        return False
    keep_asked(desk, HealthAnswers(told.ids - told.unsure, told.unsure, cleared | known), routines)
    return True


def _ask_clinic(
    desk: CommandDesk, ticked: Sequence[Item], routines: Sequence[Routine], say: Say
) -> frozenset[str] | None:
    """Ask of each line of history whether a clinician gave the routine all the same."""
    cleared = set()
    for item in ticked:
        for each in clearings_of(desk, item.id, routines):
            question = f"{item.words}. {say('before-clinic-knows', title=each.title)}?"
            answer = ask_yes_no(question, desk.profile.language)
            if answer is None:
                return None
            cleared |= {each.value} if answer else set()
    return frozenset(cleared)


def _ask_known(desk: CommandDesk, routines: Sequence[Routine], say: Say) -> frozenset[str] | None:
    """Ask what of the next questions the clinic knows: it is not asked then."""
    known = tuple(known_to_clinic(desk, routines))
    boxes = [(words, each) for _, words, found in known for each in together(found)]
    rows = [Row(each.value, f"{words} ({each.title})") for words, each in boxes]
    if not rows:
        return frozenset()
    print(f"\n{say('before-known')}\n{say('before-known-hint')}")
    before = frozenset(each.value for _, each in boxes if each.is_chosen)
    told = _choose(rows, TickedItems(before), say("told-known-numbers", marked=len(before)), say)
    return None if told is None else values_of(told.ids)


def _ask_floor(desk: CommandDesk, say: Say) -> bool:
    print(f"\n{say('before-floor-title')}\n{say('before-floor-about')}")
    language = desk.profile.language
    gets_up = ask_answer(say("before-floor"), language)
    fallen = None if gets_up is None else ask_answer(say("before-fallen"), language)
    if gets_up is None or fallen is None:
        return False
    keep_floor(desk, gets_up, fallen)
    return True


def _choose(rows: Sequence[Row], before: TickedItems, prompt: str, say: Say) -> TickedItems | None:
    """Ask for numbers until all are of the list; None when nobody answers. Enter keeps what is marked."""
    for number, row in enumerate(rows, 1):
        mark = "?" if row.id in before.unsure else "x" if row.id in before.ids else " "
        print(f"{number:>3} [{mark}] {row.words}")
    while (line := ask_line(f"{prompt} ")) is not None:
        if (told := _read(line, rows, before)) is not None:
            return told
        print(say("told-numbers-wrong", most=len(rows)))
    return None


def _read(line: str, rows: Sequence[Row], before: TickedItems) -> TickedItems | None:
    parts = [part.strip() for part in line.split(",") if part.strip()]
    if not parts:
        return before
    if parts == [NONE]:
        return TickedItems(frozenset())
    found = [_NUMBERS.fullmatch(part) for part in parts]
    chosen: dict[str, bool] = {}
    for each in found:
        if each is None or not 0 < int(each[1]) <= len(rows):
            return None
        chosen[rows[int(each[1]) - 1].id] = bool(each[2])
    return TickedItems(frozenset(chosen), frozenset(name for name, unsure in chosen.items() if unsure))
