"""The shipped content, and every text in it, for the tests of its numbers and of its words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from lissom.content import library

ROUTINES = ("seated-leg-ladder", "back-spasm", "neck", "full")
SCREENINGS = ("red-flags", "after-session", "next-morning")
REPOSITORY = Path(__file__).parent.parent
DOCS, SOURCE = REPOSITORY / "docs", REPOSITORY / "src" / "lissom"
# Hashes of the handouts' runs of six words: the handouts themselves are not ours to ship.
SHINGLES = frozenset((Path(__file__).parent / "data" / "handout-shingles.txt").read_text("utf-8").split())


def texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text in a value, with the name of the field it stands in."""
    if isinstance(value, str):
        yield name, value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), field.name)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each, name)


def all_texts() -> list[tuple[str, str]]:
    shipped = [*map(library.routine, ROUTINES), *map(library.screening, SCREENINGS), library.phrases()]
    return sorted({(name, text) for value in shipped for name, text in texts(value) if text})


def shingles(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    runs = (" ".join(words[start : start + 6]) for start in range(len(words) - 5))
    return {hashlib.sha1(run.encode()).hexdigest()[:12] for run in runs}
