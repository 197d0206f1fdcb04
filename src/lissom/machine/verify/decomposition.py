"""A machine taken apart into its frame and one block for each stretch, so that equal parts are proved once.

The frame is every state of no stretch: the questions, getting ready, the common ends. A block is
every state of one stretch. A piece is the frame with one block: what `restrict` would leave if
every other stretch were left out. Where `take_apart` succeeds, each block is entered only by its
ready and left only for the next block or an end, and every fact that a law keeps about a path
starts anew at a ready; so a path through the machine breaks a law only if its part through some
block breaks it in that block's piece.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from lissom.machine.model import Machine, State

Part = Mapping[str, State]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The parts of a machine. `entries` names the ready of each stretch, in the order they come."""

    machine: Machine
    frame: Part
    blocks: Mapping[str, Part]
    entries: Mapping[str, str]
    finished: str

    def piece(self, stretch: str) -> Machine:
        """Return the machine of one stretch alone."""
        others = sorted({*self.machine.options.get("without", ()), *self.blocks} - {stretch})
        first = next(iter(self.entries.values()))
        states = {
            **_led(self.frame, {first: self.entries[stretch]}),
            **_led(self.blocks[stretch], self._exits(stretch)),
        }
        return replace(self.machine, options={**self.machine.options, "without": others}, states=states)

    def block_key(self, stretch: str) -> Hashable:
        """Return the content of a block; equal for equal blocks, whatever comes after them."""
        return _content(self.blocks[stretch], self._exits(stretch))

    def frame_key(self) -> Hashable:
        """Return the content of the frame; equal for equal frames, whatever comes after them."""
        return _content(self.frame, {next(iter(self.entries.values())): ""})

    def after(self, stretch: str, left_out: frozenset[str] = frozenset()) -> str:
        """Return the entry that follows a stretch, or the finished end, with some stretches left out."""
        names = list(self.entries)
        later = names[names.index(stretch) + 1 :]
        return next((self.entries[name] for name in later if name not in left_out), self.finished)

    def _exits(self, stretch: str) -> Mapping[str, str]:
        return {self.after(stretch): self.finished}


def take_apart(machine: Machine) -> Pieces | None:
    """Return the parts of a machine, or None where it does not consist of such parts."""
    frame = {name: state for name, state in machine.states.items() if state.stretch is None}
    blocks: dict[str, dict[str, State]] = {}
    for name, state in machine.states.items():
        if state.stretch is not None:
            blocks.setdefault(state.stretch, {})[name] = state
    finished = [name for name, state in frame.items() if state.outcome and state.outcome.kind == "finished"]
    into = [to for state in frame.values() for to in state.on.values() if to not in frame]
    if len(finished) != 1 or len(set(into)) != 1:
        return None
    entries = _entries(machine, into[0], finished[0])
    if entries is None or set(entries) != set(blocks):
        return None
    pieces = Pieces(machine, frame, blocks, entries, finished[0])
    return pieces if all(_is_closed(pieces, stretch) for stretch in blocks) else None


TIMING: Final = {"hold": None, "cap": None, "pace": "usual"}  # the options that say how long


def untimed(machine: Machine) -> Machine:
    """Return a machine in which nothing lasts longer than a second, as if no time had been chosen.

    A law that is proved of it has not read how long anything lasts; whether something waits it can tell.
    """
    states = {
        name: state if (state.seconds or 0) <= 1 else replace(state, seconds=1)
        for name, state in machine.states.items()
    }
    return replace(machine, states=states, options={**machine.options, **TIMING})


def _entries(machine: Machine, first: str, finished: str) -> dict[str, str] | None:
    """Return the readies in order, from each to the one that its skip leads to."""
    entries: dict[str, str] = {}
    here = first
    while here != finished:
        state = machine.states.get(here)
        if state is None or state.kind != "ready" or state.stretch is None or state.stretch in entries:
            return None
        entries[state.stretch] = here
        here = state.on.get("skip", "")
    return entries


def _is_closed(pieces: Pieces, stretch: str) -> bool:
    """Whether a block leads only into itself, to the next entry, or to an end."""
    block, onward = pieces.blocks[stretch], pieces.after(stretch)
    return all(
        target in block or target == onward or _is_end(pieces.frame.get(target))
        for state in block.values()
        for target in state.on.values()
    )


def _is_end(state: State | None) -> bool:
    return state is not None and state.kind == "end"


def _led(part: Part, elsewhere: Mapping[str, str]) -> dict[str, State]:
    """Return a part with some of the states it leads to replaced."""
    return {
        name: replace(state, on={event: elsewhere.get(to, to) for event, to in state.on.items()})
        if not elsewhere.keys().isdisjoint(state.on.values())
        else state
        for name, state in part.items()
    }


def _content(part: Part, elsewhere: Mapping[str, str]) -> Hashable:
    return tuple(
        (name, _labels(state), tuple((event, elsewhere.get(to, to)) for event, to in state.on.items()))
        for name, state in part.items()
    )


def _labels(state: State) -> Hashable:
    return (
        state.kind, state.cue, state.seconds, state.stretch, state.position, state.rung, state.level,
        state.side, state.round, state.repeat, state.continues, state.slip, state.figure, state.high,
        state.then, state.outcome,
    )  # fmt: skip
