"""How a time is taken, and how a table of times is printed."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence


def median_seconds(action: Callable[[], object], times: int = 7) -> float:
    """Return the median time of an action, in seconds, after one run that does not count."""
    action()
    return statistics.median(_timed(action) for _ in range(times))


def median_process_seconds(command: Sequence[str], env: Mapping[str, str], times: int = 9) -> float:
    """Return the median time of a whole process, in seconds."""
    return median_seconds(lambda: subprocess.run(command, env=env, capture_output=True, check=True), times)


def print_table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows under a header, as wide as they need to be."""
    cells = [[str(cell) for cell in row] for row in (header, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    for row in cells:
        print("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())


def busy() -> str:
    """Say how busy the machine was, for whoever reads times that depend on it."""
    if not hasattr(os, "getloadavg"):
        return "how busy this machine was is not known"
    load, cores = os.getloadavg()[1], os.cpu_count() or 1
    busy = f"load of the last 5 minutes: {load:.1f} on {cores} cores"
    return f"{busy}: too busy for these times to be good" if load > cores else busy


def _timed(action: Callable[[], object]) -> float:
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun
