"""The log of one session: what happened, in order, and the law by which a log may grow.

Only the values are here. How they are written down is `codec`, whether they fit their machine
is `replay`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from lissom.errors import LissomError

FORMAT = "lissom-session/1"

PAUSE, RESUME, CLOSED, MISTAKEN = "pause", "resume", "closed", "mistaken"
SESSION_EVENTS = (PAUSE, RESUME, CLOSED, MISTAKEN)

When = Literal["before", "after"]
WHENS: tuple[When, ...] = ("before", "after")

MOST_MS = 2**53 - 1  # the greatest whole number that JSON carries safely everywhere

_SHAPES = {
    "id": re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
    "routine": re.compile(r"[a-z0-9][a-z0-9-]{0,99}"),
    "digest": re.compile(r"sha256:[0-9a-f]{64}"),
    "machine_digest": re.compile(r"sha256:[0-9a-f]{64}"),
    "zone": re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,3}"),
}


class LogConflict(LissomError):
    """Two logs of one session that are not each other's beginning. Both were left as they are."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: when on the session's clock, in which state, and what.

    For `resume` and `mistaken` the state is the one gone on from.
    """

    at_ms: int
    state: str
    event: str

    def __post_init__(self) -> None:
        _check_time(self.at_ms)
        if not self.state or not self.event:
            raise ValueError("an entry names its state and its event")


@dataclass(frozen=True, slots=True)
class Rating:
    """Pain from 0 to 10, as the person told it before or after the session."""

    when: When
    at_ms: int
    value: int

    def __post_init__(self) -> None:
        _check_time(self.at_ms)
        if self.when not in WHENS:
            raise ValueError(f"a rating is before or after, not {self.when!r}")
        if not 0 <= self.value <= 10:
            raise ValueError(f"a rating is from 0 to 10, not {self.value}")


@dataclass(frozen=True, slots=True)
class Log:
    """One session. `started` is in UTC, to the millisecond; `zone` is where the person was.

    `digest` names the routine's content and `machine_digest` the machine that was played. Times
    of the entries count from `started`, on a clock that never goes back.
    """

    id: str
    routine: str
    digest: str
    machine_digest: str
    options: Mapping[str, Any]
    started: datetime
    zone: str
    events: tuple[Entry, ...] = ()
    ratings: tuple[Rating, ...] = ()

    def __post_init__(self) -> None:
        for name, shape in _SHAPES.items():
            if not shape.fullmatch(getattr(self, name)):
                raise ValueError(f"{name} {getattr(self, name)!r} is not as the format says")
        object.__setattr__(self, "started", _in_milliseconds(self.started))

    def with_events(self, *events: Entry) -> Log:
        """Return the log with these events added at its end."""
        return replace(self, events=self.events + events)

    def with_ratings(self, *ratings: Rating) -> Log:
        """Return the log with these ratings added at its end."""
        return replace(self, ratings=self.ratings + ratings)

    @property
    def last_ms(self) -> int:
        """The time of the last event, or 0."""
        return self.events[-1].at_ms if self.events else 0

    def at_ms(self, moment: datetime) -> int:
        """Return a moment of the calendar as a time of this session, never before its last event.

        This is how a session goes on in another process, whose own clock began anew.
        """
        return max(self.last_ms, (moment - self.started) // timedelta(milliseconds=1))


def extend(old: Log, new: Log) -> Log:
    """Return the longer of two states of one log. The shorter must be its beginning.

    So that sending a log twice, or late, changes nothing.

    Raises:
        LogConflict: if neither is the beginning of the other.
    """
    if _heading(old) != _heading(new):
        raise LogConflict(
            f"session {old.id} is known with another beginning", "the log that was kept stays as it is"
        )
    if _begins(old, new):
        return new
    if _begins(new, old):
        return old
    raise LogConflict(
        f"session {old.id} went on differently after event {_agreement(old, new)}",
        "the log that was kept stays as it is",
    )


def _heading(log: Log) -> Log:
    return replace(log, events=(), ratings=())


def _begins(short: Log, long: Log) -> bool:
    return (
        long.events[: len(short.events)] == short.events
        and long.ratings[: len(short.ratings)] == short.ratings
    )


def _agreement(old: Log, new: Log) -> int:
    pairs = zip(old.events, new.events, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(old.events), len(new.events)))


def _check_time(at_ms: int) -> None:
    if not 0 <= at_ms <= MOST_MS:
        raise ValueError(f"{at_ms} is not a time of a session")


def _in_milliseconds(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a session starts at a moment with a zone")
    moment = moment.astimezone(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
