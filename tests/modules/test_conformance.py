"""The cases of conformance/, which every implementation runs, in JavaScript."""

from __future__ import annotations

import pytest

from lissom.machine.closed_routine import closed_states
from lissom.machine.codec import dumps, machine_digest
from lissom.machine.restrict import restrict
from lissom.session.live_session import SLEEP_MS
from tests.coach.told import restriction_as_core_tells
from tests.conformance import FOLDER, PHRASES, cases_in, closed_from, machine_from
from tests.courses import as_cases_tell
from tests.modules.states import states_json

CLOSED = closed_states(PHRASES, "112")


@pytest.mark.parametrize(("file", "case"), cases_in("machines"))
def test_events_lead_through_these_states(core, file, case):
    machine = machine_from(file["machine"])
    walked = core.ask("walk", {"machine": core.number(machine), "events": case["events"]})
    assert walked["states"] == case["states"]
    assert walked["error"] == case.get("error")
    if walked["error"]:
        assert walked["fitting"] == sorted(machine.states[walked["error"]["state"]].on)


@pytest.mark.parametrize(("file", "case"), cases_in("restrict"))
def test_leaving_out_gives_this_machine(core, file, case):
    whole = machine_from(file["machine"])
    closed = CLOSED if "same_as" in case else closed_from(file)
    left = core.ask(
        "leaveOut",
        {
            "machine": core.number(whole),
            "left_out": case["left_out"],
            "closed": states_json(closed),
            "whole": True,
        },
    )
    same = machine_from(case["same_as"]) if "same_as" in case else restrict(whole, case["left_out"], closed)
    assert left["canonical"].encode() + b"\n" == dumps(same)
    assert left["digest"] == machine_digest(same)
    if "states" in case:
        told = {name: case[name] for name in ("start", "without", "states")}
        assert {name: left[name] for name in told} == told


@pytest.mark.parametrize(("file", "case"), cases_in("canonical"))
def test_json_has_this_one_spelling(core, file, case):
    assert core.ask("spell", case["json"]) == case.get("canonical")


@pytest.mark.parametrize(("file", "case"), cases_in("courses"))
def test_acts_lead_a_course_to_these_places(core, file, case):
    machine, acts = machine_from(file["machine"]), case["acts"]
    played = core.ask(
        "play", {"machine": core.number(machine), "acts": acts, "sleep_ms": case.get("sleep_ms", SLEEP_MS)}
    )
    seen = played["seen"]
    assert [as_cases_tell(act, after) for act, after in zip(acts, seen[1:], strict=True)] == acts
    last = [after for after in seen if "misfit" not in after][-1]
    assert {name: last[name] for name in ("resume_state", "events", "outcome")} == {
        name: case[name] for name in ("resume_state", "events", "outcome")
    }
    assert played["thens"] == case["thens"]


@pytest.mark.parametrize(("file", "case"), cases_in("standing"))
def test_what_happened_amounts_to_this(core, file, case):
    found = core.ask("stand", case)
    assert {name: found[name] for name in ("closed", "caps", "leftOut")} == {
        "closed": case["closed"], "caps": case["caps"], "leftOut": case["left_out"],
    }  # fmt: skip
    assert [restriction_as_core_tells(each) for each in found["active"]] == case["active"]


def test_every_folder_of_cases_is_run():
    folders = sorted({path.parent.name for path in FOLDER.glob("*/*.json")})
    assert folders == ["canonical", "courses", "machines", "restrict", "standing"]
