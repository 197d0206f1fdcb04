"""Whole sessions at the site: by mouse, by keys, hands-free; broken off, gone on with, in two tabs.

Every log that is made is sent; the server takes it only if Python can replay it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from lissom.machine import codec as machines
from lissom.machine.model import Outcome
from lissom.session import codec as logs
from lissom.session.log import Log
from lissom.session.replay import replay
from lissom.session.summary import HoldRecord, summarize
from tests.browser.person import PATIENT, go_through_the_list
from tests.server.site import Site

LADDER, BACK = "seated-leg-ladder", "back-spasm"
STEP_MS = 3_000  # a hidden tab's timers are no rarer
GRACE_MS = 750
LOOK = """() => {
  const player = document.getElementById("player");
  const { state, kind, moment } = player.dataset;
  const acts = [...player.querySelectorAll("[data-act]")].map((act) => act.dataset.act);
  return JSON.stringify({ state, kind, moment, acts });
}"""
KEPT = """async () => {
  const { src } = document.querySelector("script[src$='player/play.js']");
  const { openKeep } = await import(new URL("../store/keep.js", src));
  const keep = await openKeep();
  const machine = (each) => keep.machine(each.log.machine_digest);
  return Promise.all((await keep.kept()).map(async (each) => ({ ...each, machine: await machine(each) })));
}"""
KEYS = {
    "next": " ", "no": "o", "yes": "y", "rate 2": "2", "skip": "s", "hurts": "h", "tingling": "t",
    "stop": "Escape", "pause": "w", "resume": "w", "ease": "e", "close": " ",
}  # fmt: skip


class AtThePlayer:
    """A person with a browser of their own. Time passes only as it is told to."""

    def __init__(self, context: BrowserContext, site: Site) -> None:
        self.context, self.site = context, site
        self.page = context.new_page()

    def opens(self, asked: str) -> AtThePlayer:
        self.page.goto(f"{self.site.address}/play/?{asked}")
        self.page.wait_for_selector("#player:not([data-kind=loading])")
        return self

    @property
    def seen(self) -> dict[str, Any]:
        return dict(json.loads(self.page.evaluate(LOOK)))

    def passes(self, ms: int = STEP_MS) -> None:
        self.page.clock.run_for(ms)

    def does(self, act: str, by: str = "mouse") -> None:
        """Do what is offered, once it is no second tap any more; wait until the screen has changed."""
        self.passes(GRACE_MS)
        before = self.page.evaluate(LOOK)
        if by == "mouse":
            self.page.click(f'[data-act="{act}"]')
        else:
            self.page.keyboard.press(KEYS[act])
        self.page.wait_for_function(f"(before) => ({LOOK})() !== before", arg=before, polling=10)

    def goes_on_until(self, wanted: str, answers: dict[str, str], by: str = "mouse") -> str:
        """Answer by kind of state, and let time pass, until the state's id or the screen's kind is this."""
        for _ in range(600):
            seen = self.seen
            if seen["state"].endswith(wanted) or seen["kind"] == wanted:
                return str(seen["state"])
            answer = answers.get(seen["state"], answers.get(seen["moment"], ""))
            if answer in seen["acts"]:
                self.does(answer, by)
            else:
                self.passes()
        raise AssertionError(f"{wanted} was not reached: {self.seen}")

    def kept(self) -> list[dict[str, Any]]:
        """Return each log of this browser with its machine, once the server has all of it."""
        for _ in range(50):
            kept: list[dict[str, Any]] = self.page.evaluate(KEPT)
            if all(each["sent"] and each["sent"]["events"] == len(each["log"]["events"]) for each in kept):
                return kept
            self.passes(1_000)
        raise AssertionError(f"not all was sent: {[(each['sent'], each['refusal']) for each in kept]}")

    def keeps(self, *routines: str) -> None:
        """Wait in real time, which the disk keeps, until just these were begun here, in this order."""
        for _ in range(100):
            found = [each["log"]["routine"] for each in self.page.evaluate(KEPT)]
            if found == [*routines]:
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"begun were {found}")

    def replayed(self, routine: str) -> list[Played]:
        """Return the sessions of a routine, replayed by Python."""
        return [_replay(each) for each in self.kept() if each["log"]["routine"] == routine]


class Played(NamedTuple):
    log: Log
    outcome: Outcome | None
    holds: tuple[HoldRecord, ...]


def _replay(kept: dict[str, Any]) -> Played:
    log, machine = logs.from_json(kept["log"]), machines.from_json(kept["machine"])
    return Played(log, replay(log, machine).outcome, summarize(log, machine).holds)


SAFE = {"ask": "no", "rate": "rate 2", "get-ready": "next"}
READY = SAFE | {"quadriceps.ready": "next"}
AFTER = {"end": "close", "ask": "no", "rate": "skip"}

Opening = Callable[..., AtThePlayer]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Site]]:
    """Sites of people who are here for the first time, and may go to level 3."""
    running: list[Site] = []

    def opened() -> Site:
        folder = tmp_path_factory.mktemp("player")
        go_through_the_list(folder)
        chosen(folder, f"{LADDER}.level", "3")
        running.append(Site(folder))
        return running[-1]

    yield opened
    for each in running:
        each.kill()


def chosen(folder: Path, name: str, value: str) -> None:
    """Write a setting down."""
    command = [sys.executable, "-m", "lissom", "settings", name, value]
    subprocess.run(
        command, env={**os.environ, "LISSOM_DATA": str(folder)}, check=True, stdout=subprocess.DEVNULL
    )


@pytest.fixture
def person(chromium: Browser, site: Callable[[], Site]) -> Iterator[AtThePlayer]:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    context.add_init_script("delete window.Worker")  # its time is its own; the page's timers ring alike
    context.add_init_script(PATIENT)
    context.clock.install(time=datetime.now(UTC) - timedelta(hours=1))  # or the server would not believe it
    context.set_default_timeout(10_000)
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    yield AtThePlayer(context, site())
    context.close()
    assert faults == []


def test_a_whole_ladder_with_both_gates_by_mouse_and_what_is_asked_after(person):
    person.opens(f"routine={LADDER}")
    person.goes_on_until("end.finished", SAFE | {"hold": "yes"})
    person.goes_on_until("finish", AFTER)
    (played,) = person.replayed(LADDER)
    full = [(hold.side, hold.position) for hold in played.holds if hold.is_full]
    one = ["ankle", "ankle", "chin", "slump"]
    assert sorted(full) == sorted([(side, position) for side in ("left", "right") for position in one])
    assert [each.log.routine for each in person.replayed("after-session")] == ["after-session"]
    expect(person.page.locator("#player")).to_contain_text("Seated leg stretch")
    assert person.seen["acts"] == ["today"]


def test_a_whole_back_routine_by_keys_alone(person):
    person.opens(f"routine={BACK}")
    person.goes_on_until("end.finished", READY | {"hold": "next"}, by="keys")
    person.does("close", by="keys")
    assert person.seen["state"] == "screening.after"
    (played,) = person.replayed(BACK)
    assert played.outcome.kind == "finished"
    sides = [hold.side for hold in played.holds if hold.is_full]
    assert sides.count("left") == sides.count("right") == 12
    assert sides.count(None) == 3


def test_hands_free_from_the_last_answer_to_the_end(person):
    person.opens(f"routine={LADDER}")
    person.goes_on_until("leg-ladder.ready", SAFE)
    person.goes_on_until("end.finished", {})
    (played,) = person.replayed(LADDER)
    by_hand = [
        entry.event for entry in played.log.events if entry.event not in ("ok", "no", "next", "elapsed")
    ]
    assert by_hand == []
    holds = played.holds
    assert {(hold.position, hold.held_ms) for hold in holds} == {("ankle", 30_000)}


def test_a_symptom_takes_two_taps_and_the_rest_of_the_plan_is_left(person):
    person.opens(f"routine={LADDER}")
    person.goes_on_until("left.ankle.hold", SAFE)
    person.does("hurts")
    person.goes_on_until("hurts.which", {})
    person.does("tingling")
    assert person.seen["state"] == "leg-ladder.left.ankle.tingling.told"
    person.goes_on_until("finish", {"advise": "next"})
    assert person.seen["acts"] == ["contact", "today"]
    expect(person.page.get_by_role("link", name="Call 112 for any of these")).to_have_attribute(
        "href", "tel:112"
    )
    (played,) = person.replayed(LADDER)
    assert played.outcome.symptom == "tingling"


def test_ease_skip_and_stop_by_keys(person):
    person.opens(f"routine={BACK}")
    person.goes_on_until("rep1.forward-roll.hold", READY)
    person.does("ease", by="keys")
    assert person.seen["state"].endswith("hold.eased")
    person.does("skip", by="keys")
    assert person.seen["state"].endswith("release.skip")
    person.goes_on_until("sideways-reach.hold", READY)
    person.does("stop", by="keys")
    person.goes_on_until("end.stopped", {})
    events = [entry.event for entry in person.replayed(BACK)[0].log.events]
    assert [event for event in events if event in ("ease", "skip", "stop")] == ["ease", "skip", "stop"]


@pytest.mark.parametrize("how", ["reload", "crash"])
def test_a_session_that_is_broken_off_in_mid_hold_is_gone_on_with(person, how):
    person.opens(f"routine={LADDER}")
    person.goes_on_until("left.ankle.hold", SAFE)
    person.passes(7_000)
    if how == "reload":
        person.page.reload()
        person.page.wait_for_selector("[data-kind=broken]")
    else:
        person.page.close(run_before_unload=False)
        person.page = person.context.new_page()
        person.opens(f"routine={LADDER}")
    assert person.seen["acts"] == ["go-on", "end"]
    person.does("go-on")
    assert person.seen["state"] == "leg-ladder.ready"
    person.goes_on_until("end.finished", {})
    (played,) = person.replayed(LADDER)
    assert [entry.event for entry in played.log.events].count("resume") == 1
    assert all(hold.held_ms == 30_000 for hold in played.holds if hold.is_full)


def test_a_session_that_nobody_goes_on_with_is_stopped_and_another_begins(person):
    person.opens(f"routine={LADDER}")
    person.goes_on_until("left.ankle.hold", SAFE)
    person.page.reload()
    person.page.wait_for_selector("[data-kind=broken]")
    person.does("end")
    person.page.wait_for_selector("[data-moment=ask], [data-moment=rate]")
    outcomes = [played.outcome and played.outcome.kind for played in person.replayed(LADDER)]
    assert outcomes == ["stopped", None]


def test_a_second_tab_plays_nothing(person):
    person.opens(f"routine={LADDER}")
    other = AtThePlayer(person.context, person.site)
    other.opens(f"routine={LADDER}")
    assert other.seen["kind"] == "elsewhere"
    person.page.close()
    other.page.click("[data-act=again]")
    other.page.wait_for_selector("[data-moment=rate], [data-kind=broken]")


def test_after_ten_minutes_of_pause_a_session_is_closed(person):
    person.opens(f"routine={LADDER}")
    person.goes_on_until("left.ankle.hold", SAFE)
    person.does("pause")
    person.passes(601_000)
    expect(person.page.locator("h1")).to_have_text("Ended")
    (played,) = person.replayed(LADDER)
    assert played.outcome.kind == "stopped"
    assert played.log.events[-1].event == "closed"


def test_a_frozen_page_pauses_and_says_so(person):
    person.opens(f"routine={LADDER}")
    person.goes_on_until("left.ankle.hold", SAFE)
    person.page.clock.fast_forward(40_000)
    expect(person.page.locator("#player")).to_contain_text("The computer slept")
    assert person.seen["kind"] == "paused"


def test_an_emergency_sign_shows_the_number_first(person):
    person.opens(f"routine={LADDER}")
    person.does("rate 2")
    person.does("yes")
    first = person.page.locator(".words > *").first
    expect(first).to_have_attribute("href", "tel:112")
    person.goes_on_until("finish", {"advise": "next"})
    expect(person.page.locator(".call-first")).to_have_attribute("href", "tel:112")


BY_ITSELF = {"ask": "no", "rate": "rate 2", "ready": "skip", "end": "close"}
AWAKE = """
  window.held = 0;
  navigator.wakeLock.request = async () => {
    window.held += 1;
    return { released: false, release: async () => { window.held -= 1; } };
  };
"""


def test_the_next_routine_of_a_plan_follows_after_its_rest(person):
    person.context.add_init_script(AWAKE)
    person.opens("portion=today")
    person.goes_on_until("wait", BY_ITSELF)
    assert person.page.evaluate("window.held") == 1
    person.passes(61_000)
    person.page.wait_for_selector("#player:not([data-kind=wait])")
    person.keeps(LADDER, BACK)


def test_who_was_asked_everything_is_not_asked_again_for_the_next_routine(person):
    person.opens("portion=today")
    person.goes_on_until("screening.emergency", BY_ITSELF)
    person.goes_on_until("end.finished", SAFE)
    person.goes_on_until("wait", BY_ITSELF)
    person.passes(61_000)
    person.page.wait_for_selector("#player:not([data-kind=wait])")
    person.goes_on_until(
        "screening.changed", {"rate": "rate 2"}
    )  # an hour ago, for the server: so pain is asked
    logs = {each["log"]["routine"]: each["log"] for each in person.kept()}
    assert logs[BACK]["options"]["screened"] == logs[LADDER]["id"]


def test_a_plan_made_anew_adds_no_routine_to_those_that_were_sat_down_to(person):
    person.opens("portion=2")
    person.goes_on_until("finish", BY_ITSELF)
    routines = [each["log"]["routine"] for each in person.kept() if each["log"]["routine"] in (LADDER, BACK)]
    assert len(routines) == 1


LACKS = {
    "speech": "delete window.speechSynthesis; delete window.SpeechSynthesisUtterance",
    "audio": "delete window.AudioContext",
    "wake lock": "delete Navigator.prototype.wakeLock",
    "media keys": "delete Navigator.prototype.mediaSession",
    "vibration": "delete Navigator.prototype.vibrate",
    "storage": "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }",
}


@pytest.mark.parametrize("missing", LACKS.values(), ids=LACKS)
def test_a_session_begins_where_a_browser_lacks_something(person, missing):
    person.context.add_init_script(missing)
    person.opens(f"routine={LADDER}")
    person.goes_on_until("left.ankle.hold", SAFE)
    person.does("stop")
    person.goes_on_until("end.stopped", {})
    if "IDBFactory" in missing:
        expect(person.page.locator(".warning")).to_contain_text("cannot be saved")


def test_a_change_of_health_asks_for_all_questions_anew(person):
    person.opens(f"routine={LADDER}")
    person.goes_on_until("left.ankle.hold", SAFE)
    person.does("stop")
    person.goes_on_until("finish", AFTER)
    person.kept()
    person.opens(f"routine={LADDER}")
    person.goes_on_until("screening.changed", SAFE)
    assert person.page.locator('[data-act="no"]').inner_text() == "Nothing new: start"
    person.does("yes")
    person.goes_on_until("changed", {"advise": "next"})
    person.does("go-on")
    person.goes_on_until("health", {})
    person.page.locator('[data-act="list"]').click()
    person.page.locator("button.none").click()
    person.page.locator(".begin a.first").click()
    person.page.wait_for_selector("#player:not([data-kind=loading])")
    person.goes_on_until("screening.emergency", {"rate": "rate 2"})
