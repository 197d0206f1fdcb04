"""A person's calendar: which routines, on which days and at which times, from their settings.

Commands and pages ask here; what a calendar looks like is `lissom.exchange.calendar`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from secrets import token_urlsafe
from urllib.parse import quote
from uuid import UUID, uuid4

from lissom.app.person import Desk
from lissom.catalogues import catalogue
from lissom.coach.dose import monday_of
from lissom.coach.history import local_day
from lissom.coach.messages import whole_minutes
from lissom.coach.portions import duration
from lissom.coach.preferences import CALENDAR_ID, CALENDAR_TOKEN
from lissom.coach.settings import SETTINGS
from lissom.content import library
from lissom.exchange.calendar import (
    Practice,
    make_calendar,
    read_days,
    read_times,
    within_chosen,
    within_dose,
)
from lissom.machine.options import Options
from lissom.routine.model import Routine

Days = tuple[str, ...] | None
Times = tuple[time, ...] | None


def calendar_of(
    desk: Desk,
    routine: str | None = None,
    days: Days = None,
    times: Times = None,
    weeks: int | None = None,
    *,
    steady: bool = False,
) -> bytes:
    """Return the calendar of a person, from today on; a `steady` one from Monday, the same all week.

    Without a routine: those they practise. Days and times that are not given are those of their
    reminders, as far as the dose allows, else those that the dose comes to.

    Raises:
        CalendarRefused: if what is given is more than a routine's dose.
    """
    say, today = catalogue(desk.profile.language).say, local_day(desk.now, desk.zone)
    first = monday_of(today) if steady else today
    stamp = datetime.combine(first, time(), UTC) if steady else desk.now
    return make_calendar(
        _practices(desk, routine, days, times),
        name=say("calendar-name"),
        person=person_of(desk),
        zone=desk.zone,
        first=first,
        stamp=stamp,
        home=desk.link("/"),
        **({} if weeks is None else {"weeks": weeks}),
    )


def practised(desk: Desk) -> tuple[Routine, ...]:
    """Return the routines that a person practises, in their order; one of their own may be gone."""
    names, here = desk.profile.routines or SETTINGS.first_routines, library.ids()
    return tuple(library.routine(name, desk.profile.language) for name in names if name in here)


def new_token(desk: Desk) -> str:
    """Make a new secret address of the feed; an earlier one no longer answers."""
    token = token_urlsafe(24)
    desk.journal.set_setting(CALENDAR_TOKEN, token)
    return token


def revoke_token(desk: Desk) -> None:
    """Let the secret address answer no longer."""
    desk.journal.set_setting(CALENDAR_TOKEN, None)


def _practices(desk: Desk, routine: str | None, days: Days, times: Times) -> Iterator[Practice]:
    language = desk.profile.language
    for each in practised(desk) if routine is None else (library.routine(routine, language),):
        on, at = _when(desk, each, days, times)
        minutes = _minutes(desk, each)
        yield Practice(
            routine=each.id,
            title=each.title,
            days=on,
            times=at,
            minutes=minutes,
            about=catalogue(language).say("calendar-about", minutes=minutes),
            address=desk.link(f"/ready/?routine={quote(each.id)}"),
        )


def _when(desk: Desk, routine: Routine, days: Days, times: Times) -> tuple[tuple[str, ...], tuple[time, ...]]:
    """What is given outright is refused where it is too much; reminders are for all routines alike."""
    reminders = desk.values.get("reminder-days"), desk.values.get("reminder-times")
    on, at = within_chosen(
        routine.dose,
        read_days(reminders[0]) if reminders[0] else None,
        read_times(reminders[1]) if reminders[1] else None,
    )
    return within_dose(routine.title, routine.dose, days or on, times or at)


def _minutes(desk: Desk, routine: Routine) -> int:
    options = desk.profile.options.get(routine.id, Options())
    return whole_minutes(duration(routine, options, library.phrases(routine.language)))


def person_of(desk: Desk) -> UUID:
    """Return what tells this person from others in calendars and records; it is made once and kept."""
    kept = desk.journal.settings().get(CALENDAR_ID)
    if kept is None:
        kept = str(uuid4())
        desk.journal.set_setting(CALENDAR_ID, kept)
    return UUID(kept)
