"""What a session came to: what was held, what was felt, how it ended. Told as done, never as missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lissom.machine.model import SYMPTOM_EVENTS, Machine, State
from lissom.session.log import Entry, Log, Rating
from lissom.session.outcome import Ending, ending_of
from lissom.session.path import Visit
from lissom.session.replay import Replay, replay
from lissom.session.route import HoldKey, hold_key, planned_holds

_ENDS_A_HOLD = frozenset({"elapsed", "next"})  # anything else broke it off
_SIDES = frozenset({"left", "right"})


@dataclass(frozen=True, slots=True)
class HoldRecord:
    """One hold, for the time it was really held. `is_full` says that nothing broke it off."""

    stretch: str | None
    position: str | None
    side: str | None
    level: int | None
    key: HoldKey
    at_ms: int
    held_ms: int
    is_full: bool


@dataclass(frozen=True, slots=True)
class SymptomFelt:
    """A symptom, and where it was felt: the place that its advice names."""

    symptom: str
    at_ms: int
    stretch: str | None
    position: str | None
    side: str | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a session came to. `planned` counts the holds it would have had at its base.

    `title`, `stretch`, `position` and `side` tell where it ended.
    """

    ending: Ending
    title: str
    stretch: str | None
    position: str | None
    side: str | None
    holds: tuple[HoldRecord, ...]
    felt: tuple[SymptomFelt, ...]
    ratings: tuple[Rating, ...]
    planned: int
    both_sides: bool

    @property
    def done(self) -> int:
        """How many holds were held in full; the same hold done again after a pause counts once."""
        return len({hold.key for hold in self.holds if hold.is_full})

    @property
    def held_ms(self) -> Mapping[str, int]:
        """The time really held, by stretch; a broken hold counts for what it was."""
        total: Counter[str] = Counter()
        for hold in self.holds:
            total[hold.stretch or ""] += hold.held_ms
        return dict(total)


def summarize(log: Log, machine: Machine, now_ms: int | None = None) -> Summary:
    """Return what a session came to; for `now_ms` see `ending_of`.

    Raises:
        LogRefused: if the log does not replay through the machine.
    """
    return summarize_replay(log, replay(log, machine), now_ms)


def summarize_replay(log: Log, played: Replay, now_ms: int | None = None) -> Summary:
    """Return what a session came to, from a log that has been replayed already."""
    machine, holds = played.machine, tuple(_holds(played))
    ending = ending_of(played, now_ms)
    place, planned = _place(machine, ending), planned_holds(machine, machine.start)
    return Summary(
        ending=ending,
        title=place.cue.title,
        stretch=place.stretch,
        position=place.position,
        side=place.side,
        holds=holds,
        felt=tuple(_felt(machine, entry) for entry in log.events if entry.event in SYMPTOM_EVENTS),
        ratings=log.ratings,
        planned=max(len(planned), len({hold.key for hold in holds if hold.is_full})),
        both_sides=_has_both_sides(holds, {key[2] for key in planned}),
    )


def _place(machine: Machine, ending: Ending) -> State:
    """Where a session ended; after a symptom, what its outcome names as the place of that symptom."""
    felt = ending.outcome
    if felt and felt.stretch:
        kind = "move" if felt.position else "ready"
        named = (kind, felt.stretch, felt.position, felt.side)
        for state in machine.states.values():
            if (state.kind, state.stretch, state.position, state.side) == named:
                return state
    return machine.states[ending.state]


def _holds(played: Replay) -> Iterator[HoldRecord]:
    """Each hold with all that continued it as one; what lasts still is not counted yet."""
    states = played.machine.states
    visits = [visit for visit in played.visits if states[visit.state].kind == "hold"]
    for number, visit in enumerate(visits, 1):
        after = visits[number] if number < len(visits) else None
        is_continued = (
            after is not None and after.timer_ms == visit.timer_ms and states[after.state].continues
        )
        if visit.left_ms is not None and not is_continued:
            yield _hold(states[visit.state], visit, visit.left_ms)


def _hold(state: State, visit: Visit, left_ms: int) -> HoldRecord:
    held_ms = left_ms - visit.timer_ms
    if state.seconds is not None:
        held_ms = min(held_ms, state.seconds * 1000)
    full = visit.event in _ENDS_A_HOLD
    return HoldRecord(
        state.stretch, state.position, state.side, state.level, hold_key(state), visit.timer_ms, held_ms, full
    )


def _felt(machine: Machine, entry: Entry) -> SymptomFelt:
    """The state that a symptom leads to names the position it belongs to; else the state it was told in."""
    told_in = machine.states[entry.state]
    leads_to = machine.states[told_in.on[entry.event]]
    place = leads_to if leads_to.stretch else told_in
    return SymptomFelt(entry.event, entry.at_ms, place.stretch, place.position, place.side)


def _has_both_sides(holds: tuple[HoldRecord, ...], planned_sides: set[str | None]) -> bool:
    """Whether both sides of one stretch had a hold of the base level; where there are no sides, any hold."""
    base = {(hold.stretch, hold.side) for hold in holds if hold.is_full and (hold.level or 1) == 1}
    if not planned_sides & _SIDES:
        return bool(base)
    return any(all((stretch, side) in base for side in _SIDES) for stretch, _ in base)
