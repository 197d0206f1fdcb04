"""L10: screening comes first."""

from __future__ import annotations

from collections.abc import Iterator

from lissom.machine.model import State, Then
from lissom.machine.verify.beginning import questions_in_order
from lissom.machine.verify.body import LOADED_KINDS
from lissom.machine.verify.graph import Watch
from lissom.machine.verify.labels import rating_wrong
from lissom.machine.verify.law import Case, Violation
from lissom.machine.verify.question_match import question_of, remaining_items, required_questions
from lissom.routine.model import Question, Screening

Answered = frozenset[str]


def screening_comes_first(case: Case) -> Iterator[Violation]:
    """L10. Every question answered safely before anything is stretched; no timer answers for a person."""
    yield from _timers(case)
    yield from _asked_wrong(case)
    yield from _unsafe_wrong(case)
    yield from _too_early(case)
    yield from questions_in_order(case)


def _timers(case: Case) -> Iterator[Violation]:
    for number, state in case.graph.reachable():
        if state.kind == "ask" and ("elapsed" in state.on or state.seconds is not None):
            yield Violation("A timer answers this question.", case.graph.path(number), state.stretch)


def _asked_wrong(case: Case) -> Iterator[Violation]:
    """A question must show all of its items, or a yes to them is never given; pain is asked for as chosen."""
    unrated = rating_wrong(case)
    if unrated:
        yield Violation(unrated, case.graph.path(case.graph.start))
    for number, state in case.graph.reachable():
        if state.kind != "ask" or state.stretch is not None:
            continue
        question = question_of(case, state)
        if question is None:
            yield Violation("This question is none of the routine's.", case.graph.path(number))
            continue
        if ("unsure" in state.on) != (question.unsure is not None):
            says = "A question lists `unsure` exactly where it has words of its own for it."
            yield Violation(says, case.graph.path(number))
        for words in remaining_items(case, question):
            if words not in state.cue.items:
                yield Violation(f"{question.title} does not ask for: {words}.", case.graph.path(number))


def _unsafe_wrong(case: Case) -> Iterator[Violation]:
    """An unsafe answer reaches no hold, and closes what the question says; so does *not sure*."""
    graph = case.graph
    ahead = graph.gather([int(state.kind in LOADED_KINDS) for state in graph.states])
    for number, state in graph.reachable():
        question = question_of(case, state)
        for event in _unsafe_events(state, question):
            there = graph.number.get(state.on.get(event, ""), -1)
            if there < 0:
                continue
            path = (*graph.path(number), *graph.walk(number, [event]))
            if ahead[there]:
                yield Violation("A hold can be reached after this unsafe answer.", path)
            if graph.states[there].kind != "advise":
                yield Violation(
                    f"An advice must follow an unsafe answer, not a {graph.states[there].kind}.", path
                )
            elif graph.states[there].then != _closes(question):
                yield Violation("This answer does not close exactly what its question says.", path)


def _unsafe_events(state: State, question: Question | None) -> tuple[str, ...]:
    if question is not None:
        return (question.unsafe, "unsure")
    return ("high",) if state.kind == "rate" else ()


def _closes(question: Question | None) -> Then | None:
    """What an unsafe answer closes; a high rating of pain closes nothing."""
    if question is None:
        return None
    if question.close_all:
        return Then(until=question.until or "contact", close="all")
    if question.leave_out:
        return Then(until=question.until or "contact", leave_out=question.leave_out)
    return None


def _too_early(case: Case) -> Iterator[Violation]:
    """Explore only until every question is answered safely: nothing after that can be too early."""
    states, required = case.graph.states, required_questions(case)
    wanted = frozenset(question.id for question in required)

    def follow(here: int, safe: Answered, event: str, there: int) -> Answered | None:
        if safe >= wanted:
            return None
        question = question_of(case, states[here])
        if question is None or event in {"stop", "unsure", question.unsafe}:
            return safe
        return safe | {question.id}

    watch = Watch(case.graph, frozenset[str](), follow)
    for number, state, safe in watch:
        if _starts(case, state) and not safe >= wanted:
            missing = next(question for question in required if question.id not in safe)
            says = f"{missing.title} was not answered safely before this."
            yield Violation(says, watch.path(number, safe), state.stretch, state.position)


def _starts(case: Case, state: State) -> bool:
    """Whether a state may come only after the questions: a move or hold; where there is none, the end."""
    if isinstance(case.routine, Screening):
        return state.outcome is not None and state.outcome.kind == "finished"
    return state.kind in LOADED_KINDS
