"""What in a person's history restricts or lifts, each once and by time.

From a session come what it took (`then`), that it was clean, and that it had settled; from the
person come their dated words. What these amount to is `restrictions`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from lissom.coach.history import (
    AFTER_SESSION,
    ALL,
    NEXT_MORNING,
    Agreed,
    History,
    Session,
    Taken,
    TakenBack,
)
from lissom.machine.model import Then
from lissom.routine.model import Until

Effect = Literal["cap", "leave-out", "close"]


@dataclass(frozen=True, slots=True)
class Because:
    """What a restriction comes from: the log, what was felt or answered, and where."""

    log: str
    symptom: str | None
    stretch: str | None = None
    position: str | None = None
    side: str | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Restriction:
    """Something a person may not do for now. `target` is a stretch or "all".

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
    """A session finished, and nothing was felt in it or after it."""

    at: datetime
    day: date
    stretches: frozenset[str]


@dataclass(frozen=True, slots=True)
class Settled:
    """The next morning it had settled."""

    at: datetime


Happening = Took | Clean | Settled | TakenBack | Agreed

# What lifts comes before what restricts at the same instant, so that it never lifts it.
_RANK: dict[type, int] = {Agreed: 0, TakenBack: 1, Settled: 2, Clean: 3, Took: 4}


def happenings(history: History) -> tuple[Happening, ...]:
    """Return all that restricts or lifts, each once, by time."""
    found: set[Happening] = set(history.entries)
    spoiled = _spoiled(history.sessions)
    for session in history.sessions:
        found.update(_of_session(session, session.id in spoiled))
    return tuple(sorted(found, key=_order))


def _of_session(session: Session, spoiled: bool) -> Iterable[Happening]:
    for taken in session.taken:
        yield Took(session.at(taken.at_ms), _restriction(session, taken))
    if session.routine == NEXT_MORNING and session.is_finished:
        yield Settled(session.ended)
    elif not spoiled and (stretches := clean_stretches(session)):
        yield Clean(session.ended, session.day_at(session.ended_ms), stretches)


def clean_sessions(history: History) -> tuple[Session, ...]:
    """Return the sessions that finished, worked a stretch, and left nothing felt in them or after."""
    spoiled = _spoiled(history.sessions)
    return tuple(s for s in history.sessions if s.id not in spoiled and clean_stretches(s))


def clean_stretches(session: Session) -> frozenset[str]:
    """Return the stretches that a session held to the end, if it finished and nothing was felt in it."""
    if not session.is_finished or session.symptoms or session.taken:
        return frozenset()
    return frozenset(hold.stretch for hold in session.held if hold.whole_at_ms is not None)


def _spoiled(sessions: tuple[Session, ...]) -> frozenset[str]:
    """The sessions after which it was said that something had hurt after all."""
    spoiled: set[str] = set()
    last: Session | None = None
    for session in sessions:
        if session.routine == AFTER_SESSION and session.taken and last is not None:
            spoiled.add(last.id)
        elif session.worked:
            last = session
    return frozenset(spoiled)


def _restriction(session: Session, taken: Taken) -> Restriction:
    then = taken.then
    target, effect = _target(then)
    return Restriction(
        target=target,
        effect=effect,
        until=_until(then.until),
        since=session.at(taken.at_ms),
        day=session.day_at(taken.at_ms),
        because=Because(session.id, taken.symptom, taken.stretch, taken.position, taken.side, taken.question),
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


def _order(happening: Happening) -> tuple[datetime, int, str]:
    return happening.at, _RANK[type(happening)], repr(happening)
