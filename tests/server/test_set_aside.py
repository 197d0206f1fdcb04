"""One bad session in the journal: it is set aside, named, and stops nobody. No page breaks for one row."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from lissom.coach.history import Agreed, TakenBack
from lissom.machine.codec import machine_digest
from lissom.machine.options import Options
from lissom.session.bounds import EARLIEST, LATEST, MOST_EVENTS
from lissom.session.log import MOST_MS, Entry
from lissom.session.replay import replay
from lissom.store import models, rows
from tests.coach.stories import BACK, LADDER, play, routine_machine
from tests.server.person import THURSDAY, Person

MACHINE = routine_machine(LADDER, Options())
BACK_MACHINE = routine_machine(BACK, Options())
PAGES = (
    "/", "/ready/", "/play/", "/api/pack.json", "/progress/", "/contact/", "/settings/", "/settings/health/",
    "/settings/data/", "/settings/clinic/", f"/routines/{LADDER}/", f"/ready/?routine={LADDER}",
    f"/play/?routine={LADDER}", "/open/leg-ladder/", "/calendar.ics",
    "/downloads/sessions.csv", "/downloads/holds.csv", "/downloads/backup.zip",
    "/downloads/logs.json", "/downloads/record.fhir.json", f"/routines/{LADDER}/handout.pdf",
)  # fmt: skip


@pytest.fixture
def person(tmp_path, monkeypatch):
    visitor = Person(tmp_path / "data", monkeypatch)
    yield visitor
    visitor.journal.close()


def numbered(machine, number, started=THURSDAY - timedelta(days=1), **told):
    log = play(machine, started, "UTC", number, **told)
    return replace(log, machine_digest=machine_digest(machine))


def late(at: int, at_ms: int = MOST_MS):
    """A session of which all from one event on is at a time that nobody lives to see."""
    log = numbered(MACHINE, 0xBAD)
    events = tuple(replace(each, at_ms=at_ms) for each in log.events[at:])
    return replace(log, events=(*log.events[:at], *events))


def broken_off_late():
    log = late(2)
    return replace(log, events=log.events[:4])


def endless():
    start = Entry(0, MACHINE.start, "pause")
    pauses = (start, Entry(0, MACHINE.start, "resume")) * (MOST_EVENTS // 2 + 1)
    return replace(numbered(MACHINE, 0xBAD), events=pauses)


def started(*moment):
    return numbered(MACHINE, 0xBAD, datetime(*moment, tzinfo=UTC))


POISONS = {
    "late": late(3),
    "over late": late(-1),
    "broken off late": broken_off_late(),
    "the calendar's end": started(9999, 12, 31, 23, 59, 59),
    "near its end": started(9999, 12, 31, 10),
    "2199": started(2199, 5, 4),
    "its beginning": started(1, 1, 1),
    "endless": endless(),
}


def put_in(person, log, machine=MACHINE) -> None:
    """Write a log down as it is, whatever it says: as an earlier version took it in."""
    alias = person.journal.alias
    with person.journal._transaction():
        person.journal._keep_machine(log.machine_digest, machine)
        row = rows.session_row(log, person.journal.person)
        row.away = True
        row.save(using=alias, force_insert=True)
        rows.insert_logs(alias, [log], {})


def answers(person) -> dict[str, int]:
    return {page: person.browser.get(page).status_code for page in PAGES}


@pytest.mark.parametrize("poison", POISONS.values(), ids=POISONS.keys())
def test_every_page_is_as_it_was_and_today_names_it(person, poison):
    person.did(BACK, 1, feels=("pain", "gluteal.left.rep1.gluteal.hold"))
    before = answers(person)
    put_in(person, poison)
    assert answers(person) == before
    assert set(before.values()) <= {200, 302}
    (told,) = person.visit("/").read("div", class_="set-aside")
    assert f"Its number is {poison.id}." in told
    assert "does not count" in person.visit(f"/progress/{poison.id}/").words
    assert person.browser.get(f"/downloads/logs/{poison.id}.json").status_code == 200
    assert person.browser.get(f"/downloads/logs/{poison.id}.fit").status_code == 400


@pytest.mark.parametrize("poison", POISONS.values(), ids=POISONS.keys())
def test_it_counts_for_nothing_and_hides_no_other(person, poison):
    person.did(BACK, 1, feels=("pain", "gluteal.left.rep1.gluteal.hold"))
    before = person.desk.history, person.desk.plan()
    put_in(person, poison)
    assert (person.desk.history, person.desk.plan()) == before
    assert [each.log for each in person.desk.past.set_aside] == [poison.id]
    assert poison in person.journal.logs()
    assert poison not in person.desk.logs


def test_it_is_not_offered_to_go_on_with(person):
    put_in(person, broken_off_late())
    row = models.Session.objects.using(person.journal.alias)
    row.update(away=False)
    assert person.journal.open_session(person.now) is None


def test_what_an_earlier_version_kept_of_it_does_not_count_either(person):
    """It noted what the session came to, times and all."""
    put_in(person, late(3))
    sessions = models.Session.objects.using(person.journal.alias)
    sessions.update(is_over=True, kept={"format": "lissom-kept/1", "ended_ms": MOST_MS})
    assert [each.log for each in person.desk.past.set_aside] == [late(3).id]


@pytest.mark.parametrize("moment", [EARLIEST, LATEST - timedelta(days=1)])
def test_a_clock_that_was_set_wrong_breaks_no_page_and_what_was_felt_counts(person, moment):
    felt = numbered(BACK_MACHINE, 1, moment, feels=("numbness", "gluteal.left.rep1.gluteal.hold"))
    put_in(person, felt, BACK_MACHINE)
    assert max(answers(person).values()) < 500
    assert person.browser.get(f"/progress/{felt.id}/").status_code == 200
    assert "gluteal" in {each.target for each in person.desk.plan().restrictions}


def test_a_word_at_no_possible_time_is_not_heard(person):
    before = answers(person)
    for word in (Agreed(datetime(1, 1, 1, tzinfo=UTC), "all"), TakenBack(EARLIEST, "UTC", "all", True)):
        person.journal.write_entry(word)
    assert person.words == (TakenBack(EARLIEST, "UTC", "all", True),)
    assert answers(person) == before


# What a session came to is kept by the length of its log.


def replays(monkeypatch) -> list[str]:
    made: list[str] = []
    monkeypatch.setattr(
        "lissom.store.journal.replay", lambda log, machine: made.append(log.id) or replay(log, machine)
    )
    return made


def test_an_unfinished_session_is_replayed_once_for_each_length(person, monkeypatch):
    log = numbered(MACHINE, 7)
    person.journal.receive(replace(log, events=log.events[:5]), MACHINE)
    made = replays(monkeypatch)
    for _ in range(3):
        assert [session.length for session in person.desk.history.sessions] == [5]
    assert made == [log.id]
    person.journal.receive(replace(log, events=log.events[:6]))
    del made[:]
    for _ in range(3):
        assert [session.length for session in person.desk.history.sessions] == [6]
    assert made == [log.id]


def test_what_is_kept_of_it_is_what_replay_says(person):
    log = numbered(BACK_MACHINE, 8, feels=("pain", "gluteal.left.rep1.gluteal.hold"))
    unfinished = replace(log, events=log.events[:-1])
    person.journal.receive(unfinished, BACK_MACHINE)
    first, again = person.desk.history, person.desk.history
    assert (first, first.sessions[0].outcome) == (again, None)


def test_one_that_ends_is_replayed_to_its_end(person):
    """What was kept before its end must not stand for it."""
    log = numbered(MACHINE, 9)
    person.journal.begin(replace(log, events=log.events[:-1]), MACHINE)
    assert person.desk.history.sessions[0].outcome is None
    person.journal.append(log.id, len(log.events) - 1, log.events[-1])
    assert person.desk.history.sessions[0].outcome.kind == "finished"


def test_one_that_is_closed_is_replayed_to_its_end(person):
    log = numbered(MACHINE, 10, breaks_off="r1.left.ankle.hold")
    person.journal.begin(log, MACHINE)
    person.journal.drop_held()
    assert person.desk.history.sessions[0].outcome is None
    assert person.journal.open_session(person.now) is None
    assert person.desk.history.sessions[0].outcome.kind == "stopped"


def test_too_many_events_are_not_even_read(person, monkeypatch):
    put_in(person, endless())
    read: list[int] = []
    real = rows.read_logs
    monkeypatch.setattr(rows, "read_logs", lambda found: read.append(len(told := real(found))) or told)
    assert [each.log for each in person.desk.past.set_aside] == [endless().id]
    assert read == [0]
