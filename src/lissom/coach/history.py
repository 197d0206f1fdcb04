"""What the coach looks back on: sessions, and the person's dated words.

A session here is what a log came to when it was replayed through its machine: what it took from
the person, what was answered, felt and held. Where logs and machines are kept is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final
from zoneinfo import ZoneInfo

from lissom.machine.model import SYMPTOM_EVENTS, Machine, Outcome, State, Then
from lissom.session.log import CLOSED, PAUSE, RESUME, Log, Rating
from lissom.session.replay import Replay, replay

ALL = "all"
NEXT_MORNING: Final = "next-morning"
AFTER_SESSION: Final = "after-session"
PAGES: Final = frozenset({"red-flags", NEXT_MORNING, AFTER_SESSION})
QUESTION = "screening."
CHANGED = "changed"
WHICH: Final[str] = "which"  # the kind of the state that asks what it was
HURTS: Final = "hurts"  # something is wrong, not yet which
SERIOUS: Final = "serious"
MISTAKEN: Final = "mistaken"  # takes back the answer before it, and what that took
ANSWERS: Final = frozenset({"yes", "no", "unsure"})

NEXT_DAY_HOURS: Final = 8  # conventions, see docs/conventions.md
TOLD_BACK_DAYS: Final = 14

_WORKED = frozenset({"move", "hold"})
_HELD_TO_ITS_END = frozenset({"elapsed", "next"})
_NO_VISIT = frozenset({PAUSE, CLOSED})
_NAMES_IT = frozenset({*SYMPTOM_EVENTS, SERIOUS})  # what `hurts` was: its own `then` counts no longer
_RUNS_ON = frozenset({"elapsed", SERIOUS, RESUME})  # within one answer, from what it led to first


@dataclass(frozen=True, slots=True)
class Taken:
    """What a session took from the person, when, and for which symptom or answer, where."""

    at_ms: int
    then: Then
    symptom: str | None
    stretch: str | None
    position: str | None
    side: str | None
    question: str | None


@dataclass(frozen=True, slots=True)
class Felt:
    """A symptom that was told of in a session, when and where."""

    at_ms: int
    symptom: str
    stretch: str | None = None
    position: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
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
    felt: tuple[Felt, ...] = ()
    taken: tuple[Taken, ...] = ()
    answers: tuple[tuple[str, bool], ...] = ()
    held: tuple[Held, ...] = ()
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
    def unnamed(self) -> Taken | None:
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
class Told:
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


Entry = TakenBack | Agreed | Told


@dataclass(frozen=True, slots=True)
class History:
    """All that is known of a person's stretching. The order of either part means nothing."""

    sessions: tuple[Session, ...] = ()
    entries: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "sessions", in_order(self.sessions))

    def of(self, routine: str) -> tuple[Session, ...]:
        """Return the sessions of one routine, by time."""
        return tuple(session for session in self.sessions if session.routine == routine)

    def stretching(self) -> tuple[Session, ...]:
        """Return the sessions in which something was moved or held, by time."""
        return tuple(session for session in self.sessions if session.worked)


def session_of(log: Log, machine: Machine) -> Session:
    """Replay a log through its machine and return the session it tells of.

    Raises:
        LogRefused: with the first event that does not fit.
    """
    return session_of_replay(log, replay(log, machine))


def session_of_replay(log: Log, played: Replay) -> Session:
    """Return the session of a log that has been replayed already."""
    moments = tuple(moments_of(log, played))
    last, counted = moments[-1], tuple(moment for moment in moments if not moment.is_taken_back)
    return Session(
        log.id, log.routine, log.started, log.zone,
        ended_ms=last.entered_ms if last.left_ms is None else last.left_ms,
        outcome=played.outcome,
        options=log.options,
        ratings=_ratings(log, played.machine),
        worked=any(moment.state.kind in _WORKED for moment in moments),
        was_high=any(moment.entered_by == "high" for moment in counted),
        felt=tuple(_felt(moments)),
        taken=tuple(_taken(moments)),
        answers=tuple(_answers(moments)),
        held=_held(moments),
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


# one moment of a session


@dataclass(frozen=True, slots=True)
class Moment:
    """A visited state: when and by which event it was entered and left.

    `is_taken_back` where it was entered by an answer that was a slip, or by what followed from it.
    """

    name: str
    state: State
    entered_ms: int
    timer_ms: int
    left_ms: int | None
    entered_by: str | None
    left_by: str | None
    is_taken_back: bool = False

    @property
    def held_ms(self) -> int:
        """How long it really lasted, and never longer than it was meant to."""
        if self.left_ms is None:
            return 0
        until = self.left_ms
        if self.state.seconds is not None:
            until = min(until, self.timer_ms + self.state.seconds * 1000)
        return max(0, until - self.entered_ms)


def moments_of(log: Log, played: Replay) -> Iterator[Moment]:
    """Every event of a log but a pause and a close leads to the next visit.

    A slip that was noticed after a stop closes the session where it is, and leads to no visit.
    """
    entered_by = (None, *(entry.event for entry in log.events if entry.event not in _NO_VISIT))
    taken_back = _taken_back(entered_by)
    for place, (visit, event) in enumerate(zip(played.visits, entered_by, strict=False)):
        state = played.machine.states[visit.state]
        yield Moment(
            visit.state, state, visit.entered_ms, visit.timer_ms, visit.left_ms, event, visit.event,
            place in taken_back,
        )  # fmt: skip


def _taken_back(entered_by: tuple[str | None, ...]) -> frozenset[int]:
    """Return the places of the visits that slips led to: back to the answer, or to where it hurt first."""
    found: set[int] = set()
    for slip in (place for place, event in enumerate(entered_by) if event == MISTAKEN):
        place = slip - 1
        found.add(place)
        while entered_by[place] in _RUNS_ON or entered_by[place - 1 : place + 1] == (HURTS, HURTS):
            place -= 1
            found.add(place)
    return frozenset(found)


def _felt(moments: tuple[Moment, ...]) -> Iterator[Felt]:
    for moment in moments:
        if moment.entered_by in SYMPTOM_EVENTS:
            state = moment.state
            yield Felt(moment.entered_ms, moment.entered_by, state.stretch, state.position, state.side)


def _taken(moments: tuple[Moment, ...]) -> Iterator[Taken]:
    """What was taken; a state gone on from at itself counts once, and what hurt only until it is named."""
    named = [place for place, moment in enumerate(moments) if moment.entered_by in _NAMES_IT]
    last_named = named[-1] if named else 0
    for place, (before, here) in enumerate(zip((None, *moments), moments, strict=False)):
        then, state = here.state.then, here.state
        if then is None or here.is_taken_back or (before is not None and before.name == here.name):
            continue
        if here.entered_by == HURTS and place < last_named:
            continue
        if state.kind == WHICH and here.entered_by != HURTS:  # the letting go before it took it
            continue
        symptom = here.entered_by if here.entered_by in (*SYMPTOM_EVENTS, HURTS) else None
        question = None if symptom else _question(here)
        stretch = state.stretch or then.leave_out
        yield Taken(here.entered_ms, then, symptom, stretch, state.position, state.side, question)


def _question(moment: Moment) -> str:
    """Return the question whose answer led to a state; what is told as serious is a sign of an emergency."""
    if moment.entered_by == SERIOUS:
        return "emergency"
    return moment.name.removeprefix(QUESTION).split(".")[0]


def _answers(moments: tuple[Moment, ...]) -> Iterator[tuple[str, bool]]:
    for here, after in pairwise(moments):
        asked = here.state.kind == "ask" and here.name.startswith(QUESTION)
        if asked and after.entered_by in ANSWERS and not after.is_taken_back:
            yield here.name.removeprefix(QUESTION), after.state.kind != "advise"


def _ratings(log: Log, machine: Machine) -> tuple[Rating, ...]:
    """Return the ratings that count: one that was a slip does not."""
    slips = [e.at_ms for e in log.events if e.event == MISTAKEN and machine.states[e.state].kind == "rate"]
    return tuple(rating for rating in log.ratings if not any(rating.at_ms <= slip for slip in slips))


def _held(moments: tuple[Moment, ...]) -> tuple[Held, ...]:
    """The holds of a session, added up by stretch, side and level."""
    found: dict[tuple[str, str | None, int], tuple[int, int | None]] = {}
    for moment in moments:
        state = moment.state
        if state.kind == "hold" and state.stretch is not None:
            place = (state.stretch, state.side, state.level or 1)
            ms, whole = found.get(place, (0, None))
            whole = moment.left_ms if moment.left_by in _HELD_TO_ITS_END else whole
            found[place] = (ms + moment.held_ms, whole)
    return tuple(Held(*place, ms, whole) for place, (ms, whole) in found.items())


def _length(session: Session) -> tuple[int, int]:
    return session.length, len(session.ratings)
