"""What a person has told about themselves, apart from what happened in sessions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Literal

from lissom.machine.options import EMERGENCY_NUMBER, Options

Wording = Literal["auto", "short", "full"]
Answer = Literal["yes", "no", "not-sure"]

SOURCE_LANGUAGE = "en"  # in which the packaged content is written


@dataclass(frozen=True, slots=True)
class Clearing:
    """ "My clinician knows, and gave me this page": one history item, for one routine."""

    item: str
    routine: str


@dataclass(frozen=True, slots=True)
class Floor:
    """Whether a person gets down to the floor and up again alone, and fell in the last year; when told."""

    gets_up: Answer
    fallen: Answer
    asked: datetime

    def __post_init__(self) -> None:
        _check_instant(self.asked)

    @property
    def is_open(self) -> bool:
        """Whether stretches on the floor are for them; *not sure* leaves them out as well."""
        return self.gets_up == "yes" and self.fallen == "no"


@dataclass(frozen=True, slots=True)
class Profile:
    """A person's own settings. `conditions` are item ids of the health list, `unsure` those they were not
    sure of: these leave out the same.

    `health_changed` is when conditions or clearings last changed, `health_asked` when the list was last
    gone through. `floor` is None until it was asked. `options` holds what the person
    opened and chose, by routine. `rises` is the time of rising, where they gave one. `routines` are
    those they practise, in their order; none means the two handouts. `wording` says whether words are
    short or full; on "auto" they are full at first.
    """

    zone: str = "UTC"
    conditions: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    clearings: frozenset[Clearing] = frozenset()
    health_changed: datetime | None = None
    health_asked: datetime | None = None
    floor: Floor | None = None
    options: Mapping[str, Options] = field(default_factory=dict)
    routines: tuple[str, ...] = ()
    rises: time | None = None
    emergency: str = EMERGENCY_NUMBER
    language: str = SOURCE_LANGUAGE
    wording: Wording = "auto"

    def __post_init__(self) -> None:
        for at in (self.health_changed, self.health_asked):
            _check_instant(at)

    def cleared_for(self, routine: str) -> tuple[str, ...]:
        """Return the items that a clinician has cleared for a routine."""
        return tuple(sorted(clearing.item for clearing in self.clearings if clearing.routine == routine))


def _check_instant(at: datetime | None) -> None:
    if at is not None and at.tzinfo is None:
        raise ValueError("health was told of at an instant: its time needs a zone")
