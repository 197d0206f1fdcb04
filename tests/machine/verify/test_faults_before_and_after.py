"""Planted faults for L0 and L9 to L12: words, ends, screening, time to hear, and what an end says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from lissom.content import library
from lissom.machine.model import Machine, State
from tests.machine.verify.planted import (
    Fault,
    broken_laws,
    change,
    check_fault,
    lead_on,
    machine_of,
    prune,
    with_state,
)

L1 = "leg-ladder.r1.left"
ROLL = "forward-roll.rep1.forward-roll"
EMERGENCY = "screening.emergency"
ANKLE = "leg-ladder.left.ankle"


def reword(state_id: str, old: str, new: str) -> Callable[[Machine], Machine]:
    """Plant: some words of an end are others, in its cue and in its outcome."""

    def plant(machine: Machine) -> Machine:
        state = machine.states[state_id]
        cue = replace(state.cue, say=state.cue.say.replace(old, new))
        return with_state(machine, state_id, cue=cue, outcome=replace(state.outcome, advice=cue.say))

    return plant


def outcome(state_id: str, **changes: object) -> Callable[[Machine], Machine]:
    """Plant: an end tells something else."""

    def plant(machine: Machine) -> Machine:
        told = replace(machine.states[state_id].outcome, **changes)
        return with_state(machine, state_id, outcome=told)

    return plant


def items(state_id: str, count: int) -> Callable[[Machine], Machine]:
    """Plant: a question shows only its first items."""

    def plant(machine: Machine) -> Machine:
        cue = machine.states[state_id].cue
        return with_state(machine, state_id, cue=replace(cue, items=cue.items[:count]))

    return plant


def orphan(machine: Machine) -> Machine:
    """Plant: a state that nothing leads to."""
    states = {**machine.states, "orphan": machine.states[f"{L1}.ankle.hold"]}
    return replace(machine, states=states)


def endless(machine: Machine) -> Machine:
    """Plant: two advices that lead to each other and nowhere else."""
    advice = machine.states["get-ready.pain.told"]

    def to(target: str, state: State) -> State:
        return replace(state, on={"elapsed": target, "next": target, "stop": target})

    plain = replace(advice, then=None)
    circle = {"get-ready.pain.told": to("one", advice), "one": to("two", plain), "two": to("one", plain)}
    return prune(replace(machine, states={**machine.states, **circle}))


def without_unsure(machine: Machine) -> Machine:
    """Plant: a question that has words for *not sure*, and no such answer."""
    on = {event: to for event, to in machine.states[EMERGENCY].on.items() if event != "unsure"}
    return prune(with_state(machine, EMERGENCY, on=on))


def ask_health(machine: Machine) -> Machine:
    """Plant: a question of the health list, after whose `yes` nobody could go on."""
    page = next(q for q in library.screening("red-flags").questions if q.kind == "health")
    before = machine.states["screening.get-checked"]
    asked = replace(before, cue=replace(before.cue, title=page.title, say=page.say, items=()))
    whole = replace(machine, states={**machine.states, "screening.health": asked})
    return lead_on(("screening.get-checked", "no", "screening.health"))(whole)


def silent(state_id: str) -> Callable[[Machine], Machine]:
    """Plant: a state that says nothing."""
    return lambda machine: with_state(machine, state_id, cue=replace(machine.states[state_id].cue, say=""))


FAULTS = [
    # L0: the form
    Fault("a move says nothing", "L0 L5 L14", "ladder", silent(f"{L1}.sit.move"), (f"{L1}.sit.move",)),
    # L9: every session ends
    Fault("a state that nothing leads to", "L9", "ladder", orphan, ()),
    Fault(
        "a switch leads back to the first side", "L9 L8", "ladder",
        lead_on((f"{L1}.switch.after-sit", "elapsed", f"{L1}.switch.after-sit")),
        (f"{L1}.switch.after-sit", f"{L1}.switch.after-sit"),
    ),
    Fault(
        "a closing rest after a skip starts the stretch again", "L9 L8", "back",
        lead_on((f"{ROLL}.release.skip", "elapsed", f"{ROLL}.move")),
        (f"{ROLL}.release.skip", f"{ROLL}.move"),
    ),
    # L10: screening comes first
    Fault(
        "a timer answers", "L10", "asked ladder",
        lead_on(("screening.get-checked", "elapsed", "screening.tight-legs")), ("screening.get-checked",),
    ),
    Fault(
        "the emergency page is passed over after a rating", "L10", "asked ladder",
        lead_on(("rate", "ok", "screening.get-checked")), ("leg-ladder.ready", f"{L1}.sit.move"),
    ),
    Fault(
        "a question is left out", "L10", "asked ladder",
        lead_on(("screening.get-checked", "no", "get-ready")), ("leg-ladder.ready", f"{L1}.sit.move"),
    ),
    Fault(
        "a yes to an emergency sign goes on", "L10", "asked back",
        lead_on((EMERGENCY, "yes", "screening.get-checked")),
        (EMERGENCY, "screening.get-checked"),
    ),
    Fault(
        "not sure of an emergency sign goes on", "L10", "asked back",
        lead_on((EMERGENCY, "unsure", "screening.get-checked")),
        (EMERGENCY, "screening.get-checked"),
    ),
    Fault(
        "not sure of an emergency sign closes nothing", "L10", "asked back",
        change(f"{EMERGENCY}.unsure", then=None), (EMERGENCY, f"{EMERGENCY}.unsure"),
    ),
    Fault(
        "not sure of an emergency sign is no answer", "L10", "red-flags", without_unsure, (EMERGENCY,),
    ),
    Fault(
        "the health list is a question after all", "L10 L1 L12 L13 L0 L14", "asked ladder", ask_health,
        ("screening.get-checked", "screening.health"),
    ),
    Fault(
        "one emergency sign is not shown", "L10 L14", "asked back",
        items(EMERGENCY, 9), ("rate", EMERGENCY),
    ),
    Fault(
        "an emergency closes nothing", "L10", "asked back",
        change(f"{EMERGENCY}.advise", then=None), (EMERGENCY, f"{EMERGENCY}.advise"),
    ),
    Fault(
        "nobody asks whether anything changed", "L10", "ladder",
        lambda machine: replace(machine, start="get-ready", states={
            name: state for name, state in machine.states.items() if not name.startswith("screening.")
        }),
        ("get-ready", "leg-ladder.ready", f"{L1}.sit.move"),
    ),
    Fault(
        "one red flag page is left out", "L10", "red-flags",
        lambda machine: lead_on((EMERGENCY, "no", "end.finished"))(machine),
        (EMERGENCY, "end.finished"),
    ),
    # L11: nobody is rushed
    Fault(
        "a move of 2 s", "L11", "ladder", change(f"{L1}.sit.move", seconds=2), (f"{L1}.sit.move",),
    ),
    Fault(
        "an advice that is cut", "L11", "ladder",
        change(f"{ANKLE}.pain.advise", seconds=29), (f"{ANKLE}.pain.advise",),
    ),
    Fault(
        "a letting go shorter than its words", "L11", "ladder",
        change(f"{ANKLE}.pain.let-go", seconds=3), (f"{ANKLE}.pain.let-go",),
    ),
    Fault(
        "standing still lasts 9 s", "L11", "back",
        change("quadriceps.steady", seconds=9), ("quadriceps.ready", "quadriceps.steady"),
    ),
    Fault(
        "4 s to roll up, where the routine gives 5", "L11", "back",
        change("forward-roll.rep1.forward-roll.release", seconds=4),
        ("forward-roll.rep1.forward-roll.hold", "forward-roll.rep1.forward-roll.release"),
    ),
    Fault(
        "an easy pace that is no slower", "L11", "ladder",
        lambda machine: replace(machine, options={**machine.options, "pace": "easy"}),
        ("get-ready", "leg-ladder.ready"),
    ),
    # L12: every end says what happened
    Fault(
        "an advice without the number", "L12 L14", "ladder",
        reword(f"{ANKLE}.pain.end", "112", "us"), (f"{ANKLE}.hurts.let-go", f"{ANKLE}.pain.end"),
    ),
    Fault(
        "an emergency without whom to tell", "L12 L14", "asked ladder",
        reword(f"{EMERGENCY}.end", "tell your clinic", "rest"),
        (f"{EMERGENCY}.advise", f"{EMERGENCY}.end"),
    ),
    Fault(
        "finished, and nothing about getting up slowly", "L12 L14", "ladder",
        reword("end.finished", "Get up slowly.", ""), ("leg-ladder.ready", "end.finished"),
    ),
    Fault(
        "the end after the chin names the ankle", "L12 L0", "ladder",
        outcome("leg-ladder.left.chin.pain.end", position="ankle"),
        ("leg-ladder.left.chin.hurts.let-go", "leg-ladder.left.chin.pain.end"),
    ),
    Fault(
        "an advice names the other leg", "L12 L0", "ladder",
        change(f"{ANKLE}.pain.advise", side="right"), (f"{ANKLE}.pain.let-go", f"{ANKLE}.pain.advise"),
    ),
    Fault(
        "not sure of an emergency sign calls the ambulance", "L12", "asked ladder",
        outcome(f"{EMERGENCY}.unsure.end", kind="emergency"),
        (f"{EMERGENCY}.unsure", f"{EMERGENCY}.unsure.end"),
    ),
    Fault(
        "not sure of an emergency sign is told what a yes is told", "L12 L14", "asked ladder",
        reword(f"{EMERGENCY}.unsure.end", "a health advice line", "nobody"),
        (f"{EMERGENCY}.unsure", f"{EMERGENCY}.unsure.end"),
    ),
    Fault(
        "an emergency ends as any other answer", "L12", "asked ladder",
        outcome(f"{EMERGENCY}.end", kind="screened"), (f"{EMERGENCY}.advise", f"{EMERGENCY}.end"),
    ),
    Fault(
        "a yes after a session ends it as if all were well", "L12 L1 L10", "after-session",
        outcome("screening.after.end", kind="finished"), ("screening.after.advise", "screening.after.end"),
    ),
    Fault(
        "a session that was stopped counts as finished", "L12 L0 L1", "ladder",
        outcome("end.stopped", kind="finished"), ("screening.changed", "end.stopped"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.laws}: {fault.title}")
def test_the_rule_catches(fault):
    check_fault(fault)


def test_two_advices_in_a_circle_have_no_end():
    fault = Fault("", "L9 L1 L3", "ladder", endless, ("get-ready.pain.told", "one", "two", "one"))
    check_fault(fault)


@pytest.mark.parametrize("name", ["ladder", "back", "asked ladder", "asked back"])
def test_nothing_is_broken_in_what_is_compiled(name):
    check_fault(Fault("", "", name, lambda machine: machine, ()))


def test_machines_of_questions_alone_are_under_the_laws_of_words_and_times_too():
    from lissom.machine.verify import laws_for
    from tests.machine.verify.planted import source_of

    for name in ("red-flags", "after-session", "next-morning"):
        assert [law.id for law in laws_for(source_of(name))] == [
            "L0",
            "L1",
            "L5",
            "L9",
            "L10",
            "L11",
            "L12",
            "L14",
        ]
        assert machine_of(name).states


def test_a_machine_with_no_state_at_all_is_told_as_such():
    broken = broken_laws("ladder", replace(machine_of("ladder"), states={}))
    assert [broken[law].sentence for law in broken] == [
        "The machine starts at screening.changed, which is no state."
    ]
