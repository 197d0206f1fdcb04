"""The pack: what it tells is what the coach plans and the compiler makes, in each of these stories."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from itertools import accumulate

import pytest

from lissom.app.person import Desk
from lissom.content import library
from lissom.machine.codec import from_json, machine_digest
from lissom.machine.compile import compile_routine, compile_screening
from lissom.machine.options import Options
from lissom.machine.restrict import restrict
from lissom.web.api.answers import dump
from lissom.web.api.compact import key_of
from tests.coach.stories import (
    ANKLE_PAIN,
    BACK,
    CHIN_TINGLING,
    FULL,
    LADDER,
    NECK,
    PHRASES,
    day,
    play,
    routine_machine,
    screening_machine,
)

NULL = ("stretch", "position", "rung", "level", "side", "round", "repeat", "seconds", "figure")
PARTS = ("cue", "figure", "high", "then", "outcome")


def make_pack(desk):
    from lissom.web.api import pack  # its models can be imported only once a journal is open

    return pack.make_pack(desk)


def expanded_states(pack, compact):
    """Return states as they stand in a machine's JSON: in Python what `machine/pack.js` does."""
    shared = pack["shared"]
    names = [shared[place] for place in accumulate(compact["ids"])]
    bodies = [shared[place] for place in accumulate(compact["states"])]
    states = {}
    for here, (name, body) in enumerate(zip(names, bodies, strict=True)):
        parts = {part: shared[body[part]] for part in PARTS if part in body}
        on = {event: names[here + steps] for event, steps in body["on"].items()}
        states[name] = dict.fromkeys(NULL) | body | parts | {"on": on}
    return states


def expanded(pack, routine, options):
    """Return the machine that a pack holds for some options."""
    levels = pack["machines"][routine]
    compact = levels[key_of(options)]
    compact = levels[compact] if isinstance(compact, str) else compact
    states = expanded_states(pack, compact)
    return from_json({
        "format": "lissom-machine/1", "routine": routine, "digest": compact["digest"],
        "options": compact["options"] | {"level": options["level"], "rate": options["rate"]},
        "start": list(states)[compact["start"]], "states": states,
    })  # fmt: skip


def as_a_server_compiles(line):
    options = Options.from_json(line["options"])
    if line["routine"] in library.ids():
        return compile_routine(library.routine(line["routine"]), options, PHRASES)
    return compile_screening(library.screening(line["routine"]), options, PHRASES)


def nothing_yet(journal):
    return day(3)


def everything_set(journal):
    told = {"practises": f"{LADDER},{BACK},{FULL}", "lead": "right", "pace": "easy", "emergency": "999"}
    told |= {f"{LADDER}.level": "3", f"{FULL}.level": "2", "conditions": "osteoporosis"}
    for name, value in told.items():
        journal.set_setting(name, value)
    return day(3)


def done_this_morning(journal):
    keep(journal, routine_machine(BACK, Options()), day(3))
    return day(3, 12)


def felt_something(journal):
    journal.set_setting(f"{LADDER}.level", "3")
    keep(
        journal, routine_machine(LADDER, Options(level=3)), day(1), climbs=True, feels=CHIN_TINGLING["feels"]
    )
    keep(journal, routine_machine(BACK, Options()), day(2), feels=("pain", "gluteal.left.rep1.gluteal.hold"))
    return day(4)


def closed(journal):
    keep(journal, routine_machine(BACK, Options()), day(2), says={"screening.emergency": "yes"})
    return day(3)


STORIES = (nothing_yet, everything_set, done_this_morning, felt_something, closed)


def keep(journal, machine, when, number=1, **told):
    log = play(machine, when, "Europe/Warsaw", number + len(journal.logs()), **told)
    journal.receive(replaced(log, machine), machine)


def replaced(log, machine):
    return replace(log, machine_digest=machine_digest(machine))


@pytest.fixture(params=STORIES, ids=lambda story: story.__name__)
def told(request, journal):
    """A desk at some point of a story, and its pack as a browser reads it."""
    desk = Desk(journal, request.param(journal), "Europe/Warsaw")
    return desk, json.loads(dump(make_pack(desk)))


def lines_of(pack):
    return [line for plan in pack["plans"].values() for line in plan["lines"]]


def test_a_line_is_played_on_the_machine_that_the_server_compiles(told):
    """The law of the pack. What is left out is left out of the pack's machine, as the player does."""
    _, pack = told
    closed_states = from_json({
        "format": "lissom-machine/1", "routine": "", "digest": "", "options": {}, "start": "closed.advise",
        "states": expanded_states(pack, pack["closed"]),
    }).states  # fmt: skip
    for line in lines_of(pack):
        played = expanded(pack, line["routine"], line["options"])
        if line["kind"] == "routine":
            played = restrict(played, line["options"]["without"], closed_states)
        assert machine_digest(played) == machine_digest(as_a_server_compiles(line))


def test_the_plans_are_those_of_the_coach(told):
    desk, pack = told
    planned = {
        "today": desk.plan(), "all": desk.plan("all"),
        "6": desk.plan("6 minutes"), "2": desk.plan("2 minutes"),
        **{f"only:{name}": desk.plan(only=name) for name in library.ids()},
    }  # fmt: skip
    assert {
        name: [(line["kind"], line["routine"], line["stretches"], line["seconds"]) for line in plan["lines"]]
        for name, plan in pack["plans"].items()
    } == {
        name: [(line.kind, line.routine, list(line.stretches), line.seconds) for line in plan.sessions]
        for name, plan in planned.items()
    }


def test_every_level_below_is_there_for_a_symptom_to_lower_it_to(told):
    _, pack = told
    for line in lines_of(pack):
        if line["kind"] == "routine":
            below = ({**line["options"], "level": level} for level in range(line["options"]["level"]))
            assert {key_of(options) for options in below} <= pack["machines"][line["routine"]].keys()


def test_what_is_closed_is_told_with_its_reason(journal):
    desk = Desk(journal, closed(journal), "Europe/Warsaw")
    pack = make_pack(desk)
    assert [(r["target"], r["effect"], r["until"], r["day"]) for r in pack["standing"]["active"]] == [
        ("all", "close", "contact", "2026-05-05")
    ]
    assert {(line["routine"], line["kind"]) for line in pack["plans"]["today"]["not_today"]} == {
        (LADDER, "closed"), (BACK, "closed"),
    }  # fmt: skip
    assert [line["reasons"][0]["text"] for line in pack["plans"]["only:neck"]["not_today"]] == [
        pack["standing"]["active"][0]["text"]
    ]
    assert pack["plans"]["only:neck"]["not_today"][0]["title"] == library.routine(NECK).title


def test_a_session_broken_off_in_the_terminal_comes_with_its_machine(journal, again):
    machine = routine_machine(LADDER, Options())
    log = replaced(play(machine, day(3), "Europe/Warsaw", breaks_off="r1.left.ankle.hold"), machine)
    other = again()
    other.begin(log, machine)
    other.close()
    pack = make_pack(Desk(journal, day(3) + timedelta(minutes=5), "Europe/Warsaw"))
    assert [line["log"] for line in pack["plans"]["today"]["lines"] if line["kind"] == "go-on"] == [log.id]
    assert pack["broken_off"]["log"]["id"] == log.id
    assert machine_digest(from_json(pack["broken_off"]["machine"])) == log.machine_digest


def test_a_session_that_a_browser_plays_is_none_that_was_broken_off(journal):
    machine = routine_machine(LADDER, Options())
    log = replaced(play(machine, day(3), "Europe/Warsaw", breaks_off="r1.left.ankle.hold"), machine)
    journal.hear(log, machine, is_played=True)
    pack = make_pack(Desk(journal, day(3) + timedelta(minutes=5), "Europe/Warsaw"))
    assert (pack["broken_off"], pack["playing"]) == (None, [log.id])
    assert {line["kind"] for line in lines_of(pack)} == {"routine"}


def test_the_settings_come_along(journal):
    told = {"voice": "off", "voice-rate": "120", "volume": "60", "chimes-only": "on", "emergency": "999"}
    told |= {"clinic-name": "Hill Street", "clinic-phone": "020 7946 0000"}
    for name, value in told.items():
        journal.set_setting(name, value)
    pack = make_pack(Desk(journal, day(3), "Europe/Warsaw"))
    assert pack["voice"] == {"on": False, "chimes_only": True, "rate": 120, "volume": 60}
    assert (pack["emergency"], pack["clinic"]) == (
        "999", {"name": "Hill Street", "phone": "020 7946 0000", "email": ""},
    )  # fmt: skip


def test_it_names_the_time_the_day_and_the_place_it_was_made_for(journal):
    pack = make_pack(Desk(journal, day(3, 23), "Pacific/Kiritimati"))
    assert [pack[name] for name in ("format", "made", "day", "zone", "language")] == [
        "lissom-pack/1", "2026-05-06T23:00:00.000Z", "2026-05-07", "Pacific/Kiritimati", "en",
    ]  # fmt: skip


def test_it_tells_of_no_folder_of_the_machine(told, journal):
    assert str(journal.folder) not in dump(told[1]).decode()


def test_the_questions_before_and_after_are_there(journal):
    pack, asked = make_pack(Desk(journal, day(3), "Europe/Warsaw")), {"level": 1, "rate": True}
    for name in ("after-session", "next-morning"):
        assert expanded(pack, name, asked).states == screening_machine(name).states


def test_pain_in_the_ankle_closes_the_ladder_in_the_next_pack(journal):
    machine = routine_machine(LADDER, Options())
    keep(journal, machine, day(3), **ANKLE_PAIN)
    pack = make_pack(Desk(journal, day(3, 12), "Europe/Warsaw"))
    assert [(r["target"], r["cap_level"]) for r in pack["standing"]["active"]] == [("leg-ladder", 0)]
    assert [
        line["routine"] for line in pack["plans"][f"only:{LADDER}"]["lines"] if line["kind"] == "routine"
    ] == []
