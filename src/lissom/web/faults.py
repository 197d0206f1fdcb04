"""Errors as pages in our words, or as JSON where a script asked. No path, no trace, nothing lost."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from lissom.catalogues import SOURCE_LANGUAGE, catalogue
from lissom.errors import LissomError
from lissom.store.folder import data_folder

API: Final = "/api/"
"""Below it a script asks."""


def explain(request: HttpRequest, error: LissomError, status: int = 400) -> HttpResponse:
    """Return the page, or the JSON, of an error of ours, without the folders that it may name."""
    message, hint = (_without_folder(request, words) for words in (error.message, error.hint or ""))
    return _answer(request, message, hint, status)


def unknown_host(request: HttpRequest) -> HttpResponse:
    """Return the answer to a request under a foreign name; it uses nothing of the request."""
    return HttpResponse(_say(request, "fault-host"), status=400, content_type="text/plain; charset=utf-8")


def foreign(request: HttpRequest) -> HttpResponse:
    """Return the answer to another site's page."""
    return HttpResponse(_say(request, "fault-foreign"), status=403, content_type="text/plain; charset=utf-8")


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return the answer to a form that was not sent from our own page."""
    return _told(request, "fault-refused", 403)


def anothers(request: HttpRequest) -> HttpResponse:
    """Return the answer to what was sent for another person's record, or for none that is named."""
    message, hint = _say(request, "fault-another"), _say(request, "fault-another-hint")
    if request.path.startswith(API):
        return JsonResponse({"error": message, "hint": hint, "need": "journal"}, status=409)
    return _answer(request, message, hint, 409)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the page of an address that does not exist."""
    return _told(request, "fault-not-found", 404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the page of a request that cannot be understood."""
    return _told(request, "fault-bad-request", 400)


def ours(request: HttpRequest) -> HttpResponse:
    """Return the page of a fault of ours."""
    return _told(request, "fault-ours", 500)


def _told(request: HttpRequest, message: str, status: int) -> HttpResponse:
    return _answer(request, _say(request, message), _say(request, f"{message}-hint"), status)


def _answer(request: HttpRequest, message: str, hint: str, status: int) -> HttpResponse:
    if request.path.startswith(API):
        return JsonResponse({"error": message, "hint": hint}, status=status)
    return render(request, "pages/fault.html", {"message": message, "hint": hint}, status=status)


def _without_folder(request: HttpRequest, words: str) -> str:
    return words.replace(str(data_folder()), _say(request, "fault-data-folder"))


def _say(request: HttpRequest, message: str) -> str:
    """Return a message in the person's language; in the source's, where nobody sits at a desk yet."""
    desk = getattr(request, "desk", None)
    return catalogue(desk.profile.language if desk else SOURCE_LANGUAGE).say(message)
