"""Which sessions are being played right now, in any process on this machine.

Without this a second player would take a session that goes on in another window for one that
crashed. Each live session is a small file that its process holds locked, through SQLite, which locks
in the same way everywhere. A process that dies, however it dies, lets go of its locks. For a player
that is no process of ours, a browser, the server claims, and only for as long as it hears of it.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import RLock, Timer, current_thread

CLAIM_SECONDS = 0.2  # another process holds the lock for an instant when it looks whether one lives
HEARD_FOR = 90  # seconds; a browser that plays is heard of every 30, so two of its calls may go astray


class LiveSessions:
    """The sessions that this process plays, and a way to see whether another plays one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "live"
        self._held: dict[str, sqlite3.Connection] = {}
        self._timers: dict[str, Timer] = {}
        self._guard = RLock()  # a server has several threads, and each timer is one more

    def claim(self, session_id: str) -> bool:
        """Take a session for this process; say whether it is ours now."""
        with self._guard:
            if session_id in self._held:
                return True
            lock = self._lock(session_id, timeout=CLAIM_SECONDS)
            if lock is not None:
                self._held[session_id] = lock
            return lock is not None

    def claim_for(self, session_id: str, seconds: float) -> bool:
        """Take a session for so many seconds from now, and let go of it unless it is claimed anew."""
        with self._guard:
            if not self.claim(session_id):
                return False
            self._stop_timer(session_id)
            timer = Timer(seconds, self._run_out, [session_id])
            timer.daemon = True
            self._timers[session_id] = timer
            timer.start()
            return True

    def is_played(self, session_id: str) -> bool:
        """Say whether a living process plays the session, this one included."""
        if session_id in self._held:
            return True
        if not self._file(session_id).exists():
            return False
        lock = self._lock(session_id, timeout=0)
        if lock is not None:
            lock.close()
        return lock is None

    def played(self) -> tuple[str, ...]:
        """Return the sessions that are being played, by this process or for whom it claims, or elsewhere."""
        return (*self._held, *self.played_elsewhere())

    def played_elsewhere(self) -> tuple[str, ...]:
        """Return the sessions that other living processes play."""
        if not self._folder.is_dir():
            return ()
        names = (
            file.name
            for file in self._folder.iterdir()
            if "." not in file.name and "-journal" not in file.name
        )
        return tuple(name for name in names if name not in self._held and self.is_played(name))

    def release(self, session_id: str) -> None:
        """Let go of a session that is over, and leave no trace of it."""
        with self._guard:
            self._stop_timer(session_id)
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
            for session_id in tuple(self._timers):
                self._stop_timer(session_id)
            while self._held:
                self._held.popitem()[1].close()

    def _run_out(self, session_id: str) -> None:
        with self._guard:
            if self._timers.get(session_id) is current_thread():  # else it was claimed anew just now
                self.release(session_id)

    def _stop_timer(self, session_id: str) -> None:
        if timer := self._timers.pop(session_id, None):
            timer.cancel()

    def _file(self, session_id: str) -> Path:
        return self._folder / session_id

    def _lock(self, session_id: str, timeout: float) -> sqlite3.Connection | None:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        lock = sqlite3.connect(
            self._file(session_id), timeout=timeout, isolation_level=None, check_same_thread=False
        )
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            lock.close()
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return None
        return lock
