"""Opening the journal: where it lies, what it costs, and what goes wrong in a person's words."""

import asyncio
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from lissom.app.ports import JournalError
from lissom.store.folder import data_folder, database_file
from lissom.store.setup import SCHEMA, open_journal
from tests.session.machines import ID, LADDER, WHOLE, log_of

ROOT = Path(__file__).parents[2]


def refusal(folder: Path) -> tuple[str, str | None]:
    with pytest.raises(JournalError) as refused:
        open_journal(folder).logs()
    return refused.value.message, refused.value.hint


def raw(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(database_file(folder))


# Where it lies.


@pytest.mark.parametrize("name", ["with some spaces", "gęślą-jaźń-伸展", "100%?#x", "file:x"])
def test_any_folder_name_will_do(tmp_path, monkeypatch, name):
    monkeypatch.setenv("LISSOM_DATA", str(tmp_path / name))
    journal = open_journal()
    journal.set_setting("emergency", "999")
    journal.close()
    assert open_journal(tmp_path / name).settings() == {"emergency": "999"}
    assert database_file(tmp_path / name).is_file()


def test_without_the_variable_it_is_the_persons_own_folder(monkeypatch, tmp_path):
    monkeypatch.delenv("LISSOM_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    expected = {"linux": tmp_path / "lissom"}.get(sys.platform, data_folder())
    assert data_folder() == expected


def test_an_empty_variable_is_none(monkeypatch):
    monkeypatch.delenv("LISSOM_DATA", raising=False)
    own = data_folder()
    monkeypatch.setenv("LISSOM_DATA", "")
    assert data_folder() == own


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bits")
def test_nobody_else_may_read_it(tmp_path):
    folder = tmp_path / "own"
    open_journal(folder).close()
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, database_file(folder))]
    assert modes == [0o700, 0o600]


# How it is written.


def test_every_commit_waits_for_the_disk(journal):
    from django.db import connections

    with connections[journal._alias].cursor() as cursor:
        found = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert found == ["wal", 2]


def test_the_last_migration_is_the_one_that_setup_knows():
    migrations = ROOT / "src/lissom/store/migrations"
    assert max(int(path.name[:4]) for path in migrations.glob("0*.py")) == SCHEMA


def test_the_migrations_say_what_the_models_say(journal):
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState

    loader = MigrationLoader(None)
    detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    assert detector.changes(graph=loader.graph) == {}


def test_opening_a_current_journal_looks_at_no_migration(tmp_path):
    open_journal(tmp_path).close()
    script = (
        "import sys; from lissom.store.setup import open_journal; open_journal().logs()\n"
        "heavy = 'django.db.migrations.executor', 'django.core.management', 'logging.config', 'yaml'\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    process = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env={**os.environ, "LISSOM_DATA": str(tmp_path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert process.stdout == "[]\n"


def test_an_interrupted_first_start_is_made_good(tmp_path):
    open_journal(tmp_path).close()
    with raw(tmp_path) as connection:
        connection.execute("PRAGMA user_version = 0")  # as if killed after migrating, before noting it
    connection.close()
    assert open_journal(tmp_path).logs() == ()


def test_the_journal_works_within_a_running_loop(tmp_path):
    async def play():
        journal = open_journal(tmp_path)
        journal.begin(log_of(), LADDER)
        for index, entry in enumerate(WHOLE):
            journal.append(ID, index, entry)
        return journal.log(ID)

    assert asyncio.run(play()) == open_journal(tmp_path).log(ID) == log_of(*WHOLE)


def test_within_a_running_loop_errors_arrive_as_anywhere(journal):
    async def ask():
        journal.log("no such session")

    with pytest.raises(JournalError, match="there is no session"):
        asyncio.run(ask())


# What goes wrong.


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    folder = tmp_path / "file" / "data"
    assert refusal(folder) == (
        f"cannot write in the data folder {folder}",
        "nothing in it was changed; make it writable, or name another folder with LISSOM_DATA",
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bits")
@pytest.mark.parametrize("name", ["locked/new", "locked"])
def test_a_folder_without_permission(tmp_path, name):
    """In a process of its own, which gives up the rights of root once everything is imported."""
    open_journal(tmp_path / "locked").close()
    script = (
        "import os, sys, pathlib\n"
        "from lissom.errors import LissomError\n"
        "from lissom.store.setup import open_journal\n"
        "open_journal(pathlib.Path(sys.argv[1])).logs()\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "try: open_journal(pathlib.Path(sys.argv[2])).set_setting('emergency', '999')\n"
        "except LissomError as error: print(error.message)\n"
    )
    for path, mode in ((database_file(tmp_path / "locked"), 0o400), (tmp_path / "locked", 0o500)):
        path.chmod(mode)
    process = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "first"), str(tmp_path / name)],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert (process.stdout, process.stderr) == (
        f"cannot write in the data folder {tmp_path / name}\n", "",
    )  # fmt: skip


def test_a_journal_that_cannot_be_opened(tmp_path):
    database_file(tmp_path).mkdir()
    assert refusal(tmp_path)[0] == f"cannot write in the data folder {tmp_path}"


def test_a_file_that_is_no_journal_is_left_as_it_is(tmp_path):
    database_file(tmp_path).write_bytes(b"my diary, by accident here\n" * 400)
    message, hint = refusal(tmp_path)
    assert message == f"the journal {database_file(tmp_path)} is damaged or is no journal"
    assert hint.startswith("it was left as it is; copy the folder to a safe place")
    assert database_file(tmp_path).read_bytes() == b"my diary, by accident here\n" * 400


def test_a_journal_damaged_in_the_middle(tmp_path):
    journal = open_journal(tmp_path)
    journal.receive(log_of(*WHOLE), LADDER)
    journal.close()
    file = database_file(tmp_path)
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))
    assert refusal(tmp_path)[0] == f"the journal {file} is damaged or is no journal"
    assert file.read_bytes()[4096:] == b"\xa5" * (len(content) - 4096)


def test_a_journal_of_a_newer_lissom_is_left_as_it_is(tmp_path):
    open_journal(tmp_path).close()
    with raw(tmp_path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert refusal(tmp_path) == (
        f"the journal {database_file(tmp_path)} is of a newer Lissom (form 99, known here: {SCHEMA})",
        "it was left as it is; install the newer Lissom, or name another folder with LISSOM_DATA",
    )


def record_on(journal):
    for index in range(3, len(WHOLE)):
        journal.append(ID, index, WHOLE[index])
    for number in range(1000):
        journal.set_setting(f"setting-{number}", "x" * 1000)


def pragma(journal, words):
    from django.db import connections

    with connections[journal._alias].cursor() as cursor:
        cursor.execute(f"PRAGMA {words}")


PRAGMAS = [
    ("max_page_count=1", "the disk with the data folder {folder} is full"),
    ("query_only=ON", "cannot write in the data folder {folder}"),
]


@pytest.mark.parametrize(("words", "message"), PRAGMAS)
def test_what_was_recorded_before_is_kept(journal, words, message):
    journal.begin(log_of(), LADDER)
    journal.append(ID, 0, *WHOLE[:3])
    pragma(journal, words)
    with pytest.raises(JournalError) as refused:
        record_on(journal)
    assert refused.value.message == message.format(folder=journal.folder)
    journal.close()
    assert journal.log(ID).events[:3] == WHOLE[:3]


def test_a_journal_that_another_program_keeps_locked(journal):
    pragma(journal, "busy_timeout=0")
    other = raw(journal.folder)
    other.isolation_level = None
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(JournalError, match="another program has kept the journal"):
        journal.begin(log_of(), LADDER)
    other.close()
    journal.begin(log_of(), LADDER)
    assert journal.logs() == (log_of(),)
