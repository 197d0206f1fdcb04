"""The journal as a whole: all of it out, all of it gone. All of it in is `merge`, one session is `store`."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import connections, transaction

from lissom.app.ports import JournalError
from lissom.content.data_folder import OWN_ROUTINES
from lissom.exchange.backup import Backup, Packed
from lissom.exchange.backup.parts import is_known
from lissom.store import models
from lissom.store.identity import give_id

if TYPE_CHECKING:
    from lissom.store.journal import Journal


# out


def take_out(journal: Journal) -> Backup:
    """Return all that is kept."""
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


def erase(journal: Journal) -> None:
    """Erase all that is kept, rows first."""
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
