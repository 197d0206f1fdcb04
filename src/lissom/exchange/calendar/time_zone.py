"""A time zone as a calendar tells it (VTIMEZONE, RFC 5545 3.6.5): one component for each change of clocks.

`icalendar` makes one from samples: it misses changes between two of them (Casablanca at Ramadan), tells each
an hour late, and joins them as lists of dates, which other readers take differently.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAY = timedelta(days=1)


def time_zone(name: str, clock: tzinfo, first: datetime, last: datetime) -> Timezone:
    """Return a zone's clock from one instant to another, both aware."""
    zone = Timezone()
    zone.add("tzid", name)
    begins = first.astimezone(UTC).replace(microsecond=0)
    offset = _offset(clock, begins)
    zone.add_component(_observance(clock, begins, offset))
    for change in _changes(clock, begins, last.astimezone(UTC)):
        zone.add_component(_observance(clock, change, offset))
        offset = _offset(clock, change)
    return zone


def _changes(clock: tzinfo, first: datetime, last: datetime) -> Iterator[datetime]:
    """The instants at which the clocks change, found day by day and then to the second."""
    day = first
    while day < last:
        before, after = day, day + _DAY
        if _told(clock, before) != _told(clock, after):
            while after - before > timedelta(seconds=1):
                middle = before + (after - before) // 2
                middle = middle.replace(microsecond=0)
                if _told(clock, middle) == _told(clock, before):
                    before = middle
                else:
                    after = middle
            yield after
        day += _DAY


def _observance(clock: tzinfo, begins: datetime, before: timedelta) -> TimezoneStandard | TimezoneDaylight:
    """One stretch of a clock; it begins when the clock of before shows the local time that is told."""
    part = TimezoneDaylight() if begins.astimezone(clock).dst() else TimezoneStandard()
    part.add("dtstart", (begins + before).replace(tzinfo=None))
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", _offset(clock, begins))
    part.add("tzname", begins.astimezone(clock).tzname() or "")
    return part


def _told(clock: tzinfo, instant: datetime) -> tuple[timedelta, str | None]:
    return _offset(clock, instant), instant.astimezone(clock).tzname()


def _offset(clock: tzinfo, instant: datetime) -> timedelta:
    return instant.astimezone(clock).utcoffset() or timedelta()
