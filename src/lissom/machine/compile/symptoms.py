"""What follows a symptom or a stop in one stretch: letting go, advice, rest, question, end [A11, B11].

Where the body is loaded, everything is let go at once; where it is not, the advice comes straight
away. The states are shared over rounds and repeats: they depend on the side, on the position and
on what was felt. They are made only when something leads to them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lissom.machine.compile.draft import STOPPED, Draft, Labels
from lissom.machine.model import Cue, Outcome, State, Then
from lissom.routine.model import Advice, Position, Side, Stretch, SymptomRule

SETTLE_SECONDS = 30  # a convention, see docs/conventions.md


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something was felt: a side, and a position or none where the stretch had not begun.

    `highest` is the spot that a symptom told later belongs to, where ease has led down from there.
    """

    side: Side | None
    position: Position | None = None
    rung: int | None = None
    highest: Spot | None = None

    @property
    def level(self) -> int:
        """The level; where there is no position it counts as 1."""
        return self.position.level if self.position else 1

    @property
    def afterwards(self) -> Spot:
        """The spot of whatever is told once everything is let go: people come out first and tell later."""
        return self.highest or self


@dataclass(frozen=True, slots=True)
class Aftermath:
    """The states after a symptom or a stop, for one stretch; `following` is the stretch after it."""

    draft: Draft
    stretch: Stretch
    rules: Sequence[SymptomRule]
    following: str

    def unloaded(self, spot: Spot) -> dict[str, str]:
        """Return the events of a state in which nothing is stretched."""
        return {"stop": STOPPED, **self._each(lambda rule: self._told(spot, rule))}

    def loaded(self, spot: Spot) -> dict[str, str]:
        """Return the events of a state in which something is stretched: everything is let go first."""
        return {
            "stop": self.stop(spot.afterwards),
            **{rule.symptom: self._let_go(spot, rule) for rule in self.rules},
        }

    def _each(self, lead: Callable[[SymptomRule], str]) -> dict[str, str]:
        return {str(rule.symptom): lead(rule) for rule in self.rules}

    def _let_go(self, spot: Spot, rule: SymptomRule) -> str:
        name = self._name(spot, rule, "let-go")
        if name not in self.draft.states:
            advise = self._advise(spot, rule, "advise", self._after_advice(spot, rule), then=None)
            further = self._each(lambda _: advise)
            on = {"elapsed": advise, "stop": self._end(spot, rule), **further}
            self._add_let_go(name, spot, on, self._then(spot, rule))
        return name

    def stop(self, spot: Spot) -> str:
        """Return the letting go that a stop starts; a symptom told in it still has its own advice and end."""
        name = f"{self._base(spot)}.stop.let-go"
        if name not in self.draft.states:
            told = self._each(lambda rule: self._told(spot, rule, to_end=True))
            self._add_let_go(name, spot, {"elapsed": STOPPED, "stop": STOPPED, **told}, None)
        return name

    def _add_let_go(self, name: str, spot: Spot, on: Mapping[str, str], then: Then | None) -> None:
        words = self.stretch.let_go
        cue = self.draft.cue(self.draft.phrases.let_go.title, words, spot.side)
        seconds = self.draft.seconds("release", cue, words.takes)
        figure = self.draft.figure(words, spot.side)
        self.draft.add(
            name, State("release", cue, on, seconds, figure=figure, then=then, **self._labels(spot))
        )

    def _told(self, spot: Spot, rule: SymptomRule, *, to_end: bool = False) -> str:
        """A symptom told where nothing is stretched: the advice itself closes what hurt."""
        if to_end and rule.ends == "stretch":
            return self._advise(spot, rule, "told-last", self._end(spot, rule), self._then(spot, rule))
        return self._advise(spot, rule, "told", self._after_advice(spot, rule), self._then(spot, rule))

    def _advise(self, spot: Spot, rule: SymptomRule, part: str, leads_to: str, then: Then | None) -> str:
        name = self._name(spot, rule, part)
        if name not in self.draft.states:
            cue, stop = self._advice_cue(rule), self._end(spot, rule)
            self.draft.add_advice(name, cue, leads_to, stop, then, **self._labels(spot))
        return name

    def _after_advice(self, spot: Spot, rule: SymptomRule) -> str:
        return self._end(spot, rule) if rule.ends == "session" else self._settle(spot, rule)

    def _settle(self, spot: Spot, rule: SymptomRule) -> str:
        """The rest in which a pain may settle; another symptom in it ends the session."""
        name = self._name(spot, rule, "rest")
        if name not in self.draft.states:
            phrase, settled = self.draft.phrases.settle, self._settled(spot, rule)
            cue = Cue(phrase.title, phrase.say, phrase.brief)
            others = self._each(
                lambda each: settled if each is rule else self._told(spot.afterwards, each, to_end=True)
            )
            on = {"elapsed": settled, "stop": self._end(spot, rule), **others}
            seconds = self.draft.seconds("rest", cue, SETTLE_SECONDS)
            figure = self.draft.figure(self.stretch.rest, spot.side)
            self.draft.add(
                name, State("rest", cue, on, seconds, self.stretch.id, side=spot.side, figure=figure)
            )
        return name

    def _settled(self, spot: Spot, rule: SymptomRule) -> str:
        phrase, end = self.draft.phrases.settled, self._end(spot, rule)
        unsettled = self.draft.phrases.unsettled
        cue = self.draft.advice(unsettled.title, Advice(unsettled.now, unsettled.contact))
        enough = self.draft.add_advice(
            self._name(spot, rule, "unsettled"), cue, end, end, **self._labels(spot)
        )
        on = {"yes": self.following, "no": enough, "stop": end}
        question = Cue(phrase.title, phrase.say, phrase.brief)
        return self.draft.add(
            self._name(spot, rule, "settled"),
            State("ask", question, on, stretch=self.stretch.id, side=spot.side),
        )

    def _end(self, spot: Spot, rule: SymptomRule) -> str:
        name = self._name(spot, rule, "end")
        if name not in self.draft.states:
            cue = self._advice_cue(rule)
            position = spot.position.id if spot.position else None
            outcome = Outcome("symptom", rule.symptom, self.stretch.id, position, spot.side, cue.say)
            self.draft.add_end(name, cue, outcome, **self._labels(spot))
        return name

    def _advice_cue(self, rule: SymptomRule) -> Cue:
        return self.draft.advice(self.draft.phrases.unwell.title, rule.advice)

    def _then(self, spot: Spot, rule: SymptomRule) -> Then:
        if rule.afterwards == "leave-out":
            return Then(until=rule.until, leave_out=self.stretch.id)
        cap = spot.level - 1
        return Then(until=rule.until if cap == 0 else "clean-session", stretch=self.stretch.id, cap_level=cap)

    def _labels(self, spot: Spot) -> Labels:
        position = spot.position
        return {
            "stretch": self.stretch.id,
            "position": position.id if position else None,
            "rung": spot.rung,
            "level": position.level if position else None,
            "side": spot.side,
        }

    def _base(self, spot: Spot) -> str:
        place = spot.position.id if spot.position else "ready"
        eased = f"eased-from-{spot.highest.position.id}" if spot.highest and spot.highest.position else None
        return ".".join(filter(None, (self.stretch.id, spot.side, place, eased)))

    def _name(self, spot: Spot, rule: SymptomRule, part: str) -> str:
        return f"{self._base(spot)}.{rule.symptom}.{part}"
