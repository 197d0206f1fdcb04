"""What is asked before a start, and by no machine: the health list, and the question of the floor.

Who ticks something goes on with what is left, so neither blocks: `screening.excluded` leaves out what does
not suit them before anything is compiled.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from lissom.coach.history import CHANGED, History, derived_once
from lissom.coach.profile import Profile
from lissom.coach.screening import has_floor
from lissom.coach.settings import SETTINGS, Settings
from lissom.routine.model import Routine

HEALTH = "health"  # a question of machines that were made before the list was asked here

Cause = Literal["first", "changed", "too-old"]


@dataclass(frozen=True, slots=True)
class ToAsk:
    """What is to be asked before these routines, and why; the list, the floor, or both."""

    routines: tuple[str, ...]
    list: Cause | None = None
    floor: Cause | None = None


def to_ask(
    routines: Iterable[Routine],
    profile: Profile,
    history: History,
    now: datetime,
    settings: Settings = SETTINGS,
) -> ToAsk | None:
    """Return what is to be asked before routines may be planned for a start, or None.

    The floor is asked before a routine with a stretch on it, and again whenever the list is.
    """
    known = tuple(routines)
    if not known:
        return None
    listed = _why(last_asked(profile, history, now), history, now, settings)
    floor = None
    if any(has_floor(routine) for routine in known):
        asked = profile.floor.asked if profile.floor else None
        floor = _why(asked, history, now, settings) or listed
    return ToAsk(tuple(r.id for r in known), listed, floor) if listed or floor else None


def last_asked(profile: Profile, history: History, now: datetime) -> datetime | None:
    """Return when the list was last gone through: here, or as a question of an older machine."""
    here = (profile.health_asked,) if profile.health_asked else ()
    return max((*here, *(at for at in _asked_in_machines(history) if at <= now)), default=None)


@derived_once
def _asked_in_machines(history: History) -> tuple[datetime, ...]:
    return tuple(session.ended for session in history.answering() if (HEALTH, True) in session.answers)


def good_until(
    profile: Profile, history: History, now: datetime, settings: Settings = SETTINGS
) -> datetime | None:
    """Return when the list or the floor is asked again next; None where it is due, or was never asked."""
    asked = (last_asked(profile, history, now), profile.floor.asked if profile.floor else None)
    ends = (at + timedelta(days=settings.screening_days) for at in asked if at is not None)
    return min((end for end in ends if end > now), default=None)


def _why(asked: datetime | None, history: History, now: datetime, settings: Settings) -> Cause | None:
    if asked is None:
        return "first"
    if _has_changed(history, asked, now):
        return "changed"
    return "too-old" if now - asked > timedelta(days=settings.screening_days) else None


def _has_changed(history: History, since: datetime, now: datetime) -> bool:
    """Whether the person said that something has changed, or that something on an older list applies."""
    return any(
        since < session.ended <= now and not safe
        for session in history.ended_since(since)
        for question, safe in session.answers
        if question in (CHANGED, HEALTH)
    )
