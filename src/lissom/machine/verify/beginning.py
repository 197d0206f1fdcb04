"""How a session begins, and each stretch in it: a part of L8 and L10.

The questions come once, in the routine's order, and only those that were chosen. Then the session gets
ready, once; and each stretch, once, on the side that goes first.
"""

from __future__ import annotations

from collections.abc import Iterator

from lissom.machine.model import State
from lissom.machine.verify.body import LOADED_KINDS
from lissom.machine.verify.graph import Watch
from lissom.machine.verify.law import Case, Violation
from lissom.machine.verify.question_match import question_of, required_questions
from lissom.routine.model import Screening

ASKS = frozenset({"ask", "rate"})

Asked = tuple[str, ...]


def questions_in_order(case: Case) -> Iterator[Violation]:
    """L10. What is asked before anything is stretched is what was chosen, each once and in order."""
    states = case.graph.states
    if not isinstance(case.routine, Screening) and not _stretches(case):
        return  # a closed machine asks nothing
    wanted = tuple(question.id for question in required_questions(case))
    most = len(wanted) + 2  # with the rating; beyond that it is wrong already

    def follow(here: int, asked: Asked, event: str, there: int) -> Asked | None:
        state, question = states[here], question_of(case, states[here])
        unsafe = {"stop", "unsure", "high", *([question.unsafe] if question else [])}
        if state.kind not in ASKS or event in unsafe or len(asked) > most:
            return None
        return (*asked, question.id if question else state.kind)

    nothing: Asked = ()
    watch = Watch(case.graph, nothing, follow)
    for number, state, asked in watch:
        told = tuple(name for name in asked if name != "rate")
        if (state.kind not in ASKS and told != wanted) or asked.count("rate") > 1:
            says = f"Before this is asked: {_in_words(asked)}; it must be: {_in_words(wanted)}."
            yield Violation(says, watch.path(number, asked), state.stretch)


def _in_words(asked: Asked) -> str:
    return ", ".join(asked) or "nothing"


def begins_ready(case: Case) -> Iterator[Violation]:
    """L8. The session, and each stretch, gets ready once; and nothing is closed that is open."""
    if isinstance(case.routine, Screening):
        return
    graph = case.graph
    unready = graph.reach([graph.start], lambda state, _: state.kind == "ready" and state.stretch is None)
    for number in unready:
        state = graph.states[number]
        if state.kind in LOADED_KINDS:
            says = "Nobody was told to get ready before this."
            yield Violation(says, graph.path(number, unready), state.stretch, state.position)
    if graph.order and _is_open(case) and not _stretches(case):
        yield Violation("Nothing is stretched, though something is open.", graph.path(graph.start))
    for number, state in graph.reachable():
        for says, event in _ready_wrong(case, number, state) if state.kind == "ready" else ():
            yield Violation(says, (*graph.path(number), *graph.walk(number, [event])), state.stretch)


def _stretches(case: Case) -> bool:
    return any(state.kind in LOADED_KINDS for _, state in case.graph.reachable())


def _is_open(case: Case) -> bool:
    options = case.machine.options
    return options.get("level", 0) > 0 and bool(case.stretches.keys() - set(options.get("without", ())))


def _ready_wrong(case: Case, number: int, state: State) -> Iterator[tuple[str, str]]:
    stretch = case.stretch(state)
    first = stretch is not None and stretch.steady is not None and number not in case.steady
    for event in state.on.keys() & {"next", "elapsed"}:
        target = case.graph.target(number, event)
        if target and target.kind == "ready" and target.stretch == state.stretch and not first:
            yield "One gets ready twice for the same.", event
    if stretch is None:
        return
    skipped = case.graph.target(number, "skip")
    if skipped is not None and skipped.stretch == stretch.id:
        yield f"Skipping {stretch.title} leads into it.", "skip"
    lead = None if stretch.sides == "none" else case.machine.options.get("lead")
    if state.side != lead:
        yield f"One gets ready for the side {state.side}; {lead or 'none'} goes first.", ""
