"""Ten thousand requests of every kind to a running `lissom serve`: its memory, its answers, its slowest.

Pages, headers alone, logs and words as a player sends them, and what is refused, from as many sides at once
as the server has threads, or with `--alone` one after the other. Goals: memory level between the two halves,
no answer of 500 or above, and none that takes longer than 2 s but a handout.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from typing import Any
from uuid import UUID

from bench.measure import busy, print_table
from bench.served import live_through, served, whose
from bench.sessions import years_of_practice
from lissom.session import codec
from lissom.session.log import Log

REQUESTS = 500 if "--quick" in sys.argv else 10_000
PARTS = 10
SIDES = 1 if "--alone" in sys.argv else 4  # that ask at once
SESSIONS = 300  # on record: most of a year of daily practice
PLAYED = 60  # of them come as logs while the others ask
GOAL_S, GOAL_MB = 2.0, 30
HANDOUT = "handout"


@dataclass(frozen=True)
class Came:
    """What came of one request."""

    asked: Asked
    status: int
    seconds: float


@dataclass(frozen=True)
class Asked:
    """One request, and the kind it is counted under."""

    kind: str
    method: str
    path: str
    body: Any = None
    journal: str = ""


PAGES = (
    "/", "/ready/?portion=6", "/progress/", "/routines/neck/", "/routines/full/", "/settings/",
    "/settings/look/", "/settings/health/", "/contact/", "/play/?portion=6", "/offline/",
    "/charts/minutes.svg",
)  # fmt: skip
DATA = (
    "/api/pack.json",
    "/api/words.json",
    "/api/figures.json",
    "/api/journal.json",
    "/manifest.webmanifest",
)
FILES = ("/downloads/sessions.csv", "/downloads/logs.json", "/downloads/backup.zip", "/calendar.ics")
NOWHERE = ("/nowhere/", "/api/nowhere", "/play/?routine=none", "/progress/none/", "/static/none.js")
ANOTHER = "00000000-0000-4000-8000-000000000000"


def main() -> None:
    """Ask, and print what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        live_through(Path(folder), SESSIONS)
        with served(Path(folder)) as (port, pid):
            journal, token = whose(port)
            requests = _requests(journal)
            memory, came = [_memory(pid)], []
            for _ in range(PARTS):
                came += _ask_all(port, token, [next(requests) for _ in range(REQUESTS // PARTS)])
                memory.append(_memory(pid))
    _print(came, memory)


def _print(came: list[Came], memory: list[int]) -> None:
    taken = defaultdict(list)
    for each in came:
        taken[each.asked.kind].append(each.seconds)
    rows = [
        (kind, len(times), f"{sorted(times)[len(times) // 2] * 1e3:.0f}", f"{max(times) * 1e3:.0f}")
        for kind, times in sorted(taken.items())
    ]
    print_table(("kind", "requests", "median ms", "longest ms"), rows)
    slow = [each for each in came if each.asked.kind != HANDOUT and each.seconds > GOAL_S]
    failed = [each for each in came if each.status >= 500]
    grown = memory[-1] - memory[PARTS // 2]
    statuses = Counter(each.status for each in came)
    print_table(
        ("what", "measured", "goal"),
        [
            ("memory in MB, after each tenth", " ".join(map(str, memory)), ""),
            ("  grown in the second half", f"{grown} MB", f"≤ {GOAL_MB} MB"),
            ("answers of 500 or above", len(failed), "0"),
            (f"answers over {GOAL_S:.0f} s, handouts aside", len(slow), "0"),
        ],
    )
    print("answers by status:", ", ".join(f"{status}: {count}" for status, count in sorted(statuses.items())))
    for each in sorted(slow, key=lambda each: -each.seconds)[:5]:
        print(
            f"slow: {each.asked.method} {each.asked.path} {each.seconds:.1f} s, the {came.index(each) + 1}th"
        )
    print(busy())


def _requests(journal: str) -> Iterator[Asked]:
    """Return requests without end: most are pages and logs, a few of each hundred what is refused."""
    played = cycle(years_of_practice(SESSIONS + PLAYED).logs[SESSIONS:])
    pages, data, files, nowhere = map(cycle, (PAGES, DATA, FILES, NOWHERE))
    for number in range(10**9):
        if number % 500 == 499:
            yield Asked(HANDOUT, "GET", "/routines/neck/handout.pdf")
            continue
        match number % 20:
            case 0 | 1 | 2 | 3 | 4 | 5:
                yield Asked("pages", "GET", next(pages))
            case 6 | 7 | 8:
                yield Asked("headers alone", "HEAD", next(pages))
            case 9 | 10:
                yield Asked("data", "GET", next(data))
            case 11:
                yield Asked("files", "GET", next(files))
            case 12 | 13:
                yield Asked("nowhere", "GET", next(nowhere))
            case 14 | 15 | 16:
                yield _log(next(played), number, journal)
            case 17:
                yield Asked(
                    "logs, another's", "POST", "/api/logs/", {"log": codec.as_json(next(played))}, ANOTHER
                )
            case 18:
                yield Asked("logs, no logs", "POST", "/api/logs/", {"log": {"format": "none"}}, journal)
            case 19:
                word = {"kind": "agreed", "at": "2026-01-01T08:00:00.000Z", "target": "all"}
                yield Asked("words, nothing to lift", "POST", "/api/entries/", word, journal)


def _log(log: Log, number: int, journal: str) -> Asked:
    """A session as a player sends it: the beginning, again and longer, and once in a while a new one."""
    told = codec.as_json(log)
    told["id"] = str(UUID(int=(number // 400 << 96) | UUID(log.id).int & (1 << 96) - 1))
    told["events"] = told["events"][: 1 + number % 60]
    told["ratings"] = []
    return Asked("logs", "POST", "/api/logs/", {"log": told, "playing": number % 2 == 0}, journal)


# asking


def _ask_all(port: int, token: str, requests: list[Asked]) -> list[Came]:
    came: list[Came] = []
    sides = [
        threading.Thread(target=_ask, args=(port, token, requests[n::SIDES], came)) for n in range(SIDES)
    ]
    for side in sides:
        side.start()
    for side in sides:
        side.join()
    return came


def _ask(port: int, token: str, requests: list[Asked], came: list[Came]) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    for each in requests:
        body = None if each.body is None else json.dumps(each.body)
        headers = {"Cookie": f"csrftoken={token}", "X-CSRFToken": token, "Lissom-Journal": each.journal}
        begun = time.perf_counter()
        connection.request(each.method, each.path, body, headers | {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        came.append(Came(each, answer.status, time.perf_counter() - begun))
    connection.close()


def _memory(pid: int) -> int:
    """Return what a process holds in memory, in MB."""
    said = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True)
    return int(said.stdout) // 1024
