"""Typographic quotation marks where straight ones were meant. Within a text they are as good as any."""

from __future__ import annotations

import re

DOUBLE = "\u201c\u201d\u201e\u00ab\u00bb"
SINGLE = "\u2018\u201a\u2039"
CLOSING = "\u2019\u2018\u203a"
MARKS = DOUBLE + SINGLE + CLOSING

AROUND = re.compile(f"[{DOUBLE}][^{DOUBLE}]*[{DOUBLE}]?|[{SINGLE}][^{SINGLE}]*[{CLOSING}]")
"""A whole text that stands in typographic marks; the second of two double ones may be missing."""

BEFORE_VALUE = re.compile(rf"(?:^ *|[:,{{\[-] +)([{DOUBLE}{SINGLE}])")
"""A typographic mark in a line where a value begins."""

CODE = "typographic-quotes"
MESSAGE = "typographic quotation marks do not enclose a text"
HINT = "write straight quotes"
LONGEST = 60


def straight_hint(text: str = "") -> str:
    """Return what to write instead; the text itself where both marks are there and it is short."""
    inner = text.strip(MARKS)
    whole = len(inner) + 2 == len(text) <= LONGEST
    return f'{HINT}: "{inner}"' if whole and not set(inner) & set('"\\\n') else HINT
