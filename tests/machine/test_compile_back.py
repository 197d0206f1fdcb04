"""The back stretches as a machine: open holds, repeats, sides, and what pain does there."""

from __future__ import annotations

import pytest

from tests.machine.walk import machine_of, onward, walk

ORDER = ["forward-roll", "sideways-reach", "spine-rotation", "gluteal", "quadriceps"]
HOLD = "gluteal.left.rep1.gluteal.hold"


def test_the_stretches_come_in_the_handouts_order_three_times_a_side():
    machine = machine_of("back-spasm")
    holds = [(s.stretch, s.side, s.repeat) for _, s in onward(machine) if s.kind == "hold"]
    sided = [(stretch, side, n) for stretch in ORDER[1:] for side in ("left", "right") for n in (1, 2, 3)]
    assert holds == [("forward-roll", None, n) for n in (1, 2, 3)] + sided


def test_one_repeat_is_move_hold_release_rest_and_then_the_other_side():
    machine = machine_of("back-spasm")
    start = "gluteal.left.rep3.gluteal.move"
    assert [s.kind for _, s in onward(machine, start)][:6] == [
        "move",
        "hold",
        "release",
        "rest",
        "switch",
        "move",
    ]


def test_an_open_hold_is_let_go_by_the_person_or_at_the_cap():
    machine = machine_of("back-spasm")
    caps = {s.stretch: s.seconds for s in machine.states.values() if s.kind == "hold"}
    assert caps == {**dict.fromkeys(ORDER, 20), "quadriceps": 15}
    assert walk(machine, "next", start=HOLD) == walk(machine, "elapsed", start=HOLD)


def test_a_chosen_cap_holds_for_every_open_hold_and_on_ones_feet_never_more_than_30_seconds():
    machine = machine_of("back-spasm", cap=40)
    caps = {s.stretch: s.seconds for s in machine.states.values() if s.kind == "hold"}
    assert caps == {**dict.fromkeys(ORDER, 40), "quadriceps": 30}


def test_only_the_standing_stretch_waits():
    machine = machine_of("back-spasm")
    waiting = {s.stretch for s in machine.states.values() if s.kind == "ready" and s.seconds is None}
    assert waiting == {None, "quadriceps"}
    ready = machine.states["quadriceps.ready"]
    assert "elapsed" not in ready.on
    steady = machine.states[ready.on["next"]]
    assert (steady.kind, steady.seconds) == ("ready", 10)
    assert machine.states[steady.on["elapsed"]].seconds >= 12


def test_ease_in_an_open_hold_comes_back_a_little_and_stays_open():
    machine = machine_of("back-spasm")
    eased = machine.states[walk(machine, "ease", start=HOLD)]
    assert (eased.continues, "next" in eased.on) == (True, True)
    assert walk(machine, "ease", "ease", start=HOLD) == "gluteal.left.rep1.gluteal.release"


def test_skip_leaves_the_side_with_all_its_repeats():
    machine = machine_of("back-spasm")
    steps = [s for _, s in onward(machine, walk(machine, "skip", start=HOLD))][:4]
    assert [(s.kind, s.side) for s in steps] == [
        ("release", "left"),
        ("rest", "left"),
        ("switch", "left"),
        ("move", "right"),
    ]


def test_pain_ends_the_stretch_and_only_a_yes_goes_on():
    machine = machine_of("back-spasm")
    let_go = walk(machine, "pain", start=HOLD)
    assert machine.states[let_go].then.leave_out == "gluteal"
    rest = walk(machine, "elapsed", "elapsed", start=let_go)
    assert (machine.states[rest].kind, machine.states[rest].seconds) == ("rest", 30)
    settled = walk(machine, "elapsed", start=rest)
    assert machine.states[settled].kind == "ask"
    assert walk(machine, "yes", start=settled) == "quadriceps.ready"
    assert machine.states[walk(machine, "no", "elapsed", start=settled)].outcome.kind == "symptom"
    assert walk(machine, "pain", start=rest) == settled


@pytest.mark.parametrize("symptom", ["numbness", "tingling", "dizziness"])
def test_any_other_symptom_ends_the_session(symptom):
    machine = machine_of("back-spasm")
    end = machine.states[walk(machine, symptom, "elapsed", "elapsed", start=HOLD)]
    assert (end.outcome.kind, end.outcome.symptom) == ("symptom", symptom)


def test_dizziness_while_pain_settles_ends_the_session_with_its_own_advice():
    machine = machine_of("back-spasm")
    rest = walk(machine, "pain", "elapsed", "elapsed", start=HOLD)
    told = machine.states[walk(machine, "dizziness", start=rest)]
    assert (told.kind, told.then.leave_out) == ("advise", "gluteal")
    assert machine.states[told.on["elapsed"]].outcome.symptom == "dizziness"


def test_stop_after_pain_ends_with_that_pain():
    machine = machine_of("back-spasm")
    for events in (
        ("pain",),
        ("pain", "elapsed"),
        ("pain", "elapsed", "elapsed"),
        ("pain", "elapsed", "elapsed", "elapsed"),
    ):
        end = machine.states[walk(machine, *events, "stop", start=HOLD)]
        assert (end.kind, end.outcome.kind, end.outcome.symptom) == ("end", "symptom", "pain")


def test_pain_told_while_letting_go_for_a_stop_ends_the_session():
    machine = machine_of("back-spasm")
    told = machine.states[walk(machine, "stop", "pain", start=HOLD)]
    assert (told.kind, told.then.leave_out) == ("advise", "gluteal")
    assert machine.states[told.on["elapsed"]].outcome.symptom == "pain"


def test_rest_and_switch_never_name_the_stretch_that_follows():
    machine = machine_of("back-spasm")
    titles = {
        s.stretch: s.cue.title.lower() for s in machine.states.values() if s.kind == "ready" and s.stretch
    }
    for state in machine.states.values():
        if state.kind in ("rest", "switch"):
            others = [title for stretch, title in titles.items() if stretch != state.stretch]
            assert [title for title in others if title in state.cue.say.lower()] == []


def test_an_easy_pace_doubles_moves_and_changes_and_never_holds():
    usual, easy = machine_of("back-spasm"), machine_of("back-spasm", pace="easy")
    factors = {
        (s.kind, easy.states[name].seconds / s.seconds) for name, s in usual.states.items() if s.seconds
    }
    assert factors == {
        ("ready", 2), ("move", 2), ("release", 2), ("switch", 2), ("rest", 2), ("hold", 1), ("advise", 1),
    }  # fmt: skip
