"""What the app weighs on the wire, and how soon the player can be used: at first, and with no server.

`lissom serve` on an empty data folder, behind a slow line, opened by a real Chromium whose processor is
slowed down four times. Goals: the whole app ≤ 200 kB, the player ≤ 1.5 s, with no server ≤ 0.5 s.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench.chromium import BrowserSays, Chromium, Event, Page, chromium
from bench.measure import busy, print_table
from bench.wire import SLOW_4G, Wire

LISSOM = str(Path(sys.executable).with_name("lissom"))
SLOWER = 4  # times
TIMES = 3
QUIET_S = 2.0  # nothing on the wire for so long: the visit is over
PLAYER = "/play/?portion=6"
GOAL_KB, GOAL_FIRST_MS, GOAL_OFFLINE_MS = 200, 1_500, 500
KINDS = {".js": "scripts", ".css": "styles", ".svg": "pictures", ".png": "pictures", "": "pages"}

NOTE_USABLE = """
new MutationObserver((changes, observer) => {
  if (!document.querySelector("[data-act]")) return;
  observer.disconnect();
  const shown = () => { globalThis.usableMs = performance.now(); };
  requestAnimationFrame(() => setTimeout(shown));
}).observe(document, { subtree: true, childList: true });
"""
WORKER_READY = "navigator.serviceWorker.ready.then(({ active }) => active && active.state === 'activated')"


def main() -> None:
    """Visit the app as a new person would, and once more with the server stopped."""
    firsts = [_player_first() for _ in range(TIMES)]
    whole = _whole_app()
    offline = whole["offline"]
    print(f"{SLOW_4G.name}; processor slowed {SLOWER} times; medians of {TIMES}")
    print_table(
        ("what", "measured", "goal"),
        [
            ("whole app on the wire, first visit", _kb(whole["bytes"]), f"≤ {GOAL_KB} kB"),
            ("  Today alone, until it was at rest", _kb(whole["today_bytes"]), ""),
            ("  opened straight at the player", _kb(statistics.median(each[1] for each in firsts)), ""),
            ("player usable, nothing known yet", _ms([each[0] for each in firsts]), f"≤ {GOAL_FIRST_MS} ms"),
            ("player usable, after Today", _ms([whole["after_today"]]), ""),
            ("player usable, server stopped", _ms(offline), f"≤ {GOAL_OFFLINE_MS} ms"),
        ],
    )
    print(busy())
    print(f"\nfirst on screen: «{whole['title']}»; with the server stopped: «{whole['offline_title']}»\n")
    _print_kinds(whole["sizes"])


def _player_first() -> tuple[float, int]:
    """Open the player with an empty browser: how long until it can be used, and what it took."""
    with _server() as port, chromium() as browser:
        wire = Wire(SLOW_4G, port)
        page = _slow_page(browser)
        usable = _visit_player(page, wire.address)
        down = wire.bytes_down
        wire.cut()
        return usable, down


def _whole_app() -> dict[str, Any]:
    with _server() as port, chromium() as browser:
        wire, sizes = Wire(SLOW_4G, port), _listen_to_sizes(browser)
        page = _slow_page(browser)
        page.send("Page.navigate", url=wire.address)
        _wait_for_quiet(wire)
        today_bytes = wire.bytes_down
        after_today = _visit_player(page, wire.address)
        title = page.evaluate("document.querySelector('h1')?.textContent.trim()")
        _wait_for_quiet(wire)
        _expect_worker(page)
        wire.cut()
        offline, offline_title = [], ""
        for _ in range(TIMES):
            page.send("Page.navigate", url="about:blank")
            offline.append(_visit_player(page, wire.address))
            offline_title = page.evaluate("document.querySelector('h1')?.textContent.trim()")
        return {
            "bytes": wire.bytes_down, "today_bytes": today_bytes, "after_today": after_today, "title": title,
            "offline": offline, "offline_title": offline_title, "sizes": sizes,
        }  # fmt: skip


def _visit_player(page: Page, address: str) -> float:
    """Go to the player and return after how many ms its first state stood there with its buttons."""
    page.send("Page.navigate", url=address + PLAYER)
    usable = page.wait_for("location.pathname === '/play/' && globalThis.usableMs")
    if page.evaluate("document.querySelector('#player')?.dataset.kind") == "fault":
        raise SystemExit("the player could not open: " + page.evaluate("document.body.innerText"))
    return float(usable)


def _expect_worker(page: Page) -> None:
    try:
        page.wait_for(WORKER_READY, seconds=10)
    except BrowserSays:
        raise SystemExit("no service worker took the app over: it cannot be opened with no server") from None


def _slow_page(browser: Chromium) -> Page:
    page = browser.open(newWindow=True)
    page.send("Page.enable")
    page.send("Network.enable")
    page.send("Emulation.setCPUThrottlingRate", rate=SLOWER)
    page.send("Page.addScriptToEvaluateOnNewDocument", source=NOTE_USABLE)
    return page


def _wait_for_quiet(wire: Wire) -> None:
    seen, since = -1, time.monotonic()
    while time.monotonic() - since < QUIET_S:
        if wire.bytes_down != seen:
            seen, since = wire.bytes_down, time.monotonic()
        time.sleep(0.1)


def _listen_to_sizes(browser: Chromium) -> dict[str, int]:
    """Return a table that fills with bytes by address, of the page and of the service worker."""
    sizes: dict[str, int] = defaultdict(int)
    addresses: dict[tuple[str, str], str] = {}

    def take(event: dict[str, Any]) -> None:
        told, session = event["params"], event.get("sessionId", "")
        if event["method"] == "Target.attachedToTarget":
            browser.post("Network.enable", told["sessionId"])
        elif event["method"] == "Network.requestWillBeSent":
            addresses[session, told["requestId"]] = told["request"]["url"]
        elif event["method"] == "Network.loadingFinished":
            address = addresses.get((session, told["requestId"]), "")
            sizes[urlsplit(address).path] += int(told["encodedDataLength"])

    browser.listen(take)
    how: Event = {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": True}
    browser.send("Target.setAutoAttach", **how, filter=[{"type": "service_worker"}])
    return sizes


def _print_kinds(sizes: dict[str, int]) -> None:
    kinds: dict[str, int] = defaultdict(int)
    for path, size in sizes.items():
        kinds[_kind(path)] += size
    print_table(
        ("kind", "kB, as the browser counts"), [(kind, f"{kinds[kind] / 1000:.1f}") for kind in sorted(kinds)]
    )
    heaviest = sorted(sizes.items(), key=lambda entry: -entry[1])[:12]
    print()
    print_table(("heaviest", "kB"), [(path, f"{size / 1000:.1f}") for path, size in heaviest])


def _kind(path: str) -> str:
    if path.startswith("/api/"):
        return f"data: {Path(path).stem}"
    return KINDS.get(Path(path).suffix, "other")


@contextmanager
def _server() -> Iterator[int]:
    """Run the app on an empty data folder and give its port."""
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [LISSOM, "serve", "--port", "0", "--no-browser"],
            env={**os.environ, "LISSOM_DATA": folder},
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            threading.Thread(target=process.stdout.read, daemon=True).start()
            yield urlsplit(line.split()[-1]).port or 0
        finally:
            process.terminate()
            process.wait(timeout=10)


def _kb(size: float) -> str:
    return f"{size / 1000:.0f} kB"


def _ms(times: list[float]) -> str:
    return f"{statistics.median(times):.0f} ms"
