"""States without a machine, as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lissom.machine.codec import as_json
from lissom.machine.model import Machine, State


def states_json(states: Mapping[str, State]) -> dict[str, Any]:
    """Return states as they stand in a machine."""
    written: dict[str, Any] = as_json(Machine("", "", {}, "", states))["states"]
    return written
