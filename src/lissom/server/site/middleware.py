"""What every request passes: whose name it was asked under, whose page asks, and whose desk it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

from lissom.errors import LissomError
from lissom.server.desk import Desk
from lissom.server.journal.store import Journal
from lissom.server.setup import open_journal
from lissom.server.site import faults

Answer = Callable[[HttpRequest], HttpResponse]

FOREIGN: Final = frozenset({"cross-site", "same-site"})


class KnownHost:
    """Refuses a request that was sent to another name than our own (DNS rebinding)."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or refuse."""
        try:
            request.get_host()
        except DisallowedHost:
            return faults.unknown_host(request)
        return self._answer(request)


class OwnOriginOnly:
    """Lets no other site's page use what is here, not even as an image."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; a browser that says that another site's page asks gets no data."""
        foreign = request.headers.get("Sec-Fetch-Site") in FOREIGN
        if foreign and request.headers.get("Sec-Fetch-Mode") != "navigate":
            return faults.foreign(request)
        response = self._answer(request)
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        return response


class AtTheDesk:
    """Gives each request the person's desk, and turns our errors into pages in plain words."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._journal: Journal | None = None  # one for the process: it holds the sessions that are played

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with `request.desk` open."""
        try:
            self._journal = self._journal or open_journal()
        except LissomError as error:
            return faults.explain(request, error, 503)
        request.desk = Desk(self._journal)  # type: ignore[attr-defined]  # a request carries what we add
        return self._answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Explain an error of ours; leave any other to Django's last door."""
        return faults.explain(request, error) if isinstance(error, LissomError) else None


def desk_of(request: HttpRequest) -> Desk:
    """Return the desk that a request came with."""
    desk: Desk = request.desk  # type: ignore[attr-defined]  # see AtTheDesk
    return desk
