"""What a law is, what it is proved of, and what a broken one has to show.

A law reads a `Case` and yields faults, the one with the shortest path first. No law stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lissom.machine.model import HURTS, Machine, State, Then
from lissom.machine.verify.graph import Graph, PathStep, Watch
from lissom.routine.model import NOWHERE, Place, Position, Routine, Screening, Stretch, SymptomRule
from lissom.routine.phrases import Phrases

PAIN = "pain"

Recompile = Callable[[Then], Machine]
"""Compiles the same routine once more, as it is for a person under that restriction."""


@dataclass(frozen=True, slots=True)
class Violation:
    """What is wrong, in the reader's words; the path that shows it; the stretch and position at fault."""

    sentence: str
    path: tuple[PathStep, ...]
    stretch: str | None = None
    position: str | None = None


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A fault with the place in the routine's file that it is about."""

    sentence: str
    path: tuple[PathStep, ...]
    place: Place = NOWHERE

    @property
    def states(self) -> tuple[str, ...]:
        """The ids of the states on the path, in order."""
        return tuple(step.state for step in self.path)

    @property
    def events(self) -> tuple[str, ...]:
        """The events of the path, in order."""
        return tuple(step.event for step in self.path if step.event is not None)


@dataclass(frozen=True, slots=True)
class Case:
    """A machine, and all that it is judged by."""

    machine: Machine
    routine: Routine | Screening
    phrases: Phrases
    recompile: Recompile | None = None
    graph: Graph = field(init=False)
    stretches: dict[str, Stretch] = field(init=False)
    rules: dict[str, SymptomRule] = field(init=False)
    rules_of: dict[str, dict[str, SymptomRule]] = field(init=False)  # by stretch
    positions: dict[tuple[str, str], Position] = field(init=False)
    rungs: dict[tuple[str, str], int] = field(init=False)
    steady: frozenset[int] = field(init=False)  # readies that follow a ready of the same stretch
    watches: dict[str, Watch[Any]] = field(
        init=False, default_factory=dict
    )  # explored once, for several laws

    def __post_init__(self) -> None:
        routine = self.routine if isinstance(self.routine, Routine) else None
        stretches = {stretch.id: stretch for stretch in routine.stretches} if routine else {}
        places = [
            (stretch.id, position, rung)
            for stretch in stretches.values()
            for rung, position in enumerate(stretch.positions, 1)
        ]
        graph = Graph(self.machine)
        rules = {rule.symptom: rule for rule in routine.symptoms} if routine else {}
        facts = {
            "graph": graph,
            "steady": frozenset(_second_readies(graph)),
            "stretches": stretches,
            "rules": rules,
            "rules_of": {
                name: {rule.symptom: rule for rule in routine.rules_of(stretch)} if routine else {}
                for name, stretch in stretches.items()
            },
            "positions": {(stretch, position.id): position for stretch, position, _ in places},
            "rungs": {(stretch, position.id): rung for stretch, position, rung in places},
        }
        for name, value in facts.items():
            object.__setattr__(self, name, value)

    @property
    def watched(self) -> tuple[str, ...]:
        """The symptoms that the routine watches for."""
        return tuple(self.rules)

    def rule(self, stretch: str | None, symptom: str) -> SymptomRule:
        """Return what a symptom does in a stretch; what is not yet named counts as pain."""
        rules = self.rules_of.get(stretch or "", self.rules)
        return rules[PAIN if symptom == HURTS else symptom]

    def tells(self, event: str) -> bool:
        """Whether an event tells that something is felt: a symptom, or that it hurts."""
        return event in self.rules or (event == HURTS and bool(self.rules))

    def stretch(self, state: State) -> Stretch | None:
        """Return the stretch a state is labelled with, if the routine has it."""
        return self.stretches.get(state.stretch or "")

    def position(self, state: State) -> Position | None:
        """Return the position a state is labelled with, if the routine has it."""
        return self.positions.get((state.stretch or "", state.position or ""))

    def rung(self, state: State) -> int:
        """Return the rung of a state's position as the routine counts it, 0 where it has none."""
        return self.rungs.get((state.stretch or "", state.position or ""), 0)

    def place(self, stretch: str | None, position: str | None) -> Place:
        """Return where the routine's file speaks of a position, else of the stretch."""
        found = self.positions.get((stretch or "", position or ""))
        if found is not None:
            return found.place
        whole = self.stretches.get(stretch or "")
        return whole.place if whole is not None else NOWHERE


def _second_readies(graph: Graph) -> Iterator[int]:
    for here, state in enumerate(graph.states):
        for _, there in graph.edges[here] if state.kind == "ready" and state.stretch else ():
            target = graph.states[there]
            if target.kind == "ready" and target.stretch == state.stretch:
                yield there


Check = Callable[[Case], Iterator[Violation]]


@dataclass(frozen=True, slots=True)
class Law:
    """A safety rule: its number and sentence, what its check does, and the fault that shows it.

    `screening` tells whether machines of questions alone are under it too, `times` whether it asks how
    long anything lasts: the others are proved once for all times (`untimed`).
    """

    id: str
    name: str
    sentence: str
    check: Check
    planted: str
    screening: bool = False
    times: bool = False

    def prove(self, case: Case) -> LawResult:
        """Check the law over every reachable state of the machine."""
        fault = next(self.check(case), None)
        if fault is None:
            return LawResult(self, len(case.graph.order))
        place = case.place(fault.stretch, fault.position)
        return LawResult(self, len(case.graph.order), Counterexample(fault.sentence, fault.path, place))


@dataclass(frozen=True, slots=True)
class LawResult:
    """What became of one law: held, or broken with a counterexample. `states` were visited."""

    law: Law
    states: int
    counterexample: Counterexample | None = None

    @property
    def id(self) -> str:
        """The law's number."""
        return self.law.id

    @property
    def name(self) -> str:
        """The law's name."""
        return self.law.name

    @property
    def machines(self) -> int:
        """How many machines were looked at: this one."""
        return 1

    @property
    def held(self) -> bool:
        """Whether the law was proved."""
        return self.counterexample is None
