"""Backup, restore, calendar and tables from the command line: files whole, words clear, exit codes right."""

from __future__ import annotations

import os
import stat
import zipfile

import icalendar
import pytest

from lissom.app.calendars import new_token
from lissom.cli.desk import CommandDesk


def test_a_backup_is_written_for_its_owner_alone_and_comes_back(lissom, tmp_path):
    lissom("settings", "lead", "right")
    ran = lissom("backup", "mine.zip")
    assert (ran.code, ran.out.splitlines()[0].startswith("mine.zip: 0 sessions, ")) == (0, True)
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "mine.zip").stat().st_mode) == 0o600
    lissom("settings", "lead", "--unset")
    assert lissom("restore", "mine.zip").out == "Taken over: 1 setting.\n"
    assert lissom("restore", "mine.zip").out == "Everything in it is here already. Nothing was changed.\n"


def test_what_is_other_here_stays_and_is_told(lissom, tmp_path):
    folder = tmp_path / "data" / "routines"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text("one")
    lissom("settings", "lead", "right"), lissom("settings", "pace", "easy")
    lissom("backup", "mine.zip")
    (folder / "mine.yaml").write_text("another")
    lissom("settings", "lead", "left")
    other = "Settings and own routines that are others here, and stay as they are here: 2.\n"
    assert lissom("restore", "mine.zip").out == f"Nothing in it is new here. Nothing was changed.\n{other}"
    lissom("settings", "pace", "--unset")
    assert lissom("restore", "mine.zip").out == f"Taken over: 1 setting.\n{other}"
    assert (folder / "mine.yaml").read_text() == "another"


def test_equal_content_is_the_same_file(lissom, tmp_path):
    lissom("backup", "one.zip")
    lissom("backup", "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(lissom, tmp_path):
    ran = lissom("backup", "nowhere/mine.zip")
    assert (ran.code, "nowhere/mine.zip: no such file or directory" in ran.err) == (1, True)
    (tmp_path / "folder").mkdir()
    assert lissom("backup", "folder").code == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "folder"]


def test_a_damaged_backup_is_refused_with_the_reason(lissom, tmp_path):
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04 and nothing more")
    ran = lissom("restore", "bad.zip")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("lissom: this backup cannot be used: it is no whole zip archive")
    assert "nothing was taken over and nothing was changed" in ran.err


def test_a_file_that_is_not_there_is_told(lissom):
    assert lissom("restore", "none.zip").err == "lissom: cannot read none.zip: no such file or directory\n"


def test_a_file_without_an_end_is_refused(lissom, tmp_path, monkeypatch):
    monkeypatch.setattr("lissom.cli.arguments.MOST_BYTES", 9)
    (tmp_path / "large.zip").write_bytes(bytes(10))
    ran = lissom("restore", "large.zip")
    assert (ran.code, ran.err) == (
        1,
        "lissom: cannot read large.zip: it is larger than any file that Lissom reads\n",
    )


def test_a_backup_of_a_newer_lissom_says_what_to_do(lissom, tmp_path):
    with zipfile.ZipFile(tmp_path / "newer.zip", "w") as archive:
        archive.writestr("backup.json", b'{"format":"lissom-backup/2"}')
    assert lissom("restore", "newer.zip").err == (
        "lissom: this backup cannot be used: its format is 'lissom-backup/2', and this version reads "
        "'lissom-backup/1'\n"
        "  nothing was taken over and nothing was changed; install the Lissom that wrote it, and try again\n"
    )


def test_a_calendar_goes_to_a_file(lissom, tmp_path):
    ran = lissom("calendar", "--routine", "neck", "--days", "mon,wed", "--times", "08:00", "-o", "neck.ics")
    assert ran.out == "neck.ics: open it with your calendar.\n"
    (event,) = icalendar.Calendar.from_ical((tmp_path / "neck.ics").read_bytes()).walk("VEVENT")
    assert event["RRULE"]["BYDAY"] == ["MO", "WE"]
    assert "URL" not in event  # a phone that imports it could not open it


def test_settings_never_print_the_secret_of_the_feed(lissom):
    token = new_token(CommandDesk.open())
    for command in (["settings"], ["settings", "--json"], ["settings", "pace", "easy"]):
        ran = lissom(*command)
        assert ran.code == 0
        assert token not in ran.out + ran.err
        assert "calendar-token" not in ran.out


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (["--routine", "nek"], "there is no routine 'nek'"),
        (["--days", "someday"], "'someday': not days of the week"),
        (["--times", "noon"], "'noon': not times of day"),
        (["--weeks", "0"], "0 weeks cannot be"),
        (
            ["--routine", "back-spasm", "--days", "mon,tue,wed,thu,fri"],
            "meant for 3 to 4 days a week, and these are 5",
        ),
    ],
)
def test_a_calendar_that_cannot_be_says_why(lissom, choices, words):
    ran = lissom("calendar", *choices, "-o", "x.ics")
    assert (ran.code, words in ran.err) == (1, True)


def test_a_table_is_only_of_the_whole_list(lissom):
    ran = lissom("log", "show", "1234", "--csv", "sessions")
    assert (ran.code, "--csv is for the whole list" in ran.err) == (1, True)


def test_a_calendars_routine_is_named_once(lissom):
    ran = lissom("calendar", "neck", "--routine", "full", "-o", "one.ics")
    assert (ran.code, ran.err) == (1, "lissom: neck or full?\n  name one routine, or none for all\n")
    lissom("settings", "address", "https://stretches.example")
    for named in (["neck"], ["--routine", "neck"]):
        told = icalendar.Calendar.from_ical(lissom("calendar", *named).out)
        assert {str(event["URL"]).partition("=")[2] for event in told.walk("VEVENT")} == {"neck"}
