"""What is asked of one stretch: its sides and turns, its poses, the source of its numbers."""

from __future__ import annotations

from collections.abc import Iterator

from lissom.routine.blocks import Block
from lissom.routine.check_positions import check_positions
from lissom.routine.check_words import POSITION_WORDS, STRETCH_WORDS, check_words
from lissom.routine.problem import Report


def check_stretch(stretch: Block, poses: frozenset[str] | None, language: str, report: Report) -> None:
    """Check a stretch that is written out in a language."""
    _check_turns(stretch, report)
    check_positions(stretch, report)
    check_words(stretch, language, report)
    _check_sources(stretch, report)
    if poses is not None:
        check_poses(_posed(stretch), poses, report)


def check_poses(posed: Iterator[Block], poses: frozenset[str], report: Report) -> None:
    """Check that every pose named in some blocks exists."""
    for block in posed:
        pose = block.get("pose")
        if pose is not None and pose not in poses:
            report.add(
                "unknown-pose",
                block.at("pose"),
                f"there is no pose {pose!r}",
                report.guess(pose, sorted(poses)),
            )


def _check_turns(stretch: Block, report: Report) -> None:
    sides, rounds, repeats = stretch.get("sides"), stretch.get("rounds"), stretch.get("repeats")
    if sides in ("in-turn", "alternating"):
        _check_sided(stretch, report)
    elif sides == "none":
        _note_unused(stretch, "switch", "there are no sides to change", report)
    if repeats:
        _check_between(stretch, sides, repeats.most > 1, report)
        _check_one_rung(stretch, repeats.most > 1, report)
    if rounds and rounds.most > 1 and sides in ("none", "in-turn"):
        hint = "write sides: alternating" if sides == "in-turn" else "write rounds: 1..1, and more repeats"
        report.add("rounds-without-turns", stretch.at("rounds"), f"several rounds with sides: {sides}", hint)


def _check_sided(stretch: Block, report: Report) -> None:
    if "limb" not in stretch.spots:
        message = "the stretch has sides, but no limb"
        report.add("missing-limb", stretch.at("sides"), message, "add limb: leg, or what it is")
    if "switch" not in stretch.spots:
        hint = "add switch: with say and brief"
        report.add("missing-switch", stretch.at("sides"), "the stretch has sides, but no switch", hint)


def _check_one_rung(stretch: Block, repeated: bool, report: Report) -> None:
    """What holds "on this side in this round" would else have to be remembered over the repeats [L4]."""
    if repeated and len(list(stretch.blocks("positions"))) > 1:
        hint = "write repeats: 1..1, and rounds for once more"
        message = "a stretch of several positions is repeated on one side"
        report.add("repeats-with-rungs", stretch.at("repeats"), message, hint)


def _check_between(stretch: Block, sides: str | None, repeated: bool, report: Report) -> None:
    """The rest between repeats is also said after the last one, before sides are changed."""
    if repeated and "between" not in stretch.spots:
        hint = "add between: with say and brief"
        report.add(
            "missing-between", stretch.at("repeats"), "the stretch is repeated, but has no between", hint
        )
    if not repeated and sides == "none":
        _note_unused(stretch, "between", "there are no repeats and no sides", report)


def _note_unused(stretch: Block, key: str, why: str, report: Report) -> None:
    if key in stretch.spots:
        report.add("never-said", stretch.at(key), f"{key} is never said: {why}", "take it out")


def _posed(stretch: Block) -> Iterator[Block]:
    for key in STRETCH_WORDS:
        if words := stretch.get(key):
            yield words
    for position in stretch.blocks("positions"):
        yield position
        yield from (position.get(key) for key in POSITION_WORDS if position.get(key))


def _check_sources(stretch: Block, report: Report) -> None:
    """A number's cite stands in its own block or in the one around it."""
    check_source(stretch, ("rounds", "repeats"), (stretch,), report)
    for key in STRETCH_WORDS:
        if words := stretch.get(key):
            check_source(words, ("takes",), (words, stretch), report)
    for position in stretch.blocks("positions"):
        for key, numbers in _POSITION_NUMBERS.items():
            if block := position.get(key):
                check_source(block, numbers, (block, position), report)


_POSITION_NUMBERS = {
    "move": ("takes",),
    "hold": ("time", "cap"),
    "release": ("takes",),
    "gate": ("for", "round"),
}


def check_source(block: Block, numbers: tuple[str, ...], around: tuple[Block, ...], report: Report) -> None:
    """Warn of the first of some numbers that no cite stands beside."""
    number = next((key for key in numbers if key in block), None)
    if number is not None and not any("cite" in each.spots for each in around):
        report.add(
            "no-source", block.at(number), f"{number} has no cite", "add cite: with the clause, or cite: ours"
        )
