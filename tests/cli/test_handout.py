"""`lissom handout`: a file is written whole, and what is wrong is said with its place."""

from __future__ import annotations

import pytest

from lissom.cli.main import DONE, PROBLEM, main


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("LISSOM_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


def test_it_writes_a_pdf_and_says_so(tmp_path, capsys):
    assert main(["handout", "neck", "--paper", "letter", "--large", "-o", "neck.pdf"]) == DONE
    written = (tmp_path / "neck.pdf").read_bytes()
    assert written.startswith(b"%PDF-")
    assert capsys.readouterr().out == f"neck.pdf: Neck stretches, {len(written):,} bytes.\n"


def test_a_number_to_call_that_nobody_has_set_is_pointed_out_once_it_is_set_no_more(tmp_path, capsys):
    main(["handout", "neck", "-o", "neck.pdf"])
    assert capsys.readouterr().err == (
        "It says to call 112 in an emergency. "
        "If that is another number where it will hang: lissom settings emergency NUMBER\n"
    )
    main(["settings", "emergency", "911"])
    capsys.readouterr()
    main(["handout", "neck", "-o", "neck.pdf"])
    assert capsys.readouterr().err == ""


def test_a_bad_clinics_card_is_told_by_line_and_column_and_nothing_is_written(tmp_path, capsys):
    (tmp_path / "clinic.yaml").write_text("name: Hill Street\nphone: 0301234\n")
    assert main(["handout", "neck", "--clinic", "clinic.yaml", "-o", "neck.pdf"]) == PROBLEM
    told = capsys.readouterr().err
    assert told.startswith("clinic.yaml:2:8: error[needs-quotes]")
    assert "lissom: clinic.yaml is no clinic's card" in told
    assert not (tmp_path / "neck.pdf").exists()


def test_another_kind_of_file_is_refused(tmp_path, capsys):
    assert main(["handout", "neck", "-o", "neck.doc"]) == PROBLEM
    assert capsys.readouterr().err == "lissom: neck.doc is no PDF\n  end the file's name in .pdf\n"


def test_an_unknown_routine_and_a_missing_folder_are_said_in_words(capsys):
    assert main(["handout", "nek", "-o", "neck.pdf"]) == PROBLEM
    assert main(["handout", "neck", "-o", "nowhere/neck.pdf"]) == PROBLEM
    told = capsys.readouterr().err
    assert "there is no routine 'nek'" in told
    assert "nowhere" in told
