"""What a routine is, once it has been read and checked.

Every value here is frozen and refuses to exist when it is wrong, so whoever holds a `Routine`
needs to check nothing again. Reading YAML, and telling a person what is wrong with it, is the
work of the other modules of this package.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

Side = Literal["left", "right"]
Sides = Literal["none", "in-turn", "alternating"]
Symptom = Literal["pain", "numbness", "tingling", "dizziness"]
Ends = Literal["stretch", "session"]
Afterwards = Literal["lower-level", "leave-out"]
Until = Literal["clean-session", "taken-back", "contact", "next-day"]
Region = Literal[
    "neck",
    "thorax",
    "low-back",
    "hip",
    "thigh-and-knee",
    "calf-and-foot",
    "shoulder",
    "elbow-and-hand",
    "nerve",
]

REGIONS: tuple[Region, ...] = get_args(Region)
SIDES: tuple[Side, Side] = ("left", "right")
SYMPTOMS: tuple[Symptom, ...] = ("pain", "numbness", "tingling", "dizziness")
LEVELS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its file something was said. Lines and columns count from 1."""

    line: int = 0
    column: int = 0


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Range:
    """Whole numbers from `least` to `most`, and the `usual` one among them."""

    least: int
    most: int
    usual: int

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.usual <= self.most:
            raise ValueError(f"not a range: {self.least} <= {self.usual} <= {self.most}")

    def __contains__(self, number: int) -> bool:
        return self.least <= number <= self.most


@dataclass(frozen=True, slots=True)
class Words:
    """What is said on entering a state, in full and in brief.

    `{side}` and `{other}` stand for the side at work and the other one; capitalised, they begin
    a sentence. `takes` is the least time in seconds; a long sentence takes longer by itself.
    """

    say: str
    brief: str
    takes: int = 0
    pose: str | None = None
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimedHold:
    """A hold of a chosen number of seconds within a range."""

    seconds: Range
    words: Words


@dataclass(frozen=True, slots=True)
class OpenHold:
    """A hold for as long as is comfortable, up to `cap` seconds [B7]."""

    cap: int
    words: Words


@dataclass(frozen=True, slots=True)
class Gate:
    """What must have come true, on this side and in this round, before a position is entered."""

    held: str
    seconds: int
    round: int | None = None
    own_yes: bool = True
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One rung of a stretch. `offer` is the question that leads to it, asked during the hold below."""

    id: str
    title: str
    level: int
    pose: str
    felt: str
    move: Words
    release: Words
    hold: TimedHold | OpenHold | None = None
    gate: Gate | None = None
    offer: str | None = None
    cite: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do now, and when to contact whom; after a symptom the latter is made from its rule."""

    now: str
    contact: str = ""


@dataclass(frozen=True, slots=True)
class SymptomRule:
    """What a symptom does. `until` holds where nothing lower is left to do."""

    symptom: Symptom
    ends: Ends
    afterwards: Afterwards
    until: Until
    advice: Advice
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """One part of a routine: positions in order, each adding to the one before.

    `limb` is the word for what has a side ("leg"), or None where there are no sides. `between` is
    the rest between two repeats, `rest` the one that ends the stretch. `waits` holds the stretch's
    own ready until the person goes on; `steady` is a pause after it, before the first move.
    `symptoms` are rules of the stretch's own, which stand before those of the routine; they and the
    `region` of the body go with it wherever it is used.
    """

    id: str
    title: str
    limb: str | None
    posture: Literal["sitting", "standing", "kneeling"]
    sides: Sides
    rounds: Range
    repeats: Range
    ready: Words
    rest: Words
    let_go: Words
    positions: tuple[Position, ...]
    waits: bool = False
    steady: Words | None = None
    switch: Words | None = None
    between: Words | None = None
    symptoms: tuple[SymptomRule, ...] = ()
    region: Region | None = None
    cite: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a screening page. `spoken` is false for what is intimate; `history` items may be
    cleared by a clinician; a `condition` id ties the line to what a routine excludes for it."""

    id: str
    words: str
    spoken: bool = True
    history: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question before, between or after stretching. `unsafe` is the answer that does not go on.

    `leave_out` names the stretch that an unsafe answer closes, `close_all` closes everything. `unsure` is
    the advice after *not sure*, where that is another one; it closes the same.
    """

    id: str
    kind: Literal["emergency", "get-checked", "health", "history", "settled", "after"]
    title: str
    say: str
    brief: str
    advice: Advice
    items: tuple[Item, ...] = ()
    unsafe: Literal["yes", "no"] = "yes"
    leave_out: str | None = None
    close_all: bool = False
    until: Until | None = None
    cite: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False)
    unsure: Advice | None = None


@dataclass(frozen=True, slots=True)
class Screening:
    """A machine of questions alone: red flags, after a session, the next morning."""

    id: str
    version: int
    language: str
    title: str
    questions: tuple[Question, ...]
    rate: bool
    finished: str
    mentions: tuple[str, ...] = ()
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """What a known condition of the person keeps from them: whole stretches, or the higher levels."""

    condition: str
    leave_out: tuple[str, ...] = ()
    cap_level: tuple[tuple[str, int], ...] = ()
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dose:
    """How often: sessions a week, sessions a day."""

    sessions_a_week: Range
    sessions_a_day: Range
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Equipment:
    """A thing to fetch before starting."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Review:
    """Who read the routine as a clinician, and when; or that this is still to come."""

    status: Literal["awaiting", "reviewed"]
    by: str | None = None
    on: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A clause that no number of the routine carries, and what became of it."""

    clause: str
    note: str


@dataclass(frozen=True, slots=True)
class Routine:
    """A page of stretches, complete: nothing in it refers to another file any more.

    `questions` begin with those of the shared screening pages. `gentlest` are the stretches that are
    chosen first on a day of high pain.
    """

    id: str
    version: int
    language: str
    title: str
    summary: str
    good_for: tuple[str, ...]
    equipment: tuple[Equipment, ...]
    review: Review
    dose: Dose
    questions: tuple[Question, ...]
    conditions: tuple[Condition, ...]
    symptoms: tuple[SymptomRule, ...]
    get_ready: Words
    stretches: tuple[Stretch, ...]
    goes_with: tuple[str, ...] = ()
    gentlest: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    cite: tuple[str, ...] = ()

    def stretch(self, stretch_id: str) -> Stretch:
        """Return the stretch of that id.

        Raises:
            KeyError: if the routine has no such stretch.
        """
        for stretch in self.stretches:
            if stretch.id == stretch_id:
                return stretch
        raise KeyError(stretch_id)

    def rules_of(self, stretch: Stretch) -> tuple[SymptomRule, ...]:
        """Return what follows from each symptom that is watched, in the routine's order.

        A stretch's own rule stands before the routine's.
        """
        own = {rule.symptom: rule for rule in stretch.symptoms}
        return tuple(own.get(rule.symptom, rule) for rule in self.symptoms)

    def ends_sooner(self, stretch: Stretch) -> tuple[Symptom, ...]:
        """Return the symptoms that end the session in a stretch, and elsewhere only the stretch."""
        rules = zip(self.symptoms, self.rules_of(stretch), strict=True)
        return tuple(own.symptom for rule, own in rules if (rule.ends, own.ends) == ("stretch", "session"))
