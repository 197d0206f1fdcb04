"""What is taken along as a file: tables, logs, activities, records, the backup, the calendar and its feed."""

from __future__ import annotations

from hashlib import sha256
from hmac import compare_digest

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from lissom.app import backups, calendars
from lissom.app.activities import activity_of
from lissom.app.health_records import sessions_bundle
from lissom.app.person import Desk
from lissom.app.spreadsheets import SHEETS, logs_json, sheet_of
from lissom.coach.history import local_day
from lissom.coach.preferences import CALENDAR_TOKEN
from lissom.exchange.calendar import read_days, read_times
from lissom.session import codec
from lissom.web.own_process import make_apart
from lissom.web.request import desk_of, household_of

CALENDAR = "text/calendar; charset=utf-8"


@require_safe
def sheet(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with a table as CSV."""
    if name not in SHEETS:
        raise Http404
    desk = desk_of(request)
    table = make_apart(sheet_of, desk, name).encode()
    return _file(desk, table, "text/csv; charset=utf-8; header=present", f"{name}.csv")


@require_safe
def logs(request: HttpRequest) -> HttpResponse:
    """Answer with every log as JSON."""
    desk = desk_of(request)
    return _file(desk, make_apart(logs_json, desk), "application/json", "logs.json")


@require_safe
def log(request: HttpRequest, log_id: str) -> HttpResponse:
    """Answer with one log as JSON."""
    return JsonResponse(codec.as_json(desk_of(request).journal.log(log_id)))


@require_safe
def activity(request: HttpRequest, log_id: str) -> HttpResponse:
    """Answer with one session as an activity file (FIT)."""
    desk = desk_of(request)
    made = activity_of(desk, desk.journal.log(log_id))
    return _file(desk, made.content, "application/vnd.ant.fit", "session.fit")


@require_safe
def records(request: HttpRequest) -> HttpResponse:
    """Answer with all sessions, and what is meant to be done, as FHIR; about a person without a name."""
    desk = desk_of(request)
    told = make_apart(sessions_bundle, desk, plans=True)
    return _file(desk, told.bundle, "application/fhir+json", "record.fhir.json")


@require_safe
def backup(request: HttpRequest) -> HttpResponse:
    """Answer with a backup of everything."""
    desk = desk_of(request)
    return _file(desk, make_apart(backups.make_backup, desk), "application/zip", "backup.zip")


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Answer with the calendar; `routine`, `days` and `times` choose as the command does."""
    desk = desk_of(request)
    asked = {name: request.GET.get(name) or None for name in ("routine", "days", "times")}
    made = calendars.calendar_of(
        desk,
        routine=asked["routine"],
        days=read_days(asked["days"]) if asked["days"] else None,
        times=read_times(asked["times"]) if asked["times"] else None,
    )
    return _file(desk, made, CALENDAR, "stretches.ics")


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Answer to who knows the secret address; to anyone else there is no such page."""
    household, here = household_of(request), desk_of(request)
    desks = (Desk(household.journal(each.id), here.now, here.zone) for each in household.people())
    desk = next((desk for desk in desks if _is_secret_of(desk, token)), None)
    if desk is None:
        raise Http404
    made = calendars.calendar_of(desk, steady=True)
    etag = quote_etag(sha256(made).hexdigest())
    answer = HttpResponse(
        made, content_type=CALENDAR, headers={"ETag": etag, "Cache-Control": "private, no-cache"}
    )
    return get_conditional_response(request, etag=etag, response=answer) or answer


def _is_secret_of(desk: Desk, token: str) -> bool:
    kept = desk.values.get(CALENDAR_TOKEN)
    return kept is not None and compare_digest(kept.encode(), token.encode())


def _file(desk: Desk, content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    day = local_day(desk.now, desk.zone).isoformat()
    answer["Content-Disposition"] = f'attachment; filename="lissom-{day}-{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
