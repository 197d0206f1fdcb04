"""The loader: what is packaged, and any file a person names."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from lissom.content import library
from lissom.content.library import ContentError
from tests.routine.page import PAGE


def test_all_packaged_routines_are_read() -> None:
    assert library.shipped_ids() == ("back-spasm", "full", "neck", "seated-leg-ladder")
    assert tuple(routine.id for routine in library.routines()) == library.shipped_ids() == library.ids()


def test_each_file_is_named_after_what_it_holds() -> None:
    for name in ("red-flags", "after-session", "next-morning"):
        assert library.screening(name).id == name
    assert library.phrases("en").language == "en"


def test_a_routine_is_read_once() -> None:
    assert library.routine("neck") is library.routine("neck")


@pytest.mark.parametrize("path", sorted(library.folder().rglob("*.yaml")), ids=lambda path: path.stem)
def test_packaged_content_has_no_errors(path: Path) -> None:
    assert [str(problem) for problem in library.check_file(path) if problem.severity == "error"] == []


def test_an_unknown_routine_is_refused_with_a_guess() -> None:
    with pytest.raises(ContentError) as refusal:
        library.routine("back-spam")

    assert (refusal.value.message, refusal.value.hint) == (
        "there is no routine 'back-spam'",
        "did you mean 'back-spasm'?",
    )


@pytest.mark.parametrize("name", ["../neck", "", "phrases.en", "screening/red-flags", "/etc/passwd"])
def test_a_path_is_no_id(name: str) -> None:
    with pytest.raises(ContentError):
        library.routine(name)
    with pytest.raises(ContentError):
        library.screening(name)
    with pytest.raises(ContentError):
        library.phrases(name)


def test_a_file_of_ones_own_is_read_with_what_is_packaged(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(PAGE)

    routine, problems = library.routine_from_file(path)

    assert problems == []
    assert routine is not None
    assert [question.id for question in routine.questions][-1] == "tight"
    assert library.routine_from_file(path, poses=frozenset())[0] is None


def test_a_stretch_of_a_packaged_routine_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "back-spasm.yaml"
    path.write_text(PAGE.replace("stretches:\n", "stretches:\n  - use: back-spasm/gluteal\n"))

    routine, _ = library.routine_from_file(path)

    assert routine is not None
    assert replace(routine.stretch("gluteal"), symptoms=()) == library.routine("back-spasm").stretch(
        "gluteal"
    )


def told(path: Path) -> list[str]:
    return [str(problem).removeprefix(f"{path.parent}{os.sep}") for problem in library.check_file(path)]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "none.yaml") == [
        "none.yaml:1:1: error[no-such-file]: there is no such file\n  hint: check the name and the folder"
    ]


def test_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()

    assert told(tmp_path / "folder.yaml") == [
        "folder.yaml:1:1: error[not-a-file]: this is not a file\n  hint: name the file itself, not its folder"
    ]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert told(tmp_path / "pipe")[0].startswith("pipe:1:1: error[not-a-file]: ")


def test_a_name_that_cannot_be_is_told(tmp_path: Path) -> None:
    assert (
        told(tmp_path / ("x" * 300))[0]
        .partition(": error")[2]
        .startswith("[not-readable]: it cannot be read: ")
    )


def test_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "large.yaml").open("wb") as file:
        file.truncate(10**12)

    assert told(tmp_path / "large.yaml") == [
        "large.yaml:1:1: error[too-large]: the file is larger than 256 KiB\n  hint: a routine is a few pages"
    ]


def shelve(monkeypatch: pytest.MonkeyPatch, folder: Path, **pages: str) -> None:
    """Put pages into a library of their own, with the packaged questions."""
    (folder / "routines").mkdir()
    for name, text in pages.items():
        (folder / "routines" / f"{name}.yaml").write_text(text.replace("id: small", f"id: {name}"))
    (folder / "screening").symlink_to(library.folder() / "screening")
    for cached in (library.shipped_ids, library.shipped, library.screening):
        monkeypatch.setattr(library, cached.__name__, cache(cached.__wrapped__))
    monkeypatch.setattr(library, "folder", lambda: folder)


def test_routines_that_use_each_other_in_a_circle_are_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one, other = (
        PAGE.replace("stretches:\n", f"stretches:\n  - use: {name}/roll\n") for name in ("other", "one")
    )
    shelve(monkeypatch, tmp_path, one=one, other=other)

    with pytest.raises(ContentError) as refusal:
        library.routine("one")

    assert "one.yaml:31:10: error[unknown-stretch]: there is no stretch 'other/roll'" in refusal.value.message


def test_two_threads_may_read_what_uses_each_other(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    using = PAGE.replace("  - id: roll\n    title", "  - use: base/roll\n  - id: more\n    title")
    shelve(monkeypatch, tmp_path, base=PAGE, using=using)

    with ThreadPoolExecutor(8) as pool:
        read = list(pool.map(library.routine, ["base", "using"] * 20))

    assert {routine.id for routine in read} == {"base", "using"}


def test_an_installed_wheel_finds_the_routines_beside_its_code(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "lissom" / "content" / "packaged").mkdir(parents=True)
    monkeypatch.setattr(library, "__file__", str(tmp_path / "lissom" / "content" / "library.py"))

    assert library.folder.__wrapped__() == tmp_path / "lissom" / "content" / "packaged"


def test_an_installation_without_routines_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(library, "__file__", str(tmp_path / "lissom" / "content" / "library.py"))

    with pytest.raises(ContentError) as refusal:
        library.folder.__wrapped__()

    assert refusal.value.message == "the packaged routines are missing"
