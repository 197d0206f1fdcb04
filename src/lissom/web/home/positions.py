"""The positions of a routine in pictures and words, as a page shows them before a session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lissom.coach.messages import Say
from lissom.figure.spoken import describe_in
from lissom.machine.cues import fill, other
from lissom.machine.options import Options, chosen
from lissom.routine.model import Gate, OpenHold, Position, Routine, Side, Stretch
from lissom.routine.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Shown:
    """One position: what is seen and what to do, where it is felt, how long, and what must come before."""

    title: str
    pose: str
    say: str
    felt: str
    hold: str
    seen: str
    level: int
    gate: str


@dataclass(frozen=True, slots=True)
class ShownStretch:
    """One stretch: its positions, how often it is done, and why it is left out, if it is."""

    id: str
    title: str
    often: str
    left_out: tuple[str, ...]
    positions: tuple[Shown, ...]
    is_alone: bool


@dataclass(frozen=True, slots=True)
class Showing:
    """How a routine is shown: in which words, and with which of the person's options."""

    say: Say
    phrases: Phrases
    options: Options

    @property
    def side(self) -> Side:
        """The side that the pictures show: the one that goes first."""
        return self.options.lead


def show_stretches(
    routine: Routine, showing: Showing, left_out: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[ShownStretch, ...]:
    """Return all stretches of a routine. `left_out` tells why one is not open to the person."""
    closed = left_out or {}
    return tuple(_stretch(stretch, showing, closed.get(stretch.id, ())) for stretch in routine.stretches)


def _stretch(stretch: Stretch, showing: Showing, left_out: tuple[str, ...]) -> ShownStretch:
    titles = {position.id: position.title for position in stretch.positions}
    return ShownStretch(
        id=stretch.id,
        title=stretch.title,
        often=_often(stretch, showing),
        left_out=left_out,
        positions=tuple(_position(stretch, each, titles, showing) for each in stretch.positions),
        is_alone=[position.title for position in stretch.positions] == [stretch.title],
    )


def _often(stretch: Stretch, showing: Showing) -> str:
    times = chosen(stretch.repeats, showing.options.repeats) * stretch.rounds.usual
    return showing.say("position-often", times=times, sides="none" if stretch.sides == "none" else "both")


def say_sides(stretches: Iterable[Stretch], showing: Showing) -> str:
    """Say which side the pictures show, and that the other has its turn; nothing where there are none."""
    if all(stretch.sides == "none" for stretch in stretches):
        return ""
    this, that = showing.phrases.side(showing.side), showing.phrases.side(other(showing.side))
    return showing.say("position-sides", side=this, other=that)


def _position(stretch: Stretch, position: Position, titles: Mapping[str, str], showing: Showing) -> Shown:
    side = None if stretch.sides == "none" else showing.side
    felt = fill(position.felt, side, showing.phrases)
    return Shown(
        title=position.title,
        pose=position.pose,
        say=fill(position.move.say, side, showing.phrases),
        felt=showing.say("position-felt", place=felt) if position.hold else "",
        hold=_hold(position, showing),
        seen=describe_in(showing.say, position.pose, showing.side).description,
        level=position.level,
        gate=_gate(position.gate, titles, showing.say) if position.gate else "",
    )


def _hold(position: Position, showing: Showing) -> str:
    if position.hold is None:
        return showing.say("position-passed")
    if isinstance(position.hold, OpenHold):
        return showing.say("position-open-hold", seconds=showing.options.cap or position.hold.cap)
    return showing.say("position-hold", seconds=chosen(position.hold.seconds, showing.options.hold))


def _gate(gate: Gate, titles: Mapping[str, str], say: Say) -> str:
    told = {"position": titles[gate.held], "seconds": gate.seconds}
    if gate.round:
        return say("position-gate-round", round=gate.round, **told)
    return say("position-gate", **told)
