"""Small machines, made by hand, so that the rules of a session are tested without the compiler."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from lissom.machine.codec import machine_digest
from lissom.machine.model import Cue, High, Machine, Outcome, State, Then
from lissom.session.log import Entry, Log, Rating

STARTED = datetime(2026, 3, 1, 7, 30, tzinfo=UTC)
ID = "0195517a-2b40-7c3e-8f00-0123456789ab"
CLOSE = Then(until="contact", stretch="s", cap_level=0)


def state(kind: str, on: Mapping[str, str], seconds: int | None = None, **labels: Any) -> State:
    title = labels.pop("title", kind.capitalize())
    return State(kind, Cue(title, title + ".", title), on, seconds, **labels)  # type: ignore[arg-type]  # kinds of the tests


def _side(side: str, after: str) -> dict[str, State]:
    """Move, hold 20 s with an offer, release; and what a pain or a stop leads to."""
    place: dict[str, Any] = {"stretch": "s", "position": "ankle", "side": side, "level": 1, "round": 1}
    p, loose = f"{side}.", {"pain": f"{side}.let-go", "stop": f"{side}.stop", "skip": f"{side}.release"}
    held = {"elapsed": p + "release", "ease": p + "eased", **loose}
    return {
        p + "move": state("move", {"elapsed": p + "hold", **loose}, 3, **place),
        p + "hold": state("hold", {"yes": p + "yes", **held}, 20, title="Ankle", **place),
        p + "yes": state(
            "hold", {"no": p + "no", **held, "elapsed": p + "more"}, 20, continues=True, **place
        ),
        p + "no": state("hold", held, 20, continues=True, **place),
        p + "eased": state("hold", held | {"ease": p + "release"}, 20, continues=True, **place),
        p + "more": state(
            "hold",
            {"elapsed": p + "release", **loose, "next": p + "release"},
            15,
            **place | {"level": 2, "position": "chin"},
        ),
        p + "release": state(
            "release", {"elapsed": after, "pain": p + "let-go", "stop": p + "stop"}, 4, **place
        ),
        p + "stop": state(
            "release", {"elapsed": "stopped", "stop": "stopped", "pain": p + "advise"}, 4, **place
        ),
        p + "let-go": state(
            "release",
            {"elapsed": p + "advise", "pain": p + "advise", "stop": p + "hurt"},
            4,
            then=CLOSE,
            **place,
        ),
        p + "advise": state(
            "advise", {"elapsed": p + "hurt", "next": p + "hurt", "stop": p + "hurt"}, 9, **place
        ),
        p + "hurt": state(
            "end", {}, outcome=Outcome("symptom", "pain", "s", "ankle", side, "Call."), **place
        ),
    }


def ladder() -> Machine:
    """Screening, a ready that waits, the left side, a switch, the right side, a rest, the end."""
    loose = {"pain": "left.advise", "stop": "stopped"}
    states = {
        "asked": state("ask", {"yes": "advised", "no": "ready", "stop": "stopped"}),
        "advised": state(
            "advise", {"elapsed": "screened", "next": "screened", "stop": "screened"}, 5, then=CLOSE
        ),
        "ready": state("ready", {"next": "left.move", "skip": "finished", **loose}, stretch="s", side="left"),
        **_side("left", "switch"),
        "switch": state("switch", {"elapsed": "right.move", **loose}, 5, stretch="s", side="left", round=1),
        **_side("right", "rest"),
        "rest": state("rest", {"elapsed": "finished", **loose}, 8, stretch="s", side="right", round=1),
        "finished": state("end", {}, outcome=Outcome("finished")),
        "stopped": state("end", {}, outcome=Outcome("stopped")),
        "screened": state("end", {}, outcome=Outcome("screened", advice="Call.")),
    }
    return Machine("leg", "sha256:" + "a" * 64, {"level": 1, "without": []}, "asked", states)


LADDER = ladder()
DIGEST = machine_digest(LADDER)


def rated(machine: Machine, leads_to: str = "asked", high: str = "screened") -> Machine:
    """Return a machine that first asks for the pain, from 0 to 10, for 60 s."""
    on = {"ok": leads_to, "high": high, "skip": leads_to, "elapsed": leads_to, "stop": "stopped"}
    asks = state("rate", on, 60, high=High(start=6, rise=2))
    return replace(machine, start="rate", states={"rate": asks, **machine.states})


RATED = rated(LADDER)
RATED_DIGEST = machine_digest(RATED)


def log_of(*entries: Entry, machine: Machine = LADDER, digest: str = DIGEST, **heading: Any) -> Log:
    log = Log(ID, machine.routine, machine.digest, digest, machine.options, STARTED, "Europe/Warsaw", entries)
    return replace(log, **heading)


def entries(*lines: str) -> tuple[Entry, ...]:
    """Read entries from lines such as `23000 left.hold elapsed`."""
    split = (line.split() for line in lines)
    return tuple(Entry(int(at_ms), state, event) for at_ms, state, event in split)


WHOLE = entries(
    "0 asked no", "1000 ready next",
    "4000 left.move elapsed", "24000 left.hold elapsed", "28000 left.release elapsed", "33000 switch elapsed",
    "36000 right.move elapsed", "56000 right.hold elapsed", "60000 right.release elapsed",
    "68000 rest elapsed",
)  # fmt: skip


def rated_log(*ratings: Rating, events: tuple[Entry, ...] | None = None, **heading: Any) -> Log:
    """Return the log of a session of RATED: a whole one in which the pain was fine at 0 ms, or with these
    events."""
    played = (Entry(0, "rate", "ok"), *WHOLE) if events is None else events
    return log_of(*played, machine=RATED, digest=RATED_DIGEST, ratings=ratings, **heading)
