"""The health profile: what applies to a person, what it leaves out and why, and what a clinician knows.

Only history may be cleared, never a sign to act on; that is for `coach.screening` to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lissom.coach.profile import Profile
from lissom.coach.screening import Exclusion, excluded, may_clear
from lissom.routine.model import Item, Question, Routine
from lissom.server.desk import Desk
from lissom.server.pages.days import Speech
from lissom.server.pages.setting_forms import change
from lissom.server.site.middleware import desk_of


@dataclass(frozen=True, slots=True)
class ClearingTold:
    """A page that a clinician may have given all the same: `value` is the setting's."""

    value: str
    title: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ItemTold:
    """Something that may apply to a person, what it leaves out, and where it may be cleared."""

    id: str
    words: str
    applies: bool
    leaves_out: str
    clearings: tuple[ClearingTold, ...]

    @property
    def is_cleared(self) -> bool:
        """Whether a clinician knows of it for some routine."""
        return any(clearing.is_chosen for clearing in self.clearings)


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Show the page, or keep what was chosen on it."""
    desk = desk_of(request)
    if request.method == "POST":
        _keep(desk, request.POST.getlist("conditions"), request.POST.getlist("cleared"))
        return redirect("/settings/health/?saved=1")
    speech = Speech(desk)
    return render(request, "pages/settings_health.html", {
        "here": "settings",
        "section": "health",
        "conditions": tuple(_conditions(desk, speech)),
        "known": tuple(_known(desk, speech)),
    })  # fmt: skip


def tell_conditions(desk: Desk, speech: Speech) -> str:
    """Return what applies to a person, in a line."""
    applies = [item.words for item in _items(desk, "health") if item.id in desk.profile.conditions]
    return ", ".join(applies) or speech.say("settings-health-about")


def _keep(desk: Desk, conditions: list[str], cleared: list[str]) -> None:
    """A change of health makes earlier answers out of date, so only a change is written.

    Raises:
        PreferenceRefused: if something was sent that the page does not offer.
    """
    for name, chosen in (("conditions", conditions), ("cleared", cleared)):
        before = sorted(filter(None, desk.values.get(name, "").split(",")))
        if sorted(set(chosen)) != before:
            change(desk, name, ",".join(sorted(set(chosen))))


def _conditions(desk: Desk, speech: Speech) -> Iterator[ItemTold]:
    for item in _items(desk, "health"):
        yield ItemTold(
            item.id,
            item.words,
            item.id in desk.profile.conditions,
            _leaves_out(desk, item.id, speech),
            tuple(_clearings(desk, item.id, _affected(desk, item.id))),
        )


def _known(desk: Desk, speech: Speech) -> Iterator[ItemTold]:
    """What the pages of questions ask besides, and a clinician may know of: history, and no sign."""
    for item in _items(desk, "get-checked"):
        if clearings := tuple(_clearings(desk, item.id, desk.routines)):
            yield ItemTold(item.id, item.words, False, "", clearings)
    for question in _questions(desk, "history"):
        asking = [routine for routine in desk.routines if question.id in _ids(routine)]
        if clearings := tuple(_clearings(desk, question.id, asking)):
            yield ItemTold(question.id, question.title, False, "", clearings)


def _leaves_out(desk: Desk, condition: str, speech: Speech) -> str:
    """Return what a condition leaves out in any routine, each stretch once, and the sources of it."""
    found = [each for routine in desk.routines for each in _exclusions(routine, condition)]
    if not found:
        return speech.say("settings-health-leaves-nothing")
    stretches = dict.fromkeys(_left_out(exclusion, speech) for exclusion in found)
    sources = sorted({cite for exclusion in found for cite in exclusion.cite})
    return speech.say("settings-health-leaves-out", what=", ".join(stretches), source=", ".join(sources))


def _left_out(exclusion: Exclusion, speech: Speech) -> str:
    title = speech.titles.get(exclusion.stretch, exclusion.stretch)
    if exclusion.leaves_out:
        return title
    return speech.say("settings-health-level", stretch=title, level=exclusion.cap_level or 0)


def _exclusions(routine: Routine, condition: str) -> tuple[Exclusion, ...]:
    return excluded(routine, Profile(conditions=frozenset({condition})))


def _affected(desk: Desk, condition: str) -> list[Routine]:
    return [routine for routine in desk.routines if _exclusions(routine, condition)]


def _clearings(
    desk: Desk, item: str, routines: list[Routine] | tuple[Routine, ...]
) -> Iterator[ClearingTold]:
    for routine in routines:
        if may_clear(routine, item):
            chosen = item in desk.profile.cleared_for(routine.id)
            yield ClearingTold(f"{routine.id}/{item}", routine.title, chosen)


def _items(desk: Desk, kind: str) -> tuple[Item, ...]:
    found = {item.id: item for question in _questions(desk, kind) for item in question.items}
    return tuple(found.values())


def _questions(desk: Desk, kind: str) -> tuple[Question, ...]:
    found = {q.id: q for routine in desk.routines for q in routine.questions if q.kind == kind}
    return tuple(found.values())


def _ids(routine: Routine) -> frozenset[str]:
    return frozenset(question.id for question in routine.questions)
