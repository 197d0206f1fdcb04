"""Every law as the table has it, and what is proved of the shipped routines now."""

from __future__ import annotations

from pathlib import Path

from lissom.content import library
from lissom.machine.prove import prove
from lissom.machine.verify import LAWS
from lissom.machine.verify.report import laws_page

PAGE = Path(__file__).parents[2] / "docs/reference/laws.md"
ROUTINES = ("seated-leg-ladder", "back-spasm", "neck", "full")
SCREENINGS = ("red-flags", "after-session", "next-morning")


def pages() -> dict[Path, str]:
    """Return the page with its text. All is proved anew, which takes half a minute."""
    phrases = library.phrases("en")
    routines = [prove(library.routine(name), phrases) for name in ROUTINES]
    screenings = [prove(library.screening(name), phrases) for name in SCREENINGS]
    return {PAGE: laws_page(LAWS, [*routines, *screenings])}
