"""L3, L4 and L9 once more, by z3 and by other means than the laws' own search.

L9: a machine has no circle exactly if a number can be given to each state that falls along every
edge. L3 and L4: a bad state cannot be reached exactly if there is a set of states that holds the
first ones, is closed under every edge, and holds no bad one. So z3 must find such numbers or such
a set for what is compiled, and must show that there is none once a fault is planted.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

import pytest
import z3

from lissom.machine.model import Machine, State
from tests.machine.verify.planted import lead_on, machine_of, source_of

LEFT, RIGHT = "leg-ladder.r2.left", "leg-ladder.r2.right"
Node = Hashable


def edges_of(machine: Machine) -> list[tuple[str, str, str]]:
    return [
        (here, event, there) for here, state in machine.states.items() for event, there in state.on.items()
    ]


def falling_numbers_exist(machine: Machine) -> bool:
    rank = {name: z3.Int(name) for name in machine.states}
    solver = z3.Solver()
    solver.add([rank[here] > rank[there] for here, _, there in edges_of(machine)])
    return solver.check() == z3.sat


def separating_set_exists(
    first: Iterable[Node], edges: Iterable[tuple[Node, Node]], bad: Iterable[Node]
) -> bool:
    inside: dict[Node, z3.BoolRef] = {}

    def at(node: Node) -> z3.BoolRef:
        return inside.setdefault(node, z3.Bool(str(len(inside))))

    solver = z3.Solver()
    solver.add([at(node) for node in first])
    solver.add([z3.Implies(at(here), at(there)) for here, there in edges])
    solver.add([z3.Not(at(node)) for node in bad])
    return solver.check() == z3.sat


# L9


@pytest.mark.parametrize("name", ["ladder", "back"])
def test_numbers_fall_along_every_edge_of_what_is_compiled(name):
    assert falling_numbers_exist(machine_of(name))


def test_no_numbers_fall_along_a_circle():
    fault = lead_on(("leg-ladder.r2.right.rest.after-ankle", "elapsed", "leg-ladder.ready"))
    assert not falling_numbers_exist(fault(machine_of("ladder")))


# L3


def what_hurt_is_over(name: str, machine: Machine) -> bool:
    """After the symptoms of each stretch no hold of it, nor any hold where the session ends."""
    source = source_of(name)
    pairs = [(here, there) for here, _, there in edges_of(machine)]
    for stretch in source.stretches:
        holds = {n for n, s in machine.states.items() if s.kind == "hold"}
        own = {n for n in holds if machine.states[n].stretch == stretch.id}
        for rule in source.symptoms:
            first = {
                state.on[rule.symptom]
                for state in machine.states.values()
                if state.stretch == stretch.id
                and state.kind in {"ready", "move", "hold", "switch"}
                and rule.symptom in state.on
            }
            if not separating_set_exists(first, pairs, holds if rule.ends == "session" else own):
                return False
    return True


@pytest.mark.parametrize("name", ["ladder", "back"])
def test_what_hurt_is_over_in_what_is_compiled(name):
    assert what_hurt_is_over(name, machine_of(name))


@pytest.mark.parametrize(
    ("name", "edge"),
    [
        ("ladder", ("leg-ladder.left.ankle.pain.advise", "elapsed", "leg-ladder.r2.left.sit.move")),
        ("back", ("gluteal.left.gluteal.pain.settled", "yes", "gluteal.right.rep1.gluteal.move")),
        ("back", ("gluteal.left.gluteal.dizziness.advise", "next", "gluteal.left.gluteal.pain.rest")),
    ],
)
def test_what_hurt_is_not_over_where_a_fault_is_planted(name, edge):
    assert not what_hurt_is_over(name, lead_on(edge)(machine_of(name)))


# L4


def gate_of_chin(machine: Machine) -> bool:
    """Chin is entered from below only after the ankle's whole hold of 30 s in round 2 with an own yes.

    The set is one of pairs: a state, and what is true on reaching it (yes said, hold done, spoiled).
    """

    def after(
        here: State, event: str, there: State, fact: tuple[bool, bool, bool]
    ) -> tuple[bool, bool, bool]:
        yes, done, spoiled = fact
        if (there.side, there.round) != (here.side, here.round) and there.kind == "move":
            return False, False, False
        spoiled = spoiled or event in {"ease", "skip"}
        if here.kind == "hold" and here.position == "ankle":
            yes = event == "yes" or (yes and event != "no")
            done = event == "elapsed" and here.seconds == 30 and here.round == 2
        if there.kind == "hold" and not there.continues:
            yes = False
        return yes, done, spoiled

    facts = [(a, b, c) for a in (False, True) for b in (False, True) for c in (False, True)]
    states, pairs, bad = machine.states, [], []
    for here, event, there in edges_of(machine):
        for fact in facts:
            then = after(states[here], event, states[there], fact)
            pairs.append(((here, fact), (there, then)))
            enters = states[there].position == "chin" and states[there].kind == "move"
            if enters and (then[:2] != (True, True) or then[2]):
                bad.append((here, fact))
    return separating_set_exists([(machine.start, (False, False, False))], pairs, bad)


def test_the_gate_of_chin_holds_in_what_is_compiled():
    assert gate_of_chin(machine_of("ladder"))


@pytest.mark.parametrize(
    "edge",
    [
        (f"{LEFT}.ankle.hold.no", "elapsed", f"{LEFT}.chin.move"),
        (f"{RIGHT}.ankle.hold.eased", "elapsed", f"{RIGHT}.chin.move"),
        (f"{RIGHT}.ankle.hold.yes", "skip", f"{RIGHT}.chin.move"),
        (f"{LEFT}.ankle.hold.eased-from-chin", "elapsed", f"{LEFT}.chin.move"),
    ],
)
def test_the_gate_of_chin_is_open_where_a_fault_is_planted(edge):
    plant: Callable[[Machine], Machine] = lead_on(edge)
    assert not gate_of_chin(plant(machine_of("ladder")))
