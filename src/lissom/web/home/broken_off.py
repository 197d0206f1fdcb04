"""Ending a session that was broken off, when the person does not want to go on with it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from lissom.web.request import desk_of


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """End the session that the page spoke of, if it is still open, and go back to Today."""
    desk = desk_of(request)
    log = desk.journal.open_session(desk.now)
    if log is not None and log.id == request.POST.get("log"):
        desk.end_broken_off(log)
    return redirect("today")
