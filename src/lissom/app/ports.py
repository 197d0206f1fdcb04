"""What the use cases need of the world: a person's record, what they get of it, and what can go wrong.

`lissom.store` keeps records in a database; a test may keep one in memory. Whoever wires a process (the
commands, the web server) hands one in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from lissom.coach.history import Entry as Word
from lissom.coach.history import History
from lissom.errors import LissomError
from lissom.exchange.backup import Backup
from lissom.machine.model import Machine
from lissom.session.bounds import LATEST
from lissom.session.log import Entry, Log, Rating


class JournalError(LissomError):
    """The record could not do what was asked. What it had recorded before is kept."""


class JournalConflict(JournalError):
    """Someone else went on with the same session. The record holds what came first."""


class UnknownSession(JournalError):
    """There is no such session in the record."""


class UnknownMachine(JournalError):
    """There is no such machine in the record, so its logs cannot be replayed here."""


class UnknownPerson(JournalError):
    """There is nobody of this id in the household."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of a household. A first person has no name until one is given.

    `is_chosen` is whose record commands on this machine open.
    """

    id: str
    name: str
    since: datetime
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class SetAside:
    """A session that is beyond the bounds of any (`lissom.session.bounds`): kept, and counted for nothing."""

    log: str
    routine: str


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of a person. `unread` are the sessions that this version of Lissom cannot replay."""

    history: History
    unread: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Came:
    """What a backup brought: new sessions, longer ones, and those that this version cannot replay.

    `stays` counts settings and own routines that are other here than in it, and stay as they are here.
    """

    sessions: int = 0
    longer: int = 0
    unread: int = 0
    words: int = 0
    settings: int = 0
    routines: int = 0
    stays: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether nothing in it was new here."""
        return self == Came(unread=self.unread, stays=self.stays)


class PeopleStore(Protocol):
    """The people who share a data folder. Every method raises `JournalError`, as those of a `Store` do."""

    folder: Path

    def people(self) -> tuple[Person, ...]:
        """Return everyone, who came first first."""

    def add(self, name: str, now: datetime) -> Person:
        """Add somebody, with nothing on their record."""

    def rename(self, person: str, name: str) -> None:
        """Call somebody by another name."""

    def choose(self, person: str) -> None:
        """Let commands on this machine open the record of somebody."""

    def remove(self, person: str) -> None:
        """Remove somebody and all that is kept of them; never the last."""

    def journal(self, person: str | None = None) -> Store:
        """Return the record of somebody, or of who is chosen."""


class Store(Protocol):
    """One person's record. What a method has recorded is on the disk when it returns.

    Every method raises `JournalError` where the disk or the database does not do as asked.
    """

    folder: Path
    person: str

    def past(self) -> Past:
        """Return every session with what it came to, and the person's dated words."""

    def count_sessions(self) -> int:
        """Return how many sessions are on record."""

    def logs(self, since: datetime | None = None) -> tuple[Log, ...]:
        """Return every log by its start, or those started at a moment or later."""

    def log(self, session_id: str) -> Log:
        """Return the log of a session, or raise `UnknownSession`."""

    def machine(self, digest: str) -> Machine:
        """Return a machine that was played, or raise `UnknownMachine` or `MachineFormatError`."""

    def begin(self, log: Log, machine: Machine) -> None:
        """Record a session that begins now, or raise `JournalConflict` where there is one of its id."""

    def append(self, session_id: str, index: int, *entries: Entry) -> None:
        """Record the events of a session from this index on; the same events again change nothing."""

    def rate(self, session_id: str, rating: Rating) -> None:
        """Record a pain rating of a session, after those it has."""

    def open_session(self, now: datetime | None = None) -> Log | None:
        """Return the latest session that was broken off and that may be gone on with, or None."""

    def hear(
        self, log: Log, machine: Machine | None = None, *, is_played: bool, latest: datetime = LATEST
    ) -> Log:
        """Take in a log from a browser that plays it or played it, and return it as it is kept now."""

    def played(self) -> tuple[str, ...]:
        """Return the sessions that are being played right now."""

    def played_elsewhere(self) -> tuple[str, ...]:
        """Return the sessions that are being played in other windows right now."""

    def away(self) -> tuple[str, ...]:
        """Return the sessions that browsers play, or that were broken off there."""

    def ids(self) -> tuple[str, ...]:
        """Return what this record is known by, its own id first."""

    def entries(self) -> tuple[Word, ...]:
        """Return the person's dated words, by time."""

    def write_entry(self, entry: Word) -> None:
        """Record a dated word of the person."""

    def settings(self) -> dict[str, Any]:
        """Return the settings that were changed: values of JSON by name."""

    def set_setting(self, name: str, value: Any) -> None:
        """Set one setting; None takes it back to what it is without being set."""

    def known_among(self, session_ids: Iterable[str]) -> tuple[str, ...]:
        """Return those of these sessions that are kept here."""

    def take_out(self) -> Backup:
        """Return all that is kept, as it stood at one moment."""

    def put_in(self, backup: Backup, settings: Mapping[str, str]) -> Came:
        """Take a backup in, whole or not at all. `settings` are those to be set.

        Raises:
            LogConflict: if a session here went on differently.
            LogRefused: if a session is not admitted (`session.admission`).
        """

    def erase(self) -> None:
        """Erase all that is kept, so that nothing of it is left in the file either."""
