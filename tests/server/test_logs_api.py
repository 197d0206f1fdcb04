"""Logs from a browser, over HTTP: taken in as often as they come, refused in words, and never half."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from lissom.machine.codec import as_json, machine_digest
from lissom.machine.options import Options
from lissom.session import codec
from lissom.session.log import Entry, Rating
from lissom.store.setup import open_journal
from tests.coach.stories import BACK, LADDER, play, routine_machine, screening_machine
from tests.server.site import Site

MACHINE = routine_machine(LADDER, Options())
_numbers = count(1)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    running = Site(tmp_path_factory.mktemp("data"))
    yield running
    running.stop()


@pytest.fixture
def kept(site):
    """The journal of the site, as another process reads it."""
    journal = open_journal(site.folder)
    yield journal
    journal.close()


def log_of(machine=MACHINE, **told):
    """Return the log of a session that nobody has sent yet."""
    played = play(machine, datetime(2026, 5, 4, 8, tzinfo=UTC), "Europe/Warsaw", next(_numbers), **told)
    return replace(played, machine_digest=machine_digest(machine))


def send(site, log, **more):
    return site.post("/api/logs/", {"log": codec.as_json(log), **more})


def begun(log, events):
    return replace(log, events=log.events[:events])


# What is taken in.


def test_a_log_is_kept_as_it_came(site, kept):
    log = log_of()
    answered = send(site, log)
    assert (answered.status, answered.content) == (200, {"kept": len(log.events), "ratings": 0})
    assert kept.log(log.id) == log


def test_the_machine_need_not_be_sent_where_it_can_be_made_anew(site, kept):
    machine = routine_machine(BACK, Options(lead="right", without=("gluteal",), rate=False))
    assert send(site, log_of(machine)).status == 200
    assert kept.machine(machine_digest(machine)) == machine


def test_questions_are_taken_in_as_well(site, kept):
    log = log_of(screening_machine("after-session"))
    assert send(site, log).status == 200
    assert kept.log(log.id) == log


@pytest.mark.parametrize("order", [(3, 9), (9, 3), (9, 9), (0, 9, 4, 9)])
def test_sent_twice_late_or_out_of_order_it_changes_nothing(site, kept, order):
    log = log_of()
    for events in order:
        answered = send(site, begun(log, events))
        assert answered.status == 200
    assert answered.content["kept"] == max(order)
    assert kept.log(log.id) == begun(log, max(order))


def test_what_it_took_binds_the_terminal(site, kept):
    from lissom.app.person import Desk

    send(site, log_of(feels=("pain", "r1.left.ankle.hold")))
    at = datetime(2026, 5, 4, 20, tzinfo=UTC)
    plan = Desk(kept, at, "Europe/Warsaw").plan(only=LADDER)
    assert [(r.target, r.cap_level) for r in plan.restrictions] == [("leg-ladder", 0)]


# Machines that cannot be made anew.


def other_version(machine):
    """Return a machine as another version of Lissom would have made it: of a routine not known here."""
    return replace(machine, digest=f"sha256:{next(_numbers):064x}")


def test_a_machine_of_another_version_is_asked_for_and_then_taken(site, kept):
    machine = other_version(MACHINE)
    log = log_of(machine)
    asked = send(site, log)
    assert (asked.status, asked.content["need"]) == (409, "machine")
    assert send(site, log, machine=as_json(machine)).status == 200
    assert (kept.log(log.id), kept.machine(log.machine_digest)) == (log, machine)
    assert send(site, log).status == 200  # from now on it is known


def test_a_machine_of_the_same_routine_in_other_words_is_taken(site):
    """An older Lissom had other shared phrases: the routine's digest is the same, the machine's is not."""
    name, state = next(iter(MACHINE.states.items()))
    worded = replace(state, cue=replace(state.cue, brief="In other words."))
    machine = replace(MACHINE, states={**MACHINE.states, name: worded})
    log = log_of(machine)
    assert send(site, log).content["need"] == "machine"
    assert send(site, log, machine=as_json(machine)).status == 200


def test_another_machine_than_the_log_names_is_refused(site):
    log = log_of(other_version(MACHINE))
    answered = send(site, log, machine=as_json(MACHINE))
    assert (answered.status, answered.content) == (
        422, {"error": "the machine is not the one that the log names", "hint": "the log was not taken in"},
    )  # fmt: skip


def test_a_machine_in_which_stop_does_nothing_is_refused(site):
    states = {
        name: replace(state, on={event: target for event, target in state.on.items() if event != "stop"})
        for name, state in MACHINE.states.items()
    }
    machine = replace(other_version(MACHINE), states=states)
    answered = send(site, log_of(machine), machine=as_json(machine))
    assert (answered.status, answered.content["error"].partition(":")[0]) == (422, "the machine breaks a law")


def test_a_machine_that_goes_in_a_circle_is_refused(site):
    hold = next(name for name, state in MACHINE.states.items() if state.kind == "hold")
    first = next(name for name, state in MACHINE.states.items() if state.kind == "move")
    looped = replace(MACHINE.states[hold], on={**MACHINE.states[hold].on, "skip": first})
    machine = replace(other_version(MACHINE), states={**MACHINE.states, hold: looped})
    assert send(site, log_of(machine), machine=as_json(machine)).status == 422


@pytest.mark.parametrize("spoil", [
    lambda content: content.pop("start"),
    lambda content: content.update(start="nowhere"),
    lambda content: content.update(more=1),
    lambda content: content["states"].update(x=[]),
    lambda content: content["options"].update(hold=2**60),
])  # fmt: skip
def test_what_is_no_machine_is_refused(site, spoil):
    machine = other_version(MACHINE)
    content = as_json(machine)
    spoil(content)
    answered = send(site, log_of(machine), machine=content)
    assert (answered.status, answered.content["hint"]) == (422, "the log was not taken in")


# What is refused.


def test_a_log_that_does_not_replay_is_refused_with_the_first_event_that_does_not_fit(site, kept):
    log = log_of()
    broken = replace(log, events=log.events[1:])
    answered = send(site, broken)
    assert answered.status == 422
    assert answered.content["error"].startswith(f"session {log.id} is refused at event 0: ")
    assert log.id not in {each.id for each in kept.logs()}


def test_a_log_that_went_on_differently_is_a_conflict_and_both_stay(site, kept):
    log = log_of()
    send(site, log)
    here = log.events[4]
    other = replace(log, events=(*log.events[:4], Entry(here.at_ms, here.state, "stop")))
    answered = send(site, other)
    assert (answered.status, answered.content) == (409, {
        "error": f"session {log.id} went on differently after event 4",
        "hint": "the log that was kept stays as it is",
    })  # fmt: skip
    assert kept.log(log.id) == log


def test_a_hold_that_was_cut_short_is_refused(site):
    log = log_of()
    at = next(n for n, e in enumerate(log.events) if e.state.endswith("ankle.hold"))
    early = replace(log.events[at], at_ms=log.events[at - 1].at_ms + 1000)
    later = tuple(replace(entry, at_ms=entry.at_ms + 60_000) for entry in log.events[at + 1 :])
    assert send(site, replace(log, events=(*log.events[:at], early, *later))).status == 422


@pytest.mark.parametrize(("body", "words"), [
    (b"{", "the request cannot be read as JSON"),
    (b"[" * 100_000, "the request cannot be read as JSON"),
    (b'{"log": {}, "log": {}}', "the request cannot be read as JSON"),
    (b'{"log": {"a": NaN}}', "the request cannot be read as JSON"),
    (b"[]", "the request is not an object"),
    (b"{}", "the request lacks 'log'"),
    (b'{"log": null}', "the request has 'log' of the wrong kind"),
    (b'{"log": {}, "more": 1}', "the request has an unknown key 'more'"),
    (b'{"log": {}}', "not a session log: log lacks 'format'"),
])  # fmt: skip
def test_what_is_no_log_is_refused_in_words(site, body, words):
    answered = site.post("/api/logs/", body)
    assert (answered.status, answered.content["error"]) == (400, words)


def test_half_a_character_is_refused_and_not_a_fault_of_ours(site):
    log = codec.as_json(log_of())
    log["events"][0]["state"] = "\ud800"
    answered = site.post("/api/logs/", json.dumps({"log": log}).encode())
    assert answered.status == 422


def test_another_kind_of_content_is_refused(site):
    answered = site.post("/api/logs/", b"log=1", Content_Type="application/x-www-form-urlencoded")
    assert (answered.status, answered.content["error"]) == (400, "the request is not JSON")


def test_without_the_token_of_a_page_of_ours_nothing_is_taken(site, kept):
    log = log_of()
    answered = site.post("/api/logs/", {"log": codec.as_json(log)}, X_CSRFToken="")
    assert (answered.status, sorted(answered.content)) == (403, ["error", "hint"])
    assert log.id not in {each.id for each in kept.logs()}


def test_it_is_posted_to_and_nothing_else(site):
    assert site.get("/api/logs/").status == 405


def test_a_journal_that_cannot_be_written_is_told_without_its_folder(tmp_path):
    site = Site(tmp_path / "data")
    try:
        site.get("/api/pack.json")
        lock = sqlite3.connect(site.folder / "journal.sqlite3", isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        answered = send(site, log_of())
        assert (answered.status, str(tmp_path) in json.dumps(answered.content)) == (503, False)
        lock.close()
        assert send(site, log_of()).status == 200
    finally:
        site.stop()


# While it is being played.


def lately(**told):
    """Return the beginning of a session that began a minute ago."""
    log = log_of(breaks_off="r1.left.ankle.hold", **told)
    return replace(log, started=datetime.now(UTC) - timedelta(minutes=1))


def test_while_a_browser_plays_no_terminal_takes_it_for_broken_off(site, kept):
    log = lately()
    send(site, log, playing=True)
    assert kept.played_elsewhere() == (log.id,)
    assert kept.open_session(datetime.now(UTC)) is None
    send(site, log, playing=False)
    assert kept.played_elsewhere() == ()
    assert kept.open_session(datetime.now(UTC)) is None  # only the browser knows how it goes on


def test_a_session_that_is_over_is_not_being_played(site, kept):
    log = log_of()
    send(site, begun(log, 5), playing=True)
    send(site, log, playing=True)
    assert kept.played_elsewhere() == ()


def test_a_browser_does_not_go_on_with_what_the_terminal_plays(site, kept):
    log = lately()
    kept.begin(log, MACHINE)
    answered = send(site, log, playing=True)
    assert (answered.status, answered.content["error"]) == (
        409, f"session {log.id} is being played in another window",
    )  # fmt: skip


def test_its_own_running_session_is_not_called_broken_off(tmp_path):
    site, log = Site(tmp_path), lately()
    try:
        send(site, log, playing=True)
        pack = site.get("/api/pack.json").content
        assert [line["kind"] for line in pack["plans"]["today"]["lines"] if line["log"]] == []
        assert (pack["broken_off"], pack["playing"]) == (None, [log.id])
    finally:
        site.stop()


# What no log can be: refused in words, and nothing of it is kept.


def poisoned(**heading):
    return replace(log_of(), **heading)


def at_the_end_of_time():
    log = log_of()
    return replace(log, events=(log.events[0], replace(log.events[1], at_ms=2**53 - 1)))


def paused_80_000_times():
    return replace(
        log_of(), events=(Entry(0, MACHINE.start, "pause"), Entry(0, MACHINE.start, "resume")) * 40_000
    )


def rated(when, at_ms, value):
    rating = Rating(when, at_ms, value)
    events = (Entry(2000, "rate", "ok"),)
    return replace(log_of(), events=events, ratings=(rating,))


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (at_the_end_of_time, "at event 1: it is 9007199254740991 ms after the start"),
        (lambda: poisoned(started=datetime(9999, 12, 31, 23, tzinfo=UTC)), "it starts on 9999-12-31"),
        (lambda: poisoned(started=datetime(2199, 1, 1, tzinfo=UTC)), "it starts on 2199-01-01"),
        (lambda: poisoned(started=datetime.now(UTC) + timedelta(days=2)), "or that is still to come"),
        (lambda: poisoned(started=datetime(1, 1, 1, tzinfo=UTC)), "it starts on 0001-01-01"),
        (lambda: poisoned(zone="Mars/Base"), "there is no time zone 'Mars/Base'"),
        (paused_80_000_times, "it has 80000 events, and a session has no more than 10000"),
        (lambda: rated("before", 2000, 10), "at rating 0: 10 of 10 is not what was gone on with as 'ok'"),
        (lambda: rated("after", 2000, 1), "seated-leg-ladder asks for the pain before, not after"),
        (lambda: rated("before", 950_400_000, 1), "at rating 0: nobody was asked for it at 950400000 ms"),
    ],
)  # fmt: skip
def test_what_can_never_have_been_is_refused_and_named(site, kept, made, words):
    log = made()
    answered = send(site, log)
    assert answered.status == 422
    assert words in answered.content["error"]
    assert log.id not in {each.id for each in kept.logs()}


def test_a_clock_in_a_wrong_zone_is_no_reason_to_refuse(site):
    log = replace(log_of(breaks_off="r1.left.ankle.hold"), started=datetime.now(UTC) + timedelta(hours=14))
    assert send(site, log).status == 200


def test_a_rating_and_its_event_come_as_a_player_writes_them(site, kept):
    log = rated("before", 2000, 4)
    assert send(site, replace(log, events=())).status == 200  # the page went away between the two
    assert send(site, log).status == 200
    assert kept.log(log.id) == log


def test_however_many_are_being_played_pages_are_there(site):
    """Each cost two files and a thread: 492 of them, and every page was an error."""
    log = log_of(breaks_off="r1.left.ankle.hold")
    same = (replace(log, id=f"{log.id[:-4]}{n:04x}") for n in range(550))
    assert {send(site, each, playing=True).status for each in same} == {200}
    assert (site.get("/").status, len(site.get("/api/pack.json").content["playing"])) == (200, 32)
