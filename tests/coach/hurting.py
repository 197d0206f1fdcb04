"""A small machine in which something hurts and is not yet named, made by hand, and logs of it."""

from __future__ import annotations

from datetime import UTC, datetime

from lissom.coach.history import Session, session_of_replay
from lissom.machine.model import Cue, Machine, Outcome, State, Then
from lissom.session.log import MISTAKEN, Entry, Log
from lissom.session.path import Path, Visit
from lissom.session.replay import Replay

STARTED = datetime(2026, 5, 4, 8, tzinfo=UTC)
OUT = Then("taken-back", leave_out="roll")
CLOSED = Then("contact", close="all")
THENS = {"pain": OUT, "tingling": OUT, "numbness": Then("contact", leave_out="roll")}

_CUE = Cue("a", "a", "a")
_SPOT = {"stretch": "roll", "position": "roll", "side": "left"}
_TOLD = {symptom: f"roll.left.{symptom}.told" for symptom in THENS}


def _state(kind: str, **more) -> State:
    return State(kind, _CUE, **more)


MACHINE = Machine(
    "small",
    "sha256:" + "0" * 64,
    {"level": 1},
    "rate",
    {
        "rate": _state("rate", on={"ok": "screening.emergency", "high": "rate.high.advise", "stop": "end"}),
        "rate.high.advise": _state("advise", on={"next": "end"}),
        "screening.emergency": _state(
            "ask", on={"yes": "screening.emergency.advise", "no": "roll.ready", "stop": "end"}
        ),
        "screening.emergency.advise": _state("advise", on={"next": "end"}, then=CLOSED),
        "roll.ready": _state("ready", on={"next": "roll.hold", "hurts": "roll.hurts.which"}, **_SPOT),
        "roll.hold": _state(
            "hold",
            on={"elapsed": "roll.release", "hurts": "roll.hurts.let-go", "stop": "end", **_TOLD},
            seconds=20, rung=1, **_SPOT,
        ),
        "roll.release": _state(
            "release", on={"elapsed": "end.finished", "hurts": "roll.hurts.let-go"}, seconds=5, **_SPOT
        ),
        "roll.hurts.let-go": _state(
            "release", on={"elapsed": "roll.hurts.which", "hurts": "roll.hurts.which", **_TOLD},
            seconds=5, then=OUT, **_SPOT,
        ),
        "roll.hurts.which": _state(
            "which", on={**_TOLD, "serious": "serious.advise", "stop": "end"}, then=OUT, **_SPOT
        ),
        "serious.advise": _state("advise", on={"next": "end"}, then=CLOSED),
        **{
            name: _state("advise", on={"next": "end"}, then=THENS[symptom], **_SPOT)
            for symptom, name in _TOLD.items()
        },
        "end": _state("end", outcome=Outcome("stopped")),
        "end.finished": _state("end", outcome=Outcome("finished")),
    },
)  # fmt: skip
BEGUN = ("ok", "no", "next")  # to the hold
SECOND_MS = 1000


def log_of(*events: str, back_to: str = "roll.ready") -> Log:
    """Return the log of events, each some seconds after the one before; a slip goes back to a state."""
    return _lived(events, back_to)[0]


def session_after(*events: str, back_to: str = "roll.ready", closes: bool = False) -> Session:
    """Return the session of such a log. With `closes` the last slip closes it where it is."""
    log, replay = replayed(*events, back_to=back_to, closes=closes)
    return session_of_replay(log, replay)


def replayed(*events: str, back_to: str = "roll.ready", closes: bool = False) -> tuple[Log, Replay]:
    """Return such a log with what it comes to, laid out by hand."""
    log, visited = _lived(events, back_to)
    if closes:
        visited = visited[:-1]
    times = [0, *(entry.at_ms for entry in log.events)]
    moves = [None, *(entry.event for entry in log.events), None]
    visits = tuple(
        Visit(name, times[n], times[n], times[n + 1] if n + 1 < len(times) else None, moves[n + 1], moves[n])
        for n, name in enumerate(visited)
    )
    return log, Replay(MACHINE, Path(visits, "roll.ready", times[-1], closed=closes))


def _lived(events: tuple[str, ...], back_to: str) -> tuple[Log, list[str]]:
    visited = [MACHINE.start]
    for event in events:
        visited.append(back_to if event == MISTAKEN else MACHINE.states[visited[-1]].on[event])
    states = [back_to if e == MISTAKEN else here for e, here in zip(events, visited, strict=False)]
    entries = tuple(
        Entry((n + 1) * 21 * SECOND_MS, state, event)
        for n, (state, event) in enumerate(zip(states, events, strict=True))
    )
    log = Log(
        id="00000001-0000-7000-8000-000000000001", routine=MACHINE.routine, digest=MACHINE.digest,
        machine_digest="sha256:" + "0" * 64, options=MACHINE.options, started=STARTED, zone="UTC",
        events=entries,
    )  # fmt: skip
    return log, visited
