"""What a key means, in which state, and that none is offered that the machine refuses."""

from __future__ import annotations

import pytest

from lissom.machine.step import step
from lissom.terminal.keys import HeldKey, key_of, offer
from tests.terminal.stage import routine


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        (" ", "space"), ("enter", "space"), ("", ""), ("Y", "y"), ("yes", "y"), ("no", "o"), ("pain", "p"),
        ("next", "space"), ("stop", "q"), ("ctrl+c", "q"), ("10", "x"), ("7", "7"), ("ä", "ä"),
    ],
)  # fmt: skip
def test_what_is_typed_stands_for_a_key(typed: str, key: str) -> None:
    assert key_of(typed) == key


def test_every_event_that_is_offered_is_one_the_machine_takes() -> None:
    machine = routine()
    own = {"pause", "pass", *(f"rate {number}" for number in range(11))}
    for name, state in machine.states.items():
        offered = offer(state, tuple(state.on), paused=False, over=False, more=False)
        for command in offered.commands - own:
            assert step(machine, name, command) in machine.states


def test_every_event_of_a_person_has_a_key_in_every_state() -> None:
    from lissom.terminal.keys import WISHES

    for state in routine().states.values():
        offered = offer(state, tuple(state.on), paused=False, over=False, more=False)
        reached = {offered.meaning(key) for key in WISHES}
        assert set(state.on) - {"elapsed", "ok", "high"} <= reached | {"skip"}


def test_a_key_held_down_counts_once() -> None:
    held = HeldKey()
    assert [held.repeats("o", at) for at in (0, 650, 690, 730, 1500)] == [False, True, True, True, False]
    assert held.repeats("y", 1501) is False
