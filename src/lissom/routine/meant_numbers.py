"""What a number in the wrong form was meant to be: the same number as it should be written.

Nothing is guessed: where the form is not known, or the number could not stand there, there is None.
"""

from __future__ import annotations

import re

from lissom.routine.quote_marks import MARKS

LONGEST = 40  # characters; a number is shorter, and the search stays short
TIMES = dict.fromkeys(("", "s", "sec", "secs", "second", "seconds"), 1) | dict.fromkeys(
    ("m", "min", "mins", "minute", "minutes"), 60
)
COUNTS = dict.fromkeys(("", "x", "times"), 1)

_NUMBER = r"([0-9]{1,4}) *([a-z]*)\.?"
_TO = r"(?:\.{2,}|[\u2010-\u2015\u2024-\u2026-]|to|or)"
_MEANT = re.compile(rf"{_NUMBER}(?: *{_TO} *{_NUMBER})?", re.I)


def meant_seconds(text: str, least: int, most: int) -> str | None:
    """Return a time such as `8s` for texts such as `8`, `8 sec`, `2 min`."""
    found = _numbers(text, TIMES)
    return _written(found, "s", least, most) if len(found) == 1 else None


def meant_range(text: str, unit: str, least: int, most: int) -> str | None:
    """Return a range such as `20s..30s` for texts such as `20-30`, `20 to 30 s`."""
    return _written(_numbers(text, TIMES if unit else COUNTS), unit, least, most)


def _numbers(text: str, units: dict[str, int]) -> list[int]:
    """Return the one number or the two of a text; none where something else stands there too."""
    found = _MEANT.fullmatch(text.strip(f"{MARKS} ")) if len(text) <= LONGEST else None
    if not found:
        return []
    first, unit, second, other = (part and part.lower() for part in found.groups())
    pairs = [(first, unit or other or "")] + ([(second, other or unit)] if second else [])
    if any(each not in units for _, each in pairs):
        return []
    return [int(number) * units[each] for number, each in pairs]


def _written(numbers: list[int], unit: str, least: int, most: int) -> str | None:
    if not numbers or not all(least <= number <= most for number in numbers):
        return None
    return "..".join(f"{number}{unit}" for number in sorted(numbers))
