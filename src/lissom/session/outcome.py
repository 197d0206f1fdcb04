"""How a session ended, also where no machine says it: still open, or left and not come back to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lissom.machine.model import Outcome, OutcomeKind
from lissom.session.path import may_resume
from lissom.session.replay import Replay

EndingKind = OutcomeKind | Literal["open", "abandoned"]

_RUNS_ON = frozenset({"elapsed", "next"})


@dataclass(frozen=True, slots=True)
class Ending:
    """How a session ended, where, and when. `outcome` is None for `open` and `abandoned`.

    `state` is the last one in which the session went its own way: for one that was stopped, the
    state in which that was said.
    """

    kind: EndingKind
    at_ms: int
    state: str
    outcome: Outcome | None = None


def ending_of(replay: Replay, now_ms: int | None = None) -> Ending:
    """Return how a session ended.

    `now_ms` is the present on the session's clock: an open session that nothing was heard of for
    longer than it may be gone on with counts as abandoned. Without it, it counts as open.
    """
    at_ms = replay.path.last_ms
    if replay.outcome:
        return Ending(replay.outcome.kind, at_ms, _last_own(replay), replay.outcome)
    gone = now_ms is not None and not may_resume(replay.path, now_ms)
    return Ending("abandoned" if gone else "open", at_ms, replay.state_id)


def _last_own(replay: Replay) -> str:
    """The last state that did not simply run on: what follows it is only the way to the end."""
    for visit in reversed(replay.visits):
        if visit.event is not None and visit.event not in _RUNS_ON:
            return visit.state
    return replay.state_id
