"""What is closed for now, why, and the person's own word that opens it again, asked once more in plain words.

Whether a word opens anything is the coach's to say; here it is only asked for and written down.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lissom.app.entries import write_agreed, write_taken_back
from lissom.app.person import ContactRefused, Desk
from lissom.catalogues import catalogue
from lissom.coach.day_context import titles_of
from lissom.coach.history import AGREED_MOST, ALL, local_day
from lissom.coach.messages import Say, name_of, restriction_reason, say_reason, say_refusal
from lissom.coach.restriction_events import Restriction
from lissom.coach.restrictions import advance, weigh
from lissom.web.request import desk_of

Act = Literal["agreed", "taken-back"]


@dataclass(frozen=True, slots=True)
class Closing:
    """Something that is closed for now. `act` is the word that would open it today, if one would."""

    target: str
    title: str
    reasons: tuple[str, ...]
    act: Act | None


def closings(desk: Desk, say: Say) -> list[Closing]:
    """Return all that is closed for now, each target once, everything first."""
    active = desk.standing.active
    targets = sorted({r.target for r in active}, key=lambda name: (name != ALL, name))
    return [_closing(desk, target, [r for r in active if r.target == target], say) for target in targets]


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, target: str) -> HttpResponse:
    """Ask for the person's word on a target; write it down when it comes."""
    desk = desk_of(request)
    if target != ALL and target not in titles_of(desk.routines):
        raise Http404
    say = catalogue(desk.profile.language).say
    is_refused = False
    found = next((each for each in closings(desk, say) if each.target == target), None)
    if found is None:
        return redirect("today")
    if request.method == "POST" and found.act and request.POST.get("word") == found.act:
        try:
            _write(desk, found, say, _contact(request))
            return redirect("/?noted")
        except ContactRefused:
            is_refused = True
    refusals = () if is_refused else weigh(desk.history, desk.take_back(target, settled=True), desk.neck)
    context = {
        "closing": found,
        "opens": _opens(desk, found, say) if found.act else (),
        "refusals": [say_refusal(refusal, say, target, titles_of(desk.routines)) for refusal in refusals],
        "was_refused": request.method == "POST",
        "contact_refused": is_refused,
        "most": AGREED_MOST,
        "today": local_day(desk.now, desk.zone).isoformat(),
        "here": "today",
    }
    return render(request, "pages/opening.html", context, status=409 if request.method == "POST" else 200)


def _closing(desk: Desk, target: str, active: Iterable[Restriction], say: Say) -> Closing:
    titles = titles_of(desk.routines)
    listed = list(active)
    reasons = tuple(dict.fromkeys(say_reason(restriction_reason(r, titles), say) for r in listed))
    title = say("coach-everything") if target == ALL else name_of(target, titles)
    return Closing(target, title, reasons, _act(desk, target, listed))


def _act(desk: Desk, target: str, active: list[Restriction]) -> Act | None:
    if any(restriction.until == "contact" for restriction in active):
        return "agreed"
    return None if weigh(desk.history, desk.take_back(target, settled=True), desk.neck) else "taken-back"


def _opens(desk: Desk, closing: Closing, say: Say) -> list[str]:
    """Return in words what would be open after the word."""
    standing, titles = desk.standing, titles_of(desk.routines)
    word = desk.agreed(closing.target) if closing.act == "agreed" else desk.take_back(closing.target, True)
    left = advance(standing, word, desk.neck).active
    lifted = (r.target for r in standing.active if r not in left)
    return [
        say("coach-everything") if target == ALL else name_of(target, titles)
        for target in dict.fromkeys(lifted)
    ]


def _contact(request: HttpRequest) -> tuple[str, date | None, str]:
    """Return who at the clinic agreed, on which day, and to what.

    Raises:
        ContactRefused: if the day is none.
    """
    on = request.POST.get("on", "")
    try:
        return (
            request.POST.get("who", ""),
            date.fromisoformat(on) if on else None,
            request.POST.get("allowed", ""),
        )
    except ValueError:
        raise ContactRefused(f"{on!r} is no day") from None


def _write(desk: Desk, closing: Closing, say: Say, contact: tuple[str, date | None, str]) -> None:
    if closing.act == "agreed":
        write_agreed(desk, desk.agreed(closing.target, *contact))
    else:
        write_taken_back(desk, desk.take_back(closing.target, settled=True), say)
