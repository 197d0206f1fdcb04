"""A machine as a graph of small numbers, and the two ways of walking it that the laws need.

`watch` explores the product of a machine with a watcher: a fact about the path so far, changed
by each edge. Facts are bounded, so the product is finite; breadth first, so the first broken
state found is reached by a shortest path. What a law means is told elsewhere.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from lissom.machine.model import Machine, State

Edge = tuple[str, int]
Link = tuple[int, str] | None  # from which state and by which event; None for a root
Closed = Callable[[State, str], bool]
Fact = TypeVar("Fact", bound=Hashable)


@dataclass(frozen=True, slots=True)
class PathStep:
    """One state of a path, and the event that led to it (None for the start)."""

    event: str | None
    state: str


class Graph:
    """The states of a machine, numbered, with their edges. Edges into nowhere are left out."""

    __slots__ = ("edges", "ids", "machine", "number", "order", "parents", "start", "states")

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.ids: tuple[str, ...] = tuple(machine.states)
        self.number = {state_id: number for number, state_id in enumerate(self.ids)}
        self.states: tuple[State, ...] = tuple(machine.states.values())
        known = self.number
        self.edges: list[tuple[Edge, ...]] = [
            tuple((event, known[target]) for event, target in state.on.items() if target in known)
            for state in self.states
        ]
        self.start = known.get(machine.start, -1)
        self.parents: dict[int, Link] = self.reach([self.start])
        self.order: tuple[int, ...] = tuple(self.parents)

    def reach(self, roots: Iterable[int], closed: Closed | None = None) -> dict[int, Link]:
        """Return what is reachable from the roots, breadth first, each with how it was first reached.

        An edge for which `closed(state, event)` holds is not walked.
        """
        parents: dict[int, Link] = {root: None for root in roots if root >= 0}
        queue = deque(parents)
        while queue:
            here = queue.popleft()
            for event, there in self.edges[here]:
                if there not in parents and not (closed and closed(self.states[here], event)):
                    parents[there] = (here, event)
                    queue.append(there)
        return parents

    def path(self, number: int, parents: dict[int, Link] | None = None) -> tuple[PathStep, ...]:
        """Return the shortest path to a state; empty where no path leads there."""
        links = self.parents if parents is None else parents
        steps: list[PathStep] = []
        here: int | None = number if number in links else None
        while here is not None:
            link = links[here]
            steps.append(PathStep(link[1] if link else None, self.ids[here]))
            here = link[0] if link else None
        return tuple(reversed(steps))

    def walk(self, number: int, events: Iterable[str]) -> Iterator[PathStep]:
        """Yield the steps of going on from a state by these events, as far as they fit."""
        for event in events:
            target = self.states[number].on.get(event)
            if target not in self.number:
                return
            yield PathStep(event, target)
            number = self.number[target]

    def reachable(self) -> Iterator[tuple[int, State]]:
        """Yield every reachable state, nearest first."""
        return ((number, self.states[number]) for number in self.order)

    def target(self, number: int, event: str) -> State | None:
        """Return the state that an event leads to, or None where it is not listed or leads nowhere."""
        target = self.states[number].on.get(event)
        return self.machine.states.get(target) if target is not None else None

    def gather(self, marks: list[int], closed: Closed | None = None) -> list[int]:
        """Return for each state the union of the marks (bits) of all states reachable from it.

        An edge for which `closed(state, event)` holds is not walked.
        """
        into: list[list[int]] = [[] for _ in self.ids]
        for here, edges in enumerate(self.edges):
            for event, there in edges:
                if not (closed and closed(self.states[here], event)):
                    into[there].append(here)
        found = list(marks)
        queue = deque(number for number, mark in enumerate(found) if mark)
        while queue:
            there = queue.popleft()
            for here in into[there]:
                if found[there] & ~found[here]:
                    found[here] |= found[there]
                    queue.append(here)
        return found


class Watch(Generic[Fact]):
    """The product of a graph with a watcher, explored breadth first.

    `follow(here, fact, event, there)` returns the fact that holds on entering `there`, or None
    where the watcher does not care what lies beyond. Iterating yields each state with each fact
    it can be visited with, nearest first; `path` then tells how.
    """

    def __init__(
        self, graph: Graph, first: Fact, follow: Callable[[int, Fact, str, int], Fact | None]
    ) -> None:
        self.graph = graph
        self.first = first
        self.follow = follow
        self._links: dict[tuple[int, Fact], tuple[tuple[int, Fact], str] | None] = {}
        self._visits: list[tuple[int, State, Fact]] = []

    def __iter__(self) -> Iterator[tuple[int, State, Fact]]:
        """Return the visits as (number, state, fact); explored once, whoever asks."""
        if not self._visits:
            self._visits.extend(self._explore())
        return iter(self._visits)

    def _explore(self) -> Iterator[tuple[int, State, Fact]]:
        graph, states, links = self.graph, self.graph.states, self._links
        root = (graph.start, self.first)
        queue = deque([root] if graph.start >= 0 else [])
        links.update({root: None} if graph.start >= 0 else {})
        while queue:
            node = queue.popleft()
            here, fact = node
            yield here, states[here], fact
            for event, there in graph.edges[here]:
                changed = self.follow(here, fact, event, there)
                if changed is not None and (there, changed) not in links:
                    links[there, changed] = (node, event)
                    queue.append((there, changed))

    def path(self, number: int, fact: Fact, *events: str) -> tuple[PathStep, ...]:
        """Return the shortest path to a visit, gone on from by further events."""
        steps: list[PathStep] = []
        node: tuple[int, Fact] | None = (number, fact)
        while node is not None:
            link = self._links[node]
            steps.append(PathStep(link[1] if link else None, self.graph.ids[node[0]]))
            node = link[0] if link else None
        steps.reverse()
        return (*steps, *self.graph.walk(number, events))
