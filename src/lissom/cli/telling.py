"""A plan in lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lissom import library
from lissom.coach import words
from lissom.coach.happened import Restriction
from lissom.coach.plan import Plan
from lissom.coach.portions import Portion
from lissom.coach.words import Reason, say_minutes

PORTIONS: Mapping[str, Portion] = {"2": "2 minutes", "6": "6 minutes", "all": "all"}


def tell_clinic(values: Mapping[str, str]) -> Iterator[str]:
    """Say how to reach the clinic, where the person has set it."""
    card = [values[name] for name in ("clinic-name", "clinic-phone", "clinic-email") if values.get(name)]
    if card:
        yield f"Your clinic: {', '.join(card)}"


def tell_restrictions(restrictions: Iterable[Restriction], titles: Mapping[str, str]) -> Iterator[str]:
    """Say what is left out for now, why, and the command that opens it again."""
    for restriction in restrictions:
        yield words.restriction_reason(restriction, titles).text
        if action := _OPENS.get(restriction.until):
            yield f"   {action[0]}: lissom restrictions {action[1]} {restriction.target}"


_OPENS: Mapping[str, tuple[str, str]] = {
    "contact": ("When your clinic agrees", "agreed"),
    "taken-back": ("When you try it again", "take-back"),
}


def tell_plan(plan: Plan) -> Iterator[str]:
    """Say what to do today, in order, each line with its reasons."""
    yield "Today" if plan.sessions else "Nothing to do today."
    for number, line in enumerate(plan.sessions, 1):
        lasts = f", about {say_minutes(line.seconds)} min" if line.seconds else ""
        yield f"{number}. {title_of(line.routine)}{lasts}"
        yield from _because(line.reasons)
    for other in plan.not_today:
        yield f"Not today: {title_of(other.routine)}"
        yield from _because(other.reasons)
    for reason in plan.reasons:
        yield _line(reason, "")
    if plan.restrictions:
        yield "lissom restrictions tells what is left out, and what opens it again."


def title_of(routine: str) -> str:
    """Return the title of a routine, or of a page of questions."""
    found: Any = library.routine(routine) if routine in library.ids() else library.screening(routine)
    return str(found.title)


def _because(reasons: Iterable[Reason]) -> Iterator[str]:
    return (_line(reason, "   ") for reason in reasons)


def _line(reason: Reason, indent: str) -> str:
    source = f" [{reason.source}]" if reason.source else ""
    return f"{indent}{reason.text}{source}"
