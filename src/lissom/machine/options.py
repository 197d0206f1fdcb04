"""What a person may choose before a session, and the bounds a routine sets to it.

A chosen number outside its bounds is refused, never bent into them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal

from lissom.errors import LissomError
from lissom.routine.model import SIDES, OpenHold, Range, Routine, Side, TimedHold

Pace = Literal["usual", "easy"]
Asks = Literal["all", "emergency"]

LEVELS = range(4)
CAPS = Range(10, 60, 20)  # seconds; a convention, see docs/conventions.md
STANDING_CAP = 30  # seconds, the most on one's feet, whatever is chosen; a convention
PACES: tuple[Pace, ...] = ("usual", "easy")
ASKS: tuple[Asks, ...] = ("all", "emergency")
EMERGENCY_NUMBER = "112"


class OptionRefused(LissomError):
    """A choice that the routine does not allow."""


@dataclass(frozen=True, slots=True)
class Options:
    """The choices a machine is compiled with. `None` leaves a choice to the routine.

    `hold` and `cap` are seconds. `screened` names the log in which every screening question was
    answered safely; `cleared` names history items that the person's clinician knows of. With `asks`
    "emergency" the signs of an emergency are asked in full again, where a `screened` log stands for the rest.
    """

    level: int = 1
    hold: int | None = None
    repeats: int | None = None
    lead: Side = "left"
    without: tuple[str, ...] = ()
    cap: int | None = None
    pace: Pace = "usual"
    screened: str | None = None
    cleared: tuple[str, ...] = ()
    rate: bool = True
    emergency: str = EMERGENCY_NUMBER
    language: str = "en"
    asks: Asks = "all"

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9][0-9 ]*", self.emergency):
            raise OptionRefused(f"{self.emergency!r} is no number to call", "write one such as 112")
        if self.screened is not None and not re.fullmatch(r"[A-Za-z0-9-]+", self.screened):
            raise OptionRefused(f"{self.screened!r} is no log's id", "`lissom log list` shows them")

    def as_json(self) -> dict[str, Any]:
        """Return the choices as they stand in a machine; that all is asked says nothing and is absent."""
        told = {
            name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()
        }
        if self.asks == "all":
            del told["asks"]
        return told

    @classmethod
    def from_json(cls, choices: Mapping[str, Any]) -> Options:
        """Read the choices back from a machine.

        Raises:
            OptionRefused: if a choice is unknown.
        """
        known = {field.name: field.type for field in fields(cls)}
        if unknown := sorted(set(choices) - set(known)):
            raise OptionRefused(f"unknown option: {', '.join(unknown)}")
        for name, value in choices.items():
            if not _is_of(str(known[name]), value):
                raise OptionRefused(f"{name} cannot be {value!r}")
        values: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in choices.items()}
        return cls(**values)


@dataclass(frozen=True, slots=True)
class OptionRanges:
    """Which numbers a routine lets a person choose. `None`: there is nothing to choose."""

    hold: Range | None
    repeats: Range | None
    cap: Range | None


def option_ranges(routine: Routine) -> OptionRanges:
    """Return the ranges that every adjustable hold and repeat of a routine has in common."""
    holds = [
        position.hold for stretch in routine.stretches for position in stretch.positions if position.hold
    ]
    timed = [hold.seconds for hold in holds if isinstance(hold, TimedHold)]
    return OptionRanges(
        hold=_common([seconds for seconds in timed if _adjustable(seconds)]),
        repeats=_common([stretch.repeats for stretch in routine.stretches if _adjustable(stretch.repeats)]),
        cap=CAPS if any(isinstance(hold, OpenHold) for hold in holds) else None,
    )


def settle_options(routine: Routine, options: Options) -> Options:
    """Fill in what the person left open, and refuse what the routine does not allow.

    Raises:
        OptionRefused: naming the choice and its bounds.
    """
    ranges = option_ranges(routine)
    _refuse_unknown(routine, options)
    return replace(
        options,
        hold=_settle("hold", options.hold, ranges.hold, fill=True),
        repeats=_settle("repeats", options.repeats, ranges.repeats, fill=True),
        cap=_settle("cap", options.cap, ranges.cap, fill=False),
        without=tuple(sorted(set(options.without))),
        cleared=tuple(sorted(set(options.cleared))),
    )


def chosen(bounds: Range, choice: int | None) -> int:
    """Return the chosen number where there is something to choose, else the only or usual one."""
    return choice if choice is not None and _adjustable(bounds) else bounds.usual


def open_cap(hold: OpenHold, posture: str, choice: int | None) -> int:
    """Return the seconds at which an open hold ends by itself: the chosen cap, or the hold's own."""
    if choice is None:
        return hold.cap
    return min(choice, STANDING_CAP) if posture == "standing" else choice


def _is_of(kind: str, value: Any) -> bool:
    """Whether a value from JSON is of a field's type, as that is written in the class."""
    if kind.startswith("tuple"):
        return isinstance(value, (list, tuple)) and all(isinstance(each, str) for each in value)
    if value is None:
        return kind.endswith("None")
    if kind == "bool" or isinstance(value, bool):
        return kind == "bool" and isinstance(value, bool)
    return isinstance(value, int) if kind.startswith("int") else isinstance(value, str)


def _adjustable(bounds: Range) -> bool:
    return bounds.least != bounds.most


def _common(ranges: list[Range]) -> Range | None:
    if not ranges:
        return None
    least, most = max(r.least for r in ranges), min(r.most for r in ranges)
    return Range(least, most, max(least, min(most, *(r.usual for r in ranges))))


def _settle(name: str, choice: int | None, bounds: Range | None, *, fill: bool) -> int | None:
    if bounds is None:
        return None
    if choice is None:
        return bounds.usual if fill else None
    if choice not in bounds:
        raise OptionRefused(
            f"{name} {choice} is out of range", f"choose from {bounds.least} to {bounds.most}"
        )
    return choice


def _refuse_unknown(routine: Routine, options: Options) -> None:
    stretches = {stretch.id for stretch in routine.stretches}
    clearable = {item.id for question in routine.questions for item in question.items if item.history}
    clearable |= {q.id for q in routine.questions if q.kind == "history" and not q.items}
    refusals = (
        (options.level in LEVELS, f"level {options.level} does not exist", "choose from 0 to 3"),
        (options.lead in SIDES, f"there is no side {options.lead!r}", "choose left or right"),
        (options.asks in ASKS, f"there is no way to ask {options.asks!r}", "choose all or emergency"),
        (options.pace in PACES, f"there is no pace {options.pace!r}", "choose usual or easy"),
        (
            set(options.without) <= stretches,
            f"{routine.id} has no stretch {', '.join(sorted(set(options.without) - stretches))!r}",
            f"its stretches are: {', '.join(stretch.id for stretch in routine.stretches)}",
        ),
        (
            set(options.cleared) <= clearable,
            f"cannot be cleared: {', '.join(sorted(set(options.cleared) - clearable))}",
            "only items of a person's history can",
        ),
    )
    for fine, message, hint in refusals:
        if not fine:
            raise OptionRefused(message, hint)
