"""A backup taken into a journal: merged by the law of growing logs, whole or not at all.

A longer log replaces its own beginning, nothing else replaces anything. Every log is replayed before
the journal is locked: whoever plays meanwhile waits for the rows alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Count

from lissom.app.ports import Came, JournalConflict
from lissom.atomic_write import write_whole
from lissom.coach import session_json
from lissom.coach.history import Entry, session_of_replay
from lissom.content.data_folder import OWN_ROUTINES
from lissom.exchange.backup import Backup
from lissom.machine.codec import MachineFormatError, Shared, loads_alike
from lissom.machine.model import Machine
from lissom.session.admission import admit, check_heading
from lissom.session.log import Log, extend
from lissom.store import models, rows

if TYPE_CHECKING:
    from lissom.store.journal import Journal


@dataclass(frozen=True, slots=True)
class ReplayNote:
    """What replay said of a log, as its heading notes it."""

    is_over: bool
    kept: dict[str, Any] | None


def put_in(journal: Journal, backup: Backup, settings: Mapping[str, str]) -> Came:
    """Take a backup in, whole or not at all. `settings` are those to be set.

    Raises:
        LogConflict: if a session here went on differently.
        LogRefused: if a session is not admitted (`session.admission`).
    """
    known = {log.id: log for log in journal.logs()}
    replays = _Replays(backup)
    for log in _coming(backup, known):
        replays.note(log)
    with (
        _routines_added(journal.folder, backup.routines) as routines,
        transaction.atomic(using=journal.alias),
    ):
        known = _as_they_are_now(journal, known)
        notes = {log.id: replays.note(log) for log in _coming(backup, known)}
        coming = [log for log in backup.logs if log.id in notes]
        longer = [log for log in coming if log.id in known]
        words = backup.words - set(journal.entries())
        journal.take_ids(backup.journals)
        _add_machines(journal.alias, backup)
        new = [log for log in coming if log.id not in known]
        _refuse_anothers(journal, new)
        _add_headings(journal, new, notes)
        _change_headings(journal.alias, longer, notes)
        rows.insert_logs(journal.alias, coming, known)
        _add_words(journal, words)
        for name, value in settings.items():
            journal.set_setting(name, value)
    unread = [name for name, note in notes.items() if note is None]
    return Came(len(coming) - len(longer), len(longer), len(unread), len(words), len(settings), routines)


class _Replays:
    """What replay says of a backup's logs. Each is played once, however often it is asked for."""

    def __init__(self, backup: Backup) -> None:
        self._texts = backup.machines
        self._machines: dict[str, Machine | None] = {}
        self._shared: Shared = {}
        self._notes: dict[str, ReplayNote | None] = {}

    def note(self, log: Log) -> ReplayNote | None:
        """Replay a log; None where this version cannot read its machine, and it is kept as it is.

        Raises:
            LogRefused: if it is not admitted.
        """
        if log.id not in self._notes:
            check_heading(log)
            machine = self._machine(log.machine_digest)
            self._notes[log.id] = _note(log, machine) if machine else None
        return self._notes[log.id]

    def _machine(self, digest: str) -> Machine | None:
        if digest not in self._machines:
            try:
                self._machines[digest] = loads_alike(self._texts[digest], self._shared)
            except MachineFormatError:
                self._machines[digest] = None
        return self._machines[digest]


def _note(log: Log, machine: Machine) -> ReplayNote:
    played = admit(log, machine)
    return ReplayNote(
        played.is_over, session_json.as_json(session_of_replay(log, played)) if played.is_over else None
    )


# what is here


def _coming(backup: Backup, known: Mapping[str, Log]) -> Iterator[Log]:
    """Return the logs that are not here, or not as long."""
    for log in backup.logs:
        here = known.get(log.id)
        if here is None or extend(here, log) != here:
            yield log


def _refuse_anothers(journal: Journal, new: Iterable[Log]) -> None:
    """Refuse a backup of somebody else here: its sessions would be on two records."""
    ids = [log.id for log in new]
    found = models.Session.objects.using(journal.alias).filter(id__in=ids).select_related("person").first()
    if found is not None:
        raise JournalConflict(
            f"sessions of this backup are on the record of {found.person.name or 'somebody else here'}",
            "choose that person first; nothing was taken over and nothing was changed",
        )


def _as_they_are_now(journal: Journal, known: Mapping[str, Log]) -> dict[str, Log]:
    """Read those logs again that have grown. Rows are only ever added, so their number tells."""
    now = _sizes(journal)
    grown = [name for name, size in now.items() if name not in known or size != _size(known[name])]
    again = rows.read_logs(models.Session.objects.using(journal.alias).filter(id__in=grown))
    return {name: known[name] for name in now if name in known} | {log.id: log for log in again}


def _size(log: Log) -> tuple[int, int]:
    return len(log.events), len(log.ratings)


def _sizes(journal: Journal) -> dict[str, tuple[int, int]]:
    sessions = models.Session.objects.using(journal.alias).filter(person=journal.person).order_by()
    events, ratings = (
        dict(
            table.objects.using(journal.alias)
            .filter(session__in=sessions)
            .order_by()
            .values_list("session_id")
            .annotate(Count("id"))
        )
        for table in (models.Event, models.Rating)
    )
    names = sessions.values_list("id", flat=True)
    return {name: (events.get(name, 0), ratings.get(name, 0)) for name in names}


# what is added


def _add_machines(alias: str, backup: Backup) -> None:
    table = models.MachineText.objects.using(alias)
    here = set(table.values_list("digest", flat=True))
    table.bulk_create(
        models.MachineText(digest=digest, packed=stream)
        for digest, stream in backup.machines.streams.items()
        if digest not in here
    )


def _add_headings(journal: Journal, logs: Iterable[Log], notes: Mapping[str, ReplayNote | None]) -> None:
    headings = [rows.session_row(log, journal.person) for log in logs]
    for row in headings:
        if note := notes[row.id]:
            row.is_over, row.kept = note.is_over, note.kept
    models.Session.objects.using(journal.alias).bulk_create(headings, batch_size=1000)


def _change_headings(alias: str, logs: Iterable[Log], notes: Mapping[str, ReplayNote | None]) -> None:
    for log in logs:
        note = notes[log.id] or ReplayNote(is_over=False, kept=None)
        models.Session.objects.using(alias).filter(id=log.id).update(is_over=note.is_over, kept=note.kept)


def _add_words(journal: Journal, words: Iterable[Entry]) -> None:
    models.Word.objects.using(journal.alias).bulk_create(
        rows.word_row(word, journal.person) for word in sorted(words, key=lambda word: word.at)
    )


@contextmanager
def _routines_added(folder: Path, routines: Mapping[str, bytes]) -> Iterator[int]:
    """Write the files of own routines that are not here, each whole; one that is here stays as it is.

    Where what follows fails, they are gone again.
    """
    place = folder / OWN_ROUTINES
    new = {
        place / f"{name}.yaml": text
        for name, text in routines.items()
        if not (place / f"{name}.yaml").exists()
    }
    try:
        if new:
            place.mkdir(mode=0o700, exist_ok=True)
        for path, text in new.items():
            write_whole(path, text)
        yield len(new)
    except BaseException:  # also an interruption: it is all or nothing
        for path in new:
            path.unlink(missing_ok=True)
        raise
