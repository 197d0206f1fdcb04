"""What no session can be, on the command line: refused in words with the entry named, and set aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lissom.cli import session_player
from lissom.machine.codec import dumps
from lissom.session import codec
from lissom.session.log import MOST_MS, Entry, Rating
from lissom.store.setup import open_journal
from tests.browser.person import go_through_the_list
from tests.session.machines import ID, LADDER, RATED, WHOLE, log_of, rated_log

PAUSES = (Entry(0, "asked", "pause"), Entry(0, "asked", "resume")) * 40_000


def replayed(lissom, log, machine):
    Path("log.json").write_bytes(codec.dumps(log))
    Path("machine.json").write_bytes(dumps(machine))
    return lissom("log", "replay", "log.json", "--machine", "machine.json")


def test_a_log_that_can_have_been_is_replayed(lissom):
    ran = replayed(lissom, rated_log(Rating("before", 0, 4)), RATED)
    assert (ran.code, ran.err, len(ran.out.splitlines())) == (0, "", len(WHOLE) + 2)


@pytest.mark.parametrize(
    ("log", "machine", "where", "words"),
    [
        (
            rated_log(Rating("before", 0, 10)), RATED, "refused at rating 0",
            "10 of 10 is not what was gone on with as 'ok'",
        ),
        (
            rated_log(Rating("before", 0, 4), Rating("before", 950_400_000, 4)), RATED, "refused at rating 1",
            "nobody was asked for it at 950400000 ms",
        ),
        (
            rated_log(Rating("after", 0, 4)), RATED, "refused at rating 0",
            "leg asks for the pain before, not after",
        ),
        (log_of(*WHOLE, zone="Mars/Base"), LADDER, "refused", "there is no time zone 'Mars/Base'"),
        (
            log_of(*WHOLE, started=datetime(2199, 3, 1, tzinfo=UTC)), LADDER, "refused",
            "it starts on 2199-03-01, at a time that no calendar has, or that is still to come",
        ),
        (
            log_of(*WHOLE[:1], Entry(MOST_MS, "ready", "next")), LADDER, "refused at event 1",
            f"it is {MOST_MS} ms after the start, at a time that no calendar has, or that is still to come",
        ),
        (log_of(*PAUSES), LADDER, "refused", "it has 80000 events, and a session has no more than 10000"),
    ],
)  # fmt: skip
def test_a_log_that_can_never_have_been_is_refused_and_its_entry_named(lissom, log, machine, where, words):
    ran = replayed(lissom, log, machine)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"lissom: session {ID} is {where}: {words}\n  the log itself stays as it is\n"


@pytest.fixture
def poisoned(lissom, tmp_path):
    """A journal with a session that is fine, and one that an earlier version took in."""
    journal = open_journal(tmp_path / "data")
    journal.receive(log_of(*WHOLE), LADDER)
    journal.receive(replace(log_of(*WHOLE[:1], Entry(MOST_MS, "ready", "next")), id=ID[:-1] + "c"), LADDER)
    journal.close()
    return ID[:-1] + "c"


@pytest.mark.parametrize("command", [("today",), ("plan",), ("progress",), ("restrictions",)])
def test_one_that_is_set_aside_is_named_and_stops_nobody(lissom, poisoned, command):
    ran = lissom(*command)
    told = f"lissom: session {poisoned} of leg is set aside: its times cannot be right, or it is longer"
    assert (ran.code, ran.err.startswith(told), ran.err.count("\n")) == (0, True, 1)


def test_the_list_of_sessions_tells_what_it_can(lissom, poisoned):
    fine, aside = lissom("log").out.splitlines()
    assert fine == f"{ID}  2026-03-01 08:30  Leg. 2 of 2 holds, 0:40; finished"
    assert aside.startswith(f"{poisoned}  2026-03-01 08:30  Leg. it is set aside and counts for nothing: ")


def test_alone_it_is_refused_in_words_and_its_json_is_there(lissom, poisoned):
    for ran in (lissom("log", "show", poisoned), lissom("log", "replay", poisoned)):
        assert (ran.code, ran.err.startswith(f"lissom: session {poisoned} is refused at event 1: ")) == (
            1,
            True,
        )
    assert lissom("log", "show", poisoned, "--json").code == 0


def test_a_backup_leaves_it_here_and_says_so(lissom, poisoned):
    ran = lissom("backup", "mine.zip")
    assert (ran.code, ran.out.splitlines()[1]) == (
        0, "Not in it, because nothing can read them: 1 session. They stay here.",
    )  # fmt: skip
    assert ran.out.startswith("mine.zip: 1 session, ")
    assert lissom("restore", "mine.zip").out == "Everything in it is here already. Nothing was changed.\n"


class Stopped(datetime):
    """The clock of a computer whose battery is empty."""

    @classmethod
    def now(cls, tz=None):
        return datetime(1970, 1, 1, 0, 5, tzinfo=tz)


def test_nothing_is_started_while_the_clock_cannot_be_right(lissom, monkeypatch, tmp_path):
    monkeypatch.setattr(session_player, "datetime", Stopped)
    go_through_the_list(tmp_path / "data")
    ran = lissom("play", "seated-leg-ladder", "--plain", "--no-voice", stdin="")
    assert (ran.code, "the clock of this computer says that it is 1970-01-01" in ran.err) == (1, True)


# What the players write is admitted, also where they went on with what was broken off.


def test_a_page_after_a_session_that_is_gone_on_with_is_rated_after(lissom, monkeypatch, tmp_path):
    from lissom.app.machines import machine_for
    from lissom.cli.desk import CommandDesk
    from lissom.machine.codec import machine_digest
    from lissom.machine.options import Options
    from lissom.session.admission import admit

    monkeypatch.setenv("LISSOM_DATA", str(tmp_path / "data"))
    desk, machine = CommandDesk.open(), machine_for("after-session", Options())
    began = datetime.now(UTC) - timedelta(minutes=1)
    log = replace(
        log_of(), routine=machine.routine, digest=machine.digest, machine_digest=machine_digest(machine),
        options=machine.options, started=began,
    )  # fmt: skip
    desk.journal.begin(log, machine)
    desk.journal.close()
    typed = []

    def play(machine, *, record, when, resume_from, clock, **_):
        from lissom.session.live_session import LiveSession

        now = clock.now_ms()
        course = LiveSession.go_on(machine, resume_from).resume(now).apply("no", now).apply("ok", now)
        typed.append(when)
        for what in (*course.entries[:2], Rating(when, now, 3), *course.entries[2:]):
            record(what)
        return type("Played", (), {"unsaved": ()})()

    monkeypatch.setattr("lissom.terminal.play.play", play)
    session_player.go_on(desk, desk.journal.log(log.id), session_player.Manner(voice=None))
    known = desk.journal.log(log.id)
    assert (typed, [rating.when for rating in known.ratings]) == (["after"], ["after"])
    assert admit(known, machine).visits[0].event == "resume"
