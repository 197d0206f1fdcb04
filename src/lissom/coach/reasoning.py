"""The reasons of a plan's lines: why now, why this much, why the questions, what is to be said today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from lissom.coach import dose, messages, screening
from lissom.coach.day_context import Day
from lissom.coach.health import ToAsk
from lissom.coach.history import local_day, local_time, unknown_zones
from lissom.coach.messages import Reason, Told, reason
from lissom.coach.permitted import Openings, left_out_by_day
from lissom.coach.plan_lines import PlanLine
from lissom.coach.portions import BUDGETS, Portion, PortionStretches
from lissom.coach.settings import Settings
from lissom.coach.sources import OURS, THE_ROUTINE
from lissom.routine.model import Routine


def why_now(day: Day, routine: Routine, beside: str | None) -> Iterator[Reason]:
    """Say why a routine is for today; `beside` is the one it goes with [B10]."""
    if beside is not None:
        code = "goes-after" if _is_done_today(day, beside) else "goes-with"
        source = of_handout("B10", day.routines.get(beside))
        yield reason(code, source, title=routine.title, other=day.title(beside))
    if routine.dose.sessions_a_week.least == 7:
        yield reason("daily", clause(routine))
    elif done := whole_days_this_week(day, routine):
        yield reason("dose", clause(routine), done=done, dose=tell_dose(routine))
    else:
        yield reason("dose-first", clause(routine), dose=tell_dose(routine))


def _is_done_today(day: Day, routine: str) -> bool:
    """Whether anything of a routine was done today."""
    zone, now = day.profile.zone, day.now
    ended = (s.ended for s in reversed(day.history.of(routine)) if s.worked and s.ended <= now)
    last = next(ended, None)
    return last is not None and local_day(last, zone) == day.today


def why_part(
    day: Day, routine: Routine, found: Openings, part: PortionStretches, portion: Portion | None, lasts: int
) -> Iterator[Reason]:
    """Say why only a part of what is open is for now, and how long it takes."""
    if day.is_high and portion is None and set(part.stretches) <= set(routine.gentlest):
        yield reason("gentlest", minutes=messages.whole_minutes(lasts))
    elif not part.fits:
        yield reason("portion-over", of_handout("B8", routine), minutes=messages.whole_minutes(lasts))
    elif len(part.stretches) == len(found.stretches):
        return
    elif portion is None and dose.is_long(routine, day.settings):
        yield reason("part-of-long", minutes=messages.whole_minutes(lasts), count=len(found.stretches))
    elif day.is_high or (portion is not None and BUDGETS[portion] is not None):
        yield reason("portion", of_handout("B9", routine), minutes=messages.whole_minutes(lasts))
    else:
        done = [day.titles[name] for name in found.stretches if name not in part.stretches]
        yield reason("rest-of-day", of_handout("B9", routine), done=", ".join(done))


def why_asked(day: Day, routine: Routine, closed: Sequence[str]) -> Iterator[Reason]:
    """Say why the full questions come first, or why only the short one does."""
    held = screening.find_screened(routine, day.history, day.profile, day.now, day.settings, closed)
    if held.asks == "emergency":
        yield reason("ask-emergency")
    elif held.cause is not None:
        yield reason(f"ask-{held.cause}", days=day.settings.screening_days)
    elif held.on is not None:
        yield reason("screened", day=local_day(held.on, day.profile.zone))


def asked_first(asked: ToAsk | None) -> Iterator[Reason]:
    """Say what is asked before the start."""
    if asked is not None and asked.list:
        yield reason("health-list")
    elif asked is not None:
        yield reason("floor-question")


def of_the_day(day: Day, planned: Sequence[PlanLine]) -> Iterator[Reason]:
    """Say what there is to say of the day as a whole."""
    if zones := unknown_zones(day.history, day.profile.zone):
        yield reason("zone", zones=", ".join(zones))
    if _has_just_risen(day) and any(_bends(line, day.settings) for line in planned):
        yield reason("rising")
    if planned and _stands_firm(day):
        yield reason("one-thing-more", sessions=day.footing.clean)


def _stands_firm(day: Day) -> bool:
    """Whether one thing more may be spoken of: enough clean sessions over enough days, nothing closed."""
    footing, settings = day.footing, day.settings
    enough = footing.clean >= settings.clean_sessions and footing.clean_days >= settings.clean_days
    return enough and not footing.setbacks and not day.standing.active and not day.is_high


def _has_just_risen(day: Day) -> bool:
    if day.profile.rises is None:
        return False
    here = local_time(day.now, day.profile.zone)
    rose = here.replace(hour=day.profile.rises.hour, minute=day.profile.rises.minute, second=0, microsecond=0)
    return rose <= here < rose + timedelta(hours=day.settings.rising_hours)


def _bends(line: PlanLine, settings: Settings) -> bool:
    """Whether a session bends the back forward: by a stretch, or by a stretch at a level."""
    for each in settings.flexion:
        stretch, _, level = each.partition("/")
        if stretch in line.stretches and line.options.level >= int(level or 0):
            return True
    return False


def tell_dose(routine: Routine) -> Told:
    """Return how often a week."""
    weekly = routine.dose.sessions_a_week
    return messages.tell_range(weekly.least, weekly.most)


def clause(routine: Routine) -> str:
    """Return the clause behind a routine's dose."""
    return ", ".join(routine.dose.cite) or THE_ROUTINE


def of_handout(clause: str, routine: Routine | None) -> str:
    """Return a handout's clause for a routine that was made from that handout; elsewhere the rule is ours."""
    cited = {name[:1] for name in (*routine.cite, *routine.dose.cite)} if routine else ()
    return clause if clause[:1] in cited else OURS


def whole_days_this_week(day: Day, routine: Routine) -> int:
    """Return on how many days of this week the routine was done whole."""
    sessions = dose.in_week(day.history, dose.monday_of(day.today), day.profile.zone)
    left_out = left_out_by_day(routine, day.profile, day.history)
    return len(dose.whole_days(routine, sessions, day.profile.zone, left_out, day.settings))
