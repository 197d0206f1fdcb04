"""A step back after a bad morning, a pause after two, and when one thing more may be spoken of.

Levels are opened by the person and never pushed; a step back only ever makes less of a session.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from lissom.coach.history import (
    AFTER_SESSION,
    NEXT_MORNING,
    Agreed,
    History,
    Session,
    derived_once,
    local_day,
)
from lissom.coach.restriction_events import clean_sessions
from lissom.coach.settings import SETTINGS, Settings
from lissom.machine.options import OptionRanges, Options

Ends = tuple[tuple[datetime, date | None], ...]  # when, and the day where one must be later
Step = Literal["level", "hold", "repeats"]
DOSE: tuple[Step, ...] = ("hold", "repeats")


@dataclass(frozen=True, slots=True)
class Setback:
    """A morning that was worse: pain well above usual the day after, or not settled by then."""

    at: datetime
    day: date
    log: str


@dataclass(frozen=True, slots=True)
class Footing:
    """How firmly a person stands: setbacks in a row, and clean sessions since the last one."""

    setbacks: tuple[Setback, ...]
    clean: int
    clean_days: int
    pauses_until: date | None


def footing(history: History, zone: str, now: datetime, settings: Settings = SETTINGS) -> Footing:
    """Return how a person stands, from what happened before now."""
    row, fresh = _standing_of(history.until(now), zone)
    span = (fresh[-1].day - fresh[0].day).days if fresh else 0
    return Footing(row, len(fresh), span, _pause(row, zone, now, settings))


@derived_once
def _standing_of(known: History, zone: str) -> tuple[tuple[Setback, ...], tuple[Session, ...]]:
    """Return the setbacks in a row, and the clean sessions since the last one."""
    found, clean = _setbacks(known, zone), clean_sessions(known)
    contacts = tuple((entry.at, None) for entry in known.entries if isinstance(entry, Agreed))
    row = _in_a_row(found, (*contacts, *((s.ended, s.day) for s in clean)))
    return row, tuple(s for s in clean if not found or s.day > found[-1].day)


def step_back(options: Options, ranges: OptionRanges, steps: int) -> tuple[Options, tuple[Step, ...]]:
    """Return less of a session after so many bad mornings: a level lower for each.

    Where there is none lower left, the least dose: the shortest hold and the fewest repeats.
    """
    lower = replace(options, level=max(1, options.level - steps)) if options.level else options
    if steps and options.level - lower.level < steps:
        return _with_least(lower, ranges, ("level",) if lower != options else ())
    return lower, ("level",) if lower != options else ()


def _with_least(
    options: Options, ranges: OptionRanges, taken: tuple[Step, ...]
) -> tuple[Options, tuple[Step, ...]]:
    for step in DOSE:
        less = _least(options, ranges, step)
        if less != options:
            options, taken = less, (*taken, step)
    return options, taken


def shortest(options: Options, ranges: OptionRanges) -> Options:
    """Return the shortest dose: level 1, the least hold, the fewest repeats."""
    return _with_least(replace(options, level=min(1, options.level)), ranges, ())[0]


def _least(options: Options, ranges: OptionRanges, step: Step) -> Options:
    bounds = ranges.hold if step == "hold" else ranges.repeats
    if bounds is None:
        return options
    chosen = options.hold if step == "hold" else options.repeats
    if (bounds.usual if chosen is None else chosen) == bounds.least:
        return options
    return replace(options, hold=bounds.least) if step == "hold" else replace(options, repeats=bounds.least)


def _setbacks(history: History, zone: str) -> tuple[Setback, ...]:
    """Each bad morning once: rated high the day after stretching, or not settled."""
    worked = {local_day(session.started, zone) for session in history.stretching()}
    found: dict[date, Setback] = {}
    for session in history.sessions:
        day = local_day(session.started, zone)
        if _is_unsettled(session) or (_is_rated_high(session) and day - timedelta(days=1) in worked):
            found.setdefault(day, Setback(session.ended, day, session.id))
    return tuple(found.values())


def _is_unsettled(session: Session) -> bool:
    return session.routine == NEXT_MORNING and bool(session.taken)


def _is_rated_high(session: Session) -> bool:
    return session.was_high and not session.worked and session.routine != AFTER_SESSION


def _in_a_row(setbacks: tuple[Setback, ...], ends: Ends) -> tuple[Setback, ...]:
    """The last setbacks that nothing has ended: no clean session on a later day, no word of the clinic."""
    row: list[Setback] = []
    for setback in setbacks:
        row = [setback] if not row or _has_ended(row[-1], ends, setback.at) else [*row, setback]
    return tuple(row) if row and not _has_ended(row[-1], ends, None) else ()


def _has_ended(setback: Setback, ends: Ends, before: datetime | None) -> bool:
    return any(
        at > setback.at and (before is None or at < before) and (day is None or day > setback.day)
        for at, day in ends
    )


def _pause(row: tuple[Setback, ...], zone: str, now: datetime, settings: Settings) -> date | None:
    if len(row) < settings.pause_after_setbacks:
        return None
    until = row[-1].day + timedelta(days=settings.pause_days)
    return until if local_day(now, zone) < until else None
