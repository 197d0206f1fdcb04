"""A small routine that has everything, and the means to plant one fault in it."""

from __future__ import annotations

from typing import NamedTuple

from lissom.routine.model import Routine, Screening
from lissom.routine.problem import Problem
from lissom.routine.read import read_routine, read_screening
from lissom.routine.travel import Borrowed, lend

SCREENING = """\
lissom: screening/1
id: red-flags
version: 1
language: en
title: Before you start
finished: Thank you.
questions:
  - id: emergency
    kind: emergency
    title: Signs of an emergency
    say: Do you have any of these now?
    brief: Any of these?
    close_all: true
    until: contact
    advice: {now: "Do not stretch. Call {number}.", contact: Tell your clinic.}
    items:
      - {id: chest-pain, words: chest pain}
      - {id: saddle, words: a numb saddle, spoken: false}
  - id: health
    kind: health
    title: Your health
    say: Does any of these apply?
    brief: Any of these?
    advice: {now: Note it first., contact: Ask your clinic.}
    items:
      - {id: osteoporosis, words: thin bones, history: true}
      - {id: pregnancy, words: pregnancy, history: true}
"""

PAGE = """\
lissom: routine/1
id: small
version: 1
language: en
title: A small routine
summary: A ladder and a roll.
good_for: [bending]
cite: ours
equipment:
  - {id: chair, words: a steady chair}
review: {status: awaiting}
dose: {sessions_a_week: 3..4, sessions_a_day: 1, cite: B9}
screening:
  first: red-flags
  questions:
    - id: tight
      kind: history
      title: Tight legs
      say: Are your legs always tight?
      brief: Always tight?
      leave_out: ladder
      advice: {now: Leave it for now., contact: Ask your clinic.}
conditions:
  - {condition: osteoporosis, leave_out: [roll], cap_level: {ladder: 1}}
symptoms:
  - {symptom: pain, ends: stretch, afterwards: leave-out, until: taken-back, now: Rest.}
  - {symptom: numbness, ends: session, afterwards: leave-out, until: contact, now: Rest.}
  - {symptom: tingling, ends: session, afterwards: leave-out, until: contact, now: Rest.}
get_ready: {say: Sit down. Press next when ready., brief: Sit down., pose: sit.tall}
stretches:
  - id: ladder
    title: Leg ladder
    limb: leg
    posture: sitting
    sides: alternating
    rounds: 2..2
    repeats: 1..1
    cite: A5
    ready: {say: "The {side} leg first.", brief: "{Side} leg."}
    switch: {say: "Now the {other} leg.", brief: "{Other} leg."}
    rest: {say: Rest and breathe., brief: Rest., takes: 8s}
    let_go: {say: Let go now., brief: Let go.}
    positions:
      - id: ankle
        title: Toes up
        level: 1
        pose: ladder.ankle
        felt: the calf
        move: {say: "Bend the {side} ankle.", brief: Toes up.}
        hold: {time: 20s..30s, usual: 25s, say: Hold it there., brief: Hold., cite: A2}
        release: {say: Let it go., brief: Loose.}
      - id: chin
        title: Chin down
        level: 2
        pose: ladder.chin
        felt: the back
        gate: {held: ankle, for: 30s, round: 2, cite: A12}
        offer: If you want more, press yes.
        move: {say: Bring your chin down., brief: Chin down.}
        hold: {time: 20s..30s, say: Hold it there., brief: Hold., cite: A12}
        release: {say: Lift your head., brief: Head up.}
  - id: roll
    title: Forward roll
    posture: standing
    sides: none
    rounds: 1
    repeats: 3..4
    cite: B8
    waits: true
    ready: {say: Stand up. Press next., brief: Stand. Press next.}
    steady: {say: Stand still., brief: Still., takes: 10s}
    between: {say: Rest., brief: Rest.}
    rest: {say: Rest and breathe., brief: Rest.}
    let_go: {say: Come up., brief: Up.}
    positions:
      - id: roll
        title: Forward roll
        level: 1
        pose: roll.roll
        felt: the back
        move: {say: Roll forwards., brief: Roll.}
        hold: {time: comfortable, cap: 20s, say: "Breathe in, hold. Keep breathing.", brief: Hold., cite: B7}
        release: {say: Roll up., brief: Up.}
sources:
  - {clause: A15, note: not here}
"""

OWN_RULES = PAGE.replace(
    "    title: Forward roll\n",
    """\
    title: Forward roll
    region: neck
    symptoms:
      - {symptom: pain, ends: session, afterwards: leave-out, until: contact, now: Sit down.}
      - {symptom: dizziness, ends: session, afterwards: leave-out, until: taken-back, now: Sit still.}
""",
    1,
)
"""The same, with a roll that is of the neck and has rules of its own."""

OTHERS = {"other": PAGE, "own": OWN_RULES}

POSES = frozenset({"sit.tall", "ladder.ankle", "ladder.chin", "roll.roll"})


class Shelf:
    """What the small routine may refer to."""

    def __init__(self, poses: frozenset[str] | None = POSES, screening: str = SCREENING) -> None:
        self.poses = poses
        self._screening = read_screening(screening, "red-flags.yaml").screening

    def stretch(self, name: str) -> Borrowed | None:
        routine_id, _, stretch_id = name.partition("/")
        if routine_id not in OTHERS:
            return None
        found = read_routine(OTHERS[routine_id], "other.yaml", self).routine
        assert found is not None
        return lend(found, stretch_id) if stretch_id in {each.id for each in found.stretches} else None

    def screening(self, screening_id: str) -> Screening | None:
        return self._screening if screening_id == "red-flags" else None


SHELF = Shelf()


def problems(text: str | bytes, shelf: Shelf = SHELF) -> tuple[Problem, ...]:
    """Return what is found in a text."""
    return read_routine(text, "small.yaml", shelf).problems


def lines(text: str | bytes, shelf: Shelf = SHELF) -> str:
    """Return what a person sees of the problems of a text."""
    return "\n".join(map(str, problems(text, shelf)))


def plant(*edits: str, page: str = PAGE) -> str:
    """Return the small routine with each first text replaced by the one after it; each stands there once."""
    for old, new in zip(edits[::2], edits[1::2], strict=True):
        assert page.count(old) == 1, f"{old!r} stands there {page.count(old)} times"
        page = page.replace(old, new)
    return page


def routine(text: str | bytes = PAGE, shelf: Shelf = SHELF) -> Routine:
    """Return the routine of a text that has no errors."""
    reading = read_routine(text, "small.yaml", shelf)
    assert reading.routine is not None, lines(text, shelf)
    return reading.routine


class Fault(NamedTuple):
    """A fault to plant: pairs of old and new texts, and what a person is told."""

    name: str
    edits: tuple[str, ...]
    told: str
