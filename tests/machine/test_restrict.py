"""restrict(compile(r), X) = compile(r without X), up to nothing at all: the bytes are equal."""

from __future__ import annotations

from itertools import combinations

import pytest

from lissom.content import library
from lissom.machine.closed_routine import closed_states
from lissom.machine.codec import dumps
from lissom.machine.restrict import restrict
from tests.machine.walk import machine_of

ROUTINES = ["seated-leg-ladder", "back-spasm", "neck", "full"]


def left_out_sets(routine):
    stretches = [stretch.id for stretch in library.routine(routine).stretches]
    return [left_out for size in (0, 1, 2) for left_out in combinations(stretches, size)] + [tuple(stretches)]


@pytest.mark.parametrize("routine", ROUTINES)
def test_restricting_gives_the_very_machine_that_would_have_been_compiled(routine):
    closed = closed_states(library.phrases("en"), "112")
    whole = machine_of(routine)
    for left_out in left_out_sets(routine):
        assert dumps(restrict(whole, left_out, closed)) == dumps(machine_of(routine, without=left_out)), (
            left_out
        )


def test_get_ready_stays_whatever_is_left_out():
    machine = restrict(machine_of("back-spasm"), ["forward-roll"], {})
    assert machine.states["get-ready"].on["next"] == "sideways-reach.ready"
