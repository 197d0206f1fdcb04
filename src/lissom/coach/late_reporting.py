"""What may still be told of a session that is over: where, and what each symptom takes there.

What a symptom takes is read from the machine that was played, so what is told later restricts exactly
as if it had been told in the session.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from lissom.coach.history import AFTER_SESSION, History, LateReport, Session
from lissom.coach.restrictions import RestrictionState
from lissom.coach.settings import SETTINGS, Settings
from lissom.machine.model import HURTS, SYMPTOM_EVENTS, Machine, State, Then
from lissom.session.path import WHICH, taking
from lissom.session.replay import Replay

_LOADED: Final = frozenset({"move", "hold", "count"})


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """A place where something may have been felt, and what each symptom there takes.

    Under `hurts` stands what is taken where the person is not sure which it was: as for pain.
    """

    stretch: str | None
    position: str | None
    side: str | None
    thens: Mapping[str, Then]


def unnamed_session(history: History, now: datetime, settings: Settings = SETTINGS) -> Session | None:
    """Return the first session in which something hurt and it was never said what, if it may still be told.

    One that may still be gone on with asks for itself.
    """
    told = _told(history)
    recent = history.since(now - timedelta(days=settings.told_back_days))
    return next((s for s in recent if _is_unnamed(s, told, now, settings)), None)


def _is_unnamed(session: Session, told: frozenset[str | None], now: datetime, settings: Settings) -> bool:
    goes_on = session.outcome is None and now - session.ended <= timedelta(minutes=settings.resume_minutes)
    is_open = session.unnamed is not None and session.id not in told and not goes_on
    return is_open and may_tell(session, now, settings)


def untold_page(
    history: History, standing: RestrictionState, now: datetime, settings: Settings = SETTINGS
) -> Session | None:
    """Return the page after a session that told of something felt, while that still closes everything."""
    closing = {restriction.because.log for restriction in standing.active}
    pages = (s for s in history.of(AFTER_SESSION) if s.taken and s.id in closing)
    told = _told(history)
    return next((s for s in pages if s.id not in told and may_tell(s, now, settings)), None)


def session_before(history: History, page: Session) -> Session | None:
    """Return the session that a page after a session is about."""
    return next((s for s in reversed(history.stretching()) if s.started < page.started), None)


def may_tell(session: Session, at: datetime, settings: Settings = SETTINGS) -> bool:
    """Say whether it is not too long ago to tell what a session did."""
    return at - session.started <= timedelta(days=settings.told_back_days)


def _told(history: History) -> frozenset[str | None]:
    return frozenset(entry.about for entry in history.entries if isinstance(entry, LateReport))


# where, and what it takes


def spots(played: Replay) -> tuple[ReportPlace, ...]:
    """Return each stretch and side that was worked at in a session, at the highest position reached."""
    reached: dict[tuple[str | None, str | None], State] = {}
    for visit in played.visits:
        state = played.machine.states[visit.state]
        if state.kind in _LOADED:
            known = reached.get((state.stretch, state.side))
            if known is None or (state.rung or 0) >= (known.rung or 0):
                reached[state.stretch, state.side] = state
    return tuple(_spot(state, played.machine) for state in reached.values())


def unnamed_spot(played: Replay) -> ReportPlace | None:
    """Return where something hurt in a session of which it was never said what, or None."""
    hurt = [visit.state for visit in taking(played.machine, played.path) if visit.entered_by == HURTS]
    return _which(played.machine.states[hurt[-1]], played.machine) if hurt else None


def _spot(state: State, machine: Machine) -> ReportPlace:
    thens = dict(_thens(state, machine))
    unsure = thens.get(HURTS) or thens.get("pain")
    return ReportPlace(state.stretch, state.position, state.side, thens | ({HURTS: unsure} if unsure else {}))


def _which(hurt: State, machine: Machine) -> ReportPlace:
    """Follow the letting go to the question which it was, whose answers tell what each takes."""
    state = hurt
    while state.kind != WHICH and "elapsed" in state.on:
        state = machine.states[state.on["elapsed"]]
    thens = dict(_thens(state, machine))
    if hurt.then is not None:
        thens[HURTS] = hurt.then
    return ReportPlace(hurt.stretch, hurt.position, hurt.side, thens)


def _thens(state: State, machine: Machine) -> Iterator[tuple[str, Then]]:
    for event in (*SYMPTOM_EVENTS, HURTS):
        then = machine.states[state.on[event]].then if event in state.on else None
        if then is not None:
            yield event, then
