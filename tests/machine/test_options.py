"""What a person may choose, and how a choice that does not exist is refused."""

from __future__ import annotations

import pytest

from lissom.machine.options import OptionRefused, Options
from tests.machine.walk import machine_of


@pytest.mark.parametrize(
    ("routine", "options", "message", "hint"),
    [
        ("seated-leg-ladder", {"hold": 45}, "hold 45 is out of range", "choose from 20 to 30"),
        ("back-spasm", {"repeats": 5}, "repeats 5 is out of range", "choose from 3 to 4"),
        ("back-spasm", {"cap": 61}, "cap 61 is out of range", "choose from 10 to 60"),
        ("back-spasm", {"level": 4}, "level 4 does not exist", "choose from 0 to 3"),
        ("seated-leg-ladder", {"lead": "up"}, "there is no side 'up'", "choose left or right"),
        (
            "seated-leg-ladder", {"cleared": ("chest-pain",)},
            "cannot be cleared: chest-pain", "only items of a person's history can",
        ),
    ],
)  # fmt: skip
def test_a_choice_out_of_bounds_is_refused(routine, options, message, hint):
    with pytest.raises(OptionRefused) as refusal:
        machine_of(routine, **options)
    assert (refusal.value.message, refusal.value.hint) == (message, hint)


def test_the_machine_records_what_was_chosen_and_what_was_filled_in():
    machine = machine_of("seated-leg-ladder", lead="right", screened=None, rate=True)
    assert machine.options == {
        "level": 1, "hold": 30, "repeats": None, "lead": "right", "without": [], "cap": None, "pace": "usual",
        "screened": None, "cleared": [], "rate": True, "emergency": "112", "language": "en",
    }  # fmt: skip


def test_options_come_back_from_a_machine():
    options = Options(level=2, without=("gluteal",), cleared=("cancer",))
    assert Options.from_json(options.as_json()) == options


def test_a_cleared_item_is_asked_no_more():
    machine = machine_of("seated-leg-ladder", screened=None, cleared=("tight-legs", "cancer"))
    assert "screening.tight-legs" not in machine.states
    assert [i for i in machine.states["screening.get-checked"].cue.items if "cancer" in i] == []


@pytest.mark.parametrize(
    "wrong", [{"emergency": ""}, {"emergency": "help"}, {"screened": ""}, {"screened": "x y"}]
)
def test_an_empty_number_or_log_is_refused_wherever_it_comes_from(wrong):
    with pytest.raises(OptionRefused):
        Options(**wrong)


def test_only_the_signs_of_an_emergency_are_asked_again_where_a_log_stands_for_the_rest():
    machine = machine_of("seated-leg-ladder", screened="a-log", asks="emergency")
    asked = [name for name, state in machine.states.items() if state.kind == "ask" and state.stretch is None]
    assert asked == ["screening.emergency"]
    in_full = machine_of("seated-leg-ladder", screened=None)
    assert machine.states["screening.emergency"].cue == in_full.states["screening.emergency"].cue
    assert machine.options["asks"] == "emergency"
    assert Options.from_json(machine.options).asks == "emergency"


def test_with_no_log_to_stand_for_the_rest_all_is_asked():
    usual, again = (machine_of("back-spasm", screened=None, asks=asks) for asks in ("all", "emergency"))
    assert again.states == usual.states


def test_there_are_two_ways_to_ask():
    with pytest.raises(OptionRefused, match="no way to ask 'some'"):
        machine_of("back-spasm", asks="some")
