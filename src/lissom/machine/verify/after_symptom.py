"""What comes between a symptom and whatever follows it (a part of L3).

A symptom that ends the session has its advice and then an end. One that ends a stretch has its advice,
a rest, and the question whether it has settled; a "no" to that has an advice of its own, and an end.
"""

from __future__ import annotations

from collections.abc import Iterator

from lissom.machine.model import State
from lissom.machine.verify.body import Cause, settles, stories
from lissom.machine.verify.entry_kind import circumstance, is_on_the_floor
from lissom.machine.verify.law import Case, Violation


def nothing_is_passed_over(case: Case) -> Iterator[Violation]:
    """After a symptom come, in order, all the states that are to come before anything else."""
    watch, answered = stories(case), unsettled(case)
    for number, state, story in watch:
        wrong = _wrong(case, number, state, story.cause, answered=number in answered)
        if wrong:
            yield Violation(wrong, watch.path(number, story), state.stretch, state.position)
        for event, there in case.graph.edges[number] if answered else ():
            if there in answered and (state.kind, event) != ("ask", "no"):
                says = f"{event} leads to the advice after a no, but nobody asked whether it has settled."
                yield Violation(says, watch.path(number, story, event), state.stretch, state.position)


def unsettled(case: Case) -> frozenset[int]:
    """Return the advices that a "no" to "has it settled?" leads to."""
    graph = case.graph
    return frozenset(
        graph.number[state.on["no"]]
        for _, state in graph.reachable()
        if state.kind == "ask" and state.stretch is not None and state.on.get("no") in graph.number
    )


def _wrong(case: Case, number: int, state: State, cause: Cause | None, *, answered: bool) -> str | None:
    if state.kind == "ask" and state.stretch is not None:
        after = case.graph.target(number, "no")
        if after is not None and after.kind != "advise":
            return "A no must be followed by an advice."
        return _up_wrong(case, number, state)
    if state.kind != "advise" or cause is None or cause.kind != "symptom":
        return None
    after = case.graph.target(number, "elapsed")
    if after is None:
        return None
    if cause.ends or answered:
        return None if after.kind == "end" else f"After this advice an end must come, no {after.kind}."
    if settles(case, case.graph.number[state.on["elapsed"]]):
        return None
    return f"After this advice must come a rest and the question whether it has settled, not a {after.kind}."


def _up_wrong(case: Case, number: int, state: State) -> str | None:
    """After a stretch on the floor one gets up first, whatever was felt in it."""
    there = case.graph.number.get(state.on.get("yes", ""), -1)
    if there < 0 or not is_on_the_floor(case.stretch(state)) or circumstance(case, there) == "up":
        return None
    return "A yes must be followed by getting up from the floor."
