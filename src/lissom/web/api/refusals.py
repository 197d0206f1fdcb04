"""What the API answers when it cannot do what it was asked: a status, and our own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponse

from lissom.app.entries import EntryRefused
from lissom.app.ports import JournalConflict, JournalError
from lissom.catalogues import catalogue
from lissom.errors import LissomError
from lissom.session.log import LogConflict
from lissom.session.replay import LogRefused
from lissom.web.api.accepted_machines import MachineNeeded, MachineRefused
from lissom.web.api.answers import answer

View = Callable[[HttpRequest], HttpResponse]

STATUS: Final[Mapping[type[LissomError], int]] = {
    MachineNeeded: 409,
    LogConflict: 409,
    JournalConflict: 409,
    EntryRefused: 409,
    LogRefused: 422,
    MachineRefused: 422,
    JournalError: 503,
}
"""All else that is wrong with a request is 400. After 503 it helps to try again, after all others not."""


def refuse(error: LissomError, status: int, **told: Any) -> HttpResponse:
    """Return a refusal, in the error's own words, with whatever else a player is to know."""
    content = {"error": error.message, "hint": error.hint or "", **told}
    return answer(content, status)


def explaining(view: View) -> View:
    """Let a view raise our errors: each becomes an answer, and none tells of a folder of this machine."""

    @wraps(view)
    def explained(request: HttpRequest) -> HttpResponse:
        try:
            return view(request)
        except LissomError as error:
            status = next((status for kind, status in STATUS.items() if isinstance(error, kind)), 400)
            return refuse(_without_places(error), status)

    return explained


def _without_places(error: LissomError) -> LissomError:
    """A journal's error names its folder, which is for the terminal: here it is said without."""
    if type(error) is not JournalError:
        return error
    say = catalogue().say
    return LissomError(say("api-not-written"), say("api-not-written-hint"))
