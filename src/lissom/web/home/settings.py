"""Settings: one page that leads to the others, and a page for each group of fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lissom.app import calendars
from lissom.app.person import Desk
from lissom.coach.preferences import CALENDAR_TOKEN
from lissom.content import library
from lissom.web.home.days import Speech
from lissom.web.home.health import tell_conditions
from lissom.web.home.setting_fields import BY_NAME, SECTIONS, Section, SettingField
from lissom.web.home.setting_forms import Asked, ask, keep
from lissom.web.request import desk_of

WRONG = 422


@dataclass(frozen=True, slots=True)
class SectionTold:
    """A group of settings on the first page: its title, and what is chosen in it."""

    name: str
    title: str
    words: str


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the page that leads to the others."""
    desk = desk_of(request)
    sections = tuple(_sections(desk, Speech(desk)))
    told = {"here": "settings", "sections": sections, "left_out": library.left_out()}
    return render(request, "pages/settings.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, name: str) -> HttpResponse:
    """Show one group of settings, or keep what was chosen there."""
    found = BY_NAME.get(name)
    if found is None or not found.fields:
        raise Http404
    desk = desk_of(request)
    speech = Speech(desk)
    if request.method != "POST":
        return _page(request, found, ask(found.fields, desk.values, speech))
    wrong = keep(desk, found.fields, request.POST, speech)
    if wrong:
        return _page(request, found, wrong, status=WRONG)
    return redirect(f"/settings/{name}/?saved=1")


@require_http_methods(["POST"])
def feed(request: HttpRequest) -> HttpResponse:
    """Make a secret address for the calendar, or let it answer no longer."""
    desk = desk_of(request)
    if "revoke" in request.POST:
        calendars.revoke_token(desk)
    else:
        calendars.new_token(desk)
    return redirect("/settings/reminders/?saved=1#calendar")


def _page(request: HttpRequest, found: Section, asked: tuple[Asked, ...], status: int = 200) -> HttpResponse:
    desk = desk_of(request)
    token = desk.values.get(CALENDAR_TOKEN)
    told = {
        "here": "settings",
        "section": found.name,
        "title": Speech(desk).say(f"settings-{found.name}-title"),
        "fields": asked,
        "is_wrong": any(each.wrong for each in asked),
        "routines": calendars.practised(desk),
        "feed": request.build_absolute_uri(f"/calendar/{token}.ics") if token else "",
    }
    return render(request, "pages/settings_section.html", told, status=status)


def _sections(desk: Desk, speech: Speech) -> Iterator[SectionTold]:
    for each in SECTIONS:
        title = speech.say(f"settings-{each.name}-title")
        yield SectionTold(each.name, title, _chosen(desk, each, speech))


def _chosen(desk: Desk, found: Section, speech: Speech) -> str:
    """Return what is chosen in a group, in a line; where nothing is, what it is about."""
    if found.name == "health":
        return tell_conditions(desk, speech)
    told = [
        words
        for field, asked in zip(found.fields, ask(found.fields, desk.values, speech), strict=True)
        for words in _told(field, asked, desk.values.get(field.name, field.usual), speech)
    ]
    return " · ".join(told) or speech.say(f"settings-{found.name}-about")


def _told(field: SettingField, asked: Asked, value: str, speech: Speech) -> Iterator[str]:
    """What was typed or marked; of two or three choices only one that is not the usual."""
    chosen = [choice.words for choice in asked.choices if choice.is_chosen]
    if field.kind == "many" and chosen:
        yield ", ".join(chosen)
    elif not field.choices() and value:
        yield value
    elif field.kind == "one" and (field.is_told or value != field.usual):
        words = value if field.own else chosen[0]
        yield speech.say("settings-chosen", what=asked.label, value=words)
