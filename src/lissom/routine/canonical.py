"""The one way to write a routine's content down, and the digest of it.

Two files have the same digest exactly when they say the same: places, comments, the order of keys
and what is written although it is meant anyway do not count; every word and every number does.
A value that is as the model's default is left out, so that a new field changes no old digest.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from lissom.routine.model import Place, Routine, Screening


def content(routine: Routine | Screening) -> dict[str, Any]:
    """Return everything a routine or a page of questions says, as plain JSON values."""
    found: dict[str, Any] = _plain(routine)
    return found


def canonical_bytes(routine: Routine | Screening) -> bytes:
    """Return the content as RFC 8785 JSON."""
    import rfc8785

    return rfc8785.dumps(content(routine))


def digest(routine: Routine | Screening) -> str:
    """Return `sha256:` and the digest of the canonical bytes, in hexadecimal."""
    return f"sha256:{sha256(canonical_bytes(routine)).hexdigest()}"


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {
            field.name: _plain(inner)
            for field in _content_fields(value.__class__)
            if (inner := getattr(value, field.name)) != field.default
        }
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


@cache
def _content_fields(kind: type[Any]) -> tuple[Field[Any], ...]:
    """A place has a default of its own, so it must be told apart by that default's type."""
    return tuple(
        field for field in fields(kind) if field.default is MISSING or not isinstance(field.default, Place)
    )
