"""A log, played again through its machine: accepted whole, or refused at the first misfit."""

from __future__ import annotations

from dataclasses import dataclass

from lissom.errors import LissomError
from lissom.machine.model import Machine, Outcome, State, Then
from lissom.session import path as paths
from lissom.session.log import Entry, Log
from lissom.session.path import Misfit, Path, Visit


class LogRefused(LissomError):
    """A log that its machine cannot have produced, or that is beyond its bounds.

    `index`, `state` and `event` tell the first event that does not fit, if it is an event; `rating` the
    first rating. `reason` is a key of `path.REASONS`; or "machine" where the log belongs to another one;
    or "time", "length", "zone" (see `bounds`) and "rating" (see `ratings`).
    """

    def __init__(
        self, log: Log, reason: str, words: str, index: int | None = None, *, rating: int | None = None
    ) -> None:
        places = (("event", index), ("rating", rating))
        where = "".join(f" at {what} {number}" for what, number in places if number is not None)
        super().__init__(f"session {log.id} is refused{where}: {words}", "the log itself stays as it is")
        entry = None if index is None else log.events[index]
        self.index = index
        self.rating = rating
        self.state = entry.state if entry else None
        self.event = entry.event if entry else None
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Replay:
    """What a log comes to: the path through the machine, and all that follows from it."""

    machine: Machine
    path: Path

    @property
    def visits(self) -> tuple[Visit, ...]:
        """The states the session was in, in order, with their times and what ended them."""
        return self.path.visits

    @property
    def state_id(self) -> str:
        """The id of the last state."""
        return self.path.here.state

    @property
    def state(self) -> State:
        """The last state."""
        return self.machine.states[self.state_id]

    @property
    def is_over(self) -> bool:
        """Whether the session ended; else it is open."""
        return paths.is_over(self.machine, self.path)

    @property
    def outcome(self) -> Outcome | None:
        """How the session ended, or None while it is open."""
        return paths.outcome(self.machine, self.path)

    @property
    def thens(self) -> tuple[tuple[int, Then], ...]:
        """What the session took from the person for now, each with the time it was entered."""
        return paths.thens(self.machine, self.path)


def replay(log: Log, machine: Machine) -> Replay:
    """Play a log again through its machine.

    Raises:
        LogRefused: with the first event that does not fit.
    """
    _check_machine(log, machine)
    return Replay(machine, follow_all(log, machine, paths.begin(machine)))


def follow_all(log: Log, machine: Machine, path: Path) -> Path:
    """Return the path after every event of a log; see `replay`."""
    for index, entry in enumerate(log.events):
        path = _follow_one(log, machine, path, index, entry)
    return path


def _follow_one(log: Log, machine: Machine, path: Path, index: int, entry: Entry) -> Path:
    try:
        return paths.follow(machine, path, entry)
    except Misfit as misfit:
        raise LogRefused(log, misfit.reason, misfit.message, index) from None


def _check_machine(log: Log, machine: Machine) -> None:
    if (log.routine, log.digest, dict(log.options)) != (
        machine.routine,
        machine.digest,
        dict(machine.options),
    ):
        raise LogRefused(log, "machine", f"it belongs to another machine, {log.machine_digest}")
