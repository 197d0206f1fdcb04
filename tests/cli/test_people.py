"""`lissom people`: who there is, and whose record commands open."""

from __future__ import annotations

import json
import zipfile


def test_alone_there_is_one_without_a_name(lissom) -> None:
    assert lissom("people").out == "1  Person 1: 0 sessions  (chosen)\n"
    assert lissom("people", "list").out == lissom("people").out


def test_each_has_settings_of_their_own_and_the_chosen_ones_are_told(lissom) -> None:
    assert lissom("people", "add", "Ann Lee").code == 0
    lissom("settings", "lead", "right")
    told = lissom("settings", "--json")
    assert json.loads(told.out)["lead"] == "right"
    assert told.err == "lissom: the record of Person 1\n"
    assert (
        lissom("people", "choose", "ann lee").out
        == "Ann Lee is chosen: commands open their record from now on.\n"
    )
    told = lissom("settings", "--json")
    assert (json.loads(told.out), told.err) == ({}, "lissom: the record of Ann Lee\n")


def test_people_are_listed_as_json(lissom) -> None:
    lissom("people", "add", "Ann")
    told = json.loads(lissom("people", "list", "--json").out)
    assert [(each["name"], each["chosen"]) for each in told] == [("", True), ("Ann", False)]


def test_one_is_renamed_by_number(lissom) -> None:
    assert lissom("people", "rename", "1", "Ben").out == "Person 1 is called Ben now.\n"
    assert lissom("people").out == "1  Ben: 0 sessions  (chosen)\n"


def test_one_is_removed_only_for_sure_and_never_the_last(lissom, tmp_path) -> None:
    ran = lissom("people", "remove", "1", "--yes")
    assert (ran.code, "the last person cannot be removed" in ran.err) == (1, True)
    lissom("people", "add", "Ann")
    ran = lissom("people", "remove", "Ann")
    assert (ran.code, "say --yes" in ran.err) == (1, True)
    ran = lissom("people", "remove", "Ann", "--yes")
    assert (ran.code, "A backup of it lies at" in ran.out) == (0, True)
    assert lissom("people").out == "1  Person 1: 0 sessions  (chosen)\n"


def test_one_is_exported(lissom, tmp_path) -> None:
    lissom("settings", "lead", "right")
    lissom("people", "add", "Ann")
    assert lissom("people", "export", "1", "-o", str(tmp_path / "one.zip")).code == 0
    assert lissom("people", "export", "Ann", "-o", str(tmp_path / "ann.zip")).code == 0
    read = [
        json.loads(zipfile.ZipFile(tmp_path / f"{name}.zip").read("settings.json")) for name in ("one", "ann")
    ]
    assert read == [{"lead": "right"}, {}]


def test_what_cannot_be_is_told_in_words(lissom) -> None:
    for command, words in (
        (("choose", "Carl"), "there is no 'Carl' here"),
        (("add", " "), "a name is needed"),
        (("add", "7"), "7 is a number"),
        (("rename", "1", "x" * 70), "60 letters at most"),
    ):
        ran = lissom("people", *command)
        assert (ran.code, words in ran.err) == (1, True), command
