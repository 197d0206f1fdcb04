"""Nothing can be written, another program has the file, a system ends its programs: what is left then."""

from __future__ import annotations

import resource
import signal
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from lissom.session import codec
from lissom.store.folder import database_file
from lissom.store.setup import open_journal
from tests.server.person import Person
from tests.server.site import Site
from tests.session.machines import ID, LADDER, WHOLE, log_of

PAGES = ("/", "/routines/neck/", "/progress/", "/settings/", "/api/pack.json", "/downloads/backup.zip")
DONE = [entry.event for entry in WHOLE]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a session that is over, and of which nobody has noted yet what it came to."""
    journal = open_journal(tmp_path / "data")
    journal.begin(log_of(), LADDER)
    for index, entry in enumerate(WHOLE):
        journal.append(ID, index, entry)
    journal.close()
    return journal.folder


@pytest.fixture
def site(folder: Path) -> Iterator[Site]:
    running = Site(folder)
    yield running
    running.kill()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    with closing(sqlite3.connect(database_file(folder), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def let_write(site: Site, *, allowed: bool) -> None:
    """Let the site's process write files, or none: to it that is a disk with no room."""
    _, most = resource.prlimit(site.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(site.pid, resource.RLIMIT_FSIZE, (most if allowed else 0, most))


linux = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux lets one process bound another's files"
)


@linux
def test_with_a_full_disk_every_page_can_be_read_and_what_is_written_is_refused_in_words(site: Site) -> None:
    let_write(site, allowed=False)
    assert {path: site.get(path).status for path in PAGES} == dict.fromkeys(PAGES, 200)
    answer = site.post("/api/logs/", {"log": codec.as_json(log_of(*WHOLE[:1], id=ID[:-1] + "0"))})
    assert (answer.status, sorted(answer.content)) == (503, ["error", "hint"])
    let_write(site, allowed=True)
    assert site.get("/").status == 200


def test_where_nothing_can_be_written_a_journal_is_opened_for_reading(folder: Path, monkeypatch) -> None:
    from lissom.store import setup

    monkeypatch.setattr(setup, "_prepare", fail_as_full)
    journal = open_journal(folder)
    assert (journal.only_reads, [e.event for e in journal.log(ID).events]) == (True, DONE)
    assert [session.id for session in journal.past().history.sessions] == [ID]
    with pytest.raises(Exception, match="cannot write in the data folder"):
        journal.set_setting("theme", "dark")
    monkeypatch.undo()
    assert not open_journal(folder).only_reads


def test_one_that_may_lack_what_was_committed_last_is_not_opened_for_reading(
    folder: Path, monkeypatch
) -> None:
    from lissom.store import setup

    database_file(folder).with_name("journal.sqlite3-wal").write_bytes(b"committed, and not in its place yet")
    monkeypatch.setattr(setup, "_prepare", fail_as_full)
    with pytest.raises(Exception, match="is full"):
        open_journal(folder)


def fail_as_full(*_: object) -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL  # type: ignore[misc]  # SQLite sets it; here it is staged
    raise error


def test_while_another_program_has_the_file_pages_are_read_and_a_log_waits(site: Site, folder: Path) -> None:
    log = {"log": codec.as_json(log_of(*WHOLE)), "playing": False}
    with locked(folder):
        assert {path: site.get(path).status for path in PAGES} == dict.fromkeys(PAGES, 200)
        journal = open_journal(folder)
        journal.close()
        refused = site.post("/api/logs/", {"log": log["log"] | {"id": ID[:-1] + "0"}})
        words = "What was sent could not be written down on this machine just now."
        assert (refused.status, refused.content["error"]) == (503, words)
    assert site.post("/api/logs/", log).status == 200


def test_a_server_waits_no_longer_for_another_program_than_a_person_does(person: Person) -> None:
    from lissom.store import settings
    from lissom.web.site import settings as of_site

    waits = [each.DATABASES["default"]["OPTIONS"]["timeout"] for each in (settings, of_site)]
    assert waits == [10, 1.5]


def test_a_form_that_cannot_be_written_is_answered_as_such(person: Person, monkeypatch) -> None:
    from lissom.app.ports import JournalError
    from lissom.store.journal import Journal

    def fail(*_: object) -> None:
        raise JournalError("another program has kept the journal locked", "try again")

    monkeypatch.setattr(Journal, "set_setting", fail)
    assert person.send("/settings/look/", theme="dark").status_code == 503


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_it_says_so_and_leaves_the_journal_closed(
    site: Site, folder: Path, how: signal.Signals
) -> None:
    site.post("/api/logs/", {"log": codec.as_json(log_of(*WHOLE)), "playing": True})
    code, said = site.ended_by(how)
    assert (code, said.splitlines()[-1]) == (0, "Lissom is closed.")
    left = {path.name for path in folder.iterdir()}
    assert not left & {"journal.sqlite3-wal", "journal.sqlite3-shm", "serving"}


def test_what_cannot_be_opened_is_never_said_to_be_open(folder: Path, capfd, monkeypatch) -> None:
    from lissom.cli.main import main

    monkeypatch.setenv("LISSOM_DATA", str(folder))
    database_file(folder).write_bytes(b"no journal at all" * 1000)
    assert main(["serve", "--port", "0", "--no-browser"]) == 1
    assert capfd.readouterr().out == ""
