"""What in a person's history restricts or lifts, each once and by time.

From a session come what it took (`then`), that it was clean, and that it had settled; from the
person come their dated words. What these amount to is `restrictions`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, get_args

from lissom.coach.history import (
    AFTER_SESSION,
    ALL,
    NEXT_MORNING,
    Agreed,
    History,
    LateReport,
    RestrictionTaken,
    Session,
    SymptomReport,
    TakenBack,
    derived_once,
    local_day,
)
from lissom.machine.model import HURTS, Then
from lissom.routine.model import Until
from lissom.session.codec import write_moment

Effect = Literal["cap", "leave-out", "close"]
NEXT_DAY: Final = "next-day"
RESTS: Final = frozenset({"numbness", "tingling", "dizziness"})  # after these, nothing more that day


@dataclass(frozen=True, slots=True)
class Because:
    """What a restriction comes from: the log, what was felt or answered, where, and in which routine.

    `routine` is "" where it was told later, and not in a session.
    """

    log: str
    symptom: str | None
    stretch: str | None = None
    position: str | None = None
    side: str | None = None
    question: str | None = None
    routine: str = ""


@dataclass(frozen=True, slots=True)
class Restriction:
    """Something a person may not do for now. `target` is a stretch or "all".

    Until `next-day` it lifts by itself, and by nothing else.

    `cap_level` is the highest level left (effect "cap"; 0: none). `since` is the instant, `day` the
    calendar day where it was lived.
    """

    target: str
    effect: Effect
    until: Until
    since: datetime
    day: date
    because: Because
    cap_level: int | None = None

    @property
    def leaves_out(self) -> bool:
        """Whether nothing of its target is left to do."""
        return self.effect != "cap" or self.cap_level == 0


@dataclass(frozen=True, slots=True)
class Took:
    """A state that took something was entered."""

    at: datetime
    restriction: Restriction


@dataclass(frozen=True, slots=True)
class Clean:
    """A session finished, and nothing was felt in it or after it. `zone` is where it was lived."""

    at: datetime
    zone: str
    stretches: frozenset[str]


@dataclass(frozen=True, slots=True)
class Settled:
    """The next morning it had settled."""

    at: datetime


Happening = Took | Clean | Settled | TakenBack | Agreed

# What lifts comes before what restricts at the same instant, so that it never lifts it.
_RANK: dict[type, int] = {Agreed: 0, TakenBack: 1, Settled: 2, Clean: 3, Took: 4}


@derived_once
def happenings(history: History) -> tuple[Happening, ...]:
    """Return all that restricts or lifts, each once, by time."""
    told = [entry for entry in history.entries if isinstance(entry, LateReport)]
    found: set[Happening] = {entry for entry in history.entries if not isinstance(entry, LateReport)}
    spoiled, places = _spoiled(history), dict[str | None, set[str | None]]()
    for entry in told:
        places.setdefault(entry.about, set()).add(entry.stretch)
    for session in history.sessions:
        found.update(_of_session(session, session.id in spoiled, places.get(session.id, set())))
    for entry in told:
        found.update(_of_told(entry))
    return tuple(sorted(found, key=_order))


def _of_session(session: Session, is_spoiled: bool, told: set[str | None]) -> Iterable[Happening]:
    """What one session restricts or lifts; `told` are the stretches of what was told about it later."""
    for taken in session.taken:
        if not _gives_way(session, taken, told):
            yield Took(session.at(taken.at_ms), _restriction(session, taken))
    for at_ms, because in _resting(session):
        yield _rest(session.at(at_ms), session.zone, because)
    if session.routine == NEXT_MORNING and session.is_finished:
        yield Settled(session.ended)
    elif not is_spoiled and (stretches := clean_stretches(session)):
        yield Clean(session.ended, session.zone, stretches)


def _gives_way(session: Session, taken: RestrictionTaken, told: set[str | None]) -> bool:
    """Whether what was told later says more than what was taken: after a session, or what hurt there."""
    if session.routine == AFTER_SESSION:
        return bool(told)
    return taken.symptom == HURTS and taken.stretch in told


def _resting(session: Session) -> Iterable[tuple[int, Because]]:
    """When something was felt after which nothing more is done that day, and where.

    Also what was told while already letting go, of which no state takes anything.
    """
    told: tuple[RestrictionTaken | SymptomReport, ...] = (
        *session.taken,
        *session.felt,
    )  # each once, as what it took tells of it
    once = {(each.at_ms, each.symptom): each for each in reversed(told) if each.symptom in RESTS}
    for each in once.values():
        yield (
            each.at_ms,
            Because(
                session.id, each.symptom, each.stretch, each.position, each.side, routine=session.routine
            ),
        )


def _rest(at: datetime, zone: str, because: Because) -> Took:
    return Took(at, Restriction(ALL, "close", NEXT_DAY, at, local_day(at, zone), because))


def _of_told(told: LateReport) -> Iterable[Happening]:
    target, effect = _target(told.then)
    because = Because(name_of_told(told), told.symptom, told.stretch, told.position, told.side)
    day = local_day(told.at, told.zone)
    cap_level = told.then.cap_level if effect == "cap" else None
    yield Took(
        told.at, Restriction(target, effect, _until(told.then.until), told.at, day, because, cap_level)
    )
    if told.symptom in RESTS:
        yield _rest(told.at, told.zone, because)


def name_of_told(told: LateReport) -> str:
    """Return by what a word is known as a cause: the log it is about, else its own moment."""
    return told.about or write_moment(told.at)


@derived_once
def clean_sessions(history: History) -> tuple[Session, ...]:
    """Return the sessions that finished, worked a stretch, and left nothing felt in them or after."""
    spoiled = _spoiled(history)
    return tuple(s for s in history.sessions if s.id not in spoiled and clean_stretches(s))


def clean_stretches(session: Session) -> frozenset[str]:
    """Return the stretches that a session held to the end, if it finished and nothing was felt in it."""
    if not session.is_finished or session.symptoms or session.taken:
        return frozenset()
    return frozenset(hold.stretch for hold in session.held if hold.whole_at_ms is not None)


@derived_once
def _spoiled(history: History) -> frozenset[str]:
    """The sessions of which it was said later that something had hurt after all."""
    spoiled = {entry.about for entry in history.entries if isinstance(entry, LateReport) and entry.about}
    last: Session | None = None
    for session in history.sessions:
        is_told = bool(session.taken) or session.id in spoiled
        if session.routine == AFTER_SESSION and is_told and last is not None:
            spoiled.add(last.id)
        elif session.worked:
            last = session
    return frozenset(spoiled)


def _restriction(session: Session, taken: RestrictionTaken) -> Restriction:
    then = taken.then
    target, effect = _target(then)
    return Restriction(
        target=target,
        effect=effect,
        until=_until(then.until),
        since=session.at(taken.at_ms),
        day=session.day_at(taken.at_ms),
        because=Because(
            session.id,
            taken.symptom,
            taken.stretch,
            taken.position,
            taken.side,
            taken.question,
            session.routine,
        ),
        cap_level=then.cap_level if effect == "cap" else None,
    )


def _target(then: Then) -> tuple[str, Effect]:
    if then.leave_out is not None:
        return then.leave_out, "leave-out"
    if then.stretch is not None:
        return then.stretch, "cap"
    return ALL, "close"


def _until(until: str) -> Until:
    """A word that is not known lifts nothing by itself."""
    return until if until in get_args(Until) else "contact"  # type: ignore[return-value]  # it is one of them


def _order(happening: Happening) -> tuple[datetime, int, bool, str]:
    """By time; what a symptom took comes before the rest of its day."""
    rests = isinstance(happening, Took) and happening.restriction.until == NEXT_DAY
    return happening.at, _RANK[type(happening)], rests, repr(happening)
