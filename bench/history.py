"""What pages cost after 0, 2,000 and 20,000 sessions, and what a server does in a second.

Goals: `/` at most 0.15 s, and at most 1.3 times as long with 2,000 sessions as with none; 600 whole logs of
the ladder stored, and 150 pages of a routine given, in a second.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from uuid6 import uuid7

from bench.measure import busy, median_seconds, print_table
from bench.served import live_through, served, whose
from bench.sessions import STARTED, entries_of
from lissom.content import library
from lissom.machine.codec import as_json as machine_json
from lissom.machine.codec import machine_digest
from lissom.machine.compile import compile_routine
from lissom.machine.options import Options
from lissom.session import codec
from lissom.session.log import Log

SIZES = (0, 500) if "--quick" in sys.argv else (0, 2_000, 20_000)
PAGES = ("/", "/ready/?portion=6", "/progress/", "/routines/neck/", "/contact/", "/api/pack.json")
LOGS, ROUTINE_PAGES = 300, 150
GOAL_TODAY_S, GOAL_GROWTH, GOAL_LOGS, GOAL_PAGES = 0.15, 1.3, 600, 150


def main() -> None:
    """Ask each page of each record, and print medians in ms."""
    taken: dict[int, dict[str, float]] = {}
    rates: tuple[float, float] = (0, 0)
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            live_through(Path(folder), size)
            with served(Path(folder)) as (port, _):
                asked = _Asked(port)
                taken[size] = {page: median_seconds(partial(asked.get, page)) for page in PAGES}
                if size == 0:
                    rates = asked.pages_a_second("/routines/neck/"), asked.logs_a_second()
    print_table(
        ("page", *(f"{size:,} sessions, ms" for size in SIZES)),
        [(page, *(f"{taken[size][page] * 1e3:.0f}" for size in SIZES)) for page in PAGES],
    )
    today = [taken[size]["/"] for size in SIZES]
    print_table(
        ("what", "measured", "goal"),
        [
            ("/ at the most, s", f"{max(today):.2f}", f"≤ {GOAL_TODAY_S}"),
            (f"/ with {SIZES[1]:,} to none", f"{today[1] / today[0]:.2f}", f"≤ {GOAL_GROWTH}"),
            ("pages of a routine a second", f"{rates[0]:.0f}", f"≥ {GOAL_PAGES}"),
            ("whole logs of the ladder stored a second", f"{rates[1]:.0f}", f"≥ {GOAL_LOGS}"),
        ],
    )
    print(busy())


class _Asked:
    """One connection to a server, which stays open."""

    def __init__(self, port: int) -> None:
        self._journal, self._token = whose(port)
        self._connection = HTTPConnection("127.0.0.1", port, timeout=300)

    def get(self, path: str) -> None:
        self._answer("GET", path)

    def pages_a_second(self, path: str) -> float:
        self.get(path)
        begun = time.perf_counter()
        for _ in range(ROUTINE_PAGES):
            self.get(path)
        return ROUTINE_PAGES / (time.perf_counter() - begun)

    def logs_a_second(self) -> float:
        sent = [json.dumps(each) for each in _ladders()]
        self._answer("POST", "/api/logs/", sent[0])
        begun = time.perf_counter()
        for each in sent[1:]:
            self._answer("POST", "/api/logs/", each)
        return LOGS / (time.perf_counter() - begun)

    def _answer(self, method: str, path: str, body: str | None = None) -> None:
        headers = {
            "Cookie": f"csrftoken={self._token}", "X-CSRFToken": self._token,
            "Lissom-Journal": self._journal, "Content-Type": "application/json",
        }  # fmt: skip
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        told = answer.read()
        if answer.status >= 400:
            raise SystemExit(f"{method} {path}: {answer.status} {told[:300]!r}")


def _ladders() -> Iterator[dict[str, Any]]:
    """Whole sessions of the ladder as a player sends them; the first comes with its machine."""
    machine = compile_routine(library.routine("seated-leg-ladder"), Options(), library.phrases())
    entries = entries_of(machine)
    digest = machine_digest(machine)
    for number in range(LOGS + 1):
        log = Log(
            str(uuid7()), machine.routine, machine.digest, digest, machine.options, STARTED, "UTC", entries
        )
        yield {"log": codec.as_json(log)} | ({} if number else {"machine": machine_json(machine)})
