"""Django's settings: one app, one database, and nothing that a process at home does not need."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lissom.store.folder import data_folder, database_file

# Write-ahead logging lets two processes read while one writes; FULL makes every commit wait for the
# disk, so that an event that was shown as recorded survives a power loss (`fullfsync` on macOS).
# IMMEDIATE takes the write lock when a transaction begins, so that none fails half-way through.
_SQLITE: dict[str, Any] = {
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA fullfsync=ON",
    "transaction_mode": "IMMEDIATE",
}


def database(folder: Path, waits_seconds: float = 10) -> dict[str, Any]:
    """Return the settings of the database in a data folder; for so long it waits for others' transactions."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(database_file(folder)),
        "OPTIONS": _SQLITE | {"timeout": waits_seconds},
    }


DATABASES = {"default": database(data_folder())}
INSTALLED_APPS = ["lissom.store"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LOGGING_CONFIG = None  # importing it costs more than all of Lissom's own code
