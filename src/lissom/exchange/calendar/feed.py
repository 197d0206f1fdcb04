"""Practices as a calendar: one weekly event for each time of day, in the person's own time zone.

Every value that `icalendar` would take from the clock or from chance is given, so that equal input
makes equal bytes, and a calendar that reads it again knows its events again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, vDuration, vRecur, vText

from lissom.exchange.calendar.practice import DAYS, Practice

PRODUCT: Final = "-//Lissom//Guided stretches//EN"
ASK_AGAIN: Final = timedelta(days=1)  # how often a subscriber looks for changes
WEEKS: Final = 52


def make_calendar(
    practices: Iterable[Practice],
    *,
    name: str,
    person: UUID,
    zone: str,
    first: date,
    stamp: datetime,
    weeks: int = WEEKS,
) -> bytes:
    """Return a calendar from a day on, for so many weeks.

    `person` keeps two people's events apart where they share a calendar; `stamp` is when it was made.
    """
    clock = ZoneInfo(zone)
    last = first + timedelta(weeks=weeks) - timedelta(days=1)
    calendar = _empty(name)
    if not _is_utc(zone):
        calendar.add_component(Timezone.from_tzinfo(clock, zone, first, last + timedelta(days=1)))
    for practice in practices:
        for event in _events(practice, person, clock, first, last, stamp):
            calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made


def _empty(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", vDuration(ASK_AGAIN), {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(ASK_AGAIN))
    return calendar


def _events(
    practice: Practice, person: UUID, clock: ZoneInfo, first: date, last: date, stamp: datetime
) -> Iterator[Event]:
    for number, at in enumerate(practice.times, 1):
        begins = _on(_next(practice.days, first), at, clock)
        if begins.date() <= last:
            # Named by its place in the day: a calendar that reads it again moves it, and keeps no second one.
            uid = uuid5(person, f"{practice.routine}/{number}")
            yield _event(practice, uid, begins, _until(last, clock), stamp)


def _event(practice: Practice, uid: UUID, begins: datetime, until: datetime, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", str(uid))
    event.add("dtstamp", stamp.astimezone(UTC).replace(microsecond=0))
    event.add("summary", practice.title)
    event.add("dtstart", begins)
    event.add("duration", timedelta(minutes=practice.minutes))
    event.add("rrule", vRecur(freq="WEEKLY", byday=[day[:2].upper() for day in practice.days], until=until))
    event.add("description", f"{practice.about}\n{practice.address}")
    event.add("url", practice.address)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(practice))
    return event


def _alarm(practice: Practice) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", vText(practice.title))
    alarm.add("trigger", timedelta(0))
    return alarm


def _next(days: tuple[str, ...], first: date) -> date:
    """The first of some weekdays from a day on: a start off its own rule would make one event more."""
    coming = (first + timedelta(days=number) for number in range(len(DAYS)))
    return next(day for day in coming if DAYS[day.weekday()] in days)


def _on(day: date, at: time, clock: ZoneInfo) -> datetime:
    zone = UTC if _is_utc(clock.key) else clock
    return datetime.combine(day, at, zone)


def _until(last: date, clock: ZoneInfo) -> datetime:
    """The end of the last day, in UTC, as a rule with a time zone asks for."""
    return datetime.combine(last, time(23, 59, 59), clock).astimezone(UTC)


def _is_utc(zone: str) -> bool:
    return zone in ("UTC", "Etc/UTC", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal")
