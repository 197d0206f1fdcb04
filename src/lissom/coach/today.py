"""One routine, today: whether it is open and due, which stretches, and with which options.

What is closed and left out binds; what is only dose gives way to a person who asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from lissom.coach import dose, messages, progression, reasoning, screening
from lissom.coach.day_context import Day
from lissom.coach.history import Session, is_next_day
from lissom.coach.messages import NestedMessage, Reason, reason
from lissom.coach.permitted import Openings, openings
from lissom.coach.plan_lines import NotToday, PlanLine, Rest
from lissom.coach.portions import BUDGETS, Portion, PortionStretches, choose
from lissom.machine.options import Options, option_ranges
from lissom.routine.model import LEVELS, Routine


def plan_routine(
    day: Day, routine: Routine, portion: Portion | None, *, asked: bool = False, beside: str | None = None
) -> PlanLine | NotToday:
    """Return the session of a routine today, or why there is none."""
    found = openings(routine, day.profile, day.standing, day.titles, day.rules)
    chosen = _options(day, routine, _all_but(routine, found.stretches))
    if closed := _why_closed(day, routine, found):
        return NotToday(routine.id, "closed", replace(chosen, level=0), closed)
    if not asked and (resting := _why_resting(day, routine, found)):
        left = replace(chosen, level=found.level(chosen.level), without=_all_but(routine, found.stretches))
        return NotToday(routine.id, resting[0], left, resting[1])
    rested = found.leaving(_felt_today(day))  # no second try on the same day, whoever asks [EVIDENCE 2, 7]
    if not rested.stretches:
        return NotToday(routine.id, "rest", replace(chosen, level=0), (reason("rest-today"), *found.reasons))
    return _plan(day, routine, rested, chosen, portion, asked, beside)


# whether


def _why_closed(day: Day, routine: Routine, found: Openings) -> tuple[Reason, ...]:
    closures = tuple(
        messages.restriction_reason(r, day.titles, day.rules)
        for r in day.standing.active
        if r.effect == "close"
    )
    if closures:
        return closures
    if day.is_high and day.settings.block_on_high_pain:
        return (reason("blocked"),)
    return () if found.stretches else (reason("nothing-open", title=routine.title), *found.reasons)


def _why_resting(day: Day, routine: Routine, found: Openings) -> tuple[Rest, tuple[Reason, ...]] | None:
    """Say why a routine that is open is not due today: a pause, or enough of it."""
    if until := day.footing.pauses_until:
        return "rest", (reason("pause", day=until),)
    if not found.leaving(_felt_today(day)).stretches:
        return "rest", (reason("rest-today"), *found.reasons_at(max(LEVELS)))
    closed = frozenset(s.id for s in routine.stretches) - frozenset(found.stretches)
    times_today = dose.times_on(routine, _recent(day), day.today, day.profile.zone, closed, day.settings)
    if times_today:
        return "done", tuple(_done_today(routine, times_today))
    done = reasoning.whole_days_this_week(day, routine)
    if done >= routine.dose.sessions_a_week.most:
        return "done", (_done_this_week(routine, done),)
    return None


def _done_this_week(routine: Routine, done: int) -> Reason:
    dose_told = reasoning.tell_dose(routine)
    return reason("done-this-week", reasoning.clause(routine), title=routine.title, done=done, dose=dose_told)


def _felt_today(day: Day) -> frozenset[str]:
    """The stretches in which something was felt today: no second try before the next day."""
    return frozenset(
        r.target for r in day.standing.active if not is_next_day(r.since, day.now, day.profile.zone)
    )


def _done_today(routine: Routine, times: int) -> Iterator[Reason]:
    yield reason("done-today", reasoning.clause(routine), title=routine.title)
    if times < (most := routine.dose.sessions_a_day.most):
        yield reason("again", reasoning.clause(routine), most=most)


# how much


def _plan(
    day: Day,
    routine: Routine,
    found: Openings,
    chosen: Options,
    portion: Portion | None,
    asked: bool,
    beside: str | None,
) -> PlanLine:
    options, less = _lessen(day, routine, replace(chosen, level=found.level(chosen.level)))
    seconds = day.lasts(routine, replace(options, without=_all_but(routine, found.stretches)))
    part = _choose(day, routine, found, seconds, _portion(day, routine, portion), asked)
    options = replace(options, without=_all_but(routine, part.stretches))
    lasts = seconds.get(None, 0) + sum(seconds.get(name, 0) for name in part.stretches)
    reasons = (
        *reasoning.why_now(day, routine, beside),
        *reasoning.why_part(day, routine, found, part, portion, lasts),
        *found.reasons_at(chosen.level),
        *less,
        *reasoning.why_asked(day, routine, _all_but(routine, found.stretches)),
    )
    return PlanLine(
        "routine", routine.id, options, reasons, part.stretches, lasts, brief=_is_brief(day, routine)
    )


def _options(day: Day, routine: Routine, closed: tuple[str, ...]) -> Options:
    """Return what the person chose, with what the profile and the screening add."""
    cleared = set(day.profile.cleared_for(routine.id)) & screening.clearable(routine)
    cleared |= screening.spared(routine, closed)
    held = screening.find_screened(routine, day.history, day.profile, day.now, day.settings, closed)
    chosen = day.profile.options.get(routine.id, Options())
    return replace(
        chosen,
        screened=held.log,
        asks=held.asks,
        cleared=tuple(sorted(cleared)),
        rate=chosen.rate and not day.is_high and not _just_checked_in(day),
        emergency=day.profile.emergency,
        language=routine.language,
    )


def _just_checked_in(day: Day) -> bool:
    """Whether a session has just ended: what follows it in one plan asks for pain only once."""
    worked = (s for s in reversed(day.history.stretching()) if s.is_finished and s.ended <= day.now)
    last = next(worked, None)
    return last is not None and day.now - last.ended <= timedelta(minutes=day.settings.check_in_minutes)


def _lessen(day: Day, routine: Routine, options: Options) -> tuple[Options, tuple[Reason, ...]]:
    """Make less of a session where pain or a bad morning asks for it."""
    ranges = option_ranges(routine)
    if day.is_high:
        return progression.shortest(options, ranges), (reason("high-pain"),)
    weeks = day.settings.level_weeks
    said: tuple[Reason, ...] = ()
    if options.level > 1 and day.footing.clean_days < weeks * 7:
        options, said = replace(options, level=1), (reason("level-weeks", weeks=weeks),)
    options, steps = progression.step_back(options, ranges, len(day.footing.setbacks))
    if steps:
        told = tuple(NestedMessage(f"coach-step-{step}") for step in steps)
        said = (*said, reason("step-back", steps=told))
    return options, said


def _gentlest(routine: Routine, found: Openings) -> tuple[str, ...]:
    """The gentlest part of a routine, as far as it is open."""
    return tuple(name for name in found.stretches if name in routine.gentlest)


def _portion(day: Day, routine: Routine, portion: Portion | None) -> Portion | None:
    """Return how much of a routine is for now: what was asked for; with high pain the gentlest part."""
    if day.is_high:
        return portion
    return portion or ("6 minutes" if dose.is_long(routine, day.settings) else "all")


def _choose(
    day: Day,
    routine: Routine,
    found: Openings,
    seconds: Mapping[str | None, int],
    portion: Portion | None,
    asked: bool,
) -> PortionStretches:
    sessions = [session for session in _recent(day) if session.started <= day.now]
    done_today = set(dose.done_on(routine, sessions, day.today, day.profile.zone))
    undone = frozenset(name for name in found.stretches if name not in done_today)
    if day.is_high and portion is None and (gentlest := _gentlest(routine, found)):
        return PortionStretches(gentlest)
    budget = BUDGETS[portion or "2 minutes"]
    if budget is None:
        rest = tuple(name for name in found.stretches if name in undone)
        return PortionStretches(found.stretches if asked or not rest else rest)
    latest = dose.last_base_holds(day.history, day.now)
    done = {stretch.id: dose.last_done(stretch, latest) for stretch in routine.stretches}
    return choose(found.stretches, seconds, done, undone, budget, day.settings)


def _recent(day: Day) -> tuple[Session, ...]:
    """The sessions of this day, and some before: a day lasts at most two in any zone."""
    return day.history.since(day.now - timedelta(days=2))


def _all_but(routine: Routine, stretches: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(stretch.id for stretch in routine.stretches if stretch.id not in stretches))


def _is_brief(day: Day, routine: Routine) -> bool:
    """Whether brief words will do: the person wants them, or knows the routine."""
    if day.profile.wording != "auto":
        return day.profile.wording == "short"
    done = [session for session in day.history.of(routine.id) if session.worked]
    return len(done) >= day.settings.full_words_sessions
