"""A whole record is put together in a process of its own: the same bytes, the same words where it fails."""

from __future__ import annotations

import os

import pytest

from lissom.app.person import Desk
from lissom.errors import LissomError
from lissom.web import own_process
from lissom.web.own_process import make_apart
from tests.server.person import Person

BACK = "back-spasm"
WHOLE = (
    "downloads/sessions.csv",
    "downloads/logs.json",
    "downloads/backup.zip",
    "downloads/record.fhir.json",
)


def process_of(desk: Desk, more: int = 0) -> int:
    return os.getpid() + more


def refuse(desk: Desk) -> None:
    raise LissomError(f"{desk.journal.count_sessions()} are not enough", "stretch again")


@pytest.fixture
def _long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every record for a long one."""
    monkeypatch.setattr(own_process, "MANY", -1)


def test_a_short_record_starts_no_process(person: Person) -> None:
    assert make_apart(process_of, person.desk, more=1) == os.getpid() + 1


@pytest.mark.usefixtures("_long")
def test_a_long_record_is_put_together_elsewhere(person: Person) -> None:
    assert make_apart(process_of, person.desk) != os.getpid()


@pytest.mark.usefixtures("_long")
def test_what_is_refused_elsewhere_is_refused_here_with_its_hint(person: Person) -> None:
    person.did(BACK, 1)

    with pytest.raises(LissomError) as refusal:
        make_apart(refuse, person.desk)

    assert (refusal.value.message, refusal.value.hint) == ("1 are not enough", "stretch again")


@pytest.mark.usefixtures("_long")
def test_where_no_process_can_be_started_it_is_made_here(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_more(*_: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(own_process, "ProcessPoolExecutor", no_more)

    assert make_apart(process_of, person.desk) == os.getpid()


@pytest.mark.parametrize("address", WHOLE)
def test_a_file_of_the_whole_record_is_the_same_wherever_it_is_made(
    person: Person, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    person.did(BACK, 1)
    here = person.browser.get(f"/{address}").content

    monkeypatch.setattr(own_process, "MANY", -1)

    assert person.browser.get(f"/{address}").content == here
