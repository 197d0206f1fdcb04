"""The week so far: what was done of each routine's dose, as a ring. Never what was missed, and no streak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lissom.app.person import Desk
from lissom.coach import dose
from lissom.coach.history import local_day
from lissom.coach.how_often import say_how_often
from lissom.coach.messages import Say
from lissom.coach.permitted import left_out_by_day

GAP = 3.0  # hundredths of the way round, between two parts of a ring


@dataclass(frozen=True, slots=True)
class Arc:
    """One part of a ring, in hundredths of the way round; it is done, still to come, or welcome beyond."""

    start: float
    length: float
    state: str

    @property
    def gap(self) -> float:
        """What is left of the way round."""
        return round(100 - self.length, 2)

    @property
    def offset(self) -> float:
        """The start, as a line's dashes are shifted."""
        return -self.start


@dataclass(frozen=True, slots=True)
class WeekRing:
    """One routine's week."""

    title: str
    done: int
    words: str
    arcs: tuple[Arc, ...]


@dataclass(frozen=True, slots=True)
class WeekSoFar:
    """The rings, and the minutes held in all."""

    rings: tuple[WeekRing, ...]
    minutes: float


def week_so_far(desk: Desk, names: Iterable[str], say: Say) -> WeekSoFar:
    """Return the week of the named routines."""
    zone, known = desk.profile.zone, {routine.id: routine for routine in desk.routines}
    monday = dose.monday_of(local_day(desk.now, zone))
    past = desk.history.until(desk.now)
    left_out = {name: left_out_by_day(each, desk.profile, desk.history) for name, each in known.items()}
    week = dose.week(monday, dose.in_week(past, monday, zone), zone, known, left_out)
    rings = []
    for name in names:
        weekly, done = known[name].dose.sessions_a_week, week.times.get(name, 0)
        told = say_how_often(say, "today-week-done", weekly, done=done)
        rings.append(WeekRing(known[name].title, done, told, tuple(_arcs(done, weekly.least, weekly.most))))
    return WeekSoFar(tuple(rings), round(sum(week.held_ms.values()) / 60_000))


def _arcs(done: int, least: int, most: int) -> Iterator[Arc]:
    share = 100 / most
    for number in range(most):
        state = "done" if number < done else "meant" if number < least else "more"
        yield Arc(round(number * share + GAP / 2, 2), round(share - GAP, 2), state)
