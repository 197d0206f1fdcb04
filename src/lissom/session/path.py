"""The path of a session through its machine: one entry leads from one path to the next.

The rules of time, of pausing and of going on stand here, once. Live play (`course`) and replay
are both this same fold, so what can be played can be replayed, and nothing else can.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lissom.machine.model import SYMPTOM_EVENTS, Machine, Outcome, Then
from lissom.machine.step import EventDoesNotFit, step
from lissom.session.log import CLOSED, PAUSE, RESUME, Entry

RESUME_WITHIN_MS = 10 * 60 * 1000  # a convention, see docs/conventions.md
ELAPSED = "elapsed"
STOP = "stop"

LETS_GO = frozenset({"move", "hold"})  # a pause here means: let go
ANCHORS = frozenset({"ready", "switch", "rest"})  # and the session goes on from the last of these
FITS_A_PAUSE = frozenset({*SYMPTOM_EVENTS, STOP})  # what a person may always say

REASONS = {
    "over": "the session is over",
    "state": "the session is in {here} then",
    "backwards": "it is earlier than the event before it",
    "unknown": "{here} has no such event",
    "early": "{here} lasts until {due} ms",
    "paused": "the session is paused",
    "too-late": "more than 10 minutes have passed, the session is to be closed",
    "too-soon": "less than 10 minutes have passed, the session may go on",
}


class Misfit(EventDoesNotFit):
    """An event that does not fit where the session is. Nothing has changed. `reason` is a key of REASONS."""

    def __init__(self, reason: str, entry: Entry, here: str, due: int | None = None) -> None:
        words = REASONS[reason].format(here=here, due=due)
        super(EventDoesNotFit, self).__init__(
            f"{entry.event!r} in {entry.state} at {entry.at_ms} ms: {words}"
        )
        self.reason = reason
        self.state = entry.state
        self.event = entry.event


@dataclass(frozen=True, slots=True)
class Visit:
    """A state the session was in. `timer_ms` is when its timer began: a state that continues
    runs on from the state before. `event` is what it was left by, None while it lasts.
    """

    state: str
    entered_ms: int
    timer_ms: int
    left_ms: int | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """Where a session is, and how it came there. `anchor` is the last ready, switch or rest."""

    visits: tuple[Visit, ...]
    anchor: str
    last_ms: int = 0
    paused: bool = False
    closed: bool = False

    @property
    def here(self) -> Visit:
        """The visit that lasts, or that was paused or closed."""
        return self.visits[-1]


def begin(machine: Machine) -> Path:
    """Return the path of a session that has just begun."""
    return Path((Visit(machine.start, 0, 0),), machine.start)


def follow(machine: Machine, path: Path, entry: Entry) -> Path:
    """Return the path after one more entry.

    Raises:
        Misfit: if the entry does not fit; the path stays what it was.
    """
    _check(machine, path, entry)
    return _RULES.get(entry.event, _follow_machine)(machine, path, entry)


def is_over(machine: Machine, path: Path) -> bool:
    """Say whether the session has ended: at an end of its machine, or closed."""
    return path.closed or machine.states[path.here.state].kind == "end"


def due_ms(machine: Machine, path: Path) -> int | None:
    """Return when the state's time is up, or None where it waits, is paused or is over."""
    seconds = machine.states[path.here.state].seconds
    if seconds is None or path.paused or is_over(machine, path):
        return None
    return max(path.here.timer_ms + seconds * 1000, path.here.entered_ms)


def resume_state(machine: Machine, path: Path) -> str:
    """Return the state from which a paused session goes on."""
    here = path.here.state
    return path.anchor if machine.states[here].kind in LETS_GO else here


def may_resume(path: Path, at_ms: int) -> bool:
    """Say whether a session may still go on, as far as time is concerned."""
    return at_ms - path.last_ms <= RESUME_WITHIN_MS


def outcome(machine: Machine, path: Path) -> Outcome | None:
    """Return how the session ended, or None while it is open.

    A closed session ended where its own `stop` leads: after a symptom, at that symptom's end.
    """
    if not is_over(machine, path):
        return None
    here = machine.states[path.here.state]
    if path.closed and "stop" in here.on:
        here = machine.states[here.on["stop"]]
    for _ in machine.states:
        if here.kind == "end" or ELAPSED not in here.on:
            break
        here = machine.states[here.on[ELAPSED]]
    return here.outcome or Outcome("stopped")


def thens(machine: Machine, path: Path) -> tuple[tuple[int, Then], ...]:
    """Return what the session took from the person for now, each with its time.

    A state that was gone on from at itself after a pause counts once.
    """
    before = (None, *(visit.state for visit in path.visits))
    entered = (
        (visit.entered_ms, machine.states[visit.state].then)
        for visit, previous in zip(path.visits, before, strict=False)
        if visit.state != previous
    )
    return tuple((at_ms, then) for at_ms, then in entered if then)


def _check(machine: Machine, path: Path, entry: Entry) -> None:
    here = path.here.state
    if is_over(machine, path):
        raise Misfit("over", entry, here)
    expected = resume_state(machine, path) if entry.event == RESUME else here
    if entry.state != expected:
        raise Misfit("state", entry, expected)
    if entry.at_ms < path.last_ms:
        raise Misfit("backwards", entry, here)


def _pause(machine: Machine, path: Path, entry: Entry) -> Path:
    if path.paused:
        raise Misfit("paused", entry, path.here.state)
    visits = (*path.visits[:-1], _left(path, entry.at_ms, entry.event))
    return Path(visits, path.anchor, entry.at_ms, paused=True)


def _resume(machine: Machine, path: Path, entry: Entry) -> Path:
    if not may_resume(path, entry.at_ms):
        raise Misfit("too-late", entry, path.here.state)
    left = _left(path, path.last_ms, entry.event)
    return _enter(machine, path, left, Visit(entry.state, entry.at_ms, entry.at_ms))


def _close(machine: Machine, path: Path, entry: Entry) -> Path:
    if may_resume(path, entry.at_ms):
        raise Misfit("too-soon", entry, path.here.state)
    visits = (*path.visits[:-1], _left(path, path.last_ms, entry.event))
    return Path(visits, path.anchor, entry.at_ms, closed=True)


def _follow_machine(machine: Machine, path: Path, entry: Entry) -> Path:
    here, due = path.here, due_ms(machine, path)
    if path.paused and entry.event not in FITS_A_PAUSE:
        raise Misfit("paused", entry, here.state)
    if entry.event not in machine.states[here.state].on:
        raise Misfit("unknown", entry, here.state)
    if entry.event == ELAPSED and due is not None and entry.at_ms < due:
        raise Misfit("early", entry, here.state, due)
    target = step(machine, here.state, entry.event)
    timer_ms = here.timer_ms if machine.states[target].continues else entry.at_ms
    left = _left(path, entry.at_ms, entry.event)
    return _enter(machine, path, left, Visit(target, entry.at_ms, timer_ms))


_RULES: dict[str, Callable[[Machine, Path, Entry], Path]] = {PAUSE: _pause, RESUME: _resume, CLOSED: _close}


def _left(path: Path, at_ms: int, event: str) -> Visit:
    """The present visit, ended. A paused one was ended by its pause.

    Where a session is gone on with or closed without a pause, its process had died: the state is
    known to have lasted no longer than until the last event, which is its own beginning.
    """
    here = path.here
    return here if path.paused else Visit(here.state, here.entered_ms, here.timer_ms, at_ms, event)


def _enter(machine: Machine, path: Path, left: Visit, entered: Visit) -> Path:
    anchor = entered.state if machine.states[entered.state].kind in ANCHORS else path.anchor
    return Path((*path.visits[:-1], left, entered), anchor, entered.entered_ms)
