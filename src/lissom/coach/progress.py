"""The record: what was done, week by week. Never what was missed, and no row of days to keep up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any, Literal

from lissom.coach import dose, messages
from lissom.coach.day_context import titles_of
from lissom.coach.history import History, Session, local_day
from lissom.coach.messages import Reason, Say
from lissom.coach.permitted import left_out_by_day, openings
from lissom.coach.profile import Profile
from lissom.coach.restrictions import neck_of, restrictions
from lissom.coach.settings import SETTINGS, Settings
from lissom.machine.options import Options
from lissom.routine.model import Routine


@dataclass(frozen=True, slots=True)
class StretchTime:
    """Minutes held on one side of a stretch in a week, beside what a week is meant to hold."""

    stretch: str
    side: str | None
    minutes: float
    target: int
    ceiling: int


@dataclass(frozen=True, slots=True)
class RoutineTimes:
    """On how many days of a week the parts of a routine made it whole, beside its dose."""

    routine: str
    times: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class WeekRecord:
    """What was done in one week. Medians are None where nothing was rated."""

    monday: date
    days: int
    sessions: int
    minutes: float
    routines: tuple[RoutineTimes, ...]
    stretches: tuple[StretchTime, ...]
    pain_before: float | None
    pain_after: float | None


@dataclass(frozen=True, slots=True)
class Ladder:
    """How far up a routine may be gone just now: the level the person opened, what is left, and why."""

    routine: str
    opened: int
    level: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """The whole record: in all, then by week, the latest last."""

    sessions: int
    days: int
    minutes: float
    weeks: tuple[WeekRecord, ...]
    ladders: tuple[Ladder, ...]

    def as_json(self, say: Say) -> dict[str, Any]:
        """Return the record as plain JSON values, in the words of `say`."""
        return {
            "sessions": self.sessions,
            "days": self.days,
            "minutes": self.minutes,
            "weeks": [_week_json(week) for week in self.weeks],
            "levels": [
                {"routine": each.routine, "opened": each.opened, "level": each.level,
                 "reasons": [why.as_json(say) for why in each.reasons]}
                for each in self.ladders
            ],
        }  # fmt: skip


def progress(
    profile: Profile,
    history: History,
    routines: Iterable[Routine],
    now: datetime,
    settings: Settings = SETTINGS,
) -> Progress:
    """Return the record of what was done up to now."""
    known = {routine.id: routine for routine in routines}
    past = History(tuple(s for s in history.sessions if s.started <= now), history.entries)
    worked = past.stretching()
    return Progress(
        sessions=sum(map(dose.counts, worked)),
        days=_days(worked, profile.zone),
        minutes=_minutes(dose.held_ms(worked).values()),
        weeks=tuple(_weeks(profile, past, known, settings)),
        ladders=tuple(_ladders(profile, past, known, now)),
    )


def _weeks(
    profile: Profile, history: History, routines: Mapping[str, Routine], settings: Settings
) -> Iterator[WeekRecord]:
    """Each week in which something was done; a week without is not spoken of."""
    left_out = {name: left_out_by_day(routine, profile, history) for name, routine in routines.items()}
    for monday, sessions in dose.by_week(history.sessions, profile.zone).items():
        if any(session.worked for session in sessions):
            week = dose.week(monday, sessions, profile.zone, routines, left_out, settings)
            yield _record(week, sessions, profile.zone, routines, settings)


def _record(
    week: dose.Week,
    sessions: tuple[Session, ...],
    zone: str,
    routines: Mapping[str, Routine],
    settings: Settings,
) -> WeekRecord:
    times = sorted(week.times.items())
    weekly = {name: routine.dose.sessions_a_week for name, routine in routines.items()}
    return WeekRecord(
        monday=week.monday,
        days=_days([session for session in sessions if session.worked], zone),
        sessions=week.sessions,
        minutes=_minutes(week.held_ms.values()),
        routines=tuple(
            RoutineTimes(name, count, weekly[name].least, weekly[name].most) for name, count in times
        ),
        stretches=tuple(
            StretchTime(
                stretch, side, week.minutes(stretch, side), settings.weekly_minutes, settings.weekly_ceiling
            )
            for stretch, side in sorted(week.held_ms, key=lambda place: (place[0], place[1] or ""))
        ),
        pain_before=_median(sessions, "before"),
        pain_after=_median(sessions, "after"),
    )


def _ladders(
    profile: Profile, history: History, routines: Mapping[str, Routine], now: datetime
) -> Iterator[Ladder]:
    """The level of each routine that has more than one, if it was ever done."""
    standing, titles = (
        restrictions(history, now, profile.zone, neck_of(routines.values())),
        titles_of(routines.values()),
    )
    for name, routine in routines.items():
        levels = {position.level for stretch in routine.stretches for position in stretch.positions}
        if len(levels) > 1 and any(session.worked for session in history.of(name)):
            opened = profile.options.get(name, Options()).level
            found = openings(routine, profile, standing, titles)
            level = 0 if standing.is_closed or not found.stretches else found.level(opened)
            closures = [r for r in standing.active if r.effect == "close"]
            why = (*(messages.restriction_reason(r, titles) for r in closures), *found.reasons_at(opened))
            yield Ladder(name, opened, level, why)


def _days(sessions: Iterable[Session], zone: str) -> int:
    return len({local_day(session.started, zone) for session in sessions})


def _minutes(held_ms: Iterable[int]) -> float:
    return round(sum(held_ms) / timedelta(minutes=1).total_seconds() / 1000, 1)


def _median(sessions: Iterable[Session], when: Literal["before", "after"]) -> float | None:
    values = [rating.value for session in sessions for rating in session.ratings if rating.when == when]
    return float(median(values)) if values else None


def _week_json(week: WeekRecord) -> dict[str, Any]:
    return {
        "monday": week.monday.isoformat(),
        "days": week.days,
        "sessions": week.sessions,
        "minutes": week.minutes,
        "pain_before": week.pain_before,
        "pain_after": week.pain_after,
        "routines": [
            {"routine": r.routine, "times": r.times, "dose": [r.least, r.most]} for r in week.routines
        ],
        "stretches": [
            {
                "stretch": s.stretch, "side": s.side, "minutes": s.minutes,
                "target": s.target, "ceiling": s.ceiling,
            }
            for s in week.stretches
        ],
    }  # fmt: skip
