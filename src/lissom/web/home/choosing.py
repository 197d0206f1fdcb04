"""A person's options for one routine, as a form: bounds, and what is wrong with an answer.

All or nothing: as long as one answer is wrong, none is written, and all stay in the form as they were given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lissom.app.person import Desk
from lissom.coach.day_context import titles_of
from lissom.coach.messages import Say, say_reason
from lissom.coach.permitted import Openings, openings
from lissom.machine.options import PACES, Options, option_ranges
from lissom.routine.model import SIDES, Range, Routine


@dataclass(frozen=True, slots=True)
class Number:
    """A field for a whole number; empty leaves it to the routine."""

    name: str
    text: str
    bounds: Range
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """One level to choose: which positions it opens, and why it is closed for now, if it is."""

    number: int
    opens: tuple[str, ...]
    is_chosen: bool
    closed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """The whole form. Lead side and pace hold for every routine."""

    numbers: tuple[Number, ...]
    levels: tuple[Level, ...]
    lead: str
    pace: str
    has_sides: bool
    wrong: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_wrong(self) -> bool:
        """Whether any answer was refused."""
        return bool(self.wrong) or any(number.wrong for number in self.numbers)


def stored_choices(desk: Desk, routine: Routine, say: Say) -> Choices:
    """Return the form as the person's settings fill it in."""
    options = desk.profile.options.get(routine.id, Options())
    given = {
        name: desk.values.get(f"{routine.id}.{name}") or _usual(name, bounds)
        for name, bounds in _bounds(routine)
    }
    return _choices(desk, routine, say, {**given, "lead": options.lead, "pace": options.pace})


def given_choices(desk: Desk, routine: Routine, say: Say, given: Mapping[str, str]) -> Choices:
    """Return the form as it was sent, with what is wrong beside each answer."""
    told = {name: given.get(name, "").strip() for name in (*dict(_bounds(routine)), "lead", "pace", "level")}
    return _choices(desk, routine, say, {name: text for name, text in told.items() if text or name in given})


def write_choices(desk: Desk, routine: Routine, choices: Choices, given: Mapping[str, str]) -> None:
    """Write down the answers of a form that has nothing wrong."""
    for number in choices.numbers:
        is_own = number.text != _usual(number.name, number.bounds)
        _write(desk, f"{routine.id}.{number.name}", number.text if is_own and number.text else None)
    if given.get("level"):
        _write(desk, f"{routine.id}.level", given["level"])
    usual = Options()
    for name, answer, plain in (("lead", choices.lead, usual.lead), ("pace", choices.pace, usual.pace)):
        _write(desk, name, None if answer == plain else answer)


def open_now(desk: Desk, routine: Routine) -> Openings:
    """Return what of a routine is open to the person now, whatever level they chose."""
    standing = desk.standing
    return openings(routine, desk.profile, standing, titles_of(desk.routines))


def _write(desk: Desk, name: str, value: str | None) -> None:
    if desk.values.get(name) != value:
        desk.set(name, value)


def _bounds(routine: Routine) -> Iterator[tuple[str, Range]]:
    ranges = option_ranges(routine)
    for name, bounds in (("hold", ranges.hold), ("repeats", ranges.repeats), ("cap", ranges.cap)):
        if bounds:
            yield name, bounds


def _usual(name: str, bounds: Range) -> str:
    """Return what stands in a field not filled in yet; a cap is left empty: each open hold has its own."""
    return "" if name == "cap" else str(bounds.usual)


def _choices(desk: Desk, routine: Routine, say: Say, given: Mapping[str, str]) -> Choices:
    options = desk.profile.options.get(routine.id, Options())
    levels = tuple(_levels(desk, routine, options, given.get("level", ""), say))
    lead, pace = given.get("lead", options.lead), given.get("pace", options.pace)
    fits = {
        "lead": lead in SIDES,
        "pace": pace in PACES,
        "level": _may_choose(levels, given.get("level", "")),
    }
    return Choices(
        numbers=tuple(_number(name, given.get(name, ""), bounds, say) for name, bounds in _bounds(routine)),
        levels=levels,
        lead=lead,
        pace=pace,
        has_sides=any(stretch.sides != "none" for stretch in routine.stretches),
        wrong={name: say(f"routine-wrong-{name}") for name, fine in fits.items() if not fine},
    )


def _number(name: str, text: str, bounds: Range, say: Say) -> Number:
    fine = not text or (text.isascii() and text.isdigit() and len(text) < 4 and int(text) in bounds)
    wrong = "" if fine else say("routine-wrong-number", least=bounds.least, most=bounds.most)
    return Number(name, text, bounds, wrong)


def _levels(desk: Desk, routine: Routine, options: Options, asked: str, say: Say) -> Iterator[Level]:
    """Each level there is, if there is more than one. A closed one tells why."""
    positions = [position for stretch in routine.stretches for position in stretch.positions]
    numbers = sorted({position.level for position in positions})
    caps = open_now(desk, routine).cap_reasons
    for number in numbers if len(numbers) > 1 else ():
        held = [p.title for p in positions if p.level == number and (p.hold or number > 1)]
        closed = tuple(say_reason(reason, say) for cap, reason in caps if cap < number)
        is_chosen = str(number) == (asked or str(options.level))
        yield Level(number, tuple(held), is_chosen, closed)


def _may_choose(levels: tuple[Level, ...], asked: str) -> bool:
    """Whether a level was left as it is, or is one that is open."""
    return not asked or any(str(level.number) == asked and not level.closed for level in levels)
