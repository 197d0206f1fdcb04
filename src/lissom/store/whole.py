"""The journal as a whole: all of it out, all of it gone. All of it in is `merge`, one session is `store`."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from django.db import connections, transaction

from lissom.content.data_folder import OWN_ROUTINES
from lissom.exchange.backup import Backup, Packed
from lissom.exchange.backup.parts import is_known
from lissom.store import models
from lissom.store.door import carry
from lissom.store.faults import JournalError, explained
from lissom.store.identity import give_id
from lissom.store.journal import Journal


def take_out(journal: Journal) -> Backup:
    """Return all that is kept."""
    with explained(journal.folder):
        return carry(partial(_take_out, journal))


def erase(journal: Journal) -> None:
    """Erase all that is kept, so that nothing of it is left in the file either.

    Raises:
        JournalError: if another program holds the file; then all rows are gone and the file is not
            yet rewritten.
    """
    with explained(journal.folder):
        carry(partial(_erase, journal))


# out


def _take_out(journal: Journal) -> Backup:
    with _at_one_moment(journal.alias):
        machines = models.MachineText.objects.using(journal.alias).values_list("digest", "packed")
        return Backup(
            journals=journal.told_ids(),
            settings=journal.settings(),
            words=frozenset(journal.entries()),
            logs=journal.logs(),
            machines=Packed({digest: bytes(stream) for digest, stream in machines}),
            routines={path.stem: path.read_bytes() for path in _own_routines(journal.folder)},
        )


@contextmanager
def _at_one_moment(alias: str) -> Iterator[None]:
    """Read everything as it stood at one moment, while whoever plays goes on writing.

    Django's own transactions take the lock for writing, and a session would have to wait for it.
    """
    with connections[alias].cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _own_routines(folder: Path) -> Iterable[Path]:
    """Return the files that a backup can hold; what has no name of a routine is none."""
    found = sorted((folder / OWN_ROUTINES).glob("*.yaml"))
    return [path for path in found if path.is_file() and is_known(f"routines/{path.name}")]


# gone


def _erase(journal: Journal) -> None:
    journal.drop_held()
    tables: tuple[Any, ...] = (
        models.Event, models.Rating, models.Session, models.MachineText, models.Word, models.Note,
    )  # fmt: skip
    with transaction.atomic(using=journal.alias):
        for table in tables:
            table.objects.using(journal.alias).all().delete()
        give_id(models.Note.objects.using(journal.alias))  # what others keep of the erased one stays out
    for name in (OWN_ROUTINES, "live"):
        shutil.rmtree(journal.folder / name, ignore_errors=True)
    connections[journal.alias].close()
    _rewrite(journal.folder / connections[journal.alias].settings_dict["NAME"])


def _rewrite(file: Path) -> None:
    """Write the file anew without the pages that held what is gone, its log of changes too."""
    with closing(sqlite3.connect(file, timeout=10, isolation_level=None)) as database:
        database.execute("VACUUM")
        is_busy = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if is_busy:
        raise JournalError(
            "everything was erased, but another program still holds the journal's file",
            "close it, and erase once more so that no trace stays in the file",
        )
