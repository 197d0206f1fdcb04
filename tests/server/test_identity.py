"""Whose record it is: what is sent for one goes into no other."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lissom.app import backups
from lissom.app.person import Desk
from lissom.exchange import backup
from lissom.session import codec
from lissom.store.folder import database_file
from lissom.store.setup import open_journal
from tests.server.person import Person
from tests.session.machines import ID, LADDER, WHOLE, log_of
from tests.shipped import REPOSITORY

if TYPE_CHECKING:
    from lissom.store.journal import Journal

ANOTHER = "0b9a6d0e-0000-4000-8000-000000000000"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
REFUSED = {
    "error": "This page belongs to another person's record than the one that is open here now",
    "hint": "Nothing was written down, in this record or in the other. "
    "Go to Today, and say it there if it was about you.",
    "need": "journal",
}


@pytest.fixture
def other(tmp_path: Path):
    opened = open_journal(tmp_path / "other")
    yield opened
    opened.close()


def restored(into: Journal, content: bytes) -> tuple[str, ...]:
    backups.restore(Desk(into), content)
    return into.ids()


def packed(journal: Journal) -> bytes:
    return backups.make_backup(Desk(journal))


# the id


def test_each_has_one_of_its_own_for_good(journal, other, again):
    assert UUID.fullmatch(journal.ids()[0])
    assert (len(journal.ids()), again().ids()) == (1, journal.ids())
    assert journal.ids() != other.ids()


def test_a_copy_of_a_folder_is_the_same_record(journal, tmp_path):
    journal.close()
    shutil.copytree(journal.folder, tmp_path / "copy")
    copy = open_journal(tmp_path / "copy")
    assert copy.ids() == journal.ids()
    copy.close()


def test_a_folder_of_before_there_were_ids_is_given_one(tmp_path):
    shutil.copytree(REPOSITORY / "tests/server/version4", tmp_path / "data")
    with closing(sqlite3.connect(database_file(tmp_path / "data"))) as file, file:
        file.execute("DELETE FROM journal_note WHERE book = 'journal'")
        file.execute("DELETE FROM django_migrations WHERE name = '0004_identity'")
        file.execute("PRAGMA user_version = 3")
    opened = open_journal(tmp_path / "data")
    assert (UUID.fullmatch(opened.ids()[0]) is not None, opened.count_sessions()) == (True, 3)
    opened.close()


def test_once_erased_it_is_another(journal):
    before = journal.ids()
    backups.erase(Desk(journal))
    assert not set(journal.ids()) & set(before)


# a backup


def test_brought_back_where_nothing_is_it_is_the_same_record_and_answers_to_both_ids(journal, other):
    journal.receive(log_of(*WHOLE), LADDER)
    fresh = other.ids()
    assert restored(other, packed(journal)) == (*journal.ids(), *fresh)
    assert packed(other) == packed(journal)


def test_brought_back_where_something_is_the_two_are_one_from_then_on(journal, other):
    journal.receive(log_of(*WHOLE), LADDER)
    other.set_setting("theme", "dark")
    other.receive(log_of(*WHOLE[:2]), LADDER)
    both = tuple(sorted((*journal.ids(), *other.ids())))
    assert restored(other, packed(journal)) == both
    assert restored(other, packed(journal)) == both
    assert restored(journal, packed(other)) == both


def test_one_of_the_version_before_names_none_and_changes_none(journal):
    before = journal.ids()
    assert restored(journal, backup.write(backup.Backup())) == before


@pytest.mark.parametrize("told", ["mine", ["mine"], [1], {}])
def test_one_that_names_it_in_another_way_is_refused(journal, monkeypatch, told):
    monkeypatch.setattr(backup.archive, "list", lambda _: told, raising=False)
    content = backup.write(backup.Backup())
    monkeypatch.undo()
    with pytest.raises(backup.BackupDamaged, match=r"backup\.json names a record in a way that is not known"):
        restored(journal, content)


# what is sent


def post(person: Person, path: str, content: Any, journal: str | None) -> tuple[int, Any]:
    token = re.search(r"\w+", person.browser.get("/api/journal.json").cookies["csrftoken"].value)[0]
    headers = {"x-csrftoken": token} | ({"lissom-journal": journal} if journal else {})
    browser = person.at_the_browser(headers)
    browser.cookies["csrftoken"] = token
    answer = browser.post(path, content, content_type="application/json")
    return answer.status_code, answer.json()


def a_log(*events, **changes):
    return {"log": codec.as_json(log_of(*events, **changes))}


AGREED = {"kind": "agreed", "at": "2026-05-07T08:00:00.000Z", "target": "all"}


@pytest.mark.parametrize(("path", "content"), [("/api/logs/", a_log(*WHOLE)), ("/api/entries/", AGREED)])
def test_what_is_sent_for_another_is_refused_in_words_and_nothing_of_it_is_kept(person, path, content):
    person.journal.receive(log_of(), LADDER)
    assert post(person, path, content, ANOTHER) == (409, REFUSED)
    assert (person.journal.logs(), person.words) == ((log_of(),), ())


def test_what_names_none_is_taken_only_where_its_session_is_known(person):
    assert post(person, "/api/logs/", a_log(*WHOLE), None) == (409, REFUSED)
    assert person.journal.logs() == ()
    person.journal.receive(log_of(*WHOLE[:2]), LADDER)
    assert post(person, "/api/logs/", a_log(*WHOLE), None) == (200, {"kept": len(WHOLE), "ratings": 0})
    assert post(person, "/api/entries/", AGREED, None) == (409, REFUSED)


def test_what_is_sent_for_any_of_its_ids_is_taken(person, other):
    restored(person.journal, packed(other))
    person.journal.receive(log_of(*WHOLE[:2]), LADDER)
    statuses = [post(person, "/api/logs/", a_log(*WHOLE), journal)[0] for journal in person.journal.ids()]
    assert statuses == [200, 200]


def test_a_form_of_anothers_page_is_refused_and_says_so(person):
    browser = person.at_the_browser({})
    page = browser.get("/settings/look/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    mine = re.search(r'name="journal" value="([0-9a-f-]+)"', page)[1]
    for journal, status in ((ANOTHER, 409), ("", 409), (mine, 302)):
        told = {"theme": "dark", "csrfmiddlewaretoken": token, "journal": journal}
        answer = browser.post("/settings/look/", told)
        assert (answer.status_code, person.journal.settings()) == (
            status, {"theme": "dark"} if status == 302 else {},
        )  # fmt: skip
    assert mine == person.journal.ids()[0]


def test_every_answer_says_whose_it_is_and_so_does_every_page(person):
    mine = person.journal.ids()
    for path in ("/", "/progress/", "/api/pack.json", "/nowhere/"):
        assert person.browser.get(path)["Lissom-Journal"] == mine[0]
    assert person.visit("/").one("html").attributes["data-journals"] == mine[0]
    assert person.browser.get("/api/pack.json").json()["journals"] == list(mine)


def test_whose_is_open_is_answered_with_the_sessions_that_are_known(person):
    person.journal.receive(log_of(), LADDER)
    answer = person.browser.get(f"/api/journal.json?session={ID}&session={ANOTHER}")
    assert answer.json() == {"journals": list(person.journal.ids()), "knows": [ID]}
