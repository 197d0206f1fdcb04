"""The person's dated words from a browser: refused as in the terminal, judged by when they were said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from lissom.coach.history import Agreed, TakenBack
from lissom.machine.codec import machine_digest
from lissom.machine.options import Options
from lissom.session.codec import write_moment
from lissom.store.setup import open_journal
from tests.coach.stories import BACK, LADDER, play, routine_machine
from tests.server.site import Site

ZONE = "Europe/Warsaw"
MONDAY = datetime(2026, 5, 4, 8, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    running = Site(tmp_path_factory.mktemp("data"))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def kept(site):
    """The journal: on Monday the ankle hurt at level 1, and a gluteal stretch did."""
    journal = open_journal(site.folder)
    hurt = {LADDER: "r1.left.ankle.hold", BACK: "gluteal.left.rep1.gluteal.hold"}
    for number, (routine, where) in enumerate(hurt.items(), 1):
        machine = routine_machine(routine, Options())
        log = play(machine, MONDAY, ZONE, number, feels=("pain", where))
        journal.receive(replace(log, machine_digest=machine_digest(machine)), machine)
    yield journal
    journal.close()


def word(target, at=TUESDAY, settled=None, **more):
    told = {"kind": "taken-back", "target": target, "at": write_moment(at), "zone": ZONE, "settled": settled}
    return told | more


def test_a_stretch_is_taken_back_once_however_often_the_word_comes(site, kept):
    for _ in range(2):
        assert site.post("/api/entries/", word("gluteal")).content == {"written": True}
    assert [e for e in kept.entries() if e.target == "gluteal"] == [TakenBack(TUESDAY, ZONE, "gluteal", None)]


def test_a_word_that_needs_to_know_whether_it_has_settled_is_asked_back(site, kept):
    answered = site.post("/api/entries/", word("leg-ladder"))
    assert (answered.status, answered.content["codes"]) == (409, ["not-settled"])
    assert answered.content["hint"] == "nothing was changed"
    assert "leg-ladder" not in {entry.target for entry in kept.entries()}


def test_a_word_of_the_same_day_is_too_early(site, kept):
    answered = site.post("/api/entries/", word("leg-ladder", MONDAY + timedelta(hours=9), settled=True))
    assert (answered.status, answered.content["codes"]) == (409, ["too-early"])


def test_it_is_judged_by_when_it_was_said_and_where(site, kept):
    """Said offline on Tuesday morning in Kiritimati, it comes whenever it comes."""
    said = word("leg-ladder", MONDAY + timedelta(hours=9), settled=True, zone="Pacific/Kiritimati")
    assert site.post("/api/entries/", said).status == 200
    assert any(entry.target == "leg-ladder" for entry in kept.entries())


def test_there_is_nothing_to_take_back_where_nothing_is_restricted(site, kept):
    answered = site.post("/api/entries/", word("calf"))
    assert (answered.status, answered.content["codes"]) == (409, ["nothing"])


def test_the_clinics_word_is_written_down_once(site, kept):
    said = {"kind": "agreed", "target": "all", "at": write_moment(TUESDAY)}
    for _ in range(2):
        assert site.post("/api/entries/", said).content == {"written": True}
    assert [entry for entry in kept.entries() if isinstance(entry, Agreed)] == [Agreed(TUESDAY, "all")]


@pytest.mark.parametrize(("changes", "words"), [
    ({"target": "leg-lader"}, "there is no stretch 'leg-lader'"),
    ({"kind": "forgotten"}, "the request is of no kind that is known: write taken-back, agreed or told"),
    ({"at": "yesterday"}, "the request tells no time of the form 2026-03-01T07:30:00.000Z"),
    ({"at": "2999-01-01T00:00:00.000Z"}, "the request tells a time that is still to come"),
    ({"zone": "Nowhere/Here"}, "the request tells a zone that is not known"),
    ({"zone": "../../etc/passwd"}, "the request tells a zone that is not known"),
    ({"settled": "yes"}, "the request has 'settled' of the wrong kind"),
])  # fmt: skip
def test_what_is_no_word_is_refused_in_words(site, kept, changes, words):
    answered = site.post("/api/entries/", word("gluteal") | changes)
    assert (answered.status, answered.content["error"]) == (400, words)


def test_without_the_token_of_a_page_of_ours_nothing_is_written(site, kept):
    assert site.post("/api/entries/", word("gluteal", settled=True), X_CSRFToken="").status == 403
