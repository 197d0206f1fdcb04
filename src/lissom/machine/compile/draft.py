"""The states collected so far, and what every part of the compiler needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypedDict, Unpack

from lissom.machine.closed_routine import advice_cue, advice_text
from lissom.machine.cues import make_cue, seconds_for, seconds_to_say
from lissom.machine.model import Cue, Figure, Kind, Outcome, State, Then
from lissom.machine.options import Options
from lissom.routine.model import Advice, Side, Words
from lissom.routine.phrases import Phrases


class Labels(TypedDict, total=False):
    """What a state says of itself besides its kind."""

    stretch: str | None
    position: str | None
    rung: int | None
    level: int | None
    side: str | None
    round: int | None
    repeat: int | None


FINISHED = "end.finished"
STOPPED = "end.stopped"


@dataclass(slots=True)
class Draft:
    """A machine in the making."""

    options: Options
    phrases: Phrases
    states: dict[str, State] = field(default_factory=dict)

    def add(self, name: str, state: State) -> str:
        """Add a state and return its id."""
        if name in self.states:
            raise ValueError(f"two states are named {name}")
        self.states[name] = state
        return name

    def cue(self, title: str, words: Words, side: Side | None, offer: str | None = None) -> Cue:
        """Return the cue of a routine's words."""
        return make_cue(title, words, side, self.phrases, offer)

    def seconds(self, kind: Kind, cue: Cue, takes: int = 0) -> int:
        """Return how long a state of that kind with that cue lasts."""
        return seconds_for(kind, cue.say, takes, self.options)

    def figure(self, words: Words, side: Side | None, pose: str | None = None) -> Figure | None:
        """Return the picture that goes with a routine's words."""
        name = pose or words.pose
        return Figure(name, side) if name else None

    def advice(self, title: str, advice: Advice) -> Cue:
        """Return an advice as a cue. It has no shorter form: the signs and the number are never left out."""
        number = self.options.emergency
        say = advice_text(advice.now, advice.contact, self.phrases, number)
        return Cue(title, say, say)

    def add_advice(
        self,
        name: str,
        cue: Cue,
        leads_to: str,
        stop: str,
        then: Then | None = None,
        *,
        slip: bool = False,
        **labels: Unpack[Labels],
    ) -> str:
        """Add an advice that leads on by itself, and return its id."""
        on = {"elapsed": leads_to, "next": leads_to, "stop": stop}
        seconds = seconds_to_say(cue.say)
        return self.add(name, State("advise", cue, on, seconds, then=then, slip=slip, **labels))

    def add_which(self, name: str, on: Mapping[str, str], then: Then | None, **labels: Unpack[Labels]) -> str:
        """Add the question what it is that hurts, and return its id. It waits for the person."""
        phrase = self.phrases.which
        cue = Cue(phrase.title, phrase.say, phrase.brief)
        return self.add(name, State("which", cue, on, slip=True, then=then, **labels))

    def add_serious(self, name: str, where: Outcome, **labels: Unpack[Labels]) -> str:
        """Add the advice after a sign of an emergency, with its end; return the advice's id."""
        if name not in self.states:
            cue = advice_cue(self.phrases.serious, self.phrases, self.options.emergency)
            end = self.add_end(f"{name}.end", cue, replace(where, advice=cue.say), **labels)
            then = Then(until="contact", close="all")
            self.add_advice(name, cue, end, end, then, slip=True, **labels)
        return name

    def add_end(self, name: str, cue: Cue, outcome: Outcome, **labels: Unpack[Labels]) -> str:
        """Add an end and return its id."""
        return self.add(name, State("end", cue, outcome=outcome, **labels))

    def add_plain_ends(self, answered: str | None = None) -> None:
        """Add the two ends that every machine has: finished and stopped.

        A page of questions is finished with its own words, `answered`, and those for afterwards.
        """
        done, stopped = self.phrases.answered if answered else self.phrases.finished, self.phrases.stopped
        say = f"{answered} {done.say}" if answered else done.say
        brief = answered or done.brief
        self.add_end(FINISHED, Cue(done.title, say, brief), Outcome("finished", advice=say))
        cue = Cue(stopped.title, stopped.say, stopped.brief)
        self.add_end(STOPPED, cue, Outcome("stopped", advice=stopped.say))
