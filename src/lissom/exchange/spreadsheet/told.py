"""What a line of a sheet is made from: a log, and what it came to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from lissom.coach.history import local_time
from lissom.session.log import Log
from lissom.session.summary import Summary


@dataclass(frozen=True, slots=True)
class SummarisedLog:
    """A log with its summary."""

    log: Log
    summary: Summary


def local(log: Log, at_ms: int = 0) -> datetime:
    """Return a time of a session as the person's clock showed it."""
    moment = log.started + timedelta(milliseconds=at_ms)
    return local_time(moment, log.zone)
