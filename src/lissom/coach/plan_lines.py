"""The lines of a plan: a session or a question for today, and a routine that is not for today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from lissom.coach.messages import Reason, Say
from lissom.machine.options import Options

LineKind = Literal["go-on", "close", "which", "next-morning", "after-session", "routine"]
Rest = Literal["closed", "done", "rest"]


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of a plan. `routine` may be a screening's id; `log` is the broken-off one, or the one in
    which something hurt and it was never said what ("which").

    `seconds` is how long it takes if all goes as planned; `rest_before` the rest after the line before.
    """

    kind: LineKind
    routine: str
    options: Options
    reasons: tuple[Reason, ...]
    stretches: tuple[str, ...] = ()
    seconds: int | None = None
    rest_before: int = 0
    brief: bool = False
    log: str | None = None

    def as_json(self, say: Say) -> dict[str, Any]:
        """Return the line as plain JSON values, in the words of `say`."""
        return {
            "kind": self.kind,
            "routine": self.routine,
            "options": self.options.as_json(),
            "stretches": list(self.stretches),
            "seconds": self.seconds,
            "rest_before": self.rest_before,
            "brief": self.brief,
            "log": self.log,
            "reasons": [reason.as_json(say) for reason in self.reasons],
        }


@dataclass(frozen=True, slots=True)
class NotToday:
    """A routine that is not for today. The options of a closed one make a closed machine."""

    routine: str
    kind: Rest
    options: Options
    reasons: tuple[Reason, ...]

    def as_json(self, say: Say) -> dict[str, Any]:
        """Return it as plain JSON values, in the words of `say`."""
        return {
            "routine": self.routine,
            "kind": self.kind,
            "reasons": [reason.as_json(say) for reason in self.reasons],
        }
