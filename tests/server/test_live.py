"""Sessions that are being played: claimed by a process, or for a browser for as long as it is heard of."""

from __future__ import annotations

from threading import Event

import pytest

from lissom.server.journal.live import LiveSessions

ID = "0195517a-2b40-7c3e-8f00-0123456789ab"


@pytest.fixture
def folder(tmp_path):
    return tmp_path


@pytest.fixture
def here(folder):
    live = LiveSessions(folder)
    yield live
    live.close()


@pytest.fixture
def there(folder):
    """Another process's view."""
    live = LiveSessions(folder)
    yield live
    live.close()


def let_go(here, seconds):
    """Return what is set when a claim for so many seconds has run out."""
    gone = Event()
    release = here.release
    here.release = lambda session_id: (release(session_id), gone.set())
    here.claim_for(ID, seconds)
    return gone


def test_a_claim_for_a_browser_is_seen_by_other_processes(here, there):
    assert here.claim_for(ID, 60)
    assert (there.played_elsewhere(), there.claim(ID), here.played()) == ((ID,), False, (ID,))


def test_with_no_sign_of_life_it_is_let_go(here, there):
    assert let_go(here, 0.05).wait(10)
    assert (there.played_elsewhere(), there.claim(ID)) == ((), True)


def test_each_sign_of_life_begins_the_time_anew(here, there):
    gone = let_go(here, 0.05)
    here.claim_for(ID, 60)
    assert not gone.wait(0.3)
    assert there.played_elsewhere() == (ID,)


def test_what_another_process_plays_is_not_claimed(here, there):
    there.claim(ID)
    assert not here.claim_for(ID, 60)


def test_over_it_is_let_go_at_once_and_leaves_no_trace(here, folder):
    here.claim_for(ID, 60)
    here.release(ID)
    assert (here.played(), list((folder / "live").iterdir())) == ((), [])
