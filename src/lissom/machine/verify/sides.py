"""L6 and L8: both sides get the same, and as often as the routine says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from lissom.machine.model import State
from lissom.machine.verify.beginning import begins_ready
from lissom.machine.verify.body import LOADED_KINDS
from lissom.machine.verify.graph import Watch
from lissom.machine.verify.law import Case, Violation
from lissom.machine.verify.sequence import turns_follow
from lissom.routine.model import Range

LEAST_SWITCH = 5  # seconds [L6]
AS_PLANNED = frozenset({"elapsed", "next", "ok", "yes", "no"})  # no symptom, skip, ease or stop


class PathHold(NamedTuple):
    """One hold of a path: where, and how the offer made during it was answered, if one was."""

    stretch: str | None
    side: str | None
    round: int | None
    repeat: int | None
    position: str | None
    seconds: int | None
    offered: bool = False
    answer: str | None = None


class StretchTally(NamedTuple):
    """What was done of one stretch so far, on a path on which nothing was changed."""

    stretch: str | None = None
    turns: tuple[tuple[str | None, int | None, int | None], ...] = ()  # side, round, repeat of each way up
    holds: tuple[PathHold, ...] = ()
    done: tuple[str | None, ...] = ()  # the stretches so far
    too_much: bool = False  # more than the routine has: nothing beyond is looked at, or a circle had no end


def courses(case: Case) -> Watch[StretchTally]:
    """Return every state that a path without symptom, skip, ease or stop reaches, with what was done."""
    return case.watches.get("courses") or case.watches.setdefault("courses", _watch_courses(case))


def _watch_courses(case: Case) -> Watch[StretchTally]:
    states = case.graph.states

    def follow(here: int, course: StretchTally, event: str, there: int) -> StretchTally | None:
        if event not in AS_PLANNED or course.too_much:
            return None
        course = _done(_answered(course, states[here], event), states[there])
        return StretchTally(course.stretch, too_much=True) if _is_too_much(case, course) else course

    return Watch(
        case.graph, _done(StretchTally(), states[case.graph.start]) if states else StretchTally(), follow
    )


def _answered(course: StretchTally, state: State, event: str) -> StretchTally:
    if state.kind != "hold" or event not in {"yes", "no"} or not course.holds:
        return course
    last = course.holds[-1]._replace(offered=True, answer=event)
    return course._replace(holds=(*course.holds[:-1], last))


def _done(course: StretchTally, state: State) -> StretchTally:
    """Note what a state adds."""
    if state.kind == "ready" and state.stretch not in {None, course.stretch}:
        return StretchTally(state.stretch, done=(*course.done, state.stretch))
    turn = (state.side, state.round, state.repeat)
    if state.kind == "move" and state.rung == 1:
        return course._replace(turns=(*course.turns, turn))
    if state.kind == "hold" and not state.continues:
        held = PathHold(state.stretch, *turn, state.position, state.seconds, bool(state.cue.offer))
        return course._replace(holds=(*course.holds, held))
    return course


def _is_too_much(case: Case, course: StretchTally) -> bool:
    stretch = case.stretches.get(course.stretch or "")
    if stretch is None:
        return bool(course.turns or course.holds)
    most = stretch.rounds.most * stretch.repeats.most * (1 if stretch.sides == "none" else 2)
    too_often = len(course.turns) > most or len(course.holds) > most * len(stretch.positions)
    return too_often or len(course.done) > len(case.stretches)


def _is_over(course: StretchTally, state: State) -> bool:
    """Whether a stretch is over: another one gets ready, or the session has ended."""
    return state.kind == "end" or (state.kind == "ready" and state.stretch != course.stretch)


def sides_are_equal(case: Case) -> Iterator[Violation]:
    """L6. Alike answered, both sides get the same holds for the same seconds, with a switch between."""
    yield from _switches_wrong(case)
    watch = courses(case)
    for number, state, course in watch:
        for event in (event for event in state.on if event in AS_PLANNED):
            there = case.graph.target(number, event)
            if there is None or not _is_over(course, there) or not course.holds:
                continue
            wrong = _sides_differ(case, _answered(course, state, event))
            if wrong:
                yield Violation(wrong, watch.path(number, course, event), course.stretch)


def _sides_differ(case: Case, course: StretchTally) -> str | None:
    stretch = case.stretches.get(course.stretch or "")
    if stretch is None or stretch.sides == "none":
        return None
    left, right = ([h for h in course.holds if h.side == side] for side in ("left", "right"))
    answers = [
        {(h.round, h.repeat, h.position): h.answer for h in side if h.offered} for side in (left, right)
    ]
    if any(answers[0][key] != answers[1][key] for key in answers[0].keys() & answers[1].keys()):
        return None
    got = [[(h.round, h.repeat, h.position, h.seconds) for h in side] for side in (left, right)]
    if got[0] == got[1]:
        return None
    return f"{stretch.title}: left is held {_in_words(left)}, right {_in_words(right)}."


def _in_words(holds: list[PathHold]) -> str:
    return ", ".join(f"{held.position} {held.seconds} s" for held in holds) or "not at all"


class Worked(NamedTuple):
    """The stretch and side just worked, the longest switch since, and whether the path is still plain."""

    side: str | None = None
    switched: int = 0
    phase: Literal["coming", "worked", "changed"] = "coming"


def _switches_wrong(case: Case) -> Iterator[Violation]:
    """Between two sides stands a switch, on every path but after a symptom or a stop."""
    states, lead = case.graph.states, case.machine.options.get("lead")

    def follow(here: int, worked: Worked, event: str, there: int) -> Worked:
        if event == "stop" or case.tells(event):
            worked = worked._replace(phase="changed")
        return _worked(worked, states[there])

    watch = Watch(case.graph, Worked(), follow)
    for number, _, worked in watch:
        for event, there in case.graph.edges[number]:
            wrong = _side_wrong(case, worked, states[there], str(lead))
            if wrong and event != "stop" and not case.tells(event):
                path = watch.path(number, worked, event)
                yield Violation(wrong, path, states[there].stretch, states[there].position)


def _worked(worked: Worked, state: State) -> Worked:
    if state.kind in LOADED_KINDS:
        return Worked(state.side, phase="worked")
    if state.kind == "ready":
        return Worked(state.side)
    if state.kind == "switch":
        return worked._replace(switched=max(worked.switched, state.seconds or 0))
    return worked


def _side_wrong(case: Case, worked: Worked, there: State, lead: str) -> str | None:
    if there.kind == "move" and worked.phase == "coming":
        expected = None if _has_no_sides(case, there) else lead
        return None if there.side == expected else f"The {expected} side goes first, not the {there.side}."
    if worked.phase != "worked" or there.side == worked.side:
        return None
    if there.kind == "move" and worked.switched < LEAST_SWITCH:
        return f"Sides change after a switch of {worked.switched} s; it must last {LEAST_SWITCH} s."
    if there.kind in {"switch", "rest", "release"}:
        return f"This {there.kind} names the {there.side} side; the {worked.side} side was just worked."
    return None


def _has_no_sides(case: Case, state: State) -> bool:
    stretch = case.stretch(state)
    return stretch is None or stretch.sides == "none"


def repeats_are_in_range(case: Case) -> Iterator[Violation]:
    """L8. Every stretch comes, in order, with as many rounds and repeats as the routine gives."""
    watch = courses(case)
    for number, state, course in watch:
        if course.too_much:
            says = "This is done more often than the routine gives."
            yield Violation(says, watch.path(number, course), course.stretch)
        for event in (event for event in state.on if event in AS_PLANNED):
            there = case.graph.target(number, event)
            if there is None or not _is_over(course, there):
                continue
            for sentence in (*_counts_wrong(case, course), *_order_wrong(case, course, there)):
                yield Violation(sentence, watch.path(number, course, event), course.stretch)
    yield from turns_follow(case)
    yield from begins_ready(case)


def _counts_wrong(case: Case, course: StretchTally) -> Iterator[str]:
    stretch = case.stretches.get(course.stretch or "")
    if stretch is None:
        return
    sides = {side for side, _, _ in course.turns}
    expected = {None} if stretch.sides == "none" else {"left", "right"}
    if sides != expected:
        yield f"{stretch.title} is done on {_names(sides)}; it must be done on {_names(expected)}."
    for side in sorted(sides, key=str):
        rounds = Counter(number for of, number, _ in course.turns if of == side)
        if len(rounds) not in stretch.rounds:
            yield f"{stretch.title} goes {len(rounds)} rounds; the routine gives {_range(stretch.rounds)}."
        for number, count in rounds.items():
            chosen = case.machine.options.get("repeats") or count
            if count not in stretch.repeats or (chosen in stretch.repeats and count != chosen):
                yield (
                    f"{stretch.title}: {count} repeats in round {number}; "
                    f"the routine gives {_range(stretch.repeats)}, chosen were {chosen}."
                )
        labels = [(number, repeat) for of, number, repeat in course.turns if of == side]
        if labels != _counted(labels):
            yield f"{stretch.title}: rounds and repeats are labelled {labels}, not counted from 1."


def _counted(labels: list[tuple[int | None, int | None]]) -> list[tuple[int | None, int | None]]:
    """Return the labels as they must be: rounds from 1, and in each of them repeats from 1."""
    per_round = Counter(number for number, _ in labels)
    return [(n, r) for n, count in enumerate(per_round.values(), 1) for r in range(1, count + 1)]


def _order_wrong(case: Case, course: StretchTally, there: State) -> Iterator[str]:
    """On the way through, every stretch that is not left out comes once, in the routine's order."""
    without = set(case.machine.options.get("without", ()))
    expected = tuple(name for name in case.stretches if name not in without)
    finished = there.outcome is not None and there.outcome.kind == "finished"
    done = course.done if there.kind == "end" else (*course.done, there.stretch)
    if done != expected[: len(done)] or (finished and done != expected):
        came, must = " ".join(map(str, done)) or "none", " ".join(expected)
        yield f"The stretches come as {came}; they must come as {must}."


def _names(names: Iterable[str | None]) -> str:
    return ", ".join(sorted(name or "no side" for name in names)) or "none"


def _range(bounds: Range) -> str:
    return f"{bounds.least} to {bounds.most}"
