"""A backup comes back as it was, byte for byte; a damaged one is refused whole, with the reason."""

from __future__ import annotations

import io
import json
import tracemalloc
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lissom.coach.history import Agreed, TakenBack
from lissom.exchange.backup import Backup, BackupDamaged, Packed, pack_folder, read, write
from lissom.exchange.backup.parts import log_bytes
from lissom.machine.codec import dumps, machine_digest
from lissom.session import codec
from lissom.session.log import Entry, Rating
from tests.session.machines import ID, LADDER, WHOLE, log_of

MACHINE, DIGEST = dumps(LADDER), machine_digest(LADDER)
AT = datetime(2026, 5, 4, 8, tzinfo=UTC)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
moments = st.integers(0, 2**32).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
entries = st.builds(Entry, st.integers(0, 10**9), texts.filter(bool), texts.filter(bool))
ratings = st.builds(Rating, st.sampled_from(["before", "after"]), st.integers(0, 10**9), st.integers(0, 10))
words = st.one_of(
    st.builds(TakenBack, moments, texts, texts, st.none() | st.booleans()), st.builds(Agreed, moments, texts)
)


@st.composite
def logs(draw, number: int):
    log = replace(log_of(), id=f"{ID[:-4]}{number:04x}", machine_digest=DIGEST, started=draw(moments))
    return log.with_events(*draw(st.lists(entries, max_size=4))).with_ratings(
        *draw(st.lists(ratings, max_size=2))
    )


@st.composite
def backups(draw):
    count = draw(st.integers(0, 4))
    return Backup(
        settings=draw(st.dictionaries(texts.filter(bool), texts, max_size=5)),
        words=frozenset(draw(st.lists(words, max_size=4))),
        logs=tuple(draw(st.permutations([draw(logs(n)) for n in range(count)]))),
        machines=Packed.of([(DIGEST, MACHINE)]),
        routines=draw(
            st.dictionaries(st.from_regex(r"\A[a-z][a-z0-9-]{0,9}\Z"), st.binary(max_size=40), max_size=2)
        ),
    )


@given(backups())
def test_a_backup_comes_back_as_it_was_and_again_the_same_bytes(backup):
    packed = write(backup)
    assert read(packed) == backup
    assert write(read(packed)) == packed


@given(logs(0))
def test_a_log_stands_in_it_in_its_canonical_form(log):
    assert log_bytes(log) == codec.dumps(log)


@given(backups(), st.randoms())
def test_the_order_in_which_things_came_changes_no_byte(backup, random):
    shuffled = list(backup.logs)
    random.shuffle(shuffled)
    settings = dict(random.sample(sorted(backup.settings.items()), len(backup.settings)))
    assert write(replace(backup, logs=tuple(shuffled), settings=settings)) == write(backup)


WHOLE_BACKUP = Backup(
    settings={"lead": "right"},
    words=frozenset({Agreed(AT, "leg-ladder")}),
    logs=(replace(log_of(*WHOLE), machine_digest=DIGEST),),
    machines=Packed.of([(DIGEST, MACHINE)]),
)
PACKED = write(WHOLE_BACKUP)


def test_anyone_can_open_it_and_read_what_is_in_it():
    with zipfile.ZipFile(io.BytesIO(PACKED)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "README.txt", "backup.json", "settings.json", "words.jsonl", "sessions.jsonl",
            f"machines/{DIGEST.removeprefix('sha256:')}.json",
        ]  # fmt: skip
        assert json.loads(archive.read("settings.json")) == {"lead": "right"}
        assert "lissom restore" in archive.read("README.txt").decode()


@given(st.data())
def test_a_file_that_was_cut_off_is_refused(data):
    cut = data.draw(st.integers(0, len(PACKED) - 1))
    with pytest.raises(BackupDamaged):
        read(PACKED[:cut])


@given(st.integers(0, len(PACKED) - 1), st.integers(1, 255))
def test_a_changed_byte_is_refused_or_changes_nothing(place, by):
    changed = bytearray(PACKED)
    changed[place] = (changed[place] + by) % 256
    try:
        found = read(bytes(changed))
    except BackupDamaged:
        return
    assert found == WHOLE_BACKUP


def repacked(change) -> bytes:
    """Pack the files anew after a change, with all the sums that a zip has by itself."""
    with zipfile.ZipFile(io.BytesIO(PACKED)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()


def relisted(name: str, text: bytes) -> bytes:
    """Change a file and the list of what is in the backup with it."""
    import hashlib

    def change(parts):
        heading = json.loads(parts["backup.json"])
        heading["files"][name] = f"sha256:{hashlib.sha256(text).hexdigest()}"
        parts |= {name: text, "backup.json": json.dumps(heading).encode()}

    return repacked(change)


def packed_again(top: str, extra: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """As a computer packs the folder of an unpacked backup: in its own order, with notes of its own."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PACKED)) as archive, zipfile.ZipFile(packed, "w", method) as again:
        if top:
            again.mkdir(top.rstrip("/"))
        for name in sorted(archive.namelist(), reverse=True):
            again.writestr(f"{top}{name}", archive.read(name))
        for name, content in extra.items():
            again.writestr(name, content)
    return packed.getvalue()


MAC = {
    "lissom-backup/.DS_Store": b"\0\1",
    "__MACOSX/._lissom-backup": b"",
    "__MACOSX/lissom-backup/._backup.json": b"",
}


@pytest.mark.parametrize(
    "packed",
    [
        packed_again("", {}, zipfile.ZIP_DEFLATED),
        packed_again("lissom-backup/", MAC),
        packed_again("mes données/", {"mes données/desktop.ini": b"", "mes données/Thumbs.db": b""}),
        packed_again("", {".DS_Store": b""}),
    ],
)
def test_one_that_was_unpacked_and_packed_again_is_read(packed):
    assert read(packed) == WHOLE_BACKUP


def test_what_lies_beside_its_folder_is_not_overlooked():
    with pytest.raises(BackupDamaged, match=r"it has no backup\.json"):
        read(packed_again("lissom-backup/", {"other.txt": b""}))


def test_the_folder_it_was_unpacked_to_is_read(tmp_path):
    with zipfile.ZipFile(io.BytesIO(PACKED)) as archive:
        archive.extractall(tmp_path / "a" / "b")
    (tmp_path / "a" / ".DS_Store").write_bytes(b"")
    assert read(pack_folder(tmp_path / "a" / "b")) == WHOLE_BACKUP
    assert read(pack_folder(tmp_path / "a")) == WHOLE_BACKUP
    with pytest.raises(BackupDamaged, match=r"it has no backup\.json"):
        read(pack_folder(tmp_path / "a" / "b" / "machines"))


def claiming(size: int) -> bytes:
    """Say in the archive's own list that settings.json is so many bytes long."""
    with zipfile.ZipFile(io.BytesIO(PACKED)) as archive:
        real = archive.getinfo("settings.json").file_size.to_bytes(4, "little")
    place = PACKED.rindex(b"settings.json") - 46 + 24  # of the uncompressed size, in the last of the lists
    assert PACKED[place : place + 4] == real
    return PACKED[:place] + size.to_bytes(4, "little") + PACKED[place + 4 :]


def packed_with(method: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        archive.writestr("backup.json", b"{}")
    return packed.getvalue()


MACHINE_FILE = f"machines/{DIGEST.removeprefix('sha256:')}.json"


@pytest.mark.parametrize(
    ("packed", "reason"),
    [
        (b"", "it is no whole zip archive"),
        (b"not a zip at all", "it is no whole zip archive"),
        (repacked(lambda parts: parts.pop("backup.json")), "it has no backup.json"),
        (
            repacked(lambda parts: parts.update({"backup.json": b'{"format":"lissom-backup/9"}'})),
            "its format is 'lissom-backup/9', and this version reads 'lissom-backup/1'",
        ),
        (repacked(lambda parts: parts.update({"backup.json": b"{"})), "Expecting"),
        (
            repacked(lambda parts: parts.update({"settings.json": b'{"lead":"left"}\n'})),
            "settings.json is not as it was when the backup was made",
        ),
        (
            repacked(lambda parts: parts.pop("sessions.jsonl")),
            "its files are not those that backup.json lists",
        ),
        (
            repacked(lambda parts: parts.update({"../../etc/passwd": b"x"})),
            "its files are not those that backup.json lists",
        ),
        (relisted("../evil", b"x"), "../evil does not belong in it"),
        (relisted("settings.json", b'{"lead":1}'), "settings.json holds something that is no text"),
        (relisted("settings.json", b"\xff"), "utf-8"),
        (relisted("words.jsonl", b'{"kind":"agreed"}\n'), "words.jsonl, line 1: it is no dated word"),
        (
            relisted("words.jsonl", b'{"kind":"agreed","at":"2026-05-04T08:00:00","target":"all"}\n'),
            "words.jsonl, line 1: it lacks its time zone",
        ),
        (relisted("sessions.jsonl", b"{}\n"), "sessions.jsonl, line 1: not a session log"),
        (relisted("sessions.jsonl", b'{"format":'), "a file ends in the middle of a line"),
        (claiming(2**30), "what is in it is larger than any backup"),
        (claiming(1), "it is no whole zip archive (Bad CRC-32"),
        (packed_with(zipfile.ZIP_BZIP2), "it is packed in a way that Lissom does not use"),
        (packed_with(zipfile.ZIP_LZMA), "it is packed in a way that Lissom does not use"),
        (relisted(MACHINE_FILE, b"{}\n"), f"{MACHINE_FILE} is another machine than its name says"),
    ],
)  # fmt: skip
def test_what_is_no_backup_is_refused_with_the_reason(packed, reason):
    with pytest.raises(BackupDamaged) as refusal:
        read(packed)
    assert reason in refusal.value.message
    assert "nothing was changed" in str(refusal.value.hint)


def test_a_file_that_grows_beyond_its_size_when_it_is_unpacked_is_not_unpacked():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("backup.json", bytes(64 * 2**20))
    lying = bomb.getvalue().replace((64 * 2**20).to_bytes(4, "little"), (9).to_bytes(4, "little"))
    tracemalloc.start()
    with pytest.raises(BackupDamaged):
        read(lying)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 2**20


def test_machines_are_held_packed_and_are_the_same_text():
    texts = {f"sha256:{n:064x}": MACHINE + bytes(n) for n in range(3)}
    packed = Packed.of(texts.items())
    assert dict(packed) == texts
    assert sum(map(len, packed.streams.values())) < len(MACHINE)


def test_a_session_whose_machine_is_missing_cannot_be_backed_up():
    with pytest.raises(ValueError, match="a machine that was played is missing"):
        Backup(logs=WHOLE_BACKUP.logs)


def test_a_session_that_stands_twice_cannot_be():
    with pytest.raises(ValueError, match="a session stands twice"):
        Backup(logs=WHOLE_BACKUP.logs * 2, machines=Packed.of([(DIGEST, MACHINE)]))
