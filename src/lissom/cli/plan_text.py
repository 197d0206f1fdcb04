"""A plan in lines of text, in a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lissom.catalogues import SOURCE_LANGUAGE, catalogue
from lissom.coach.history import Entry, TakenBack
from lissom.coach.messages import (
    Reason,
    Say,
    name_of,
    restriction_reason,
    say_reason,
    say_word,
    whole_minutes,
)
from lissom.coach.plan import Plan
from lissom.coach.portions import Portion
from lissom.coach.restriction_events import Restriction
from lissom.content import library
from lissom.content.citations import say_sources

PORTIONS: Mapping[str, Portion] = {"2": "2 minutes", "6": "6 minutes", "all": "all"}


def tell_clinic(values: Mapping[str, str]) -> Iterator[str]:
    """Say how to reach the clinic, where the person has set it."""
    card = [values[name] for name in ("clinic-name", "clinic-phone", "clinic-email") if values.get(name)]
    if card:
        yield f"Your clinic: {', '.join(card)}"


def tell_restrictions(
    restrictions: Iterable[Restriction], titles: Mapping[str, str], language: str = SOURCE_LANGUAGE
) -> Iterator[str]:
    """Say what is left out for now, why, and the command that opens it again."""
    say = catalogue(language).say
    for restriction in restrictions:
        yield say_reason(restriction_reason(restriction, titles), say)
        if action := _OPENS.get(restriction.until):
            yield f"   {say('told-' + action)}: lissom restrictions {action} {restriction.target}"


def tell_words(
    entries: Iterable[Entry], titles: Mapping[str, str], zone: str, language: str = SOURCE_LANGUAGE
) -> Iterator[str]:
    """Say what the clinic agreed to, and what was told later."""
    say = catalogue(language).say
    for entry in sorted(entries, key=lambda entry: entry.at):
        if not isinstance(entry, TakenBack):
            yield say_word(entry, zone, say, titles)


_OPENS: Mapping[str, str] = {"contact": "agreed", "taken-back": "take-back"}


def tell_plan(plan: Plan, language: str = SOURCE_LANGUAGE) -> Iterator[str]:
    """Say what to do today, in order, each line with its reasons."""
    say = catalogue(language).say
    yield say("told-today" if plan.sessions else "told-nothing")
    for number, line in enumerate(plan.sessions, 1):
        title = title_of(line.routine, language)
        told = say("told-lasts", title=title, minutes=whole_minutes(line.seconds)) if line.seconds else title
        yield f"{number}. {told}"
        yield from _because(line.reasons, say)
    for other in plan.not_today:
        yield say("told-not-today", title=title_of(other.routine, language))
        yield from _because(other.reasons, say)
    for reason in plan.reasons:
        yield _line(reason, "", say)
    if plan.restrictions:
        yield say("told-restrictions")


def title_of(routine: str, language: str = SOURCE_LANGUAGE) -> str:
    """Return the title of a routine, or of a page of questions; of one taken away since, its id as words."""
    find: Any = library.routine if routine in library.ids() else library.screening
    try:
        return str(find(routine, language).title)
    except library.ContentError:
        return name_of(routine)


def _because(reasons: Iterable[Reason], say: Say) -> Iterator[str]:
    return (_line(reason, "   ", say) for reason in reasons)


def _line(reason: Reason, indent: str, say: Say) -> str:
    source = f" [{say_sources(reason.source, say)}]" if reason.source else ""
    return f"{indent}{say_reason(reason, say)}{source}"
