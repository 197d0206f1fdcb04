"""The use cases with a record in memory: they need a store, and not the database nor what serves pages."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lissom.app.backups import erase, make_backup, restore
from lissom.app.entries import EntryRefused, write_agreed, write_taken_back
from lissom.app.health import HealthAnswers, keep_asked, keep_floor
from lissom.app.person import Desk
from lissom.app.ports import Store
from lissom.app.spreadsheets import sheet_of
from lissom.catalogues import catalogue
from lissom.machine.codec import machine_digest
from lissom.machine.options import Options
from tests.app.memory import MemoryStore
from tests.coach.stories import BACK, day, play, routine_machine

ROOT = Path(__file__).parents[2]
ROLL, GLUTEAL = "forward-roll", "gluteal"
SAY = catalogue("en").say
BLOCKED = """
import sys
sys.modules.update(dict.fromkeys(("django", "textual", "waitress")))
import pkgutil, lissom.app
for found in pkgutil.iter_modules(lissom.app.__path__, "lissom.app."):
    __import__(found.name)
print(*sorted(name for name in sys.modules if name.startswith(("lissom.store", "lissom.web"))))
"""


def desk(store: Store, number: int = 1, hour: int = 9) -> Desk:
    return Desk(store, now=day(number, hour), zone="UTC")


def lived(store: Store, number: int, *feels: str) -> None:
    """Play the back stretches on a day."""
    machine = routine_machine(BACK, Options())
    log = play(machine, day(number), number=number, feels=feels)
    store.begin(replace(log, machine_digest=machine_digest(machine)), machine)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A record of somebody who went through the list: nothing applies."""
    kept = MemoryStore(tmp_path)
    keep_asked(desk(kept), HealthAnswers(), ())
    keep_floor(desk(kept), "yes", "no")
    return kept


def test_no_use_case_imports_the_database_or_what_serves_pages() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", BLOCKED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout == "\n"


def test_a_plan_follows_from_what_was_felt(store: Store) -> None:
    assert BACK in {line.routine for line in desk(store).plan().sessions}

    lived(store, 1, "tingling", f"{ROLL}.rep1")

    assert desk(store, hour=18).plan().sessions == ()
    assert desk(store, 2).standing.left_out == {ROLL}


def test_a_word_is_refused_before_its_time_and_lifts_afterwards(store: Store) -> None:
    lived(store, 1, "pain", f"{GLUTEAL}.left")

    early = desk(store, hour=18)
    with pytest.raises(EntryRefused):
        write_taken_back(early, early.take_back(GLUTEAL, settled=True), SAY)
    later = desk(store, 2)
    write_taken_back(later, later.take_back(GLUTEAL, settled=True), SAY)

    assert desk(store, 2, 10).standing.active == ()


def test_what_the_clinic_agreed_is_one_word_however_often_it_is_told(store: Store) -> None:
    lived(store, 1, "numbness", f"{GLUTEAL}.left")
    agreed = desk(store, 2).agreed("all", who="Dr Lee")

    write_agreed(desk(store, 2), agreed)
    write_agreed(desk(store, 2), agreed)

    assert store.entries() == (agreed,)
    assert desk(store, 2, 10).standing.active == ()


def test_a_backup_of_one_record_is_another(store: Store, tmp_path: Path) -> None:
    lived(store, 1)
    lived(store, 2, "pain", f"{GLUTEAL}.left")
    packed = make_backup(desk(store, 3))

    other = MemoryStore(tmp_path / "other")
    came = restore(desk(other, 3), packed)

    assert (came.sessions, came.words) == (2, 0)
    assert other.logs() == store.logs()
    assert desk(other, 3).plan() == desk(store, 3).plan()
    assert restore(desk(other, 3), packed).is_nothing


def test_a_table_tells_each_session_on_a_line_and_erasing_leaves_none(store: Store) -> None:
    lived(store, 1)
    assert len(sheet_of(desk(store, 2), "sessions").splitlines()) == 2

    erase(desk(store, 2))

    assert store.count_sessions() == 0
    assert len(sheet_of(desk(store, 2), "sessions").splitlines()) == 1


def test_the_day_of_a_record_is_that_of_its_desk(store: Store) -> None:
    assert desk(store).now == datetime(2026, 5, 4, 9, tzinfo=UTC)
