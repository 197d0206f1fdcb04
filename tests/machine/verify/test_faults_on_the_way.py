"""Planted faults for L4 to L8: gates, times, sides, rungs, repeats and rounds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lissom.machine.model import Machine
from tests.machine.verify.planted import Fault, change, check_fault, lead_on

L1, L2 = "leg-ladder.r1.left", "leg-ladder.r2.left"
R1, R2 = "leg-ladder.r1.right", "leg-ladder.r2.right"
HOLDS = ("hold", "hold.yes", "hold.no", "hold.eased")


def of_option(**options: object):
    """Plant: the machine says that it was compiled with other options."""

    def plant(machine: Machine) -> Machine:
        return replace(machine, options={**machine.options, **options})

    return plant


def on_both(*edges: tuple[str, str, str]):
    """Plant on both sides in round 2: (state, event, target) without the prefix."""
    return lead_on(*((f"{side}.{a}", event, f"{side}.{b}") for side in (L2, R2) for a, event, b in edges))


FAULTS = [
    # L4: gates hold
    Fault(
        "a hold after a no still moves higher", "L4 L7", "ladder",
        on_both(("ankle.hold.no", "elapsed", "chin.move")),
        (f"{L2}.ankle.hold", f"{L2}.ankle.hold.yes", f"{L2}.ankle.hold.no", f"{L2}.chin.move"),
    ),
    Fault(
        "a hold that was eased counts", "L4 L7", "ladder",
        on_both(("ankle.hold.eased", "elapsed", "chin.move")),
        (f"{L2}.ankle.hold", f"{L2}.ankle.hold.eased", f"{L2}.chin.move"),
    ),
    Fault(
        "silence counts as a yes", "L4 L7", "ladder",
        on_both(("ankle.hold", "elapsed", "chin.move")), (f"{L2}.ankle.hold", f"{L2}.chin.move"),
    ),
    Fault(
        "chin opens after 20 s", "L4 L5", "ladder",
        change(*(f"{side}.ankle.{part}" for side in (L2, R2) for part in HOLDS), seconds=20),
        (f"{L2}.ankle.hold", f"{L2}.ankle.hold.yes", f"{L2}.chin.move"),
    ),
    Fault(
        "the gentle hold after an ease climbs again", "L4 L9 L7", "ladder",
        lead_on((f"{L2}.ankle.hold.eased-from-chin", "elapsed", f"{L2}.chin.move")),
        (f"{L2}.chin.release.ease", f"{L2}.ankle.hold.eased-from-chin", f"{L2}.chin.move"),
    ),
    Fault(
        "a yes at ankle opens slump too", "L4 L7", "ladder",
        on_both(("chin.hold", "elapsed", "slump.move")), (f"{L2}.chin.hold", f"{L2}.slump.move"),
    ),
    Fault(
        "skipping a yes moves higher", "L4 L7", "ladder",
        lead_on((f"{R2}.ankle.hold.yes", "skip", f"{R2}.chin.move")),
        (f"{R2}.ankle.hold", f"{R2}.ankle.hold.yes", f"{R2}.chin.move"),
    ),
    Fault("chin without opening level 2", "L4 L7 L14", "ladder", of_option(level=1), (f"{L2}.chin.move",)),
    # L5: times are the handout's
    Fault(
        "an ankle hold of 19 s", "L5", "ladder",
        change(*(f"{side}.ankle.{part}" for side in (L1, R1) for part in ("hold", "hold.eased")), seconds=19),
        (f"{L1}.ankle.move", f"{L1}.ankle.hold"),
    ),
    Fault(
        "25 s where 30 s were chosen", "L5", "ladder",
        change(f"{L2}.slump.hold", f"{R2}.slump.hold", seconds=25), (f"{L2}.slump.move", f"{L2}.slump.hold"),
    ),
    Fault(
        "an open hold cannot be let go", "L5", "back",
        lead_on(("gluteal.left.rep2.gluteal.hold", "next", None)),
        ("gluteal.left.rep2.gluteal.move", "gluteal.left.rep2.gluteal.hold"),
    ),
    Fault(
        "an open hold of 21 s under a cap of 20", "L5", "back",
        change(*(f"forward-roll.rep1.forward-roll.{part}" for part in ("hold", "hold.eased")), seconds=21),
        ("forward-roll.rep1.forward-roll.move", "forward-roll.rep1.forward-roll.hold"),
    ),
    Fault(
        "a timed hold can be cut short", "L5", "ladder",
        lead_on((f"{L1}.ankle.hold", "next", f"{L1}.ankle.release")),
        (f"{L1}.ankle.move", f"{L1}.ankle.hold"),
    ),
    Fault(
        "the eased hold starts anew", "L5 L7", "ladder",
        change(f"{L1}.ankle.hold.eased", continues=False), (f"{L1}.ankle.hold", f"{L1}.ankle.hold.eased"),
    ),
    Fault(
        "the eased hold is 10 s shorter than the hold it continues", "L5", "ladder",
        change(f"{L1}.ankle.hold.eased", seconds=20), (f"{L1}.ankle.hold", f"{L1}.ankle.hold.eased"),
    ),
    # L6: sides are equal
    Fault(
        "a switch of 4 s", "L6 L11", "ladder",
        change(f"{L1}.switch.after-ankle", seconds=4), (f"{L1}.switch.after-ankle", f"{R1}.sit.move"),
    ),
    Fault(
        "the right leg is held for 20 s, the left for 30 s", "L6 L5", "ladder",
        change(*(f"{R1}.ankle.{part}" for part in ("hold", "hold.eased")), seconds=20),
        (f"{R2}.rest.after-ankle", "end.finished"),
    ),
    Fault(
        "a yes on the right adds nothing", "L6 L7", "ladder",
        lead_on((f"{R2}.ankle.hold.yes", "elapsed", f"{R2}.ankle.release")),
        (f"{R2}.rest.after-ankle", "end.finished"),
    ),
    Fault("the other side goes first", "L6 L8", "ladder", of_option(lead="right"), (f"{L1}.sit.move",)),
    Fault(
        "the switch names the wrong side", "L6 L14", "ladder",
        change(f"{L1}.switch.after-ankle", side="right"), (f"{L1}.switch.after-ankle",),
    ),
    Fault(
        "after a skip the sides change with no switch", "L6 L8", "back",
        lead_on(("gluteal.left.rep1.gluteal.release.skip", "elapsed", "gluteal.right.rep1.gluteal.move")),
        ("gluteal.left.rep1.gluteal.release.skip", "gluteal.right.rep1.gluteal.move"),
    ),
    # L7: rungs one at a time
    Fault(
        "a release passes over one rung", "L7", "ladder",
        lead_on((f"{L2}.slump.release", "elapsed", f"{L2}.ankle.release.from-slump")),
        (f"{L2}.slump.release", f"{L2}.ankle.release.from-slump"),
    ),
    Fault(
        "from sitting straight to toes up", "L7", "ladder",
        lead_on((f"{L1}.sit.move", "elapsed", f"{L1}.ankle.move")), (f"{L1}.sit.move", f"{L1}.ankle.move"),
    ),
    Fault(
        "the leg is still up when sides change", "L7", "ladder",
        lead_on((f"{L1}.ankle.release", "elapsed", f"{L1}.switch.after-ankle")),
        (f"{L1}.ankle.release", f"{L1}.switch.after-ankle"),
    ),
    Fault(
        "a skip in a move lets go of everything at once", "L7", "ladder",
        lead_on((f"{L1}.ankle.move", "skip", f"{L1}.sit.release.from-ankle")),
        (f"{L1}.ankle.move", f"{L1}.sit.release.from-ankle"),
    ),
    Fault(
        "an ease from slump lets go of chin first", "L7", "ladder",
        lead_on((f"{L2}.slump.hold", "ease", f"{L2}.chin.release.from-slump")),
        (f"{L2}.slump.hold", f"{L2}.chin.release.from-slump"),
    ),
    # L8: repeats and rounds
    Fault(
        "two repeats of three", "L8 L0 L11 L14", "back",
        lead_on(("forward-roll.rep2.between", "elapsed", "forward-roll.rest")),
        ("forward-roll.rest", "sideways-reach.ready"),
    ),
    Fault(
        "one round of two", "L8", "ladder",
        lead_on((f"{R1}.switch.after-ankle", "elapsed", f"{R2}.rest.after-ankle")),
        (f"{R2}.rest.after-ankle", "end.finished"),
    ),
    Fault(
        "one stretch leads past another", "L8", "back",
        lead_on(("sideways-reach.right.rest", "elapsed", "gluteal.ready")),
        ("sideways-reach.right.rest", "gluteal.ready"),
    ),
    Fault(
        "three repeats where four were chosen", "L8", "back", of_option(repeats=4),
        ("forward-roll.rest", "sideways-reach.ready"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.laws}: {fault.title}")
def test_the_rule_catches(fault):
    check_fault(fault)
