"""Screening, without being a burden: which full screening still holds, and what health leaves out.

It only ever excludes. That nothing was found is never told as being safe.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Final, Literal

from lissom.coach.history import CHANGED, NEXT_MORNING, History, Session, derived_once, local_day
from lissom.coach.profile import Profile
from lissom.coach.settings import SETTINGS, Settings
from lissom.machine.model import High
from lissom.machine.options import Asks
from lissom.routine.model import Question, Routine

FLOOR: Final = "floor"  # what leaves the stretches on the floor out: an answer to the question of the floor
FLOOR_UNASKED: Final = "floor-unasked"  # or that it was not asked yet
ON_THE_FLOOR: Final = frozenset({"kneeling"})  # postures

# Why the full questions are asked, in the order in which a person is told.
Cause = Literal["first", "changed", "high-pain", "unsafe", "profile", "too-old", "other-questions"]


@dataclass(frozen=True, slots=True)
class Screened:
    """The log of a full screening that still holds, or why there is none. Exactly one is set.

    `asks` tells what is asked again all the same: the signs of an emergency, after high pain.
    """

    log: str | None = None
    on: datetime | None = None
    cause: Cause | None = None
    asks: Asks = "all"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What a known condition keeps from a person: a whole stretch, or its levels above `cap_level`.

    `words` are those of the health list; the question of the floor has none of its own.
    """

    stretch: str
    condition: str
    words: str
    cite: tuple[str, ...]
    cap_level: int | None = None

    @property
    def leaves_out(self) -> bool:
        """Whether nothing of the stretch is left."""
        return not self.cap_level


def find_screened(
    routine: Routine,
    history: History,
    profile: Profile,
    now: datetime,
    settings: Settings = SETTINGS,
    closed: Collection[str] = (),
) -> Screened:
    """Return the latest log in which every question of a routine was answered safely, if it still holds.

    A question that would only close a stretch of `closed` need not have been answered.
    """
    cleared = clearable(routine) & set(profile.cleared_for(routine.id)) | spared(routine, closed)
    asked = _asked(routine, cleared)
    full = reversed(_full_screenings(history, asked, frozenset(cleared)))
    latest = next((session for session in full if session.started <= now), None)
    if not asked or latest is None:
        return Screened(cause="other-questions" if history.answering() else "first")
    if cause := _overtaken(latest, asked, history, profile, now, settings):
        return Screened(cause=cause)
    return Screened(latest.id, latest.started, asks=_asks_again(latest, routine, history, now, settings))


def spared(routine: Routine, closed: Collection[str]) -> frozenset[str]:
    """Return the questions that would only close what is closed already: nobody needs to answer them."""
    questions = (q for q in routine.questions if q.kind == "history" and q.leave_out)
    return frozenset(q.id for q in questions if q.leave_out in closed)


def excluded(routine: Routine, profile: Profile) -> tuple[Exclusion, ...]:
    """Return what the person's conditions keep from them in a routine, cleared ones left aside."""
    known = (profile.conditions | profile.unsure) - set(profile.cleared_for(routine.id))
    told = (exclusion for exclusion in _exclusions(routine) if exclusion.condition in known)
    return (*told, *_on_the_floor(routine, profile))


def has_floor(routine: Routine) -> bool:
    """Say whether a routine has a stretch on the floor."""
    return any(stretch.posture in ON_THE_FLOOR for stretch in routine.stretches)


def clearable(routine: Routine) -> frozenset[str]:
    """Return the items of a routine's questions that a clinician may clear: history, nothing else."""
    items = {item.id for question in routine.questions for item in question.items if item.history}
    return frozenset(items | {q.id for q in routine.questions if q.kind == "history" and not q.items})


def may_clear(routine: Routine, item: str) -> bool:
    """Say whether an item may be cleared for a routine. Signs to act on never may."""
    return item in clearable(routine)


def usual_pain(history: History, now: datetime, settings: Settings = SETTINGS) -> float | None:
    """Return the middle of the latest pain ratings before sessions, or None where there are too few."""
    since = now - timedelta(days=settings.usual_pain_days)
    ratings = [
        rating.value
        for session in history.since(since)
        if session.started <= now
        for rating in session.ratings
        if rating.when == "before"
    ]
    return median(ratings) if len(ratings) >= settings.usual_pain_ratings else None


def is_high(value: int, usual: float | None, high: High) -> bool:
    """Say whether a rating is high: from a number on, or so much above what is usual."""
    return value >= high.start or (usual is not None and high.rise is not None and value >= usual + high.rise)


def high_today(history: History, profile: Profile, now: datetime) -> Session | None:
    """Return the last session of today that was rated high, if any."""
    today = local_day(now, profile.zone)
    rated = (s for s in reversed(history.rated_high()) if s.started <= now)
    return next((s for s in rated if local_day(s.ended, profile.zone) == today), None)


# full screenings


def _asked(routine: Routine, cleared: frozenset[str] | set[str]) -> frozenset[str]:
    """The questions of the machine that are left; the health list is asked before it, by `health`."""
    asked = (question for question in routine.questions if question.kind != "health")
    return frozenset(question.id for question in asked if not _is_cleared(question, cleared))


def _is_cleared(question: Question, cleared: frozenset[str] | set[str]) -> bool:
    return question.id in cleared or (
        bool(question.items) and all(item.id in cleared for item in question.items)
    )


@derived_once
def _full_screenings(history: History, asked: frozenset[str], cleared: frozenset[str]) -> tuple[Session, ...]:
    """Return the logs in which every question was answered safely, by time."""
    return tuple(session for session in history.answering() if _answered_all(session, asked, cleared))


def _answered_all(session: Session, asked: frozenset[str], cleared: frozenset[str] | set[str]) -> bool:
    """Whether a log answers every question safely, none of its items dropped that is not cleared now."""
    answers = dict(session.answers)
    return (
        all(answers.get(question) for question in asked)
        and set(session.options.get("cleared", ())) <= cleared
    )


def _overtaken(
    full: Session,
    asked: frozenset[str],
    history: History,
    profile: Profile,
    now: datetime,
    settings: Settings,
) -> Cause | None:
    """Say what has happened since a full screening that makes it no longer hold."""
    for session in history.ended_since(full.started):
        if full.started < session.ended <= now:
            if cause := _unsettling(session, asked):
                return cause
            if session.was_high and asks_all(session, history, settings):
                return "high-pain"
    if profile.health_changed is not None and profile.health_changed > full.started:
        return "profile"
    return "too-old" if now - full.started > timedelta(days=settings.screening_days) else None


def _unsettling(session: Session, asked: frozenset[str]) -> Cause | None:
    unsafe = {question for question, safe in session.answers if not safe}
    if CHANGED in unsafe:
        return "changed"
    return "unsafe" if unsafe & asked or (unsafe and session.routine == NEXT_MORNING) else None


def asks_all(rated: Session, history: History, settings: Settings = SETTINGS) -> bool:
    """Say whether a high rating asks for all questions again, and not for signs of an emergency alone.

    So it does where it was well above usual, or the first so high in some days.
    """
    value = max((rating.value for rating in rated.ratings if rating.when == "before"), default=None)
    if value is None:
        return True
    usual = usual_pain(history, rated.started - timedelta(microseconds=1), settings)
    if usual is not None and value >= usual + settings.pain_rise:
        return True
    since = rated.started - timedelta(days=settings.first_high_days)
    return not any(
        session.started < rated.started and rating.value >= settings.pain_from
        for session in history.since(since)
        for rating in session.ratings
        if rating.when == "before"
    )


def _asks_again(full: Session, routine: Routine, history: History, now: datetime, settings: Settings) -> Asks:
    """The signs of an emergency are asked again after high pain, until they were answered safely since."""
    rated = [s for s in history.rated_high() if full.started < s.started <= now]
    signs = {question.id for question in routine.questions if question.kind == "emergency"}
    if not rated or not signs:
        return "all"
    answered = any(
        rated[-1].ended < s.ended <= now and signs <= {q for q, is_safe in s.answers if is_safe}
        for s in history.ended_since(rated[-1].ended)
    )
    return "all" if answered else "emergency"


# what a routine excludes


def _exclusions(routine: Routine) -> Iterator[Exclusion]:
    told = {item.id: item.words for question in routine.questions for item in question.items}
    for each in routine.conditions:
        name = told.get(each.condition, each.condition.replace("-", " "))
        for stretch in each.leave_out:
            yield Exclusion(stretch, each.condition, name, each.cite)
        for stretch, level in each.cap_level:
            yield Exclusion(stretch, each.condition, name, each.cite, level)


def _on_the_floor(routine: Routine, profile: Profile) -> Iterator[Exclusion]:
    """Until the question was asked, nobody is sent to the floor either."""
    if profile.floor is not None and profile.floor.is_open:
        return
    condition = FLOOR if profile.floor else FLOOR_UNASKED
    for stretch in routine.stretches:
        if stretch.posture in ON_THE_FLOOR:
            yield Exclusion(stretch.id, condition, "", ())
