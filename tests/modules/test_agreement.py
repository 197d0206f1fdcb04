"""Python and JavaScript agree: in every state, refusal, entry, due time, outcome and digest."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lissom.content import library
from lissom.machine.closed_routine import closed_states
from lissom.machine.codec import as_json, machine_digest
from lissom.machine.compile import compile_routine, compile_screening
from lissom.machine.model import Machine
from lissom.machine.options import Options
from lissom.machine.restrict import restrict
from lissom.session.live_session import GOES_ON_WITHIN, SLEEP_MS, LiveSession, Misfit
from lissom.session.route import route
from tests.conformance import PHRASES
from tests.courses import do, play, thens
from tests.machine.verify.test_random_routines import chosen_routines
from tests.modules.states import states_json
from tests.session.machines import LADDER
from tests.shipped import ROUTINES, SCREENINGS

CLOSED = closed_states(PHRASES, "112")
CLOSED_JSON = states_json(CLOSED)
STEPS_MS = (0, 1, 999, 0, 3_000, 5_001, 20_000, 600_000, 600_001)
RATHER_NOT = {"stop": 240, "pain": 128, "numbness": 128, "tingling": 128, "dizziness": 128}  # they end much
NO_EVENT = ("fly", "constructor", "elapsed", "yes", "high", "dizziness")

# Two bytes an act, what and how: so that hundreds of long sequences are drawn in little time.
batches = st.lists(st.binary(min_size=16, max_size=60), min_size=10, max_size=30)


@cache
def shipped() -> tuple[Machine, ...]:
    choices = (
        Options(),
        Options(level=3, pace="easy", lead="right"),
        Options(rate=False, screened="earlier"),
    )
    routines = [compile_routine(library.routine(r), o, PHRASES) for r in ROUTINES for o in choices]
    screenings = [compile_screening(library.screening(s), Options(), PHRASES) for s in SCREENINGS]
    return (LADDER, *routines, *screenings)


def written(machine, script):
    """Write a script out as acts, by playing it: most of them fit, and some must be refused."""
    course, now, acts = LiveSession.begin(machine), 0, []
    for what, how in zip(script[::2], script[1::2], strict=False):
        for act in _acts(course, now, what % 14, how):
            acts.append(act)
            try:
                course = do(course, act)
            except Misfit:
                continue
            now = max(course.path.last_ms, act.get("at_ms", 0))
    return acts


def _acts(course, now, what, how):
    due, later = course.due_ms, now + STEPS_MS[how // 5 % len(STEPS_MS)]
    match what:
        case 0 | 1 | 2 | 3 if fitting := [e for e in course.events if how > RATHER_NOT.get(e, 0)]:
            yield {"do": "apply", "event": fitting[how % len(fitting)], "at_ms": later}
        case 4 | 5 | 6:
            yield from _runs_on(course, now, how % 50)
        case 7 if due is not None:
            yield {"do": "wake", "at_ms": max(0, due + how % 3 - 1)}
        case 8:
            yield {"do": "wake", "at_ms": later, "awake_ms": max(0, later - how * 100)}
        case 9:
            yield {"do": "pause", "at_ms": later}
        case 10 | 11 | 12:
            yield {"do": "resume", "at_ms": later}
        case 13 if how % 4 == 0:
            yield {"do": "go-on"}
        case _:
            yield {"do": "apply", "event": NO_EVENT[how % len(NO_EVENT)], "at_ms": later}


def _runs_on(course, now, how):
    """Go on as planned through some states, so that what is deep inside is met as well."""
    for _ in range(how):
        if course.is_over or course.is_paused or not course.coming:
            return
        target = course.coming[0]
        on = course.state.on
        event = "elapsed" if "elapsed" in on else next(event for event in on if on[event] == target)
        act = {"do": "apply", "event": event, "at_ms": now if course.due_ms is None else course.due_ms}
        course, now = do(course, act), act["at_ms"]
        yield act


def as_core_plays(machine, acts):
    """Return what Python's course shows, as `play` in core.js tells of it."""
    course, seen = play(machine, acts)
    return {
        "seen": seen,
        "thens": thens(course),
        "progress": asdict(course.progress),
        "coming": list(course.coming),
        "visited": [list(asdict(visit).values()) for visit in course.visited],
    }


def check_agreement(core, machine, batch):
    sequences = [written(machine, script) for script in batch]
    number = core.number(machine)
    questions = [{"machine": number, "acts": acts, "sleep_ms": SLEEP_MS} for acts in sequences]
    for acts, played in zip(sequences, core.ask_all("play", questions), strict=True):
        assert played == as_core_plays(machine, acts)


@settings(max_examples=20)
@given(machine=st.integers(0, 14), batch=batches)
def test_any_sequence_on_a_shipped_machine(core, machine, batch):
    check_agreement(core, shipped()[machine % len(shipped())], batch)


@settings(max_examples=12)
@given(chosen=chosen_routines(), batch=batches)
def test_any_sequence_on_any_machine(core, chosen, batch):
    routine, options = chosen
    check_agreement(core, compile_routine(routine, options, PHRASES), batch)


@pytest.mark.parametrize("number", range(14))
def test_a_whole_session_on_each_shipped_machine(core, number):
    machine = shipped()[number]
    acts = list(_runs_on(LiveSession.begin(machine), 0, 10_000))
    played = core.ask("play", {"machine": core.number(machine), "acts": acts, "sleep_ms": SLEEP_MS})
    assert played["seen"][-1]["over"]
    assert played == as_core_plays(machine, acts)


def test_who_pauses_without_end_is_stopped_in_both_at_the_same_entry(core):
    """Else a log would come to its bound, and be refused with what was felt in it."""
    pauses = [{"do": do, "at_ms": 0} for _ in range(GOES_ON_WITHIN // 2 + 1) for do in ("pause", "resume")]
    acts = [*pauses[: GOES_ON_WITHIN + 2], {"do": "go-on"}]
    played = core.ask("play", {"machine": core.number(LADDER), "acts": acts, "sleep_ms": SLEEP_MS})
    expected = as_core_plays(LADDER, acts)
    assert played["seen"][-2]["added"] == [{"at_ms": 0, "state": "asked", "event": "stop"}]
    assert played == expected


def test_the_route_from_every_state(core):
    for machine in shipped()[:8]:
        found = core.ask_all(
            "passes", [{"machine": core.number(machine), "state": s} for s in machine.states]
        )
        assert found == [list(route(machine, state)) for state in machine.states]


def left_out_sets(stretches):
    """Every set up to six stretches; of more, each single, each pair, each single survivor, and all."""
    many = len(stretches)
    sizes = range(many + 1) if many <= 6 else (0, 1, 2, many - 1, many)
    return [left for size in sizes for left in combinations(stretches, size)]


def quick_digest(machine):
    """The digest by the standard library: the same bytes where keys are ASCII and numbers whole."""
    text = json.dumps(as_json(machine), ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


@pytest.mark.parametrize("routine", ROUTINES)
def test_every_set_of_stretches_left_out(core, routine):
    whole = compile_routine(library.routine(routine), Options(level=3), PHRASES)
    assert quick_digest(whole) == machine_digest(whole)
    number, sets = core.number(whole), left_out_sets([s.id for s in library.routine(routine).stretches])
    questions = [
        {"machine": number, "left_out": left, "closed": CLOSED_JSON, "whole": False} for left in sets
    ]
    for left, found in zip(sets, core.ask_all("leaveOut", questions), strict=True):
        restricted = restrict(whole, left, CLOSED)
        assert (found["digest"], found["without"]) == (quick_digest(restricted), sorted(left)), left
