"""All of a journal out and in again: merged by the law of growing logs, whole or not at all; and all gone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lissom.app.person import Desk
from lissom.app.ports import JournalError
from lissom.app.spreadsheets import sheet_of
from lissom.coach.history import Agreed, TakenBack
from lissom.coach.preferences import CALENDAR_TOKEN
from lissom.errors import LissomError
from lissom.exchange import backup
from lissom.machine.codec import dumps
from lissom.session.admission import admit
from lissom.session.log import MOST_MS, Entry, Rating
from lissom.session.replay import replay
from lissom.store import merge, rows
from lissom.store.setup import open_journal
from tests.session.machines import DIGEST, ID, LADDER, RATED, WHOLE, log_of, rated_log

NOW = datetime(2026, 5, 7, 9, 0, tzinfo=UTC)
OTHER_ID = ID[:-1] + "c"
AGREED = Agreed(NOW - timedelta(days=1), "leg-ladder")


@pytest.fixture
def other(tmp_path):
    """Another journal, on another computer as it were."""
    opened = open_journal(tmp_path / "other")
    yield opened
    opened.close()


def desk(journal) -> Desk:
    return Desk(journal, now=NOW, zone="UTC")


def packed(journal) -> bytes:
    from lissom.app.backups import make_backup

    return make_backup(desk(journal))


def restore(journal, content: bytes):
    from lissom.app.backups import restore

    return restore(desk(journal), content)


def live_through(journal) -> None:
    journal.receive(rated_log(Rating("before", 0, 4)), RATED)
    journal.receive(replace(log_of(*WHOLE[:3]), id=OTHER_ID), LADDER)
    journal.write_entry(AGREED)
    journal.write_entry(TakenBack(NOW, "UTC", "leg-ladder", True))
    desk(journal).set("lead", "right")
    desk(journal).set("conditions", "glaucoma")
    (journal.folder / "routines").mkdir()
    (journal.folder / "routines" / "mine.yaml").write_bytes(b"mine\n")


def test_backup_restore_backup_is_the_same_bytes(journal, other):
    live_through(journal)
    first = packed(journal)
    came = restore(other, first)
    assert (came.sessions, came.words, came.routines, came.unread) == (2, 2, 1, 0)
    assert packed(other) == first


def test_a_second_time_changes_nothing(journal, other):
    live_through(journal)
    first = packed(journal)
    restore(other, first)
    assert restore(other, first).is_nothing
    assert restore(journal, first).is_nothing
    assert packed(journal) == packed(other) == first


def test_what_came_back_teaches_the_same(journal, other):
    live_through(journal)
    restore(other, packed(journal))
    assert other.past() == journal.past()
    assert other.logs() == journal.logs()


def test_what_a_session_came_to_is_noted_when_it_comes_and_not_replayed_again(journal, other, monkeypatch):
    live_through(journal)
    restore(other, packed(journal))
    expected, replayed = journal.past(), []
    monkeypatch.setattr(
        "lissom.store.journal.replay", lambda log, machine: replayed.append(log.id) or replay(log, machine)
    )
    assert other.past() == expected
    assert other.past() == expected
    assert replayed == [OTHER_ID]  # it is open still, and as long as it was; the other one is over


def test_a_longer_log_is_over_where_it_says_so(journal, other):
    journal.receive(log_of(*WHOLE[:3]), LADDER)
    assert [session.outcome for session in journal.past().history.sessions] == [None]
    other.receive(log_of(*WHOLE), LADDER)
    assert restore(journal, packed(other)).longer == 1
    assert journal.open_session() is None
    assert journal.past() == other.past()


def may_write(journal) -> bool:
    """Say whether another process could write down an event right now."""
    with closing(sqlite3.connect(journal.folder / "journal.sqlite3", timeout=0)) as database:
        try:
            database.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return False
        return True


def test_whoever_plays_need_not_wait_until_all_is_replayed_or_read(journal, other, monkeypatch):
    live_through(other)
    free = []
    monkeypatch.setattr(
        merge, "admit", lambda log, machine: free.append(may_write(journal)) or admit(log, machine)
    )
    restore(journal, packed(other))
    assert free == [True, True]

    read = rows.read_logs
    monkeypatch.setattr(rows, "read_logs", lambda found: free.append(may_write(journal)) or read(found))
    packed(journal)
    assert set(free[2:]) == {True}


def test_a_session_that_goes_on_while_its_log_is_replayed_keeps_what_is_longer(journal, other, monkeypatch):
    journal.receive(log_of(*WHOLE[:2]), LADDER)
    other.receive(log_of(*WHOLE[:3]), LADDER)
    content = packed(other)

    def replayed(log, machine):
        journal.append(ID, 2, *WHOLE[2:4])
        return replay(log, machine)

    monkeypatch.setattr(merge, "admit", replayed)
    assert restore(journal, content).is_nothing
    assert journal.logs() == (log_of(*WHOLE[:4]),)


def test_what_fails_at_the_very_end_leaves_nothing_not_even_a_routine(journal, other, monkeypatch):
    live_through(other)
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL

    def fail(*_):
        raise full

    monkeypatch.setattr(rows, "insert_logs", fail)
    with pytest.raises(JournalError, match="is full"):
        restore(journal, packed(other))
    assert (journal.logs(), journal.entries(), journal.settings()) == ((), (), {})
    assert list((journal.folder / "routines").iterdir()) == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(here=st.integers(0, len(WHOLE)), there=st.integers(0, len(WHOLE)))
def test_the_longer_log_stays_wherever_it_was(tmp_path_factory, here, there):
    folder = tmp_path_factory.mktemp("merge")
    one, two = open_journal(folder / "one"), open_journal(folder / "two")
    one.receive(log_of(*WHOLE[:here]), LADDER)
    two.receive(log_of(*WHOLE[:there]), LADDER)
    restore(one, packed(two))
    assert one.logs() == (log_of(*WHOLE[: max(here, there)]),)
    restore(two, packed(one))
    assert packed(one) == packed(two)
    one.close()
    two.close()


def test_a_session_that_went_on_differently_is_refused_and_nothing_is_taken(journal, other):
    journal.receive(log_of(*WHOLE[:2]), LADDER)
    end = WHOLE[1].at_ms
    changed = (*WHOLE[:1], replace(WHOLE[1], at_ms=end + 5))
    other.receive(log_of(*changed), LADDER)
    other.receive(replace(log_of(*WHOLE), id=OTHER_ID), LADDER)
    before = packed(journal)
    with pytest.raises(Exception, match="went on differently after event 1") as refusal:
        restore(journal, packed(other))
    assert type(refusal.value).__name__ == "RestoreRefused"
    assert packed(journal) == before


def test_a_log_that_does_not_replay_is_refused_whole(journal, other):
    live_through(other)
    content = backup.read(packed(other))
    wrong = replace(content.logs[0], events=(Entry(0, "nowhere", "next"),))
    forged = replace(content, logs=(wrong, *content.logs[1:]))
    with pytest.raises(Exception, match="is refused at event 0"):
        restore(journal, backup.write(forged))
    assert (journal.logs(), journal.entries(), journal.settings()) == ((), (), {})


def test_a_session_of_a_machine_that_cannot_be_read_is_kept_as_it_is(journal, other):
    import hashlib

    text = b'{"format":"lissom-machine/99"}\n'
    digest = f"sha256:{hashlib.sha256(text).hexdigest()}"
    newer = replace(log_of(*WHOLE), machine_digest=digest)
    first = backup.write(
        backup.Backup(journal.ids(), logs=(newer,), machines=backup.Packed.of([(digest, text)]))
    )
    assert restore(journal, first).unread == 1
    assert journal.past().unread == (newer.id,)
    assert packed(journal) == first


@pytest.mark.parametrize("zone", ["America/Newly", "Europe/A/New_Place"])
def test_a_zone_that_is_not_known_here_hides_nothing(journal, other, zone):
    other.receive(replace(log_of(*WHOLE), zone=zone), LADDER)
    restore(journal, packed(other))
    (session,) = journal.past().history.sessions
    assert (session.zone, session.day) == (zone, log_of().started.date())
    assert sheet_of(desk(journal), "sessions").splitlines()[1].split(",")[3].endswith("+00:00")


def backup_of(log, machine=LADDER) -> bytes:
    """Return a backup with one session in it, whatever that is like."""
    text = dumps(machine)
    machines = backup.Packed.of([(log.machine_digest, text)])
    return backup.write(backup.Backup(logs=(log,), machines=machines))


def begun(*moment: int):
    return replace(log_of(*WHOLE), started=datetime(*moment, tzinfo=UTC))


@pytest.mark.parametrize(
    ("log", "words"),
    [
        (begun(9999, 12, 31, 23, 59, 59), "it starts on 9999-12-31, at a time that no calendar has"),
        (begun(2199, 3, 1), "it starts on 2199-03-01"),
        (begun(1, 1, 1), "it starts on 0001-01-01"),
        (begun(1999, 12, 31), "it starts on 1999-12-31"),
        (log_of(*WHOLE[:1], Entry(MOST_MS, "ready", "next")), f"at event 1: it is {MOST_MS} ms after"),
        (rated_log(Rating("before", MOST_MS, 4)), f"at rating 0: it is {MOST_MS} ms after the start"),
        (replace(log_of(*WHOLE), zone="Mars/Base"), "there is no time zone 'Mars/Base'"),
        (rated_log(Rating("before", 0, 10)), "at rating 0: 10 of 10 is not what was gone on with as 'ok'"),
        (
            rated_log(Rating("before", 0, 4), Rating("before", 950_400_000, 4)),
            "at rating 1: nobody was asked for it at 950400000 ms",
        ),
        (rated_log(Rating("after", 0, 4)), "at rating 0: leg asks for the pain before, not after"),
        (log_of(*[Entry(0, "asked", "pause")] * 10_001), "it has 10001 events"),
    ],
)  # fmt: skip
def test_what_can_never_have_been_is_refused_whole_and_named(journal, log, words):
    machine = RATED if log.machine_digest != DIGEST else LADDER
    with pytest.raises(LissomError) as refused:
        restore(journal, backup_of(log, machine))
    assert log.id in refused.value.message
    assert words in refused.value.message
    assert journal.logs() == ()


def test_a_word_at_a_time_that_no_calendar_has_is_refused_whole(journal):
    said = backup.Backup(words=frozenset({Agreed(datetime(1, 1, 1, tzinfo=UTC), "leg-ladder")}))
    with pytest.raises(LissomError, match="a word on leg-ladder is at a time that no calendar has"):
        restore(journal, backup.write(said))
    assert journal.entries() == ()


# What an earlier version took in, and no door takes in any more.


def test_what_is_set_aside_stays_here_and_the_backup_comes_back(journal, other):
    live_through(journal)
    poisoned = replace(log_of(*WHOLE[:1], Entry(MOST_MS, "ready", "next")), id=ID[:-1] + "d")
    journal.receive(poisoned, LADDER)
    assert restore(other, packed(journal)).sessions == 2
    assert poisoned in journal.logs()
    assert poisoned.id not in {log.id for log in other.logs()}
    assert other.past().history == journal.past().history


def test_a_rating_that_cannot_be_takes_no_session_with_it(journal, other):
    felt = (Entry(0, "rate", "ok"), *WHOLE[:3], Entry(9000, "left.hold", "pain"))
    fine, wrong = Rating("before", 0, 4), Rating("before", 950_400_000, 9)
    journal.receive(rated_log(fine, wrong, events=felt), RATED)
    assert journal.past().history.sessions[0].symptoms == ("pain",)
    first = packed(journal)
    restore(other, first)
    assert other.logs() == (rated_log(fine, events=felt),)
    assert restore(journal, first).is_nothing


def test_settings_here_stay_and_what_is_missing_is_filled_in(journal, other):
    desk(journal).set("lead", "left")
    desk(other).set("lead", "right")
    desk(other).set("pace", "easy")
    restore(journal, packed(other))
    assert journal.settings() == {"lead": "left", "pace": "easy"}


def test_health_adds_up_and_asks_again(journal, other):
    desk(journal).set("conditions", "glaucoma")
    Desk(other, now=NOW + timedelta(days=2), zone="UTC").set("conditions", "pregnancy")
    restore(journal, packed(other))
    found = journal.settings()
    assert found["conditions"] == "glaucoma,pregnancy"
    assert found["health-changed"] == (NOW + timedelta(days=2)).isoformat()


@pytest.mark.parametrize(
    "settings_",
    [
        {"lead": "up"},
        {"nonsense": "1"},
        {"emergency": "call mum"},
        {"language": "tlh"},
        {"practises": "<b>"},
        {"small.hold": "x"},
        {"small.nonsense": "1"},
        {"calendar-token": "known"},
        {"health-changed": "yesterday"},
        {"health-changed": "2026-05-04"},
        {"calendar-id": "1"},
        {"../small.hold": "1"},
    ],
)
def test_a_setting_that_cannot_be_refuses_the_whole_backup(journal, other, settings_):
    live_through(other)
    content = replace(backup.read(packed(other)), settings=settings_)
    with pytest.raises(Exception, match=r"cannot be|no setting|language"):
        restore(journal, backup.write(content))
    assert (journal.logs(), journal.settings()) == ((), {})


def test_the_secret_address_stays_where_it_is(journal):
    journal.set_setting(CALENDAR_TOKEN, "secret")
    assert b"secret" not in packed(journal)
    assert backup.read(packed(journal)).settings == {}


def test_erasing_leaves_nothing_in_the_files(journal):
    from lissom.app.backups import erase

    live_through(journal)
    desk(journal).set("clinic-name", "Hill Street Physiotherapy")
    erase(desk(journal))
    assert (journal.logs(), journal.entries(), journal.settings(), journal.past().history.sessions) == (
        (), (), {}, (),
    )  # fmt: skip
    left = b"".join(path.read_bytes() for path in journal.folder.rglob("*") if path.is_file())
    assert [trace for trace in (b"Hill Street", b"glaucoma", ID.encode(), b"mine\n") if trace in left] == []


def test_after_erasing_all_goes_on_as_for_a_new_person(journal):
    from lissom.app.backups import erase

    live_through(journal)
    erase(desk(journal))
    journal.receive(log_of(*WHOLE), LADDER)
    assert len(journal.past().history.sessions) == 1
    with sqlite3.connect(journal.folder / "journal.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
