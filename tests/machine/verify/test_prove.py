"""All combinations of options at once: what is covered, and that nothing slips through the short cuts.

Where the page is not current: `make docs`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lissom.content import library
from lissom.machine import prove as proving
from lissom.machine.prove import choices, frames, left_out_sets, prove
from lissom.machine.verify import LAWS, verify
from lissom.machine.verify.decomposition import take_apart
from lissom.machine.verify.report import figure_rows, laws_table
from tests.machine.verify import (
    test_faults_after_symptoms,
    test_faults_before_and_after,
    test_faults_on_the_way,
)
from tests.machine.verify.planted import PHRASES, broken_laws, change, machine_of, source_of, with_state

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "laws.md"
IN_ONE = [
    fault
    for module in (test_faults_after_symptoms, test_faults_before_and_after, test_faults_on_the_way)
    for fault in module.FAULTS
    if fault.machine in {"ladder", "back"}
]
COMBINATIONS = {"seated-leg-ladder": 512, "back-spasm": 24576, "neck": 16384, "full": 141312}
SCREENINGS = ["red-flags", "after-session", "next-morning"]


@pytest.mark.parametrize("routine", COMBINATIONS)
def test_every_law_is_proved_for_every_combination_and_the_page_says_so(routine):
    proof = prove(library.routine(routine), PHRASES)
    assert {law.id: law.counterexample for law in proof.laws if not law.held} == {}
    assert proof.combinations == COMBINATIONS[routine]
    assert [row for row in figure_rows(proof) if row not in PAGE.read_text("utf-8")] == []


@pytest.mark.parametrize("screening", SCREENINGS)
def test_the_questions_are_proved_and_the_page_says_so(screening):
    proof = prove(library.screening(screening), PHRASES)
    assert proof.held
    assert [row for row in figure_rows(proof) if row not in PAGE.read_text("utf-8")] == []


def test_the_page_tells_every_law_as_it_stands_in_the_table():
    assert [row for row in laws_table(LAWS) if row not in PAGE.read_text("utf-8").splitlines()] == []


def test_options_are_varied_over_range_ends_and_default():
    assert choices(library.routine("back-spasm")) == {
        "level": (0, 1, 2, 3),
        "hold": (None,),
        "repeats": (3, 4),
        "cap": (None, 10, 60),
        "lead": ("left", "right"),
        "pace": ("usual", "easy"),
    }


def test_every_way_of_beginning_is_covered():
    begins = frames(library.routine("back-spasm"))
    told = [(begin.get("screened"), begin.get("asks"), "cleared" in begin, begin["rate"]) for begin in begins]
    assert told == [
        (None, None, False, True), (None, None, False, False),
        ("an-earlier-log", None, False, True), ("an-earlier-log", None, False, False),
        ("an-earlier-log", "emergency", False, True), ("an-earlier-log", "emergency", False, False),
        (None, None, True, True), (None, None, True, False),
    ]  # fmt: skip


@pytest.mark.parametrize(("routine", "count"), [("seated-leg-ladder", 2), ("back-spasm", 32), ("full", 92)])
def test_stretches_are_left_out_in_all_the_sets_asked_for(routine, count):
    assert len(set(left_out_sets(library.routine(routine)))) == count


def test_two_processes_come_to_the_same_verdict():
    routine = library.routine("seated-leg-ladder")
    alone, together = prove(routine, PHRASES), prove(routine, PHRASES, processes=2)
    assert [(law.id, law.held) for law in alone.laws] == [(law.id, law.held) for law in together.laws]
    assert (alone.combinations, alone.machines) == (together.combinations, together.machines)


# The short cuts


@pytest.mark.parametrize("fault", IN_ONE, ids=lambda fault: f"{fault.laws}: {fault.title}")
def test_a_fault_is_seen_in_the_pieces_or_the_machine_does_not_come_apart(fault):
    machine = fault.plant(machine_of(fault.machine))
    pieces = take_apart(machine)
    if pieces is not None:
        assert [part for part in pieces.blocks if broken_laws(fault.machine, pieces.piece(part))] != []


@pytest.mark.parametrize("name", ["ladder", "back", "asked back"])
def test_a_piece_is_the_machine_with_every_other_stretch_left_out(name):
    machine = machine_of(name)
    pieces = take_apart(machine)
    closed = proving.closed_states(PHRASES, "112")
    for stretch in pieces.blocks:
        others = set(pieces.blocks) - {stretch}
        alone = proving.restrict(machine, others, closed)
        assert pieces.piece(stretch).states == alone.states
        assert [result.law.id for result in verify(alone, source_of(name), PHRASES) if not result.held] == []


def only_where(**chosen):
    """A compiler that breaks one hold, and only for these options."""
    real = proving.compile_routine

    def compile_routine(routine, options, phrases):
        machine = real(routine, options, phrases)
        hit = all(machine.options[name] == value for name, value in chosen.items())
        name = "quadriceps.right.rep2.quadriceps.hold"
        return with_state(machine, name, seconds=61) if hit and name in machine.states else machine

    return compile_routine


@pytest.mark.parametrize(
    "chosen",
    [
        {"pace": "easy", "cap": 60, "lead": "right", "repeats": 4, "level": 3},
        {"level": 2, "rate": False, "screened": "an-earlier-log"},
        {"level": 3, "cleared": [], "rate": False, "lead": "right"},
    ],
)
def test_a_compiler_that_fails_for_one_combination_is_caught(monkeypatch, chosen):
    monkeypatch.setattr(proving, "compile_routine", only_where(**chosen))
    proof = prove(library.routine("back-spasm"), PHRASES)
    broken = {law.id: law for law in proof.laws if not law.held}
    assert "L5" in broken
    assert {name: broken["L5"].options.as_json()[name] for name in chosen} == chosen


def test_a_compiler_that_forgets_the_pace_is_caught(monkeypatch):
    real = proving.compile_routine

    def compile_routine(routine, options, phrases):
        usual = real(routine, replace(options, pace="usual"), phrases)
        return replace(usual, options={**usual.options, "pace": options.pace})

    monkeypatch.setattr(proving, "compile_routine", compile_routine)
    proof = prove(library.routine("seated-leg-ladder"), PHRASES)
    assert [law.id for law in proof.laws if not law.held] == ["L11"]


def test_a_restrict_that_forgets_an_edge_is_caught(monkeypatch):
    real = proving.restrict

    def restrict(machine, left_out, closed):
        restricted = real(machine, left_out, closed)
        if "spine-rotation" not in left_out or "get-ready" not in restricted.states:
            return restricted
        return change("get-ready", seconds=30)(restricted)

    monkeypatch.setattr(proving, "restrict", restrict)
    proof = prove(library.routine("back-spasm"), PHRASES)
    assert [law.id for law in proof.laws if not law.held] == ["L0", "L5", "restrict"]


def test_a_machine_that_leaves_a_block_by_a_side_door_does_not_come_apart():
    machine = machine_of("back")
    state = machine.states["gluteal.right.rest"]
    assert take_apart(machine) is not None
    astray = replace(state, on={**state.on, "elapsed": "forward-roll.ready"})
    assert take_apart(replace(machine, states={**machine.states, "gluteal.right.rest": astray})) is None


def test_the_one_question_does_not_stand_for_the_signs_of_an_emergency():
    """A machine that says it asks for them again and puts the short question in their place is refused."""
    machine = machine_of("back")
    lying = replace(machine, options={**machine.options, "asks": "emergency"})
    assert set(broken_laws("back", lying)) >= {"L10"}
