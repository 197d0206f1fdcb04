"""A person at the player: answers safely, waits, and says what hurts, in a Chromium whose time is ours.

Time passes only as it is told to, so a session takes seconds. The page's Worker, which has a time of its
own, is taken away: the player then uses the page's timers, as it does in browsers without Workers. What is
waited for in real time, a server or a disk, is waited for longer.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.server.site import Site

LOOK = """() => {
  const player = document.getElementById("player");
  const acts = [...(player?.querySelectorAll("[data-act]") ?? [])].map((button) => button.dataset.act);
  return { state: player?.dataset.state, kind: player?.dataset.kind, acts };
}"""
"""What the player shows. Right after a link was pressed the page before it is still there: then nothing."""
PRESS = """([state, act]) => {
  const player = document.getElementById("player");
  if (player.dataset.state === state) player.querySelector(`[data-act="${act}"]`)?.click();
}"""
MODULE = """const icon = document.querySelector("link[rel=icon]").href;
  const module = (name) => import(new URL(`../${name}`, icon));
  const { openKeep } = await module("store/keep.js");"""
"""What opens this device's keep by the code of the page's own version, which is there with no server too."""
PATIENT = """
  const soon = AbortSignal.timeout.bind(AbortSignal);
  const patient = (ms) => soon(10 * ms);
  Object.defineProperty(AbortSignal, "timeout", { get: () => patient, set() {} });
"""
"""A server or a disk is waited for by the real clock, which the staged one must not replace: they do not go
faster for a person in a hurry. And ten times as long, since a machine that runs many tests is slow."""
LISTED = """
from datetime import timedelta
from lissom.cli.desk import CommandDesk
from lissom.app.health import HealthAnswers, keep_asked, keep_floor
desk = CommandDesk.open()
desk.now -= timedelta(days=1)  # before anything that a staged clock may say
keep_asked(desk, HealthAnswers(), ())
keep_floor(desk, "yes", "no")
desk.journal.close()
"""
"""What leads a person past the list at once; tests of the list itself begin on an empty folder."""
SAFE = ("no", "next", "skip")  # in questions of the ladder every safe answer is a no


def go_through_the_list(folder: Path) -> None:
    """Go through the health list in a data folder: nothing applies, and the floor is no trouble."""
    environment = {**os.environ, "LISSOM_DATA": str(folder)}
    subprocess.run([sys.executable, "-c", LISTED], env=environment, check=True)


class Person:
    """One tab of one browser, and a site that may be there or not."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page, self._site = page, site

    @classmethod
    def at(cls, browser: Browser, site: Site) -> Person:
        """Return a person with a browser that has never been here."""
        context = browser.new_context(viewport={"width": 390, "height": 844}, timezone_id="Europe/Warsaw")
        context.add_init_script("delete window.Worker")
        context.add_init_script(PATIENT)
        context.clock.install()
        return cls(context.new_page(), site)

    def another_tab(self) -> Person:
        """Return the same person with one more tab of the same browser."""
        return Person(self.page.context.new_page(), self._site)

    def opens(self, path: str = "/") -> None:
        self.page.goto(self._site.address + path)

    def opens_and_waits(self, path: str = "/") -> None:
        """Open a page, and wait until all is kept for a time with no server."""
        self.opens(path)
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        for _ in range(100):
            if self.device("return (await keep.get('pack')) !== null;"):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("the pack was never kept")

    def device(self, script: str) -> Any:
        """Run lines with this device's `keep` open, and return what they return."""
        return self.page.evaluate(f"async () => {{ {MODULE} const keep = await openKeep(); {script} }}")

    def looks(self) -> dict[str, Any]:
        return self.page.evaluate(LOOK)

    def goes_on_until(self, wanted: str, seconds: int = 600) -> str:
        """Answer safely and let time pass until the state's id holds these words; return the id."""
        for _ in range(seconds):
            seen = self.looks()
            if wanted in (seen["state"] or ""):
                return str(seen["state"])
            if seen["kind"] in (None, "loading"):
                self.page.wait_for_timeout(300)  # modules and the disk keep a time of their own
            asks = seen["kind"] in ("ask", "rate") or str(seen["state"]).endswith("ready")
            act = next((act for act in SAFE if act in seen["acts"]), None) if asks else None
            if act:
                self.page.evaluate(PRESS, [seen["state"], act])
            self.passes(1)
        raise AssertionError(f"{wanted} was not reached: {self.looks()}")

    def tells_of(self, symptom: str) -> None:
        """Press that something hurts, and then what it is."""
        self.presses_act("hurts")
        self.goes_on_until("hurts.which", 60)
        self.passes(0.8)  # a press sooner than this was meant for what was there before
        self.presses_act(symptom)
        self.passes(0.8)

    def presses_act(self, act: str) -> None:
        """Press a button by what it does."""
        self.page.evaluate(PRESS, [self.looks()["state"], act])

    def passes(self, seconds: float) -> None:
        """Let time pass."""
        self.page.clock.run_for(int(seconds * 1000))

    def kept(self) -> list[dict[str, Any]]:
        """Return what this browser keeps of each session: its id, its events, what was sent of it."""
        return self.device("""
          const kept = await keep.kept();
          return kept.map(({ id, log, sent, refusal }) => ({ id, events: log.events, sent, refusal }));
        """)

    def waits_for(self, wanted: Callable[[], Any], seconds: float = 20) -> Any:
        """Wait in real time, which disks and servers keep, until something comes to true; return it."""
        for _ in range(int(seconds * 10)):
            if found := wanted():
                return found
            self.page.wait_for_timeout(100)
        raise AssertionError(f"it never came, at {self.page.url}")

    def sees(self, words: str) -> None:
        expect(self.page.locator("body")).to_contain_text(words)
