"""Whether a machine is the one that its routine makes, whatever its states are called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lissom.content import library
from lissom.machine.equivalence import first_difference
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


DONE = library.phrases("en").finished


def test_words_of_another_version_of_the_shared_phrases_are_told_as_such():
    other = replace(ladder().states["end.finished"].cue, say="Done. Rise.")
    assert first_difference(ladder(), changed("end.finished", cue=other), PHRASES) == (
        f"end.finished: say is 'Done. Rise.', not {DONE.say!r}; "
        "the words that all routines share are another version's"
    )


def test_an_advice_that_says_other_signs_is_told_as_such():
    name = "leg-ladder.left.ankle.pain.advise"
    said = ladder().states[name].cue.say
    other = replace(ladder().states[name].cue, say=said.replace("Chest pain. ", ""))
    found = first_difference(ladder(), changed(name, cue=other), PHRASES)
    assert found == (
        f"{name}: say is {other.say!r}, not {said!r}; the words that all routines share are another version's"
    )


def reworded(name, **words):
    return {"cue": replace(ladder().states[name].cue, **words)}


def ending(name, **parts):
    return {"outcome": replace(ladder().states[name].outcome, **parts)}


ENDED = "leg-ladder.left.ankle.pain.end"
MOVED = "leg-ladder.r1.left.ankle.move"
DIFFERENT = [
    (MOVED, reworded(MOVED, title="Toes"), "title is 'Toes', not 'Toes up'"),
    (MOVED, reworded(MOVED, brief="Up."), "brief is 'Up.', not 'Toes slowly up, towards your shin.'"),
    (MOVED, reworded(MOVED, items=("one",)), "items is ('one',), not ()"),
    (MOVED, reworded(MOVED, offer="Higher?"), "offer is 'Higher?', not None"),
    (f"{HOLD}.eased", {"seconds": 31}, "31 seconds, not 30"),
    ("leg-ladder.left.ankle.pain.advise", {"seconds": 300}, "300 seconds, not 3"),
    (ENDED, ending(ENDED, advice="Rest."), "advice of its outcome is 'Rest.', not"),
    (ENDED, ending(ENDED, position=None), "position of its outcome is None, not 'ankle'"),
    (ENDED, {"outcome": None}, "it has no outcome"),
]


@pytest.mark.parametrize(("name", "changes", "found"), DIFFERENT)
def test_no_word_and_no_second_is_left_out(name, changes, found):
    told = first_difference(ladder(), changed(name, **changes), PHRASES)
    assert told is not None
    assert told.startswith(f"{name}: {found}")


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"seconds": 31}, "31 seconds, not 30"),
        ({"side": "right"}, "side is 'right', not 'left'"),
        ({"figure": None}, "figure is None, not Figure(pose='leg-ladder.ankle', side='left')"),
        ({"on": {}}, "its events are others"),
    ],
)
def test_what_is_not_a_matter_of_words_is_told(changes, found):
    assert first_difference(ladder(), changed(HOLD, **changes), PHRASES) == f"{HOLD}: {found}"


def test_an_edge_that_leads_elsewhere_is_told():
    machine = ladder()
    on = {**machine.states["leg-ladder.ready"].on, "skip": "end.stopped"}
    assert first_difference(machine, changed("leg-ladder.ready", on=on), PHRASES) is not None
