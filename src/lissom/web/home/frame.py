"""What the frame around every page needs: language, theme, size of the words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from lissom.app.people import name_of
from lissom.catalogues import SOURCE_LANGUAGE
from lissom.web.request import desk_of, household_of, journals_of

DEFAULTS = {"theme": "auto", "text-size": "usual"}


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the frame's values; where there is no desk (an error), those of a new person."""
    desk = desk_of(request) if hasattr(request, "desk") else None
    values = desk.values if desk else {}
    chosen = {name: values.get(name, usual) for name, usual in DEFAULTS.items()}
    return {
        "language": desk.profile.language if desk else SOURCE_LANGUAGE,
        "journals": journals_of(request) if hasattr(request, "journals") else (),
        "person": _person(request),
        "theme": chosen["theme"],
        "text_size": chosen["text-size"],
        "reminder_times": _reminder_times(values),
        "reminder_days": values.get("reminder-days", ""),
    }


def _person(request: HttpRequest) -> str:
    """The name of whose record is open, where there are several people."""
    if not hasattr(request, "desk"):
        return ""
    people, here = household_of(request).people(), desk_of(request).journal.person
    names = (name_of(each, place) for place, each in enumerate(people, 1) if each.id == here)
    return next(names, "") if len(people) > 1 else ""


def _reminder_times(values: Mapping[str, str]) -> str:
    """The times at which an open page reminds, where that was chosen."""
    return values.get("reminder-times", "") if values.get("reminders") == "on" else ""
