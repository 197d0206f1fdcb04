"""The person's dated words from a browser: a stretch taken back, or agreed by the clinic.

`{"kind": "taken-back", "at": …, "zone": …, "target": …, "settled": …}` or `{"kind": "agreed", "at": …,
"target": …}`, as a pack tells them. A word that was said with no server at hand comes later, with the
time at which it was said; what it lifts is judged by that time.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from lissom.catalogues import catalogue
from lissom.coach.history import Agreed, Entry, TakenBack
from lissom.server.api.answers import answer
from lissom.server.api.bodies import BodyRefused, read_body
from lissom.server.api.refusals import explaining, refuse
from lissom.server.desk import Desk
from lissom.server.desk.entries import EntryRefused, write_agreed, write_taken_back
from lissom.server.site.middleware import desk_of
from lissom.session.bounds import is_of_our_time
from lissom.session.codec import read_moment

AHEAD: Final = timedelta(minutes=1)
"""A word may be said so much later than this server's clock says, and no more."""


@require_POST
@explaining
def take(request: HttpRequest) -> HttpResponse:
    """Write a word down, or answer why it lifts nothing."""
    body = read_body(request, {"kind": str, "target": str, "at": str}, {"zone": str, "settled": bool})
    desk = desk_of(request)
    try:
        _write(desk, _read(body, desk))
    except EntryRefused as error:
        return refuse(error, 409, codes=[refusal.code for refusal in error.refusals])
    return answer({"written": True})


def _read(body: dict[str, Any], desk: Desk) -> Entry:
    at = _moment(body["at"], desk)
    if body["kind"] == "agreed":
        return Agreed(at, body["target"])
    if body["kind"] == "taken-back":
        return TakenBack(at, _zone(body.get("zone") or desk.zone), body["target"], body.get("settled"))
    raise BodyRefused("is of no kind that is known: write taken-back or agreed")


def _moment(text: str, desk: Desk) -> datetime:
    try:
        at = read_moment(text).astimezone(UTC)
    except ValueError:
        raise BodyRefused("tells no time of the form 2026-03-01T07:30:00.000Z") from None
    if at > desk.now + AHEAD:
        raise BodyRefused("tells a time that is still to come")
    if not is_of_our_time(at):
        raise BodyRefused("tells a time long before there was anything to say")
    return at


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (KeyError, OSError, ValueError):
        raise BodyRefused("tells a zone that is not known") from None


def _write(desk: Desk, entry: Entry) -> None:
    if isinstance(entry, Agreed):
        write_agreed(desk, entry)
    else:
        write_taken_back(desk, entry, catalogue(desk.profile.language).say)
