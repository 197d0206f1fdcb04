"""The cases of conformance/, which every implementation runs, in Python."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lissom import library
from lissom.machine.closed import closed_states
from lissom.machine.codec import dumps, from_json
from lissom.machine.compile import compile_routine, compile_screening
from lissom.machine.model import KINDS, Machine
from lissom.machine.options import Options
from lissom.machine.restrict import restrict
from lissom.machine.step import EventDoesNotFit, step

FOLDER = Path(__file__).parents[2] / "conformance"
PHRASES = library.phrases("en")


@cache
def _compiled(source: str) -> Machine:
    origin = json.loads(source)
    if "inline" in origin:
        return from_json(origin["inline"])
    if "screening" in origin:
        return compile_screening(library.screening(origin["screening"]), Options(), PHRASES)
    options = Options.from_json(origin["options"])
    return compile_routine(library.routine(origin["routine"]), options, PHRASES)


def machine_from(origin: dict[str, Any]) -> Machine:
    return _compiled(json.dumps(origin))


def cases_in(folder: str) -> list[Any]:
    return [
        pytest.param(file, case, id=f"{path.stem}: {case['title']}")
        for path in sorted((FOLDER / folder).glob("*.json"))
        for file in [json.loads(path.read_text("utf-8"))]
        for case in file["cases"]
    ]


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
    closed = from_json(
        {**file["machine"]["inline"], "start": "closed.advise", "states": file["closed"]}
    ).states
    restricted = restrict(whole, case["left_out"], closed)
    assert restricted.start == case["start"]
    assert restricted.options["without"] == case["without"]
    assert {name: dict(state.on) for name, state in restricted.states.items()} == case["states"]


def test_the_cases_pass_every_kind_of_state_and_every_event():
    kinds, events = set(), set()
    for parameters in cases_in("machines"):
        file, case = parameters.values
        machine = machine_from(file["machine"])
        kinds |= {machine.states[state].kind for state in case["states"]}
        events |= set(case["events"][: len(case["states"]) - 1])
    assert kinds == set(KINDS)
    assert events == {
        "elapsed", "next", "skip", "ease", "yes", "no", "stop", "ok", "high",
        "pain", "numbness", "tingling", "dizziness",
    }  # fmt: skip
