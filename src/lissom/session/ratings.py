"""The ratings of a log, held against the states that asked for them.

Which page writes which rating, and how often, is in docs/reference/machine.md. A rating says a number and
the event beside it says whether that number was high: the two have to agree, as far as the log can know.
The person's usual pain is not in it, so of a rise above that only its least is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lissom.machine.model import High, Machine
from lissom.session import path as paths
from lissom.session.log import CLOSED, RESUME, Log, Rating, When
from lissom.session.replay import LogRefused

AFTER_PAGE: Final = "after-session"
"""The page of questions that is put after a session: what is rated there is the pain after it."""

_ENDED_BY_A_CRASH: Final = frozenset({None, RESUME, CLOSED})
"""What a rating was answered with may not have come to the disk any more."""


def when_rated(routine: str) -> When:
    """Return which rating a routine, or a page of questions, asks for."""
    return "after" if routine == AFTER_PAGE else "before"


def check_ratings(log: Log, machine: Machine) -> None:
    """Refuse a rating that nobody was asked for, or that says another thing than the event beside it.

    Raises:
        LogRefused: with the first of them.
        Misfit: if an event before the last rating does not fit the machine.
    """
    asked, met = tuple(_asked(log, machine)), 0
    for index, rating in enumerate(log.ratings):
        if index and rating == log.ratings[index - 1]:
            continue  # told twice, where the first telling seemed to fail: it is one
        _check_when(log, index, rating)
        met = _meet(log, index, rating, asked, met)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One visit of a state that asks for the pain: until when a rating can have been given, and what
    the visit was left by."""

    from_ms: int
    until_ms: int | None
    event: str | None
    high: High | None

    def has_time_for(self, rating: Rating) -> bool:
        return self.from_ms <= rating.at_ms and (self.until_ms is None or rating.at_ms <= self.until_ms)

    def agrees_with(self, rating: Rating) -> bool:
        if self.event == "ok":
            return self.high is None or rating.value < self.high.start
        if self.event == "high":
            return self.high is not None and rating.value >= _least_high(self.high)
        return self.event in _ENDED_BY_A_CRASH


def _least_high(high: High) -> int:
    """Return the least number that can have been high, for someone whose usual pain is none."""
    return high.start if high.rise is None else min(high.start, high.rise)


def _meet(log: Log, index: int, rating: Rating, asked: Sequence[_Asked], met: int) -> int:
    """Return how many visits are behind, once a rating was given in the first that it fits into."""
    fitting = [number for number, each in enumerate(asked) if each.has_time_for(rating)]
    free = [number for number in fitting if number >= met]
    for number in free:
        if asked[number].agrees_with(rating):
            return number + 1
    if free:
        event = asked[free[0]].event
        raise _refused(log, index, f"{rating.value} of 10 is not what was gone on with as {event!r}")
    if fitting:
        raise _refused(log, index, "the question was answered with another rating already")
    raise _refused(log, index, f"nobody was asked for it at {rating.at_ms} ms")


def _check_when(log: Log, index: int, rating: Rating) -> None:
    """Players of the first version called every rating `before` in a session that was gone on with."""
    gone_on = any(entry.event == RESUME for entry in log.events)
    when = when_rated(log.routine)
    if rating.when != when and not (rating.when == "before" and gone_on):
        raise _refused(log, index, f"{log.routine} asks for the pain {when}, not {rating.when}")


def _refused(log: Log, index: int, words: str) -> LogRefused:
    return LogRefused(log, "rating", words, rating=index)


def _asked(log: Log, machine: Machine) -> Iterator[_Asked]:
    """Yield the visits in which ratings can have been given, no further than the last rating is."""
    last_ms = max((rating.at_ms for rating in log.ratings), default=-1)
    path = paths.begin(machine)
    for entry in log.events:
        if path.here.entered_ms > last_ms:
            return
        if _asks(machine, path):
            yield _visit(machine, path, entry.at_ms, entry.event)
        path = paths.follow(machine, path, entry)
    if path.here.entered_ms <= last_ms and _asks(machine, path) and not path.closed:
        yield _visit(machine, path, None, None)


def _asks(machine: Machine, path: paths.Path) -> bool:
    return machine.states[path.here.state].kind == "rate" and not path.paused


def _visit(machine: Machine, path: paths.Path, left_ms: int | None, event: str | None) -> _Asked:
    ends = [at_ms for at_ms in (left_ms, paths.due_ms(machine, path)) if at_ms is not None]
    return _Asked(path.here.entered_ms, min(ends, default=None), event, machine.states[path.here.state].high)
