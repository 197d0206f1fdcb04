"""The archive: a zip that any computer opens, with one plain file for each kind of thing.

Names, order, times and compression are fixed, so that equal content gives equal bytes. Reading is
strict: a file that is damaged, or that this version does not know, is refused whole, with the reason.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from lissom.errors import LissomError
from lissom.exchange.backup.content import Backup
from lissom.exchange.backup.parts import NEEDED, backup_of, is_known, json_bytes, parts_of
from lissom.strict_json import read_json

FORMAT: Final = "lissom-backup/1"
LIST: Final = "backup.json"
READ_ME: Final = "README.txt"
MOST_BYTES: Final = 512 * 2**20  # of one file, unpacked; thirty years of daily sessions are a quarter of it
MOST_IN_ALL: Final = 8 * MOST_BYTES  # and thirty years of machines, one held at a time, a quarter of this

_TIME: Final = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold
_PRIVATE: Final = 0o600 << 16
_UNIX: Final = 3
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ADDED: Final = re.compile(
    r"/$|(^|/)(__MACOSX/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE
)
"""What a computer adds when it packs a folder: folders themselves, and notes of its own."""
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LEVEL: Final = 4  # half the time of the usual 6, for a sixth more bytes
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

    def __init__(self, problem: str, mend: str = "try another copy of the file") -> None:
        super().__init__(
            f"this backup cannot be used: {problem}",
            f"nothing was taken over and nothing was changed; {mend}",
        )


def write(backup: Backup) -> bytes:
    """Return a backup as the bytes of an archive."""
    parts = tuple(parts_of(backup))
    files = {name: _fingerprint(made()) for name, made in parts}
    heading = json_bytes({"format": FORMAT, "files": files, "journals": list(backup.journals)})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(_entry(READ_ME), _ABOUT)
        archive.writestr(_entry(LIST), heading)
        for name, made in parts:
            archive.writestr(_entry(name), made(), compresslevel=_LEVEL)
    return packed.getvalue()


def pack_folder(folder: Path) -> bytes:
    """Return the files of an unpacked backup as an archive that `read` reads.

    Raises:
        BackupDamaged: if the folder holds more than any backup, or cannot be read.
    """
    packed, room = io.BytesIO(), MOST_IN_ALL
    try:
        with zipfile.ZipFile(packed, "w") as archive:
            for path in sorted(
                path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()
            ):
                room -= path.stat().st_size
                if room < 0:
                    raise BackupDamaged("what is in the folder is larger than any backup")
                archive.write(path, path.relative_to(folder).as_posix(), zipfile.ZIP_DEFLATED, _LEVEL)
    except (OSError, ValueError) as error:
        raise BackupDamaged(f"the folder cannot be read ({error})") from None
    return packed.getvalue()


def read(packed: bytes) -> Backup:
    """Read an archive, also one that was unpacked and packed again.

    Raises:
        BackupDamaged: saying what is wrong with it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            files = _Files(archive)
            return replace(backup_of(files), journals=files.journals)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise BackupDamaged(f"it is no whole zip archive ({error})") from None
    except (ValueError, KeyError, RecursionError) as error:
        raise BackupDamaged(str(error)) from None


class _Files(Mapping[str, bytes]):
    """The files of an archive, each unpacked when it is asked for and held against the list of what was
    put in. Their names and sizes are looked at before any."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._entries = _entries(archive)
        if LIST not in self._entries:
            raise ValueError(f"it has no {LIST}, so it was not made by Lissom")
        heading = _heading(self._unpack(LIST))
        self._listed, self.journals = _listed(heading), _journals(heading)
        if self._listed.keys() != set(self):
            raise ValueError(f"its files are not those that {LIST} lists")
        if missing := NEEDED - self._listed.keys():
            raise ValueError(f"{min(missing)} is missing")
        if unknown := [name for name in self if not is_known(name)]:
            raise ValueError(f"{unknown[0]} does not belong in it")

    def __getitem__(self, name: str) -> bytes:
        text = self._unpack(name)
        if _fingerprint(text) != self._listed[name]:
            raise ValueError(f"{name} is not as it was when the backup was made")
        return text

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._entries if name not in (LIST, READ_ME))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _unpack(self, name: str) -> bytes:
        """Unpack no more than a file is said to be: what it is said to be was looked at."""
        with self._archive.open(self._entries[name]) as file:
            return file.read(self._entries[name].file_size)


def _entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the files by name. Who unpacked it and packed it again may have put them into a folder."""
    found = [entry for entry in archive.infolist() if not _ADDED.search(entry.filename)]
    tops = {entry.filename.partition("/")[0] for entry in found}
    top = f"{min(tops)}/" if len(tops) == 1 else ""
    entries = {entry.filename.removeprefix(top): entry for entry in found}
    if len(entries) < len(found):
        raise ValueError("a file stands in it twice")
    sizes = [entry.file_size for entry in entries.values()]
    if max(sizes, default=0) > MOST_BYTES or sum(sizes) > MOST_IN_ALL:
        raise ValueError("what is in it is larger than any backup")
    if any(entry.compress_type not in _METHODS for entry in entries.values()):
        raise ValueError("it is packed in a way that Lissom does not use")
    return entries


def _heading(text: bytes) -> Mapping[str, Any]:
    content: Any = read_json(text)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        found = content.get("format") if isinstance(content, dict) else None
        raise BackupDamaged(
            f"its format is {found!r}, and this version reads {FORMAT!r}",
            "install the Lissom that wrote it, and try again",
        )
    return content


def _journals(heading: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids of the record it was made of. A backup of before there were any tells none."""
    told = heading.get("journals", [])
    if not isinstance(told, list) or not all(
        isinstance(each, str) and _UUID.fullmatch(each) for each in told
    ):
        raise ValueError(f"{LIST} names a record in a way that is not known")
    return tuple(told)


def _listed(heading: Mapping[str, Any]) -> Mapping[str, str]:
    """Return the fingerprints of the files that were put in."""
    listed = heading.get("files")
    if not isinstance(listed, dict):
        raise ValueError(f"its files are not those that {LIST} lists")
    return listed


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.create_system, entry.external_attr = _UNIX, _PRIVATE
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _fingerprint(text: bytes) -> str:
    return f"sha256:{hashlib.sha256(text).hexdigest()}"
