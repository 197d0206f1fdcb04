"""What comes before a new session: one that was broken off, and the questions about the last one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from lissom.coach.history import (
    AFTER_SESSION,
    ALL,
    NEXT_MORNING,
    Agreed,
    History,
    LateReport,
    Session,
    TakenBack,
    derived_once,
    is_next_day,
    local_day,
)
from lissom.coach.restrictions import RestrictionState
from lissom.coach.settings import Settings


def open_session(history: History, now: datetime) -> Session | None:
    """Return the latest session that was broken off and is neither over nor closed."""
    return next((s for s in reversed(history.unended()) if s.started <= now), None)


def may_go_on(session: Session, now: datetime, settings: Settings) -> bool:
    """Say whether a broken-off session may still go on."""
    return now - session.ended <= timedelta(minutes=settings.resume_minutes)


def unsettled_day(history: History, standing: RestrictionState, zone: str, now: datetime) -> date | None:
    """Return the earlier day on which something was felt, or still was, and of which nobody has heard since.

    Where everything waits for the clinic, the question would change nothing and is not asked.
    """
    if any(r.target == ALL and r.until == "contact" for r in standing.active):
        return None
    felt = _last_felt(history, now)
    if felt is None or not is_next_day(felt, now, zone) or _heard_of_since(history, felt, now):
        return None
    return local_day(felt, zone)


def unasked_session(history: History, zone: str, now: datetime, settings: Settings) -> Session | None:
    """Return the last session if it is still to be asked how it was.

    One that ended with a symptom has told already; one that is long past is not asked of any more.
    """
    worked = reversed(history.stretching())
    last = next((s for s in worked if s.outcome is not None and s.ended <= now), None)
    if last is None or last.symptoms or last.taken:
        return None
    asked = any(s.routine == AFTER_SESSION and s.outcome is not None for s in history.since(last.ended))
    recent = now - last.ended <= timedelta(hours=settings.after_session_hours)
    return last if recent and not asked else None


def _last_felt(history: History, now: datetime) -> datetime | None:
    """When something was last felt: a symptom, a yes after a session, a bad morning, or told later."""
    return max((at for at in _felt_at(history) if at <= now), default=None)


@derived_once
def _felt_at(history: History) -> tuple[datetime, ...]:
    felt = (
        session.at(taken.at_ms)
        for session in history.sessions
        for taken in session.taken
        if taken.symptom or session.routine in (AFTER_SESSION, NEXT_MORNING)
    )
    return *felt, *(entry.at for entry in history.entries if isinstance(entry, LateReport))


def _heard_of_since(history: History, felt: datetime, now: datetime) -> bool:
    """Whether it was asked the next morning, or told in the person's own dated words."""
    asked = (s.ended for s in history.of(NEXT_MORNING) if s.is_finished)
    told = (
        e.at
        for e in history.entries
        if isinstance(e, Agreed) or (isinstance(e, TakenBack) and e.settled is not None)
    )
    return any(felt < at <= now for at in (*asked, *told))
