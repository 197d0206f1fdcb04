"""Files that were never meant well, as the tests have them: how long the longest take to be refused."""

from __future__ import annotations

from tests.routine.page import lines
from tests.routine.test_hostile_files import FILES

from bench.measure import busy, median_seconds, print_table
from lissom.content import library

SHOWN = 5


def main() -> None:
    """Check each, and print those that take longest, beside a routine of ours."""
    ours = library.folder().joinpath("full.yaml").read_bytes()
    taken = {name: median_seconds(lambda text=text: lines(text), 3) for name, text, _ in FILES}
    taken["the full routine, which is good"] = median_seconds(lambda: lines(ours), 3)
    longest = sorted(taken.items(), key=lambda row: -row[1])[:SHOWN]
    print_table(("of", "ms"), [(name, f"{seconds * 1e3:.0f}") for name, seconds in longest])
    print(f"{len(FILES)} hostile files in all")
    print(busy())
