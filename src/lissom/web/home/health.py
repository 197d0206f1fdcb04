"""The health profile: what applies to a person, what it leaves out and why, and what a clinician knows.

Only history may be cleared, never a sign to act on; that is for `coach.screening` to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lissom.app.health import (
    Clearable,
    HealthAnswers,
    clearings_of,
    exclusions_of,
    health_items,
    keep_floor,
    keep_list,
    known_to_clinic,
)
from lissom.app.person import Desk
from lissom.coach.screening import Exclusion
from lissom.content.citations import say_sources
from lissom.web.home.days import Speech
from lissom.web.home.floor import ask_floor, read_floor
from lissom.web.request import desk_of


@dataclass(frozen=True, slots=True)
class ItemTold:
    """Something that may apply to a person, what it leaves out, and where it may be cleared."""

    id: str
    words: str
    applies: bool
    leaves_out: str
    clearings: tuple[Clearable, ...]

    @property
    def is_cleared(self) -> bool:
        """Whether a clinician knows of it for some routine."""
        return any(clearing.is_chosen for clearing in self.clearings)


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Show the page, or keep what was chosen on it."""
    desk = desk_of(request)
    if request.method == "POST":
        _keep(desk, frozenset(request.POST.getlist("conditions")), frozenset(request.POST.getlist("cleared")))
        floor, told = read_floor(request.POST), desk.profile.floor
        if floor is not None and (told is None or floor != (told.gets_up, told.fallen)):
            keep_floor(desk, *floor)
        return redirect("/settings/health/?saved=1")
    speech = Speech(desk)
    return render(request, "pages/settings_health.html", {
        "here": "settings",
        "section": "health",
        "conditions": tuple(_conditions(desk, speech)),
        "known": tuple(_known(desk)),
        "floor": tuple(ask_floor(desk, QueryDict())),
    })  # fmt: skip


def tell_conditions(desk: Desk, speech: Speech) -> str:
    """Return what applies to a person, in a line."""
    told = desk.profile.conditions | desk.profile.unsure
    applies = [item.words for item in health_items(desk.routines) if item.id in told]
    return ", ".join(applies) or speech.say("settings-health-about")


def _keep(desk: Desk, ticked: frozenset[str], cleared: frozenset[str]) -> None:
    """Keep what was chosen; what one was not sure of stays so for as long as it is chosen.

    Raises:
        PreferenceRefused: if something was sent that the page does not offer.
    """
    unsure = ticked & desk.profile.unsure
    told = HealthAnswers(conditions=ticked - unsure, unsure=unsure, cleared=cleared)
    keep_list(desk, told, offered=(*filter(None, desk.values.get("cleared", "").split(",")), *cleared))


def _conditions(desk: Desk, speech: Speech) -> Iterator[ItemTold]:
    applies = desk.profile.conditions | desk.profile.unsure
    for item in health_items(desk.routines):
        yield ItemTold(
            item.id,
            item.words,
            item.id in applies,
            _leaves_out(desk, item.id, speech),
            clearings_of(desk, item.id, desk.routines),
        )


def _known(desk: Desk) -> Iterator[ItemTold]:
    """What the pages of questions ask besides, and a clinician may know of: history, and no sign."""
    for item, words, clearings in known_to_clinic(desk, desk.routines):
        yield ItemTold(item, words, False, "", clearings)


def _leaves_out(desk: Desk, condition: str, speech: Speech) -> str:
    """Return what a condition leaves out in any routine, each stretch once, and the sources of it."""
    found = [each for routine in desk.routines for each in exclusions_of(routine, condition)]
    if not found:
        return speech.say("settings-health-leaves-nothing")
    stretches = dict.fromkeys(_left_out(exclusion, speech) for exclusion in found)
    sources = sorted({cite for exclusion in found for cite in exclusion.cite})
    return speech.say(
        "settings-health-leaves-out", what=", ".join(stretches), source=say_sources(sources, speech.say)
    )


def _left_out(exclusion: Exclusion, speech: Speech) -> str:
    title = speech.titles.get(exclusion.stretch, exclusion.stretch)
    if exclusion.leaves_out:
        return title
    return speech.say("settings-health-level", stretch=title, level=exclusion.cap_level or 0)
