"""The player's clock and alarm: never back, no sleep uncounted, no deadline missed, nothing rung twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

IMPORTS = """
const stage = await import("/stage.js");
const { SessionClock, startTicker } = await import("/browser/player/clock.js");
const { Course } = await import("/browser/session/course.js");
"""


@pytest.fixture
def page(chromium: Browser, modules: str) -> Iterator[Page]:
    page = chromium.new_page()
    page.goto(f"{modules}/core.html")
    yield page
    page.close()


def told(page: Page, script: str) -> Any:
    """Run a script after the imports and return what it returns."""
    return page.evaluate(f"async () => {{ {IMPORTS} {script} }}")


# the clock


def test_a_clock_shows_whole_milliseconds_from_its_start(page: Page) -> None:
    script = """
    stage.takeTimeOver();
    const clock = new SessionClock(5000);
    const first = clock.now();
    stage.pass(1234.9);
    return [first, clock.now(), Math.round(clock.msUntil(7000) * 10) / 10];
    """
    assert told(page, script) == [5000, 6234, 765.1]


def test_fractions_that_add_up_to_a_millisecond_are_one(page: Page) -> None:
    script = """
    stage.takeTimeOver();
    const clock = new SessionClock();
    for (let look = 0; look < 10; look += 1) {
      stage.pass(0.1);
      clock.now();
    }
    return [performance.now() < 1, clock.now()];
    """
    assert told(page, script) == [True, 1]


def test_a_clock_counts_a_sleep_that_the_monotonic_clock_does_not(page: Page) -> None:
    script = """
    stage.takeTimeOver();
    const clock = new SessionClock();
    stage.pass(1000);
    clock.now();
    stage.pass(500, { wallMs: 30_500 });
    return [clock.now(), clock.sleptMs];
    """
    assert told(page, script) == [31_500, 30_000]


def test_a_clock_counts_a_sleep_once_where_the_monotonic_clock_ran_on(page: Page) -> None:
    script = """
    stage.takeTimeOver();
    const clock = new SessionClock();
    stage.pass(30_000);
    return [clock.now(), clock.sleptMs];
    """
    assert told(page, script) == [30_000, 0]


def test_clocks_that_drift_apart_slowly_are_no_sleep(page: Page) -> None:
    script = """
    stage.takeTimeOver();
    const clock = new SessionClock();
    for (let look = 0; look < 100; look += 1) {
      stage.pass(1000, { wallMs: 1100 });
      clock.now();
    }
    return [clock.now(), clock.sleptMs];
    """
    assert told(page, script) == [100_000, 0]


@pytest.mark.parametrize("step", [-3_600_000, -3_000, 1_900])
def test_a_wall_clock_that_is_set_does_not_move_the_session(page: Page, step: int) -> None:
    script = f"""
    stage.takeTimeOver();
    const clock = new SessionClock();
    stage.pass(1000, {{ wallMs: 1000 + {step} }});
    return [clock.now(), clock.sleptMs];
    """
    assert told(page, script) == [1000, 0]


def test_a_clock_never_goes_back(page: Page) -> None:
    script = """
    stage.takeTimeOver();
    const clock = new SessionClock();
    stage.pass(1000);
    const before = clock.now();
    stage.pass(-400, { wallMs: 0 });
    return [before, clock.now()];
    """
    assert told(page, script) == [1000, 1000]


# the alarm

PLAYED = """
stage.takeTimeOver({ workers: WORKERS });
const began = performance.now();
const rung = [];
const ticker = startTicker(() => rung.push(Math.round(performance.now() - began)));
"""
WITH_WORKER = PLAYED.replace("WORKERS", "true")
WITHOUT_WORKER = PLAYED.replace("WORKERS", "false")


def test_the_alarm_rings_at_whole_seconds_before_the_deadline_and_on_it(page: Page) -> None:
    script = (
        WITHOUT_WORKER
        + """
    ticker.setDue(3200);
    stage.pass(3200);
    return rung;
    """
    )
    assert told(page, script) == [200, 1200, 2200, 3200]


def test_the_worker_is_told_to_ring_at_the_same_moments(page: Page) -> None:
    script = (
        WITH_WORKER
        + """
    stage.throttle();
    ticker.setDue(2200);
    const waits = [];
    for (const ms of [200, 1000, 1000]) {
      waits.push(Math.round(stage.orders.at(-1).wait));
      stage.pass(ms);
      stage.worker.ring();
    }
    return [waits, rung];
    """
    )
    assert told(page, script) == [[200, 1000, 1000], [200, 1200, 2200]]


def test_a_late_ring_does_not_move_those_after_it(page: Page) -> None:
    script = (
        WITH_WORKER
        + """
    stage.throttle();
    ticker.setDue(3000);
    stage.pass(1080);
    stage.worker.ring();
    return Math.round(stage.orders.at(-1).wait);
    """
    )
    assert told(page, script) == 920


def test_two_timers_ring_once(page: Page) -> None:
    script = (
        WITH_WORKER
        + """
    ticker.setDue(1000);
    const { alarm } = stage.orders.at(-1);
    stage.pass(1000);
    stage.worker.ring(alarm);
    return rung;
    """
    )
    assert told(page, script) == [1000]


def test_a_deadline_that_is_lost_in_rounding_is_rung_at_once_and_not_a_second_later(page: Page) -> None:
    script = """
    stage.takeTimeOver({ workers: false });
    stage.pass(123_456.7);
    let rung = 0;
    startTicker(() => (rung += 1)).setDue(1e-12);
    stage.pass(2);
    return rung;
    """
    assert told(page, script) == 1


def test_a_deadline_that_is_over_already_is_rung_at_once_and_does_not_spin(page: Page) -> None:
    script = (
        WITHOUT_WORKER
        + """
    ticker.setDue(-30);
    stage.pass(1500);
    return rung;
    """
    )
    assert told(page, script) == [1, 1001]


def test_a_deadline_that_nobody_met_is_rung_again_each_second(page: Page) -> None:
    script = (
        WITHOUT_WORKER
        + """
    ticker.setDue(500);
    stage.pass(2500);
    return rung;
    """
    )
    assert told(page, script) == [500, 1500, 2500]


def test_the_alarm_goes_on_after_a_tick_that_failed(page: Page) -> None:
    script = """
    stage.takeTimeOver({ workers: false });
    let ticks = 0;
    const ticker = startTicker(() => {
      ticks += 1;
      throw new Error("a fault of the page");
    });
    ticker.setDue(2000);
    for (const ms of [1000, 1000]) {
      try { stage.pass(ms); } catch { /* the page's own fault */ }
    }
    return ticks;
    """
    assert told(page, script) == 2


def test_nothing_rings_while_the_session_waits_for_the_person(page: Page) -> None:
    script = (
        WITHOUT_WORKER
        + """
    ticker.setDue(1000);
    ticker.setDue(null);
    stage.pass(60_000);
    return rung;
    """
    )
    assert told(page, script) == []


def test_nothing_rings_after_the_end_and_the_worker_is_gone(page: Page) -> None:
    script = (
        WITH_WORKER
        + """
    ticker.setDue(1000);
    ticker.stop();
    stage.pass(60_000);
    document.dispatchEvent(new Event("visibilitychange"));
    return [rung, stage.orders.at(-1)];
    """
    )
    assert told(page, script) == [[], None]


@pytest.mark.parametrize("came", ["visibilitychange", "resume"])
def test_a_page_that_comes_back_looks_at_the_clock_at_once(page: Page, came: str) -> None:
    script = (
        WITHOUT_WORKER
        + f"""
    ticker.setDue(10_000);
    document.dispatchEvent(new Event("{came}"));
    return rung;
    """
    )
    assert told(page, script) == [0]


# a real Worker, with real time

REAL = """
const began = performance.now();
return await new Promise((resolve) => {
  const ticker = startTicker(() => {
    const late = performance.now() - began - 40;
    if (late < 0) return;
    ticker.stop();
    resolve(late >= 0);
  });
  ticker.setDue(40);
});
"""


def test_a_real_worker_rings_and_never_too_early(page: Page) -> None:
    script = "globalThis.setTimeout = () => 0;" + REAL  # the page's own timers never come
    assert told(page, script) is True


def test_a_worker_that_cannot_be_fetched_is_made_up_for(page: Page) -> None:
    page.route("**/ticker.js", lambda route: route.abort())
    assert told(page, REAL) is True


# clock, alarm and course together

SESSION = """
stage.takeTimeOver();
stage.throttle();
const timed = (kind, seconds, next) => ({ kind, seconds, on: { elapsed: next, stop: "end" } });
const machine = {
  start: "rest",
  states: {
    rest: timed("rest", 2, "move"),
    move: timed("move", 3, "hold"),
    hold: timed("hold", 20, "release"),
    release: timed("release", 3, "switch"),
    switch: timed("switch", 5, "end"),
    end: { kind: "end", seconds: null, on: {} },
  },
};
const clock = new SessionClock();
let course = Course.begin(machine);
let awake = 0;
const ticker = startTicker(() => {
  const now = clock.now();
  course = course.wake(now, awake);
  awake = now;
  ticker.setDue(course.dueMs === null ? null : clock.msUntil(course.dueMs));
});
ticker.setDue(clock.msUntil(course.dueMs));
const run = (ms) => {
  for (let left = ms; left > 0; left -= 500) { stage.pass(500); stage.worker.ring(); }
};
const log = () => course.entries.map(({ at_ms, state, event }) => [at_ms, state, event]);
"""
BEGUN = [[2000, "rest", "elapsed"], [5000, "move", "elapsed"]]


def test_a_hold_is_left_at_its_deadline_however_late_the_page_is(page: Page) -> None:
    script = (
        SESSION
        + """
    run(24_500);
    stage.pass(1300);
    stage.worker.ring();
    return [log(), course.dueMs];
    """
    )
    assert told(page, script) == [[*BEGUN, [25_000, "hold", "elapsed"]], 28_000]


@pytest.mark.parametrize(
    ("frozen", "wall"), [(30_000, 30_000), (0, 30_000)], ids=["a frozen page", "a machine that slept"]
)
def test_a_hold_that_nobody_timed_is_paused_and_nothing_is_counted(
    page: Page, frozen: int, wall: int
) -> None:
    script = (
        SESSION
        + f"""
    run(15_000);
    stage.pass({frozen}, {{ wallMs: {wall} }});
    document.dispatchEvent(new Event("resume"));
    return [log(), course.isPaused, course.resumeState];
    """
    )
    assert told(page, script) == [[*BEGUN, [15_000, "hold", "pause"]], True, "rest"]
