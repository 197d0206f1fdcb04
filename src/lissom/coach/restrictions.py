"""What a person may not do for now: a fold over what happened, by time.

Three things restrict or lift: what a session took (`then`), a clean session, and the person's
dated words. Their order in storage means nothing, and one that comes twice counts once. A player
with no server does the same few lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from lissom.coach.happened import Clean, Effect, Happening, Restriction, Settled, Took, happenings
from lissom.coach.history import ALL, Agreed, History, TakenBack, local_day
from lissom.routine.model import Until

RefusalCode = Literal["nothing", "opens-by-itself", "needs-contact", "too-early", "not-settled", "all-closed"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a restriction is not taken back. `restriction` is None where there is none."""

    code: RefusalCode
    target: str
    restriction: Restriction | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands at one point in time."""

    active: tuple[Restriction, ...] = ()
    refused: tuple[tuple[TakenBack, Refusal], ...] = ()
    settled: datetime | None = None
    running: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

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


def restrictions(history: History, now: datetime | None = None) -> Standing:
    """Return what a person may not do, as of `now` (or after all that is known).

    What was taken at a time that is still to come counts as well: then a clock was set back, and a
    symptom must not be forgotten for it. What lifts counts only from its own time on.
    """
    return fold(h for h in happenings(history) if now is None or h.at <= now or isinstance(h, Took))


def weigh(history: History, entry: TakenBack) -> tuple[Refusal, ...]:
    """Return why an entry would not take back what it names; nothing where it would."""
    standing = restrictions(history, entry.at)
    matched, refusals = _sort_out(standing, entry)
    return () if matched else refusals


def fold(ordered: Iterable[Happening]) -> Standing:
    """Return where a person stands after happenings that are in order of time."""
    standing = Standing()
    for happening in ordered:
        standing = advance(standing, happening)
    return standing


def advance(standing: Standing, happening: Happening) -> Standing:
    """Return where a person stands after one more happening."""
    match happening:
        case Took():
            return _take(standing, happening.restriction)
        case Clean():
            return _lift_by_clean(standing, happening)
        case Settled():
            return replace(standing, settled=happening.at)
        case TakenBack():
            return _take_back(standing, happening)
        case Agreed():
            return _lift_by_contact(standing, happening)


# what restricts


def _take(standing: Standing, taken: Restriction) -> Standing:
    """Add a restriction. The same one again, from later on, takes the place of the earlier."""
    running = dict(standing.running)
    if taken.effect == "cap" and taken.cap_level == 0:
        logs = running.get(taken.target, ())
        running[taken.target] = logs if taken.because.log in logs else (*logs, taken.because.log)
        if len(running[taken.target]) > 1:
            taken = replace(taken, until="contact")
    kept = tuple(r for r in standing.active if _sameness(r) != _sameness(taken))
    return replace(standing, active=(*kept, taken), running=running)


def _sameness(restriction: Restriction) -> tuple[str, Effect, int | None, Until]:
    return restriction.target, restriction.effect, restriction.cap_level, restriction.until


# what lifts


def _lift_by_clean(standing: Standing, clean: Clean) -> Standing:
    kept = tuple(r for r in standing.active if not _is_lifted_by_clean(r, clean))
    running = {stretch: logs for stretch, logs in standing.running.items() if stretch not in clean.stretches}
    return replace(standing, active=kept, running=running)


def _is_lifted_by_clean(restriction: Restriction, clean: Clean) -> bool:
    return (
        restriction.until == "clean-session"
        and restriction.target in clean.stretches
        and clean.at > restriction.since
        and clean.day > restriction.day
    )


def _lift_by_contact(standing: Standing, agreed: Agreed) -> Standing:
    kept = tuple(r for r in standing.active if not _concerns(agreed.target, r))
    return replace(standing, active=kept)


def _take_back(standing: Standing, entry: TakenBack) -> Standing:
    lifted, refusals = _sort_out(standing, entry)
    kept = tuple(r for r in standing.active if r not in lifted)
    return replace(
        standing, active=kept, refused=(*standing.refused, *((entry, refusal) for refusal in refusals))
    )


def _sort_out(standing: Standing, entry: TakenBack) -> tuple[tuple[Restriction, ...], tuple[Refusal, ...]]:
    """Return what an entry takes back, and why it does not take back the rest of what it names."""
    named = [r for r in standing.active if _concerns(entry.target, r)]
    codes = {r: _why_not(r, entry, standing.settled) for r in named}
    refusals = [Refusal(code, r.target, r) for r, code in codes.items() if code]
    closures = [r for r in standing.active if r.target == ALL and entry.target != ALL]
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
    if entry.at <= restriction.since or local_day(entry.at, entry.zone) <= restriction.day:
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
