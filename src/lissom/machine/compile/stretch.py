"""One stretch: ready, then for each round, side and repeat up the rungs, hold, and down again.

A `Climb` is one such way up and down. Releases, switch and rest exist once for each highest
position reached, because people come out first and tell afterwards what they felt.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lissom.machine.compile.climb import Climb, Landing
from lissom.machine.compile.draft import Draft
from lissom.machine.compile.symptoms import ON_THE_FLOOR, Aftermath, SymptomSpot
from lissom.machine.cues import other
from lissom.machine.model import Kind, State
from lissom.machine.options import chosen
from lissom.routine.model import Position, Routine, Side, Stretch, Words


def add_stretch(draft: Draft, routine: Routine, stretch: Stretch, following: str) -> str:
    """Add a whole stretch that leads on to `following`, and return the id of its ready."""
    aftermath = Aftermath(draft, stretch, routine.rules_of(stretch), following)
    return _Course(draft, stretch, aftermath, _turns(draft, stretch), _moves_place(routine, stretch)).add()


def _moves_place(routine: Routine, stretch: Stretch) -> bool:
    """Whether a stretch can begin at another place than the one before it, whichever are left out."""
    before = routine.stretches[: routine.stretches.index(stretch)]
    return stretch.posture in ON_THE_FLOOR or any(each.posture != stretch.posture for each in before)


@dataclass(frozen=True, slots=True)
class _Turn:
    """One way up and down: a round, a side and a repeat, counted from 1 where there are several."""

    round: int
    side: Side | None
    repeat: int

    @property
    def of_side(self) -> tuple[int, Side | None]:
        """What the repeats on one side share; without sides a round is no more than a repeat."""
        return (self.round if self.side else 1), self.side


def _turns(draft: Draft, stretch: Stretch) -> tuple[_Turn, ...]:
    lead = draft.options.lead
    sides: list[Side | None] = [None] if stretch.sides == "none" else [lead, other(lead)]
    repeats = chosen(stretch.repeats, draft.options.repeats)
    return tuple(
        _Turn(number, side, repeat)
        for number in range(1, stretch.rounds.usual + 1)
        for side in sides
        for repeat in range(1, repeats + 1)
    )


@dataclass(frozen=True, slots=True)
class _Course:
    draft: Draft
    stretch: Stretch
    aftermath: Aftermath
    turns: tuple[_Turn, ...]
    moves_place: bool

    def add(self) -> str:
        """Add the climbs from the last to the first, so that each finds the one it leads to."""
        entry = ""
        for number in reversed(range(len(self.turns))):
            entry = self._add_climb(number, entry)
        return self._add_ready(self.turns[0].side, entry)

    def _add_climb(self, number: int, entry: str) -> str:
        turn = self.turns[number]
        later = next((t for t in self.turns[number:] if t.of_side != turn.of_side), None)
        climb = Climb(
            self.draft, self.stretch, self.aftermath,
            tuple(p for p in self.stretch.positions if p.level <= self.draft.options.level),
            self.name(turn), turn.round, turn.side, turn.repeat,
            _SideEnd(self, turn, self._next_repeat(number, entry), later),
        )  # fmt: skip
        return climb.add()

    def _next_repeat(self, number: int, entry: str) -> str | None:
        following = self.turns[number + 1 : number + 2]
        return entry if following and following[0].of_side == self.turns[number].of_side else None

    def first_move(self, turn: _Turn) -> str:
        """Return the id of a climb's first state."""
        return f"{self.name(turn)}.{self.stretch.positions[0].id}.move"

    def _add_ready(self, side: Side | None, entry: str) -> str:
        steady = self.stretch.steady
        first = (
            self._ready("steady", self.draft.phrases.steady.title, steady, side, entry) if steady else entry
        )
        waits = self.stretch.waits or self.moves_place
        return self._ready("ready", self.stretch.title, self._ready_words(), side, first, waits=waits)

    def _ready_words(self) -> Words:
        """The words of the ready; where it waits without saying so itself, how to go on is said too."""
        words, press = self.stretch.ready, self.draft.phrases.press_next
        if self.stretch.waits or not self.moves_place:
            return words
        return replace(words, say=f"{words.say} {press}", brief=f"{words.brief} {press}")

    def _ready(
        self, part: str, title: str, words: Words, side: Side | None, onward: str, *, waits: bool = False
    ) -> str:
        """Add a ready: the stretch's entry, or the moment of standing still after it."""
        on = {"next": onward, "skip": self.aftermath.following, **self.aftermath.unloaded(SymptomSpot(side))}
        if not waits:
            on["elapsed"] = onward
        cue = self.draft.cue(title, words, side)
        seconds = None if waits else self.draft.seconds("ready", cue, words.takes)
        figure = self.draft.figure(words, side)
        name = f"{self.stretch.id}.{part}"
        return self.draft.add(
            name, State("ready", cue, on, seconds, self.stretch.id, side=side, figure=figure)
        )

    def add_pause(
        self, name: str, kind: Kind, title: str, words: Words, side: Side | None, shown: Side | None,
        on: dict[str, str], number: int | None = None, repeat: int | None = None,
    ) -> str:  # fmt: skip
        """Add a rest or a switch; `side` is the one just worked, `shown` the one in the picture."""
        cue = self.draft.cue(title, words, side)
        seconds = self.draft.seconds(kind, cue, words.takes)
        figure = self.draft.figure(words, shown)
        return self.draft.add(
            name,
            State(
                kind, cue, on, seconds, self.stretch.id, side=side, round=number, repeat=repeat, figure=figure
            ),
        )

    def name(self, turn: _Turn, *, whole_side: bool = False) -> str:
        """Return how the ids of a turn begin, or of its whole side."""
        rounds = f"r{turn.round}" if self.stretch.rounds.most > 1 else None
        repeats = f"rep{turn.repeat}" if self.stretch.repeats.most > 1 and not whole_side else None
        return ".".join(filter(None, (self.stretch.id, rounds, turn.side, repeats)))


@dataclass(frozen=True, slots=True)
class _SideEnd(Landing):
    """Where a climb lands: the next repeat, the other side, or the end of the stretch."""

    course: _Course
    turn: _Turn
    next_repeat: str | None
    later: _Turn | None

    @property
    def skips_repeats(self) -> bool:
        """Whether leaving this side passes over repeats that are still to come."""
        return self.next_repeat is not None

    def land(self, spot: SymptomSpot, *, skipped: bool) -> str:
        """Return what follows the last release."""
        stretch = self.course.stretch
        if self.next_repeat and not skipped:
            return self._pause("between", stretch.between, spot, self.next_repeat)
        if self.later is None:
            return self._pause("rest", stretch.rest, spot, self._rise(spot))
        switch = self._pause("switch", stretch.switch, spot, self.course.first_move(self.later))
        return self._pause("break", stretch.between, spot, switch) if stretch.between else switch

    def _rise(self, spot: SymptomSpot) -> str:
        aftermath = self.course.aftermath
        return aftermath.rise(self._name("up", spot.position), spot, aftermath.unloaded)

    def _pause(self, part: str, words: Words | None, spot: SymptomSpot, leads_to: str) -> str:
        name = self._name(part, spot.position)
        if name in self.course.draft.states:
            return name
        assert words is not None, f"{self.course.stretch.id} needs words for {part}"
        on = {"elapsed": leads_to, **self.course.aftermath.unloaded(spot)}
        phrases, side = self.course.draft.phrases, self.turn.side
        repeat = self.turn.repeat if part == "between" else None
        if part == "switch":
            shown = self.later.side if self.later else None
            return self.course.add_pause(
                name, "switch", phrases.switch.title, words, side, shown, on, self.turn.round
            )
        return self.course.add_pause(
            name, "rest", phrases.rest.title, words, side, side, on, self.turn.round, repeat
        )

    def _name(self, part: str, highest: Position | None) -> str:
        stem = self.course.name(self.turn, whole_side=part != "between")
        after = f"after-{highest.id}" if highest and len(self.course.stretch.positions) > 1 else None
        return ".".join(filter(None, (stem, part, after)))
