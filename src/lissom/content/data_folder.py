"""Where the library finds a person's own routines: in their data folder, in a folder of their own.

How they are read and what is left out is `lissom.content.own_routines`; putting one there is `lissom add`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from lissom.content import library
from lissom.content.own_routines import LeftOut

OWN_ROUTINES: Final = "routines"


def lay_out(data: Path, tell: Callable[[LeftOut], None] = lambda _: None) -> None:
    """Let the library know of the own routines in a data folder. `tell` is told of what is left out."""
    library.keep_own(data / OWN_ROUTINES, _poses, tell)


def _poses() -> frozenset[str]:
    from lissom.figure import poses

    return frozenset(poses())
