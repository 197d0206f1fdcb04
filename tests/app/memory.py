"""A record in memory: what the use cases need of a store, and nothing of a database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from lissom.app.ports import Came, JournalConflict, Past, UnknownMachine, UnknownSession
from lissom.coach.history import Entry as Word
from lissom.coach.history import History, session_of
from lissom.exchange.backup import Backup
from lissom.exchange.backup.packed import Packed
from lissom.machine import codec
from lissom.machine.model import Machine
from lissom.session.admission import admit
from lissom.session.bounds import LATEST
from lissom.session.log import Entry, Log, Rating, extend


class MemoryStore:
    """One person's record, gone with the process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._id = str(uuid4())
        self._logs: dict[str, Log] = {}
        self._machines: dict[str, Machine] = {}
        self._words: list[Word] = []
        self._settings: dict[str, Any] = {}

    def past(self) -> Past:
        sessions = tuple(session_of(log, self.machine(log.machine_digest)) for log in self.logs())
        return Past(History(sessions, self.entries()))

    def count_sessions(self) -> int:
        return len(self._logs)

    def logs(self, since: datetime | None = None) -> tuple[Log, ...]:
        found = (log for log in self._logs.values() if since is None or log.started >= since)
        return tuple(sorted(found, key=lambda log: (log.started, log.id)))

    def log(self, session_id: str) -> Log:
        if session_id not in self._logs:
            raise UnknownSession(f"there is no session {session_id}")
        return self._logs[session_id]

    def machine(self, digest: str) -> Machine:
        if digest not in self._machines:
            raise UnknownMachine(f"the machine {digest} is not in the journal")
        return self._machines[digest]

    def begin(self, log: Log, machine: Machine) -> None:
        if log.id in self._logs:
            raise JournalConflict(f"session {log.id} is in the journal already")
        self._logs[log.id] = log
        self._machines[log.machine_digest] = machine

    def append(self, session_id: str, index: int, *entries: Entry) -> None:
        log = self.log(session_id)
        longer = log.with_events(*entries[len(log.events) - index :])
        self._logs[session_id] = extend(log, longer)

    def rate(self, session_id: str, rating: Rating) -> None:
        log = self.log(session_id)
        self._logs[session_id] = log.with_ratings(*log.ratings, rating)

    def open_session(self, now: datetime | None = None) -> Log | None:
        return None

    def hear(
        self, log: Log, machine: Machine | None = None, *, is_played: bool, latest: datetime = LATEST
    ) -> Log:
        admit(log, machine or self.machine(log.machine_digest), latest)
        known = self._logs.get(log.id)
        self._logs[log.id] = extend(known, log) if known else log
        self._machines.setdefault(log.machine_digest, machine or self.machine(log.machine_digest))
        return self._logs[log.id]

    def played(self) -> tuple[str, ...]:
        return ()

    def played_elsewhere(self) -> tuple[str, ...]:
        return ()

    def away(self) -> tuple[str, ...]:
        return ()

    def ids(self) -> tuple[str, ...]:
        return (self._id,)

    def entries(self) -> tuple[Word, ...]:
        return tuple(sorted(self._words, key=lambda word: word.at))

    def write_entry(self, entry: Word) -> None:
        self._words.append(entry)

    def settings(self) -> dict[str, Any]:
        return dict(self._settings)

    def set_setting(self, name: str, value: Any) -> None:
        self._settings.pop(name, None)
        if value is not None:
            self._settings[name] = value

    def known_among(self, session_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in session_ids if name in self._logs)

    def take_out(self) -> Backup:
        machines = {digest: codec.dumps(machine) for digest, machine in self._machines.items()}
        return Backup(
            (self._id,), self.settings(), frozenset(self._words), self.logs(), Packed.of(machines.items())
        )

    def put_in(self, backup: Backup, settings: Mapping[str, str]) -> Came:
        new = [log for log in backup.logs if log.id not in self._logs]
        for log in new:
            self.begin(log, codec.loads(backup.machines[log.machine_digest]))
        words = backup.words - set(self._words)
        self._words += words
        self._settings |= settings
        return Came(sessions=len(new), words=len(words), settings=len(settings))

    def erase(self) -> None:
        self.__init__(self.folder)
