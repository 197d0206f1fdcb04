"""Stories of several days on one journal: the plan, the restrictions, the pack and Today say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from lissom.app.late_reports import asking_about, tell, to_be_told
from lissom.catalogues import catalogue
from lissom.coach.history import LateReport
from lissom.machine.codec import machine_digest
from lissom.web.api.pack import make_pack
from tests.coach.hurting import BEGUN, MACHINE, log_of
from tests.coach.stories import BACK, LADDER
from tests.server.person import THURSDAY, Person

MINUTES = 1 / (24 * 60)
TINGLING = {"feels": ("tingling", "forward-roll.rep1.forward-roll.hold")}


@pytest.fixture
def person(tmp_path, monkeypatch):
    visitor = Person(tmp_path, monkeypatch)
    yield visitor
    visitor.journal.close()


def planned(person: Person) -> dict[str, list[str]]:
    """What is offered, by whom."""
    desk = person.desk
    plan, pack = desk.plan(), make_pack(desk)
    only = [line.routine for each in desk.routines for line in desk.plan(only=each.id).sessions]
    return {
        "plan": [line.routine for line in plan.sessions if line.kind == "routine"],
        "asked for": [name for name in only if name in {each.id for each in desk.routines}],
        "pack": [
            line["routine"]
            for told in pack["plans"].values()
            for line in told["lines"]
            if line["kind"] == "routine"
        ],
        "today": [a.attributes["value"] for a in person.visit("/").all("input", name="portion")],
    }


def closing(person: Person) -> set[tuple[str, str]]:
    return {(r.target, r.until) for r in person.desk.standing.active}


NOTHING = {"plan": [], "asked for": [], "pack": [], "today": []}


def test_ten_minutes_after_tingling_nothing_is_planned_in_any_routine(person):
    person.did(BACK, 10 * MINUTES, **TINGLING)
    assert planned(person) == NOTHING
    say = catalogue("en").say
    told = {r["target"]: r["lifts"] for r in make_pack(person.desk)["standing"]["active"]}
    assert told["all"] == say("coach-lifts-close-next-day", next_day="8 May")
    assert "You can stretch again from 8 May." in person.visit("/").words


def test_the_next_day_all_but_that_stretch_is_open_once_it_was_asked_how_it_is(person):
    person.did(BACK, 1, **TINGLING)
    desk = person.desk
    plan = desk.plan()
    assert plan.sessions[0].kind == "next-morning"
    assert desk.standing.left_out == {"forward-roll"}
    assert "forward-roll" not in plan.of(BACK).stretches


def test_five_minutes_past_midnight_is_no_next_day(person):
    person.now = datetime(2026, 5, 8, 0, 2, tzinfo=THURSDAY.tzinfo)
    person.did(BACK, 15 * MINUTES, **TINGLING)
    assert planned(person) == NOTHING


def test_two_bad_mornings_wait_for_the_clinic_and_the_first_makes_less(person):
    person.set(practises=LADDER)
    person.did(LADDER, 3, feels=("pain", "r2.left.slump.hold"), level=3, climbs=True)
    person.answered("next-morning", 2, says={"screening.settled": "no"})
    assert person.desk.standing.is_closed is False
    person.answered("next-morning", 1, says={"screening.settled": "no"})
    assert {(r.target, r.until) for r in person.desk.standing.active if r.effect == "close"} == {
        ("all", "contact")
    }
    assert planned(person) == NOTHING


# told later


def after_a_session(person: Person) -> str:
    """A session after which it is said that something hurt; return the page's log."""
    person.did(BACK, 20 * MINUTES)
    return person.answered("after-session", 5 * MINUTES, says={"screening.after": "yes"})


def test_after_a_yes_today_asks_what_it_was_and_only_that_is_left_out(person):
    page = after_a_session(person)
    assert planned(person)["plan"] == []
    assert [
        a.attributes["href"] for a in person.visit("/").all("a") if "/felt/" in a.attributes.get("href", "")
    ] == [f"/felt/{page}/"]
    asking = to_be_told(person.desk)
    spot = next(n for n, each in enumerate(asking.spots) if (each.stretch, each.side) == ("gluteal", "left"))
    answer = person.send(f"/felt/{page}/", spot=str(spot), symptom="pain")
    assert (answer.status_code, answer.headers["location"]) == (302, f"/felt/{page}/?saved")
    assert {(r.target, r.effect) for r in person.desk.standing.active} == {("gluteal", "leave-out")}
    assert to_be_told(person.desk) is None
    assert [(w.symptom, w.stretch, w.side, w.about) for w in person.words] == [
        ("pain", "gluteal", "left", page)
    ]


def test_an_answer_that_is_missing_is_asked_for_and_changes_nothing(person):
    page = after_a_session(person)
    assert person.send(f"/felt/{page}/", spot="0").status_code == 400
    assert person.words == ()


def hurt(person: Person, days_ago: float) -> str:
    """Something hurt and was never named, on a machine made by hand."""
    log = log_of(*BEGUN, "hurts", "elapsed", "stop")
    log = replace(log, started=person.now - timedelta(days=days_ago), machine_digest=machine_digest(MACHINE))
    person.journal.receive(log, MACHINE)
    return log.id


def test_what_hurt_and_was_not_named_is_asked_before_any_plan(person):
    log = hurt(person, 1)
    plan = person.desk.plan()
    assert (plan.sessions[0].kind, plan.sessions[0].log) == ("which", log)
    assert planned(person) == NOTHING
    assert make_pack(person.desk)["to_tell"]["about"] == log
    assert person.send(f"/felt/{log}/", symptom="numbness").headers["location"] == "/?noted"
    assert {(r.target, r.until) for r in person.desk.standing.active} == {
        ("roll", "contact"),
        ("all", "next-day"),
    }
    assert make_pack(person.desk)["to_tell"] is None
    person.now += timedelta(days=1)
    assert person.desk.plan().of(BACK) is not None


def test_what_is_too_long_ago_is_not_told_any_more(person):
    log = hurt(person, 15)
    asking = asking_about(person.desk, log)
    with pytest.raises(Exception, match="too long ago"):
        tell(person.desk, asking, asking.spots[0], "pain")
    assert person.visit("/").all("a", href=f"/felt/{log}/") == []


def test_what_was_told_comes_back_with_a_backup(person, tmp_path, monkeypatch):
    from lissom.app.backups import content_of

    page = after_a_session(person)
    asking = asking_about(person.desk, page)
    told = tell(person.desk, asking, asking.spots[0], "tingling")
    assert content_of(person.desk).words == {told}
    assert isinstance(told, LateReport)


# contact


def test_the_clinics_word_keeps_who_when_and_what(person):
    person.did(LADDER, 3, feels=("numbness", "r1.left.ankle.hold"))
    page = "/open/leg-ladder/"
    person.send(page, word="agreed", who="Dr  Moor", on="2026-05-06", allowed="level 1")
    (word,) = person.words
    assert (word.who, word.on.isoformat(), word.allowed, word.own_word) == (
        "Dr Moor",
        "2026-05-06",
        "level 1",
        True,
    )
    contact = person.visit("/contact/").words
    assert "7 May: your clinic agreed to Leg ladder, Dr Moor, on 6 May: level 1 (your own word)" in contact


def test_a_day_that_is_still_to_come_is_refused(person):
    person.did(LADDER, 3, feels=("numbness", "r1.left.ankle.hold"))
    assert person.send("/open/leg-ladder/", word="agreed", on="2026-05-09").status_code == 409
    assert person.words == ()
