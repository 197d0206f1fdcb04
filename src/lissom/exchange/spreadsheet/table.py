"""A table as CSV by RFC 4180: a header, CRLF, quotes where they are needed.

Where numbers have a decimal comma, spreadsheets part cells by semicolons: then both are written so.

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


def make_csv(columns: Mapping[str, Callable[[Row], Cell]], rows: Iterable[Row], language: str = "en") -> str:
    """Return rows as CSV for a spreadsheet in a language.

    `columns` gives the header, in order, and the cell of each row.
    """
    decimal = _decimal_of(language)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if decimal == "," else ",", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_written(cell(row), decimal) for cell in columns.values()] for row in rows)
    return text.getvalue()


def _decimal_of(language: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        symbols = Locale.parse(language, sep="-").number_symbols
    except (UnknownLocaleError, ValueError):
        return "."
    return str(symbols.get("latn", symbols)["decimal"])


def _written(cell: Cell, decimal: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return (
        _harmless(cell)
        if isinstance(cell, str)
        else f"{cell:.15g}".replace(".", decimal)
        if isinstance(cell, float)
        else str(cell)
    )


def _harmless(text: str) -> str:
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_SIGNS) else text
