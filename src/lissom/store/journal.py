"""The one door to what is kept. All that goes in or out are values of `session`, `machine` and `coach`.

What a method has recorded is on the disk when it returns. Every method may be called from a process
with a running event loop (see `door`), and by several processes at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial, wraps
from pathlib import Path
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.db import DatabaseError, connections, transaction
from django.db.models import Count, QuerySet

from lissom.app.ports import Came, JournalConflict, Past, SetAside, UnknownMachine, UnknownSession
from lissom.coach import session_json
from lissom.coach.history import Entry as Word
from lissom.coach.history import History, Session, session_of_replay
from lissom.exchange.backup import Backup
from lissom.machine.codec import MachineFormatError, Shared
from lissom.machine.model import Machine
from lissom.session.admission import admit
from lissom.session.bounds import LATEST, MOST_EVENTS, check_bounds, is_of_our_time
from lissom.session.live_session import LiveSession
from lissom.session.log import CLOSED, Entry, Log, Rating, extend
from lissom.session.path import may_resume
from lissom.session.replay import LogRefused, Replay, replay
from lissom.store import identity, models, rows
from lissom.store.faults import explained, is_unwritable
from lissom.store.live_sessions import HEARD_FOR, LiveSessions
from lissom.store.threaded import carry

Given = ParamSpec("Given")
Result = TypeVar("Result")

_SETTINGS = "settings"
_EXTENT = "SELECT {}, (SELECT COUNT(*) FROM {})".format(
    ", ".join(
        f"(SELECT MAX(id) FROM {model._meta.db_table})"
        for model in (models.Event, models.Rating, models.Word)
    ),
    models.Session._meta.db_table,
)
_MOST_HELD = 64  # machines in memory at once: more than one person plays from in a day


def _through_the_door(
    method: Callable[Concatenate[Journal, Given], Result],
) -> Callable[Concatenate[Journal, Given], Result]:
    """Carry a method out where Django may block, and explain what the disk does to it."""

    @wraps(method)
    def carried(journal: Journal, /, *given: Given.args, **named: Given.kwargs) -> Result:
        with explained(journal.folder):
            return carry(lambda: method(journal, *given, **named))

    return carried


class Journal:
    """All that is kept of one person in a data folder. Made by `lissom.store.household`.

    What is played is shared with the journals of the others: a process claims for all of them.
    """

    def __init__(
        self, folder: Path, alias: str, person: str, live: LiveSessions, *, only_reads: bool = False
    ) -> None:
        self.folder = folder
        self.person = person
        self.only_reads = only_reads
        self._alias = alias
        self._live = live
        self._machines: dict[str, Machine] = {}
        self._states: Shared = {}
        self._folding = Lock()
        self._known: tuple[Hashable, Past] | None = None

    @property
    def alias(self) -> str:
        """The name of its database in Django, for the neighbours of this module."""
        return self._alias

    def drop_held(self) -> None:
        """Forget what is held in memory, and every session of theirs that is being played."""
        for session_id in self.known_among(self._live.played()):
            self._live.release(session_id)
        self._known = None
        self._machines.clear()
        self._states.clear()

    # A session that is being played.

    @_through_the_door
    def begin(self, log: Log, machine: Machine) -> None:
        """Record a session that begins now, with the machine it is played on.

        Raises:
            JournalConflict: if there is a session of this id.
        """
        with self._transaction():
            if self._sessions().filter(id=log.id).exists():
                raise JournalConflict(f"session {log.id} is in the journal already")
            self._keep_machine(log.machine_digest, machine)
            self._add(log)
        self._live.claim(log.id)

    @_through_the_door
    def append(self, session_id: str, index: int, *entries: Entry) -> None:
        """Record the events of a session from this index on; they are on the disk when this returns.

        Recording the same events again changes nothing.

        Raises:
            JournalConflict: if the session was gone on with elsewhere, or is played by another process.
            UnknownSession: if there is no such session.
        """
        self._claim(session_id)
        with self._transaction():
            self._append(session_id, index, entries)
            is_over = bool(entries) and self._leads_to_an_end(session_id, entries[-1])
            if is_over:
                self._end(session_id)
        if is_over:
            self._live.release(session_id)

    @_through_the_door
    def rate(self, session_id: str, rating: Rating) -> None:
        """Record a pain rating of a session, after those it has.

        Raises:
            UnknownSession: if there is no such session.
        """
        with self._transaction():
            count = len(self._log(session_id).ratings)
            self._of(models.Rating).bulk_create(rows.rating_rows(session_id, count, [rating]))
            self._forget(session_id)

    @_through_the_door
    def open_session(self, now: datetime | None = None) -> Log | None:
        """Return the latest session that was broken off and that may be gone on with, or None.

        A session that a living process plays is not broken off, and of one that a browser plays only
        the browser knows. With `now`, one that was left for
        longer than it may be gone on with is recorded as closed, and is not returned; without,
        nothing is recorded. To go on: `LiveSession.go_on`, `resume` at `log.at_ms(now)`, `append`.
        """
        for log in reversed(rows.read_logs(self._sessions().filter(is_over=False, away=False))):
            played = None if self._live.is_played(log.id) else self._replay(log)
            if played is not None and not self._settle(log, played, now):
                return log
        return None

    @_through_the_door
    def played_elsewhere(self) -> tuple[str, ...]:
        """Return the person's sessions that are being played in other windows right now."""
        return self._theirs(self._live.played_elsewhere())

    @_through_the_door
    def played(self) -> tuple[str, ...]:
        """Return those that are being played right now, in this process or for whom it claims too."""
        return self._theirs(self._live.played())

    @_through_the_door
    def away(self) -> tuple[str, ...]:
        """Return the sessions that browsers play, or that were broken off there."""
        return tuple(self._sessions().filter(is_over=False, away=True).values_list("id", flat=True))

    # What was recorded.

    @_through_the_door
    def logs(self, since: datetime | None = None) -> tuple[Log, ...]:
        """Return every log by its start, or those started at a moment or later."""
        sessions = self._sessions()
        return rows.read_logs(sessions.filter(started__gte=since) if since else sessions)

    @_through_the_door
    def past(self) -> Past:
        """Return every session with what it came to, and the person's dated words.

        What a session came to is replayed once for each length of its log, and kept beside it. While nothing
        is added it is the same past: what was derived of it holds as well.
        """
        with self._folding:  # what one reader replays and keeps, those that ask meanwhile find
            extent = self._extent()
            if self._known is None or self._known[0] != extent:
                self._known = extent, self._past()
            return self._known[1]

    def _extent(self) -> Hashable:
        """Return what is another as soon as anything of the past is: rows are added, and never changed."""
        with connections[self._alias].cursor() as cursor:
            cursor.execute(_EXTENT)
            return tuple(cursor.fetchone())

    def _past(self) -> Past:
        told = _Told()
        fresh = {row.id: row for row in self._sessions() if not told.take_kept(row)}
        sizes = self._sizes(fresh)
        to_replay = [
            name for name, row in fresh.items() if not told.take_of_size(row, sizes.get(name, (0, 0)))
        ]
        for log in rows.read_logs(self._sessions().filter(id__in=to_replay)):
            try:
                check_bounds(log)
            except LogRefused:
                told.set_aside.append(SetAside(log.id, log.routine))
                continue
            told.take_replayed(log, self._replay(log))
        self._keep(told.came_to, fresh)
        return Past(History(tuple(told.sessions), self._words()), tuple(told.unread), tuple(told.set_aside))

    @_through_the_door
    def count_sessions(self) -> int:
        """Return how many sessions are on record."""
        return self._sessions().count()

    @_through_the_door
    def log(self, session_id: str) -> Log:
        """Return the log of a session.

        Raises:
            UnknownSession: if there is none.
        """
        return self._log(session_id)

    @_through_the_door
    def machine(self, digest: str) -> Machine:
        """Return a machine that was played.

        Raises:
            UnknownMachine: if there is none of that digest.
            MachineFormatError: if this version of Lissom cannot read it.
        """
        return self._machine(digest)

    @_through_the_door
    def receive(self, log: Log, machine: Machine | None = None) -> Log:
        """Take in a log that was recorded elsewhere, and return the log as it is kept now.

        Sent twice, or late, it changes nothing. A machine that is not known yet comes with it.

        Raises:
            LogRefused: if it does not replay through its machine.
            LogConflict: if another log of this session is kept, of which it is no part.
            UnknownMachine: if its machine is not known and did not come with it.
        """
        played = replay(log, machine or self._machine(log.machine_digest))
        with self._transaction():
            return self._receive(log, machine, played)

    @_through_the_door
    def hear(
        self, log: Log, machine: Machine | None = None, *, is_played: bool, latest: datetime = LATEST
    ) -> Log:
        """Take in a log from a browser, as `receive` does, if it is admitted and not after `latest`.

        While it is being played there and is not over, no other player takes it for broken off: for
        as long as the browser is heard of.

        Raises:
            JournalConflict: if a player on this machine plays it; and all that `receive` raises.
        """
        played = admit(log, machine or self._machine(log.machine_digest), latest)
        goes_on = is_played and not played.is_over  # what is over needs no claim, only that nobody has one
        if not (self._live.claim_for(log.id, HEARD_FOR) if goes_on else self._live.is_free(log.id)):
            raise _played_in_another_window(log.id)
        is_played_on = False
        try:
            with self._transaction():
                known = self._receive(log, machine, played)
                row = self._sessions().filter(id=log.id)
                if known == log and not played.is_over:
                    row.update(away=True)
                is_played_on = goes_on and not row.get().is_over
            return known
        finally:
            if not is_played_on:
                self._live.release(log.id)

    # Whose it is.

    @_through_the_door
    def ids(self) -> tuple[str, ...]:
        """Return what this record is known by: its own id, and those of the backups it took in.

        What a browser keeps carries the first of them. What carries any goes into this record.
        """
        return identity.all_of(self._notes(identity.BOOK))

    @_through_the_door
    def told_ids(self) -> tuple[str, ...]:
        """Return the ids that a backup tells: those of what is in it."""
        return identity.told_of(self._notes(identity.BOOK))

    @_through_the_door
    def take_ids(self, ids: Sequence[str]) -> None:
        """Be known by these ids too: a backup of theirs is brought back here, and its sessions come next."""
        is_empty = not self._sessions().exists() and not self._own(models.Word).exists()
        self._set_notes(identity.BOOK, identity.taken(self._notes(identity.BOOK), ids, is_empty=is_empty))

    @_through_the_door
    def known_among(self, session_ids: Iterable[str]) -> tuple[str, ...]:
        """Return those of these sessions that are kept here."""
        return self._theirs(tuple(session_ids))

    # The person's dated words, and the settings.

    @_through_the_door
    def write_entry(self, entry: Word) -> None:
        """Record a dated word of the person."""
        rows.word_row(entry, self.person).save(using=self._alias, force_insert=True)

    @_through_the_door
    def entries(self) -> tuple[Word, ...]:
        """Return the person's dated words, by time."""
        return self._words()

    @_through_the_door
    def settings(self) -> dict[str, Any]:
        """Return the settings that were changed: values of JSON by name."""
        return self._notes(_SETTINGS)

    @_through_the_door
    def set_setting(self, name: str, value: Any) -> None:
        """Set one setting; None takes it back to what it is without being set."""
        if value is None:
            self._own(models.Note).filter(book=_SETTINGS, name=name).delete()
        else:
            self._set_notes(_SETTINGS, {name: value})

    @_through_the_door
    def close(self) -> None:
        """Let go of the database and of every session being played. The next call opens it again."""
        self._live.close()
        connections[self._alias].close()

    # All of it.

    @_through_the_door
    def take_out(self) -> Backup:
        """Return all that is kept, as it stood at one moment."""
        from lissom.store.whole_record import take_out  # not before: it needs the content

        return take_out(self)

    @_through_the_door
    def put_in(self, backup: Backup, settings: Mapping[str, str]) -> Came:
        """Take a backup in, whole or not at all. `settings` are those to be set.

        Raises:
            LogConflict: if a session here went on differently.
            LogRefused: if a session is not admitted (`session.admission`).
        """
        from lissom.store.merge import put_in

        return put_in(self, backup, settings)

    @_through_the_door
    def erase(self) -> None:
        """Erase all that is kept, so that nothing of it is left in the file either.

        Raises:
            JournalError: if another program holds the file; then all rows are gone and the file is not
                yet rewritten.
        """
        from lissom.store.whole_record import erase

        erase(self)

    # Below the door: no method here carries or explains.

    def _words(self) -> tuple[Word, ...]:
        words = (rows.read_word(row) for row in self._own(models.Word))
        return tuple(word for word in words if is_of_our_time(word.at))

    def _keep(self, came_to: Sequence[Session], found: Mapping[str, models.Session]) -> None:
        """Note what sessions came to, unless one has ended meanwhile: of one that is over it is not asked
        again how long it was."""
        if not came_to:
            return
        with self._if_writable(), self._transaction():
            for each in came_to:
                row = self._sessions().filter(id=each.id, is_over=found[each.id].is_over)
                row.update(kept=session_json.as_json(each))

    def _sizes(self, names: Iterable[str]) -> dict[str, tuple[int, int]]:
        """Return how many events and ratings the logs of sessions have."""
        events, ratings = (
            dict(
                self._of(table)
                .filter(session_id__in=list(names))
                .order_by()
                .values_list("session_id")
                .annotate(Count("id"))
            )
            for table in (models.Event, models.Rating)
        )
        return {name: (events.get(name, 0), ratings.get(name, 0)) for name in names}

    @contextmanager
    def _if_writable(self) -> Iterator[None]:
        """Write what reading alone gives rise to, and go without it where nothing can be written now.

        What it says follows from the logs, so the next reading comes to the same. It waits for nobody:
        a full disk, or a program that keeps the file locked, must not keep a person from their plan.
        """
        waits_ms = round(connections[self._alias].settings_dict["OPTIONS"].get("timeout", 0) * 1000)
        try:
            self._wait_for_others(0)
            yield
        except (DatabaseError, sqlite3.Error, OSError) as error:
            if not is_unwritable(error):
                raise
        finally:
            self._wait_for_others(waits_ms)

    def _wait_for_others(self, milliseconds: int) -> None:
        with connections[self._alias].cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {milliseconds}")

    def _forget(self, session_id: str) -> None:
        """What was kept of a session holds no longer: its log has grown."""
        self._sessions().filter(id=session_id).update(kept=None)

    def _end(self, session_id: str) -> None:
        """Note that a session is over; what was kept of it came before its end."""
        self._sessions().filter(id=session_id).update(is_over=True, kept=None)

    def _transaction(self) -> transaction.Atomic:
        return transaction.atomic(using=self._alias)

    def _of(self, model: type[Any]) -> QuerySet[Any]:
        return model.objects.using(self._alias)  # type: ignore[no-any-return]  # managers are made at run time

    def _own(self, model: type[Any]) -> QuerySet[Any]:
        """The rows that are the person's: of all tables that name one."""
        return self._of(model).filter(person=self.person)

    def _sessions(self) -> QuerySet[models.Session]:
        return self._own(models.Session)

    def _theirs(self, session_ids: Sequence[str]) -> tuple[str, ...]:
        """Those of these sessions that are the person's; what others of the household play is their own."""
        if not session_ids:
            return ()
        return tuple(self._sessions().filter(id__in=session_ids).values_list("id", flat=True))

    def _refuse_anothers(self, session_id: str) -> None:
        if self._of(models.Session).filter(id=session_id).exists():
            raise JournalConflict(
                f"session {session_id} is on the record of somebody else here",
                "choose that person first; nothing was changed",
            )

    def _log(self, session_id: str) -> Log:
        found = rows.read_logs(self._sessions().filter(id=session_id))
        if not found:
            raise UnknownSession(f"there is no session {session_id}", "`lissom log list` lists them")
        return found[0]

    def _claim(self, session_id: str) -> None:
        if not self._live.claim(session_id):
            raise _played_in_another_window(session_id)

    def _add(self, log: Log) -> None:
        self._refuse_anothers(log.id)
        rows.session_row(log, self.person).save(using=self._alias, force_insert=True)
        self._of(models.Event).bulk_create(rows.event_rows(log.id, 0, log.events))
        self._of(models.Rating).bulk_create(rows.rating_rows(log.id, 0, log.ratings))

    def _append(self, session_id: str, index: int, entries: Sequence[Entry]) -> None:
        events = self._of(models.Event).filter(session_id=session_id)
        known = tuple(
            Entry(*row)
            for row in events.filter(index__gte=index)
            .order_by("index")
            .values_list("at_ms", "state", "event")
        )
        if known[: len(entries)] != tuple(entries)[: len(known)] or len(known) > len(entries):
            raise JournalConflict(
                f"session {session_id} was gone on with elsewhere from event {index} on",
                "what is in the journal is kept as it is",
            )
        if not known:
            self._check_place(session_id, index, events.count())
        added = rows.event_rows(session_id, index + len(known), entries[len(known) :])
        self._of(models.Event).bulk_create(added)

    def _check_place(self, session_id: str, index: int, count: int) -> None:
        if count == 0 and not self._sessions().filter(id=session_id).exists():
            raise UnknownSession(f"there is no session {session_id}")
        if index != count:
            raise JournalConflict(f"session {session_id} has {count} events, so none can follow at {index}")

    def _leads_to_an_end(self, session_id: str, entry: Entry) -> bool:
        if entry.event == CLOSED:
            return True
        digest = self._sessions().values_list("machine_id", flat=True).get(id=session_id)
        states = self._machine(digest).states
        target = states[entry.state].on.get(entry.event) if entry.state in states else None
        return target is not None and states[target].kind == "end"

    def _receive(self, log: Log, machine: Machine | None, played: Replay) -> Log:
        if machine is not None:
            self._keep_machine(log.machine_digest, machine)
        if not self._sessions().filter(id=log.id).exists():
            self._add(log)
            known = log
        else:
            known = self._lengthen(self._log(log.id), log)
        if known == log and played.is_over:
            self._sessions().filter(id=log.id).update(is_over=True)
        return known

    def _lengthen(self, known: Log, sent: Log) -> Log:
        longer = extend(known, sent)
        if longer == known:
            return known
        events, ratings = len(known.events), len(known.ratings)
        self._of(models.Event).bulk_create(rows.event_rows(known.id, events, longer.events[events:]))
        self._of(models.Rating).bulk_create(rows.rating_rows(known.id, ratings, longer.ratings[ratings:]))
        self._forget(known.id)
        return longer

    def _settle(self, log: Log, played: Replay, now: datetime | None) -> bool:
        """Note that a session is over, closing it where it was left too long; say whether it is."""
        if not played.is_over and (now is None or may_resume(played.path, log.at_ms(now))):
            return False
        with self._if_writable():
            if not played.is_over and now is not None:
                closed = LiveSession.go_on(played.machine, log.events).resume(log.at_ms(now)).entries[-1]
                self._of(models.Event).bulk_create(rows.event_rows(log.id, len(log.events), [closed]))
            self._end(log.id)
            self._live.sweep(log.id)
        return True

    def _replay(self, log: Log) -> Replay | None:
        """Replay a log, or return None where this version of Lissom cannot: it then stays as it is."""
        try:
            check_bounds(log)
            return replay(log, self._machine(log.machine_digest))
        except (LogRefused, UnknownMachine, MachineFormatError):
            return None

    def _keep_machine(self, digest: str, machine: Machine) -> None:
        if not self._of(models.MachineText).filter(digest=digest).exists():
            row = rows.machine_row(machine)
            if row.digest != digest:
                raise ValueError(f"the log names another machine than it came with: {digest}")
            row.save(using=self._alias, force_insert=True)
        self._hold(digest, machine)

    def _machine(self, digest: str) -> Machine:
        machine = self._machines.get(digest)
        if machine is None:
            row = self._of(models.MachineText).filter(digest=digest).first()
            if row is None:
                raise UnknownMachine(f"the machine {digest} is not in the journal")
            machine = rows.read_machine(row, self._states)
            self._hold(digest, machine)
        return machine

    def _hold(self, digest: str, machine: Machine) -> None:
        """Hold a machine in memory once its row is sure to stay: a refused log takes it away again."""
        if len(self._machines) >= _MOST_HELD:
            self._machines.clear()
            self._states.clear()
        hold = partial(self._machines.setdefault, digest, machine)
        transaction.on_commit(hold, using=self._alias)

    def _notes(self, book: str) -> dict[str, Any]:
        return dict(self._own(models.Note).filter(book=book).values_list("name", "value"))

    def _set_notes(self, book: str, values: Mapping[str, Any]) -> None:
        with self._transaction():
            for name, value in values.items():
                self._of(models.Note).update_or_create(
                    person_id=self.person, book=book, name=name, defaults={"value": value}
                )


def _played_in_another_window(session_id: str) -> JournalConflict:
    return JournalConflict(
        f"session {session_id} is being played in another window",
        "what it recorded is kept; go on there, or end it there first",
    )


class _Told:
    """What is being put together of the past: each session goes into one of its lists."""

    def __init__(self) -> None:
        self.sessions: list[Session] = []
        self.came_to: list[Session] = []  # those that were replayed just now
        self.unread: list[str] = []
        self.set_aside: list[SetAside] = []

    def take_kept(self, row: models.Session) -> bool:
        """Take one that is over and of which is kept what it came to; say whether it is one."""
        known = session_json.from_json(row.kept) if row.kept is not None and row.is_over else None
        if known is not None:
            self.sessions.append(known)
        return known is not None

    def take_of_size(self, row: models.Session, size: tuple[int, int]) -> bool:
        """Take one of whose log, as long as it is, it is kept what it came to, or that is too long."""
        if size[0] > MOST_EVENTS:
            self.set_aside.append(SetAside(row.id, row.routine))
            return True
        known = session_json.from_json(row.kept) if row.kept is not None else None
        if known is None or (known.length, len(known.ratings)) != size:
            return False
        self.sessions.append(known)
        return True

    def take_replayed(self, log: Log, played: Replay | None) -> None:
        """Take one that was replayed; None where that cannot be done."""
        if played is None:
            self.unread.append(log.id)
            return
        self.sessions.append(session_of_replay(log, played))
        self.came_to.append(self.sessions[-1])
