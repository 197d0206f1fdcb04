"""The bounds of a log: when it can have been, how long it can be, and where.

They keep one log from breaking all pages: a time that no calendar holds, or events without end. All
numbers are conventions (docs/conventions.md), so wide that what our players write never meets them, and
but for `latest` they depend on no clock: what was once taken in is never refused later.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from lissom.session.log import Log
from lissom.session.replay import LogRefused

EARLIEST: Final = datetime(2000, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(2100, 1, 1, tzinfo=UTC)
"""What was lived, lived between these. A clock that was set wrong is within them, and what was felt under
it still counts; the calendar's own ends are far away from them."""

AHEAD: Final = timedelta(days=1)
"""A log that comes from a player just now is no later than this: a clock kept in a wrong zone is 14 hours
off. Refused for that it stays on its device, and comes again."""

MOST_EVENTS: Final = 10_000
MOST_RATINGS: Final = 100
LONGEST_ZONE: Final = 100

AREAS: Final = frozenset({
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Brazil", "Canada", "Chile",
    "Etc", "Europe", "Indian", "Mexico", "Pacific", "US",
})  # fmt: skip
"""The areas of the time zone database. One of its zones may be younger than what this machine has."""


def is_of_our_time(moment: datetime) -> bool:
    """Say whether something can have happened at a moment."""
    return EARLIEST <= moment < LATEST


def check_bounds(log: Log, latest: datetime = LATEST) -> None:
    """Refuse a log that lies outside its bounds, or after a moment.

    Raises:
        LogRefused: with the first event or rating that does, if it is one.
    """
    _check_count(log, "event", len(log.events), MOST_EVENTS)
    _check_count(log, "rating", len(log.ratings), MOST_RATINGS)
    latest = min(latest, LATEST)
    if not EARLIEST <= log.started < latest:
        raise LogRefused(log, "time", f"it starts on {log.started.date()}, {_OUTSIDE}")
    most_ms = (latest - log.started) // timedelta(milliseconds=1)
    for index, entry in enumerate(log.events):
        if entry.at_ms > most_ms:
            raise LogRefused(log, "time", f"it is {entry.at_ms} ms after the start, {_OUTSIDE}", index)
    for index, rating in enumerate(log.ratings):
        if rating.at_ms > most_ms:
            words = f"it is {rating.at_ms} ms after the start, {_OUTSIDE}"
            raise LogRefused(log, "time", words, rating=index)


def check_zone(log: Log) -> None:
    """Refuse a log that names a time zone which there cannot be.

    Raises:
        LogRefused: saying so.
    """
    if not is_zone(log.zone):
        raise LogRefused(log, "zone", f"there is no time zone {log.zone[:LONGEST_ZONE]!r}")


def is_zone(name: str) -> bool:
    """Say whether a name is that of a time zone known here, or can be of one that came later."""
    if len(name) > LONGEST_ZONE:
        return False
    area, _, place = name.partition("/")
    return bool(place and area in AREAS) or _is_known(name)


_OUTSIDE: Final = "at a time that no calendar has, or that is still to come"


def _check_count(log: Log, what: str, count: int, most: int) -> None:
    if count > most:
        raise LogRefused(log, "length", f"it has {count} {what}s, and a session has no more than {most}")


def _is_known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):  # unknown, no name of one, or a folder of them
        return False
    return True
