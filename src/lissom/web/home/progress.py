"""Progress: what was done and how it felt, week by week. Never what was not done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lissom.app.person import Desk
from lissom.coach.history import local_day
from lissom.coach.messages import say_reason
from lissom.coach.pending_questions import unsettled_day
from lissom.coach.progress import Ladder, Progress, progress
from lissom.extras import has
from lissom.web.charts.shown import PainRated, WeekMinutes, pain_rated, week_minutes
from lissom.web.home.charts import minutes_chart, pain_chart
from lissom.web.home.days import Speech
from lissom.web.home.month import month_of, read_month
from lissom.web.home.session_line import is_told
from lissom.web.request import desk_of


@dataclass(frozen=True, slots=True)
class LevelTold:
    """How far up a ladder may be gone, in words."""

    routine: str
    words: str
    reasons: tuple[str, ...]


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the page."""
    desk = desk_of(request)
    speech = Speech(desk)
    record = progress(desk.profile, desk.history, desk.routines, desk.now)
    told = [session for session in desk.history.sessions if is_told(session)]
    today = local_day(desk.now, desk.zone)
    weeks, rated = week_minutes(desk, record.weeks), pain_rated(desk, desk.history.sessions)
    text_size = desk.values.get("text-size", "")
    first = read_month(request.GET.get("month"), today)
    return render(request, "pages/progress.html", {
        "here": "progress",
        "has_fhir": has("fhir"),
        "in_all": _in_all(record, speech),
        "is_empty": not told,
        "unread": len(desk.past.unread),
        "due": _due(desk, speech),
        "minutes": _minute_rows(weeks, speech),
        "minutes_chart": minutes_chart(weeks, speech, text_size),
        "pain": _pain_rows(rated, speech),
        "pain_chart": pain_chart(rated, speech, text_size),
        "levels": tuple(_levels(record.ladders, speech)),
        "month": month_of(first, told, today, desk.zone, speech),
    })  # fmt: skip


def _in_all(record: Progress, speech: Speech) -> str:
    return speech.say(
        "progress-in-all",
        sessions=speech.say("progress-sessions", count=record.sessions),
        days=speech.say("progress-days", count=record.days),
        minutes=speech.length(round(record.minutes * 60_000)),
    )


def _due(desk: Desk, speech: Speech) -> str:
    """Return the day of which it is still to be told whether what was felt has settled."""
    day = unsettled_day(desk.history, desk.standing, desk.zone, desk.now)
    return speech.day(day) if day else ""


def _minute_rows(weeks: Sequence[WeekMinutes], speech: Speech) -> list[tuple[str, str, str]]:
    """The latest week first; a week without a session is not spoken of."""
    return [
        (speech.day(week.monday), _number(week.minutes), _dose(week, speech))
        for week in reversed(weeks)
        if week.minutes or week.most
    ]


def _dose(week: WeekMinutes, speech: Speech) -> str:
    if not week.most:
        return speech.say("progress-no-dose")
    if week.least == week.most:
        return _number(week.most)
    return speech.say("progress-dose-range", least=_number(week.least), most=_number(week.most))


def _pain_rows(rated: Sequence[PainRated], speech: Speech) -> list[tuple[str, str, str]]:
    none = speech.say("progress-pain-none")
    return [
        (
            speech.day(each.day),
            none if each.before is None else str(each.before),
            none if each.after is None else str(each.after),
        )
        for each in reversed(rated)
    ]


def _levels(ladders: Sequence[Ladder], speech: Speech) -> Iterator[LevelTold]:
    for ladder in ladders:
        kind = "-closed" if ladder.level == 0 else "-lower" if ladder.level < ladder.opened else ""
        words = speech.say(
            f"progress-level{kind}",
            routine=speech.title(ladder.routine),
            level=ladder.level,
            opened=ladder.opened,
        )
        yield LevelTold(
            ladder.routine, words, tuple(say_reason(reason, speech.say) for reason in ladder.reasons)
        )


def _number(value: float) -> str:
    return f"{value:g}"
