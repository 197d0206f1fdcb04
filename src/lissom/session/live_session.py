"""The course of a live session: which state it is in, when its time is up, what comes next.

A course is a value. Every call that changes something returns a new one, and the new entries to
record are those that `entries` has gained. Times are milliseconds since the session started, on
a clock that never goes back and that counts while the computer sleeps; the caller reads it.

Deadlines accumulate exactly: a state that its time has ended was left at its deadline, however
late the player woke up, so a long session does not drift. Only a wake-up later than `sleep_ms`
counts as sleep, and pauses: the held time would else be longer or shorter than told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lissom.machine.model import Machine, Outcome, State
from lissom.session import path as paths
from lissom.session.log import CLOSED, MISTAKEN, PAUSE, RESUME, Entry
from lissom.session.path import ELAPSED, STOP, Misfit, Path, Visit
from lissom.session.route import RoutePlace, progress_at, route

SLEEP_MS = 5_000  # a convention, see docs/conventions.md
GOES_ON_WITHIN = 5_000  # entries; a convention, see docs/conventions.md


@dataclass(frozen=True, slots=True)
class LiveSession:
    """One live session. Make it with `LiveSession.begin`, or `LiveSession.go_on` from a log's events."""

    machine: Machine
    path: Path
    entries: tuple[Entry, ...] = ()
    sleep_ms: int = SLEEP_MS

    @classmethod
    def begin(cls, machine: Machine, sleep_ms: int = SLEEP_MS) -> LiveSession:
        """Return the course of a session that starts now, at 0 ms, in the machine's start."""
        return cls(machine, paths.begin(machine), (), sleep_ms)

    @classmethod
    def go_on(cls, machine: Machine, entries: Iterable[Entry], sleep_ms: int = SLEEP_MS) -> LiveSession:
        """Return the course that these entries led to. `resume` is what comes next.

        Raises:
            Misfit: with the first entry that does not fit.
        """
        course = cls.begin(machine, sleep_ms)
        for entry in entries:
            course = course._with(entry)
        return course

    @property
    def state_id(self) -> str:
        """The id of the state the session is in."""
        return self.path.here.state

    @property
    def state(self) -> State:
        """The state the session is in. While paused, the one it was paused in."""
        return self.machine.states[self.state_id]

    @property
    def visited(self) -> tuple[Visit, ...]:
        """The states so far, the present one last."""
        return self.path.visits

    @property
    def timer_ms(self) -> int:
        """When the state's timer began; a state that continues runs on from the one before."""
        return self.path.here.timer_ms

    @property
    def due_ms(self) -> int | None:
        """When the state's time is up; None while it waits, and in a pause, and after the end."""
        return paths.due_ms(self.machine, self.path)

    @property
    def is_paused(self) -> bool:
        """Whether the session is paused: by the person, or since the computer slept."""
        return self.path.paused

    @property
    def is_over(self) -> bool:
        """Whether the session has ended."""
        return paths.is_over(self.machine, self.path)

    @property
    def outcome(self) -> Outcome | None:
        """How the session ended, or None while it lasts."""
        return paths.outcome(self.machine, self.path)

    @property
    def resume_state(self) -> str:
        """The id of the state from which a pause or a crash goes on."""
        return paths.resume_state(self.machine, self.path)

    @property
    def events(self) -> tuple[str, ...]:
        """The events that fit now, without the session's own (`pause`, `resume`, `closed`)."""
        fitting = self.state.on.keys()
        return tuple(
            sorted(fitting & paths.FITS_A_PAUSE if self.is_paused else () if self.is_over else fitting)
        )

    @property
    def progress(self) -> RoutePlace:
        """Where in the routine the session is."""
        return progress_at(self.machine, self.path)

    @property
    def coming(self) -> tuple[str, ...]:
        """The ids of the states that come next, if all goes as planned, up to the end."""
        if self.is_over:
            return ()
        if self.is_paused:
            return route(self.machine, self.resume_state)
        return route(self.machine, self.state_id)[1:]

    def apply(self, event: str, at_ms: int) -> LiveSession:
        """Return the course after an event of the person or of the clock.

        What was due by then happens first, at its own time. `elapsed` must be due.

        Raises:
            Misfit: if the event does not fit; this course is unchanged and still good.
        """
        course = self.wake(at_ms)
        if event != ELAPSED:
            return course._record(event, at_ms)
        return course if course is not self else self._record(ELAPSED, at_ms)

    def wake(self, at_ms: int, awake_ms: int | None = None) -> LiveSession:
        """Return the course after whatever the clock alone brings until then.

        Every timer that ran out has elapsed at its deadline; after a sleep the session is paused
        since the player was last awake, where it says when that was, else since the deadline that
        was slept through; a pause of more than 10 minutes is closed. Returns this very course where
        nothing happened.
        """
        course = self
        while (due := course.due_ms) is not None and due <= at_ms:
            if at_ms - due > course.sleep_ms:
                since = due if awake_ms is None else max(course.path.last_ms, min(due, awake_ms))
                course = course._record(PAUSE, since)
            else:
                course = course._record(ELAPSED, due)
        if course.is_paused and not paths.may_resume(course.path, at_ms):
            return course._record(CLOSED, at_ms)
        return course

    def pause(self, at_ms: int) -> LiveSession:
        """Return the paused course. In a move or a hold the person lets go.

        Raises:
            Misfit: if the session is over.
        """
        course = self.wake(at_ms)
        return course if course.is_paused else course._record(PAUSE, at_ms)

    def resume(self, at_ms: int) -> LiveSession:
        """Return the course that goes on after a pause or a crash, or closed if it is too late.

        After so many entries that a log could come to its bound it is stopped instead: only going on can
        make a log longer without end, and what is left until the end then has room, a symptom too.

        Raises:
            Misfit: if the session is over.
        """
        if not paths.may_resume(self.path, at_ms) and not self.is_over:
            return self._record(CLOSED, at_ms)
        if len(self.entries) >= GOES_ON_WITHIN and not self.is_over:
            return self._record(STOP, at_ms)
        return self._with(Entry(at_ms, self.resume_state, RESUME))

    def is_slip(self, at_ms: int) -> bool:
        """Whether the answer that led here may be taken back as a wrong tap, at that time."""
        return paths.may_be_mistaken(self.machine, self.path, at_ms)

    def take_back(self, at_ms: int) -> LiveSession:
        """Return the course after a wrong tap: it goes on from before, or is closed after a stop.

        Raises:
            Misfit: if there is nothing to take back here, or no longer.
        """
        course = self.wake(at_ms)
        return course._with(Entry(at_ms, paths.back_to(course.machine, course.path), MISTAKEN))

    def _record(self, event: str, at_ms: int) -> LiveSession:
        return self._with(Entry(at_ms, self.state_id, event))

    def _with(self, entry: Entry) -> LiveSession:
        path = paths.follow(self.machine, self.path, entry)
        return replace(self, path=path, entries=(*self.entries, entry))


__all__ = ["SLEEP_MS", "LiveSession", "Misfit"]
