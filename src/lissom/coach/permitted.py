"""What of a routine is open to a person: its stretches and levels, after restrictions and health."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from lissom.coach import messages
from lissom.coach.history import ALL, History, derived_once, local_day
from lissom.coach.messages import Reason, reason
from lissom.coach.profile import Profile
from lissom.coach.restriction_events import Restriction, happenings
from lissom.coach.restrictions import RestrictionState, advance, neck_of
from lissom.coach.screening import FLOOR, FLOOR_UNASKED, Exclusion, excluded
from lissom.coach.sources import THE_ROUTINE, RuleSources
from lissom.machine.options import Options
from lissom.routine.model import Routine


@dataclass(frozen=True, slots=True)
class Openings:
    """The stretches that are open, in the routine's order, the caps on levels, and why.

    `reasons` tell of left-out stretches; `cap_reasons` of caps, each with its level.
    """

    stretches: tuple[str, ...]
    caps: tuple[int, ...]
    reasons: tuple[Reason, ...]
    cap_reasons: tuple[tuple[int, Reason], ...]

    def leaving(self, stretches: Collection[str]) -> Openings:
        """Return the same without some stretches."""
        return replace(self, stretches=tuple(name for name in self.stretches if name not in stretches))

    def level(self, opened: int) -> int:
        """Return the level left of the one the person opened."""
        return min((opened, *self.caps))

    def reasons_at(self, opened: int) -> tuple[Reason, ...]:
        """Return why something is left out, or lower than the person opened it."""
        return (*self.reasons, *(why for cap, why in self.cap_reasons if cap < opened))


def openings(
    routine: Routine,
    profile: Profile,
    standing: RestrictionState,
    titles: Mapping[str, str],
    rules: RuleSources | None = None,
) -> Openings:
    """Return what of a routine is open to a person; `rules` are needed where sources are told."""
    exclusions = excluded(routine, profile)
    own = profile.options.get(routine.id, Options()).without
    present = [stretch.id for stretch in routine.stretches]
    active = [r for r in standing.of(present) if r.target != ALL]
    closed = {*own, *standing.left_out, *(e.stretch for e in exclusions if e.leaves_out)}
    left = tuple(name for name in present if name not in closed)
    caps = (*_restriction_caps(active, left, titles, rules), *_exclusion_caps(exclusions, left, titles))
    reasons = (
        *(messages.restriction_reason(r, titles, rules) for r in active if r.leaves_out),
        *(_exclusion_reason(e, titles) for e in exclusions if e.leaves_out),
        *(reason("own-choice", stretch=messages.name_of(name, titles)) for name in own),
    )
    return Openings(left, tuple(cap for cap, _ in caps), reasons, caps)


def left_out_by_day(routine: Routine, profile: Profile, history: History) -> Callable[[date], frozenset[str]]:
    """Return which stretches were closed on a day, so that nobody is counted short for having stopped.

    A stretch that was closed at any time of the day counts as closed on it.
    """
    by_health = frozenset(e.stretch for e in excluded(routine, profile) if e.leaves_out)
    own = frozenset(profile.options.get(routine.id, Options()).without)
    closed_on = _closed_spans(history, profile.zone, neck_of([routine]))
    return lambda day: by_health | own | closed_on(day)


@derived_once
def _closed_spans(history: History, zone: str, neck: frozenset[str]) -> Callable[[date], frozenset[str]]:
    """Fold once, and remember what was left out after each happening."""
    standing, trail = RestrictionState(), list[tuple[date, frozenset[str]]]()
    for happening in happenings(history):
        standing = advance(standing, happening, neck)
        trail.append((local_day(happening.at, zone), standing.left_out))

    days = [on for on, _ in trail]

    def closed_on(day: date) -> frozenset[str]:
        begins, ends = bisect_left(days, day), bisect_right(days, day)
        known = trail[max(0, begins - 1) : ends]  # as the day began, and after each happening of it
        return frozenset[str]().union(*(left_out for _, left_out in known))

    return closed_on


def _restriction_caps(
    active: list[Restriction], left: tuple[str, ...], titles: Mapping[str, str], rules: RuleSources | None
) -> tuple[tuple[int, Reason], ...]:
    return tuple(
        (r.cap_level, messages.restriction_reason(r, titles, rules))
        for r in active
        if r.cap_level and r.target in left
    )


def _exclusion_caps(
    exclusions: tuple[Exclusion, ...], left: tuple[str, ...], titles: Mapping[str, str]
) -> tuple[tuple[int, Reason], ...]:
    return tuple(
        (e.cap_level, _exclusion_reason(e, titles)) for e in exclusions if e.cap_level and e.stretch in left
    )


def _exclusion_reason(exclusion: Exclusion, titles: Mapping[str, str]) -> Reason:
    if exclusion.condition in (FLOOR, FLOOR_UNASKED):
        return reason(exclusion.condition, stretch=messages.name_of(exclusion.stretch, titles))
    return reason(
        "excluded" if exclusion.leaves_out else "excluded-level",
        ", ".join(exclusion.cite) or THE_ROUTINE,
        stretch=messages.name_of(exclusion.stretch, titles),
        level=exclusion.cap_level or 0,
        condition=exclusion.words,
    )
