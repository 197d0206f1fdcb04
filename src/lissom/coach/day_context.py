"""All that is known of a person on one day, gathered once for a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from lissom.coach import messages, progression, screening
from lissom.coach.history import History, local_day
from lissom.coach.profile import Profile
from lissom.coach.progression import Footing
from lissom.coach.restrictions import RestrictionState, neck_of, restrictions
from lissom.coach.settings import Settings
from lissom.coach.sources import RuleSources
from lissom.machine.options import Options
from lissom.routine.model import Routine

Lasting = Callable[[Routine, Options], Mapping[str | None, int]]
"""How many seconds each stretch of a routine takes; under None what belongs to no stretch."""


@dataclass(frozen=True, slots=True)
class Day:
    """All that is known of a person on one day."""

    profile: Profile
    history: History
    routines: Mapping[str, Routine]
    now: datetime
    lasts: Lasting
    settings: Settings
    standing: RestrictionState
    footing: Footing
    usual: float | None
    is_high: bool
    titles: Mapping[str, str] = field(default_factory=dict)
    rules: RuleSources = field(default_factory=lambda: RuleSources(()))

    @property
    def today(self) -> date:
        """The day on the person's own calendar."""
        return local_day(self.now, self.profile.zone)

    def title(self, routine: str) -> str:
        """Return the title of a routine, or its id where it is not known."""
        return self.routines[routine].title if routine in self.routines else messages.name_of(routine)


def look_at(
    profile: Profile,
    history: History,
    routines: Iterable[Routine],
    now: datetime,
    lasts: Lasting,
    settings: Settings,
) -> Day:
    """Gather what any plan for now needs to know."""
    known = {routine.id: routine for routine in routines}
    return Day(
        profile, history, known, now, lasts, settings,
        standing=restrictions(history, now, profile.zone, neck_of(known.values())),
        footing=progression.footing(history, profile.zone, now, settings),
        usual=screening.usual_pain(history, now, settings),
        is_high=screening.high_today(history, profile, now) is not None,
        titles=titles_of(known.values()),
        rules=RuleSources(known.values()),
    )  # fmt: skip


def titles_of(routines: Iterable[Routine]) -> dict[str, str]:
    """Return the titles of all stretches, and of their positions as "stretch/position"."""
    titles: dict[str, str] = {}
    for stretch in (stretch for routine in routines for stretch in routine.stretches):
        titles.setdefault(stretch.id, stretch.title)
        for position in stretch.positions:
            titles.setdefault(f"{stretch.id}/{position.id}", position.title)
    return titles
