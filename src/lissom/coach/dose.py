"""Counting: what was held, how long, and how much of a week's dose that is. Never what was missed.

Every hold counts in minutes, also a broken-off one. A stretch is done once each of its sides had a
base hold; the parts of a routine that were done on one day add up to the routine once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from lissom.coach.history import History, Session, derived_once, local_day
from lissom.coach.settings import SETTINGS, Settings
from lissom.routine.model import SIDES, Routine, Stretch

BASE_LEVEL = 1

Side = str | None
Place = tuple[str, Side]
LeftOut = Callable[[date], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Week:
    """One week from its Monday on: milliseconds held per stretch and side, and what was done.

    `times` counts, for each routine, the days on which its parts made it whole; `sessions` the
    sessions that count.
    """

    monday: date
    held_ms: Mapping[Place, int]
    times: Mapping[str, int]
    sessions: int

    def minutes(self, stretch: str, side: Side) -> float:
        """Return the minutes held, to a tenth."""
        return round(self.held_ms.get((stretch, side), 0) / 60_000, 1)


def held_ms(sessions: Iterable[Session]) -> dict[Place, int]:
    """Return the time really held, per stretch and side."""
    held: dict[Place, int] = {}
    for session in sessions:
        for hold in session.held:
            place = (hold.stretch, hold.side)
            held[place] = held.get(place, 0) + hold.ms
    return held


def base_holds(session: Session) -> dict[Place, datetime]:
    """Return where a base hold was held to its end, with the time of the last one."""
    return {
        (hold.stretch, hold.side): session.at(hold.whole_at_ms)
        for hold in session.held
        if hold.level == BASE_LEVEL and hold.whole_at_ms is not None
    }


def counts(session: Session) -> bool:
    """Say whether a session counts: both sides of some stretch had a base hold."""
    done = base_holds(session)
    return any(_both_sides(stretch, done) for stretch, _ in done)


def last_base_holds(history: History, now: datetime) -> Mapping[Place, datetime]:
    """Return where a base hold was held to its end in sessions over by now, with the time of the last."""
    return _last_base_holds(history.until(now))


@derived_once
def _last_base_holds(history: History) -> Mapping[Place, datetime]:
    latest: dict[Place, datetime] = {}
    for session in history.sessions:
        latest.update(base_holds(session))
    return latest


def last_done(stretch: Stretch, latest: Mapping[Place, datetime]) -> datetime | None:
    """Return when a stretch was last done on all its sides, or None if a side was never done.

    `latest` are the last base holds: see `last_base_holds`.
    """
    times = [latest.get((stretch.id, side)) for side in sides_of(stretch)]
    known = [time for time in times if time is not None]
    return min(known) if len(known) == len(times) else None


def sides_of(stretch: Stretch) -> tuple[Side, ...]:
    """Return the sides of a stretch; one that has none has the side None."""
    return (None,) if stretch.sides == "none" else SIDES


def monday_of(day: date) -> date:
    """Return the Monday that begins the week of a day."""
    return day - timedelta(days=day.weekday())


def in_week(history: History, monday: date, zone: str) -> tuple[Session, ...]:
    """Return the sessions of one week, as the person's own calendar has it."""
    # A day to either side is enough for every zone; it spares most sessions the way to the calendar.
    first = datetime.combine(monday, time.min, UTC) - timedelta(days=1)
    near = (session for session in history.since(first) if session.started < first + timedelta(days=9))
    return tuple(session for session in near if monday_of(local_day(session.started, zone)) == monday)


def by_week(sessions: Iterable[Session], zone: str) -> dict[date, tuple[Session, ...]]:
    """Return the sessions of each week, by its Monday, as the person's own calendar has it."""
    weeks: dict[date, list[Session]] = {}
    for session in sessions:
        weeks.setdefault(monday_of(local_day(session.started, zone)), []).append(session)
    return {monday: tuple(found) for monday, found in sorted(weeks.items())}


def week(
    monday: date,
    sessions: tuple[Session, ...],
    zone: str,
    routines: Mapping[str, Routine],
    left_out: Mapping[str, LeftOut],
    settings: Settings = SETTINGS,
) -> Week:
    """Return what was done in one week's sessions. `left_out` tells, by routine, what was closed on a day."""
    times = {
        name: len(whole_days(routine, sessions, zone, left_out[name], settings))
        for name, routine in routines.items()
        if any(session.routine == name and session.worked for session in sessions)
    }
    return Week(monday, held_ms(sessions), times, sum(map(counts, sessions)))


def is_long(routine: Routine, settings: Settings = SETTINGS) -> bool:
    """Say whether a routine is a long list, of which a part a day is enough."""
    return len(routine.stretches) > settings.long_routine


def whole_days(
    routine: Routine,
    sessions: Iterable[Session],
    zone: str,
    left_out: LeftOut,
    settings: Settings = SETTINGS,
) -> tuple[date, ...]:
    """Return the days on which every stretch that was open to the person was done, in parts or at once.

    Of a long routine, one stretch is enough for the day to count.
    """
    enough = any if is_long(routine, settings) else all
    by_day: dict[date, set[Place]] = {}
    for session in sessions:
        if session.routine == routine.id:
            by_day.setdefault(local_day(session.started, zone), set()).update(base_holds(session))
    return tuple(
        sorted(day for day, done in by_day.items() if _is_whole(routine, done, left_out(day), enough))
    )


def done_on(routine: Routine, sessions: Iterable[Session], day: date, zone: str) -> tuple[str, ...]:
    """Return the stretches of a routine that were done on a day, in the routine's order."""
    done: set[Place] = set()
    for session in sessions:
        if local_day(session.started, zone) == day:
            done.update(base_holds(session))
    return tuple(stretch.id for stretch in routine.stretches if _done(stretch, done))


def times_on(
    routine: Routine,
    sessions: Iterable[Session],
    day: date,
    zone: str,
    left_out: frozenset[str],
    settings: Settings = SETTINGS,
) -> int:
    """Return how often a routine was done on a day: as often as its least-done stretch.

    Of a long routine, each session that counts is one time.
    """
    today = [s for s in sessions if s.routine == routine.id and local_day(s.started, zone) == day]
    if is_long(routine, settings):
        return sum(map(counts, today))
    counted = Counter(place for session in today for place in base_holds(session))
    open_now = [stretch for stretch in routine.stretches if stretch.id not in left_out]
    return min((counted[(s.id, side)] for s in open_now for side in sides_of(s)), default=0)


def _both_sides(stretch: str, done: Iterable[Place]) -> bool:
    sides = {side for name, side in done if name == stretch}
    return None in sides or sides >= set(SIDES)


def _done(stretch: Stretch, done: set[Place]) -> bool:
    return all((stretch.id, side) in done for side in sides_of(stretch))


def _is_whole(
    routine: Routine, done: set[Place], left_out: frozenset[str], enough: Callable[[Iterable[bool]], bool]
) -> bool:
    open_then = [stretch for stretch in routine.stretches if stretch.id not in left_out]
    return bool(open_then) and enough(_done(stretch, done) for stretch in open_then)
