"""Planted faults over every field of every kind of state, in machines of all four routines.

Each was once seen to pass all laws, or stands for a kind that did. A fault is named by the law that has
to see it; others may see it too. Nothing here needs the machine to be compiled again to be found.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

import pytest

from lissom.content import library
from lissom.machine.closed_routine import closed_states
from lissom.machine.compile import compile_routine
from lissom.machine.model import KINDS, Figure, High, Machine, State, Then
from lissom.machine.options import Options
from lissom.machine.verify import verify
from tests.machine.verify.planted import PHRASES, SCREENED, change, lead_on, prune, with_state

Plant = Callable[[Machine], Machine]
MACHINES: dict[str, tuple[str, dict[str, Any]]] = {
    "ladder": ("seated-leg-ladder", {"level": 3, **SCREENED}),
    "asked": ("seated-leg-ladder", {}),
    "back": ("back-spasm", {"without": ("sideways-reach", "spine-rotation"), **SCREENED}),
    "neck": ("neck", {"without": ("neck-rotation", "look-down", "shoulder-blades"), **SCREENED}),
    "easy": ("back-spasm", {"without": ("sideways-reach", "spine-rotation"), "pace": "easy", **SCREENED}),
    "full": (
        "full",
        {
            "without": tuple(
                stretch.id
                for stretch in library.routine("full").stretches
                if stretch.id not in {"leg-ladder", "hip-flexor", "calf"}
            ),
            **SCREENED,
        },
    ),
}
R1, R2 = "leg-ladder.r1.left", "leg-ladder.r2.left"
ROLL = "forward-roll.rep1.forward-roll"
ROLL_HURTS = "forward-roll.forward-roll.hurts"
GLUTEAL = "gluteal.left.gluteal"
BEND = "neck-side-bend.left.rep1.neck-side-bend"
HIP = "hip-flexor.left.rep1.hip-flexor"
OPEN = ("hold", "hold.eased")


class Planted(NamedTuple):
    """What is broken in which machine, and the law that has to see it."""

    title: str
    law: str
    machine: str
    plant: Plant


@cache
def machine_of(name: str) -> Machine:
    routine, options = MACHINES[name]
    return compile_routine(library.routine(routine), Options(**options), PHRASES)


def broken(name: str, machine: Machine) -> set[str]:
    results = verify(machine, library.routine(MACHINES[name][0]), PHRASES)
    return {result.law.id for result in results if not result.held}


def cue(state_id: str, **parts: Any) -> Plant:
    """Plant: some words of a state are others."""

    def plant(machine: Machine) -> Machine:
        return with_state(machine, state_id, cue=replace(machine.states[state_id].cue, **parts))

    return plant


def swap(state_id: str, part: str, old: str, new: str) -> Plant:
    """Plant: a word of a text is another."""

    def plant(machine: Machine) -> Machine:
        text = getattr(machine.states[state_id].cue, part)
        assert old in text
        return cue(state_id, **{part: text.replace(old, new)})(machine)

    return plant


def says(state_id: str, other: str) -> Plant:
    """Plant: a state says what another one says."""
    return lambda machine: with_state(machine, state_id, cue=machine.states[other].cue)


def told(state_id: str, **parts: Any) -> Plant:
    """Plant: an end tells something else."""

    def plant(machine: Machine) -> Machine:
        outcome = machine.states[state_id].outcome
        assert outcome is not None
        return with_state(machine, state_id, outcome=replace(outcome, **parts))

    return plant


def everywhere(ids: str, changed: Callable[[str, State], dict[str, Any]]) -> Plant:
    """Plant: the same in every state whose id matches, so that no side is unlike the other."""

    def plant(machine: Machine) -> Machine:
        matching = [name for name in machine.states if re.fullmatch(ids, name)]
        assert len(matching) > 1
        for name in matching:
            machine = with_state(machine, name, **changed(name, machine.states[name]))
        return prune(machine)

    return plant


def leads(event: str, target: Callable[[str], str]) -> Callable[[str, State], dict[str, Any]]:
    return lambda name, state: {"on": {**state.on, event: target(name)}}


def no_offer(name: str, state: State) -> dict[str, Any]:
    """Take an offer away, event and words."""
    on = {event: target for event, target in state.on.items() if event != "yes"}
    return {"on": on, "cue": replace(state.cue, offer=None)}


def renumber(machine: Machine, start: str) -> Machine:
    """Plant: the machine starts elsewhere."""
    return prune(replace(machine, start=start))


def twice(state_id: str, *events: str) -> Plant:
    """Plant: the state comes once more, before what it leads to by these events."""

    def plant(machine: Machine) -> Machine:
        state, again = machine.states[state_id], f"{state_id}.again"
        first = replace(state, on={**state.on, **dict.fromkeys(events, again)})
        return replace(machine, states={**machine.states, state_id: first, again: state})

    return plant


def closed(machine: Machine) -> Machine:
    """Plant: the machine of a routine of which nothing is open."""
    states = closed_states(PHRASES, str(machine.options["emergency"]))
    return replace(machine, states=states, start="closed.advise")


WORDS = [
    Planted(
        "a left move whose brief names the right leg",
        "L14",
        "ladder",
        swap(f"{R1}.reach.move", "brief", "Left", "Right"),
    ),
    Planted("a left move that says right", "L14", "ladder", swap(f"{R1}.reach.move", "say", "Left", "Right")),
    Planted(
        "a left move in the words of the right one",
        "L14",
        "full",
        says(f"{HIP}.move", "hip-flexor.right.rep1.hip-flexor.move"),
    ),
    Planted("a move titled as another", "L14", "ladder", cue(f"{R2}.chin.move", title="Round your back")),
    Planted("a move in the words of the hold", "L14", "neck", says(f"{BEND}.move", f"{BEND}.hold")),
    Planted(
        "a switch to the side just worked",
        "L14",
        "back",
        swap("gluteal.left.switch", "brief", "right", "left"),
    ),
    Planted(
        "a ready that names the other leg first",
        "L14",
        "full",
        swap("leg-ladder.ready", "brief", "left", "right"),
    ),
    Planted(
        "a waiting ready that does not say how to go on",
        "L14",
        "full",
        swap("calf.ready", "brief", "Press next when you are ready.", ""),
    ),
    Planted(
        "an eased hold that says to pull more",
        "L14",
        "back",
        cue(f"{ROLL}.hold.eased", brief="A little more."),
    ),
    Planted(
        "a gentle hold below in the words of the full one",
        "L14",
        "ladder",
        says(f"{R2}.ankle.hold.eased-from-chin", f"{R1}.ankle.hold"),
    ),
    Planted(
        "a yes that does not say how to take it back",
        "L14",
        "ladder",
        cue(f"{R2}.ankle.hold.yes", say="Yes.", brief="Yes."),
    ),
    Planted(
        "an offer of another position",
        "L14",
        "ladder",
        lambda m: with_state(
            m,
            f"{R2}.ankle.hold",
            cue=replace(m.states[f"{R2}.ankle.hold"].cue, offer=m.states[f"{R2}.chin.hold"].cue.offer),
        ),
    ),
    Planted(
        "no offer on either side", "L14", "ladder", everywhere(r"leg-ladder\.r2\.\w+\.ankle\.hold", no_offer)
    ),
    Planted(
        "a letting go that says to pull a little more",
        "L14",
        "ladder",
        swap("leg-ladder.left.ankle.pain.let-go", "brief", "ankle loose", "pull a little more"),
    ),
    Planted(
        "a release in the words of another rung",
        "L14",
        "ladder",
        says(f"{R2}.chin.release", f"{R2}.reach.release.from-chin"),
    ),
    Planted(
        "a rest between that says to sit down for good",
        "L14",
        "back",
        says("forward-roll.rep1.between", "forward-roll.rest"),
    ),
    Planted(
        '"Has it settled?" that tells to press no to go on',
        "L14",
        "back",
        swap(f"{GLUTEAL}.pain.settled", "say", "Press no to end here", "Press no to go on"),
    ),
    Planted(
        '"Has it settled?" turned round in brief',
        "L14",
        "neck",
        cue("neck-side-bend.left.neck-side-bend.pain.settled", brief="Does it still hurt? Yes or no."),
    ),
    Planted("a settling rest that says to go on", "L14", "back", cue(f"{GLUTEAL}.pain.rest", brief="Go on.")),
    Planted(
        "an item is lost in what a question says",
        "L14",
        "asked",
        swap("screening.emergency", "say", "Chest pain", ""),
    ),
    Planted(
        "an item that nobody asked for",
        "L14",
        "asked",
        lambda m: cue(
            "screening.get-checked", items=(*m.states["screening.get-checked"].cue.items, "nothing")
        )(m),
    ),
    Planted(
        "the items in another order",
        "L14",
        "asked",
        lambda m: cue("screening.get-checked", items=m.states["screening.get-checked"].cue.items[::-1])(m),
    ),
    Planted(
        "a question in brief that is another",
        "L14",
        "asked",
        cue("screening.tight-legs", brief="Are your legs always loose?"),
    ),
    Planted(
        "the rating in brief has another scale", "L14", "asked", cue("rate", brief="Pain now, one to five?")
    ),
    Planted("getting ready without the chair", "L14", "back", swap("get-ready", "brief", "Chair, ", "")),
    Planted(
        "an advice without the signs of an emergency, in brief",
        "L14",
        "ladder",
        swap("leg-ladder.left.ankle.numbness.advise", "brief", "Chest pain.", ""),
    ),
    Planted(
        "the advice of one symptom after another",
        "L14",
        "ladder",
        says("leg-ladder.left.ankle.numbness.advise", "leg-ladder.left.ankle.pain.advise"),
    ),
    Planted(
        "enough for today with the advice of a symptom",
        "L14",
        "back",
        says(f"{GLUTEAL}.pain.unsettled", f"{GLUTEAL}.pain.advise"),
    ),
    Planted(
        "the advice after a yes with another title",
        "L14",
        "asked",
        cue("screening.get-checked.advise", title="Fine"),
    ),
    Planted("stopped, in the words of finished", "L14", "ladder", says("end.stopped", "end.finished")),
    Planted(
        "what hurts, with no word for what is serious",
        "L14",
        "ladder",
        swap("leg-ladder.left.ankle.hurts.which", "say", "press something serious", "press next"),
    ),
    Planted(
        "the advice after a serious sign without the number, in brief",
        "L14",
        "back",
        swap(f"{GLUTEAL}.serious", "brief", "112", "us"),
    ),
    Planted(
        "up from the floor in the words of a rest",
        "L14",
        "full",
        says("hip-flexor.right.up", "hip-flexor.right.rest"),
    ),
]
PICTURES = [
    Planted(
        "a left move with the picture of the right",
        "L14",
        "ladder",
        change(f"{R1}.reach.move", figure=Figure("leg-ladder.reach", "right")),
    ),
    Planted(
        "a hold with the picture of a higher rung",
        "L14",
        "ladder",
        change(f"{R1}.ankle.hold", figure=Figure("leg-ladder.slump", "left")),
    ),
    Planted(
        "a switch that shows the side just worked",
        "L14",
        "back",
        lambda m: with_state(
            m, "gluteal.left.switch", figure=replace(m.states["gluteal.left.switch"].figure, side="left")
        ),
    ),
    Planted(
        "a letting go with no picture",
        "L14",
        "neck",
        change("neck-side-bend.left.neck-side-bend.pain.let-go", figure=None),
    ),
    Planted(
        "a question with a picture",
        "L14",
        "asked",
        change("screening.get-checked", figure=Figure("sit.tall")),
    ),
]
TIMES = [
    Planted(
        "30 s after an ease instead of 20",
        "L5",
        "ladder",
        change(
            f"{R2}.ankle.hold.eased-from-chin", "leg-ladder.r2.right.ankle.hold.eased-from-chin", seconds=30
        ),
    ),
    Planted(
        "the gentle hold doubled at an easy pace",
        "L5",
        "ladder",
        lambda m: change(f"{R2}.ankle.hold.eased-from-chin", seconds=40)(m),
    ),
    Planted("a settling rest of 600 s", "L5", "back", change(f"{GLUTEAL}.pain.rest", seconds=600)),
    Planted("a settling rest of 29 s", "L5", "back", change(f"{GLUTEAL}.pain.rest", seconds=29)),
    Planted(
        "a settling rest that is not doubled at an easy pace",
        "L5",
        "easy",
        change(f"{GLUTEAL}.pain.rest", seconds=30),
    ),
    Planted("a rating that waits 120 s", "L5", "asked", change("rate", seconds=120)),
    Planted("a rating that waits 59 s", "L5", "asked", change("rate", seconds=59)),
    Planted(
        "30 s sitting after the floor drawn out to 90",
        "L5",
        "full",
        change("hip-flexor.right.up", seconds=90),
    ),
    Planted("a move that lasts 10 minutes", "L5", "neck", change(f"{BEND}.move", seconds=600)),
    Planted(
        "an advice that holds one up for 5 minutes",
        "L5",
        "ladder",
        change("leg-ladder.left.ankle.pain.advise", seconds=300),
    ),
    Planted(
        "a standing hold of 40 s",
        "L5",
        "full",
        change("calf.left.rep1.calf.hold", "calf.left.rep1.calf.hold.eased", seconds=40),
    ),
    Planted(
        "20 s at the ankle where the gate asks for 30",
        "L5",
        "ladder",
        everywhere(
            r"leg-ladder\.r2\.\w+\.ankle\.hold(\.yes|\.no|\.eased)?", lambda name, state: {"seconds": 20}
        ),
    ),
    Planted("an open hold that never ends by itself", "L5", "back", change(f"{ROLL}.hold", seconds=61)),
    Planted("a question lasts a while", "L10", "asked", change("screening.get-checked", seconds=30)),
    Planted("what hurts is asked for a while", "L0", "back", change(f"{ROLL_HURTS}.which", seconds=300)),
]
LABELS = [
    Planted("a switch of another round", "L8", "ladder", change(f"{R1}.switch.after-ankle", round=2)),
    Planted("a switch of no round", "L8", "ladder", change(f"{R1}.switch.after-ankle", round=None)),
    Planted("a switch with a repeat", "L0", "back", change("gluteal.left.switch", repeat=1)),
    Planted(
        "a rest between with the wrong repeat",
        "L8",
        "neck",
        change("neck-side-bend.left.rep1.between", repeat=2),
    ),
    Planted(
        "a closing rest of another round",
        "L8",
        "ladder",
        change("leg-ladder.r2.right.rest.after-ankle", round=1),
    ),
    Planted("a rest with a level", "L0", "back", change("forward-roll.rest", level=1)),
    Planted("a letting go of a round", "L0", "ladder", change("leg-ladder.left.ankle.pain.let-go", round=1)),
    Planted("an advice of a repeat", "L0", "back", change(f"{GLUTEAL}.pain.advise", repeat=1)),
    Planted("an end of a stretch that nobody felt in", "L0", "ladder", change("end.finished", side="left")),
    Planted("finished, in one stretch", "L0", "back", change("end.finished", stretch="quadriceps")),
    Planted(
        "a stop in a release lets another position go",
        "L1",
        "ladder",
        lead_on((f"{R2}.chin.release.ease.from-slump", "stop", "leg-ladder.left.ankle.stop.let-go")),
    ),
    Planted("a hold of no round", "L0", "ladder", change(f"{R1}.ankle.hold", round=None)),
    Planted("a rating of a level", "L0", "asked", change("rate", level=1)),
    Planted(
        "what hurts, of another side",
        "L12",
        "ladder",
        change("leg-ladder.left.ankle.hurts.which", side="right"),
    ),
    Planted("a move of another repeat", "L8", "neck", change(f"{BEND}.move", repeat=2)),
    Planted("a hold of another round", "L7", "ladder", change(f"{R1}.ankle.hold", round=2)),
    Planted("a release of another rung", "L0", "ladder", change(f"{R1}.ankle.release", rung=2)),
    Planted("a ready of the other side", "L14", "back", change("gluteal.ready", side="right")),
    Planted(
        "a gentle hold that claims to go on",
        "L5",
        "ladder",
        change(f"{R2}.ankle.hold.eased-from-chin", continues=True),
    ),
    Planted("a move that claims to go on", "L0", "back", change(f"{ROLL}.move", continues=True)),
    Planted("pain is high from 9", "L0", "asked", change("rate", high=High(9, 2))),
    Planted("pain is high 3 above the usual", "L0", "asked", change("rate", high=High(6, 3))),
    Planted("pain is never high above the usual", "L0", "asked", change("rate", high=High(6, None))),
    Planted(
        "a question takes something",
        "L0",
        "asked",
        change("screening.get-checked", then=Then("contact", close="all")),
    ),
    Planted(
        "finished takes something", "L0", "back", change("end.finished", then=Then("contact", close="all"))
    ),
    Planted(
        "a high rating takes something",
        "L13",
        "asked",
        change("rate.high", then=Then("contact", close="all")),
    ),
    Planted(
        "an end that says another advice than its words", "L14", "ladder", told("end.stopped", advice="Rest.")
    ),
    Planted(
        "after tingling, no word of what the second time asks for",
        "L14",
        "back",
        swap(f"{GLUTEAL}.tingling.advise", "say", f" {PHRASES.next_time_contact}", ""),
    ),
    Planted(
        "after pain, a word of the clinic that no rule of the second time says",
        "L14",
        "back",
        swap(f"{GLUTEAL}.pain.advise", "say", PHRASES.lasting_pain, PHRASES.next_time_contact),
    ),
    Planted("an end that tells no advice", "L14", "back", told(f"{GLUTEAL}.pain.end", advice=None)),
    Planted("an end that forgets the side", "L12", "back", told(f"{GLUTEAL}.pain.end", side=None)),
    Planted(
        "an end of another symptom",
        "L12",
        "neck",
        told("neck-side-bend.left.neck-side-bend.pain.end", symptom="dizziness"),
    ),
]
NOWHERE = {"position": None, "rung": None, "level": None}
ASKED_AGAIN = "screening.get-checked"
BEGINNING = [
    Planted(
        "a ready that is skipped leads into its stretch",
        "L8",
        "back",
        lead_on(("gluteal.ready", "skip", f"{GLUTEAL.replace('left.', 'left.rep1.')}.move")),
    ),
    Planted(
        "standing still that is skipped leads into the stretch",
        "L8",
        "back",
        lead_on(("quadriceps.steady", "skip", "quadriceps.left.rep1.quadriceps.move")),
    ),
    Planted("a ready for the side that goes second", "L8", "back", change("gluteal.ready", side="right")),
    Planted("a ready for no side", "L8", "ladder", change("leg-ladder.ready", side=None)),
    Planted(
        "nobody gets ready",
        "L8",
        "asked",
        lead_on(("screening.tight-legs", "no", "leg-ladder.ready")),
    ),
    Planted("getting ready twice", "L8", "asked", twice("get-ready", "next")),
    Planted("a ready that comes twice", "L8", "ladder", twice("leg-ladder.ready", "next", "elapsed")),
    Planted("standing still twice", "L8", "back", twice("quadriceps.steady", "next", "elapsed")),
    Planted("closed though all is open", "L8", "back", closed),
    Planted("a question that comes twice", "L10", "asked", twice(ASKED_AGAIN, "no")),
    Planted("a rating that comes twice", "L10", "asked", twice("rate", "ok", "skip", "elapsed")),
    Planted(
        "signs of an emergency asked last",
        "L10",
        "asked",
        lead_on(
            *(("rate", event, ASKED_AGAIN) for event in ("ok", "skip", "elapsed")),
            ("screening.tight-legs", "no", "screening.emergency"),
            ("screening.emergency", "no", "get-ready"),
        ),
    ),
    Planted(
        "all questions, where signs of an emergency alone are to be asked",
        "L10",
        "asked",
        lambda m: replace(m, options={**m.options, "screened": "an-earlier-log", "asks": "emergency"}),
    ),
    Planted("advice for no position", "L0", "back", change(f"{GLUTEAL}.pain.advise", **NOWHERE)),
    Planted("what hurts, at no position", "L0", "back", change(f"{GLUTEAL}.hurts.which", **NOWHERE)),
    Planted(
        "what hurts, a rung higher",
        "L0",
        "ladder",
        change("leg-ladder.left.ankle.hurts.which", position="chin", rung=4, level=2),
    ),
    Planted(
        "an end a rung higher than its outcome",
        "L0",
        "ladder",
        change("leg-ladder.left.sit.pain.end", position="ankle", rung=3, level=1),
    ),
    Planted(
        "a stop in a letting go after a symptom leads to its advice",
        "L1",
        "ladder",
        lead_on(("leg-ladder.left.ankle.pain.let-go", "stop", "leg-ladder.left.ankle.pain.advise")),
    ),
]
COURSE = [
    Planted(
        "ease in the move to slump stays there",
        "L7",
        "ladder",
        lead_on((f"{R2}.slump.move", "ease", f"{R2}.slump.hold")),
    ),
    Planted(
        "ease in the move to slump, on both sides",
        "L7",
        "ladder",
        everywhere(
            r"leg-ladder\.r2\.\w+\.slump\.move", leads("ease", lambda name: name.replace(".move", ".hold"))
        ),
    ),
    Planted(
        "ease at slump lets go of everything",
        "L7",
        "ladder",
        lead_on((f"{R2}.slump.hold", "ease", f"{R2}.slump.release")),
    ),
    Planted(
        "ease at the ankle goes on as before",
        "L7",
        "ladder",
        everywhere(
            r"leg-ladder\.r1\.\w+\.ankle\.hold", leads("ease", lambda name: name.replace("hold", "release"))
        ),
    ),
    Planted(
        "a second ease is not heard",
        "L7",
        "back",
        lead_on((f"{ROLL}.hold.eased", "ease", f"{ROLL}.hold.eased")),
    ),
    Planted(
        "after an ease the position below is not held",
        "L7",
        "ladder",
        lead_on((f"{R2}.chin.release.ease", "elapsed", f"{R2}.ankle.release.from-chin")),
    ),
    Planted(
        "a position is passed through that is to be held, on both sides",
        "L7",
        "back",
        everywhere(
            r"gluteal\.\w+\.rep\d\.gluteal\.move",
            leads("elapsed", lambda name: name.replace("move", "release")),
        ),
    ),
    Planted(
        "a yes adds nothing, on both sides",
        "L7",
        "ladder",
        everywhere(
            r"leg-ladder\.r2\.\w+\.ankle\.hold\.yes",
            leads("elapsed", lambda n: n.replace("hold.yes", "release")),
        ),
    ),
    Planted(
        "a skip in a move holds all the same",
        "L7",
        "neck",
        everywhere(
            r"neck-side-bend\.\w+\.rep\d\.neck-side-bend\.move",
            leads("skip", lambda n: n.replace("move", "hold")),
        ),
    ),
    Planted(
        "a skip leaves out one repeat only",
        "L8",
        "neck",
        everywhere(
            r"neck-side-bend\.\w+\.rep1\.neck-side-bend\.hold",
            leads("skip", lambda name: name.replace("hold", "release")),
        ),
    ),
    Planted(
        "no rest between two repeats",
        "L8",
        "back",
        everywhere(
            r"gluteal\.\w+\.rep1\.gluteal\.release",
            leads("elapsed", lambda name: name.replace("rep1", "rep2").replace("release", "move")),
        ),
    ),
    Planted(
        "no break before the switch",
        "L8",
        "full",
        everywhere(
            r"hip-flexor\.left\.rep\d\.hip-flexor\.release(\.skip)?",
            lambda name, state: {
                "on": {
                    **state.on,
                    "elapsed": "hip-flexor.left.switch"
                    if state.on["elapsed"].endswith("break")
                    else state.on["elapsed"],
                }
            },
        ),
    ),
    Planted(
        "after the floor one does not get up first",
        "L14",
        "full",
        lead_on(("hip-flexor.right.rest", "elapsed", "calf.ready")),
    ),
    Planted(
        "on the floor one gets up with no rest before it",
        "L8",
        "full",
        everywhere(
            r"hip-flexor\.right\.rep\d\.hip-flexor\.release(\.skip)?",
            lambda name, state: {
                "on": {
                    **state.on,
                    "elapsed": state.on["elapsed"].replace("right.rest", "right.up"),
                }
            },
        ),
    ),
    Planted(
        "after a pain on the floor one does not get up first",
        "L3",
        "full",
        everywhere(r"hip-flexor\.\w+\.hip-flexor\.pain\.settled", leads("yes", lambda name: "calf.ready")),
    ),
    Planted(
        "a skipped ready ends the session",
        "L8",
        "back",
        lead_on(("forward-roll.ready", "skip", "end.finished")),
    ),
    Planted(
        "get ready leads past the first stretch",
        "L8",
        "back",
        lead_on(("get-ready", "next", "gluteal.ready")),
    ),
    Planted(
        "a yes to settled leads past a stretch",
        "L8",
        "back",
        everywhere(
            r"forward-roll\.forward-roll\.pain\.settled|forward-roll\.ready",
            lambda name, state: {
                "on": {**state.on, **({"yes": "quadriceps.ready"} if "yes" in state.on else {})}
            },
        ),
    ),
    Planted(
        "pain that ends a stretch ends the session unasked",
        "L3",
        "back",
        lead_on(*((f"{GLUTEAL}.pain.advise", event, f"{GLUTEAL}.pain.end") for event in ("elapsed", "next"))),
    ),
    Planted(
        "a letting go leads to the advice after a no",
        "L3",
        "back",
        lead_on(
            *(
                (f"{GLUTEAL}.pain.let-go", event, f"{GLUTEAL}.pain.unsettled")
                for event in ("elapsed", "pain", "numbness", "tingling", "dizziness", "hurts")
            )
        ),
    ),
    Planted(
        "a no to settled has no advice",
        "L3",
        "back",
        lead_on((f"{GLUTEAL}.pain.settled", "no", f"{GLUTEAL}.pain.end")),
    ),
    Planted(
        "nobody asks how much it hurts", "L10", "asked", lambda m: renumber(m, m.states["rate"].on["ok"])
    ),
    Planted(
        "how much it hurts is asked where nobody chose that",
        "L10",
        "asked",
        lambda m: replace(m, options={**m.options, "rate": False}),
    ),
    Planted("a rest lists ease", "L0", "back", lead_on(("forward-roll.rest", "ease", "forward-roll.rest"))),
    Planted(
        "what is serious leads to a symptom's advice",
        "L13",
        "ladder",
        lead_on(("leg-ladder.left.ankle.hurts.which", "serious", "leg-ladder.left.ankle.pain.told")),
    ),
]
FAULTS = [*WORDS, *PICTURES, *TIMES, *LABELS, *BEGINNING, *COURSE]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.law}: {fault.title}")
def test_the_law_sees_it(fault):
    assert fault.law in broken(fault.machine, fault.plant(machine_of(fault.machine)))


@pytest.mark.parametrize("name", MACHINES)
def test_nothing_is_broken_in_what_is_compiled(name):
    assert broken(name, machine_of(name)) == set()


def test_the_machines_have_every_kind_of_state():
    kinds = {state.kind for name in MACHINES for state in machine_of(name).states.values()}
    assert kinds == set(KINDS)
    assert len(FAULTS) > 60
