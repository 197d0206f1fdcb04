"""One way up the rungs of a stretch, its holds, and the way down [A5, A10, A12, A13, B7].

Every state is made when something first leads to it, so no state is without a way in.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace

from lissom.machine.compile.draft import Draft, Labels
from lissom.machine.compile.symptoms import Aftermath, SymptomSpot
from lissom.machine.cues import fill
from lissom.machine.model import Cue, Figure, State
from lissom.machine.options import chosen, open_cap
from lissom.routine.model import OpenHold, Position, Side, Stretch, TimedHold
from lissom.routine.phrases import Phrase

FIRST_LOADED = 1  # a release from a rung above this one, counted from 0, leaves the body above the first rung


class Landing(ABC):
    """What follows when a climb is down again."""

    __slots__ = ()

    @property
    @abstractmethod
    def skips_repeats(self) -> bool:
        """Whether leaving this side passes over repeats that are still to come."""

    @abstractmethod
    def land(self, spot: SymptomSpot, *, skipped: bool) -> str:
        """Return the id of the state after the last release."""


@dataclass(frozen=True, slots=True)
class Climb:
    """One round, side and repeat of a stretch. Rungs are indexed from 0 here, labelled from 1."""

    draft: Draft
    stretch: Stretch
    aftermath: Aftermath
    positions: tuple[Position, ...]
    name: str
    round: int
    side: Side | None
    repeat: int
    landing: Landing

    def add(self) -> str:
        """Add the climb and return the id of its first move."""
        return self._move(0)

    # the way up

    def _move(self, rung: int) -> str:
        position = self.positions[rung]
        words = position.move

        def state() -> State:
            onward = self._hold(rung) if position.hold else self._above(rung)
            on = {
                "elapsed": onward,
                "ease": self._ease_move(rung),
                "skip": self._leave(rung),
                **self._loaded(rung),
            }
            cue = self.draft.cue(position.title, words, self.side)
            return State(
                "move", cue, on, self.draft.seconds("move", cue, words.takes), figure=self._figure(rung)
            )

        return self._once(f"{position.id}.move", rung, state)

    def _above(self, rung: int) -> str:
        """After a position was held to the end: the next one where nothing is asked for it, else down."""
        above = self._next(rung)
        if above is None or (above.gate and (above.gate.own_yes or not self._round_fits(above))):
            return self._down(rung, rung)
        return self._move(rung + 1)

    def _hold(self, rung: int) -> str:
        position, offer = self.positions[rung], self._offer(rung)

        def state() -> State:
            words = self._held(position).words
            cue = replace(self.draft.cue(position.title, words, self.side), offer=offer)
            answers = {"yes": self._taken(rung)} if offer else {}
            onward = self._down(rung, rung) if offer else self._above(rung)
            on = self._hold_events(rung, onward, self._ease_hold(rung)) | answers
            return State("hold", cue, on, self._hold_seconds(rung), figure=self._figure(rung))

        return self._once(f"{position.id}.hold", rung, state)

    def _taken(self, rung: int) -> str:
        """The person said yes: only the end of this hold moves higher, and no takes it back."""
        phrases = self.draft.phrases
        left_alone = self._continue(
            rung, "no", phrases.left_alone, lambda: self._down(rung, rung), self._ease_hold(rung)
        )
        return self._continue(
            rung, "yes", phrases.taken, lambda: self._move(rung + 1), self._ease_hold(rung), no=left_alone
        )

    def _continue(
        self, rung: int, part: str, phrase: Phrase, onward: Callable[[], str], ease: str, **more: str
    ) -> str:
        """A state in which the same hold, and its timer, go on."""
        position = self.positions[rung]

        def state() -> State:
            cue = Cue(position.title, phrase.say, phrase.brief)
            on = self._hold_events(rung, onward(), ease) | more
            return State("hold", cue, on, self._hold_seconds(rung), continues=True, figure=self._figure(rung))

        return self._once(f"{position.id}.hold.{part}", rung, state)

    def _hold_events(self, rung: int, onward: str, ease: str) -> dict[str, str]:
        on = {"elapsed": onward, "ease": ease, "skip": self._leave(rung), **self._loaded(rung)}
        return on | {"next": onward} if isinstance(self.positions[rung].hold, OpenHold) else on

    # less, please

    def _ease_move(self, rung: int) -> str:
        """On the way up: down one rung where that one is held, else as skip."""
        return self._down_to_hold(rung, rung) if self._held_below(rung) else self._leave(rung)

    def _ease_hold(self, rung: int) -> str:
        """In a hold: down one rung where that one is held, else back a little in the same hold."""
        if self._held_below(rung):
            return self._down_to_hold(rung, rung)
        down = self._down(rung, rung)
        return self._continue(rung, "eased", self.draft.phrases.eased, lambda: down, down)

    def _down_to_hold(self, rung: int, highest: int) -> str:
        """Release one rung, and hold the one below for the least time there is [A2]."""
        return self._release(rung, highest, "ease", lambda: self._hold_below(rung - 1, highest))

    def _hold_below(self, rung: int, highest: int) -> str:
        position, phrase = self.positions[rung], self.draft.phrases.lower

        def state() -> State:
            hold, down = self._held(position), self._down(rung, highest)
            seconds = hold.seconds.least if isinstance(hold, TimedHold) else self._hold_seconds(rung)
            ease = self._down_to_hold(rung, highest) if self._held_below(rung) else down
            on = self._hold_events(rung, down, ease)
            on["skip"] = self._down(rung, highest, skipped=True)
            on |= self.aftermath.loaded(replace(self._spot(rung), highest=self._spot(highest)))
            cue = Cue(position.title, phrase.say, phrase.brief)
            return State("hold", cue, on, seconds, figure=self._figure(rung))

        return self._once(f"{position.id}.hold.eased-from-{self.positions[highest].id}", rung, state)

    # the way down

    def _leave(self, rung: int) -> str:
        return self._down(rung, rung, skipped=True)

    def _down(self, rung: int, highest: int, *, skipped: bool = False) -> str:
        """The releases from a rung in reverse order, and what follows them."""
        skipped = skipped and self.landing.skips_repeats

        def onward() -> str:
            if rung:
                return self._down(rung - 1, highest, skipped=skipped)
            return self.landing.land(self._spot(highest), skipped=skipped)

        return self._release(rung, highest, "skip" if skipped else "", onward)

    def _release(self, rung: int, highest: int, why: str, onward: Callable[[], str]) -> str:
        position = self.positions[rung]
        came_from = f"from-{self.positions[highest].id}" if highest != rung else ""

        def state() -> State:
            symptoms = (
                self.aftermath.loaded(self._released(rung, highest))
                if rung > FIRST_LOADED
                else self.aftermath.unloaded(self._spot(highest))
            )
            cue = self.draft.cue(position.title, position.release, self.side)
            seconds = self.draft.seconds("release", cue, position.release.takes)
            pose = position.release.pose or (
                self.positions[rung - 1].pose if rung else self.stretch.ready.pose
            )
            figure = Figure(pose, self.side) if pose else None
            return State("release", cue, {"elapsed": onward(), **symptoms}, seconds, figure=figure)

        return self._once(".".join(filter(None, (position.id, "release", why, came_from))), rung, state)

    # what is true of a rung

    def _next(self, rung: int) -> Position | None:
        return self.positions[rung + 1] if rung + 1 < len(self.positions) else None

    def _round_fits(self, position: Position) -> bool:
        return position.gate is not None and position.gate.round in (None, self.round)

    def _offer(self, rung: int) -> str | None:
        above = self._next(rung)
        if above is None or above.offer is None or not self._round_fits(above):
            return None
        return fill(above.offer, self.side, self.draft.phrases)

    def _held(self, position: Position) -> TimedHold | OpenHold:
        assert position.hold is not None
        return position.hold

    def _held_below(self, rung: int) -> bool:
        return rung > 0 and self.positions[rung - 1].hold is not None

    def _hold_seconds(self, rung: int) -> int:
        """The chosen time; where the next position stands behind a gate, the time that gate asks for."""
        hold, above = self._held(self.positions[rung]), self._next(rung)
        if isinstance(hold, OpenHold):
            return open_cap(hold, self.stretch.posture, self.draft.options.cap)
        if above and above.gate and self._round_fits(above):
            return above.gate.seconds
        return chosen(hold.seconds, self.draft.options.hold)

    def _spot(self, rung: int) -> SymptomSpot:
        return SymptomSpot(self.side, self.positions[rung], rung + 1)

    def _released(self, rung: int, highest: int) -> SymptomSpot:
        """The spot of a release that leaves the body loaded: what is felt in it counts at the highest."""
        if rung == highest:
            return self._spot(rung)
        return replace(self._spot(rung), highest=self._spot(highest), released=True)

    def _loaded(self, rung: int) -> dict[str, str]:
        return self.aftermath.loaded(self._spot(rung))

    def _figure(self, rung: int) -> Figure:
        return Figure(self.positions[rung].pose, self.side)

    def _once(self, part: str, rung: int, build: Callable[[], State]) -> str:
        """Add a state of this climb with its labels, unless it is there; return its id."""
        name = f"{self.name}.{part}"
        if name not in self.draft.states:
            position = self.positions[rung]
            labels = Labels(
                stretch=self.stretch.id,
                position=position.id,
                rung=rung + 1,
                level=position.level,
                side=self.side,
                round=self.round,
                repeat=self.repeat,
            )
            self.draft.add(name, replace(build(), **labels))
        return name
