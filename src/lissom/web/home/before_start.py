"""Before the start, where it is due: the health list to tick, and the question of the floor.

Nothing here blocks. What is ticked leaves out what does not suit, and one goes on with the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lissom.app.health import (
    Clearable,
    HealthAnswers,
    clearings_of,
    health_items,
    health_page,
    keep_asked,
    keep_floor,
    known_to_clinic,
    together,
    values_of,
)
from lissom.app.person import Desk
from lissom.coach.health import ToAsk
from lissom.routine.model import Routine
from lissom.web.home.floor import ask_floor, read_floor
from lissom.web.home.starting import asked_for, plan_for
from lissom.web.request import desk_of


@dataclass(frozen=True, slots=True)
class HealthListItem:
    """A line of the list, what was told of it, and where a clinician may have given a page all the same."""

    id: str
    words: str
    is_ticked: bool
    is_unsure: bool
    clearings: tuple[Clearable, ...]


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Show what is to be asked, or keep what was told and go on to the start."""
    desk, asked = desk_of(request), asked_for(request)
    to_ask = plan_for(desk, asked).to_ask
    onward = f"{reverse('ready')}?{urlencode({**asked, 'told': '1'})}#left-out"
    if to_ask is None:
        return redirect(onward)
    if request.method == "POST" and _keep(desk, to_ask, request.POST):
        return redirect(onward)
    return render(request, "pages/before.html", _context(desk, to_ask, request.POST))


def _keep(desk: Desk, to_ask: ToAsk, sent: QueryDict) -> bool:
    """Keep what was sent, unless an answer is missing; then keep nothing.

    Raises:
        PreferenceRefused: if something was sent that the page does not offer.
    """
    floor = read_floor(sent)
    if to_ask.floor and floor is None:
        return False
    if to_ask.list:
        _keep_list(desk, to_ask, sent)
    if to_ask.floor and floor is not None:
        keep_floor(desk, *floor)
    return True


def _keep_list(desk: Desk, to_ask: ToAsk, sent: QueryDict) -> None:
    """A box that stands under a line counts only where that line is ticked: else it was not seen."""
    ticked, unsure = frozenset(sent.getlist("applies")), frozenset(sent.getlist("unsure"))
    routines = _routines(desk, to_ask)
    under = {
        clearing.value for item in health_items(desk.routines)
        if item.id in ticked for clearing in clearings_of(desk, item.id, routines)
    }  # fmt: skip
    known = {each.value for _, _, clearings in known_to_clinic(desk, routines) for each in clearings}
    cleared = values_of(sent.getlist("cleared")) & (under | known)
    told = HealthAnswers(conditions=ticked - unsure, unsure=ticked & unsure, cleared=cleared)
    keep_asked(desk, told, routines)


def _context(desk: Desk, to_ask: ToAsk, sent: QueryDict) -> dict[str, Any]:
    routines = _routines(desk, to_ask)
    return {
        "here": "today",
        "to_ask": to_ask,
        "page": health_page(desk.routines),
        "lines": tuple(_lines(desk, routines, sent)) if to_ask.list else (),
        "known": tuple(_known(desk, routines, sent)) if to_ask.list else (),
        "floor": tuple(ask_floor(desk, sent)) if to_ask.floor else (),
    }


def _routines(desk: Desk, to_ask: ToAsk) -> Sequence[Routine]:
    return tuple(routine for routine in desk.routines if routine.id in to_ask.routines)


def _lines(desk: Desk, routines: Sequence[Routine], sent: QueryDict) -> Iterator[HealthListItem]:
    """What was told before is ticked; after a page that lacked an answer, what was sent with it."""
    profile = desk.profile
    ticked = set(sent.getlist("applies")) if sent else profile.conditions | profile.unsure
    unsure = set(sent.getlist("unsure")) if sent else profile.unsure
    for item in health_items(desk.routines):
        clearings = clearings_of(desk, item.id, routines)
        yield HealthListItem(
            item.id, item.words, item.id in ticked, item.id in unsure, _as_sent(clearings, sent)
        )


def _known(desk: Desk, routines: Sequence[Routine], sent: QueryDict) -> Iterator[HealthListItem]:
    for item, words, clearings in known_to_clinic(desk, routines):
        yield HealthListItem(item, words, False, False, together(_as_sent(clearings, sent)))


def _as_sent(clearings: tuple[Clearable, ...], sent: QueryDict) -> tuple[Clearable, ...]:
    if not sent:
        return clearings
    chosen = values_of(sent.getlist("cleared"))
    return tuple(Clearable(each.value, each.title, each.value in chosen) for each in clearings)
