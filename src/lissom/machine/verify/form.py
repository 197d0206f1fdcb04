"""L0: the form. What docs/reference/machine.md says of states, labels and events, beside the laws."""

from __future__ import annotations

from collections.abc import Iterator

from lissom.machine.model import KINDS, State
from lissom.machine.verify.body import LOADED_KINDS, felt_events, lets_go
from lissom.machine.verify.entry_kind import moves_place
from lissom.machine.verify.labels import labels_wrong
from lissom.machine.verify.law import Case, Violation
from lissom.machine.verify.question_match import question_of
from lissom.routine.model import Screening

# Which events each kind must list, and which it may. `stop` and the symptoms are L1's to miss,
# `elapsed` and `unsure` in an ask are L10's, `next` in a hold L5's; here they count as known.
EVENTS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "ask": (frozenset({"yes", "no"}), frozenset({"elapsed", "unsure"})),
    "rate": (frozenset({"ok", "high", "skip", "elapsed"}), frozenset()),
    "ready": (frozenset({"next", "skip"}), frozenset({"elapsed"})),
    "move": (frozenset({"elapsed", "ease", "skip"}), frozenset()),
    "hold": (frozenset({"elapsed", "ease", "skip"}), frozenset({"next", "yes", "no"})),
    "release": (frozenset({"elapsed"}), frozenset()),
    "switch": (frozenset({"elapsed"}), frozenset()),
    "rest": (frozenset({"elapsed"}), frozenset()),
    "which": (frozenset({"serious"}), frozenset()),
    "advise": (frozenset({"elapsed", "next"}), frozenset()),
    "end": (frozenset(), frozenset()),
}
WAITING = frozenset({"ask", "which", "end"})
REST_SECONDS = 8  # a convention, see docs/conventions.md
LABELLED = LOADED_KINDS | {"release"}


def form_is_exact(case: Case) -> Iterator[Violation]:
    """L0. States, labels and events are exactly those of the format."""
    if case.machine.start not in case.machine.states:
        yield Violation(f"The machine starts at {case.machine.start}, which is no state.", ())
        return
    graph = case.graph
    for number in (*graph.order, *sorted(set(range(len(graph.ids))) - set(graph.order))):
        state = graph.states[number]
        for sentence in (
            *_events_wrong(case, state),
            *_targets_wrong(case, number),
            *_time_wrong(case, number),
            *_labels_wrong(case, state),
            *labels_wrong(case, number),
            *_words_wrong(state),
            *_slip_wrong(case, number),
            *_id_wrong(case, number),
        ):
            yield Violation(sentence, graph.path(number), state.stretch, state.position)
        for event, there in graph.edges[number]:
            wrong = _crossing_wrong(case, number, event, there)
            if wrong:
                path = (*graph.path(number), *graph.walk(number, [event]))
                yield Violation(wrong, path, state.stretch, state.position)


def _events_wrong(case: Case, state: State) -> Iterator[str]:
    if state.kind not in KINDS:
        yield f"There is no kind of state called {state.kind}."
        return
    must, may = EVENTS[state.kind]
    felt = frozenset(felt_events(case, state.kind))
    stop = frozenset() if state.kind == "end" else frozenset({"stop"})
    if missing := must - state.on.keys():
        yield f"A {state.kind} must list {', '.join(sorted(missing))}."
    if unknown := state.on.keys() - must - may - felt - stop:
        yield f"A {state.kind} must not list {', '.join(sorted(unknown))}."
    if state.kind == "ready" and ("elapsed" in state.on) != (state.seconds is not None):
        yield "A ready lists `elapsed` exactly where it does not wait."
    if state.kind == "hold":
        yield from _offer_wrong(state)


SLIPS = frozenset({"serious", "high", "unsure"})


def _slip_wrong(case: Case, number: int) -> Iterator[str]:
    """A wrong tap can be taken back in a `which`, and in the advice that one answer led to."""
    graph, state = case.graph, case.graph.states[number]
    if state.kind == "which" and not state.slip:
        yield "Here a wrong tap cannot be taken back."
    if state.kind not in {"which", "advise"} and state.slip:
        yield f"A {state.kind} is no place to take a wrong tap back."
    for event, there in graph.edges[number]:
        question = question_of(case, state)
        answers = event in SLIPS or (question is not None and event == question.unsafe)
        if graph.states[there].kind == "advise" and graph.states[there].slip != answers:
            says = "cannot be taken back" if answers else "is no slip, but could be taken back"
            yield f"{event} leads to {graph.ids[there]}, where it {says}."


def _id_wrong(case: Case, number: int) -> Iterator[str]:
    """Programs and people find these two by their ids."""
    name, state = case.graph.ids[number], case.graph.states[number]
    if (state.kind == "which") != name.endswith(".hurts.which"):
        yield "The id of a `which`, and of nothing else, ends in `.hurts.which`."
    if lets_go(case, number) != name.endswith(".let-go"):
        yield "The id of a letting go, and of nothing else, ends in `.let-go`."


def _words_wrong(state: State) -> Iterator[str]:
    """Whoever does not look at the screen knows only what is said."""
    for name in ("title", "say", "brief"):
        if not getattr(state.cue, name).strip():
            yield f"The cue has no {name}."


def _offer_wrong(state: State) -> Iterator[str]:
    if ("yes" in state.on) != (state.cue.offer is not None):
        yield "A hold lists `yes` exactly where it makes an offer."
    if state.continues and "yes" in state.on:
        yield "A continuing hold makes no offer."
    if "no" in state.on and ("yes" in state.on or not state.continues):
        yield "Only the hold after a yes lists `no`."


def _targets_wrong(case: Case, number: int) -> Iterator[str]:
    graph, state = case.graph, case.graph.states[number]
    for event, target in state.on.items():
        if target not in graph.number:
            yield f"{event} leads to {target}, which is no state."
    if state.kind == "advise" and state.on.get("next") != state.on.get("elapsed"):
        yield "In an advice `next` and `elapsed` must lead to the same state."
    if state.kind == "hold" and "next" in state.on and state.on["next"] != state.on.get("elapsed"):
        yield "Letting go of an open hold must lead where its cap leads."
    taken, left = graph.target(number, "yes"), graph.target(number, "no")
    if state.kind == "hold" and taken and not (taken.continues and "no" in taken.on):
        yield "A yes must lead to the same hold going on, which a no can take back."
    if state.kind == "hold" and left and not (left.continues and not left.on.keys() & {"yes", "no"}):
        yield "A no must lead to the same hold going on, with no further offer."


def _time_wrong(case: Case, number: int) -> Iterator[str]:
    state = case.graph.states[number]
    if state.kind not in WAITING | {"ready"} and (state.seconds is None or state.seconds < 1):
        yield f"A {state.kind} must last some seconds."
    if state.kind in WAITING and state.seconds is not None:
        yield f"A state of the kind {state.kind} has no time of its own."
    if state.kind == "ready":
        yield from _waits_wrong(case, number)


def _waits_wrong(case: Case, number: int) -> Iterator[str]:
    """The ready before all stretches waits, those the routine names, and those at another place.

    A second one stands still.
    """
    graph, state = case.graph, case.graph.states[number]
    stretch, steady = case.stretch(state), number in case.steady
    waits = stretch is None or ((stretch.waits or moves_place(case, stretch)) and not steady)
    if (state.seconds is None) != waits:
        yield "A ready waits for the person exactly where the routine says so, and before the first stretch."
    if stretch is None or stretch.steady is None:
        return
    after = graph.target(number, "next")
    if not steady and (after is None or after.kind != "ready" or after.stretch != state.stretch):
        yield f"Before {stretch.title} comes no time to stand still."


def _labels_wrong(case: Case, state: State) -> Iterator[str]:
    if (state.kind == "end") != (state.outcome is not None):
        yield "An end, and nothing else, has an outcome."
    if (state.kind == "rate") != (state.high is not None):
        yield "A pain rating, and nothing else, says what counts as high."
    if state.continues and state.kind != "hold":
        yield f"A {state.kind} cannot continue a hold."
    stretch, position = case.stretch(state), case.position(state)
    if state.stretch is not None and stretch is None:
        yield f"The routine has no stretch {state.stretch}."
    if state.position is not None and position is None:
        yield f"The routine's {state.stretch} has no position {state.position}."
    if state.kind in LABELLED and position is None:
        yield f"A {state.kind} must name its stretch and position."
    if position is not None and (state.rung, state.level) != (case.rung(state), position.level):
        yield f"{position.title} is labelled rung {state.rung}, level {state.level}; the routine differs."
    sided = stretch is not None and state.kind in LABELLED | {"switch"}
    if stretch is not None and sided and (state.side is None) != (stretch.sides == "none"):
        yield f"{stretch.title} is labelled with side {state.side}."


def _crossing_wrong(case: Case, number: int, event: str, there: int) -> str | None:
    """A stretch is entered by its one ready and left by its closing rest, a skip, or a yes to settled."""
    here, target = case.graph.states[number], case.graph.states[there]
    enters = target.stretch is not None and target.stretch != here.stretch
    if enters and target.kind != "ready":
        return f"{target.stretch} is entered by a {target.kind}; its only entry is its ready."
    finishes = target.kind == "end" and target.outcome is not None and target.outcome.kind == "finished"
    if here.stretch is None or isinstance(case.routine, Screening) or not (enters or finishes):
        return None
    if case.tells(event) or event in {"no", "stop", "serious"}:  # what these lead to is for the laws to say
        return None
    rests = here.kind == "rest" and event == "elapsed" and (here.seconds or 0) >= REST_SECONDS
    if rests or (here.kind, event) in {("ready", "skip"), ("ask", "yes")}:
        return None
    return f"{here.stretch} is left by {event} in a {here.kind}; it must end in a rest of {REST_SECONDS} s."
