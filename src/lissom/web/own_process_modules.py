"""Loads what puts a record together, in the process that others are split off (`own_process`)."""

from lissom.store.setup import load_tables

load_tables()

import lissom.app.backups  # noqa: E402 - after the tables
import lissom.app.health_records  # noqa: E402
import lissom.app.spreadsheets  # noqa: E402
import lissom.store.journal  # noqa: E402
import lissom.store.whole_record  # noqa: E402, F401
