"""The machine: states with labels, and a table of events for each (format `lissom-machine/1`).

Only the shape is here. How a routine becomes a machine is `compile`, how it runs is `step`,
what must be true of it is `verify`, how it is written down is `codec`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

FORMAT = "lissom-machine/1"

Kind = Literal["ask", "rate", "ready", "move", "hold", "release", "switch", "rest", "which", "advise", "end"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SYMPTOM_EVENTS = ("pain", "numbness", "tingling", "dizziness")
HURTS = "hurts"  # something is wrong, and not yet said what; it counts as pain until it is
SERIOUS = "serious"  # in a `which`: a sign of an emergency
UNSURE = "unsure"  # in a question with words of its own for it: blocks like the unsafe answer
OutcomeKind = Literal["finished", "stopped", "symptom", "screened", "emergency"]


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said and shown on entering a state. `items` are lines that are shown and not said."""

    title: str
    say: str
    brief: str
    offer: str | None = None
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """The picture of a state: a pose, and the side it is drawn for."""

    pose: str
    side: str | None = None


@dataclass(frozen=True, slots=True)
class High:
    """When a pain rating (0 to 10) counts as high: from a number on, or this much above the usual."""

    start: int
    rise: int | None = None


@dataclass(frozen=True, slots=True)
class Then:
    """What entering a state takes from the person for now. One of the three is set."""

    until: str
    stretch: str | None = None
    cap_level: int | None = None
    leave_out: str | None = None
    close: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a session ended, and the advice that goes with it."""

    kind: OutcomeKind
    symptom: str | None = None
    stretch: str | None = None
    position: str | None = None
    side: str | None = None
    advice: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """One state. `seconds` is None where it waits for the person; `on` maps events to state ids.

    `slip` tells that a wrong tap may have led here: for a while a log takes `mistaken`.
    """

    kind: Kind
    cue: Cue
    on: Mapping[str, str] = field(default_factory=dict)
    seconds: int | None = None
    stretch: str | None = None
    position: str | None = None
    rung: int | None = None
    level: int | None = None
    side: str | None = None
    round: int | None = None
    repeat: int | None = None
    continues: bool = False
    slip: bool = False
    figure: Figure | None = None
    high: High | None = None
    then: Then | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Machine:
    """A compiled routine: everything a player needs to know to guide one session."""

    routine: str
    digest: str
    options: Mapping[str, Any]
    start: str
    states: Mapping[str, State]
