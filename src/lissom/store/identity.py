"""What tells one person's record from another's: an id, made once, which everything of it carries.

A browser keeps what it plays by the address of the server, and two people may serve theirs at the same
one, each from a folder of their own. So what a browser keeps and sends names the record it is of, and
another record refuses it (docs/decisions/0032).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import uuid4

BOOK: Final = "journal"
TOLD: Final = "ids"
"""The note of the ids that a backup tells, in order: the record's own, and those of backups it took in."""
HERE: Final = "ids-here"
"""The note of the ids that are known in this folder alone: of a record that was empty when a backup came."""


def give_id(notes: Any, **of: Any) -> None:
    """Give a record its id where it has none. `notes` are rows of `Note`; `of` says whose."""
    notes.get_or_create(book=BOOK, name=TOLD, **of, defaults={"value": [str(uuid4())]})


def told_of(notes: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids that a backup tells."""
    return tuple(notes[TOLD])


def all_of(notes: Mapping[str, Any]) -> tuple[str, ...]:
    """Return every id that a record is known by."""
    return (*notes[TOLD], *notes.get(HERE, ()))


def taken(notes: Mapping[str, Any], ids: Sequence[str], *, is_empty: bool) -> dict[str, Any]:
    """Return the notes of a record once a backup with these ids was brought back into it.

    One that was empty becomes the very record of the backup. Its own id is still answered to: a browser
    may have played for it already.
    """
    told, here = list(notes[TOLD]), list(notes.get(HERE, ()))
    if not ids or set(ids) <= set(told):
        return {}
    return {TOLD: sorted(ids), HERE: here + told} if is_empty else {TOLD: sorted({*told, *ids}), HERE: here}
