"""Sessions that are being played: claimed by a process, or for a browser for as long as it is heard of."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from lissom.store.live_sessions import HEARD_FOR, MOST_HEARD, LiveSessions

ID = "0195517a-2b40-7c3e-8f00-0123456789ab"


class Wall:
    """The clock on the wall."""

    def __init__(self) -> None:
        self.now = 1_780_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def folder(tmp_path):
    return tmp_path


@pytest.fixture
def here(folder, wall):
    live = LiveSessions(folder, wall)
    yield live
    live.close()


@pytest.fixture
def there(folder, wall):
    """Another process's view."""
    live = LiveSessions(folder, wall)
    yield live
    live.close()


def left(folder: Path) -> int:
    """How many files there are, but for those that SQLite has beside an open one."""
    return sum(not each.name.endswith("-journal") for each in (folder / "live").iterdir())


def number(n: int) -> str:
    return f"{ID[:-4]}{n:04x}"


def test_a_claim_for_a_browser_is_seen_by_other_processes(here, there):
    assert here.claim_for(ID, 60)
    assert (there.played_elsewhere(), there.claim(ID), here.played()) == ((ID,), False, (ID,))
    assert (here.is_played(ID), there.is_played(ID)) == (True, True)


def test_with_no_sign_of_life_it_is_let_go(here, there, wall):
    here.claim_for(ID, 60)
    wall.now += 60
    assert (here.played(), there.played_elsewhere(), there.is_played(ID)) == ((), (), False)
    assert there.claim(ID)


def test_each_sign_of_life_begins_the_time_anew(here, there, wall):
    here.claim_for(ID, 60)
    wall.now += 59
    here.claim_for(ID, 60)
    wall.now += 59
    assert there.played_elsewhere() == (ID,)


def test_a_clock_that_was_set_back_keeps_no_session_claimed(here, there, wall):
    here.claim_for(ID, HEARD_FOR)
    wall.now -= 3600
    assert (here.played(), there.played_elsewhere()) == ((), ())


def test_what_another_process_plays_is_not_claimed(here, there):
    there.claim(ID)
    assert not here.claim_for(ID, 60)


def test_what_another_server_hears_of_is_not_claimed(here, there):
    there.claim_for(ID, 60)
    assert (here.claim_for(ID, 60), here.claim(ID)) == (False, False)


def test_what_it_claims_for_a_browser_a_process_may_go_on_with_itself(here):
    here.claim_for(ID, 60)
    assert here.claim(ID)


def test_over_it_is_let_go_at_once_and_leaves_no_trace(here, there, folder):
    here.claim_for(ID, 60)
    here.release(ID)
    assert (here.played(), there.played_elsewhere(), list((folder / "live").iterdir())) == ((), (), [])


def test_one_that_is_over_takes_no_other_with_it(here, there):
    here.claim_for(ID, 60)
    here.claim_for(number(1), 60)
    here.release(ID)
    assert (here.played(), there.played_elsewhere()) == ((number(1),), (number(1),))


def test_what_a_dead_server_claimed_is_free_at_once(folder, here, wall):
    dead = LiveSessions(folder, wall)
    dead.claim_for(ID, 60)
    dead._alive.close()  # what the system does with the locks of a process that dies
    assert (here.played_elsewhere(), here.claim_for(ID, 60)) == ((), True)
    assert left(folder) == 2  # its own list and lock, and none of the dead one's


def test_a_list_that_cannot_be_read_stops_nobody(folder, here, there):
    there.claim_for(ID, 60)
    next((folder / "live").glob("*.heard")).write_text("[")
    assert (here.played_elsewhere(), here.claim_for(number(1), 60)) == ((), True)


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="what a process has open is told by Linux")
def test_however_many_browsers_play_they_cost_one_lock_and_no_thread(here, folder):
    files, threads = open_files(), threading.active_count()
    assert here.claim_for(number(0), 60)
    one = open_files() - files
    for n in range(600):
        assert here.claim_for(number(n), 60)
    assert (open_files() - files, threading.active_count()) == (one, threads)
    assert left(folder) == 2


def test_of_too_many_those_heard_of_last_count_as_played(here, there, wall):
    for n in range(MOST_HEARD + 3):
        wall.now += 1
        here.claim_for(number(n), 60)
    last = sorted(number(n) for n in range(3, MOST_HEARD + 3))
    assert (sorted(here.played()), sorted(there.played_elsewhere())) == (last, last)


def test_two_processes_never_claim_the_same_session(here, there, folder):
    """While one is about to claim, the other waits; then it sees the claim."""
    got: list[bool] = []
    with sqlite3.connect(folder / "claiming.lock", isolation_level=None, check_same_thread=False) as first:
        first.execute("BEGIN EXCLUSIVE")
        waits = [
            threading.Thread(target=lambda live=live: got.append(live.claim_for(ID, 60)))
            for live in (here, there)
        ]
        for each in waits:
            each.start()
        first.execute("COMMIT")
        for each in waits:
            each.join(20)
    assert sorted(got) == [False, True]
