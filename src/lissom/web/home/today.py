"""Today: what to do now and why, and one large Start.

What stands here is the coach's plan, put into words. What a week holds so far is `week`, what is closed
and opens again `opening`, how much it may be `portions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from lissom.app.late_reports import to_be_told
from lissom.app.person import Desk
from lissom.catalogues import catalogue
from lissom.coach.history import is_next_day
from lissom.coach.messages import Say, say_reason, whole_minutes
from lissom.coach.plan import Plan
from lissom.coach.plan_lines import NotToday, PlanLine
from lissom.content import library
from lissom.machine.options import Options
from lissom.routine.model import Routine
from lissom.web.home.days import Speech
from lissom.web.home.portions import Offer, ReasonWords, offers
from lissom.web.home.reopening import closings
from lissom.web.home.week import week_so_far
from lissom.web.request import desk_of

QUESTIONS = ("next-morning", "after-session")
TOLD_FIRST = ("which", *QUESTIONS)
FIRST = "6"  # minutes of the choice that is made at the first visit


@dataclass(frozen=True, slots=True)
class Card:
    """A routine among all of them: its picture, how long it takes, and what it says of itself."""

    routine: Routine
    pose: str
    minutes: int | None
    state: str


@dataclass(frozen=True, slots=True)
class Resting:
    """A routine that is not for today, and why."""

    title: str
    routine: str
    kind: str
    reasons: tuple[str, ...]


@require_safe
@ensure_csrf_cookie
def show(request: HttpRequest) -> HttpResponse:
    """Show the page."""
    desk = desk_of(request)
    say = catalogue(desk.profile.language).say
    plan = desk.plan()
    closed = closings(desk, say)
    first = _first(plan, say)
    told = frozenset(words for each in closed for words in each.reasons)
    choices = offers(desk, plan, ReasonWords(say, known=told | frozenset(first)))
    return render(
        request,
        "pages/today.html",
        {
            "here": "today",
            "is_first_visit": not desk.history.sessions,
            "broken_off": _broken_off(plan, say),
            "to_tell": to_be_told(desk),
            "first": first,
            "offers": choices,
            "preselected": _preselected(desk, choices),
            "has_routines": any(offer.lines for offer in choices),
            "felt_today": _felt_today(desk),
            "of_the_day": [(reason.code, say_reason(reason, say)) for reason in plan.reasons],
            "closings": closed,
            "resting": _resting(desk, plan, say, told),
            "week": week_so_far(desk, _practised(plan), say),
            "cards": [_card(desk, plan, routine) for routine in _in_order(desk, plan)],
            "side": desk.values.get("lead") or Options().lead,
            "noted": "noted" in request.GET,
            "left_out": library.left_out(),
            "set_aside": [(each.log, Speech(desk).title(each.routine)) for each in desk.past.set_aside],
            "unread": len(desk.past.unread),
        },
    )


def _preselected(desk: Desk, choices: Sequence[Offer]) -> str | None:
    """Return the choice that is made unless the person makes another.

    It is the coach's own; at the very first visit a short one, and after something was felt today the
    shortest.
    """
    names = [offer.name for offer in choices]
    if _felt_today(desk):
        return names[0] if names else None
    if not desk.history.sessions and FIRST in names:
        return FIRST
    return next((offer.name for offer in choices if offer.is_usual), None)


def _felt_today(desk: Desk) -> bool:
    return any(not is_next_day(each.since, desk.now, desk.zone) for each in desk.standing.active)


def _first(plan: Plan, say: Say) -> list[str]:
    """Return what is asked first, in words."""
    lines = (line for line in plan.sessions if line.kind in TOLD_FIRST)
    return [say_reason(reason, say) for line in lines for reason in line.reasons]


def _broken_off(plan: Plan, say: Say) -> dict[str, str | bool] | None:
    """Return the session that was broken off: whether it may go on, and what there is to say of it."""
    line = next((line for line in plan.sessions if line.kind in ("go-on", "close")), None)
    if line is None:
        return None
    told = " ".join(say_reason(reason, say) for reason in line.reasons)
    return {"log": line.log or "", "may_go_on": line.kind == "go-on", "words": told}


def _resting(desk: Desk, plan: Plan, say: Say, told: frozenset[str]) -> list[Resting]:
    """Return the routines that are not for today; what is told of what is closed is not told again."""
    titles = {routine.id: routine.title for routine in desk.routines}
    resting = []
    for each in plan.not_today:
        words = dict.fromkeys(say_reason(reason, say) for reason in each.reasons)
        reasons = tuple(word for word in words if word not in told)
        resting.append(Resting(titles[each.routine], each.routine, each.kind, reasons))
    return resting


def _practised(plan: Plan) -> list[str]:
    today = [line.routine for line in plan.sessions if line.kind == "routine"]
    return today + [each.routine for each in plan.not_today]


def _in_order(desk: Desk, plan: Plan) -> list[Routine]:
    """Return all routines, those that the person practises first."""
    practised = _practised(plan)
    return sorted(desk.routines, key=lambda each: practised.index(each.id) if each.id in practised else 99)


def _card(desk: Desk, plan: Plan, routine: Routine) -> Card:
    found: PlanLine | NotToday | None = plan.of(routine.id)
    found = found or next((each for each in plan.not_today if each.routine == routine.id), None)
    state = "today" if isinstance(found, PlanLine) else found.kind if found else "other"
    alone = desk.plan(only=routine.id).of(routine.id)
    minutes = whole_minutes(alone.seconds) if alone and alone.seconds else None
    return Card(routine, signature_pose(routine, desk.routines), minutes, state)


def signature_pose(routine: Routine, known: Iterable[Routine]) -> str:
    """Return the picture that stands for a routine: its first held position, best of a stretch of its own."""
    others = {stretch.id for each in known if each.id != routine.id for stretch in each.stretches}
    own = [stretch for stretch in routine.stretches if stretch.id not in others]
    positions = [position for stretch in own or routine.stretches for position in stretch.positions]
    return next(position.pose for position in positions if position.hold and position.level == 1)
