"""A person's session as an activity file; what is in such a file is `lissom.exchange.fit`."""

from __future__ import annotations

from typing import NamedTuple

from lissom.app.person import Desk
from lissom.content import library
from lissom.exchange.fit import Lap, workout_of, write_activity
from lissom.session.bounds import check_bounds
from lissom.session.log import Log


class Activity(NamedTuple):
    """An activity file, and how many laps it has."""

    content: bytes
    laps: int


def activity_of(desk: Desk, log: Log) -> Activity:
    """Return a session as FIT.

    Raises:
        NothingStretched: if there is nothing in it to tell of.
        UnknownMachine: if what it was played on is not known here.
        LogRefused: if it is set aside.
    """
    check_bounds(log)
    workout = workout_of(log, desk.journal.machine(log.machine_digest))
    known = library.routine(log.routine) if log.routine in library.ids() else None
    titles = {stretch.id: stretch.title for stretch in known.stretches} if known else {}

    def name(lap: Lap) -> str:
        return ", ".join(filter(None, (titles.get(lap.stretch, lap.stretch), lap.side)))

    title = known.title if known else log.routine
    return Activity(write_activity(workout, title, name), len(workout.laps))
