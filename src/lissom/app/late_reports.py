"""What was felt, told after a session: what is to be asked, and the word that is written down.

Commands, pages and the browser's word come here, so that it restricts alike everywhere. What it then
closes is the coach's to fold.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from lissom.app.person import Desk
from lissom.app.ports import UnknownMachine
from lissom.coach import late_reporting
from lissom.coach.day_context import titles_of
from lissom.coach.history import AFTER_SESSION, LateReport, Session, local_day
from lissom.coach.late_reporting import ReportPlace
from lissom.coach.messages import Say, say_day, say_place
from lissom.errors import LissomError
from lissom.machine.codec import MachineFormatError
from lissom.machine.model import HURTS, SYMPTOM_EVENTS
from lissom.session.replay import LogRefused, Replay, replay


class TellingRefused(LissomError):
    """Something that cannot be told, or not any more. Nothing was written down."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What is to be told: which it was that hurt ("which"), or what was felt after all ("after").

    `about` is the log it is told about, `session` the one in which it was felt; `spots` are the places
    to choose from.
    """

    kind: Literal["which", "after"]
    about: str
    session: Session
    spots: tuple[ReportPlace, ...]


def to_be_told(desk: Desk) -> Asking | None:
    """Return what is to be told before anything else, or None."""
    page = late_reporting.untold_page(desk.history, desk.standing, desk.now)
    session = late_reporting.unnamed_session(desk.history, desk.now)
    found = (asking_about(desk, each.id) for each in (session, page) if each)
    return next((asking for asking in found if asking and asking.spots), None)


def asking_about(desk: Desk, about: str) -> Asking | None:
    """Return what may be told about a log: of the page after a session, about the session before it."""
    known = next((session for session in desk.history.sessions if session.id == about), None)
    if known is None:
        return None
    if known.routine == AFTER_SESSION:
        before = late_reporting.session_before(desk.history, known)
        return None if before is None else Asking("after", about, before, _spots(desk, before))
    spot = _unnamed(desk, known) if known.unnamed else None
    if spot is None:
        return Asking("after", about, known, _spots(desk, known))
    return Asking("which", about, known, (spot,))


def tell(
    desk: Desk,
    asking: Asking,
    spot: ReportPlace,
    symptom: str,
    at: datetime | None = None,
    zone: str | None = None,
) -> LateReport:
    """Write down what was felt, now or at a moment that was; the same word twice is one word.

    Raises:
        TellingRefused: if it is too long ago, or the symptom is none that is watched there.
    """
    at = at or desk.now.replace(microsecond=desk.now.microsecond // 1000 * 1000)
    if not late_reporting.may_tell(asking.session, at):
        raise TellingRefused("that session is too long ago to tell of", "nothing was written down")
    if symptom not in spot.thens:
        raise TellingRefused(
            f"{symptom!r} cannot be told there",
            f"there are: {', '.join(spot.thens)}; nothing was written down",
        )
    told = LateReport(
        at,
        zone or desk.zone,
        symptom,
        spot.stretch,
        spot.position,
        spot.side,
        spot.thens[symptom],
        asking.about,
    )
    if told not in desk.journal.entries():
        desk.journal.write_entry(told)
    return told


def write_told(desk: Desk, told: LateReport) -> None:
    """Write down what a browser was told. What it takes is read here again, where the session is known.

    Raises:
        TellingRefused: if it is too long ago, or there is no such place in the session.
    """
    asking = asking_about(desk, told.about) if told.about else None
    if asking is None:  # its session never came, or cannot be read: what was felt still counts
        if told not in desk.journal.entries():
            desk.journal.write_entry(told)
        return
    spot = next((s for s in asking.spots if (s.stretch, s.side) == (told.stretch, told.side)), None)
    if spot is None:
        raise TellingRefused("nothing was done there in that session", "nothing was written down")
    tell(desk, asking, spot, told.symptom, told.at, told.zone)


# in words


def symptoms_of(asking: Asking) -> list[str]:
    """Return what may be told, not being sure last."""
    watched = {symptom for spot in asking.spots for symptom in spot.thens}
    return [symptom for symptom in (*SYMPTOM_EVENTS, HURTS) if symptom in watched]


def say_spot(spot: ReportPlace, desk: Desk, say: Say) -> str:
    """Return a place in words: the stretch and the side, or that nothing had begun."""
    if spot.stretch is None:
        return say("felt-before")
    return say_place(spot.stretch, None, spot.side, say, titles_of(desk.routines))


def say_symptom(symptom: str, say: Say) -> str:
    """Return an answer in words."""
    return say(f"felt-symptom-{symptom}")


def ask_in_words(desk: Desk, asking: Asking, say: Say) -> str:
    """Return the question: which it was, or what was felt after all."""
    routine = next((r.title for r in desk.routines if r.id == asking.session.routine), asking.session.routine)
    day = say_day(local_day(asking.session.started, desk.zone), say)
    if asking.kind == "after":
        return say("felt-after-about", title=routine, day=day)
    return say("felt-which-about", title=routine, day=day, place=say_spot(asking.spots[0], desk, say))


# what was played


def _spots(desk: Desk, session: Session) -> tuple[ReportPlace, ...]:
    played = _played(desk, session)
    return late_reporting.spots(played) if played else ()


def _unnamed(desk: Desk, session: Session) -> ReportPlace | None:
    played = _played(desk, session)
    return late_reporting.unnamed_spot(played) if played else None


def _played(desk: Desk, session: Session) -> Replay | None:
    """Replay a session; None where this version cannot, as one that another program wrote."""
    log = desk.journal.log(session.id)
    try:
        return replay(log, desk.journal.machine(log.machine_digest))
    except (LogRefused, UnknownMachine, MachineFormatError):
        return None
