"""The person's dated words from a browser: a stretch taken back, agreed by the clinic, or told of later.

Each as a pack tells it: `{"kind": "taken-back", "at", "zone", "target", "settled"}`, `{"kind": "agreed",
"at", "target"}` with `who`, `on` and `allowed` where that was told, or `{"kind": "told", "at", "zone",
"symptom", "stretch", "position", "side", "then", "about"}`. A word that was said with no server at hand
comes later, with the time at which it was said; what it lifts is judged by that time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from lissom.app.entries import EntryRefused, write_agreed, write_taken_back
from lissom.app.late_reports import write_told
from lissom.app.person import Desk
from lissom.catalogues import catalogue
from lissom.coach.history import Agreed, Entry, LateReport, TakenBack
from lissom.coach.statement_json import AGREED, TAKEN_BACK, TOLD, read_agreed, read_told
from lissom.session.bounds import is_of_our_time
from lissom.session.codec import read_moment
from lissom.web.api.answers import answer
from lissom.web.api.bodies import BodyRefused, read_body
from lissom.web.api.refusals import explaining, refuse
from lissom.web.request import desk_of

AHEAD: Final = timedelta(minutes=1)
"""A word may be said so much later than this server's clock says, and no more."""


_MORE: Final[dict[str, type]] = {
    "target": str, "zone": str, "settled": bool, "who": str, "on": str, "allowed": str,
    "symptom": str, "stretch": str, "position": str, "side": str, "then": dict, "about": str,
}  # fmt: skip
_KEYS: Final[Mapping[str, frozenset[str]]] = {
    TAKEN_BACK: frozenset({"kind", "at", "zone", "target", "settled"}),
    AGREED: frozenset({"kind", "at", "target", "who", "on", "allowed"}),
    TOLD: frozenset({"kind", "at", "zone", "symptom", "stretch", "position", "side", "then", "about"}),
}
_READERS: Final[Mapping[str, Callable[[datetime, dict[str, Any]], Entry]]] = {
    TAKEN_BACK: lambda at, told: TakenBack(at, told["zone"], told["target"], told["settled"]),
    AGREED: lambda at, told: read_agreed(at, {n: value for n, value in told.items() if value is not None}),
    TOLD: read_told,
}


@require_POST
@explaining
def take(request: HttpRequest) -> HttpResponse:
    """Write a word down, or answer why it lifts nothing."""
    body = read_body(request, {"kind": str, "at": str}, _MORE)
    desk = desk_of(request)
    try:
        _write(desk, _read(body, desk))
    except EntryRefused as error:
        return refuse(error, 409, codes=[refusal.code for refusal in error.refusals])
    return answer({"written": True})


def _read(body: dict[str, Any], desk: Desk) -> Entry:
    keys = _KEYS.get(body["kind"])
    if keys is None:
        raise BodyRefused("is of no kind that is known: write taken-back, agreed or told")
    if foreign := sorted(name for name, value in body.items() if value is not None and name not in keys):
        raise BodyRefused(f"has {foreign[0]!r}, which a word of this kind has not")
    if body["kind"] != TOLD and body.get("target") is None:
        raise BodyRefused("lacks 'target'")
    at, zone = _moment(body["at"], desk), _zone(body.get("zone") or desk.zone)
    try:
        return _READERS[body["kind"]](at, dict.fromkeys(keys) | body | {"zone": zone})
    except ValueError as error:
        raise BodyRefused(f"cannot be taken: {error}") from None


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
    match entry:
        case Agreed():
            write_agreed(desk, entry)
        case TakenBack():
            write_taken_back(desk, entry, catalogue(desk.profile.language).say)
        case LateReport():
            write_told(desk, entry)
