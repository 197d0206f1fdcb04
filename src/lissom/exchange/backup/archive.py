"""The archive: a zip that any computer opens, with one plain file for each kind of thing.

Names, order, times and compression are fixed, so that equal content gives equal bytes. Reading is
strict: a file that is damaged, or that this version does not know, is refused whole, with the reason.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any, Final

from lissom.errors import LissomError
from lissom.exchange.backup.content import Backup
from lissom.exchange.backup.parts import NEEDED, backup_of, is_known, json_bytes, parts_of

FORMAT: Final = "lissom-backup/1"
LIST: Final = "backup.json"
READ_ME: Final = "README.txt"
MOST_BYTES: Final = 512 * 2**20  # unpacked; thirty years of daily sessions are far below

_TIME: Final = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold
_PRIVATE: Final = 0o600 << 16
_UNIX: Final = 3
_ABOUT: Final = """\
Everything that Lissom has kept for one person. It is about health: keep it where nobody else looks.

settings.json    what was chosen in the settings
words.jsonl      your dated words: what was taken back, what the clinic agreed to; one a line
sessions.jsonl   every session, one a line, in the format lissom-session/1
machines/        what each session was played on, so that it can be replayed (lissom-machine/1)
routines/        your own routines
backup.json      a fingerprint (SHA-256) of each of these files

To bring it back: `lissom restore FILE`, or Settings, Your data, in the app.
"""


class BackupDamaged(LissomError):
    """A file that is no whole backup. Nothing of it was taken over."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"this backup cannot be used: {problem}",
            "nothing was taken over and nothing was changed; try another copy of the file",
        )


def write(backup: Backup) -> bytes:
    """Return a backup as the bytes of an archive."""
    parts = dict(parts_of(backup))
    heading = {"format": FORMAT, "files": {name: _fingerprint(text) for name, text in parts.items()}}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in {READ_ME: _ABOUT.encode(), LIST: json_bytes(heading), **parts}.items():
            archive.writestr(_entry(name), text, zipfile.ZIP_DEFLATED, compresslevel=9)
    return packed.getvalue()


def read(packed: bytes) -> Backup:
    """Read an archive.

    Raises:
        BackupDamaged: saying what is wrong with it.
    """
    try:
        parts = _unpack(packed)
        _check(parts.pop(LIST, None), parts)
        return backup_of(parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise BackupDamaged(f"it is no whole zip archive ({error})") from None
    except (ValueError, KeyError, RecursionError) as error:
        raise BackupDamaged(str(error)) from None


def _unpack(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        entries = archive.infolist()
        names = [entry.filename for entry in entries]
        if len(set(names)) < len(names):
            raise ValueError("a file stands in it twice")
        if sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise ValueError("what is in it is larger than any backup")
        return {name: archive.read(name) for name in names if name != READ_ME}


def _check(heading: bytes | None, parts: Mapping[str, bytes]) -> None:
    """Compare what is there with the list of what was put in."""
    if heading is None:
        raise ValueError(f"it has no {LIST}, so it was not made by Lissom")
    content: Any = json.loads(heading)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        found = content.get("format") if isinstance(content, dict) else None
        raise ValueError(f"its format is {found!r}, and this version reads {FORMAT!r}")
    listed = content.get("files")
    if not isinstance(listed, dict) or listed.keys() != parts.keys():
        raise ValueError(f"its files are not those that {LIST} lists")
    if missing := NEEDED - parts.keys():
        raise ValueError(f"{min(missing)} is missing")
    for name, text in parts.items():
        if not is_known(name):
            raise ValueError(f"{name} does not belong in it")
        if _fingerprint(text) != listed[name]:
            raise ValueError(f"{name} is not as it was when the backup was made")


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.create_system, entry.external_attr = _UNIX, _PRIVATE
    return entry


def _fingerprint(text: bytes) -> str:
    return f"sha256:{hashlib.sha256(text).hexdigest()}"
