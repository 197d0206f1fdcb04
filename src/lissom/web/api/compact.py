"""Machines in the compact form of a pack: what they have in common is written once.

A form for travelling only; `browser/machine/pack.js` makes the very machines of it again.
What the form is like is told in docs/reference/pack.md. Which machines a pack holds is `pack`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from lissom.machine.codec import as_json
from lissom.machine.model import Machine, State

_PARTS = ("cue", "figure", "high", "then", "outcome")  # of a state, each written once

JsonObject = dict[str, Any]


def key_of(options: Mapping[str, Any]) -> str:
    """Return under which key a machine stands: its level, and whether it asks for the pain of now."""
    return f"{options['level']}" if options["rate"] else f"{options['level']}.unrated"


class Shared:
    """What the machines of one pack have in common, each once; `parts` is the pack's `shared`."""

    def __init__(self) -> None:
        self.parts: list[Any] = []
        self._places: dict[str, int] = {}

    def compact(self, machine: Machine) -> JsonObject:
        """Return a machine in its compact form."""
        written = as_json(machine)
        return {
            "digest": machine.digest,
            "options": written["options"],
            "start": list(machine.states).index(machine.start),
            **self._states(written["states"]),
        }

    def compact_closed(self, closed: Mapping[str, State]) -> JsonObject:
        """Return the states of a closed routine, its start first, as `restrict` takes them."""
        return self._states(as_json(Machine("", "", {}, "", closed))["states"])

    def _states(self, states: Mapping[str, JsonObject]) -> JsonObject:
        places = {name: place for place, name in enumerate(states)}
        return {
            "ids": _steps([self._place(name) for name in states]),
            "states": _steps(
                [self._place(self._state(state, name, places)) for name, state in states.items()]
            ),
        }

    def _state(self, state: JsonObject, name: str, places: Mapping[str, int]) -> JsonObject:
        """Return a state without what it leaves open.

        Targets are counted from here: so the left side and the right, or a round and the next, have
        their tables in common.
        """
        told = {key: value for key, value in state.items() if value is not None}
        parts = {part: self._place(told[part]) for part in _PARTS if part in told}
        on = {event: places[target] - places[name] for event, target in sorted(told["on"].items())}
        return {**told, **parts, "on": on}

    def _place(self, value: Any) -> int:
        """Return where a value stands among the parts; a new one is added."""
        key = json.dumps(value, sort_keys=True)
        if key not in self._places:
            self._places[key] = len(self.parts)
            self.parts.append(value)
        return self._places[key]


def _steps(indices: list[int]) -> list[int]:
    """Return each number as the step from the one before: mostly ones, which compress well."""
    return [after - before for before, after in pairwise([0, *indices])]
