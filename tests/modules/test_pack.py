"""Machines that travel in a pack are the very machines that were compiled."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lissom.content import library
from lissom.machine.closed_routine import closed_states
from lissom.machine.codec import machine_digest
from lissom.machine.compile import compile_routine, compile_screening
from lissom.machine.options import LEVELS, Options
from lissom.web.api.compact import Shared, key_of
from tests.conformance import PHRASES
from tests.machine.verify.test_random_routines import chosen_routines
from tests.modules.states import states_json
from tests.shipped import ROUTINES, SCREENINGS

CLOSED = closed_states(PHRASES, "112")


def packed(machines):
    """Return the part of a pack that machines make."""
    shared, found = Shared(), {}
    for machine in machines:
        found.setdefault(machine.routine, {})[key_of(machine.options)] = shared.compact(machine)
    closed = shared.compact_closed(CLOSED)
    return {"machines": found, "closed": closed, "shared": shared.parts}


def each_level(routine):
    return [
        compile_routine(routine, Options(level=level, rate=rate), PHRASES)
        for level in LEVELS
        for rate in (True, False)
    ]


@pytest.fixture(scope="module")
def machines():
    routines = [machine for name in ROUTINES for machine in each_level(library.routine(name))]
    questions = [compile_screening(library.screening(name), Options(), PHRASES) for name in SCREENINGS]
    return [*routines, *questions]


def test_every_shipped_machine_comes_out_as_it_went_in(core, machines):
    unpacked = core.ask("unpack", json.dumps(packed(machines)))
    digests = sorted([m.routine, key_of(m.options), machine_digest(m)] for m in machines)
    assert sorted(unpacked["machines"]) == digests
    assert unpacked["closed"] == [list(item) for item in states_json(CLOSED).items()]


@settings(max_examples=8)
@given(chosen=chosen_routines())
def test_any_machine_comes_out_as_it_went_in(core, chosen):
    machine = compile_routine(*chosen, PHRASES)
    unpacked = core.ask("unpack", json.dumps(packed([machine])))
    assert unpacked["machines"] == [[machine.routine, key_of(machine.options), machine_digest(machine)]]


def test_what_has_the_same_states_is_stored_once(core):
    routine = library.routine("neck")
    one, two = (compile_routine(routine, Options(level=level), PHRASES) for level in (1, 2))
    none, unrated = (compile_routine(routine, Options(level=0, rate=rate), PHRASES) for rate in (True, False))
    pack = packed([one, none])
    pack["machines"]["neck"] |= {"2": "1", "0.unrated": "0"}
    found = {key: digest for _, key, digest in core.ask("unpack", json.dumps(pack))["machines"]}
    asked = {"0": none, "0.unrated": unrated, "1": one, "2": two}
    assert found == {key: machine_digest(machine) for key, machine in asked.items()}


@st.composite
def lines(draw):
    """A routine and the options of its line in some plan."""
    routine = draw(st.sampled_from(ROUTINES))
    stretches = st.sampled_from([stretch.id for stretch in library.routine(routine).stretches])
    without = tuple(sorted(draw(st.sets(stretches))))
    return routine, Options(level=draw(st.sampled_from(LEVELS)), rate=draw(st.booleans()), without=without)


@settings(max_examples=3)
@given(drawn=st.lists(lines(), min_size=4, max_size=8))
def test_a_line_is_played_as_the_server_would_compile_it(core, machines, drawn):
    question = {
        "pack": packed(machines),
        "lines": [{"routine": routine, "options": options.as_json()} for routine, options in drawn],
    }
    assert core.ask("digestsOf", question) == [
        machine_digest(compile_routine(library.routine(routine), options, PHRASES))
        for routine, options in drawn
    ]


@pytest.mark.parametrize("rate", [True, False])
def test_a_machine_with_the_pain_or_without_stands_in_for_the_other(core, rate):
    there = compile_routine(library.routine("neck"), Options(rate=rate), PHRASES)
    line = {"routine": "neck", "options": Options(rate=not rate).as_json()}
    assert core.ask("digestsOf", {"pack": packed([there]), "lines": [line]}) == [machine_digest(there)]


@pytest.mark.parametrize(("routine", "level"), [("neck", 2), ("toString", 1), ("neck", "constructor")])
def test_a_machine_that_is_not_in_the_pack_is_told(core, routine, level):
    pack = packed([compile_routine(library.routine("neck"), Options(), PHRASES)])
    told = core.ask("missing", {"pack": pack, "routine": routine, "level": level})
    assert told == f"the pack holds no machine of {routine} for {level}"
