"""Contact the clinic: its card, a short factual summary to pass on, and what to do without a clinic."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lissom.app.person import Desk
from lissom.coach.day_context import titles_of
from lissom.coach.history import TakenBack
from lissom.coach.messages import say_word
from lissom.content import library
from lissom.web.home.clinic_summary import session_to_tell, summary_text
from lissom.web.home.days import Speech
from lissom.web.request import desk_of

EMERGENCY = "emergency"


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the page, about the session that is asked for or the one that most likely is meant."""
    desk = desk_of(request)
    speech = Speech(desk)
    asked = request.GET.get("session")
    session = session_to_tell(desk, asked)
    summary = summary_text(desk, session, speech) if session else ""
    clinic = {name: desk.values.get(f"clinic-{name}", "") for name in ("name", "phone", "email")}
    return render(request, "pages/contact.html", {
        "here": "contact",
        "number": desk.profile.emergency,
        "signs": _signs(desk),
        "clinic": clinic,
        "has_clinic": any(clinic.values()),
        "dial": _dial(clinic["phone"]),
        "emergency_dial": _dial(desk.profile.emergency),
        "mail": _mail(clinic["email"], summary, speech),
        "summary": summary,
        "words": _words(desk, speech),
        "is_other": bool(asked) and (session is None or session.id != asked),
    })  # fmt: skip


def _signs(desk: Desk) -> list[str]:
    """The signs of an emergency, in the words of the page of questions."""
    questions = library.screening("red-flags", desk.profile.language).questions
    return [item.words for question in questions if question.kind == EMERGENCY for item in question.items]


def _words(desk: Desk, speech: Speech) -> list[str]:
    """What the clinic agreed to, and what was told later, the newest first."""
    told = [entry for entry in desk.history.entries if not isinstance(entry, TakenBack)]
    told.sort(key=lambda entry: entry.at, reverse=True)
    return [say_word(entry, desk.zone, speech.say, titles_of(desk.routines)) for entry in told]


def _dial(number: str) -> str:
    """Return a telephone number as a telephone takes it."""
    return "".join(sign for sign in number if sign in "+0123456789")


def _mail(address: str, text: str, speech: Speech) -> str:
    """Return an address that opens the person's own mail program with the text in it."""
    subject, body = quote(speech.say("contact-subject")), quote(text.replace("\n", "\r\n"))
    return f"mailto:{quote(address, safe='@')}?subject={subject}&body={body}"
