"""The JSON Schemas beside the reference accept what Lissom writes and refuse planted faults."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lissom.content import library
from lissom.machine.codec import as_json
from lissom.machine.compile import compile_routine, compile_screening
from lissom.machine.model import KINDS, Machine
from lissom.machine.options import Options
from lissom.session.log import SESSION_EVENTS
from tests.docs.pages import DOCS
from tests.docs.test_reference import MACHINE_EVENTS

Json = dict[str, Any]

ROUTINES = ("seated-leg-ladder", "back-spasm", "neck", "full")
SCREENINGS = ("red-flags", "after-session", "next-morning")
CHOICES = {
    "usual": Options(),
    "closed": Options(level=0),
    "all levels": Options(level=3, pace="easy", lead="right"),
    "screened": Options(screened="018f0000-0000-7000-8000-000000000000", rate=False),
    "cleared": Options(cleared=("cancer",), emergency="999"),
}


def schema(name: str) -> Draft202012Validator:
    content = json.loads((DOCS / "reference" / f"lissom-{name}-1.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(content)
    return Draft202012Validator(content)


MACHINE, SESSION = schema("machine"), schema("session")


def compiled(routine: str, options: Options) -> Machine:
    return compile_routine(library.routine(routine), options, library.phrases("en"))


def faults_of(validator: Draft202012Validator, content: Json) -> list[str]:
    return [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(content)]


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("routine", ROUTINES)
def test_it_accepts_every_machine(routine: str, choice: str) -> None:
    assert faults_of(MACHINE, as_json(compiled(routine, CHOICES[choice]))) == []


@pytest.mark.parametrize("screening", SCREENINGS)
def test_it_accepts_every_screening(screening: str) -> None:
    machine = compile_screening(library.screening(screening), Options(), library.phrases("en"))
    assert faults_of(MACHINE, as_json(machine)) == []


def first(machine: Json, kind: str, has: Callable[[Json], bool] = lambda _: True) -> Json:
    return next(
        state for _, state in sorted(machine["states"].items()) if state["kind"] == kind and has(state)
    )


def offering(machine: Json) -> Json:
    return first(machine, "hold", lambda state: "offer" in state["cue"])


def taking(machine: Json) -> Json:
    return next(state for state in machine["states"].values() if "then" in state)


def without(event: str, kind: str) -> Callable[[Json], object]:
    return lambda machine: first(machine, kind)["on"].pop(event)


def with_event(event: str, kind: str) -> Callable[[Json], object]:
    return lambda machine: first(machine, kind)["on"].update({event: "end.stopped"})


PLANTED: dict[str, Callable[[Json], object]] = {
    "another format": lambda m: m.update(format="lissom-machine/2"),
    "no digest": lambda m: m.pop("digest"),
    "a digest cut short": lambda m: m.update(digest="sha256:abc"),
    "an option missing": lambda m: m["options"].pop("emergency"),
    "an option unknown": lambda m: m["options"].update(speed=2),
    "a level too many": lambda m: m["options"].update(level=4),
    "a cap too long": lambda m: m["options"].update(cap=61),
    "no states": lambda m: m.update(states={}),
    "an unknown key": lambda m: first(m, "hold").update(note="?"),
    "an unknown kind": lambda m: first(m, "hold").update(kind="pose"),
    "a label missing": lambda m: first(m, "rest").pop("side"),
    "a third side": lambda m: first(m, "move").update(side="both"),
    "a hold without a place": lambda m: first(m, "hold").update(position=None),
    "a hold that waits": lambda m: first(m, "hold").update(seconds=None),
    "a hold that cannot be stopped": without("stop", "hold"),
    "a hold deaf to pain": without("pain", "hold"),
    "a rest deaf to tingling": without("tingling", "rest"),
    "a ready deaf to numbness": without("numbness", "ready"),
    "a ready that never goes on": without("next", "ready"),
    "a move that cannot be eased": without("ease", "move"),
    "a release that can be skipped": with_event("skip", "release"),
    "a question with a timer": lambda m: first(m, "ask").update(seconds=5),
    "a question answered by time": with_event("elapsed", "ask"),
    "a question without a no": without("no", "ask"),
    "a rating without its bounds": lambda m: first(m, "rate").pop("high"),
    "bounds without a rating": lambda m: first(m, "ask").update(high={"from": 6, "rise": 2}),
    "an offer without a yes": lambda m: offering(m)["on"].pop("yes"),
    "a yes without an offer": lambda m: offering(m)["cue"].pop("offer"),
    "an offer in a rest": lambda m: first(m, "rest")["cue"].update(offer="More?"),
    "a rest that continues": lambda m: first(m, "rest").update({"continues": True}),
    "a move in a hurry": lambda m: first(m, "move").update(seconds=2),
    "an end without an outcome": lambda m: first(m, "end").pop("outcome"),
    "an end that goes on": with_event("next", "end"),
    "an outcome before the end": lambda m: first(m, "rest").update(outcome={"kind": "finished"}),
    "an outcome of another kind": lambda m: first(m, "end")["outcome"].update(kind="won"),
    "a then that takes nothing": lambda m: taking(m).update({"then": {"until": "contact"}}),
    "a then that takes two things": lambda m: taking(m)["then"].update(close="all"),
    "a then without an until": lambda m: taking(m)["then"].pop("until"),
    "a then in a hold": lambda m: first(m, "hold").update({"then": {"close": "all", "until": "contact"}}),
    "a target that is no id": lambda m: first(m, "move")["on"].update(elapsed=None),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_it_refuses_a_machine_with(fault: str) -> None:
    content = copy.deepcopy(as_json(compiled("seated-leg-ladder", Options(level=3))))
    PLANTED[fault](content)
    assert faults_of(MACHINE, content) != []


def test_schema_and_code_know_the_same_names() -> None:
    defs, state = MACHINE.schema["$defs"], MACHINE.schema["$defs"]["state"]["properties"]
    assert tuple(state["kind"]["enum"]) == KINDS
    assert set(defs["options"]["properties"]) == set(Options(asks="emergency").as_json())
    assert set(SESSION.schema["$defs"]["entry"]["properties"]["event"]["enum"]) == {
        *MACHINE_EVENTS,
        *SESSION_EVENTS,
    }


LOG: Json = {
    "format": "lissom-session/1",
    "id": "01939b6e-2f00-7abc-8def-0123456789ab",
    "routine": "seated-leg-ladder",
    "digest": f"sha256:{'0' * 64}",
    "machine_digest": f"sha256:{'1' * 64}",
    "options": Options().as_json(),
    "started": "2026-11-21T07:30:00.000Z",
    "zone": "America/Edmonton",
    "events": [
        {"at_ms": 4000, "state": "rate", "event": "ok"},
        {"at_ms": 9000, "state": "screening.emergency", "event": "pause"},
    ],
    "ratings": [{"when": "before", "at_ms": 4000, "value": 3}],
}


def test_it_accepts_a_log_that_the_codec_reads() -> None:
    from lissom.session.codec import as_json as log_json
    from lissom.session.codec import from_json

    assert log_json(from_json(LOG)) == LOG
    assert faults_of(SESSION, LOG) == []


PLANTED_IN_LOG: dict[str, Callable[[Json], object]] = {
    "another format": lambda log: log.update(format="lissom-session/2"),
    "a key unknown": lambda log: log.update(name="Ada"),
    "an id of another kind": lambda log: log.update(id="01939b6e-2f00-4abc-8def-0123456789ab"),
    "a start without a zone": lambda log: log.update(started="2026-11-21T07:30:00.000"),
    "a time before the start": lambda log: log["events"][0].update(at_ms=-1),
    "a time in parts of milliseconds": lambda log: log["events"][0].update(at_ms=1.5),
    "an event unknown": lambda log: log["events"][0].update(event="jump"),
    "an event without its state": lambda log: log["events"][0].pop("state"),
    "a rating of eleven": lambda log: log["ratings"][0].update(value=11),
    "a rating in between": lambda log: log["ratings"][0].update(when="during"),
    "an option that is an object": lambda log: log["options"].update(hold={"seconds": 20}),
}


@pytest.mark.parametrize("fault", PLANTED_IN_LOG)
def test_it_refuses_a_log_with(fault: str) -> None:
    content = copy.deepcopy(LOG)
    PLANTED_IN_LOG[fault](content)
    assert faults_of(SESSION, content) != []
