"""A plan in lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lissom import library
from lissom.coach.plan import Plan
from lissom.coach.portions import Portion
from lissom.coach.words import Reason, say_minutes

PORTIONS: Mapping[str, Portion] = {"2": "2 minutes", "6": "6 minutes", "all": "all"}


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


def title_of(routine: str) -> str:
    """Return the title of a routine, or of a page of questions."""
    found: Any = library.routine(routine) if routine in library.ids() else library.screening(routine)
    return str(found.title)


def _because(reasons: Iterable[Reason]) -> Iterator[str]:
    return (_line(reason, "   ") for reason in reasons)


def _line(reason: Reason, indent: str) -> str:
    source = f" [{reason.source}]" if reason.source else ""
    return f"{indent}{reason.text}{source}"
