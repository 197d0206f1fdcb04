"""Practices as a calendar: weekly events in the person's own time zone.

Routines that are due at the same time on the same days are one event, which rings once.

Every value that `icalendar` would take from the clock or from chance is given, so that equal input
makes equal bytes, and a calendar that reads it again knows its events again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vDuration, vRecur, vText

from lissom.exchange.calendar.practice import DAYS, Practice
from lissom.exchange.calendar.time_zone import time_zone

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
    home: str = "",
) -> bytes:
    """Return a calendar from a day on, for so many weeks.

    `person` keeps two people's events apart where they share a calendar; `stamp` is when it was made;
    `home` is the address that several routines at once lead to, where there is one.
    """
    clock = ZoneInfo(zone)
    last = first + timedelta(weeks=weeks) - timedelta(days=1)
    calendar = _empty(name)
    if not _is_utc(zone):
        midnight = datetime.combine(first, time(), clock)
        calendar.add_component(time_zone(zone, clock, midnight, midnight + timedelta(weeks=weeks)))
    for event in _events(tuple(practices), home, person, clock, first, last, stamp):
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
    practices: tuple[Practice, ...],
    home: str,
    person: UUID,
    clock: ZoneInfo,
    first: date,
    last: date,
    stamp: datetime,
) -> Iterator[Event]:
    numbers = Counter[str]()
    for at, days, together in _slots(practices):
        begins = _on(_next(days, first), at, clock)
        name = "+".join(each.routine for each in together)
        numbers[name] += 1
        if begins.date() <= last:
            # Named by its place in the day: a calendar that reads it again moves it, and keeps no second one.
            uid = uuid5(person, f"{name}/{numbers[name]}")
            yield _event(together, days, home, uid, begins, _until(last, clock), stamp)


def _slots(practices: tuple[Practice, ...]) -> Iterator[tuple[time, tuple[str, ...], tuple[Practice, ...]]]:
    """Each time of day with the days on which the same routines are due at it."""
    for at in sorted({at for each in practices for at in each.times}):
        due: dict[tuple[Practice, ...], list[str]] = {}
        for day in DAYS:
            if together := tuple(each for each in practices if day in each.days and at in each.times):
                due.setdefault(together, []).append(day)
        for together, days in due.items():
            yield at, tuple(days), together


def _event(
    together: tuple[Practice, ...],
    days: tuple[str, ...],
    home: str,
    uid: UUID,
    begins: datetime,
    until: datetime,
    stamp: datetime,
) -> Event:
    event, title = Event(), ", ".join(each.title for each in together)
    address = together[0].address if len(together) == 1 else home
    event.add("uid", str(uid))
    event.add("dtstamp", stamp.astimezone(UTC).replace(microsecond=0))
    event.add("summary", title)
    event.add("dtstart", begins)
    event.add("duration", timedelta(minutes=sum(each.minutes for each in together)))
    event.add("rrule", vRecur(freq="WEEKLY", byday=[day[:2].upper() for day in days], until=until))
    event.add("description", "\n".join(filter(None, (_about(together), address))))
    if address:
        event.add("url", address)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(title))
    return event


def _about(together: tuple[Practice, ...]) -> str:
    if len(together) == 1:
        return together[0].about
    return "\n".join(f"{each.title}: {each.about}" for each in together)


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", vText(title))
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
