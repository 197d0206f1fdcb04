"""The stretches on paper: every position in order, with its number, words and hold, and what comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lissom.coach.messages import Say
from lissom.exchange.handout.pictures import Window, draw_for_paper, find_window
from lissom.figure import describe_in, poses
from lissom.machine.cues import fill
from lissom.machine.options import Options, option_ranges
from lissom.routine.model import OpenHold, Position, Range, Routine, Side, Stretch, TimedHold
from lissom.routine.phrases import Phrases


@dataclass(frozen=True, slots=True)
class PrintedPosition:
    """One position: its number and picture, what to do, how long, how to come out, where it is felt.

    `going_on` is what stands before the way out where another position may follow from here. `seconds` are
    the least and the most of a timed hold, both the cap of an open one; none where it is passed through.
    """

    number: int
    title: str
    picture: str
    seen: str
    shown: str
    say: str
    hold: str
    breathe: str
    going_on: str
    release: str
    felt: str
    gate: str
    seconds: tuple[int, int] | None
    is_mirrored: bool


@dataclass(frozen=True, slots=True)
class PrintedStretch:
    """One stretch: how often, its steps, how to let go. `is_alone`: its one step bears its title."""

    id: str
    title: str
    often: str
    posture: str
    let_go: str
    steps: tuple[PrintedPosition, ...]
    is_alone: bool


@dataclass(frozen=True, slots=True)
class Writer:
    """In which words a routine is put on paper, and with which of the person's choices."""

    routine: Routine
    say: Say
    phrases: Phrases
    options: Options

    def parts(self, without: frozenset[str], highest: int) -> tuple[PrintedStretch, ...]:
        """Return the stretches that are not left out, up to a level, numbered through."""
        made: list[PrintedStretch] = []
        posture = None
        for stretch in self.routine.stretches:
            if stretch.id not in without:
                number = 1 + sum(len(part.steps) for part in made)
                made.append(self._part(stretch, number, highest, stretch.posture != posture))
                posture = stretch.posture
        return tuple(made)

    def _part(self, stretch: Stretch, number: int, highest: int, is_new_posture: bool) -> PrintedStretch:
        side = self._side(stretch)
        shown = [position for position in stretch.positions if position.level <= highest]
        titles = {position.id: position.title for position in stretch.positions}
        window = find_window([position.pose for position in shown], self.options.lead)
        return PrintedStretch(
            id=stretch.id,
            title=stretch.title,
            often=self._often(stretch),
            posture=self.say("handout-posture", posture=stretch.posture) if is_new_posture else "",
            let_go=fill(stretch.let_go.say, side, self.phrases),
            steps=tuple(
                self._step(stretch, each, n, titles, window, follows)
                for n, (each, follows) in enumerate(zip(shown, [*shown[1:], None], strict=True), number)
            ),
            is_alone=[position.title for position in shown] == [stretch.title],
        )

    def _step(
        self,
        stretch: Stretch,
        position: Position,
        number: int,
        titles: Mapping[str, str],
        window: Window,
        follows: Position | None,
    ) -> PrintedPosition:
        side, lead = self._side(stretch), self.options.lead
        felt = fill(position.felt, side, self.phrases)
        return PrintedPosition(
            number=number,
            title=position.title,
            picture=draw_for_paper(position.pose, lead, window),
            seen=describe_in(self.say, position.pose, lead).description,
            shown=self._shown(position.pose, side),
            say=fill(position.move.say, side, self.phrases),
            hold=self._hold(position.hold),
            breathe=fill(position.hold.words.brief, side, self.phrases) if position.hold else "",
            going_on=self.say("handout-going-on", next=number + 1) if position.hold and follows else "",
            release=self._way_out(stretch, position, side, follows is None) if position.hold else "",
            felt=self.say("position-felt", place=felt) if position.hold else "",
            gate=self._gate(stretch, position, titles),
            seconds=self.seconds(position.hold),
            is_mirrored=side is not None and poses()[position.pose].mirrored,
        )

    def _way_out(self, stretch: Stretch, position: Position, side: Side | None, is_last: bool) -> str:
        """Return how a position is left. From the highest rung paper says the whole way down: it has no
        release for each rung in turn."""
        release = fill(position.release.say, side, self.phrases)
        if len(stretch.positions) == 1 or not is_last:
            return release
        return (
            f"{release} {self.say('handout-way-out', words=fill(stretch.let_go.brief, side, self.phrases))}"
        )

    def _side(self, stretch: Stretch) -> Side | None:
        return None if stretch.sides == "none" else self.options.lead

    def _shown(self, pose: str, side: Side | None) -> str:
        info = poses()[pose]
        said = [self.say("handout-shown", side=side)] if side and info.sided else []
        return " ".join([*said, *([self.say("handout-mirrored")] if info.mirrored and side else [])])

    def seconds(self, hold: TimedHold | OpenHold | None) -> tuple[int, int] | None:
        """Return the least and the most seconds of a hold, within what the person chose."""
        if hold is None:
            return None
        if isinstance(hold, OpenHold):
            cap = self.options.cap or hold.cap
            return cap, cap
        return _ends(hold.seconds, self.options.hold, option_ranges(self.routine).hold)

    def _hold(self, hold: TimedHold | OpenHold | None) -> str:
        seconds = self.seconds(hold)
        if seconds is None:
            return self.say("position-passed")
        if isinstance(hold, OpenHold):
            return self.say("handout-hold-open", seconds=seconds[1])
        return self.say("handout-hold", **_told(seconds))

    def times(self, stretch: Stretch) -> tuple[int, int]:
        """Return the least and the most times that a stretch is done on each side, rounds included."""
        least, most = _ends(stretch.repeats, self.options.repeats, option_ranges(self.routine).repeats)
        return least * stretch.rounds.usual, most * stretch.rounds.usual

    def _often(self, stretch: Stretch) -> str:
        """Return how often, and where a symptom here ends more than in the other stretches."""
        said = self.say("handout-often", sides=stretch.sides, **_told(self.times(stretch)))
        sooner = [self.say(f"coach-symptom-{symptom}") for symptom in self.routine.ends_sooner(stretch)]
        return f"{said} {self.say('handout-ends-here', symptoms=', '.join(sooner))}" if sooner else said

    def _gate(self, stretch: Stretch, position: Position, titles: Mapping[str, str]) -> str:
        """Return what must come first, and where the higher levels begin what to watch for [A11]."""
        gate = position.gate
        if gate is None:
            return ""
        told = {"position": titles[gate.held], "seconds": gate.seconds}
        said = self.say("handout-gate", round=gate.round or 0, **told)
        higher = next((each for each in stretch.positions if each.level > 1), None)
        return f"{self.say('handout-higher')} {said}" if position is higher else said


def kept_from(routine: Routine, parts: tuple[PrintedStretch, ...]) -> dict[tuple[int, ...], list[str]]:
    """Return which steps are kept from whom: numbers, and the conditions that keep just these."""
    found: dict[tuple[int, ...], list[str]] = {}
    for condition, steps in _kept(routine, parts):
        found.setdefault(steps, []).append(condition)
    return {steps: found[steps] for steps in sorted(found, key=lambda steps: (-len(steps), steps))}


def _kept(routine: Routine, parts: tuple[PrintedStretch, ...]) -> Iterator[tuple[str, tuple[int, ...]]]:
    words = {item.id: item.words for question in routine.questions for item in question.items}
    levels = {s.id: [position.level for position in s.positions] for s in routine.stretches}
    for each in routine.conditions:
        kept = dict.fromkeys(each.leave_out, 0) | dict(each.cap_level)
        steps = tuple(
            step.number
            for part in parts
            if part.id in kept
            for step, level in zip(part.steps, levels[part.id], strict=False)
            if level > kept[part.id]
        )
        if steps:
            yield words.get(each.condition, each.condition), steps


def _ends(bounds: Range, choice: int | None, open_to: Range | None) -> tuple[int, int]:
    """Return what may be chosen, as the machines have it: the range that all of a routine have in common.

    It is twice the number that the person chose, and the range itself where there is nothing to choose.
    """
    if bounds.least == bounds.most or open_to is None:
        return bounds.least, bounds.most
    return (choice, choice) if choice is not None else (open_to.least, open_to.most)


def _told(ends: tuple[int, int]) -> dict[str, object]:
    least, most = ends
    kind = "range" if least < most else "once" if most == 1 else "same"
    return {"kind": kind, "least": least, "most": most}
