"""A session as JSON and back, so that a journal can keep what a replay came to.

Replaying a thousand logs takes a second or two; reading what they came to takes none. What is kept
is worth no more than its log: where the format or the log has changed, replay again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from lissom.coach.history import HeldTime, RestrictionTaken, Session, SymptomReport
from lissom.machine.model import Outcome, Then
from lissom.session.log import Rating

FORMAT = "lissom-kept/3"


def as_json(session: Session) -> dict[str, Any]:
    """Return a session as plain JSON values."""
    content = asdict(session)
    return content | {
        "format": FORMAT,
        "started": session.started.isoformat(),
        "options": dict(session.options),
    }


def from_json(content: Mapping[str, Any]) -> Session | None:
    """Return the session, or None where it was kept in another format and is to be replayed."""
    if content.get("format") != FORMAT:
        return None
    plain = {name: value for name, value in content.items() if name != "format"}
    return Session(**plain | {
        "started": datetime.fromisoformat(plain["started"]),
        "outcome": Outcome(**plain["outcome"]) if plain["outcome"] else None,
        "ratings": tuple(Rating(**rating) for rating in plain["ratings"]),
        "felt": tuple(SymptomReport(**felt) for felt in plain["felt"]),
        "taken": tuple(
            RestrictionTaken(**taken | {"then": Then(**taken["then"])}) for taken in plain["taken"]
        ),
        "answers": tuple((question, safe) for question, safe in plain["answers"]),
        "held": tuple(HeldTime(**held) for held in plain["held"]),
    })  # fmt: skip
