"""What a person may not do for now: a fold over what happened, by time.

Three things restrict or lift: what a session took (`then`), a clean session, and the person's
dated words. Their order in storage means nothing, and one that comes twice counts once. A player
with no server does the same few lines.

What depends on other stretches or on what came before is added here: all stretches of the neck after
dizziness in one, the clinic the second time, and after a second bad morning.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, Literal

from lissom.coach.history import ALL, NEXT_MORNING, Agreed, History, TakenBack, derived_once, is_next_day
from lissom.coach.restriction_events import (
    NEXT_DAY,
    Clean,
    Effect,
    Happening,
    Restriction,
    Settled,
    Took,
    happenings,
)
from lissom.machine.advice import REPEATING
from lissom.routine.model import Routine, Until

RefusalCode = Literal[
    "nothing", "opens-by-itself", "next-day", "needs-contact", "too-early", "not-settled", "all-closed"
]

NECK: Final = "neck"
_NOT_BY_MORNING = frozenset({"numbness", "tingling"})  # still there the next morning: the clinic


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a restriction is not taken back. `restriction` is None where there is none."""

    code: RefusalCode
    target: str
    restriction: Restriction | None = None


@dataclass(frozen=True, slots=True)
class RestrictionState:
    """Where a person stands at one point in time.

    `running` holds the logs of what happened again with no clean session between, by what it was;
    `felt` each symptom of which nobody has heard since, with its log.
    """

    active: tuple[Restriction, ...] = ()
    refused: tuple[tuple[TakenBack, Refusal], ...] = ()
    settled: datetime | None = None
    running: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    felt: frozenset[tuple[str, str]] = frozenset()

    @property
    def is_closed(self) -> bool:
        """Whether everything is closed."""
        return any(restriction.target == ALL for restriction in self.active)

    @property
    def left_out(self) -> frozenset[str]:
        """The stretches of which nothing may be done."""
        return frozenset(r.target for r in self.active if r.leaves_out and r.target != ALL)

    @property
    def caps(self) -> Mapping[str, int]:
        """The highest level left, for each stretch that has one."""
        caps: dict[str, int] = {}
        for restriction in self.active:
            if restriction.cap_level:
                caps[restriction.target] = min(
                    restriction.cap_level, caps.get(restriction.target, restriction.cap_level)
                )
        return caps

    def of(self, stretches: Iterable[str]) -> tuple[Restriction, ...]:
        """Return what concerns some stretches, closures of everything included."""
        wanted = {*stretches, ALL}
        return tuple(restriction for restriction in self.active if restriction.target in wanted)


def restrictions(
    history: History, now: datetime | None = None, zone: str = "UTC", neck: Collection[str] = ()
) -> RestrictionState:
    """Return what a person may not do, as of `now`, on a device in `zone` (or long after all that is known).

    `neck` are the stretches of the neck. What was taken at a time that is still to come counts as well:
    then a clock was set back, and a symptom must not be forgotten for it. What lifts counts only from
    its own time on.
    """
    known = happenings(history)
    if now is None or all(happening.at <= now for happening in known[-1:]):
        standing = _folded(history, frozenset(neck))
    else:
        standing = fold((each for each in known if each.at <= now or isinstance(each, Took)), neck)
    return replace(standing, active=tuple(r for r in standing.active if not _is_over(r, now, zone)))


def weigh(history: History, entry: TakenBack, neck: Collection[str] = ()) -> tuple[Refusal, ...]:
    """Return why an entry would not take back what it names; nothing where it would."""
    standing = restrictions(history, entry.at, entry.zone, neck)
    matched, refusals = _sort_out(standing, entry)
    return () if matched else refusals


def neck_of(routines: Iterable[Routine]) -> frozenset[str]:
    """Return the stretches of the neck: dizziness in one of them closes them all."""
    stretches = (stretch for routine in routines for stretch in routine.stretches)
    return frozenset(stretch.id for stretch in stretches if stretch.region == NECK)


@derived_once
def _folded(history: History, neck: frozenset[str]) -> RestrictionState:
    """Return where a person stands after all that happened."""
    return fold(happenings(history), neck)


def fold(ordered: Iterable[Happening], neck: Collection[str] = ()) -> RestrictionState:
    """Return where a person stands after happenings that are in order of time."""
    standing = RestrictionState()
    for happening in ordered:
        standing = advance(standing, happening, neck)
    return standing


def advance(standing: RestrictionState, happening: Happening, neck: Collection[str] = ()) -> RestrictionState:
    """Return where a person stands after one more happening."""
    match happening:
        case Took():
            return _take(standing, happening.restriction, neck)
        case Clean():
            return _lift_by_clean(standing, happening)
        case Settled():
            running = _without(standing.running, {NEXT_MORNING})
            return replace(standing, settled=happening.at, running=running, felt=frozenset())
        case TakenBack():
            return _take_back(standing, happening)
        case Agreed():
            return _lift_by_contact(standing, happening)


def _is_over(restriction: Restriction, now: datetime | None, zone: str) -> bool:
    """Whether what lasts until the next day has lasted so long."""
    if restriction.until != NEXT_DAY:
        return False
    return now is None or is_next_day(restriction.since, now, zone)


# what restricts


def _take(standing: RestrictionState, taken: Restriction, neck: Collection[str]) -> RestrictionState:
    """Add a restriction. The same one again, from later on, takes the place of the earlier."""
    running = dict(standing.running)
    for counted in _counted(taken):
        logs = running.get(counted, ())
        running[counted] = logs if taken.because.log in logs else (*logs, taken.because.log)
        if len(running[counted]) > 1:
            taken = replace(taken, until="contact")
    if _is_morning(taken) and any(symptom in _NOT_BY_MORNING for symptom, _ in standing.felt):
        taken = replace(taken, until="contact")
    added = {_sameness(each): each for each in (taken, *_together(taken, neck))}
    kept = tuple(r for r in standing.active if _sameness(r) not in added)
    return replace(
        standing, active=(*kept, *added.values()), running=running, felt=_felt_since(standing, taken)
    )


def _felt_since(standing: RestrictionState, taken: Restriction) -> frozenset[tuple[str, str]]:
    if _is_morning(taken):
        return frozenset()
    symptom, log = taken.because.symptom, taken.because.log
    return standing.felt | {(symptom, log)} if symptom else standing.felt


def _counted(taken: Restriction) -> tuple[str, ...]:
    """What is counted of it: a ladder that is closed, a symptom in one stretch, a bad morning."""
    symptom = taken.because.symptom
    return tuple(filter(None, (
        taken.target if taken.effect == "cap" and taken.cap_level == 0 else None,
        f"{taken.target}/{symptom}" if symptom in REPEATING and taken.target != ALL else None,
        NEXT_MORNING if _is_morning(taken) else None,
    )))  # fmt: skip


def _is_morning(taken: Restriction) -> bool:
    """Whether it comes from the page of the next morning, which alone asks for a day."""
    return taken.because.symptom is None and taken.because.question == "settled"


def _together(taken: Restriction, neck: Collection[str]) -> Iterable[Restriction]:
    """What is left out besides: after dizziness in a stretch of the neck, the neck."""
    if taken.because.symptom == "dizziness" and taken.target in neck:
        for stretch in sorted(neck):
            yield replace(taken, target=stretch, effect="leave-out", until="contact", cap_level=None)


def _sameness(restriction: Restriction) -> tuple[str, Effect, int | None, Until]:
    return restriction.target, restriction.effect, restriction.cap_level, restriction.until


# what lifts


def _lift_by_clean(standing: RestrictionState, clean: Clean) -> RestrictionState:
    """Lift what a clean session lifts; on the day itself it neither lifts nor comes between."""
    kept = tuple(r for r in standing.active if not _is_lifted_by_clean(r, clean))
    fresh = {r.target for r in standing.active if not is_next_day(r.since, clean.at, clean.zone)}
    rested = clean.stretches - fresh
    again = {name for name in standing.running if name.partition("/")[0] in rested}
    return replace(standing, active=kept, running=_without(standing.running, again | {NEXT_MORNING}))


def _without(running: Mapping[str, tuple[str, ...]], names: Collection[str]) -> dict[str, tuple[str, ...]]:
    return {name: logs for name, logs in running.items() if name not in names}


def _is_lifted_by_clean(restriction: Restriction, clean: Clean) -> bool:
    return (
        restriction.until == "clean-session"
        and restriction.target in clean.stretches
        and is_next_day(restriction.since, clean.at, clean.zone)
    )


def _lift_by_contact(standing: RestrictionState, agreed: Agreed) -> RestrictionState:
    """No word of the clinic shortens the rest of the day on which something was felt."""
    kept = tuple(r for r in standing.active if r.until == NEXT_DAY or not _concerns(agreed.target, r))
    running = _without(standing.running, {NEXT_MORNING})
    return replace(standing, active=kept, running=running, felt=frozenset())


def _take_back(standing: RestrictionState, entry: TakenBack) -> RestrictionState:
    lifted, refusals = _sort_out(standing, entry)
    kept = tuple(r for r in standing.active if r not in lifted)
    return replace(
        standing, active=kept, refused=(*standing.refused, *((entry, refusal) for refusal in refusals))
    )


def _sort_out(
    standing: RestrictionState, entry: TakenBack
) -> tuple[tuple[Restriction, ...], tuple[Refusal, ...]]:
    """Return what an entry takes back, and why it does not take back the rest of what it names."""
    active = [r for r in standing.active if not _is_over(r, entry.at, entry.zone)]
    named = [r for r in active if _concerns(entry.target, r)]
    codes = {r: _why_not(r, entry, standing.settled) for r in named}
    refusals = [Refusal(code, r.target, r) for r, code in codes.items() if code]
    closures = [r for r in active if r.target == ALL and entry.target != ALL]
    refusals += [Refusal("all-closed", ALL, r) for r in closures]
    if not named and not closures:
        refusals.append(Refusal("nothing", entry.target))
    return tuple(r for r, code in codes.items() if not code), tuple(refusals)


def _why_not(restriction: Restriction, entry: TakenBack, settled: datetime | None) -> RefusalCode | None:
    """Say why a restriction cannot be taken back by an entry, the firmest reason first."""
    if restriction.until == "contact":
        return "needs-contact"
    if restriction.until == "clean-session":
        return "opens-by-itself"
    if restriction.until == NEXT_DAY:
        return "next-day"
    if not is_next_day(restriction.since, entry.at, entry.zone):
        return "too-early"
    if entry.settled is False or (
        _must_settle(restriction) and not _has_settled(restriction, entry, settled)
    ):
        return "not-settled"
    return None


def _must_settle(restriction: Restriction) -> bool:
    """A ladder closed by pain, and everything closed, ask for a word that it has settled."""
    return restriction.effect in ("cap", "close")


def _has_settled(restriction: Restriction, entry: TakenBack, settled: datetime | None) -> bool:
    return entry.settled is True or (settled is not None and settled > restriction.since)


def _concerns(target: str, restriction: Restriction) -> bool:
    return target in (ALL, restriction.target)
