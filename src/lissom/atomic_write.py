"""Writing a file whole: either the new one stands there, or what stood there before."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read, in one step.

    Where a link stands, the file it leads to is written. A device or a pipe, such as /dev/stdout, is
    written into: a file in its place would take it away from everyone.

    Raises:
        OSError: if it cannot be written; what stood there stays.
    """
    try:
        if (path.exists() and not path.is_file()) or not path.resolve().parent.is_dir():
            with path.open("wb") as stream:  # where it is a folder, or in none, this says so
                stream.write(content)
        else:
            _replace(path.resolve(), content)
    except OSError as error:
        error.filename = str(path)  # and not that of the file that was to take its place
        raise


def _replace(place: Path, content: bytes) -> None:
    with NamedTemporaryFile(dir=place.parent, prefix=f".{place.name[:99]}.", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            os.replace(file.name, place)
        except BaseException:  # an interruption too must leave no half file behind
            os.unlink(file.name)
            raise
