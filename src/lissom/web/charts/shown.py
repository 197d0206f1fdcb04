"""What the charts show, as plain values. The tables beneath them are made from the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from lissom.app.calendars import practised as routines_practised
from lissom.app.person import Desk
from lissom.coach.dose import monday_of
from lissom.coach.history import Session, local_day
from lissom.coach.progress import WeekRecord
from lissom.content import library
from lissom.machine.compile import compile_routine
from lissom.machine.options import Options
from lissom.session.route import route

WEEKS = 12  # shown in a chart


@dataclass(frozen=True, slots=True)
class WeekMinutes:
    """The minutes held in a week, and from least to most what the dose comes to of the routines that
    are practised and were done in it."""

    monday: date
    minutes: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class PainRated:
    """The pain that was told before and after the sessions of one day."""

    day: date
    before: int | None
    after: int | None


def week_minutes(desk: Desk, weeks: Iterable[WeekRecord]) -> tuple[WeekMinutes, ...]:
    """Return the latest weeks, the quiet ones between them too."""
    found = {week.monday: _week(desk, week) for week in weeks}
    mondays = sorted(found)[-WEEKS:]
    first = max(mondays[0], mondays[-1] - timedelta(weeks=WEEKS - 1)) if mondays else None
    shown = [monday for monday in mondays if first is not None and monday >= first]
    return tuple(found.get(monday, WeekMinutes(monday, 0, 0, 0)) for monday in _every_week(shown))


def pain_rated(desk: Desk, sessions: Iterable[Session]) -> tuple[PainRated, ...]:
    """Return the days on which pain was rated, in the latest weeks."""
    days: dict[date, dict[str, int]] = {}
    for session in sessions:
        for rating in session.ratings:
            if rating.when == "before":  # the first of a day; of those after it, the last
                days.setdefault(_day(desk, session), {}).setdefault("before", rating.value)
            else:
                days.setdefault(_day(desk, session), {})["after"] = rating.value
    since = max(days, default=date.min + timedelta(weeks=WEEKS)) - timedelta(weeks=WEEKS)
    return tuple(
        PainRated(day, rated.get("before"), rated.get("after"))
        for day, rated in sorted(days.items())
        if day > since
    )


def hold_seconds(routine: str, options: Options) -> int:
    """Return for how long one session of a routine holds, if all goes as planned and no offer is taken."""
    return _hold_seconds(library.edition(routine), routine, options)


@lru_cache(maxsize=64)
def _hold_seconds(edition: str, routine: str, options: Options) -> int:
    machine = compile_routine(
        library.routine(routine, options.language), options, library.phrases(options.language)
    )
    states = (machine.states[name] for name in route(machine, machine.start))
    return sum(state.seconds or 0 for state in states if state.kind == "hold")


def _week(desk: Desk, week: WeekRecord) -> WeekMinutes:
    practised = {routine.id for routine in routines_practised(desk)}
    doses = [(times, _held(desk, times.routine)) for times in week.routines if times.routine in practised]
    return WeekMinutes(
        week.monday,
        week.minutes,
        round(sum(times.least * seconds for times, seconds in doses) / 60, 1),
        round(sum(times.most * seconds for times, seconds in doses) / 60, 1),
    )


def _held(desk: Desk, routine: str) -> int:
    return hold_seconds(routine, desk.profile.options.get(routine, Options()))


def _every_week(mondays: list[date]) -> Iterator[date]:
    for monday, following in pairwise(mondays):
        while monday < following:
            yield monday
            monday += timedelta(weeks=1)
    yield from mondays[-1:]


def _day(desk: Desk, session: Session) -> date:
    return local_day(session.started, desk.zone)


def monday_before(day: date) -> date:
    """Return the Monday of a day's week."""
    return monday_of(day)
