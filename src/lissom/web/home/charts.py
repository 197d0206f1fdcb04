"""The charts of Progress as pictures: /charts/minutes.svg and /charts/pain.svg."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lissom.app.person import Desk
from lissom.coach.progress import progress
from lissom.web.charts.look import COLOURS, LETTERS, SIZES, Look
from lissom.web.charts.minutes import MinutesWords, minutes_svg
from lissom.web.charts.pain import PainWords, pain_svg
from lissom.web.charts.shown import monday_before, pain_rated, week_minutes
from lissom.web.home.days import Speech
from lissom.web.site.middleware import desk_of

Choice = TypeVar("Choice", bound=str)


@require_safe
def show(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with a chart; one for which there are no figures yet does not exist."""
    desk = desk_of(request)
    look = Look(
        theme=_one_of(request.GET.get("theme"), COLOURS),
        shape=_one_of(request.GET.get("shape"), SIZES),
        text=_one_of(request.GET.get("text"), LETTERS),
    )
    drawn = _CHARTS[name](desk, look) if name in _CHARTS else None
    if drawn is None:
        raise Http404
    return HttpResponse(drawn, content_type="image/svg+xml; charset=utf-8")


def _minutes(desk: Desk, look: Look) -> str | None:
    speech = Speech(desk)
    weeks = week_minutes(desk, progress(desk.profile, desk.history, desk.routines, desk.now).weeks)
    if not weeks:
        return None
    words = MinutesWords(
        title=speech.say("progress-minutes-title"),
        about=speech.say(
            "progress-minutes-chart",
            first=speech.day(weeks[0].monday),
            last=speech.day(weeks[-1].monday),
            minutes=speech.length(round(weeks[-1].minutes * 60_000)),
        ),
        held=speech.say("progress-minutes-held"),
        dose=speech.say("progress-minutes-dose"),
        weeks=tuple(speech.short_day(week.monday) for week in weeks),
    )
    return minutes_svg(weeks, words, look)


def _pain(desk: Desk, look: Look) -> str | None:
    speech = Speech(desk)
    rated = pain_rated(desk, desk.history.sessions)
    if not rated:
        return None
    first, last = monday_before(rated[0].day), monday_before(rated[-1].day)
    none = speech.say("progress-pain-none")
    before, after = rated[-1].before, rated[-1].after
    words = PainWords(
        title=speech.say("progress-pain-title"),
        about=speech.say(
            "progress-pain-chart",
            first=speech.day(rated[0].day),
            last=speech.day(rated[-1].day),
            before=none if before is None else before,
            after=none if after is None else after,
        ),
        before=speech.say("progress-pain-before"),
        after=speech.say("progress-pain-after"),
        weeks=tuple(
            speech.short_day(first + timedelta(weeks=n)) for n in range((last - first).days // 7 + 1)
        ),
    )
    return pain_svg(rated, words, look)


_CHARTS: Final[Mapping[str, Callable[[Desk, Look], str | None]]] = {"minutes": _minutes, "pain": _pain}


def _one_of(asked: str | None, known: Mapping[Choice, object]) -> Choice:
    """Return what is asked for where it is known, else the first."""
    return next((name for name in known if name == asked), next(iter(known)))
