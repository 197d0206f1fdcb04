"""JSON as every format here has it: no key twice in one object, and no number that JSON does not know.

Python's own reader takes the last of two keys and reads NaN; another reader would take the first, or stop.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NoReturn


def read_json(
    text: bytes | str,
    whole: Callable[[str], Any] = int,
    decimal: Callable[[str], Any] = float,
) -> Any:
    """Return the plain values that a text holds; `whole` and `decimal` make numbers of their digits.

    Raises:
        ValueError: saying what is wrong; a `json.JSONDecodeError` where the place is known.
        RecursionError: where it is nested too deep.
    """
    if isinstance(text, str):
        text = text.removeprefix("\ufeff")  # as in bytes, where the reader does it itself
    return json.loads(
        text, object_pairs_hook=_no_twins, parse_constant=_no_constant, parse_int=whole, parse_float=decimal
    )


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return content


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")
