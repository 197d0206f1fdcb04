"""Time and size of a backup of 2,000 sessions, and of its way back into a journal; called by `exchange`.

Beside it the same rows as one JSON file in a zip, and SQLite's own copy of the file. Neither replays a
log, merges anything, or looks at what it reads.
"""

from __future__ import annotations

import io
import json
import sqlite3
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.measure import print_table
from bench.sessions import years_of_practice
from lissom.app.person import Desk
from lissom.exchange.backup import write
from lissom.store.folder import database_file
from lissom.store.setup import open_journal

SESSIONS = 2000
ROUNDS = 3
TABLES = ("journal_machinetext", "journal_session", "journal_event", "journal_rating")


def measure_backup() -> None:
    """Measure each way out and each way in, and print the table."""
    content = years_of_practice(SESSIONS)
    with TemporaryDirectory() as folder:
        full = Path(folder) / "full"
        restore(full, write(content))
        packed, database = back_up(full), database_file(full)
        dumped = dump(database)
        ways: dict[str, tuple[Callable[[Path], object], int]] = {
            "lissom backup": (lambda _: back_up(full), len(packed)),
            "lissom restore, each log replayed": (lambda place: restore(place, packed), len(packed)),
            "lissom restore, all there already": (lambda _: restore(full, packed), len(packed)),
            "rows as JSON in a zip": (lambda _: dump(database), len(dumped)),
            "rows from there, as they are": (lambda place: load(place, dumped), len(dumped)),
            "SQLite's own copy": (lambda place: copy(database, place), database.stat().st_size),
        }
        rows = [
            (name, f"{_seconds(way, Path(folder) / name) * 1e3:.0f}", f"{size:,}")
            for name, (way, size) in ways.items()
        ]
    events = sum(len(log.events) for log in content.logs)
    print_table(
        (f"{SESSIONS:,} sessions, {events:,} events, {len(content.machines)} machines", "ms", "bytes"), rows
    )


def back_up(folder: Path) -> bytes:
    """Return the backup of a journal."""
    desk = Desk(open_journal(folder), zone="UTC")
    from lissom.app.backups import make_backup

    return make_backup(desk)


def restore(folder: Path, packed: bytes) -> None:
    """Take a backup into a journal, which is made where there is none."""
    desk = Desk(open_journal(folder), zone="UTC")
    from lissom.app import backups

    backups.restore(desk, packed)


def dump(database: Path) -> bytes:
    """Return the rows of a journal as one JSON file in a zip."""
    with closing(sqlite3.connect(database)) as journal:
        tables = {name: journal.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("rows.json", json.dumps(tables, default=bytes.hex))
    return packed.getvalue()


def load(folder: Path, packed: bytes) -> None:
    """Write such rows into a new database."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        tables = json.loads(archive.read("rows.json"))
    folder.mkdir()
    with closing(sqlite3.connect(database_file(folder))) as database, database:
        for name, rows in tables.items():
            columns = [f"c{number}" for number in range(len(rows[0]))]
            database.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
            database.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' for _ in columns)})", rows)


def copy(database: Path, folder: Path) -> None:
    """Copy a database by SQLite's own means."""
    folder.mkdir()
    with (
        closing(sqlite3.connect(database)) as here,
        closing(sqlite3.connect(database_file(folder))) as there,
    ):
        here.backup(there)


def _seconds(way: Callable[[Path], object], place: Path) -> float:
    """Return the median time of a way; each time it has a place of its own, where nothing is yet."""
    times = []
    for number in range(ROUNDS):
        begun = time.perf_counter()
        way(place.with_name(f"{place.name} {number}"))
        times.append(time.perf_counter() - begun)
    return median(times)
