from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lissom.store.setup import open_journal
from tests.server.person import Person

if TYPE_CHECKING:
    from lissom.store.journal import Journal


@pytest.fixture
def journal(tmp_path: Path):
    opened = open_journal(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def again(journal: Journal):
    """Open the same journal as another process would."""
    opened = []

    def open_again() -> Journal:
        opened.append(open_journal(journal.folder))
        return opened[-1]

    yield open_again
    for other in opened:
        other.close()


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A person who has just installed Lissom."""
    visitor = Person(tmp_path / "data", monkeypatch)
    yield visitor
    visitor.journal.close()
