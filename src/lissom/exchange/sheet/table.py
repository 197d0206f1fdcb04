"""A table as CSV by RFC 4180: a header, commas, CRLF, quotes where they are needed.

A spreadsheet takes a cell that begins with one of a few signs for a formula and carries it out. A
text that begins so gets an apostrophe before it, which spreadsheets read as "this is text".
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

Row = TypeVar("Row")
Cell = str | int | float | bool | None

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula begins with, the full-width forms too."""


def make_csv(columns: Mapping[str, Callable[[Row], Cell]], rows: Iterable[Row]) -> str:
    """Return rows as CSV. `columns` gives the header, in order, and the cell of each row."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_written(cell(row)) for cell in columns.values()] for row in rows)
    return text.getvalue()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return (
        _harmless(cell) if isinstance(cell, str) else f"{cell:.15g}" if isinstance(cell, float) else str(cell)
    )


def _harmless(text: str) -> str:
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_SIGNS) else text
