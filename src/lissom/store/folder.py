"""Where a person's data lies: one folder, nothing else on the machine is written."""

from __future__ import annotations

import os
from pathlib import Path

ENVIRONMENT = "LISSOM_DATA"
DATABASE = "journal.sqlite3"


def data_folder() -> Path:
    """Return the data folder: what the environment variable LISSOM_DATA names, else the user's own.

    It need not exist yet; opening the journal makes it.
    """
    chosen = os.environ.get(ENVIRONMENT)
    if chosen:
        return Path(chosen).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("lissom", appauthor=False)


def database_file(folder: Path) -> Path:
    """Return the file of the journal in a data folder."""
    return folder / DATABASE
