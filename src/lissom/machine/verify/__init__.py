"""The laws L1 to L14, proved over every reachable state of a machine.

Each family of laws is one module here: `stopping`, `remembering`, `climbing`, `times`, `sides`,
`ends`, `screening`, `words`, and `form` for what the format itself asks. They read only the labels of the
states and the routine, and share nothing with the compiler whose mistakes they are to catch.
"""

from __future__ import annotations

from collections.abc import Iterable

from lissom.machine.model import Machine
from lissom.machine.verify.graph import PathStep
from lissom.machine.verify.law import Case, Counterexample, Law, LawResult, Recompile
from lissom.machine.verify.table import LAWS
from lissom.routine.model import Routine, Screening
from lissom.routine.phrases import Phrases

__all__ = [
    "LAWS",
    "Case",
    "Counterexample",
    "Law",
    "LawResult",
    "PathStep",
    "Recompile",
    "laws_for",
    "verify",
]


def laws_for(routine: Routine | Screening) -> tuple[Law, ...]:
    """Return the laws that a routine, or a machine of questions alone, is under."""
    return tuple(law for law in LAWS if law.screening or isinstance(routine, Routine))


def verify(
    machine: Machine,
    routine: Routine | Screening,
    phrases: Phrases,
    *,
    recompile: Recompile | None = None,
    laws: Iterable[Law] | None = None,
) -> list[LawResult]:
    """Prove every law over every reachable state of a machine, or show how it is broken.

    `laws` are some of those for the routine; without them it is all.
    `recompile` compiles the same routine once more as it is under a restriction; without it the
    second half of L13 (no such hold is left) is not examined.
    """
    case = Case(machine, routine, phrases, recompile)
    return [law.prove(case) for law in (laws_for(routine) if laws is None else laws)]
