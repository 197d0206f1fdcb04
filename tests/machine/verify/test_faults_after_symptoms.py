"""Planted faults for L0, L1, L2, L3 and L13: form, stops, symptoms, and what is remembered of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lissom.machine.model import Then
from lissom.machine.verify import verify
from tests.machine.verify.planted import (
    PHRASES,
    Fault,
    change,
    check_fault,
    lead_on,
    machine_of,
    source_of,
)

LEFT = "leg-ladder.left"
R1, R2 = "leg-ladder.r1.left", "leg-ladder.r2.left"
WATCHED = ("pain", "numbness", "tingling")
CAP_1 = Then(until="clean-session", stretch="leg-ladder", cap_level=1)
CAP_2 = Then(until="clean-session", stretch="leg-ladder", cap_level=2)

FAULTS = [
    # L0: the form
    Fault(
        "a rest can be skipped", "L0", "ladder",
        lead_on(("leg-ladder.r2.right.rest.after-sit", "skip", "end.finished")),
        ("leg-ladder.r2.right.rest.after-sit",),
    ),
    Fault(
        "an event leads to no state", "L0", "ladder",
        lead_on((f"{R1}.ankle.hold", "skip", "nowhere")), (f"{R1}.ankle.hold",),
    ),
    Fault(
        "the closing rest lasts 7 s", "L0 L11", "back",
        change("gluteal.right.rest", seconds=7), ("gluteal.right.rest", "quadriceps.ready"),
    ),
    Fault("a rung is mislabelled", "L0", "ladder", change(f"{R1}.ankle.move", rung=2), (f"{R1}.ankle.move",)),
    Fault(
        "a stretch is entered past its ready", "L0 L8", "back",
        lead_on(("forward-roll.ready", "skip", "sideways-reach.left.rep1.sideways-reach.move")),
        ("forward-roll.ready", "sideways-reach.left.rep1.sideways-reach.move"),
    ),
    Fault(
        "the rest before settled is cut to 20 s", "L5 L11", "back",
        change("gluteal.left.gluteal.pain.rest", seconds=20), ("gluteal.left.gluteal.pain.rest",),
    ),
    # L1: a stop always works
    Fault(
        "a switch hears no stop", "L1", "ladder",
        lead_on((f"{R1}.switch.after-ankle", "stop", None)), (f"{R1}.switch.after-ankle",),
    ),
    Fault(
        "a stop in a hold lets nothing go", "L1", "ladder",
        lead_on((f"{R1}.ankle.hold", "stop", "end.stopped")), (f"{R1}.ankle.hold", "end.stopped"),
    ),
    Fault(
        "a stop reaches a rest, and the session goes on", "L1 L12 L14", "ladder",
        lead_on((f"{R1}.ankle.hold", "stop", "leg-ladder.r2.right.rest.after-sit")),
        (f"{R1}.ankle.hold", "leg-ladder.r2.right.rest.after-sit"),
    ),
    Fault(
        "a rest does not hear tingling", "L1", "back",
        lead_on(("forward-roll.rep1.between", "tingling", None)), ("forward-roll.rep1.between",),
    ),
    Fault(
        "a stop in the letting go after numbness forgets the numbness", "L1 L12 L14", "ladder",
        lead_on((f"{LEFT}.ankle.numbness.let-go", "stop", "end.stopped")),
        (f"{LEFT}.ankle.numbness.let-go", "end.stopped"),
    ),
    Fault(
        "a stop at settled? counts as a plain stop", "L1 L12 L14", "back",
        lead_on(("gluteal.left.gluteal.pain.settled", "stop", "end.stopped")),
        ("gluteal.left.gluteal.pain.settled", "end.stopped"),
    ),
    # L2: a symptom lets go at once
    Fault(
        "a release with the leg still up gives advice first", "L2", "ladder",
        lead_on((f"{R1}.ankle.release", "pain", f"{LEFT}.ankle.pain.told")),
        (f"{R1}.ankle.release", f"{LEFT}.ankle.pain.told"),
    ),
    Fault(
        "letting go leads to the end with no advice", "L2", "ladder",
        lead_on(
            (f"{LEFT}.chin.pain.let-go", "elapsed", f"{LEFT}.chin.pain.end"),
            *((f"{LEFT}.chin.pain.let-go", felt, f"{LEFT}.chin.pain.end") for felt in WATCHED),
        ),
        (f"{R2}.chin.move", f"{LEFT}.chin.pain.let-go"),
    ),
    Fault(
        "tingling leads to the ordinary release", "L2 L1 L3 L12 L13 L14", "ladder",
        lead_on((f"{R1}.ankle.hold", "tingling", f"{R1}.ankle.release")),
        (f"{R1}.ankle.hold", f"{R1}.ankle.release"),
    ),
    Fault(
        "pain on the left lets the right leg go", "L2 L1 L12", "ladder",
        lead_on((f"{R1}.ankle.hold", "pain", "leg-ladder.right.ankle.pain.let-go")),
        (f"{R1}.ankle.hold", "leg-ladder.right.ankle.pain.let-go"),
    ),
    Fault(
        "a further symptom in a letting go cuts it short", "L2", "ladder",
        lead_on((f"{LEFT}.ankle.pain.let-go", "numbness", f"{LEFT}.ankle.pain.end")),
        (f"{LEFT}.ankle.pain.let-go", f"{LEFT}.ankle.pain.end"),
    ),
    # L3: what hurt is over
    Fault(
        "a yes to settled? goes on with the other side of what hurt", "L3", "back",
        lead_on(("gluteal.left.gluteal.pain.settled", "yes", "gluteal.right.rep1.gluteal.move")),
        ("gluteal.left.gluteal.pain.settled", "gluteal.right.rep1.gluteal.move"),
    ),
    Fault(
        "a no to settled? leads on", "L3", "back",
        lead_on(("gluteal.left.gluteal.pain.settled", "no", "quadriceps.ready")),
        ("gluteal.left.gluteal.pain.settled", "quadriceps.ready"),
    ),
    Fault(
        "nobody asks whether it settled", "L3 L2 L13 L5 L14", "back",
        lead_on(
            ("gluteal.left.gluteal.pain.rest", "elapsed", "quadriceps.ready"),
            ("gluteal.left.gluteal.pain.rest", "pain", "quadriceps.ready"),
        ),
        ("gluteal.left.gluteal.pain.rest", "quadriceps.ready"),
    ),
    Fault(
        "dizziness goes on to settled? like a pain", "L3 L1 L12 L14", "back",
        lead_on(
            ("gluteal.left.gluteal.dizziness.advise", "elapsed", "gluteal.left.gluteal.pain.rest"),
            ("gluteal.left.gluteal.dizziness.advise", "next", "gluteal.left.gluteal.pain.rest"),
        ),
        ("quadriceps.ready", "quadriceps.steady", "quadriceps.left.rep1.quadriceps.move"),
    ),
    # L13: a symptom is remembered
    Fault(
        "chin hurt, and chin stays open", "L13", "ladder",
        change(f"{LEFT}.chin.pain.let-go", then=CAP_2), (f"{R2}.chin.move", f"{LEFT}.chin.pain.let-go"),
    ),
    Fault(
        "tingling at slump is forgotten", "L13", "ladder",
        change(f"{LEFT}.slump.tingling.let-go", then=None),
        (f"{R2}.slump.move", f"{LEFT}.slump.tingling.let-go"),
    ),
    Fault(
        "numbness at ankle ends with a clean session", "L13", "ladder",
        change(f"{LEFT}.ankle.numbness.let-go", then=Then("clean-session", "leg-ladder", 0)),
        (f"{R1}.ankle.move", f"{LEFT}.ankle.numbness.let-go"),
    ),
    Fault(
        "pain told in the switch is put down to the ankle, though chin was reached", "L13 L12 L14", "ladder",
        lead_on((f"{R2}.switch.after-chin", "pain", f"{LEFT}.ankle.pain.told")),
        (f"{R2}.switch.after-chin", f"{LEFT}.ankle.pain.told"),
    ),
    Fault(
        "the advice after the letting go takes a second level", "L13", "ladder",
        change(f"{LEFT}.chin.pain.advise", then=CAP_1),
        (f"{LEFT}.chin.pain.let-go", f"{LEFT}.chin.pain.advise"),
    ),
    Fault(
        "pain in the gluteal stretch leaves out the quadriceps", "L13", "back",
        change("gluteal.left.gluteal.pain.let-go", then=Then("taken-back", leave_out="quadriceps")),
        ("gluteal.left.rep1.gluteal.move", "gluteal.left.gluteal.pain.let-go"),
    ),
    Fault(
        "pain before anything closes nothing", "L13", "ladder",
        change("get-ready.pain.told", then=None), ("get-ready", "get-ready.pain.told"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.laws}: {fault.title}")
def test_the_rule_catches(fault):
    check_fault(fault)


def test_a_restriction_that_changes_nothing_is_noticed():
    machine = machine_of("ladder")
    results = verify(machine, source_of("ladder"), PHRASES, recompile=lambda then: machine)
    broken = {result.law.id: result.counterexample for result in results if result.counterexample}
    assert sorted(broken) == ["L13"]
    assert broken["L13"].states[-2:] == ("get-ready", "get-ready.hurts.which")


def test_a_machine_that_starts_nowhere_is_noticed():
    machine = replace(machine_of("ladder"), start="nowhere")
    broken = [r.law.id for r in verify(machine, source_of("ladder"), PHRASES) if not r.held]
    assert broken == ["L0", "L9"]
