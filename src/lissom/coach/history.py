"""What the coach looks back on: sessions, and the person's dated words.

A session here is what a log came to when it was replayed through its machine: what it took from
the person, what was answered, felt and held. Where logs and machines are kept is not known here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache, partial, wraps
from itertools import pairwise
from typing import Any, Concatenate, Final, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from lissom.machine.model import HURTS, SERIOUS, SYMPTOM_EVENTS, Machine, Outcome, State, Then
from lissom.session.log import MISTAKEN, Log, Rating
from lissom.session.path import Visit, taking, withdrawn
from lissom.session.replay import Replay, replay

ALL = "all"
NEXT_MORNING: Final = "next-morning"
AFTER_SESSION: Final = "after-session"
PAGES: Final = frozenset({"red-flags", NEXT_MORNING, AFTER_SESSION})
QUESTION = "screening."
CHANGED = "changed"
ANSWERS: Final = frozenset({"yes", "no", "unsure"})

NEXT_DAY_HOURS: Final = 8  # conventions, see docs/conventions.md
TOLD_BACK_DAYS: Final = 14

_WORKED = frozenset({"move", "hold"})
_HELD_TO_ITS_END = frozenset({"elapsed", "next"})


@dataclass(frozen=True, slots=True)
class RestrictionTaken:
    """What a session took from the person, when, and for which symptom or answer, where."""

    at_ms: int
    then: Then
    symptom: str | None
    stretch: str | None
    position: str | None
    side: str | None
    question: str | None


@dataclass(frozen=True, slots=True)
class SymptomReport:
    """A symptom that was told of in a session, when and where."""

    at_ms: int
    symptom: str
    stretch: str | None = None
    position: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class HeldTime:
    """The time held on one side of a stretch at one level. `whole_at_ms` is when a hold was last
    held to its end, or None."""

    stretch: str
    side: str | None
    level: int
    ms: int
    whole_at_ms: int | None


@dataclass(frozen=True, slots=True)
class Session:
    """One run of a machine, as it happened. `started` is an instant, `zone` where it was lived.

    `ended_ms` is the last thing known of it; `outcome` is None while it is open. `answers` holds each
    screening question with whether it was answered safely. What was taken back as a slip is in none
    of these. Rehearsals never come here.
    """

    id: str
    routine: str
    started: datetime
    zone: str
    ended_ms: int = 0
    outcome: Outcome | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    ratings: tuple[Rating, ...] = ()
    worked: bool = False
    was_high: bool = False
    felt: tuple[SymptomReport, ...] = ()
    taken: tuple[RestrictionTaken, ...] = ()
    answers: tuple[tuple[str, bool], ...] = ()
    held: tuple[HeldTime, ...] = ()
    length: int = 0

    def __post_init__(self) -> None:
        if self.started.tzinfo is None:
            raise ValueError("a session starts at an instant: its time needs a zone")

    def at(self, ms: int) -> datetime:
        """Return the instant of a time counted from the start."""
        return self.started + timedelta(milliseconds=ms)

    def day_at(self, ms: int) -> date:
        """Return the calendar day of such a time, where the session was lived."""
        return local_day(self.at(ms), self.zone)

    @property
    def day(self) -> date:
        """The day on which it began, where it was lived."""
        return self.day_at(0)

    @property
    def ended(self) -> datetime:
        """The instant of the last thing that is known of it."""
        return self.at(self.ended_ms)

    @property
    def symptoms(self) -> tuple[str, ...]:
        """The symptoms that were told of in it, by time."""
        return tuple(felt.symptom for felt in self.felt)

    @property
    def unnamed(self) -> RestrictionTaken | None:
        """What it took because something hurt of which it was never said what, or None."""
        return next((taken for taken in reversed(self.taken) if taken.symptom == HURTS), None)

    @property
    def asks_only(self) -> bool:
        """Whether it was a page of questions and no routine."""
        return self.routine in PAGES

    @property
    def is_finished(self) -> bool:
        """Whether it came to its own end."""
        return self.outcome is not None and self.outcome.kind == "finished"


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The person's word that a stretch (or all) may be tried again.

    `settled` is what they say of what they felt; None where nothing was said.
    """

    at: datetime
    zone: str
    target: str
    settled: bool | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """The person's word that the clinic agreed to a stretch, or to all.

    `who` at the clinic said so, on which day (`on`), and what they `allowed`, as far as that was told.
    It is the person's `own_word` unless the clinic itself entered it.

    Raises:
        ValueError: if what is told is longer than it may be, or more than one line.
    """

    at: datetime
    target: str
    who: str = ""
    on: date | None = None
    allowed: str = ""
    own_word: bool = True

    def __post_init__(self) -> None:
        for name, most in AGREED_MOST.items():
            text = getattr(self, name)
            if len(text) > most or not text.isprintable():
                raise ValueError(f"{name} is at most {most} characters, on one line")


AGREED_MOST: Final[Mapping[str, int]] = {"who": 100, "allowed": 500}


@dataclass(frozen=True, slots=True)
class LateReport:
    """What the person tells later than in a session: a symptom, in which stretch, on which side.

    `then` is what the stretch's rule takes for it. `symptom` is `hurts` where they are not sure which.
    `about` is the log it is told about: a session, or the page after one, of whose closing it then
    takes the place. It restricts as in a session and never lifts.
    """

    at: datetime
    zone: str
    symptom: str
    stretch: str | None
    position: str | None
    side: str | None
    then: Then
    about: str | None = None

    def __post_init__(self) -> None:
        if self.symptom not in (*SYMPTOM_EVENTS, HURTS):
            raise ValueError(f"{self.symptom!r} is no symptom")


Entry = TakenBack | Agreed | LateReport


Given = ParamSpec("Given")
Derived = TypeVar("Derived")


def derived_once(
    derive: Callable[Concatenate[History, Given], Derived],
) -> Callable[Concatenate[History, Given], Derived]:
    """Keep with a history what is derived of it. What it is given besides is one of few: no instant, say."""

    @wraps(derive)
    def found(history: History, /, *given: Given.args, **named: Given.kwargs) -> Derived:
        key = (derive, given, *sorted(named.items()))
        if key not in history.derived:
            history.derived[key] = derive(history, *given, **named)
        known: Derived = history.derived[key]
        return known

    return found


@dataclass(frozen=True, slots=True)
class History:
    """All that is known of a person's stretching. The order of either part means nothing.

    A history never changes, so what is derived of it is kept with it: a page asks many times, and of
    years of sessions.
    """

    sessions: tuple[Session, ...] = ()
    entries: tuple[Entry, ...] = ()
    derived: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sessions", in_order(self.sessions))

    @derived_once
    def of(self, routine: str) -> tuple[Session, ...]:
        """Return the sessions of one routine, by time."""
        return tuple(session for session in self.sessions if session.routine == routine)

    @derived_once
    def stretching(self) -> tuple[Session, ...]:
        """Return the sessions in which something was moved or held, by time."""
        return tuple(session for session in self.sessions if session.worked)

    @derived_once
    def answering(self) -> tuple[Session, ...]:
        """Return the sessions in which a question was answered, by time."""
        return tuple(session for session in self.sessions if session.answers)

    @derived_once
    def rated_high(self) -> tuple[Session, ...]:
        """Return the sessions in which pain was rated high, by time."""
        return tuple(session for session in self.sessions if session.was_high)

    @derived_once
    def unended(self) -> tuple[Session, ...]:
        """Return the sessions that were broken off and are neither over nor closed, by time."""
        return tuple(session for session in self.sessions if session.outcome is None)

    def since(self, at: datetime) -> tuple[Session, ...]:
        """Return the sessions that began at an instant or later, by time."""
        return self.sessions[bisect_left(self.sessions, at, key=lambda session: session.started) :]

    def ended_since(self, at: datetime) -> tuple[Session, ...]:
        """Return the sessions that ended at an instant or later, by their beginning."""
        ended = self._by_end()
        return in_order(ended[bisect_left(ended, at, key=lambda session: session.ended) :])

    def until(self, now: datetime) -> History:
        """Return what was over by an instant; where all of it was, as ever, this very history."""
        if self._latest() <= now:
            return self
        return History(
            tuple(session for session in self.sessions if session.ended <= now),
            tuple(entry for entry in self.entries if entry.at <= now),
        )

    @derived_once
    def _by_end(self) -> tuple[Session, ...]:
        return tuple(sorted(self.sessions, key=lambda session: session.ended))

    @derived_once
    def _latest(self) -> datetime:
        times = (*(session.ended for session in self.sessions), *(entry.at for entry in self.entries))
        return max(times, default=datetime.min.replace(tzinfo=UTC))


def session_of(log: Log, machine: Machine) -> Session:
    """Replay a log through its machine and return the session it tells of.

    Raises:
        LogRefused: with the first event that does not fit.
    """
    return session_of_replay(log, replay(log, machine))


def session_of_replay(log: Log, played: Replay) -> Session:
    """Return the session of a log that has been replayed already."""
    last, back = played.path.here, withdrawn(played.path)
    counted = [visit for place, visit in enumerate(played.visits) if place not in back]
    return Session(
        log.id, log.routine, log.started, log.zone,
        ended_ms=last.entered_ms if last.left_ms is None else last.left_ms,
        outcome=played.outcome,
        options=log.options,
        ratings=_ratings(log, played.machine),
        worked=any(played.machine.states[visit.state].kind in _WORKED for visit in played.visits),
        was_high=any(visit.entered_by == "high" for visit in counted),
        felt=tuple(_felt(played)),
        taken=tuple(map(partial(_taken, played.machine), taking(played.machine, played.path))),
        answers=tuple(_answers(played, back)),
        held=_held(played),
        length=len(log.events),
    )  # fmt: skip


def in_order(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Return each session once, by time; a longer log replaces its own beginning."""
    longest: dict[str, Session] = {}
    for session in sessions:
        known = longest.get(session.id)
        if known is None or _length(session) > _length(known):
            longest[session.id] = session
    return tuple(sorted(longest.values(), key=lambda session: (session.started, session.id)))


def is_next_day(since: datetime, at: datetime, zone: str) -> bool:
    """Say whether an instant is the next day after another: a later calendar day, and some hours on.

    Both days are those of one zone: neither midnight nor a flight makes a next day of a few minutes.
    """
    rested = at - since >= timedelta(hours=NEXT_DAY_HOURS)
    return rested and local_day(at, zone) > local_day(since, zone)


def local_day(instant: datetime, zone: str) -> date:
    """Return the calendar day of an instant in a zone."""
    return local_time(instant, zone).date()


def local_time(instant: datetime, zone: str) -> datetime:
    """Return an instant as the clocks of a zone show it; UTC, where this machine does not know it.

    A browser may know zones that came later. A day then begins some hours off, and no session is lost.
    """
    return instant.astimezone(_clock(zone))


@derived_once
def unknown_zones(history: History, zone: str) -> tuple[str, ...]:
    """Return the zones in which days are counted as in UTC, of what was lived and of now."""
    lived = {session.zone for session in history.sessions}
    said = {entry.zone for entry in history.entries if not isinstance(entry, Agreed)}
    return tuple(sorted(each for each in {zone} | lived | said if _found(each) is None))


def _clock(zone: str) -> tzinfo:
    return _found(zone) or UTC


@lru_cache(maxsize=64)
def _found(zone: str) -> tzinfo | None:
    try:
        return ZoneInfo(zone)
    except (LookupError, ValueError, OSError):  # unknown, no name of one, or a folder of them
        return None


# what a log came to


def _felt(played: Replay) -> Iterator[SymptomReport]:
    for visit in played.visits:
        if visit.entered_by in SYMPTOM_EVENTS:
            state = played.machine.states[visit.state]
            yield SymptomReport(visit.entered_ms, visit.entered_by, state.stretch, state.position, state.side)


def _taken(machine: Machine, visit: Visit) -> RestrictionTaken:
    state = machine.states[visit.state]
    assert state.then is not None
    symptom = visit.entered_by if visit.entered_by in (*SYMPTOM_EVENTS, HURTS) else None
    question = None if symptom else _question(visit)
    stretch = state.stretch or state.then.leave_out
    return RestrictionTaken(
        visit.entered_ms, state.then, symptom, stretch, state.position, state.side, question
    )


def _question(visit: Visit) -> str:
    """Return the question whose answer led to a state; what is told as serious is a sign of an emergency."""
    if visit.entered_by == SERIOUS:
        return "emergency"
    return visit.state.removeprefix(QUESTION).split(".")[0]


def _answers(played: Replay, back: frozenset[int]) -> Iterator[tuple[str, bool]]:
    """Return each screening question that was answered, and whether safely; a wrong tap is no answer."""
    states = played.machine.states
    for place, (here, after) in enumerate(pairwise(played.visits), start=1):
        asked = states[here.state].kind == "ask" and here.state.startswith(QUESTION)
        if asked and after.entered_by in ANSWERS and place not in back:
            yield here.state.removeprefix(QUESTION), states[after.state].kind != "advise"


def _ratings(log: Log, machine: Machine) -> tuple[Rating, ...]:
    """Return the ratings that count: one that was a slip does not."""
    slips = [e.at_ms for e in log.events if e.event == MISTAKEN and machine.states[e.state].kind == "rate"]
    return tuple(rating for rating in log.ratings if not any(rating.at_ms <= slip for slip in slips))


def _held(played: Replay) -> tuple[HeldTime, ...]:
    """The holds of a session, added up by stretch, side and level."""
    found: dict[tuple[str, str | None, int], tuple[int, int | None]] = {}
    for visit in played.visits:
        state = played.machine.states[visit.state]
        if state.kind == "hold" and state.stretch is not None:
            place = (state.stretch, state.side, state.level or 1)
            ms, whole = found.get(place, (0, None))
            whole = visit.left_ms if visit.event in _HELD_TO_ITS_END else whole
            found[place] = (ms + _held_ms(visit, state), whole)
    return tuple(HeldTime(*place, ms, whole) for place, (ms, whole) in found.items())


def _held_ms(visit: Visit, state: State) -> int:
    """How long a hold really lasted, and never longer than it was meant to."""
    if visit.left_ms is None:
        return 0
    meant = visit.left_ms if state.seconds is None else visit.timer_ms + state.seconds * 1000
    return max(0, min(visit.left_ms, meant) - visit.entered_ms)


def _length(session: Session) -> tuple[int, int]:
    return session.length, len(session.ratings)
