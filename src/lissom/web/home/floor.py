"""The question of the floor on a page: does one get down and up again alone, and fell in the last year?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import QueryDict

from lissom.app.person import Desk
from lissom.catalogues import catalogue
from lissom.coach.preferences import ANSWERS
from lissom.coach.profile import Answer
from lissom.web.home.form_choice import FormChoice

NAMES = ("floor", "fallen")


@dataclass(frozen=True, slots=True)
class FloorQuestion:
    """One of its two parts; `is_missing` where it was sent without an answer."""

    name: str
    words: str
    choices: tuple[FormChoice, ...]
    is_missing: bool


def ask_floor(desk: Desk, sent: QueryDict) -> Iterator[FloorQuestion]:
    """Return its parts, with what was sent or else what was told before."""
    say = catalogue(desk.profile.language).say
    told = desk.profile.floor
    before = {"floor": told.gets_up, "fallen": told.fallen} if told else {}
    for name in NAMES:
        value = sent.get(name, "") if sent else before.get(name, "")
        choices = tuple(FormChoice(each, say(f"before-{each}"), each == value) for each in ANSWERS)
        yield FloorQuestion(name, say(f"before-{name}"), choices, bool(sent) and not value)


def read_floor(sent: QueryDict) -> tuple[Answer, Answer] | None:
    """Return both answers, or None where one is missing."""
    gets_up, fallen = (next((a for a in ANSWERS if a == sent.get(name)), None) for name in NAMES)
    return (gets_up, fallen) if gets_up and fallen else None
