"""What can go wrong with a journal, in a person's words: what happened, what was kept, what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DatabaseError

from lissom.app.ports import JournalError
from lissom.store.folder import ENVIRONMENT, database_file

Words = tuple[str, str]

_UNWRITABLE: Words = (
    "cannot write in the data folder {folder}",
    "nothing in it was changed; make it writable, or name another folder with {environment}",
)
_FULL: Words = (
    "the disk with the data folder {folder} is full",
    "what was recorded until now is kept, the last step is not; make room and start again",
)
_DAMAGED: Words = (
    "the journal {file} is damaged or is no journal",
    "it was left as it is; copy the folder to a safe place, then move the file away or name another "
    "folder with {environment}; `sqlite3 FILE .recover` reads what is left of it",
)
_BUSY: Words = (
    "another program has kept the journal {file} locked",
    "what was recorded until now is kept; close the other program and start again",
)
_FAILING: Words = (
    "the disk with the data folder {folder} does not answer as it should",
    "what was recorded until now is kept as far as the disk holds it; copy the folder to a safe place",
)

_BY_SQLITE: dict[int, Words] = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _UNWRITABLE,
    sqlite3.SQLITE_PERM: _UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: _UNWRITABLE,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_IOERR: _FAILING,
}
_BY_SYSTEM: dict[int | None, Words] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EIO: _FAILING,
}


def is_unwritable(error: Exception) -> bool:
    """Say whether an error means that nothing can be written now, while what is there may be read."""
    return isinstance(error, OSError) or _words_of(error) in (_UNWRITABLE, _FULL, _BUSY, _FAILING)


def has_no_room(error: Exception) -> bool:
    """Say whether it is the disk, or its folder, that lets nothing be written, and not another program."""
    return isinstance(error, OSError) or _words_of(error) in (_UNWRITABLE, _FULL, _FAILING)


def newer_version(folder: Path, found: int, known: int) -> JournalError:
    """Return the error of a journal that a newer Lissom has written."""
    return JournalError(
        f"the journal {database_file(folder)} is of a newer Lissom (form {found}, known here: {known})",
        f"it was left as it is; install the newer Lissom, or name another folder with {ENVIRONMENT}",
    )


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn an error of the disk or the database into a `JournalError`; let any other pass."""
    try:
        yield
    except (DatabaseError, sqlite3.Error) as error:
        words = _words_of(error)
        if words is None:
            raise
        raise _error(words, folder) from error
    except OSError as error:
        raise _error(_BY_SYSTEM.get(error.errno, _UNWRITABLE), folder) from error


def _words_of(error: Exception) -> Words | None:
    """Find SQLite's code below Django's error; the low byte tells the kind, the rest the detail."""
    below = error if isinstance(error, sqlite3.Error) else error.__cause__
    code = getattr(below, "sqlite_errorcode", None)
    if code is not None:
        return _BY_SQLITE.get(code & 0xFF)
    return _DAMAGED if isinstance(below, sqlite3.DatabaseError) and "malformed" in str(below) else None


def _error(words: Words, folder: Path) -> JournalError:
    places = {"folder": folder, "file": database_file(folder), "environment": ENVIRONMENT}
    message, hint = (text.format(**places) for text in words)
    return JournalError(message, hint)
