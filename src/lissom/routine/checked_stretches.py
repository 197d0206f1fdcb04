"""The stretches of a routine as the checks of the whole routine see them.

A stretch is either written out (a block, perhaps incomplete) or taken from another routine (a
complete value); a `CheckedStretch` shows both alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from lissom.routine.blocks import Block
from lissom.routine.build import build_stretch, build_tightening, place_stretch
from lissom.routine.model import OpenHold, Range, Stretch
from lissom.routine.problem import Report, Spot
from lissom.routine.travel import Borrowed, BorrowedStretch


class Stretches(Protocol):
    """Where stretches of other routines come from."""

    def stretch(self, name: str) -> Borrowed | None:
        """Return the stretch named `routine/stretch`, and what goes with it."""


class HoldRange(NamedTuple):
    """A hold: the range it gives to choose from, or None for an open hold, and the most seconds."""

    level: int
    range: Range | None
    most: int
    spot: Spot


class CheckedStretch(NamedTuple):
    """One stretch. What could not be read is None or not there."""

    id: str | None
    title: str | None
    spot: Spot
    levels: tuple[int, ...]
    holds: tuple[HoldRange, ...]
    rounds: Range | None
    repeats: Range | None
    repeats_spot: Spot
    leaving: tuple[tuple[str, str, Spot], ...]  # key, text and place of what is said on leaving
    block: Block  # a stretch written out, or where one is used
    home: Borrowed | None
    stretch: Stretch | None  # the one that is used

    @property
    def is_written(self) -> bool:
        """Whether the stretch is written out in this file."""
        return "use" not in self.block.spots

    @property
    def region(self) -> str | None:
        """The part of the body."""
        return self.stretch.region if self.stretch else self.block.get("region")


def parts_of(routine: Block, library: Stretches, report: Report) -> list[CheckedStretch]:
    """Return the stretches of a routine; note those that cannot be found."""
    parts = []
    for block in routine.blocks("stretches"):
        if "use" not in block.spots:
            parts.append(_written(block))
        elif name := block.get("use"):
            parts.append(_used(name, block, library, report))
    return parts


def taken_of(parts: Iterable[CheckedStretch]) -> tuple[BorrowedStretch, ...]:
    """Return the finished stretches and where each comes from; every block must be complete."""
    return tuple(
        BorrowedStretch(part.stretch, part.home, tuple(map(build_tightening, part.block.blocks("symptoms"))))
        if part.stretch
        else BorrowedStretch(build_stretch(part.block))
        for part in parts
    )


def _used(name: str, block: Block, library: Stretches, report: Report) -> CheckedStretch:
    home = library.stretch(name)
    if home is None:
        hint = "write it as routine/stretch; the routine named must itself be free of errors"
        report.add("unknown-stretch", block.at("use"), f"there is no stretch {name!r}", hint)
        missed = name.partition("/")[2]
        return CheckedStretch(missed, None, block.spot, (), (), None, None, block.spot, (), block, None, None)
    return _taken(home, place_stretch(home.stretch, block.spot), block)


def _taken(home: Borrowed, stretch: Stretch, block: Block) -> CheckedStretch:
    spot = block.spot
    leaving = [("rest", stretch.rest)] + ([("switch", stretch.switch)] if stretch.switch else [])
    return CheckedStretch(
        id=stretch.id,
        title=stretch.title,
        spot=spot,
        levels=tuple(position.level for position in stretch.positions),
        holds=tuple(_taken_holds(stretch, spot)),
        rounds=stretch.rounds,
        repeats=stretch.repeats,
        repeats_spot=spot,
        leaving=tuple((key, text, spot) for key, words in leaving for text in (words.say, words.brief)),
        block=block,
        home=home,
        stretch=stretch,
    )


def _taken_holds(stretch: Stretch, spot: Spot) -> list[HoldRange]:
    held = [(position.level, position.hold) for position in stretch.positions if position.hold]
    return [
        HoldRange(level, None, hold.cap, spot)
        if isinstance(hold, OpenHold)
        else HoldRange(level, hold.seconds, hold.seconds.most, spot)
        for level, hold in held
    ]


def _written(block: Block) -> CheckedStretch:
    positions = list(block.blocks("positions"))
    return CheckedStretch(
        id=block.get("id"),
        title=block.get("title"),
        spot=block.spot,
        levels=tuple(position.get("level", 1) for position in positions),
        holds=tuple(_written_holds(positions)),
        rounds=block.get("rounds"),
        repeats=block.get("repeats"),
        repeats_spot=block.at("repeats"),
        leaving=tuple(_written_leaving(block)),
        block=block,
        home=None,
        stretch=None,
    )


def _written_holds(positions: Sequence[Block]) -> list[HoldRange]:
    holds = []
    for position in positions:
        hold = position.get("hold")
        time = hold.get("time") if hold else None
        if isinstance(time, Range):
            holds.append(HoldRange(position.get("level", 1), time, time.most, hold.at("time")))
        elif hold and hold.get("cap"):
            holds.append(HoldRange(position.get("level", 1), None, hold.get("cap"), hold.at("cap")))
    return holds


def _written_leaving(block: Block) -> list[tuple[str, str, Spot]]:
    said = [(key, block.get(key)) for key in ("rest", "switch")]
    return [
        (key, words.get(form), words.at(form))
        for key, words in said
        if words
        for form in ("say", "brief")
        if words.get(form)
    ]
