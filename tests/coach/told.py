"""A history as a pack tells of it, read back: sessions and dated words from JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from lissom.coach import statement_json
from lissom.coach.history import Entry, HeldTime, RestrictionTaken, Session, SymptomReport
from lissom.coach.restriction_events import Restriction
from lissom.machine.model import Outcome, Then
from lissom.session.codec import write_moment


def session_from(told: dict[str, Any]) -> Session:
    """Return a session of which only what restricts and lifts is known."""
    return Session(
        told["id"], told["routine"], datetime.fromisoformat(told["started"]), told["zone"],
        ended_ms=told["ended_ms"],
        outcome=Outcome("finished" if told["finished"] else "stopped"),
        worked=told["worked"],
        felt=tuple(SymptomReport(**felt) for felt in told.get("felt", ())),
        taken=tuple(RestrictionTaken(**{**taken, "then": Then(**taken["then"])}) for taken in told["taken"]),
        held=tuple(HeldTime(stretch, None, 1, 20_000, told["ended_ms"]) for stretch in told["clean"]),
        length=told["length"][0],
    )  # fmt: skip


def entry_from(told: dict[str, Any]) -> Entry:
    """Return the person's dated word."""
    return statement_json.from_json(told)


def restriction_as_told(restriction: Restriction) -> dict[str, Any]:
    """Return a restriction as the cases tell of it."""
    return {
        "target": restriction.target,
        "effect": restriction.effect,
        "cap_level": restriction.cap_level,
        "until": restriction.until,
        "since": write_moment(restriction.since),
        "day": restriction.day.isoformat(),
        "log": restriction.because.log,
    }


def restriction_as_core_tells(restriction: dict[str, Any]) -> dict[str, Any]:
    """Return a restriction of the player's core as the cases tell of it."""
    told = {name: restriction[name] for name in ("target", "effect", "cap_level", "until", "day")}
    since = write_moment(datetime.fromtimestamp(restriction["since"] / 1000, UTC))
    return {**told, "since": since, "log": restriction["because"]["log"]}
