"""Steps a second beside two libraries and a bare dictionary, and one law beside two checkers.

Goals: at least a third of the bare loop and 50 times the fastest library; one law over 30,000
states in at most twice the time of a plain breadth-first search.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections import deque
from collections.abc import Callable
from pathlib import Path

import networkx as nx
from statemachine import State as PeerState
from statemachine import StateMachine
from transitions import Machine as PeerMachine

from bench.measure import median_seconds, print_table
from lissom.content import library
from lissom.machine.compile import compile_routine
from lissom.machine.model import Cue, Machine, State
from lissom.machine.options import Options
from lissom.machine.step import step
from lissom.machine.verify import LAWS, Case
from lissom.machine.verify.graph import Graph

BIG = 30_000


def main() -> None:
    """Measure stepping and checking and print both tables."""
    _stepping()
    _checking()


def _stepping() -> None:
    machine = compile_routine(library.routine("back-spasm"), Options(), library.phrases("en"))
    events = _way(machine)
    table = {name: dict(state.on) for name, state in machine.states.items()}
    rows: list[tuple[str, Callable[[], object], int]] = [
        ("bare dictionary", lambda: _bare(table, machine.start, events), 200),
        ("lissom step", lambda: _ours(machine, events), 200),
        ("transitions", _transitions(machine, events), 2),
        ("python-statemachine", _statemachine(machine, events), 1),
    ]
    rates = {
        name: len(events) * times / median_seconds(_repeated(run, times), 5) for name, run, times in rows
    }
    bare, ours = rates["bare dictionary"], rates["lissom step"]
    fastest = max(rates["transitions"], rates["python-statemachine"])
    print(f"{len(machine.states)} states, a way of {len(events)} events")
    print_table(("stepping", "steps a second"), [(name, f"{rate:,.0f}") for name, rate in rates.items()])
    print(f"lissom is {ours / bare:.2f} of the bare loop (goal ≥ 0.33)")
    print(f"and {ours / fastest:.0f} times the fastest library (goal ≥ 50)")


def _repeated(run: Callable[[], object], times: int) -> Callable[[], None]:
    def repeat() -> None:
        for _ in range(times):
            run()

    return repeat


def _way(machine: Machine) -> list[str]:
    """The events of a whole session with no symptom."""
    name, events = machine.start, []
    while machine.states[name].kind != "end":
        on = machine.states[name].on
        events.append(next(event for event in ("elapsed", "next", "no") if event in on))
        name = on[events[-1]]
    return events


def _bare(table: dict[str, dict[str, str]], state: str, events: list[str]) -> str:
    for event in events:
        state = table[state][event]
    return state


def _ours(machine: Machine, events: list[str]) -> str:
    state = machine.start
    for event in events:
        state = step(machine, state, event)
    return state


def _transitions(machine: Machine, events: list[str]) -> Callable[[], object]:
    edges = [
        {"trigger": f"on_{event}", "source": name, "dest": target}
        for name, state in machine.states.items()
        for event, target in state.on.items()
    ]
    peer = PeerMachine(
        states=list(machine.states), transitions=edges, initial=machine.start, auto_transitions=False
    )

    def run() -> None:
        peer.set_state(machine.start)
        for event in events:
            peer.trigger(f"on_{event}")

    return run


def _statemachine(machine: Machine, events: list[str]) -> Callable[[], object]:
    """The same states and events, declared as the library asks: as attributes of a class."""
    names = {name: f"s{number}" for number, name in enumerate(machine.states)}
    states = {
        names[name]: PeerState(initial=name == machine.start, final=state.kind == "end")
        for name, state in machine.states.items()
    }
    body: dict[str, object] = dict(states)
    for name, state in machine.states.items():
        for event, target in state.on.items():
            edge = states[names[name]].to(states[names[target]])
            key = f"on_event_{event}".removeprefix("on_")
            body[key] = body[key] | edge if key in body else edge  # type: ignore[operator]  # the library's own way to join edges
    peer = type("Peer", (StateMachine,), body)

    def run() -> None:
        running = peer()
        for event in events:
            running.send(f"event_{event}")

    return run


def _checking() -> None:
    machine, routine, phrases = _chain(BIG), library.routine("neck"), library.phrases("en")
    times, ends = (next(law for law in LAWS if law.id == name) for name in ("L5", "L9"))
    case = Case(machine, routine, phrases)
    rows = [
        ("plain breadth-first search", median_seconds(lambda: _plain(machine))),
        ("lissom: numbering the machine, once for all laws", median_seconds(lambda: Graph(machine))),
        ("lissom: L9, no cycle, all reachable, all end", median_seconds(lambda: ends.prove(case))),
        ("lissom: L5, an invariant", median_seconds(lambda: times.prove(case))),
        ("networkx", median_seconds(lambda: _networkx(machine), 3)),
    ]
    if shutil.which("spin") and shutil.which("gcc"):
        rows.append(("spin, with its gcc", median_seconds(lambda: _spin(BIG), 1)))
    else:
        print("spin is not on this machine (apt install spin gcc): its row is left out")
    plain = rows[0][1]
    print(f"\none law over {len(machine.states):,} states")
    print_table(
        ("checking", "ms", "ratio"), [(name, f"{s * 1000:.0f}", f"{s / plain:.1f}") for name, s in rows]
    )


def _chain(count: int) -> Machine:
    """A synthetic machine: a long chain, each state with a way on and a way out."""
    cue = Cue("", "", "")
    states = {
        f"s{n}": State("move", cue, {"elapsed": f"s{n + 1}", "skip": f"s{min(n + 7, count)}", "stop": "end"})
        for n in range(count)
    }
    states[f"s{count}"] = State("rest", cue, {"elapsed": "end", "stop": "end"})
    states["end"] = State("end", cue)
    return Machine("synthetic", "", {}, "s0", states)


def _plain(machine: Machine) -> int:
    seen, waiting = {machine.start}, deque([machine.start])
    while waiting:
        for target in machine.states[waiting.popleft()].on.values():
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return len(seen)


def _networkx(machine: Machine) -> bool:
    graph = nx.DiGraph(
        (name, target) for name, state in machine.states.items() for target in state.on.values()
    )
    ends = [name for name, state in machine.states.items() if state.kind == "end"]
    reached = nx.descendants(graph, machine.start)
    ending = set().union(*(nx.ancestors(graph, end) for end in ends))
    return (
        nx.is_directed_acyclic_graph(graph)
        and len(reached) + 1 == len(machine.states)
        and ending >= reached - set(ends)
    )


def _spin(count: int) -> None:
    """The same chain in Promela, and spin's search for a state that cannot end."""
    model = f"""int s = 0;
active proctype chain() {{ do
  :: s < {count} -> if :: s = s + 1 :: s = (s + 7 < {count} -> s + 7 : {count}) :: s = {count + 1} fi
  :: s == {count} -> s = {count + 1}
  :: s > {count} -> break
od }}"""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "m.pml").write_text(model)
        for command in (
            ["spin", "-a", "m.pml"],
            ["gcc", "-O1", "-DSAFETY", "-o", "pan", "pan.c"],
            ["./pan", "-m1000000"],
        ):
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
