"""A routine's page: what for, all its positions, when not to do it, where it comes from, and options."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lissom.app.person import Desk
from lissom.catalogues import catalogue
from lissom.coach.day_context import titles_of
from lissom.coach.how_often import say_how_often
from lissom.coach.messages import Say, name_of, say_reason, whole_minutes
from lissom.coach.plan_lines import PlanLine
from lissom.content import library
from lissom.content.citations import say_sources
from lissom.machine.advice import usual_contact_words
from lissom.machine.options import Options
from lissom.routine.model import Routine
from lissom.web.home.choosing import Choices, given_choices, open_now, stored_choices, write_choices
from lissom.web.home.positions import Showing, ShownStretch, say_sides, show_stretches
from lissom.web.home.today import signature_pose
from lissom.web.request import desk_of


@dataclass(frozen=True, slots=True)
class ConditionExclusion:
    """A condition, and what it keeps from who has it."""

    condition: str
    kept: tuple[str, ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one thing of a routine comes from."""

    what: str
    clause: str


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, routine_id: str) -> HttpResponse:
    """Show the page, or take in its form."""
    if routine_id not in library.ids():
        raise Http404
    desk = desk_of(request)
    routine = library.routine(routine_id, desk.profile.language)
    say = catalogue(desk.profile.language).say
    given = {name: str(value) for name, value in request.POST.items()}
    is_sent = request.method == "POST"
    choices = given_choices(desk, routine, say, given) if is_sent else stored_choices(desk, routine, say)
    if is_sent and not choices.is_wrong:
        write_choices(desk, routine, choices, given)
        return redirect(reverse("routine", args=[routine.id]) + "?saved#options")
    context = _context(desk, routine, choices) | {"is_saved": "saved" in request.GET and not is_sent}
    return render(request, "pages/routine.html", context, status=422 if choices.is_wrong else 200)


def _context(desk: Desk, routine: Routine, choices: Choices) -> dict[str, Any]:
    language = desk.profile.language
    say = catalogue(language).say
    plan = desk.plan(only=routine.id)
    line = plan.of(routine.id)
    closed = next((each for each in plan.not_today if each.routine == routine.id), None)
    showing = Showing(say, library.phrases(routine.language), desk.profile.options.get(routine.id, Options()))
    return {
        "routine": routine,
        "pose": signature_pose(routine, desk.routines),
        "side": showing.side,
        "minutes": whole_minutes(line.seconds) if line and line.seconds else None,
        "is_part": _is_part(routine, line),
        "closed": [say_reason(reason, say) for reason in closed.reasons] if closed else [],
        "week": say_how_often(say, "routine-week", routine.dose.sessions_a_week),
        "day": say_how_often(say, "routine-day", routine.dose.sessions_a_day),
        "beside": ", ".join(each.title for each in library.going_with(routine)),
        "sides": say_sides(routine.stretches, showing),
        "stretches": _stretches(desk, routine, showing),
        "symptoms": [
            (
                say(f"coach-symptom-{rule.symptom}"),
                rule.advice.now,
                usual_contact_words(rule, routine, showing.phrases),
            )
            for rule in routine.symptoms
        ],
        "exclusions": list(_exclusions(desk, routine)),
        "mentions": library.screening("red-flags", language).mentions,
        "origins": list(_origins(routine, say)),
        "choices": choices,
    }


def _is_part(routine: Routine, line: PlanLine | None) -> bool:
    return line is not None and len(line.stretches) < len(routine.stretches)


def _stretches(desk: Desk, routine: Routine, showing: Showing) -> tuple[ShownStretch, ...]:
    """Return the stretches; one that is not open tells why."""
    found = open_now(desk, routine)
    titles = titles_of(desk.routines)
    left_out = {
        stretch.id: tuple(
            say_reason(reason, showing.say)
            for reason in found.reasons
            if reason.told.get("stretch") == name_of(stretch.id, titles)
        )
        for stretch in routine.stretches
        if stretch.id not in found.stretches
    }
    return show_stretches(routine, showing, left_out)


def _exclusions(desk: Desk, routine: Routine) -> Iterator[ConditionExclusion]:
    """Each condition that keeps something from who has it, in the words of the health page."""
    say = catalogue(desk.profile.language).say
    words = {item.id: item.words for question in routine.questions for item in question.items}
    titles = {stretch.id: stretch.title for stretch in routine.stretches}
    own = desk.profile.conditions - set(desk.profile.cleared_for(routine.id))
    for each in routine.conditions:
        if len(each.leave_out) == len(titles):
            kept = [say("routine-excludes-all")]
        else:
            kept = [say("routine-excludes", stretch=titles[name]) for name in each.leave_out]
        kept += [
            say("routine-excludes-level", stretch=titles[name], level=level) for name, level in each.cap_level
        ]
        yield ConditionExclusion(
            words.get(each.condition, each.condition), tuple(kept), each.condition in own
        )


def _origins(routine: Routine, say: Say) -> Iterator[Origin]:
    """What each part comes from, clause by clause, and what became of the clauses that no part carries."""
    yield Origin(say("routine-origin-whole"), say_sources(routine.cite, say))
    yield Origin(say("routine-origin-dose"), say_sources(routine.dose.cite, say))
    for stretch in routine.stretches:
        yield Origin(stretch.title, say_sources(stretch.cite, say))
        for position in stretch.positions:
            if position.title != stretch.title:
                yield Origin(position.title, say_sources(position.cite, say))
    for source in routine.sources:
        yield Origin(source.note, say_sources(source.clause, say))
