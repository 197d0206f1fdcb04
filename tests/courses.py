"""A course, told as data: what was done to it, and what it shows of itself after each act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from lissom.machine.model import Machine, Outcome, Then
from lissom.session import path as paths
from lissom.session.live_session import SLEEP_MS, LiveSession, Misfit

Act = dict[str, Any]

_ACT = ("do", "event", "at_ms", "awake_ms")
_SHOWN = ("state", "timer_ms", "due_ms", "paused", "over")


def do(course: LiveSession, act: Act) -> LiveSession:
    """Return a course after an act such as `{"do": "apply", "event": "pain", "at_ms": 1000}`."""
    match act:
        case {"do": "apply", "event": event, "at_ms": at_ms}:
            return course.apply(event, at_ms)
        case {"do": "wake", "at_ms": at_ms}:
            return course.wake(at_ms, act.get("awake_ms"))
        case {"do": "go-on"}:
            return LiveSession.go_on(course.machine, course.entries, course.sleep_ms)
    return getattr(course, act["do"])(act["at_ms"])


def play(machine: Machine, acts: Iterable[Act], sleep_ms: int = SLEEP_MS) -> tuple[LiveSession, list[Any]]:
    """Return the course after all acts, and what was seen at the start and after each of them."""
    course = LiveSession.begin(machine, sleep_ms)
    seen: list[Any] = [tell(course)]
    for act in acts:
        known = len(course.entries)
        try:
            course = do(course, act)
            seen.append(tell(course, known))
        except Misfit as misfit:
            seen.append({"misfit": misfit.reason})
    return course, seen


def tell(course: LiveSession, known: int = 0) -> dict[str, Any]:
    """Return what a course shows of itself; `known` is how many of its entries are known already."""
    return {
        "state": course.state_id, "timer_ms": course.timer_ms, "due_ms": course.due_ms,
        "paused": course.is_paused, "over": course.is_over, "outcome": outcome_json(course.outcome),
        "resume_state": course.resume_state, "events": list(course.events),
        "added": [asdict(entry) for entry in course.entries[known:]],
    }  # fmt: skip


def as_cases_tell(act: Act, seen: dict[str, Any]) -> dict[str, Any]:
    """Return an act with what was seen after it, as a case of conformance/courses tells of both."""
    asked = {name: act[name] for name in _ACT if name in act}
    if "misfit" in seen:
        return {**asked, **seen}
    shown = {name: seen[name] for name in _SHOWN}
    return {**asked, **shown, "added": [[e["at_ms"], e["state"], e["event"]] for e in seen["added"]]}


def thens(course: LiveSession) -> list[list[Any]]:
    """Return what a session took, each with its time."""
    return [[at_ms, then_json(then)] for at_ms, then in paths.thens(course.machine, course.path)]


def outcome_json(outcome: Outcome | None) -> dict[str, Any] | None:
    return asdict(outcome) if outcome else None


def then_json(then: Then) -> dict[str, Any]:
    return {name: value for name, value in asdict(then).items() if value is not None}
