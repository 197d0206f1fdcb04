"""Several processes, and processes that die: what was shown as recorded is in the journal."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from lissom.session.live_session import LiveSession
from lissom.store.setup import open_journal
from tests.session.machines import ID, LADDER, STARTED, WHOLE

from .player import session_id

ROOT = Path(__file__).parents[2]
HOLDING = 3  # after so many events the body is in a hold


def player(folder: Path, first: int, sessions: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.server.player", str(first), str(sessions)],
        cwd=ROOT, env={**os.environ, "LISSOM_DATA": str(folder)}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def lines(process: subprocess.Popen[str], count: int) -> Iterator[tuple[str, int]]:
    assert process.stdout is not None
    for _ in range(count):
        session, index = process.stdout.readline().split()
        yield session, int(index)


def kill(process: subprocess.Popen[str]) -> list[tuple[str, int]]:
    """Kill a process with no chance to tidy up, and return what it still had said before it died."""
    process.send_signal(signal.SIGKILL)
    rest = process.communicate()[0].splitlines(keepends=True)
    whole = (line.split() for line in rest if line.endswith("\n"))
    return [(session, int(index)) for session, index in whole]


@pytest.mark.parametrize("count", [1, 3, 14])
def test_every_event_that_was_shown_as_recorded_survives_a_kill(tmp_path, count):
    process = player(tmp_path, 0, 1000)
    said = [*lines(process, count), *kill(process)]
    journal = open_journal(tmp_path)
    kept = {log.id: log.events for log in journal.logs()}
    assert [kept[session][index] for session, index in said] == [WHOLE[index] for _, index in said]
    assert all(events == WHOLE[: len(events)] for events in kept.values())
    journal.close()


@pytest.fixture
def killed_in_a_hold(tmp_path):
    """A journal whose last session was killed in mid-hold."""
    folder = tmp_path / "data"
    script = (
        "from tests.server.player import *\n"
        "journal = open_journal()\n"
        "journal.begin(log_of(), LADDER)\n"
        f"for index, entry in enumerate(WHOLE[:{HOLDING}]):\n"
        "    journal.append(ID, index, entry)\n"
        "    print(ID, index, flush=True)\n"
        "sys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, env={**os.environ, "LISSOM_DATA": str(folder)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    journal = open_journal(folder)
    assert list(lines(process, HOLDING)) == [(ID, 0), (ID, 1), (ID, 2)]
    assert journal.open_session() is None  # it is being played, in another window
    kill(process)
    yield journal
    journal.close()


def test_a_killed_session_goes_on_from_its_last_ready(killed_in_a_hold):
    journal, now = killed_in_a_hold, STARTED + timedelta(minutes=2)
    log = journal.open_session(now)
    course = LiveSession.go_on(LADDER, log.events).resume(log.at_ms(now))
    journal.append(ID, len(log.events), course.entries[-1])
    assert (course.state_id, course.entries[-1].at_ms) == ("ready", 120_000)
    assert journal.log(ID).events == course.entries


def test_a_killed_session_is_closed_as_stopped_after_ten_minutes(killed_in_a_hold):
    assert killed_in_a_hold.open_session(STARTED + timedelta(minutes=12)) is None
    course = LiveSession.go_on(LADDER, killed_in_a_hold.log(ID).events)
    assert (course.entries[-1].event, course.outcome.kind) == ("closed", "stopped")


def test_a_pain_of_a_killed_session_is_not_lost(killed_in_a_hold):
    journal, now = killed_in_a_hold, STARTED + timedelta(minutes=2)
    log = journal.open_session(now)
    course = LiveSession.go_on(LADDER, log.events).apply("pain", 9_000)
    journal.append(ID, len(log.events), course.entries[-1])
    journal.open_session(now + timedelta(hours=1))
    journal.close()
    assert journal.open_session(now + timedelta(hours=1)) is None
    ended = LiveSession.go_on(LADDER, journal.log(ID).events)
    assert (ended.outcome.kind, ended.outcome.symptom) == ("symptom", "pain")


def test_three_players_on_one_new_journal_lose_nothing(tmp_path):
    processes = [player(tmp_path, first, 5) for first in (0, 100, 200)]
    said = [process.communicate()[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert [len(text.splitlines()) for text in said] == [50, 50, 50]
    journal = open_journal(tmp_path)
    kept = {log.id: log.events for log in journal.logs()}
    assert kept == {session_id(first + n): WHOLE for first in (0, 100, 200) for n in range(5)}
    journal.close()
