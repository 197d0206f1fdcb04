"""Whether a machine is the one that its routine makes, whatever its states are called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lissom import library
from lissom.machine.same import first_difference
from tests.machine.walk import machine_of

PHRASES = library.phrases("en")
HOLD = "leg-ladder.r1.left.ankle.hold"


def ladder():
    return machine_of("seated-leg-ladder", level=3)


def changed(name, **changes):
    machine = ladder()
    return replace(machine, states={**machine.states, name: replace(machine.states[name], **changes)})


def test_a_machine_is_the_same_whatever_its_states_are_called():
    machine = ladder()
    names = {name: f"state-{number}" for number, name in enumerate(machine.states)}
    renamed = {
        names[name]: replace(state, on={event: names[target] for event, target in state.on.items()})
        for name, state in machine.states.items()
    }
    assert (
        first_difference(machine, replace(machine, start=names[machine.start], states=renamed), PHRASES)
        is None
    )


def test_words_of_another_version_of_the_shared_phrases_are_no_difference():
    done = ladder().states["end.finished"].cue
    other = replace(done, say="Done. Get up slowly, and tell me of anything that hurt.")
    assert first_difference(ladder(), changed("end.finished", cue=other), PHRASES) is None


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"seconds": 31}, "31 seconds, not 30"),
        ({"side": "right"}, "side is 'right', not 'left'"),
        ({"figure": None}, "figure is None, not Figure(pose='leg-ladder.ankle', side='left')"),
        ({"on": {}}, "its events are others"),
    ],
)
def test_what_is_not_a_matter_of_phrases_is_told(changes, found):
    assert first_difference(ladder(), changed(HOLD, **changes), PHRASES) == f"{HOLD}: {found}"


def test_an_edge_that_leads_elsewhere_is_told():
    machine = ladder()
    on = {**machine.states["leg-ladder.ready"].on, "skip": "end.stopped"}
    assert first_difference(machine, changed("leg-ladder.ready", on=on), PHRASES) is not None
