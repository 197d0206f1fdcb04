"""How late each cue of a session is: heard, rung and shown, beside the timer most interval apps have.

A real Chromium, with its throttling as people have it, plays a made machine of holds of 1 and 5 s on both
sides with the product's own clock, alarm, chimes and course. Goals: p99 and the last cue within 20 ms when
idle, blocked and hidden; nothing lost while hidden; a frozen page pauses; left equals right within 50 ms.
`--quick` hides the page for 60 s instead of 480.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.chromium import Chromium, Page, chromium
from bench.measure import busy, print_table

PRODUCT = Path(__file__).parents[1] / "browser"
PAGE = Path(__file__).with_name("timing_page")
FROZEN_S = 30
AFTER_S = 3  # how long after a scene's last cue its result is asked for
LATE_MS, UNEQUAL_MS = 20, 50

HELP = """due: the deadline by the session's log, which is exact: the course records the deadline itself.
heard: where the audio clock stood when the chime began, by the browser's own mapping read at the next tick.
rung: when the Worker's alarm went off. shown: when the page's own thread had drawn the next cue.
naive: setInterval(…, 1000) that counts its calls, shown. All in ms; lost: cues that never came in time."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What happens to the page while it plays so many cues."""

    name: str
    cues: int
    blocked: bool = False
    hidden: bool = False
    chiming: bool = True


def main() -> None:
    """Play every scene and print what was late."""
    quick = "--quick" in sys.argv
    hidden_cues = 50 if quick else 400  # 60 s and 480 s
    cues = 40 if quick else 120
    scenes = (
        Scene("idle", cues),
        Scene("main thread blocked 80 ms in 500", cues, blocked=True),
        Scene(f"hidden {hidden_cues * 1.2:.0f} s", hidden_cues, hidden=True),
        Scene(f"hidden {hidden_cues * 1.2:.0f} s, no sound", hidden_cues, hidden=True, chiming=False),
    )
    with _site() as address, ThreadPoolExecutor() as together:
        results = [_play(address, scene) for scene in scenes if not scene.hidden]
        results += together.map(partial(_play, address), [scene for scene in scenes if scene.hidden])
        frozen = _freeze(address)
    _print(results)
    _print_frozen(frozen)
    print(HELP)
    print(busy())


def made_machine(cues: int) -> dict[str, Any]:
    """Return a machine of so many timed states: holds of 5 and 1 s, on the left and on the right alike."""
    parts = [
        {"kind": kind, "side": side, "seconds": hold if kind == "hold" else 1}
        for hold in (5, 1, 1, 1, 1)
        for side in ("left", "right")
        for kind in ("move", "hold", "release", "switch")
    ]
    states: dict[str, dict[str, Any]] = {
        f"s{number}": {**parts[number % len(parts)], "on": {"elapsed": f"s{number + 1}", "stop": "end"}}
        for number in range(cues)
    }
    states[f"s{cues - 1}"]["on"]["elapsed"] = "end"
    states["end"] = {"kind": "end", "side": None, "seconds": None, "on": {}}
    return {"format": "lissom-machine/1", "routine": "made", "start": "s0", "states": states}


def _play(address: str, scene: Scene) -> tuple[Scene, dict[str, Any]]:
    machine = made_machine(scene.cues)
    lasts = sum(state["seconds"] or 0 for state in machine["states"].values())
    print(f"… {scene.name}: {lasts} s", file=sys.stderr)
    with chromium() as browser:
        page = _begin(browser, address, scene, machine)
        if scene.hidden:
            page.minimise()
            page.wait_for("document.hidden")
        time.sleep(lasts + AFTER_S)
        result = page.evaluate("bench.result()")
        if result["hidden"] is not scene.hidden:
            raise SystemExit(f"{scene.name}: the page was not as it should have been")
        return scene, result


def _freeze(address: str) -> dict[str, Any]:
    """Freeze the page in the middle of a hold of 5 s; it is thawed as a browser thaws a tab."""
    print(f"… frozen {FROZEN_S} s", file=sys.stderr)
    with chromium() as browser:
        page = _begin(browser, address, Scene("frozen", 40), made_machine(40))
        time.sleep(3)
        before = page.evaluate("bench.result()")
        page.send("Page.setWebLifecycleState", state="frozen")
        time.sleep(FROZEN_S)
        page.send("Page.setWebLifecycleState", state="active")
        time.sleep(2)
        return {"before": before, "after": page.evaluate("bench.result()")}


def _begin(browser: Chromium, address: str, scene: Scene, machine: dict[str, Any]) -> Page:
    page = browser.open(address, newWindow=True)
    page.wait_for("globalThis.bench")
    if scene.chiming:
        page.evaluate("bench.unlock()")
    how = json.dumps({"blocked": scene.blocked, "chiming": scene.chiming})
    page.evaluate(f"bench.begin({json.dumps(machine)}, {how})")
    return page


def _print(results: Sequence[tuple[Scene, dict[str, Any]]]) -> None:
    rows, verdicts = [], []
    for scene, result in results:
        cues, naive = result["lissom"]["cues"], result["naive"]["cues"]
        rung = [_first_ring(cue, result) for cue in cues]
        series = {
            "heard": [cue["heard"] - cue["due"] for cue in cues if cue["heard"] is not None],
            "rung": rung,
            "shown": [cue["shown"] - cue["due"] for cue in cues],
            "naive": [cue["shown"] - cue["due"] for cue in naive],
        }
        for name, lateness in series.items():
            if lateness:
                rows.append((scene.name, name, *_figures(lateness), scene.cues - len(lateness)))
        verdicts.append(_verdict(scene, series, cues, naive))
    print_table(("scene", "what", "p50", "p99", "max", "last", "lost"), rows)
    print()
    print_table(("scene", "p99 and last ≤ 20", "lost 0", "left = right ≤ 50", "naive left = right"), verdicts)


def _first_ring(cue: dict[str, Any], result: dict[str, Any]) -> float:
    """How late the alarm was: the Worker's, or the page's own where that was first."""
    due = cue["due"] + result["lissom"]["origin"]
    rings: Iterator[float] = (ring - due for ring in result["rings"] if ring - due > -1)
    return float(min(next(rings, float("inf")), cue["shown"] - cue["due"]))


def _verdict(
    scene: Scene, series: dict[str, list[float]], cues: list[dict[str, Any]], naive: list[dict[str, Any]]
) -> tuple[str, ...]:
    told = series["heard"] or series["shown"]
    ordered = sorted(map(abs, told))
    exact = _percentile(ordered, 0.99) <= LATE_MS and abs(told[-1]) <= LATE_MS
    key = "heard" if series["heard"] else "shown"
    unequal = _unequal(cues, key)
    return (
        scene.name,
        f"{_yes(exact)} ({key})",
        _yes(len(told) == scene.cues),
        f"{_yes(unequal <= UNEQUAL_MS)} ({unequal:.0f})",
        f"{_unequal(naive, 'shown'):.0f}",
    )


def _unequal(cues: list[dict[str, Any]], key: str) -> float:
    """The greatest difference between a hold on the left and the same on the right, from cue to cue."""
    held = [
        None if None in (cue[key], before[key]) else cue[key] - before[key]
        for before, cue in pairwise(cues)
        if cue["kind"] == "hold"
    ]  # left and right in turn
    pairs = zip(held[::2], held[1::2], strict=False)
    return max((abs(left - right) for left, right in pairs if left and right), default=0.0)


def _print_frozen(frozen: dict[str, Any]) -> None:
    """What the product and the naive timer made of 30 s that the page was not there."""
    before, after = frozen["before"], frozen["after"]
    since = after["lissom"]["cues"][len(before["lissom"]["cues"]) :]
    print(f"\nfrozen {FROZEN_S} s in a hold of 5 s, from 3 s on")
    print(f"lissom: paused: {_yes(after['lissom']['paused'])}; events: {[cue['event'] for cue in since]}")
    for cue in since:
        told = cue["shown"] + after["lissom"]["origin"] - after["thawed"]
        print(
            f"        {cue['event']} logged at {cue['due'] / 1000:.1f} s, told {told:.0f} ms after the thaw"
        )
    print(f"naive:  goes on as if nothing had been: that hold lasts {FROZEN_S} s longer than told\n")


def _figures(lateness: list[float]) -> tuple[str, ...]:
    ordered = sorted(map(abs, lateness))
    figures = (_percentile(ordered, 0.5), _percentile(ordered, 0.99), ordered[-1], lateness[-1])
    return tuple(f"{figure:,.1f}" for figure in figures)


def _percentile(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "NO"


class _Files(SimpleHTTPRequestHandler):
    """The product's modules under /browser/, the bench's page beside them, under the product's policy."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        name = path.split("?")[0].lstrip("/") or "index.html"
        return str((PRODUCT.parent if name.startswith("browser/") else PAGE) / name)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Files) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
