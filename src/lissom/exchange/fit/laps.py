"""A session as times: from the first stretch to the last, cut into a lap for each stretch and side.

What came before the first stretch, questions and fetching a chair, is no activity, and neither is an
advice at the end. A lap runs from the ready before a stretch, or from the change of sides, to the next;
alternating sides make a new lap each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from lissom.errors import LissomError
from lissom.machine.model import Machine, State
from lissom.session.log import CLOSED, PAUSE, RESUME, Log
from lissom.session.path import Visit
from lissom.session.replay import replay

_WORKS = frozenset({"ready", "move", "hold", "release", "switch", "rest"})


class NothingStretched(LissomError):
    """A session without a hold: there is no activity to write."""

    def __init__(self, log: Log) -> None:
        super().__init__(
            f"session {log.id} has no hold in it", "there is nothing that an activity could tell"
        )


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time, in milliseconds of the session's clock."""

    start_ms: int
    end_ms: int

    def within(self, other: TimeSpan) -> int:
        """Return how many milliseconds of it lie within another."""
        return max(0, min(self.end_ms, other.end_ms) - max(self.start_ms, other.start_ms))


@dataclass(frozen=True, slots=True)
class Lap:
    """The time of one stretch on one side."""

    stretch: str
    side: str | None
    span: TimeSpan


@dataclass(frozen=True, slots=True)
class Workout:
    """A session as times. `pauses` are those that lie within it."""

    log: Log
    laps: tuple[Lap, ...]
    pauses: tuple[TimeSpan, ...]

    @property
    def span(self) -> TimeSpan:
        """From the first lap to the last."""
        return TimeSpan(self.laps[0].span.start_ms, self.laps[-1].span.end_ms)

    def active_ms(self, span: TimeSpan) -> int:
        """Return how long of a time was not paused."""
        return span.end_ms - span.start_ms - sum(pause.within(span) for pause in self.pauses)

    def at(self, at_ms: int) -> datetime:
        """Return a time of the session on the calendar, in UTC."""
        return self.log.started + timedelta(milliseconds=at_ms)


def workout_of(log: Log, machine: Machine) -> Workout:
    """Return a session as times.

    Raises:
        LogRefused: if the log does not fit its machine.
        NothingStretched: if there is no hold in it.
    """
    visits = replay(log, machine).visits
    kinds = {machine.states[visit.state].kind for visit in visits if visit.left_ms is not None}
    if "hold" not in kinds:
        raise NothingStretched(log)
    laps = tuple(_laps(visits, machine, _last_ms(log)))
    whole = TimeSpan(laps[0].span.start_ms, laps[-1].span.end_ms)
    return Workout(log, laps, tuple(pause for pause in _pauses(log) if pause.within(whole)))


def _laps(visits: tuple[Visit, ...], machine: Machine, end_ms: int) -> Iterator[Lap]:
    """Each run of states at one stretch and side; what belongs to no stretch stays with the lap before."""
    here: tuple[str, str | None] | None = None
    start_ms = last_ms = 0
    for visit in visits:
        place = _place(machine.states[visit.state])
        if place is None:
            continue
        if place != here:
            if here is not None:
                yield Lap(*here, TimeSpan(start_ms, visit.entered_ms))
            here, start_ms = place, visit.entered_ms
        last_ms = end_ms if visit.left_ms is None else visit.left_ms
    if here is not None:
        yield Lap(*here, TimeSpan(start_ms, last_ms))


def _last_ms(log: Log) -> int:
    """When the person was last heard of; a session that was left may be closed days later."""
    return max((entry.at_ms for entry in log.events if entry.event != CLOSED), default=0)


def _place(state: State) -> tuple[str, str | None] | None:
    return (state.stretch, state.side) if state.stretch and state.kind in _WORKS else None


def _pauses(log: Log) -> Iterator[TimeSpan]:
    paused_ms: int | None = None
    for entry in log.events:
        if entry.event == PAUSE and paused_ms is None:
            paused_ms = entry.at_ms
        elif entry.event == RESUME and paused_ms is not None:
            yield TimeSpan(paused_ms, entry.at_ms)
            paused_ms = None
    if paused_ms is not None:
        yield TimeSpan(paused_ms, _last_ms(log))
