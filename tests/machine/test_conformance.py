"""The cases of conformance/, which every implementation runs, in Python."""

from __future__ import annotations

import json

import pytest
import rfc8785

from lissom.machine.closed_routine import closed_states
from lissom.machine.codec import dumps
from lissom.machine.model import KINDS
from lissom.machine.restrict import restrict
from lissom.machine.step import EventDoesNotFit, step
from tests.conformance import PHRASES, cases_in, closed_from, machine_from


@pytest.mark.parametrize(("file", "case"), cases_in("machines"))
def test_events_lead_through_these_states(file, case):
    machine, states, refused = machine_from(file["machine"]), [], None
    state = machine.start
    states.append(state)
    for event in case["events"]:
        try:
            state = step(machine, state, event)
        except EventDoesNotFit as error:
            refused = {"event": error.event, "state": error.state}
            break
        states.append(state)
    assert states == case["states"]
    assert refused == case.get("error")


@pytest.mark.parametrize(("file", "case"), cases_in("restrict"))
def test_leaving_out_gives_this_machine(file, case):
    whole = machine_from(file["machine"])
    if "same_as" in case:
        restricted = restrict(whole, case["left_out"], closed_states(PHRASES, "112"))
        assert dumps(restricted) == dumps(machine_from(case["same_as"]))
        return
    restricted = restrict(whole, case["left_out"], closed_from(file))
    assert restricted.start == case["start"]
    assert restricted.options["without"] == case["without"]
    assert {name: dict(state.on) for name, state in restricted.states.items()} == case["states"]


@pytest.mark.parametrize(("file", "case"), cases_in("canonical"))
def test_json_has_this_one_spelling(file, case):
    try:
        spelt = rfc8785.dumps(json.loads(case["json"])).decode()
    except ValueError:
        spelt = None
    assert spelt == case.get("canonical")
    assert (spelt is None) == case.get("refused", False)


def test_the_cases_pass_every_kind_of_state_and_every_event():
    kinds, events = set(), set()
    for parameters in cases_in("machines"):
        file, case = parameters.values
        machine = machine_from(file["machine"])
        kinds |= {machine.states[state].kind for state in case["states"]}
        events |= set(case["events"][: len(case["states"]) - 1])
    assert kinds == set(KINDS)
    assert events == {
        "elapsed", "next", "skip", "ease", "yes", "no", "unsure", "stop", "ok", "high",
        "hurts", "serious", "pain", "numbness", "tingling", "dizziness",
    }  # fmt: skip
