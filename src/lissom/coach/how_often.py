"""How often something is meant to be done, in words: every day, once, a number of times, or a range."""

from __future__ import annotations

from lissom.coach.messages import Say
from lissom.routine.model import Range

EVERY_DAY = 7  # sessions a week


def say_how_often(say: Say, message: str, times: Range, **told: object) -> str:
    """Return a message that is told the kind of a range, and its ends."""
    return say(message, kind=_kind(times), least=times.least, most=times.most, **told)


def _kind(times: Range) -> str:
    if times.least == EVERY_DAY:
        return "daily"
    if times.most == 1:
        return "once"
    return "same" if times.least == times.most else "range"
