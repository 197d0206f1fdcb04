"""A file is written whole or not at all, and takes the place of nothing but a file."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from lissom.atomic_write import write_whole


def test_it_is_there_whole_and_for_its_owner_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"new")
    write_whole(tmp_path / "a", b"newer")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"newer"}
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_what_stood_there_stays_where_it_cannot_be_written(tmp_path: Path, monkeypatch) -> None:
    write_whole(tmp_path / "a", b"old")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space left") as refusal:
        write_whole(tmp_path / "a", b"new")
    assert refusal.value.filename == str(tmp_path / "a")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}


@pytest.mark.parametrize(("name", "error"), [("", IsADirectoryError), ("none/a", FileNotFoundError)])
def test_a_folder_and_a_folder_that_is_not_there_are_refused(tmp_path: Path, name: str, error) -> None:
    with pytest.raises(error):
        write_whole(tmp_path / name, b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows lets few people make links")
def test_a_link_stays_one_and_leads_to_what_was_written(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    for content in (b"new", b"newer"):
        write_whole(tmp_path / "link", content)
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "file").read_bytes() == content


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in its folders")
def test_a_pipe_is_written_into_and_stays_one(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write_whole(tmp_path / "pipe", b"new")
    reader.join()
    assert read == [b"new"]
    assert list(tmp_path.iterdir()) == [tmp_path / "pipe"]
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="only some systems name their open files")
def test_an_open_pipe_is_written_into_by_its_name() -> None:
    out, into = os.pipe()
    write_whole(Path(f"/dev/fd/{into}"), b"new")
    os.close(into)
    with open(out, "rb") as pipe:
        assert pipe.read() == b"new"
