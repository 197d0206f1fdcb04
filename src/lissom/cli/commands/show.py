"""Show one routine in words: what for, what you need, every position, when not, where from."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from lissom.catalogues import catalogue
from lissom.cli.arguments import find_routine
from lissom.cli.choices import add_language
from lissom.cli.output import say
from lissom.coach.messages import Say
from lissom.content import library
from lissom.content.citations import say_sources
from lissom.machine.cues import fill
from lissom.machine.options import option_ranges
from lissom.routine.model import OpenHold, Position, Range, Routine, Side, Stretch


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("routine", metavar="ROUTINE", help="a routine's id, or its file in YAML")
    add_language(parser)


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    routine = find_routine(choices.routine, choices.language or library.SOURCE_LANGUAGE)
    say(_Page(routine).lines())
    return 0


class _Page:
    """A routine in lines of text, in its own language; in English where we have no words of it."""

    def __init__(self, routine: Routine) -> None:
        language = routine.language
        self._language = language if language in library.languages() else library.SOURCE_LANGUAGE
        self._routine = routine
        self._say: Say = catalogue(self._language).say

    def lines(self) -> Iterator[str]:
        """Return all lines."""
        yield from self._head()
        for number, stretch in enumerate(self._routine.stretches, 1):
            yield ""
            yield f"{number}. {stretch.title}{self._often(stretch)}"
            for position in stretch.positions:
                yield from self._position(stretch, position)
        yield from self._cautions()
        yield from self._foot()

    def _head(self) -> Iterator[str]:
        routine, dose = self._routine, self._routine.dose
        yield self._say("show-head", title=routine.title, id=routine.id, version=str(routine.version))
        yield routine.summary
        yield ""
        yield from self._listed("show-good-for", routine.good_for)
        yield from self._listed("show-needs", (thing.words for thing in routine.equipment))
        often = {"week": self._range(dose.sessions_a_week), "day": self._range(dose.sessions_a_day)}
        yield self._say("show-often", **often)
        if titles := ", ".join(each.title for each in library.going_with(routine)):
            yield f"{self._say('routine-goes-with', titles=titles)}"
        yield from self._choices()

    def _choices(self) -> Iterator[str]:
        ranges = option_ranges(self._routine)
        for flag, bounds in (("hold", ranges.hold), ("repeats", ranges.repeats), ("cap", ranges.cap)):
            if bounds:
                yield self._say("show-choice", flag=flag, least=bounds.least, most=bounds.most)
        levels = {position.level for stretch in self._routine.stretches for position in stretch.positions}
        if higher := levels - {1}:
            yield self._say("show-choice-level", most=max(higher))
            yield self._say("routine-levels-caution")

    def _position(self, stretch: Stretch, position: Position) -> Iterator[str]:
        side: Side | None = None if stretch.sides == "none" else "left"
        words = fill(position.move.say, side, library.phrases(self._language))
        title = f"{position.title}{self._level(position)}"
        yield f"   {self._say('show-position', title=title, words=words)}"
        if position.hold:
            yield f"      {self._hold(position)} {self._say('show-felt', place=position.felt)}"

    def _hold(self, position: Position) -> str:
        if isinstance(position.hold, OpenHold):
            return self._say("show-hold-open", seconds=position.hold.cap)
        return self._say("show-hold", seconds=self._range(position.hold.seconds)) if position.hold else ""

    def _cautions(self) -> Iterator[str]:
        routine = self._routine
        yield ""
        symptoms = ", ".join(self._say(f"coach-symptom-{rule.symptom}") for rule in routine.symptoms)
        yield self._say("show-stop", symptoms=symptoms)
        for stretch in routine.stretches:
            if sooner := routine.ends_sooner(stretch):
                felt = ", ".join(self._say(f"coach-symptom-{symptom}") for symptom in sooner)
                yield f"{stretch.title}: {self._say('handout-ends-here', symptoms=felt)}"
        names = {item.id: item.words for question in routine.questions for item in question.items}
        titles = {stretch.id: stretch.title for stretch in routine.stretches}
        kept = []
        for each in routine.conditions:
            left_out = [titles[name] for name in each.leave_out]
            capped = [self._say("show-to-level", stretch=titles[name], level=n) for name, n in each.cap_level]
            name, stretches = names.get(each.condition, each.condition), ", ".join([*left_out, *capped])
            kept.append(self._say("show-kept", condition=name, stretches=stretches))
        yield from self._listed("show-kept-from", kept)

    def _foot(self) -> Iterator[str]:
        yield from self._listed("show-mentions", library.screening("red-flags", self._language).mentions)
        for source in self._routine.sources:
            yield f"{say_sources(source.clause, self._say)}: {source.note}"
        review = self._routine.review
        if review.status == "reviewed":
            yield self._say("show-reviewed", by=review.by, on=review.on)
        else:
            yield self._say("show-unreviewed")
        yield self._say("show-is")

    def _listed(self, title: str, lines: Iterable[str]) -> Iterator[str]:
        listed = list(lines)
        if listed:
            yield self._say(title)
            yield from (f"  - {line}" for line in listed)

    def _often(self, stretch: Stretch) -> str:
        times = self._range(stretch.repeats if stretch.repeats.most > 1 else stretch.rounds)
        each = "show-times-each-side" if stretch.sides != "none" else "show-times"
        return f" {self._say(each, times=times)}" if times != "1" else ""

    def _level(self, position: Position) -> str:
        return f" {self._say('show-level', level=position.level)}" if position.level > 1 else ""

    def _range(self, bounds: Range) -> str:
        if bounds.least == bounds.most:
            return str(bounds.least)
        return self._say("show-range", least=bounds.least, most=bounds.most)
