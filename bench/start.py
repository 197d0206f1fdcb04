"""How fast a command starts, as a multiple of an empty Python process.

Goals: `lissom --help` at most 8 times `python -c pass`, `lissom list` at most 15 times, and the
first cue of `lissom play` at most 3 times importing `textual.app` alone.
"""

from __future__ import annotations

import os
import pty
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.measure import median_process_seconds, print_table

LISSOM = str(Path(sys.executable).with_name("lissom"))
FIRST_WORDS = b"pain just now"


def main() -> None:
    """Measure the starts and print them beside their peers."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "LISSOM_DATA": folder, "TERM": "xterm-256color"}
        env.pop("PYTHONDONTWRITEBYTECODE", None)  # a person's Python keeps what it has compiled
        empty = median_process_seconds([sys.executable, "-c", "pass"], env)
        textual = median_process_seconds([sys.executable, "-c", "import textual.app"], env)
        rows = [
            _row("python -c pass", empty, empty, ""),
            _row("lissom --help", median_process_seconds([LISSOM, "--help"], env), empty, "≤ 8"),
            _row("lissom list", median_process_seconds([LISSOM, "list"], env), empty, "≤ 15"),
            _row("import textual.app", textual, textual, ""),
            _row("lissom play, first cue", _first_cue(env), textual, "≤ 3"),
        ]
    print_table(("process", "median ms", "ratio", "goal"), rows)


def _row(name: str, seconds: float, peer: float, goal: str) -> tuple[str, str, str, str]:
    return name, f"{seconds * 1000:.0f}", f"{seconds / peer:.1f}", goal


def _first_cue(env: dict[str, str]) -> float:
    """From the start of the process to the first words of a session, in a data folder that exists already."""
    subprocess.run([LISSOM, "plan"], env=env, capture_output=True, check=True)
    command = [LISSOM, "play", "seated-leg-ladder", "--no-voice"]
    times = []
    for number in range(8):
        folder = f"{env['LISSOM_DATA']}-{number}"
        shutil.copytree(env["LISSOM_DATA"], folder)
        times.append(_seconds_until(FIRST_WORDS, command, {**env, "LISSOM_DATA": folder}))
        shutil.rmtree(folder)
    return statistics.median(times[1:])


def _seconds_until(words: bytes, command: list[str], env: dict[str, str]) -> float:
    """Start a command in a terminal of its own and wait until words stand on its screen."""
    begun = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, env)
    seen = b""
    while words not in seen.lower():
        ready, _, _ = select.select([terminal], [], [], 20)
        if not ready:
            raise SystemExit(f"{command} showed no {words!r} in 20 s; its last bytes: {seen[-300:]!r}")
        seen += os.read(terminal, 65536)
    taken = time.perf_counter() - begun
    os.kill(child, 9)
    os.waitpid(child, 0)
    os.close(terminal)
    return taken
