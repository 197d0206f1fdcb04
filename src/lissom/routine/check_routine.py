"""What is asked of a routine as a whole: what refers to what, and what the stretches share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from lissom.routine.blocks import Block
from lissom.routine.check_names import check_names, check_stretch_named
from lissom.routine.check_questions import check_questions
from lissom.routine.check_stretch import check_poses, check_source, check_stretch
from lissom.routine.check_symptoms import check_symptoms
from lissom.routine.checked_stretches import CheckedStretch, Stretches, parts_of
from lissom.routine.model import Range, Screening
from lissom.routine.problem import Report, Spot

LEAST_A_SIDE = 60  # seconds for each stretch and side [EVIDENCE 1]
MANY_STRETCHES = 4  # [EVIDENCE 9]
REFERENCES = ("leave_out", "cap_level")


class References(Stretches, Protocol):
    """What a routine may refer to."""

    @property
    def poses(self) -> frozenset[str] | None:
        """The names of all poses, or None where nobody knows."""


def check_routine(
    routine: Block, shared: Screening | None, shelf: References, report: Report
) -> list[CheckedStretch]:
    """Check everything, and return the stretches."""
    parts = parts_of(routine, shelf, report)
    for part in parts:
        if part.is_written:
            check_stretch(part.block, shelf.poses, routine.get("language", ""), report)
    if shelf.poses is not None:
        check_poses(iter(filter(None, [routine.get("get_ready")])), shelf.poses, report)
    _check_parts(parts, routine, report)
    _check_asked(routine, shared, parts, report)
    _check_conditions(routine, shared, parts, report)
    check_symptoms(routine, parts, report)
    _check_form(routine, report)
    _check_gentlest(routine, parts, report)
    return parts


def _check_gentlest(routine: Block, parts: list[CheckedStretch], report: Report) -> None:
    for stretch, spot in routine.items("gentlest"):
        otherwise = f"the stretches are {', '.join(_ids(parts))}"
        check_stretch_named(stretch, spot, _ids(parts), otherwise, report)


# what the stretches share


def _check_parts(parts: list[CheckedStretch], routine: Block, report: Report) -> None:
    check_names(
        ((part.id, part.block.at("id") if part.is_written else part.spot) for part in parts),
        "stretches",
        report,
    )
    holds = [(hold.range, hold.spot) for part in parts for hold in part.holds if hold.range]
    _check_overlap("holds-do-not-overlap", "holds", holds, report)
    repeats = [(part.repeats, part.repeats_spot) for part in parts if part.repeats]
    _check_overlap("repeats-do-not-overlap", "repeats", repeats, report)
    _check_leaving(parts, report)
    for part in parts:
        _check_minute(part, report)
    if len(parts) > MANY_STRETCHES:
        hint = "short lists are done more often; split it, or let a plan choose a few"
        report.add("many-stretches", routine.at("stretches"), f"{len(parts)} stretches", hint)


def _check_overlap(code: str, what: str, ranges: list[tuple[Range, Spot]], report: Report) -> None:
    """A person chooses one number for all; a single number is fixed and takes no part in it."""
    chosen = [(each, spot) for each, spot in ranges if each.least < each.most]
    if not chosen:
        return
    least, most = chosen[0][0].least, chosen[0][0].most
    for each, spot in chosen[1:]:
        if each.least > most or each.most < least:
            message = (
                f"{each.least}..{each.most} has no number in common with {least}..{most}, the {what} before"
            )
            report.add(code, spot, message, "let all of them overlap, or write a single number")
            return
        least, most = max(least, each.least), min(most, each.most)


def _check_leaving(parts: list[CheckedStretch], report: Report) -> None:
    """A later stretch may be left out, so its name may not be announced."""
    for index, part in enumerate(parts):
        later = [other.title for other in parts[index + 1 :] if other.title and other.title != part.title]
        for key, text, spot in part.leaving:
            for title in later:
                if re.search(rf"\b{re.escape(title)}\b", text, re.I):
                    hint = "it may be left out for this person; its own ready will name it"
                    report.add("names-what-follows", spot, f"{key} names {title!r}", hint)


def _check_minute(part: CheckedStretch, report: Report) -> None:
    base = sum(hold.most for hold in part.holds if hold.level == 1)
    if not (part.is_written and base and part.rounds and part.repeats):
        return
    most = base * part.rounds.most * part.repeats.most
    if most < LEAST_A_SIDE:
        message = f"a side is stretched for {most} s at the most"
        report.add("under-a-minute", part.repeats_spot, message, f"{LEAST_A_SIDE} s in all are usual")


# what refers to what


def _check_asked(
    routine: Block, shared: Screening | None, parts: list[CheckedStretch], report: Report
) -> None:
    screen = routine.get("screening")
    if screen is None or shared is None:
        return
    taken = {
        name for question in shared.questions for name in (question.id, *(item.id for item in question.items))
    }
    check_questions(screen.blocks("questions"), taken, _ids(parts), report)
    kinds = {question.kind for question in shared.questions} | {
        q.get("kind") for q in screen.blocks("questions")
    }
    if "emergency" not in kinds:
        hint = "let first name a page that does, such as red-flags"
        report.add("missing-emergency", screen.at("first"), "nothing asks for signs of an emergency", hint)


def _check_conditions(
    routine: Block, shared: Screening | None, parts: list[CheckedStretch], report: Report
) -> None:
    conditions = list(routine.blocks("conditions"))
    check_names(((each.get("condition"), each.at("condition")) for each in conditions), "conditions", report)
    known = _health_items(shared) if shared else None
    brought = any(part.home and part.home.conditions for part in parts)
    if known == [] and (conditions or brought):
        hint = "let screening: first: name a page with a question of kind health"
        report.add("missing-health", routine.at("conditions"), "no health page asks for conditions", hint)
    for condition in conditions:
        _check_condition(condition, known, parts, report)


def _health_items(shared: Screening) -> list[str]:
    return [item.id for question in shared.questions if question.kind == "health" for item in question.items]


def _check_condition(
    condition: Block, known: list[str] | None, parts: list[CheckedStretch], report: Report
) -> None:
    name = condition.get("condition")
    if known and name is not None and name not in known:
        hint = report.guess(name, known) or "conditions are items of the health page"
        report.add("unknown-condition", condition.at("condition"), f"there is no condition {name!r}", hint)
    if not any(key in condition.spots for key in REFERENCES):
        hint = f"add {' or '.join(REFERENCES)}"
        report.add("condition-without-effect", condition.spot, "it keeps nothing from the person", hint)
    for stretch, spot in _referred(condition):
        otherwise = f"the stretches are {', '.join(_ids(parts))}"
        check_stretch_named(stretch, spot, _ids(parts), otherwise, report)


def _referred(condition: Block) -> Iterator[tuple[str, Spot]]:
    yield from condition.items("leave_out")
    for (stretch, _), spot in condition.items("cap_level"):
        yield stretch, spot


def _ids(parts: list[CheckedStretch]) -> list[str]:
    return [part.id for part in parts if part.id]


# the rest


def _check_form(routine: Block, report: Report) -> None:
    check_names(((each.get("id"), each.at("id")) for each in routine.blocks("equipment")), "things", report)
    if dose := routine.get("dose"):
        check_source(dose, ("sessions_a_week", "sessions_a_day"), (dose, routine), report)
    review = routine.get("review")
    if review and review.get("status") == "reviewed":
        for key, hint in (("by", "add by: and the name"), ("on", "add on: and the date, such as 2026-11-21")):
            if key not in review.spots:
                report.add("review-without-name", review.spot, f"a reviewed routine needs {key!r}", hint)
