"""The session's clock: forward, exact, and faster in a rehearsal."""

from __future__ import annotations

from datetime import UTC

import pytest

from lissom.terminal.clock import SessionClock, started


class World:
    now = 1000.0

    def seconds(self) -> float:
        return self.now


def test_a_clock_starts_at_nothing_or_where_a_session_goes_on() -> None:
    assert [SessionClock(seconds=World().seconds, start_ms=ms).now_ms() for ms in (0, 61_000)] == [0, 61_000]


def test_a_rehearsal_runs_faster_and_waits_less() -> None:
    world = World()
    clock = SessionClock(speed=60, seconds=world.seconds)
    world.now += 1
    assert (clock.now_ms(), clock.seconds_until(90_000), clock.seconds_until(1)) == (60_000, 0.5, 0.0)


def test_a_clock_never_stands_still() -> None:
    with pytest.raises(ValueError, match="a clock runs forward"):
        SessionClock(speed=0)


def test_a_real_clock_goes_forward() -> None:
    clock = SessionClock()
    assert 0 <= clock.now_ms() <= clock.now_ms()


def test_a_session_starts_in_utc_with_the_persons_zone() -> None:
    moment, zone = started()
    assert (moment.tzinfo, bool(zone)) == (UTC, True)
