"""Your data: a backup to keep, a backup to bring back, and everything erased."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from lissom.app import backups
from lissom.app.ports import Came
from lissom.errors import LissomError
from lissom.web.home.days import Speech
from lissom.web.request import desk_of, journals_of

MOST_BYTES = 256 * 2**20  # of an archive
WRONG = 422
FORGET = '"cache", "cookies"'
"""What the browser is asked to erase. Its storage may hold what waits for another person's record, so of
that `erased.js` erases what was this one's."""


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the page."""
    return _page(request)


@require_POST
def restore(request: HttpRequest) -> HttpResponse:
    """Bring a backup back, or say why it cannot be."""
    desk = desk_of(request)
    speech = Speech(desk)
    sent = request.FILES.get("backup")
    if not isinstance(sent, UploadedFile) or not sent.size or sent.size > MOST_BYTES:
        return _page(request, wrong=speech.say("settings-restore-choose"))
    try:
        came = backups.restore(desk, sent.read())
    except LissomError as error:
        return _page(request, wrong=f"{error.message}. {error.hint or ''}")
    return _page(request, came=_tell(came, speech))


@require_POST
def erase(request: HttpRequest) -> HttpResponse:
    """Erase everything, once the word for it was typed."""
    desk = desk_of(request)
    speech = Speech(desk)
    typed = request.POST.get("word", "").strip()
    if typed.casefold() != speech.say("settings-erase-word").casefold():
        return _page(request, unlike=speech.say("settings-erase-unlike"), typed=typed)
    language, erased = desk.profile.language, journals_of(request)
    backups.erase(desk)
    request.journals = desk.journal.ids()  # type: ignore[attr-defined]  # it is another record now
    for read in ("values", "profile", "past", "history", "routines"):
        desk.__dict__.pop(read, None)  # the frame of the answer is that of a new person
    answer = render(
        request, "pages/settings_erased.html", {"here": "settings", "language": language, "erased": erased}
    )
    answer["Clear-Site-Data"] = FORGET
    return answer


def _tell(came: Came, speech: Speech) -> str:
    told = [_taken_over(came, speech)]
    for name, count in (("stays", came.stays), ("unread", came.unread)):
        if count:
            told.append(speech.say(f"settings-restored-{name}", count=count))
    return " ".join(told)


def _taken_over(came: Came, speech: Speech) -> str:
    if came.is_nothing:
        return speech.say("settings-restored-nothing-new" if came.stays else "settings-restored-nothing")
    counts = {
        "sessions": came.sessions, "longer": came.longer, "words": came.words,
        "settings": came.settings, "routines": came.routines,
    }  # fmt: skip
    told = (speech.say(f"settings-restored-{name}", count=count) for name, count in counts.items() if count)
    return speech.say("settings-restored", what=", ".join(told))


def _page(
    request: HttpRequest, wrong: str = "", came: str = "", unlike: str = "", typed: str = ""
) -> HttpResponse:
    told = {
        "here": "settings",
        "section": "data",
        "wrong": wrong,
        "came": came,
        "unlike": unlike,
        "typed": typed,
    }
    return render(request, "pages/settings_data.html", told, status=WRONG if wrong or unlike else 200)
