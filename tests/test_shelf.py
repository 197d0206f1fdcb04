"""The shelf of own routines: who waits for a proof, and what stands there until it is done."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from lissom.content.own_routines import OwnRoutines
from tests.routine.page import routine

NAME = "mine"


class Prover:
    """A proof that lasts until it is let go."""

    def __init__(self) -> None:
        self.begun, self.may_end = threading.Event(), threading.Event()
        self.threads: list[int] = []

    def __call__(self, found: object) -> None:
        self.threads.append(threading.get_ident())
        self.begun.set()
        assert self.may_end.wait(20)


@pytest.fixture
def prover():
    made = Prover()
    yield made
    made.may_end.set()


@pytest.fixture
def shelf(tmp_path: Path, prover):
    (tmp_path / f"{NAME}.yaml").write_text("mine")

    def read(path: Path):
        return replace(routine(), id=path.stem), []

    made = OwnRoutines(tmp_path, read, prover, lambda _: None, lambda _: None)
    made.patience = 0.01
    return made


def names(standing) -> tuple[list[str], list[tuple[str, str]]]:
    return list(standing.routines), [(each.id, each.why) for each in standing.left_out]


def test_while_a_routine_is_proved_all_others_go_on_without_it(shelf, prover):
    assert names(shelf.standing()) == ([], [(NAME, "proving")])
    assert prover.begun.wait(20)
    assert (names(shelf.standing()), shelf.routine(NAME)) == (([], [(NAME, "proving")]), None)


def test_nobody_who_asks_proves_it(shelf, prover):
    shelf.standing()
    assert prover.begun.wait(20)
    assert threading.get_ident() not in prover.threads


def test_once_it_is_proved_it_stands_there(shelf, prover):
    shelf.standing()
    prover.may_end.set()
    shelf.patience = None
    assert names(shelf.standing()) == ([NAME], [])
    assert len(prover.threads) == 1


def test_what_stood_there_before_stays_meanwhile(shelf, prover, tmp_path):
    prover.may_end.set()
    shelf.patience = None
    shelf.standing()
    prover.may_end.clear()
    prover.begun.clear()
    shelf.patience = 0.01
    (tmp_path / "other.yaml").write_text("another")
    assert names(shelf.standing()) == ([NAME], [("other", "proving")])


def test_who_has_all_patience_waits_for_it(shelf, prover):
    shelf.patience = None
    prover.may_end.set()
    assert names(shelf.standing()) == ([NAME], [])


def test_a_fault_while_it_is_read_is_told_to_who_waits(tmp_path, prover):
    (tmp_path / "mine.yaml").write_text("mine")

    def read(_: Path):
        raise MemoryError("too large")

    shelf = OwnRoutines(tmp_path, read, prover, lambda _: None, lambda _: None)
    with pytest.raises(MemoryError, match="too large"):
        shelf.standing()
