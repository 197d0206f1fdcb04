"""*2 minutes, 6 minutes, all*: what each choice would be today, line by line, with its reasons in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from lissom.app.person import Desk
from lissom.coach.messages import Say, say_reason, whole_minutes
from lissom.coach.plan import Plan
from lissom.coach.plan_lines import PlanLine
from lissom.content.citations import say_sources
from lissom.web.api.pack import PORTIONS

USUAL = "today"
"""The choice that is the coach's own."""
IN_ORDER = ("2", "6", USUAL, "all")


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """How reasons are put into words, and which ones a page tells elsewhere already."""

    say: Say
    known: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class PortionLine:
    """One line of a plan: a routine, how long it takes, what of it, and why."""

    routine: str
    title: str
    pose: str
    minutes: int
    rest_seconds: int
    stretches: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """One choice of how much: its lines, how long they take in all, and what holds for all of them."""

    name: str
    is_usual: bool
    minutes: int
    lines: tuple[PortionLine, ...]
    shared: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]


def offers(desk: Desk, usual: Plan, telling: ReasonWords) -> list[Offer]:
    """Return the choices there are today, the shortest first; choices that are the same come once."""
    plans = {name: usual if name == USUAL else desk.plan(PORTIONS[name]) for name in IN_ORDER}
    chosen = {
        _content(plan): name for name, plan in plans.items()
    }  # of equal ones the last, the plainest name
    return [
        _offer(desk, name, plans[name], is_usual=_content(plans[name]) == _content(usual), telling=telling)
        for name in IN_ORDER
        if name in chosen.values()
    ]


def offer_of(desk: Desk, name: str, plan: Plan, telling: ReasonWords) -> Offer:
    """Return one plan as an offer."""
    return _offer(desk, name, plan, is_usual=True, telling=telling)


def _content(plan: Plan) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((line.routine, line.stretches) for line in _routines(plan))


def _routines(plan: Plan) -> list[PlanLine]:
    return [line for line in plan.sessions if line.kind == "routine"]


def _offer(desk: Desk, name: str, plan: Plan, *, is_usual: bool, telling: ReasonWords) -> Offer:
    lines = _routines(plan)
    told = [
        [(say_reason(r, telling.say), say_sources(r.source, telling.say)) for r in line.reasons]
        for line in lines
    ]
    shared = _shared([[words for words, _ in reasons] for reasons in told])
    left_away = {*shared, *telling.known}
    parts = tuple(_part(desk, line, left_away, telling.say) for line in lines)
    sources = dict(reason for reasons in told for reason in reasons)
    return Offer(
        name, is_usual, total_minutes(lines), parts,
        tuple(words for words in shared if words not in telling.known), tuple(sources.items()),
    )  # fmt: skip


def total_minutes(lines: Iterable[PlanLine]) -> int:
    """Return how long lines take one after the other, with the rests between them."""
    return whole_minutes(sum((line.seconds or 0) + line.rest_before for line in lines))


def _shared(told: list[list[str]]) -> list[str]:
    """Return what all lines say, where there are several."""
    if len(told) < 2:
        return []
    count = Counter(words for each in told for words in set(each))
    return [words for words in told[0] if count[words] == len(told)]


def _part(desk: Desk, line: PlanLine, left_away: Collection[str], say: Say) -> PortionLine:
    routine = next(each for each in desk.routines if each.id == line.routine)
    stretches = [stretch for stretch in routine.stretches if stretch.id in line.stretches]
    held = [position for stretch in stretches for position in stretch.positions if position.hold]
    reasons = (say_reason(reason, say) for reason in line.reasons)
    return PortionLine(
        routine=routine.id,
        title=routine.title,
        pose=held[0].pose,
        minutes=whole_minutes(line.seconds or 0),
        rest_seconds=line.rest_before,
        stretches=tuple(stretch.title for stretch in stretches) if len(routine.stretches) > 1 else (),
        reasons=tuple(words for words in reasons if words not in left_away),
    )
