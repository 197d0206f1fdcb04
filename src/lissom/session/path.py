"""The path of a session through its machine: one entry leads from one path to the next.

The rules of time, of pausing and of going on stand here, once. Live play (`course`) and replay
are both this same fold, so what can be played can be replayed, and nothing else can.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lissom.machine.model import HURTS, SERIOUS, SYMPTOM_EVENTS, Machine, Outcome, Then
from lissom.machine.step import EventDoesNotFit, step
from lissom.session.log import CLOSED, MISTAKEN, PAUSE, RESUME, Entry

RESUME_WITHIN_MS = 10 * 60 * 1000  # a convention, see docs/conventions.md
ELAPSED = "elapsed"
STOP = "stop"

LETS_GO = frozenset({"move", "hold"})  # a pause here means: let go
ANCHORS = frozenset({"ready", "switch", "rest"})  # and the session goes on from the last of these
FITS_A_PAUSE = frozenset({*SYMPTOM_EVENTS, HURTS, SERIOUS, STOP})  # what a person may always say
MISTAKEN_WITHIN_MS = 10 * 60 * 1000  # a convention, see docs/conventions.md
BEFORE_A_SLIP = frozenset({*ANCHORS, "ask", "rate"})  # where a session goes on after a wrong tap
WHICH = "which"  # the kind of the state that asks what it was that hurt
_NAMES_IT = frozenset({*SYMPTOM_EVENTS, SERIOUS})  # what a `hurts` turns out to be

REASONS = {
    "over": "the session is over",
    "state": "the session is in {here} then",
    "backwards": "it is earlier than the event before it",
    "unknown": "{here} has no such event",
    "early": "{here} lasts until {due} ms",
    "paused": "the session is paused",
    "too-late": "more than 10 minutes have passed, the session is to be closed",
    "too-soon": "less than 10 minutes have passed, the session may go on",
    "no-slip": "in {here} there is no wrong tap to take back",
    "late-slip": "more than 10 minutes have passed, a wrong tap can no longer be taken back",
    "again": "this was taken back once before",
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
    runs on from the state before. `event` is what it was left by, None while it lasts; `entered_by`
    what led to it, None at the start and where a session was gone on with.
    """

    state: str
    entered_ms: int
    timer_ms: int
    left_ms: int | None = None
    event: str | None = None
    entered_by: str | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """Where a session is, and how it came there. `anchor` is the last ready, switch or rest.

    `taken_back` names the answers that were taken back as wrong taps: see `slip_of`.
    """

    visits: tuple[Visit, ...]
    anchor: str
    last_ms: int = 0
    paused: bool = False
    closed: bool = False
    taken_back: frozenset[str] = frozenset()

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
    if path.here.event == MISTAKEN:
        return Outcome("stopped")
    if path.closed and "stop" in here.on:
        here = machine.states[here.on["stop"]]
    for _ in machine.states:
        if here.kind == "end" or ELAPSED not in here.on:
            break
        here = machine.states[here.on[ELAPSED]]
    return here.outcome or Outcome("stopped")


def thens(machine: Machine, path: Path) -> tuple[tuple[int, Then], ...]:
    """Return what the session took from the person for now, each with its time.

    A state that was gone on from at itself after a pause counts once. What `hurts` took counts until
    it was named, and what a wrong tap took, not at all.
    """
    told = ((visit.entered_ms, machine.states[visit.state].then) for visit in taking(machine, path))
    return tuple((at_ms, then) for at_ms, then in told if then)


def taking(machine: Machine, path: Path) -> tuple[Visit, ...]:
    """Return the visits whose `then` counts, in order.

    Of a letting go and the question `which` after it, the letting go is the one.
    """
    back, visits = withdrawn(path), path.visits
    named = max((place for place, visit in enumerate(visits) if _names_what_hurt(visit)), default=0)

    def takes(place: int, visit: Visit) -> bool:
        begins = place == 0 or visits[place - 1].state != visit.state
        is_named = visit.entered_by == HURTS and place < named
        follows = machine.states[visit.state].kind == WHICH and visit.entered_by != HURTS
        return begins and not (place in back or is_named or follows)

    counted = (visit for place, visit in enumerate(visits) if takes(place, visit))
    return tuple(visit for visit in counted if machine.states[visit.state].then)


def withdrawn(path: Path) -> frozenset[int]:
    """Return the places of the visits that were taken back as wrong taps, each with the pauses in it."""
    found: set[int] = set()
    for place in reversed(range(len(path.visits))):
        visit = path.visits[place]
        goes_on = place + 1 in found and path.visits[place + 1].state == visit.state
        if visit.event == MISTAKEN or goes_on:
            found.add(place)
    return frozenset(found)


def _names_what_hurt(visit: Visit) -> bool:
    return visit.event == MISTAKEN or visit.entered_by in _NAMES_IT


def slip_of(machine: Machine, path: Path) -> str | None:
    """Return what may be taken back here as a wrong tap, or None.

    It is named by the question that was answered; a `which`, and what is answered there, by `hurts`: that
    is once a session.
    """
    here = machine.states[path.here.state]
    if not here.slip or path.paused or is_over(machine, path):
        return None
    asked = _entered(path)[1]
    return HURTS if WHICH in (here.kind, machine.states[asked].kind) else asked


def back_to(machine: Machine, path: Path) -> str:
    """Return the state from which the session goes on after a wrong tap.

    After a stop it does not go on: it closes where it is.
    """
    if _is_after_stop(path):
        return path.here.state
    before = (v.state for v in reversed(path.visits) if machine.states[v.state].kind in BEFORE_A_SLIP)
    return next(before, machine.start)


def may_be_mistaken(machine: Machine, path: Path, at_ms: int) -> bool:
    """Say whether the answer that led here may be taken back as a wrong tap, at that time."""
    slip = slip_of(machine, path)
    return slip is not None and slip not in path.taken_back and _in_time(path, at_ms)


def _in_time(path: Path, at_ms: int) -> bool:
    return at_ms - _entered(path)[0] <= MISTAKEN_WITHIN_MS


def _entered(path: Path) -> tuple[int, str]:
    """Return when the present state was first entered, pauses in it aside, and from which state."""
    first = path.here
    for visit in reversed(path.visits):
        if visit.state != path.here.state:
            return first.entered_ms, visit.state
        first = visit
    return first.entered_ms, first.state


def _is_after_stop(path: Path) -> bool:
    return any(visit.entered_by == STOP for visit in path.visits)


def _check(machine: Machine, path: Path, entry: Entry) -> None:
    here = path.here.state
    if is_over(machine, path):
        raise Misfit("over", entry, here)
    expected = here
    if entry.event in _GOES_ON:
        expected = _GOES_ON[entry.event](machine, path)
    if entry.state != expected:
        raise Misfit("state", entry, expected)
    if entry.at_ms < path.last_ms:
        raise Misfit("backwards", entry, here)


_GOES_ON: dict[str, Callable[[Machine, Path], str]] = {RESUME: resume_state, MISTAKEN: back_to}


def _pause(machine: Machine, path: Path, entry: Entry) -> Path:
    if path.paused:
        raise Misfit("paused", entry, path.here.state)
    visits = (*path.visits[:-1], _left(path, entry.at_ms, entry.event))
    return replace(path, visits=visits, last_ms=entry.at_ms, paused=True)


def _resume(machine: Machine, path: Path, entry: Entry) -> Path:
    if not may_resume(path, entry.at_ms):
        raise Misfit("too-late", entry, path.here.state)
    left = _left(path, path.last_ms, entry.event)
    return _enter(machine, path, left, Visit(entry.state, entry.at_ms, entry.at_ms))


def _close(machine: Machine, path: Path, entry: Entry) -> Path:
    if may_resume(path, entry.at_ms):
        raise Misfit("too-soon", entry, path.here.state)
    visits = (*path.visits[:-1], _left(path, path.last_ms, entry.event))
    return replace(path, visits=visits, last_ms=entry.at_ms, paused=False, closed=True)


def _take_back(machine: Machine, path: Path, entry: Entry) -> Path:
    """A wrong tap: what it took is withdrawn, and the session goes on from before it."""
    here, slip = path.here.state, slip_of(machine, path)
    if slip is None:
        raise Misfit("paused" if path.paused else "no-slip", entry, here)
    if not _in_time(path, entry.at_ms):
        raise Misfit("late-slip", entry, here)
    if slip in path.taken_back:
        raise Misfit("again", entry, here)
    left = replace(path.here, left_ms=entry.at_ms, event=MISTAKEN)
    path = replace(path, visits=(*path.visits[:-1], left), taken_back=path.taken_back | {slip})
    if _is_after_stop(path):
        return replace(path, last_ms=entry.at_ms, closed=True)
    return _enter(machine, path, left, Visit(entry.state, entry.at_ms, entry.at_ms, entered_by=MISTAKEN))


def _follow_machine(machine: Machine, path: Path, entry: Entry) -> Path:
    here, event = path.here, entry.event
    if path.paused and event not in FITS_A_PAUSE:
        raise Misfit("paused", entry, here.state)
    if event not in machine.states[here.state].on:
        raise Misfit("unknown", entry, here.state)
    due = due_ms(machine, path) if event == ELAPSED else None
    if due is not None and entry.at_ms < due:
        raise Misfit("early", entry, here.state, due)
    target = step(machine, here.state, event)
    timer_ms = here.timer_ms if machine.states[target].continues else entry.at_ms
    left = _left(path, entry.at_ms, event)
    return _enter(machine, path, left, Visit(target, entry.at_ms, timer_ms, entered_by=event))


_RULES: dict[str, Callable[[Machine, Path, Entry], Path]] = {
    PAUSE: _pause, RESUME: _resume, CLOSED: _close, MISTAKEN: _take_back,
}  # fmt: skip


def _left(path: Path, at_ms: int, event: str) -> Visit:
    """The present visit, ended. A paused one was ended by its pause.

    Where a session is gone on with or closed without a pause, its process had died: the state is
    known to have lasted no longer than until the last event, which is its own beginning.
    """
    here = path.here
    if path.paused:
        return here
    return Visit(here.state, here.entered_ms, here.timer_ms, at_ms, event, here.entered_by)


def _enter(machine: Machine, path: Path, left: Visit, entered: Visit) -> Path:
    anchor = entered.state if machine.states[entered.state].kind in ANCHORS else path.anchor
    visits = (*path.visits[:-1], left, entered)
    return Path(visits, anchor, entered.entered_ms, closed=path.closed, taken_back=path.taken_back)
