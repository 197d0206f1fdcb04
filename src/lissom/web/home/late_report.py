"""What was felt, told after a session: where it was, and what.

Asked where something hurt of which it was never said what, and where a session hurt after all. What it
then closes is the coach's to say; here it is only asked for and written down.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lissom.app.late_reports import (
    Asking,
    TellingRefused,
    ask_in_words,
    asking_about,
    say_spot,
    say_symptom,
    symptoms_of,
    tell,
)
from lissom.app.person import Desk
from lissom.catalogues import catalogue
from lissom.coach.late_reporting import ReportPlace
from lissom.web.home.form_choice import FormChoice
from lissom.web.request import desk_of


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, log_id: str) -> HttpResponse:
    """Ask what was felt about a log; write it down when it comes."""
    desk = desk_of(request)
    asking = asking_about(desk, log_id)
    if asking is None or not asking.spots:
        raise Http404
    is_missing = False
    if request.method == "POST":
        spot = _spot(asking, request.POST.get("spot", "0" if asking.kind == "which" else ""))
        symptom = request.POST.get("symptom", "")
        if spot is not None and symptom in spot.thens:
            return _told(desk, asking, spot, symptom)
        is_missing = True
    context = _context(desk, asking) | {"is_missing": is_missing, "is_saved": "saved" in request.GET}
    return render(request, "pages/felt.html", context, status=400 if is_missing else 200)


def _told(desk: Desk, asking: Asking, spot: ReportPlace, symptom: str) -> HttpResponse:
    try:
        tell(desk, asking, spot, symptom)
    except TellingRefused:
        raise Http404 from None  # it was too long ago; Today asks no more
    if asking.kind == "which":
        return redirect("/?noted")
    return redirect(f"{reverse('felt', args=[asking.about])}?saved")


def _context(desk: Desk, asking: Asking) -> dict[str, object]:
    say = catalogue(desk.profile.language).say
    return {
        "here": "today",
        "asking": asking,
        "about": ask_in_words(desk, asking, say),
        "spots": [FormChoice(str(n), say_spot(spot, desk, say)) for n, spot in enumerate(asking.spots)],
        "symptoms": [FormChoice(symptom, say_symptom(symptom, say)) for symptom in symptoms_of(asking)],
        "number": desk.profile.emergency,
    }


def _spot(asking: Asking, number: str) -> ReportPlace | None:
    known = {str(n): spot for n, spot in enumerate(asking.spots)}
    return known.get(number)
