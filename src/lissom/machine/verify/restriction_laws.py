"""L3 and L13: what hurt is over, and it is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lissom.machine.model import HURTS, SERIOUS, UNSURE, State, Then
from lissom.machine.verify.after_symptom import nothing_is_passed_over
from lissom.machine.verify.body import (
    LOADED_KINDS,
    Story,
    SymptomPlace,
    ends_session,
    felt_events,
    goes_on_as_before,
    settles,
    spot_of,
    stories,
)
from lissom.machine.verify.graph import Closed, PathStep, Watch
from lissom.machine.verify.law import PAIN, Case, Violation
from lissom.machine.verify.question_match import question_of

STRETCHING = LOADED_KINDS | {"ready", "switch"}


def what_hurt_is_over(case: Case) -> Iterator[Violation]:
    """L3. After a symptom no hold of that stretch, nor, where the session ends, any hold."""
    watch, ahead = stories(case), _Ahead(case)
    for number, state, story in watch:
        for symptom in felt_events(case, state.kind):
            there = case.graph.number.get(state.on.get(symptom, ""), -1)
            if there < 0 or goes_on_as_before(case, number, symptom, story.cause):
                continue
            spot = spot_of(state, story)
            ends = ends_session(case, story, spot, symptom)
            wrong = ahead.wrong_after(there, spot.stretch, ends=ends)
            if wrong:
                sentence, rest = wrong
                path = (*watch.path(number, story, symptom), *rest)
                yield Violation(f"After {symptom} {sentence}", path, spot.stretch, spot.position)
    yield from nothing_is_passed_over(case)


class _Ahead:
    """Which holds lie ahead of each state: one bit for each stretch, and one for any stretching at all."""

    def __init__(self, case: Case) -> None:
        self.graph = case.graph
        names = {state.stretch for state in self.graph.states if state.kind in LOADED_KINDS}
        self.bits = {name: 1 << bit for bit, name in enumerate(sorted(names, key=str))}
        marks = [self.bits[s.stretch] if s.kind in LOADED_KINDS else 0 for s in self.graph.states]
        self.holds = self.graph.gather(marks)
        onward = [int(state.kind in STRETCHING) for state in self.graph.states]
        self.unasked = self.graph.gather(onward, _is_settled)

    def wrong_after(
        self, there: int, stretch: str | None, *, ends: bool
    ) -> tuple[str, tuple[PathStep, ...]] | None:
        """Return what is wrong about going on from a state after a symptom, and the path that shows it."""
        if self.holds[there] & (~0 if ends else self.bits.get(stretch, 0)):
            says = "the session must end, but a hold follows." if ends else "that stretch goes on."
            return says, self._path(
                there, lambda s: s.kind in LOADED_KINDS and (ends or s.stretch == stretch)
            )
        if self.unasked[there]:
            says = 'stretching goes on without the person\'s yes to "settled?".'
            return says, self._path(there, lambda s: s.kind in STRETCHING, _is_settled)
        return None

    def _path(
        self, there: int, wanted: Callable[[State], bool], closed: Closed | None = None
    ) -> tuple[PathStep, ...]:
        links = self.graph.reach([there], closed)
        found = next(number for number in links if wanted(self.graph.states[number]))
        return self.graph.path(found, links)[1:]


def _is_settled(state: State, event: str) -> bool:
    return state.kind == "ask" and state.stretch is not None and event == "yes"


def symptom_is_remembered(case: Case) -> Iterator[Violation]:
    """L13. Each symptom leads at once to a `then` that closes what hurt, and nothing else leads to one."""
    watch = stories(case)
    found: dict[Then, tuple[int, Story, str, SymptomPlace]] = {}
    for number, state, story in watch:
        for event in state.on:
            target = case.graph.target(number, event)
            question = question_of(case, state)
            if target is None or (question is not None and event in {question.unsafe, UNSURE}):
                continue
            spot = spot_of(state, story)
            expected = _expected(case, number, event, story, spot)
            if target.then != expected:
                path = watch.path(number, story, event)
                yield Violation(
                    _not_remembered(event, target.then, expected), path, spot.stretch, spot.position
                )
            elif expected is not None:
                found.setdefault(expected, (number, story, event, spot))
    yield from _still_there(case, watch, found)


def _expected(case: Case, number: int, event: str, story: Story, spot: SymptomPlace) -> Then | None:
    """What an event must take from the person for now; None for every one but these.

    A sign of an emergency closes everything. `hurts` takes what pain takes, at once; where it is then
    said what it was, that takes its own.
    """
    if event == SERIOUS:
        return Then(until="contact", close="all")
    if not case.tells(event) or goes_on_as_before(case, number, event, story.cause):
        return None
    if settles(case, number) and event == HURTS:
        return _expected(case, number, PAIN, story, spot)
    return taken_by(case, spot, PAIN if event == HURTS else event)


def taken_by(case: Case, spot: SymptomPlace, symptom: str) -> Then:
    """Return what a symptom takes from the person for now, by the rule of its stretch.

    Numbness asks for contact always, and so does dizziness in a stretch of the neck.
    """
    if spot.stretch is None:
        return Then(until="contact" if symptom == "numbness" else "taken-back", close="all")
    rule = case.rule(spot.stretch, symptom)
    lasting = "contact" if symptom == "numbness" or _is_dizzy_neck(case, spot, symptom) else rule.until
    if rule.afterwards == "leave-out":
        return Then(until=lasting, leave_out=spot.stretch)
    position = case.positions.get((spot.stretch, spot.position or ""))
    cap = (position.level if position else 1) - 1
    if cap:
        until = "contact" if lasting == "contact" else "clean-session"
    else:
        until = "contact" if symptom == "tingling" else lasting
    return Then(until=until, stretch=spot.stretch, cap_level=cap)


def _is_dizzy_neck(case: Case, spot: SymptomPlace, symptom: str) -> bool:
    stretch = case.stretches.get(spot.stretch or "")
    return symptom == "dizziness" and stretch is not None and stretch.region == "neck"


def _not_remembered(event: str, then: Then | None, expected: Then | None) -> str:
    if expected is None:
        return f"{event} is no symptom of its own, yet the state it leads to takes something from the person."
    if then is None:
        return f"After {event} nothing is remembered; it must be: {in_words(expected)}."
    return f"After {event} is remembered: {in_words(then)}; it must be: {in_words(expected)}."


def in_words(then: Then) -> str:
    """Say what a restriction takes from the person."""
    if then.close:
        return f"{then.close} stretches closed until {then.until}"
    if then.leave_out:
        return f"{then.leave_out} left out until {then.until}"
    return f"{then.stretch} at most level {then.cap_level} until {then.until}"


def _still_there(
    case: Case, watch: Watch[Story], found: dict[Then, tuple[int, Story, str, SymptomPlace]]
) -> Iterator[Violation]:
    """Compile once more under each restriction, and look for a hold that it should have closed."""
    for then, (number, story, event, spot) in found.items() if case.recompile else ():
        assert case.recompile is not None
        for state_id, state in case.recompile(then).states.items():
            if state.kind in LOADED_KINDS and _is_closed_by(state, then):
                says = f"Compiled again with {in_words(then)}, the machine still has {state_id}."
                yield Violation(says, watch.path(number, story, event), spot.stretch, spot.position)


def _is_closed_by(state: State, then: Then) -> bool:
    if then.close:
        return True
    if then.leave_out:
        return state.stretch == then.leave_out
    return state.stretch == then.stretch and (state.level or 1) > (then.cap_level or 0)
