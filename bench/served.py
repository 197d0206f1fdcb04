"""A running `lissom serve` on a folder in which years of practice may stand, for whoever asks it things."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

LIVED = """
import sys
from bench.sessions import years_of_practice
from lissom.app.health import HealthAnswers, keep_asked, keep_floor
from lissom.cli.desk import CommandDesk

desk = CommandDesk.open()
keep_asked(desk, HealthAnswers(), ())
keep_floor(desk, "yes", "no")
desk.journal.put_in(years_of_practice(int(sys.argv[1])), {})
desk.past
"""
"""In a process of its own, which can have another data folder than this one."""


def live_through(folder: Path, sessions: int) -> None:
    """Put so many sessions of the past into a data folder, and what they came to beside them."""
    environment = {**os.environ, "LISSOM_DATA": str(folder)}
    subprocess.run([sys.executable, "-c", LIVED, str(sessions)], env=environment, check=True)


@contextmanager
def served(folder: Path) -> Iterator[tuple[int, int]]:
    """Serve a data folder; yield the port, and the id of the process."""
    process = subprocess.Popen(
        [sys.executable, "-m", "lissom", "serve", "--port", "0", "--no-browser"],
        env={**os.environ, "LISSOM_DATA": str(folder)}, text=True, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    found = re.search(r":(\d+)/", process.stdout.readline())
    assert found is not None
    try:
        yield int(found[1]), process.pid
        if process.poll() is not None:
            raise SystemExit(f"the server ended by itself, with exit code {process.returncode}")
    finally:
        process.terminate()
        process.wait(30)


def whose(port: int) -> tuple[str, str]:
    """Return the id of the record that is served, and the token that forms and scripts send."""
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", "/api/journal.json")
    answer = connection.getresponse()
    token = re.search(r"csrftoken=(\w+)", answer.headers["Set-Cookie"])
    assert token is not None
    return json.loads(answer.read())["journals"][0], token[1]
