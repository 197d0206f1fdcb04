"""Which sessions are being played right now, in any process on this machine.

Without this a second player would take a session that goes on in another window for one that crashed.
What this process plays itself is a small file that it holds locked, through SQLite, which locks in the
same way everywhere: a process that dies, however it dies, lets go of its locks. A terminal plays one.

For a player that is no process of ours, a browser, the server claims, and only for as long as it hears of
it. However many there are, they cost one lock and one list: the lock says that the server lives, and the
list, which others read, until when each session counts as played. Nothing runs to let go of them.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock
from uuid import uuid4

from lissom.atomic_write import write_whole

CLAIM_SECONDS = 0.2  # another process holds the lock for an instant when it looks whether one lives
ALONE_SECONDS = 5.0  # as long as a claim may wait for others; each is a matter of milliseconds
HEARD_FOR = 90  # seconds; a browser that plays is heard of every 30, so two of its calls may go astray
NEARLY = 0.1  # of a claim: one that is so much shorter is not written down anew
MOST_HEARD = 32  # browsers that play at once, by one server; a person has one, and tabs

ALONE = "claiming.lock"  # in the data folder
ALIVE = ".alive"
HEARD = ".heard"


class LiveSessions:
    """The sessions that this process plays, and a way to see whether another plays one."""

    def __init__(self, folder: Path, now: Callable[[], float] = time.time) -> None:
        """`now` is the time on the wall, in seconds, as other processes have it too."""
        self._folder = folder / "live"
        self._now = now
        self._name = uuid4().hex
        self._held: dict[str, sqlite3.Connection] = {}
        self._heard: dict[str, float] = {}
        self._alive: sqlite3.Connection | None = None
        self._guard = RLock()  # a server has several threads

    def claim(self, session_id: str) -> bool:
        """Take a session for this process; say whether it is ours now."""
        with self._guard:
            if session_id in self._held or session_id in self._heard_here():
                return True
            with self._alone():
                if session_id in self._heard_elsewhere():
                    return False
                lock = self._lock(session_id, timeout=CLAIM_SECONDS)
                if lock is not None:
                    self._held[session_id] = lock
                return lock is not None

    def claim_for(self, session_id: str, seconds: float) -> bool:
        """Take a session for so many seconds from now, and let go of it unless it is claimed anew."""
        with self._guard:
            until = self._now() + seconds
            if session_id in self._held or self._heard_here().get(session_id, 0) > until - NEARLY * seconds:
                return True
            with self._alone():
                if self._is_locked(session_id) or session_id in self._heard_elsewhere():
                    return False
                self._heard = _latest({**self._heard_here(), session_id: until})
                self._tell_heard()
                return True

    def is_free(self, session_id: str) -> bool:
        """Say whether no other process plays the session, or claims it for others."""
        if session_id in self._held or session_id in self._heard_here():
            return True
        return not self._is_locked(session_id) and session_id not in self._heard_elsewhere()

    def is_played(self, session_id: str) -> bool:
        """Say whether a living process plays the session, this one included."""
        if session_id in self._held or session_id in self._heard_here():
            return True
        return self._is_locked(session_id) or session_id in self._heard_elsewhere()

    def played(self) -> tuple[str, ...]:
        """Return the sessions that are being played, by this process or for whom it claims, or elsewhere."""
        return (*self._held, *self._heard_here(), *self.played_elsewhere())

    def played_elsewhere(self) -> tuple[str, ...]:
        """Return the sessions that other living processes play, or claim for others."""
        if not self._folder.is_dir():
            return ()
        names = (
            file.name
            for file in self._folder.iterdir()
            if "." not in file.name and "-journal" not in file.name
        )
        locked = (name for name in names if name not in self._held and self._is_locked(name))
        return tuple(dict.fromkeys((*locked, *self._heard_elsewhere())))

    def release(self, session_id: str) -> None:
        """Let go of a session that is over, and leave no trace of it."""
        with self._guard:
            if self._heard.pop(session_id, None) is not None:
                with suppress(OSError):  # a disk that is full: others then take it for played a little longer
                    self._tell_heard()
            lock = self._held.pop(session_id, None)
            if lock is not None:
                self._file(session_id).unlink(missing_ok=True)  # first, while nobody else can hold it
                lock.close()

    def sweep(self, session_id: str) -> None:
        """Leave no trace of a session whose process died and that is over now."""
        if self._file(session_id).exists() and self.claim(session_id):
            self.release(session_id)

    def close(self) -> None:
        """Let go of every session, as the end of the process does."""
        with self._guard:
            self._heard = {}
            self._tell_heard()  # a list that is empty is taken away
            while self._held:
                self._held.popitem()[1].close()

    # what is played in browsers

    def _heard_here(self) -> dict[str, float]:
        return _still_heard(self._heard, self._now())

    def _heard_elsewhere(self) -> Iterator[str]:
        """The sessions on the lists of other processes that live; what a dead one has left is taken away."""
        lists = sorted(self._folder.glob(f"*{HEARD}")) if self._folder.is_dir() else []
        for file in lists:
            owner = file.name.removesuffix(HEARD)
            if owner == self._name:
                continue
            if self._is_locked(owner + ALIVE):
                yield from _still_heard(_read(file), self._now())
            else:
                self._take_away(owner)

    def _tell_heard(self) -> None:
        """Write the list for others; where it is empty, no trace of it is left."""
        if self._heard:
            self._alive = self._alive or self._lock(self._name + ALIVE, timeout=CLAIM_SECONDS)
            write_whole(self._file(self._name + HEARD), json.dumps(self._heard).encode())
        elif self._alive is not None:
            self._take_away(self._name)
            self._alive.close()
            self._alive = None

    def _take_away(self, owner: str) -> None:
        for ending in (HEARD, ALIVE):
            self._file(owner + ending).unlink(missing_ok=True)

    # locks

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Claim while no other process does: to look and to take is one step then."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        with closing(_open(self._folder.with_name(ALONE), ALONE_SECONDS)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            yield

    def _is_locked(self, name: str) -> bool:
        """Whether another living process holds a lock."""
        if not self._file(name).exists():
            return False
        lock = self._lock(name, timeout=0)
        if lock is not None:
            lock.close()
        return lock is None

    def _file(self, name: str) -> Path:
        return self._folder / name

    def _lock(self, name: str, timeout: float) -> sqlite3.Connection | None:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        lock = _open(self._file(name), timeout)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            lock.close()
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return None
        return lock


def _open(file: Path, timeout: float) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=timeout, isolation_level=None, check_same_thread=False)


def _still_heard(heard: Mapping[str, float], now: float) -> dict[str, float]:
    """Return what counts still; a time further off than any claim is of a clock that was set back."""
    return {name: until for name, until in heard.items() if now < until <= now + HEARD_FOR}


def _latest(heard: Mapping[str, float]) -> dict[str, float]:
    """Return as many as may be claimed at once, those that were heard of last."""
    by_time: Iterable[str] = sorted(heard, key=heard.__getitem__, reverse=True)
    return {name: heard[name] for name in list(by_time)[:MOST_HEARD]}


def _read(file: Path) -> dict[str, float]:
    """Return what stands on a list; nothing where it is gone just now."""
    try:
        told = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(name): float(until) for name, until in told.items()} if isinstance(told, dict) else {}
