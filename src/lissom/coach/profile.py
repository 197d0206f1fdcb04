"""What a person has told about themselves, apart from what happened in sessions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Literal

from lissom.machine.options import EMERGENCY_NUMBER, Options

Wording = Literal["auto", "short", "full"]

SOURCE_LANGUAGE = "en"  # in which the packaged content is written


@dataclass(frozen=True, slots=True)
class Clearing:
    """ "My clinician knows, and gave me this page": one history item, for one routine."""

    item: str
    routine: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A person's own settings. `conditions` are item ids of the health page.

    `health_changed` is when conditions or clearings last changed. `options` holds what the person
    opened and chose, by routine. `rises` is the time of rising, where they gave one. `routines` are
    those they practise, in their order; none means the two handouts. `wording` says whether words are
    short or full; on "auto" they are full at first.
    """

    zone: str = "UTC"
    conditions: frozenset[str] = frozenset()
    clearings: frozenset[Clearing] = frozenset()
    health_changed: datetime | None = None
    options: Mapping[str, Options] = field(default_factory=dict)
    routines: tuple[str, ...] = ()
    rises: time | None = None
    emergency: str = EMERGENCY_NUMBER
    language: str = SOURCE_LANGUAGE
    wording: Wording = "auto"

    def __post_init__(self) -> None:
        if self.health_changed is not None and self.health_changed.tzinfo is None:
            raise ValueError("a change of health happened at an instant: its time needs a zone")

    def cleared_for(self, routine: str) -> tuple[str, ...]:
        """Return the items that a clinician has cleared for a routine."""
        return tuple(sorted(clearing.item for clearing in self.clearings if clearing.routine == routine))
