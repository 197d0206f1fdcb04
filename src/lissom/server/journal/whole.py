"""The journal as a whole: all of it out, all of it in, all of it gone. One session is `store`'s.

What comes in is merged by the law of growing logs: a longer log replaces its own beginning, nothing
else replaces anything. Either all of it is taken over, or none.
"""

from __future__ import annotations

import shutil
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.db import connections, transaction

from lissom.exchange.backup import Backup
from lissom.exchange.backup.parts import is_known
from lissom.machine.codec import MachineFormatError, loads
from lissom.machine.model import Machine
from lissom.server.content import OWN_ROUTINES
from lissom.server.journal import models, rows
from lissom.server.journal.door import carry
from lissom.server.journal.faults import JournalError, explained
from lissom.server.journal.store import Journal
from lissom.session.log import Log, extend
from lissom.session.replay import Replay, replay


@dataclass(frozen=True, slots=True)
class Came:
    """What a backup brought: new sessions, longer ones, and those that this version cannot replay."""

    sessions: int = 0
    longer: int = 0
    unread: int = 0
    words: int = 0
    settings: int = 0
    routines: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether everything was here already."""
        return self == Came(unread=self.unread)


def take_out(journal: Journal) -> Backup:
    """Return all that is kept."""
    with explained(journal.folder):
        return carry(partial(_take_out, journal))


def put_in(journal: Journal, backup: Backup, settings: Mapping[str, str]) -> Came:
    """Take a backup in, whole or not at all. `settings` are those to be set.

    Raises:
        LogConflict: if a session here went on differently.
        LogRefused: if a session does not replay through its machine.
    """
    with explained(journal.folder):
        return carry(partial(_put_in, journal, backup, settings))


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
    with transaction.atomic(using=journal.alias):
        return Backup(
            settings=journal.settings(),
            words=frozenset(journal.entries()),
            logs=journal.logs(),
            machines={
                row.digest: zlib.decompress(row.packed)
                for row in models.MachineText.objects.using(journal.alias)
            },
            routines={path.stem: path.read_bytes() for path in _own_routines(journal.folder)},
        )


def _own_routines(folder: Path) -> Iterable[Path]:
    """Return the files that a backup can hold; what has no name of a routine is none."""
    found = sorted((folder / OWN_ROUTINES).glob("*.yaml"))
    return [path for path in found if path.is_file() and is_known(f"routines/{path.name}")]


# in


def _put_in(journal: Journal, backup: Backup, settings: Mapping[str, str]) -> Came:
    with transaction.atomic(using=journal.alias):
        known = {log.id: log for log in journal.logs()}
        new = [log for log in backup.logs if log.id not in known]
        _add_machines(journal, backup)
        played = dict(_replays(backup, new))
        _add_logs(journal, new, played)
        longer = sum(_lengthen(journal, known[log.id], log) for log in backup.logs if log.id in known)
        words = backup.words - set(journal.entries())
        models.Word.objects.using(journal.alias).bulk_create(
            rows.word_row(word) for word in sorted(words, key=lambda word: word.at)
        )
        for name, value in settings.items():
            journal.set_setting(name, value)
        routines = _add_routines(journal.folder, backup.routines)
    return Came(len(new), longer, len(new) - len(played), len(words), len(settings), routines)


def _add_machines(journal: Journal, backup: Backup) -> None:
    table = models.MachineText.objects.using(journal.alias)
    here = set(table.values_list("digest", flat=True))
    table.bulk_create(
        models.MachineText(digest=digest, packed=zlib.compress(text))
        for digest, text in backup.machines.items()
        if digest not in here
    )


def _replays(backup: Backup, logs: Iterable[Log]) -> Iterator[tuple[str, Replay]]:
    """Replay logs by their ids. What this version cannot read is kept as it is and left out here."""
    machines: dict[str, Machine | None] = {}
    for log in logs:
        if log.machine_digest not in machines:
            machines[log.machine_digest] = _read(backup.machines[log.machine_digest])
        if machine := machines[log.machine_digest]:
            yield log.id, replay(log, machine)


def _read(text: bytes) -> Machine | None:
    try:
        return loads(text)
    except MachineFormatError:
        return None


def _add_logs(journal: Journal, logs: list[Log], played: Mapping[str, Replay]) -> None:
    headings = [rows.session_row(log) for log in logs]
    for row in headings:
        row.is_over = row.id in played and played[row.id].is_over
    parts: tuple[tuple[Any, list[Any]], ...] = (
        (models.Session, headings),
        (models.Event, [row for log in logs for row in rows.event_rows(log.id, 0, log.events)]),
        (models.Rating, [row for log in logs for row in rows.rating_rows(log.id, 0, log.ratings)]),
    )
    for model, made in parts:
        model.objects.using(journal.alias).bulk_create(made, batch_size=1000)


def _lengthen(journal: Journal, known: Log, sent: Log) -> bool:
    if extend(known, sent) == known:
        return False
    journal.receive(sent)
    return True


def _add_routines(folder: Path, routines: Mapping[str, bytes]) -> int:
    """Write the files of own routines that are not here; one that is here stays as it is."""
    place = folder / OWN_ROUTINES
    new = {name: text for name, text in routines.items() if not (place / f"{name}.yaml").exists()}
    if new:
        place.mkdir(mode=0o700, exist_ok=True)
    for name, text in new.items():
        (place / f"{name}.yaml").write_bytes(text)
    return len(new)


# gone


def _erase(journal: Journal) -> None:
    journal.drop_held()
    tables: tuple[Any, ...] = (
        models.Event, models.Rating, models.Session, models.MachineText, models.Word, models.Note,
    )  # fmt: skip
    with transaction.atomic(using=journal.alias):
        for table in tables:
            table.objects.using(journal.alias).all().delete()
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
