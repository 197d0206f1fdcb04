"""Getting ready: what to fetch, where to stand the phone, all positions to read, and then Start.

Nothing here is timed, and nothing is asked that the session itself asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lissom.app.health import BY_HEALTH, tell_left_out
from lissom.app.person import Desk
from lissom.catalogues import catalogue
from lissom.coach.messages import say_reason
from lissom.coach.plan import Plan
from lissom.coach.plan_lines import PlanLine
from lissom.content import library
from lissom.figure import poses
from lissom.machine.options import Options
from lissom.routine.model import SIDES, Routine, Stretch
from lissom.web.home.portions import total_minutes
from lissom.web.home.positions import Showing, ShownStretch, show_stretches
from lissom.web.home.starting import asked_for, plan_for
from lissom.web.request import desk_of

SEEN_IN_PICTURES: Mapping[str, frozenset[str]] = {
    "chair": frozenset({"chair", "seat"}),
    "stool": frozenset({"stool"}),
    "mat": frozenset({"mat"}),
    "wall": frozenset({"wall", "wall to hold"}),
    "doorway": frozenset({"post", "post to hold"}),
    "support": frozenset({"chair to hold"}),
}
"""The things that a stretch needs only where its pictures have them. All others are always fetched."""


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Show what to get ready for a portion or a routine; take in which side begins.

    Where the health list or the question of the floor is due, that comes first.
    """
    desk, asked = desk_of(request), asked_for(request)
    if request.method == "POST":
        _begin_with(desk, request.POST.get("lead", ""))
        return redirect(f"{reverse('ready')}?{urlencode(asked)}#side")
    plan = plan_for(desk, asked)
    if plan.to_ask:
        return redirect(f"{reverse('before')}?{urlencode(asked)}")
    context = _context(desk, asked, plan) | {"has_told": "told" in request.GET}
    return render(request, "pages/ready.html", context)


def _begin_with(desk: Desk, side: str) -> None:
    desk.set("lead", side)


def _context(desk: Desk, asked: dict[str, str], plan: Plan) -> dict[str, Any]:
    say = catalogue(desk.profile.language).say
    lines = [line for line in plan.sessions if line.kind == "routine"]
    routines = {routine.id: routine for routine in desk.routines}
    shown = [(routines[line.routine], _positions(desk, routines[line.routine], line)) for line in lines]
    stretches = [s for line in lines for s in routines[line.routine].stretches if s.id in line.stretches]
    return {
        "here": "today",
        "play": f"{reverse('play')}?{urlencode(asked)}",
        "asked": asked,
        "title": routines[asked["routine"]].title if "routine" in asked else "",
        "minutes": total_minutes(lines) if lines else None,
        "shown": shown,
        "fetch": _fetch(routines, lines),
        "questions": [line for line in plan.sessions if line.kind in ("next-morning", "after-session")],
        "left_out": tell_left_out(plan, say),
        "not_today": [
            say_reason(reason, say)
            for each in plan.not_today
            for reason in each.reasons
            if reason.code not in BY_HEALTH
        ],
        "of_the_day": [(reason.code, say_reason(reason, say)) for reason in plan.reasons],
        "has_sides": any(stretch.sides != "none" for stretch in stretches),
        "goes_higher": any(
            position.level > 1 for _, parts in shown for part in parts for position in part.positions
        ),
        "lead": _lead(desk),
        "asks_all": any(line.options.screened is None for line in lines),
        "sides": SIDES,
        "voice": _voice(desk),
    }


def _positions(desk: Desk, routine: Routine, line: PlanLine) -> tuple[ShownStretch, ...]:
    """Return the stretches of a line, each with the positions on the level that is for now."""
    say = catalogue(desk.profile.language).say
    showing = Showing(say, library.phrases(routine.language), line.options)
    return tuple(
        replace(stretch, positions=tuple(p for p in stretch.positions if p.level <= line.options.level))
        for stretch in show_stretches(routine, showing)
        if stretch.id in line.stretches
    )


def _fetch(routines: dict[str, Routine], lines: list[PlanLine]) -> list[str]:
    """Return what to fetch, each thing once, in the fullest words there are for it."""
    things: dict[str, str] = {}
    for line in lines:
        routine = routines[line.routine]
        seen = {prop for s in routine.stretches if s.id in line.stretches for prop in _seen(s)}
        for thing in routine.equipment:
            is_needed = thing.id not in SEEN_IN_PICTURES or SEEN_IN_PICTURES[thing.id] & seen
            if is_needed and len(thing.words) > len(things.get(thing.id, "")):
                things[thing.id] = thing.words
    return list(things.values())


def _seen(stretch: Stretch) -> Iterator[str]:
    """Yield what stands in the pictures of a stretch; a chair to hold is another thing than one to sit on."""
    for pose in {stretch.ready.pose, stretch.rest.pose, *(position.pose for position in stretch.positions)}:
        for prop in poses()[pose].props if pose else ():
            yield f"{prop} to hold" if stretch.posture == "standing" and pose != stretch.rest.pose else prop


def _lead(desk: Desk) -> str:
    return desk.values.get("lead") or Options().lead


def _voice(desk: Desk) -> dict[str, str]:
    """Return how the person wants to be spoken to, for the sound test."""
    named = {"voice": "voice", "rate": "voice-rate", "volume": "volume", "chimes_only": "chimes-only"}
    return {name: desk.values.get(setting, "") for name, setting in named.items()}
