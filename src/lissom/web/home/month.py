"""A month as a table: weeks as rows, days as cells, and on each day what was done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lissom.coach.history import Session, local_day
from lissom.web.home.days import Speech
from lissom.web.home.session_line import SessionLine, session_line

FIRST_YEAR, LAST_YEAR = 1900, 2999
SHOWN = 5  # days whose sessions are listed at once


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A cell: its number, what a screen reader says of it, and whether something was done or felt."""

    day: date
    about: str
    is_done: bool
    is_felt: bool
    is_today: bool
    in_month: bool


@dataclass(frozen=True, slots=True)
class ListedDay:
    """The sessions of a day, for the list beneath."""

    day: date
    title: str
    lines: tuple[SessionLine, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A whole month. `before` and `after` name its neighbours, where there is anything to see."""

    title: str
    weekdays: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[MonthDay, ...], ...]
    days: tuple[ListedDay, ...]
    before: str | None
    after: str | None

    @property
    def latest(self) -> tuple[ListedDay, ...]:
        """The days that stand in the list at once."""
        return self.days[:SHOWN]

    @property
    def earlier(self) -> tuple[ListedDay, ...]:
        """The days that are shown when they are asked for."""
        return self.days[SHOWN:]


def read_month(text: str | None, today: date) -> date:
    """Return the first day of the month that is asked for, as `2026-11`; else of this month."""
    try:
        first = date.fromisoformat(f"{text}-01") if text else today.replace(day=1)
    except ValueError:
        return today.replace(day=1)
    return first if FIRST_YEAR < first.year < LAST_YEAR else today.replace(day=1)


def month_of(first: date, sessions: Iterable[Session], today: date, zone: str, speech: Speech) -> Month:
    """Return a month with its sessions."""
    following = (first + timedelta(days=31)).replace(day=1)
    weeks = tuple(_weeks(first, following))
    days = [(local_day(session.started, zone), session) for session in sessions]
    by_day: dict[date, list[SessionLine]] = {}
    for day, session in days:
        if weeks[0][0] <= day <= weeks[-1][-1]:
            by_day.setdefault(day, []).append(session_line(session, zone, speech))
    here = [day for day in by_day if first <= day < following]
    return Month(
        title=_title(first, speech),
        weekdays=tuple(
            (speech.say("progress-weekday", weekday=n), speech.say("progress-weekday-short", weekday=n))
            for n in range(1, 8)
        ),
        weeks=tuple(
            tuple(_cell(day, first, by_day.get(day, []), today, speech) for day in week) for week in weeks
        ),
        days=tuple(
            ListedDay(day, speech.long_day(day), tuple(reversed(by_day[day])))
            for day in sorted(here, reverse=True)
        ),
        before=f"{first - timedelta(days=1):%Y-%m}" if any(day < first for day, _ in days) else None,
        after=f"{following:%Y-%m}"
        if following <= today or any(day >= following for day, _ in days)
        else None,
    )


def _title(first: date, speech: Speech) -> str:
    name = speech.say("progress-month-name", month=first.month)
    return speech.say("progress-month", month=name, year=str(first.year))


def _weeks(first: date, following: date) -> Iterator[list[date]]:
    monday = first - timedelta(days=first.weekday())
    while monday < following:
        yield [monday + timedelta(days=n) for n in range(7)]
        monday += timedelta(weeks=1)


def _cell(day: date, first: date, lines: list[SessionLine], today: date, speech: Speech) -> MonthDay:
    felt = any(line.felt for line in lines)
    about = speech.day(day)
    if lines:
        message = "progress-month-day-felt" if felt else "progress-month-day"
        about = speech.say(message, day=about, sessions=speech.say("progress-sessions", count=len(lines)))
    return MonthDay(day, about, bool(lines), felt, day == today, day.month == first.month)
