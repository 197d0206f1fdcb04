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
        machines = (
            models.MachineText.objects.using(journal.alias)
            .filter(session__person=journal.person)
            .distinct()
            .values_list("digest", "packed")
        )
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
    """Erase all that is kept of a person, rows first, and the own routines with the last of them."""
    journal.drop_held()
    with transaction.atomic(using=journal.alias):
        delete_rows(journal.alias, journal.person)
        # A new id: what browsers keep of the erased record stays out.
        give_id(models.Note.objects.using(journal.alias), person_id=journal.person)
        is_alone = models.Person.objects.using(journal.alias).count() == 1
    if is_alone:
        for name in (OWN_ROUTINES, "live"):
            shutil.rmtree(journal.folder / name, ignore_errors=True)
    connections[journal.alias].close()
    rewrite(journal.folder / connections[journal.alias].settings_dict["NAME"])


def delete_rows(alias: str, person: str) -> None:
    """Delete a person's rows, and the machines that nobody played but them."""
    for part in (models.Event, models.Rating):
        part.objects.using(alias).filter(session__person=person).delete()
    tables: tuple[Any, ...] = (models.Session, models.Word, models.Note)
    for table in tables:
        table.objects.using(alias).filter(person=person).delete()
    models.MachineText.objects.using(alias).filter(session__isnull=True).delete()


def rewrite(file: Path) -> None:
    """Write the file anew without the pages that held what is gone, its log of changes too."""
    with closing(sqlite3.connect(file, timeout=10, isolation_level=None)) as database:
        database.execute("VACUUM")
        is_busy = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if is_busy:
        raise JournalError(
            "everything was erased, but another program still holds the journal's file",
            "close it, and erase once more so that no trace stays in the file",
        )
