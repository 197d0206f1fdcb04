"""Ending a session that was broken off, when the person does not want to go on with it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from lissom.server.desk import Desk
from lissom.server.site.middleware import desk_of
from lissom.session.course import Course


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """End the session that the page spoke of, if it is still open, and go back to Today."""
    _end(desk_of(request), request.POST.get("log", ""))
    return redirect("today")


def _end(desk: Desk, log_id: str) -> None:
    """Record that it was stopped. One that is over by now, or played in another window, stays as it is."""
    log = desk.journal.open_session(desk.now)
    if log is None or log.id != log_id:
        return
    at_ms = log.at_ms(desk.now)
    course = Course.go_on(desk.journal.machine(log.machine_digest), log.events).resume(at_ms)
    if not course.is_over:
        course = course.apply("stop", at_ms)
    desk.journal.append(log.id, len(log.events), *course.entries[len(log.events) :])
