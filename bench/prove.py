"""All laws, of all shipped routines and pages of questions, for all combinations of options."""

from __future__ import annotations

import time

from bench.measure import print_table
from lissom.content import library
from lissom.machine.prove import prove
from lissom.routine.model import Routine, Screening

SCREENINGS = ("red-flags", "after-session", "next-morning")


def main() -> None:
    """Prove each once, in one process, and print how long it took."""
    phrases = library.phrases("en")
    sources: list[Routine | Screening] = [*library.routines(), *map(library.screening, SCREENINGS)]
    rows = []
    for source in sources:
        begun = time.perf_counter()
        proof = prove(source, phrases)
        taken = time.perf_counter() - begun
        verdict = "all proved" if proof.held else "BROKEN"
        rows.append((source.id, f"{proof.combinations:,}", f"{proof.machines:,}", f"{taken:.1f}", verdict))
    print_table(("routine", "combinations", "machines", "seconds", "laws"), rows)
