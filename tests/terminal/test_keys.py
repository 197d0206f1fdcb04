"""What a key means, in which state, and that none is offered that the machine refuses."""

from __future__ import annotations

import pytest

from lissom.machine.step import step
from lissom.terminal.keys import TEN, WISHES, HeldKey, key_of, offer
from lissom.terminal.strings import LANGUAGES, strings_for
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
    for state in routine().states.values():
        offered = offer(state, tuple(state.on), paused=False, over=False, more=False)
        reached = {offered.meaning(key) for key in WISHES}
        assert set(state.on) - {"elapsed", "ok", "high"} <= reached | {"skip"}


def test_a_key_held_down_counts_once() -> None:
    held = HeldKey()
    assert [held.repeats("o", at) for at in (0, 650, 690, 730, 1500)] == [False, True, True, True, False]
    assert held.repeats("y", 1501) is False


@pytest.mark.parametrize(
    ("typed", "key"),
    [("o", "y"), ("O", "y"), ("n", "o"), ("d", "p"), ("e", "n"), ("f", "t"), ("v", "d"), ("m", "e"),
     ("s", "s"), ("q", "q"), ("x", TEN), (" ", "space"), ("7", "7"), ("no", "o"), ("ctrl+c", "q")],
)  # fmt: skip
def test_who_means_oui_has_not_said_no(typed: str, key: str) -> None:
    assert key_of(typed, strings_for("fr").letters) == key


@pytest.mark.parametrize("typed", ["y", "p", "t", "z"])
def test_a_letter_of_another_language_means_nothing(typed: str) -> None:
    assert key_of(typed, strings_for("fr").letters) not in WISHES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_a_letter_of_its_own_for_each_that_is_a_letter(language: str) -> None:
    letters = strings_for(language).letters
    wanted = {key for key in WISHES if key.isalpha() and len(key) == 1 and key != TEN}

    assert letters.keys() == (wanted if letters else set())
    assert len(set(letters.values())) == len(letters)
    assert TEN not in letters.values()
