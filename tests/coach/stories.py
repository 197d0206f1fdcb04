"""Stories for the coach's tests: whole sessions, played through real machines and replayed.

A story is told in days. Nothing here sleeps or reads a clock: a session's time is counted from
the seconds of its states.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache

from lissom.catalogues import catalogue
from lissom.coach.history import Agreed, History, Session, TakenBack, session_of
from lissom.coach.messages import Reason, say_reason
from lissom.coach.restrictions import RestrictionState, restrictions
from lissom.content import library
from lissom.machine.compile import compile_routine, compile_screening
from lissom.machine.model import Machine, State
from lissom.machine.options import Options
from lissom.session.log import Entry, Log, Rating

LADDER, BACK, NECK, FULL = "seated-leg-ladder", "back-spasm", "neck", "full"
MONDAY = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
PHRASES = library.phrases("en")
SAY = catalogue("en").say
ROUTINES = tuple(library.routine(name) for name in (LADDER, BACK, NECK, FULL))


def text(reason: Reason) -> str:
    """Return a reason in English."""
    return say_reason(reason, SAY)


def day(number: int, hour: int = 8) -> datetime:
    """Return the morning of a day of the story; day 1 is a Monday."""
    return MONDAY + timedelta(days=number - 1, hours=hour - 8)


@dataclass
class Story:
    """What a person lived through, in the order in which it is told."""

    zone: str = "UTC"
    sessions: list[Session] = field(default_factory=list)
    entries: list[TakenBack | Agreed] = field(default_factory=list)

    def does(self, when: datetime, routine: str = LADDER, rated: int | None = None, **told) -> Session:
        """Play a routine; `told` are options, and what `play` takes."""
        choices = {name: told.pop(name) for name in tuple(told) if name in Options.__dataclass_fields__}
        return self._add(when, routine_machine(routine, Options(**choices)), rated, **told)

    def answers(self, when: datetime, screening: str, **told) -> Session:
        """Answer a page of questions."""
        return self._add(when, screening_machine(screening), None, **told)

    def takes_back(
        self, when: datetime, target: str = "leg-ladder", settled: bool | None = True
    ) -> TakenBack:
        self.entries.append(TakenBack(when, self.zone, target, settled))
        return self.entries[-1]

    def clinic_agrees(self, when: datetime, target: str = "leg-ladder") -> None:
        self.entries.append(Agreed(when, target))

    @property
    def history(self) -> History:
        return History(tuple(self.sessions), tuple(self.entries))

    @property
    def standing(self) -> RestrictionState:
        return restrictions(self.history)

    @property
    def restricted(self) -> set[tuple[str, str, int | None, str]]:
        """What is restricted now: target, effect, level left, until."""
        return {(r.target, r.effect, r.cap_level, r.until) for r in self.standing.active}

    def _add(self, when: datetime, machine: Machine, rated: int | None, **told) -> Session:
        log = play(machine, when, self.zone, len(self.sessions) + 1, **told)
        if rated is not None:
            log = log.with_ratings(Rating("before", 0, rated))
        self.sessions.append(session_of(log, machine))
        return self.sessions[-1]


def play(
    machine: Machine,
    started: datetime,
    zone: str = "UTC",
    number: int = 1,
    *,
    feels: tuple[str, ...] = (),
    climbs: bool = False,
    breaks_off: str | None = None,
    says: dict[str, str] | None = None,
    late_ms: int = 0,
    pauses_in: str | None = None,
) -> Log:
    """Return the log of a session.

    `feels` is a symptom and the words that a state id must hold, such as ("pain", "left.slump.hold");
    `climbs` accepts each offer; `breaks_off` names where it is left; `says` answers by state id;
    `late_ms` is how late each timer rings; `pauses_in` names a state that is paused and gone on from.
    """
    log = Log(
        id=f"{number:08x}-0000-7000-8000-{number:012x}",
        routine=machine.routine, digest=machine.digest, machine_digest="sha256:" + "0" * 64,
        options=machine.options, started=started, zone=zone,
    )  # fmt: skip
    name, at, felt = machine.start, 0, False
    while machine.states[name].on and (breaks_off is None or breaks_off not in name):
        state = machine.states[name]
        event, lasts = _usual(machine, state, climbs, (says or {}).get(name))
        if feels and not felt and feels[1] in name and feels[0] in state.on:
            event, lasts, felt = feels[0], 1000, True
        if pauses_in is not None and pauses_in in name:
            log, pauses_in = log.with_events(Entry(at, name, "pause"), Entry(at, name, "resume")), None
        at += lasts + (late_ms if event == "elapsed" else 0)
        log = log.with_events(Entry(at, name, event))
        name = state.on[event]
    return log


def _usual(machine: Machine, state: State, climbs: bool, said: str | None) -> tuple[str, int]:
    if said is not None:
        return said, 1000
    if state.kind == "ask":
        return next(e for e in ("no", "yes") if machine.states[state.on[e]].kind != "advise"), 1000
    if climbs and state.kind == "hold" and "yes" in state.on:
        return "yes", 0  # at once, so that the seconds of the whole hold follow
    for event in ("ok", "elapsed", "next"):
        if event in state.on:
            return event, (state.seconds or 1) * 1000 if event == "elapsed" else 1000
    raise AssertionError(f"nothing leads on from a {state.kind}")


@cache
def routine_machine(routine: str, options: Options) -> Machine:
    return compile_routine(library.routine(routine), options, PHRASES)


@cache
def screening_machine(screening: str) -> Machine:
    return compile_screening(library.screening(screening), Options(), PHRASES)


SLUMP_PAIN = {"level": 3, "climbs": True, "feels": ("pain", "r2.left.slump.hold")}
CHIN_TINGLING = {"level": 2, "climbs": True, "feels": ("tingling", "r2.left.chin.hold")}
ANKLE_PAIN = {"feels": ("pain", "r1.left.ankle.hold")}
