"""Who is stretching? The people of the household: whose record this browser opens, and who there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from lissom.app.people import (
    LONGEST_NAME,
    NameRefused,
    add_person,
    remove_person,
    rename_person,
)
from lissom.app.ports import Person
from lissom.catalogues import catalogue
from lissom.web.request import PERSON, desk_of, household_of

YEAR: Final = 365 * 24 * 60 * 60  # seconds
WRONG: Final = 422


@dataclass(frozen=True, slots=True)
class Member:
    """Someone on the page; `is_here` is whose record this browser has open."""

    id: str
    name: str
    typed: str
    is_here: bool
    wrong: str = ""


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the page."""
    return _page(request)


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Open somebody's record in this browser from now on."""
    person = _asked(request)
    if person is None:
        return _page(request, status=404)
    answer = HttpResponseRedirect("/")
    answer.set_cookie(PERSON, person.id, max_age=YEAR, httponly=True, samesite="Strict")
    return answer


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Add somebody; this browser stays with whom it has."""
    typed = request.POST.get("name", "")
    try:
        add_person(household_of(request), typed, desk_of(request).now)
    except NameRefused as refused:
        return _page(request, wrong=refused, typed=typed)
    return HttpResponseRedirect("/people/")


@require_POST
def rename(request: HttpRequest) -> HttpResponse:
    """Call somebody by another name."""
    person = _asked(request)
    if person is None:
        return _page(request, status=404)
    typed = request.POST.get("name", "")
    try:
        rename_person(household_of(request), person, typed)
    except NameRefused as refused:
        return _page(request, of=person.id, wrong=refused, typed=typed)
    return HttpResponseRedirect("/people/")


@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """Remove somebody who is not open here, and say where the way back lies."""
    person = _asked(request)
    if person is None or person.id == desk_of(request).journal.person:
        return _page(request, status=404)
    file = remove_person(household_of(request), person, desk_of(request).now)
    return _page(request, removed=str(file))


def _asked(request: HttpRequest) -> Person | None:
    asked = request.POST.get("person")
    return next((each for each in household_of(request).people() if each.id == asked), None)


def _page(
    request: HttpRequest,
    *,
    of: str = "",
    wrong: NameRefused | None = None,
    typed: str = "",
    removed: str = "",
    status: int = 200,
) -> HttpResponse:
    desk = desk_of(request)
    say = catalogue(desk.profile.language).say
    words = say(f"people-wrong-{wrong.code}", most=LONGEST_NAME) if wrong else ""
    members = [
        Member(
            each.id,
            each.name or say("people-unnamed", place=place),
            typed if each.id == of else each.name,
            each.id == desk.journal.person,
            words if each.id == of else "",
        )
        for place, each in enumerate(household_of(request).people(), 1)
    ]
    return render(
        request,
        "pages/people.html",
        {
            "here": "settings",
            "members": members,
            "several": len(members) > 1,
            "wrong": "" if of else words,
            "typed": "" if of else typed,
            "removed": removed,
            "longest": LONGEST_NAME,
        },
        status=WRONG if wrong else status,
    )
