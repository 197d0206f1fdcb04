"""What each request carries: the people of the folder, the person's desk, and the ids of their record."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest

from lissom.app.person import Desk
from lissom.store.household import Household

JOURNAL: Final = "Lissom-Journal"
"""The header that names whose record an answer is of, and whose a request is for."""
FIELD: Final = "journal"
"""The field of a form that does."""
PERSON: Final = "lissom-person"
"""The cookie that says whose record a browser opens. Without it, who is chosen on this machine."""


def journals_of(request: HttpRequest) -> tuple[str, ...]:
    """Return the ids of the record that is open here."""
    journals: tuple[str, ...] = request.journals  # type: ignore[attr-defined]  # set by `AtTheDesk`
    return journals


def household_of(request: HttpRequest) -> Household:
    """Return the people of the data folder."""
    household: Household = request.household  # type: ignore[attr-defined]  # set by `AtTheDesk`
    return household


def desk_of(request: HttpRequest) -> Desk:
    """Return the desk that a request came with."""
    desk: Desk = request.desk  # type: ignore[attr-defined]  # set by `AtTheDesk`
    return desk
