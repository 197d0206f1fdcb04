"""How a machine runs: one event leads from one state to the next, or is refused."""

from __future__ import annotations

from lissom.errors import LissomError
from lissom.machine.model import Machine


class EventDoesNotFit(LissomError):
    """An event that the state does not list. Nothing has changed."""

    def __init__(self, state: str, event: str, fitting: list[str]) -> None:
        super().__init__(
            f"{event!r} does not fit in {state}",
            f"here fits: {', '.join(fitting) or 'nothing, it is an end'}",
        )
        self.state = state
        self.event = event


def step(machine: Machine, state: str, event: str) -> str:
    """Return the id of the state that an event leads to.

    Raises:
        EventDoesNotFit: if the state does not list the event.
    """
    try:
        return machine.states[state].on[event]
    except KeyError:
        raise EventDoesNotFit(state, event, sorted(machine.states[state].on)) from None
