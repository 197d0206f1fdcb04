"""The way in: Django made ready and the journal opened, fast where nothing is to be done.

Migrating costs many times what a first cue may cost, so the number of the last migration is kept in
the database file itself; as long as it is the one this version knows, no migration is looked at.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from lissom.store.folder import data_folder, database_file
from lissom.store.settings import database

if TYPE_CHECKING:
    from lissom.store.household import Household
    from lissom.store.journal import Journal

SCHEMA = 5  # the number of the last migration in journal/migrations
DEFAULT = "default"


def open_journal(folder: Path | None = None, person: str | None = None) -> Journal:
    """Return the journal of a person, by default of who is chosen on this machine (`Household.journal`).

    Raises:
        JournalError: as `open_household`; `UnknownPerson` if there is nobody of this id.
    """
    return open_household(folder).journal(person)


def open_household(folder: Path | None = None) -> Household:
    """Return the people of a data folder, by default the user's own; make it where there is none.

    May be called any number of times, in any number of processes at once. Where nothing can be written,
    on a full disk say, one that is whole is opened for reading alone.

    Raises:
        JournalError: if the folder cannot be written, or the journal is damaged or of a newer version.
    """
    place = (folder or data_folder()).absolute()
    with _no_collection():
        load_tables()
        from django.db import DatabaseError

        from lissom.store.faults import explained, has_no_room
        from lissom.store.household import Household
        from lissom.store.threaded import carry

    alias = _alias(place)
    with explained(place):
        try:
            carry(lambda: _prepare(place, alias))
        except (DatabaseError, sqlite3.Error, OSError) as error:
            if not has_no_room(error) or not _is_whole(place):
                raise
            return Household(place, _alias_for_reading(place), only_reads=True)
    return Household(place, alias)


def _is_whole(folder: Path) -> bool:
    """Say whether all of a journal stands in its one file, in the form that is known here.

    SQLite reads it then with no file beside it, which it could not make. It would not see what was
    committed last, if that stands in such a file still.
    """
    file = database_file(folder)
    beside = file.with_name(f"{file.name}-wal")
    if not file.exists() or (beside.exists() and beside.stat().st_size):
        return False
    with closing(sqlite3.connect(_for_reading(folder), uri=True)) as found:
        return bool(found.execute("PRAGMA user_version").fetchone()[0] == SCHEMA)


def _alias_for_reading(folder: Path) -> str:
    from django.db import connections

    name = f"{folder} for reading"
    if name not in connections.databases:
        settings = database(folder) | {"NAME": _for_reading(folder), "OPTIONS": {}}
        connections.databases[name] = connections.configure_settings({DEFAULT: settings})[DEFAULT]
    return name


def _for_reading(folder: Path) -> str:
    return f"{database_file(folder).as_uri()}?immutable=1"


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector away: importing makes objects by the ten thousand and drops none of
    them, and looking them through again and again takes a third of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def load_tables() -> None:
    """Load the models. `django.setup` would load logging and the web's addresses as well."""
    from django.apps import apps
    from django.conf import settings

    if not settings.configured:
        os.environ["DJANGO_SETTINGS_MODULE"] = "lissom.store.settings"
    if not apps.ready:
        with time_zone_kept():
            apps.populate(settings.INSTALLED_APPS)


@contextmanager
def time_zone_kept() -> Iterator[None]:
    """Keep the process in the person's time zone: Django, when it starts, moves it into its own."""
    was = os.environ.get("TZ")
    try:
        yield
    finally:
        os.environ.pop("TZ", None)
        if was is not None:
            os.environ["TZ"] = was
        if hasattr(time, "tzset"):  # Windows has none
            time.tzset()


def _alias(folder: Path) -> str:
    """Return the name of a folder's database in Django, where it is made known when it is not yet."""
    from django.db import connections

    if Path(str(connections.databases[DEFAULT]["NAME"])) == database_file(folder):
        return DEFAULT
    if str(folder) not in connections.databases:
        completed = connections.configure_settings({DEFAULT: database(folder)})
        connections.databases[str(folder)] = completed[DEFAULT]
    return str(folder)


def _prepare(folder: Path, alias: str) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = database_file(folder)
    if not file.exists():
        file.touch(mode=0o600)  # what is in it is nobody else's business
    if _is_older(folder, alias):
        _migrate_alone(folder, alias)


def _is_older(folder: Path, alias: str) -> bool:
    from lissom.store.faults import newer_version

    version = _version(alias)
    if version > SCHEMA:
        raise newer_version(folder, version, SCHEMA)
    return version < SCHEMA


def _version(alias: str) -> int:
    from django.db import connections

    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA user_version")
        return int(cursor.fetchone()[0])


def _migrate_alone(folder: Path, alias: str) -> None:
    """Migrate under a lock of its own, which a killed process lets go by itself: two may start at once."""
    with closing(sqlite3.connect(folder / "migrating.lock", timeout=60, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        if _is_older(folder, alias):
            _migrate(alias)


def _migrate(alias: str) -> None:
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connections[alias])
    executor.migrate(executor.loader.graph.leaf_nodes())
    with connections[alias].cursor() as cursor:
        cursor.execute(f"PRAGMA user_version = {SCHEMA}")
