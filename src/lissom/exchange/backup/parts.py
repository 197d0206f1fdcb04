"""The files inside a backup: what each is called, and how its content is written and read."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

import rfc8785

from lissom.coach import statement_json
from lissom.coach.history import Entry
from lissom.exchange.backup.content import Backup
from lissom.exchange.backup.packed import Packed
from lissom.session import codec
from lissom.session.log import Log
from lissom.strict_json import read_json

SETTINGS: Final = "settings.json"
WORDS: Final = "words.jsonl"
SESSIONS: Final = "sessions.jsonl"
NEEDED: Final = frozenset({SETTINGS, WORDS, SESSIONS})
MACHINES: Final = re.compile(r"machines/([0-9a-f]{64})\.json")
ROUTINES: Final = re.compile(r"routines/([a-z0-9][a-z0-9-]{0,99})\.yaml")


def parts_of(backup: Backup) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Return the files of a backup by name, in their order, each with what makes its bytes.

    The machines together are larger than all else, and are to be held one at a time.
    """
    sessions = b"".join(log_bytes(log) for log in backup.logs)
    words = b"".join(sorted(json_bytes(word) for word in map(statement_json.as_json, backup.words)))
    yield SETTINGS, partial(json_bytes, dict(backup.settings))
    yield WORDS, lambda: words
    yield SESSIONS, lambda: sessions
    for digest in sorted(backup.machines):
        yield f"machines/{digest.removeprefix('sha256:')}.json", partial(backup.machines.__getitem__, digest)
    for name, text in sorted(backup.routines.items()):
        yield f"routines/{name}.yaml", partial(bytes, text)


def backup_of(parts: Mapping[str, bytes]) -> Backup:
    """Return the backup that these files make. Each is asked for once.

    Raises:
        ValueError: saying what is wrong, and in which file.
    """
    return Backup(
        settings=_settings(parts[SETTINGS]),
        words=frozenset(_words(parts[WORDS])),
        logs=tuple(_logs(parts[SESSIONS])),
        machines=Packed.of(_machines(parts)),
        routines={found[1]: parts[name] for name in parts if (found := ROUTINES.fullmatch(name))},
    )


def is_known(name: str) -> bool:
    """Say whether a file of this name may stand in a backup."""
    return name in NEEDED or bool(MACHINES.fullmatch(name) or ROUTINES.fullmatch(name))


def log_bytes(log: Log) -> bytes:
    """Return the bytes of `codec.dumps`, many times faster: a log holds nothing in which the two differ."""
    text = json.dumps(codec.as_json(log), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode() + b"\n"


def json_bytes(content: Any) -> bytes:
    """Return plain values as canonical JSON on one line."""
    return rfc8785.dumps(content) + b"\n"


def _settings(text: bytes) -> dict[str, str]:
    content = read_json(text)
    if not isinstance(content, dict) or not all(isinstance(value, str) for value in content.values()):
        raise ValueError(f"{SETTINGS} holds something that is no text by its name")
    return content


def _logs(text: bytes) -> Iterator[Log]:
    for number, line in _lines(text):
        try:
            yield codec.loads(line)
        except codec.LogFormatError as error:
            raise ValueError(f"{SESSIONS}, line {number}: {error.message}") from None


def _words(text: bytes) -> Iterator[Entry]:
    for number, line in _lines(text):
        try:
            yield statement_json.from_json(read_json(line))
        except (ValueError, TypeError, KeyError) as error:
            raise ValueError(f"{WORDS}, line {number}: {error}") from None


def _machines(parts: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name in parts:
        if found := MACHINES.fullmatch(name):
            text = parts[name]
            if hashlib.sha256(text).hexdigest() != found[1]:
                raise ValueError(f"{name} is another machine than its name says")
            yield f"sha256:{found[1]}", text


def _lines(text: bytes) -> Iterable[tuple[int, bytes]]:
    if text and not text.endswith(b"\n"):
        raise ValueError("a file ends in the middle of a line")
    return enumerate(text.splitlines(), 1)
