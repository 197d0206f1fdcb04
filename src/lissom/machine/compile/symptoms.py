"""What follows a symptom, `hurts` or a stop in one stretch: letting go, advice, end [A11, B11].

Where the body is loaded, everything is let go at once; where it is not, the advice comes straight
away. The states are shared over rounds and repeats: they depend on the side, on the position and
on what was felt. They are made only when something leads to them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from lissom.machine.advice import consequence, contact_words
from lissom.machine.compile.draft import STOPPED, Draft, Labels
from lissom.machine.model import HURTS, SERIOUS, Cue, Figure, Outcome, State, Then
from lissom.routine.model import Advice, Position, Side, Stretch, SymptomRule

SETTLE_SECONDS = 30  # a convention, see docs/conventions.md
UP_SECONDS = 30  # of sitting after the floor; a convention, see docs/conventions.md
ON_THE_FLOOR = frozenset({"kneeling"})
SITTING = Figure("rest.sit")


@dataclass(frozen=True, slots=True)
class SymptomSpot:
    """Where something was felt: a side, and a position or none where the stretch had not begun.

    `highest` is the highest spot reached on this side in this round, where that is another one.
    `released` tells that the position is being let go: then what is felt counts at the highest.
    """

    side: Side | None
    position: Position | None = None
    rung: int | None = None
    highest: SymptomSpot | None = None
    released: bool = False

    @property
    def level(self) -> int:
        """The level; where there is no position it counts as 1."""
        return self.position.level if self.position else 1

    @property
    def counted(self) -> SymptomSpot:
        """The spot that what is felt here counts at."""
        return self.highest if self.highest and self.released else self

    @property
    def afterwards(self) -> SymptomSpot:
        """The spot of what is told later, at rest: people come out first and tell then."""
        return self.highest or self


@dataclass(frozen=True, slots=True)
class Aftermath:
    """The states after a symptom, `hurts` or a stop, for one stretch.

    `following` is what a stretch that is over leads to. A session that must end all the same (`to_end`:
    after a stop, or once a pain had settled) has advice and questions of its own, since they lead
    elsewhere.
    """

    draft: Draft
    stretch: Stretch
    rules: tuple[SymptomRule, ...]
    following: str
    made: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)  # the events of each spot, once

    def unloaded(self, spot: SymptomSpot) -> dict[str, str]:
        """Return the events of a state in which nothing is stretched."""
        return self._once("unloaded", spot, self._unloaded)

    def loaded(self, spot: SymptomSpot) -> dict[str, str]:
        """Return the events of a state in which something is stretched: everything is let go first."""
        return self._once("loaded", spot, self._loaded)

    def _once(
        self, where: str, spot: SymptomSpot, make: Callable[[SymptomSpot], dict[str, str]]
    ) -> dict[str, str]:
        key = (where, self._base(spot))
        if key not in self.made:
            self.made[key] = make(spot)
        return self.made[key]

    def _unloaded(self, spot: SymptomSpot) -> dict[str, str]:
        return {
            "stop": STOPPED,
            HURTS: self._which(spot, "told", then=True),
            **self._each(lambda rule: self._told(spot, rule)),
        }

    def resting(self, spot: SymptomSpot) -> dict[str, str]:
        """Return the events of the rest that follows a settled pain: what is felt then ends the session."""
        return {
            "stop": STOPPED,
            HURTS: self._which(spot, "last", then=True, to_end=True),
            **self._each(lambda rule: self._told(spot, rule, to_end=True)),
        }

    def _loaded(self, spot: SymptomSpot) -> dict[str, str]:
        return {
            "stop": self._stop(spot),
            HURTS: self._hurts(spot),
            **self._each(lambda rule: self._let_go(spot, rule)),
        }

    def _each(self, lead: Callable[[SymptomRule], str]) -> dict[str, str]:
        return {str(rule.symptom): lead(rule) for rule in self.rules}

    @property
    def _pain(self) -> SymptomRule:
        """The rule for what is not yet named."""
        return next(rule for rule in self.rules if rule.symptom == "pain")

    def rise(self, name: str, spot: SymptomSpot, events: Callable[[SymptomSpot], dict[str, str]]) -> str:
        """Return what follows a stretch: after one on the floor, getting up and a rest on the chair first."""
        if self.stretch.posture not in ON_THE_FLOOR:
            return self.following
        if name not in self.draft.states:
            phrase = self.draft.phrases.up
            cue = Cue(phrase.title, phrase.say, phrase.brief)
            seconds = self.draft.seconds("rest", cue, UP_SECONDS)
            on = {"elapsed": self.following, **events(spot)}
            self.draft.add(
                name, State("rest", cue, on, seconds, self.stretch.id, side=spot.side, figure=SITTING)
            )
        return name

    # letting go

    def _let_go(self, spot: SymptomSpot, rule: SymptomRule) -> str:
        name = self._name(spot, rule.symptom, "let-go")
        if name not in self.draft.states:
            counted = spot.counted
            advise = self._advise(counted, rule, "advise", self._after_advice(counted, rule), then=None)
            further = {HURTS: advise, **self._each(lambda _: advise)}
            on = {"elapsed": advise, "stop": self._end(counted, rule), **further}
            self._add_let_go(name, spot, on, self._then(counted, rule))
        return name

    def _hurts(self, spot: SymptomSpot) -> str:
        """Return the letting go of somebody who has not yet said what it is."""
        name = self._name(spot, HURTS, "let-go")
        if name not in self.draft.states:
            which = self._which(spot.counted, "", then=False)
            named = self._each(lambda rule: self._let_go(spot, rule))
            end = self._end(spot.counted, self._pain)
            on = {"elapsed": which, HURTS: which, "stop": end, **named}
            self._add_let_go(name, spot, on, self._then(spot.counted, self._pain))
        return name

    def _stop(self, spot: SymptomSpot) -> str:
        """Return the letting go that a stop starts; a symptom told in it still has its own advice and end."""
        name = self._name(spot, "stop", "let-go")
        if name not in self.draft.states:
            counted = spot.counted
            told = self._each(lambda rule: self._told(counted, rule, to_end=True))
            which = self._which(counted, "last", then=True, to_end=True)
            self._add_let_go(name, spot, {"elapsed": STOPPED, "stop": STOPPED, HURTS: which, **told}, None)
        return name

    def _add_let_go(self, name: str, spot: SymptomSpot, on: Mapping[str, str], then: Then | None) -> None:
        words = self.stretch.let_go
        cue = self.draft.cue(self.draft.phrases.let_go.title, words, spot.side)
        seconds = self.draft.seconds("release", cue, words.takes)
        figure = self.draft.figure(words, spot.side)
        self.draft.add(
            name, State("release", cue, on, seconds, figure=figure, then=then, **self._labels(spot))
        )

    # what was it?

    def _which(self, spot: SymptomSpot, after: str, *, then: bool, to_end: bool = False) -> str:
        """Return the question what is felt. It waits, and a wrong tap can be taken back in it."""
        if after == "last" and all(rule.ends == "session" for rule in self.rules):
            after = "told"  # whatever is told ends the session anyway
        name = ".".join(filter(None, (self._base(spot), after, HURTS, "which")))
        if name not in self.draft.states:
            on = {
                **self._each(lambda rule: self._told(spot, rule, to_end=to_end)),
                SERIOUS: self._serious(spot),
                "stop": self._end(spot, self._pain),
            }
            taken = self._then(spot, self._pain) if then else None
            self.draft.add_which(name, on, taken, **self._labels(spot))
        return name

    def _serious(self, spot: SymptomSpot) -> str:
        place = spot.position.id if spot.position else None
        where = Outcome("emergency", None, self.stretch.id, place, spot.side)
        return self.draft.add_serious(f"{self._base(spot)}.serious", where, **self._labels(spot))

    # advice, rest, question, end

    def _told(self, spot: SymptomSpot, rule: SymptomRule, *, to_end: bool = False) -> str:
        """A symptom told where nothing is stretched: the advice itself closes what hurt."""
        if to_end and rule.ends == "stretch":
            return self._advise(spot, rule, "told-last", self._end(spot, rule), self._then(spot, rule))
        return self._advise(spot, rule, "told", self._after_advice(spot, rule), self._then(spot, rule))

    def _advise(
        self, spot: SymptomSpot, rule: SymptomRule, part: str, leads_to: str, then: Then | None
    ) -> str:
        name = self._name(spot, rule.symptom, part)
        if name not in self.draft.states:
            cue, stop = self._advice_cue(spot, rule), self._end(spot, rule)
            self.draft.add_advice(name, cue, leads_to, stop, then, **self._labels(spot))
        return name

    def _after_advice(self, spot: SymptomSpot, rule: SymptomRule) -> str:
        return self._end(spot, rule) if rule.ends == "session" else self._settle(spot, rule)

    def _settle(self, spot: SymptomSpot, rule: SymptomRule) -> str:
        """The rest in which a pain may settle; another symptom in it ends the session."""
        name = self._name(spot, rule.symptom, "rest")
        if name not in self.draft.states:
            phrase, settled = self.draft.phrases.settle, self._settled(spot, rule)
            cue = Cue(phrase.title, phrase.say, phrase.brief)
            on = {"elapsed": settled, "stop": self._end(spot, rule)}
            on |= self._each(
                lambda each: settled if each is rule else self._told(spot.afterwards, each, to_end=True)
            )
            on[HURTS] = on["pain"]
            seconds = self.draft.seconds("rest", cue, SETTLE_SECONDS)
            figure = self.draft.figure(self.stretch.rest, spot.side)
            self.draft.add(
                name, State("rest", cue, on, seconds, self.stretch.id, side=spot.side, figure=figure)
            )
        return name

    def _settled(self, spot: SymptomSpot, rule: SymptomRule) -> str:
        phrase, end = self.draft.phrases.settled, self._end(spot, rule)
        unsettled = self.draft.phrases.unsettled
        cue = self.draft.advice(unsettled.title, Advice(unsettled.now, unsettled.contact))
        enough = self.draft.add_advice(
            self._name(spot, rule.symptom, "unsettled"), cue, end, end, **self._labels(spot)
        )
        onward = self.rise(self._name(spot, rule.symptom, "up"), spot.afterwards, self.resting)
        on = {"yes": onward, "no": enough, "stop": end}
        question = Cue(phrase.title, phrase.say, phrase.brief)
        return self.draft.add(
            self._name(spot, rule.symptom, "settled"),
            State("ask", question, on, stretch=self.stretch.id, side=spot.side),
        )

    def _end(self, spot: SymptomSpot, rule: SymptomRule) -> str:
        name = self._name(spot, rule.symptom, "end")
        if name not in self.draft.states:
            cue = self._advice_cue(spot, rule)
            position = spot.position.id if spot.position else None
            outcome = Outcome("symptom", rule.symptom, self.stretch.id, position, spot.side, cue.say)
            self.draft.add_end(name, cue, outcome, **self._labels(spot))
        return name

    def _advice_cue(self, spot: SymptomSpot, rule: SymptomRule) -> Cue:
        contact = contact_words(self._then(spot, rule), rule.symptom, self.draft.phrases, self.stretch.region)
        return self.draft.advice(self.draft.phrases.unwell.title, replace(rule.advice, contact=contact))

    def _then(self, spot: SymptomSpot, rule: SymptomRule) -> Then:
        return consequence(rule, self.stretch.id, spot.level)

    def _labels(self, spot: SymptomSpot) -> Labels:
        position = spot.position
        return {
            "stretch": self.stretch.id,
            "position": position.id if position else None,
            "rung": spot.rung,
            "level": position.level if position else None,
            "side": spot.side,
        }

    def _base(self, spot: SymptomSpot) -> str:
        place = spot.position.id if spot.position else "ready"
        way = "released-from" if spot.released else "eased-from"
        higher = f"{way}-{spot.highest.position.id}" if spot.highest and spot.highest.position else None
        return ".".join(filter(None, (self.stretch.id, spot.side, place, higher)))

    def _name(self, spot: SymptomSpot, felt: str, part: str) -> str:
        return f"{self._base(spot)}.{felt}.{part}"
