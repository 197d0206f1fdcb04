"""Write laws.md anew: every law as the table has it, and what is proved of the shipped routines now."""

from __future__ import annotations

from pathlib import Path

from lissom.content import library
from lissom.machine.prove import prove
from lissom.machine.verify import LAWS
from lissom.machine.verify.report import laws_page

ROUTINES = ("seated-leg-ladder", "back-spasm", "neck", "full")
SCREENINGS = ("red-flags", "after-session", "next-morning")

if __name__ == "__main__":
    phrases = library.phrases("en")
    sources = [*map(library.routine, ROUTINES), *map(library.screening, SCREENINGS)]
    page = laws_page(LAWS, [prove(source, phrases) for source in sources])
    Path(__file__).with_name("laws.md").write_text(page, "utf-8")
