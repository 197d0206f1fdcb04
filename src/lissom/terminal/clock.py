"""The only place of the player with time in it: milliseconds since the session began.

Deadlines are kept on a clock that cannot be set back and that goes on while the computer sleeps,
so that a sleep is seen as a gap. A rehearsal's clock runs faster.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

from lissom.zone import local_zone


class Clock(Protocol):
    """What the player asks of a clock."""

    @property
    def speed(self) -> float:
        """How many times faster than the world it runs; 1 unless it is a rehearsal."""

    def now_ms(self) -> int:
        """Return the milliseconds since the session began."""

    def seconds_until(self, at_ms: float) -> float:
        """Return how long to wait, in real seconds, until the clock shows `at_ms`; never below 0."""


def _sleepless_seconds() -> Callable[[], float]:
    """Choose the clock that counts a sleep too: on Linux and macOS the plain monotonic one may not."""
    for name, platform in (("CLOCK_BOOTTIME", "linux"), ("CLOCK_MONOTONIC", "darwin")):
        number = getattr(time, name, None)
        if sys.platform == platform and number is not None:
            return lambda: time.clock_gettime(number)
    return time.monotonic


class SessionClock:
    """A monotonic clock that starts at `start_ms` and runs `speed` times as fast as the world."""

    def __init__(
        self, speed: float = 1.0, start_ms: int = 0, seconds: Callable[[], float] | None = None
    ) -> None:
        if not speed > 0:
            raise ValueError(f"a clock runs forward, not {speed} times as fast")
        self._seconds = seconds or _sleepless_seconds()
        self._speed = speed
        self._start_ms = start_ms
        self._began = self._seconds()

    @property
    def speed(self) -> float:
        """How many times faster than the world this clock runs; 1 unless it is a rehearsal."""
        return self._speed

    def now_ms(self) -> int:
        """Return the milliseconds since the session began."""
        return self._start_ms + int((self._seconds() - self._began) * self._speed * 1000)

    def seconds_until(self, at_ms: float) -> float:
        """Return how long to wait, in real seconds, until the clock shows `at_ms`; never below 0."""
        passed = (self._seconds() - self._began) * self._speed * 1000
        return max(0.0, (at_ms - self._start_ms - passed) / 1000 / self._speed)


def started() -> tuple[datetime, str]:
    """Return the moment a session starts, in UTC, and the name of the person's time zone."""
    return datetime.now(UTC), local_zone()
