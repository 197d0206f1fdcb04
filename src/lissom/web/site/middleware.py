"""What every request passes: whose name it was asked under, whose page asks, and whose desk it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from lissom.app.person import Desk
from lissom.app.ports import JournalError, UnknownPerson
from lissom.errors import LissomError
from lissom.store.household import Household
from lissom.store.journal import Journal
from lissom.store.setup import open_household
from lissom.web import faults
from lissom.web.request import FIELD, JOURNAL, PERSON, journals_of
from lissom.web.site.assets import PREFIX

Answer = Callable[[HttpRequest], HttpResponse]

FOREIGN: Final = frozenset({"cross-site", "same-site"})
LOGS: Final = "/api/logs/"
PLAYER: Final = "/play/"
"""The page that begins what its address asks for."""


class HeadersAlone:
    """Answers a HEAD with the headers of a GET and no body: what follows it would be read as an answer."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        response = self._answer(request)
        if request.method == "HEAD":
            length = response.headers.get("Content-Length", str(len(response.content)))
            response.content = b""
            response["Content-Length"] = length
        return response


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
    """Lets no other site's page use what is here, not even as an image, nor begin a session by a link."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; a browser that says that another site's page asks gets no data."""
        foreign = request.headers.get("Sec-Fetch-Site") in FOREIGN
        if foreign and request.headers.get("Sec-Fetch-Mode") != "navigate":
            return faults.foreign(request)
        if foreign and request.path == PLAYER:
            return HttpResponseRedirect("/")
        response = self._answer(request)
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        return response


class AtTheDesk:
    """Gives each request the person's desk, and turns our errors into pages in plain words.

    What is sent for another person's record is refused. What is answered is kept by no browser, unless
    a view says otherwise: nearly all of it is about a person's health.
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._household: Household | None = None  # one for the process: it holds the sessions that are played

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with `request.desk` open."""
        try:
            if self._household is None or self._household.only_reads:  # there may be room by now
                self._household = open_household()
            journal = _journal_for(self._household, request)
        except LissomError as error:
            return faults.explain(request, error, 503)
        request.household = self._household  # type: ignore[attr-defined]  # a request carries what we add
        request.desk = Desk(journal)  # type: ignore[attr-defined]  # the same
        try:
            request.journals = journal.ids()  # type: ignore[attr-defined]  # the same
        except LissomError as error:
            return faults.explain(request, error, 503)
        try:
            response = self._answer(request)
        finally:
            # A page leaves its request in a circle of references, which stays until garbage is looked for.
            # The desk has all that was ever played, and goes now.
            del request.desk  # type: ignore[attr-defined]  # the same
        if not request.path.startswith(PREFIX):
            response[JOURNAL] = journals_of(request)[0]
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Refuse what is posted for another record, before any view has seen it."""
        return faults.anothers(request) if request.method == "POST" and _is_for_another(request) else None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Explain an error of ours; leave any other to Django's last door."""
        if type(error) is JournalError:  # it could not be done now; its kinds say what cannot be done ever
            return faults.explain(request, error, 503)
        return faults.explain(request, error) if isinstance(error, LissomError) else None


def _journal_for(household: Household, request: HttpRequest) -> Journal:
    """Return the record that a browser opens. One whose person was removed opens that of who is chosen."""
    if wanted := request.COOKIES.get(PERSON):
        try:
            return household.journal(wanted)
        except UnknownPerson:
            pass
    return household.journal()


def _is_for_another(request: HttpRequest) -> bool:
    """Say whether a request names another record, or none. Of a log that names none its session tells."""
    named = request.headers.get(JOURNAL) or request.POST.get(FIELD)
    if named is None:
        return request.path != LOGS
    return named not in journals_of(request)
