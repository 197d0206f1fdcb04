"""Writing a file whole: either the new one stands there, or what stood there before."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read, in one step.

    Raises:
        OSError: if it cannot be written; what stood there stays.
    """
    if path.is_dir() or not path.parent.is_dir():
        path.open("wb").close()  # says in the system's own words why not
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            os.replace(file.name, path)
        except BaseException:  # an interruption too must leave no half file behind
            os.unlink(file.name)
            raise
