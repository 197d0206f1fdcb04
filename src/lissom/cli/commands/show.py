"""Show one routine in words: what for, what you need, every position, when not, where from."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from lissom import library
from lissom.cli.saying import say
from lissom.cli.sources import find_routine
from lissom.machine.cues import fill
from lissom.machine.options import Options, option_ranges
from lissom.routine.model import OpenHold, Position, Range, Routine, Side, Stretch


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("routine", metavar="ROUTINE", help="a routine's id, or its file in YAML")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    routine = find_routine(choices.routine)
    say((*_head(routine), *_stretches(routine), *_cautions(routine), *_foot(routine)))
    return 0


def _head(routine: Routine) -> Iterator[str]:
    dose = routine.dose
    yield f"{routine.title}  ({routine.id}, version {routine.version})"
    yield routine.summary
    yield ""
    yield from _listed("Good for", routine.good_for)
    yield from _listed("What you need", (thing.words for thing in routine.equipment))
    yield f"How often: {_range(dose.sessions_a_week)} times a week, {_range(dose.sessions_a_day)} a day."
    yield from _choices(routine)


def _choices(routine: Routine) -> Iterator[str]:
    ranges = option_ranges(routine)
    for flag, bounds in (("hold", ranges.hold), ("repeats", ranges.repeats), ("cap", ranges.cap)):
        if bounds:
            yield f"Your choice: --{flag} {bounds.least} to {bounds.most}"
    if levels := {position.level for stretch in routine.stretches for position in stretch.positions} - {1}:
        yield f"Your choice: --level 1 to {max(levels)}; higher positions are offered only then."


def _stretches(routine: Routine) -> Iterator[str]:
    for number, stretch in enumerate(routine.stretches, 1):
        yield ""
        yield f"{number}. {stretch.title}{_often(stretch)}{_clauses(stretch.cite)}"
        for position in stretch.positions:
            yield from _position(stretch, position)


def _position(stretch: Stretch, position: Position) -> Iterator[str]:
    side: Side | None = None if stretch.sides == "none" else "left"
    words = fill(position.move.say, side, library.phrases(Options().language))
    yield f"   {position.title}{_level(position)}: {words}{_clauses(position.cite)}"
    if position.hold:
        yield f"      {_hold(position)} Felt in {position.felt}."


def _hold(position: Position) -> str:
    if isinstance(position.hold, OpenHold):
        return f"Hold as long as it is comfortable, up to {position.hold.cap} s."
    return f"Hold {_range(position.hold.seconds)} s." if position.hold else ""


def _cautions(routine: Routine) -> Iterator[str]:
    yield ""
    yield "Stop at once for: " + ", ".join(rule.symptom for rule in routine.symptoms) + "."
    names = {item.id: item.words for question in routine.questions for item in question.items}
    titles = {stretch.id: stretch.title for stretch in routine.stretches}
    yield from _listed(
        "Left out or kept low, for who has",
        (
            f"{names.get(c.condition, c.condition)}: "
            + ", ".join(
                [*(titles[s] for s in c.leave_out), *(f"{titles[s]} to level {n}" for s, n in c.cap_level)]
            )
            for c in routine.conditions
        ),
    )


def _foot(routine: Routine) -> Iterator[str]:
    yield from _listed("To bear in mind", library.screening("red-flags").mentions)
    for source in routine.sources:
        yield f"[{source.clause}] {source.note}"
    review = routine.review
    if review.status == "reviewed":
        yield f"Reviewed by {review.by} on {review.on}."
    else:
        yield "No clinician has reviewed this routine yet."
    yield "A guide to what a clinic handed out. It does not diagnose; it does not know your body: you do."


def _listed(title: str, lines: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    listed = list(lines)
    if listed:
        yield f"{title}:"
        yield from (f"  - {line}" for line in listed)


def _often(stretch: Stretch) -> str:
    times = _range(stretch.repeats) if stretch.repeats.most > 1 else _range(stretch.rounds)
    each = " on each side" if stretch.sides != "none" else ""
    return f" ({times} times{each})" if times != "1" else ""


def _level(position: Position) -> str:
    return f" (level {position.level})" if position.level > 1 else ""


def _clauses(cite: tuple[str, ...]) -> str:
    return f" [{', '.join(cite)}]" if cite else ""


def _range(bounds: Range) -> str:
    return str(bounds.least) if bounds.least == bounds.most else f"{bounds.least} to {bounds.most}"
