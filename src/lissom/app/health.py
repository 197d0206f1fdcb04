"""What a person tells of their health before a start: the list, the floor, and what their clinic knows of.

Pages and the terminal both come here, so that it is offered and kept alike. What it leaves out is the
coach's to say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lissom.app.person import Desk
from lissom.coach.messages import Reason, Say
from lissom.coach.plan import Plan
from lissom.coach.preferences import HEALTH_ASKED
from lissom.coach.profile import Answer, Profile
from lissom.coach.screening import FLOOR, FLOOR_UNASKED, Exclusion, excluded, may_clear
from lissom.routine.model import Item, Question, Routine

BY_HEALTH = frozenset({"excluded", "excluded-level", FLOOR, FLOOR_UNASKED})  # reasons of what is left out


@dataclass(frozen=True, slots=True)
class Clearable:
    """A routine that a clinician may have given all the same; `value` is the setting's."""

    value: str
    title: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class HealthAnswers:
    """What was ticked on the list: item ids, and clearings as `routine/item`."""

    conditions: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    cleared: frozenset[str] = frozenset()


def health_page(routines: Iterable[Routine]) -> Question:
    """Return the question with the words of the list.

    Raises:
        LookupError: if no routine has one.
    """
    return next(iter(questions_of(routines, "health")))


def health_items(routines: Iterable[Routine]) -> tuple[Item, ...]:
    """Return the lines of the list, each once."""
    return _items(questions_of(routines, "health"))


def questions_of(routines: Iterable[Routine], kind: str) -> tuple[Question, ...]:
    """Return the questions of a kind that any routine has, each once."""
    found = {q.id: q for routine in routines for q in routine.questions if q.kind == kind}
    return tuple(found.values())


def exclusions_of(routine: Routine, condition: str) -> tuple[Exclusion, ...]:
    """Return what one condition leaves out of a routine."""
    found = excluded(routine, Profile(conditions=frozenset({condition})))
    return tuple(each for each in found if each.condition == condition)


def clearings_of(desk: Desk, condition: str, routines: Iterable[Routine]) -> tuple[Clearable, ...]:
    """Return where a line of the list may be cleared: the routines that leave something out for it."""
    return _clearable(desk, condition, (r for r in routines if exclusions_of(r, condition)))


def known_to_clinic(
    desk: Desk, routines: Sequence[Routine]
) -> Iterator[tuple[str, str, tuple[Clearable, ...]]]:
    """Return what the machines' questions ask besides, and a clinician may know of: history, and no sign.

    Each is its id, its words, and the routines that ask for it.
    """
    for item in _items(questions_of(routines, "get-checked")):
        if clearings := _clearable(desk, item.id, routines):
            yield item.id, item.words, clearings
    for question in questions_of(routines, "history"):
        asking = [routine for routine in routines if question in routine.questions]
        if clearings := _clearable(desk, question.id, asking):
            yield question.id, question.title, clearings


def together(clearings: tuple[Clearable, ...]) -> tuple[Clearable, ...]:
    """Return clearings as one where they are alike; its value names each, with commas between."""
    if len({each.is_chosen for each in clearings}) != 1:
        return clearings
    value, title = (",".join(each.value for each in clearings), ", ".join(each.title for each in clearings))
    return (Clearable(value, title, clearings[0].is_chosen),)


def values_of(sent: Iterable[str]) -> frozenset[str]:
    """Return the clearings that such values name."""
    return frozenset(value for each in sent for value in each.split(","))


def keep_asked(desk: Desk, told: HealthAnswers, routines: Sequence[Routine]) -> None:
    """Keep what was ticked, and then that the list was gone through: what breaks off before is asked again.

    `routines` are those it was asked for, whose clearings were all shown with it.

    Raises:
        PreferenceRefused: if something was ticked that there is not.
    """
    by_line = (clearings_of(desk, item.id, routines) for item in health_items(desk.routines))
    besides = (clearings for _, _, clearings in known_to_clinic(desk, routines))
    keep_list(desk, told, {each.value for found in (*by_line, *besides) for each in found})
    desk.journal.set_setting(HEALTH_ASKED, desk.now.isoformat())


def keep_list(desk: Desk, told: HealthAnswers, offered: Collection[str]) -> None:
    """Keep what was ticked. `offered` are the clearings that were shown; what was not shown stays.

    A change makes earlier answers out of date, so only a change is written.

    Raises:
        PreferenceRefused: if something was ticked that there is not.
    """
    unsure = told.unsure - told.conditions
    cleared = (_set_of(desk, "cleared") - set(offered)) | (told.cleared & set(offered))
    for name, chosen in (("conditions", told.conditions), ("unsure", unsure), ("cleared", cleared)):
        if set(chosen) != _set_of(desk, name):
            desk.set(name, ",".join(sorted(chosen)) or None)


def keep_floor(desk: Desk, gets_up: Answer, fallen: Answer) -> None:
    """Keep the answers to the question of the floor, with their date."""
    desk.set("floor", gets_up)
    desk.set("fallen", fallen)


def tell_left_out(plan: Plan, say: Say) -> tuple[str, ...]:
    """Say what a plan leaves out because of the person's health: a line for each thing that was told."""
    found: dict[str, dict[str, None]] = {}
    for reason in _left_out(plan):
        because = (
            str(reason.told["condition"]) if "condition" in reason.told else say(f"left-out-{reason.code}")
        )
        found.setdefault(because, {})[_tell_stretch(reason, say)] = None
    return tuple(say("left-out-line", because=name, what=", ".join(what)) for name, what in found.items())


def _left_out(plan: Plan) -> Iterator[Reason]:
    reasons = [line.reasons for line in plan.sessions] + [line.reasons for line in plan.not_today]
    yield from (reason for each in reasons for reason in each if reason.code in BY_HEALTH)


def _tell_stretch(reason: Reason, say: Say) -> str:
    level = reason.told.get("level")
    return (
        say("left-out-level", stretch=reason.told["stretch"], level=level)
        if level
        else str(reason.told["stretch"])
    )


def _items(questions: Iterable[Question]) -> tuple[Item, ...]:
    return tuple({item.id: item for question in questions for item in question.items}.values())


def _clearable(desk: Desk, item: str, routines: Iterable[Routine]) -> tuple[Clearable, ...]:
    return tuple(
        Clearable(f"{routine.id}/{item}", routine.title, item in desk.profile.cleared_for(routine.id))
        for routine in routines
        if may_clear(routine, item)
    )


def _set_of(desk: Desk, name: str) -> set[str]:
    return set(filter(None, desk.values.get(name, "").split(",")))
