"""Rows of the journal as values of a session, and back. Nothing is decided here."""

from __future__ import annotations

import hashlib
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from django.db import connections
from django.db.models import QuerySet

from lissom.coach import statement_json
from lissom.coach.history import ALL, Agreed, LateReport, TakenBack
from lissom.coach.history import Entry as Word
from lissom.machine import codec
from lissom.machine.model import Machine
from lissom.session.log import Entry, Log, Rating
from lissom.store import models

Row = TypeVar("Row")


def read_logs(sessions: QuerySet[models.Session]) -> tuple[Log, ...]:
    """Return the logs of sessions, in their order, with two queries for all their parts."""
    alias = sessions.db
    events = models.Event.objects.using(alias).filter(session__in=sessions.order_by())
    ratings = models.Rating.objects.using(alias).filter(session__in=sessions.order_by())
    entry_rows = events.order_by("session_id", "index").values_list("session_id", "at_ms", "state", "event")
    rating_rows = ratings.order_by("session_id", "index").values_list("session_id", "when", "at_ms", "value")
    entries_of, ratings_of = _grouped(entry_rows), _grouped(rating_rows)
    return tuple(
        _log(
            session,
            tuple(Entry(*row) for row in entries_of[session.id]),
            tuple(Rating(*row) for row in ratings_of[session.id]),
        )
        for session in sessions
    )


def machine_row(machine: Machine) -> models.MachineText:
    """Return a machine as a row, with the digest of its canonical JSON (as `codec.machine_digest`)."""
    text = codec.dumps(machine)
    digest = f"sha256:{hashlib.sha256(text).hexdigest()}"
    return models.MachineText(digest=digest, packed=zlib.compress(text))


def read_machine(row: models.MachineText, shared: codec.Shared) -> Machine:
    """Return the machine of a row; for `shared` see `codec.loads_alike`.

    Raises:
        MachineFormatError: if this version of Lissom cannot read it.
    """
    return codec.loads_alike(zlib.decompress(row.packed), shared)


def session_row(log: Log, person: str) -> models.Session:
    """Return the heading of a person's log as a row."""
    return models.Session(
        id=log.id,
        person_id=person,
        routine=log.routine,
        digest=log.digest,
        machine_id=log.machine_digest,
        options=dict(log.options),
        started=log.started,
        zone=log.zone,
    )


def insert_logs(alias: str, logs: Iterable[Log], known: Mapping[str, Log]) -> None:
    """Insert the events and ratings of many logs, after those of them that are known.

    As plain rows and not as models, of which each costs many times what SQLite takes for its row.
    """
    events: list[tuple[Any, ...]] = []
    ratings: list[tuple[Any, ...]] = []
    for log in logs:
        here = known.get(log.id)
        first, first_rating = (len(here.events), len(here.ratings)) if here else (0, 0)
        new, new_ratings = log.events[first:], log.ratings[first_rating:]
        events += ((log.id, n, e.at_ms, e.state, e.event) for n, e in enumerate(new, first))
        ratings += ((log.id, n, r.when, r.at_ms, r.value) for n, r in enumerate(new_ratings, first_rating))
    _insert(alias, models.Event, ("session_id", "index", "at_ms", "state", "event"), events)
    _insert(alias, models.Rating, ("session_id", "index", "when", "at_ms", "value"), ratings)


def event_rows(session_id: str, index: int, entries: Sequence[Entry]) -> list[models.Event]:
    """Return entries as rows, the first of them at this index."""
    return [
        models.Event(session_id=session_id, index=n, at_ms=e.at_ms, state=e.state, event=e.event)
        for n, e in enumerate(entries, index)
    ]


def rating_rows(session_id: str, index: int, ratings: Sequence[Rating]) -> list[models.Rating]:
    """Return ratings as rows, the first of them at this index."""
    return [
        models.Rating(session_id=session_id, index=n, when=r.when, at_ms=r.at_ms, value=r.value)
        for n, r in enumerate(ratings, index)
    ]


def word_row(entry: Word, person: str) -> models.Word:
    """Return a person's dated word as a row."""
    match entry:
        case TakenBack():
            return models.Word(
                person_id=person,
                at=entry.at,
                zone=entry.zone,
                kind=statement_json.TAKEN_BACK,
                target=entry.target,
                settled=entry.settled,
            )
        case Agreed():
            more = statement_json.contact_json(entry) or None
            return models.Word(
                person_id=person,
                at=entry.at,
                zone="",
                kind=statement_json.AGREED,
                target=entry.target,
                more=more,
            )
        case LateReport():
            return models.Word(
                person_id=person,
                at=entry.at, zone=entry.zone, kind=statement_json.TOLD, target=entry.stretch or ALL,
                more=statement_json.told_json(entry),
            )  # fmt: skip


def read_word(row: models.Word) -> Word:
    """Return the dated word of a row."""
    if row.kind == statement_json.TAKEN_BACK:
        return TakenBack(row.at, row.zone, row.target, row.settled)
    more = row.more or {}
    if row.kind == statement_json.TOLD:
        return statement_json.read_told(row.at, {"zone": row.zone, **more})
    return statement_json.read_agreed(row.at, {"target": row.target, **more})


def _log(session: models.Session, entries: tuple[Entry, ...], ratings: tuple[Rating, ...]) -> Log:
    return Log(
        session.id,
        session.routine,
        session.digest,
        session.machine_id,
        session.options,
        session.started,
        session.zone,
        entries,
        ratings,
    )


def _insert(
    alias: str, model: type[models.Event | models.Rating], columns: Sequence[str], rows: list[tuple[Any, ...]]
) -> None:
    quote = connections[alias].ops.quote_name
    names, marks = ", ".join(map(quote, columns)), ", ".join(["%s"] * len(columns))
    with connections[alias].cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})", rows)


def _grouped(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    groups: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for session_id, *row in rows:
        groups[session_id].append(tuple(row))
    return groups
