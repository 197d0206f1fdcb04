"""The plan: what to do today, in which order, with which options, and the reason of each line.

A plan is made anew after every log; it decides nothing that a log, an entry or the profile does
not say. Rules of dose and of what is left out stand in `today`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any

from lissom.coach import late_reporting, messages, pending_questions, reasoning
from lissom.coach.day_context import Day, look_at
from lissom.coach.health import ToAsk, to_ask
from lissom.coach.history import AFTER_SESSION, NEXT_MORNING, History, local_day
from lissom.coach.messages import Reason, Say
from lissom.coach.plan_lines import LineKind, NotToday, PlanLine
from lissom.coach.portions import BUDGETS, Portion, choose_sessions, seconds_of
from lissom.coach.profile import Profile
from lissom.coach.restriction_events import Restriction
from lissom.coach.settings import SETTINGS, Settings
from lissom.coach.today import plan_routine
from lissom.machine.options import Options
from lissom.routine.model import Routine
from lissom.routine.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do today. `not_today` are the routines that are closed, done or resting, and why.

    `to_ask` is what must be asked before any of it is started.
    """

    sessions: tuple[PlanLine, ...]
    restrictions: tuple[Restriction, ...] = ()
    reasons: tuple[Reason, ...] = ()
    not_today: tuple[NotToday, ...] = ()
    usual_pain: float | None = None
    to_ask: ToAsk | None = None
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def options(self) -> Mapping[str, Options]:
        """The options of each routine, of those not for today too; a closed one's make a closed machine."""
        today = {line.routine: line.options for line in self.sessions if line.kind == "routine"}
        return today | {line.routine: line.options for line in self.not_today}

    def of(self, routine: str) -> PlanLine | None:
        """Return the line that plays a routine, or None if it is not for today."""
        return next(
            (line for line in self.sessions if line.kind == "routine" and line.routine == routine), None
        )

    def as_json(self, say: Say) -> dict[str, Any]:
        """Return the plan as plain JSON values, in the words of `say`."""
        return {
            "sessions": [line.as_json(say) for line in self.sessions],
            "not_today": [line.as_json(say) for line in self.not_today],
            "restrictions": [restriction_json(r, self.titles, say) for r in self.restrictions],
            "reasons": [reason.as_json(say) for reason in self.reasons],
            "to_ask": None if self.to_ask is None else asdict(self.to_ask),
        }


def plan(
    profile: Profile,
    history: History,
    routines: Iterable[Routine],
    now: datetime,
    *,
    phrases: Phrases,
    portion: Portion | None = None,
    only: str | None = None,
    settings: Settings = SETTINGS,
) -> Plan:
    """Return what to do today, and why; see `plan_on`. `routines` are all that are known."""
    lasts = partial(seconds_of, phrases=phrases, settings=settings)
    return plan_on(look_at(profile, history, routines, now, lasts, settings), portion, only)


def plan_on(day: Day, portion: Portion | None = None, only: str | None = None) -> Plan:
    """Return what to do on a day, and why.

    With `only`, the person asked for this routine: it is planned whether or not it is due, and still
    within what is closed and left out. Without a `portion`, all of a routine is planned, and a part of
    a long one.

    Raises:
        OptionRefused: if a routine does not allow what the person chose for it.
    """
    first = tuple(_first(day))
    found = tuple(_routines(day, portion, only))
    if any(_waits_for_the_answer(day, line) for line in first):
        found = tuple(
            NotToday(each.routine, "rest", each.options, (messages.reason("tell-first"),)) for each in found
        )
    planned = _sitting(day, [line for line in found if isinstance(line, PlanLine)], portion)
    asked = to_ask(_to_start(day, planned, found), day.profile, day.history, day.now, day.settings)
    return Plan(
        sessions=(*first, *_lines(day, planned)),
        restrictions=day.standing.active,
        reasons=(*reasoning.asked_first(asked), *reasoning.of_the_day(day, planned)),
        not_today=tuple(line for line in found if isinstance(line, NotToday)),
        usual_pain=day.usual,
        to_ask=asked,
        titles=day.titles,
    )


def restriction_json(restriction: Restriction, titles: Mapping[str, str], say: Say) -> dict[str, Any]:
    """Return a restriction as plain JSON values, with what lifts it in words."""
    because = restriction.because
    return {
        "target": restriction.target,
        "effect": restriction.effect,
        "cap_level": restriction.cap_level,
        "until": restriction.until,
        "since": restriction.since.isoformat(),
        "because": {
            "log": because.log, "symptom": because.symptom, "stretch": because.stretch,
            "position": because.position, "side": because.side, "question": because.question,
        },
        "text": messages.say_reason(messages.restriction_reason(restriction, titles), say),
        "lifts": messages.say_lifts(restriction, say),
    }  # fmt: skip


def _first(day: Day) -> Iterator[PlanLine]:
    """What comes before any new session: the broken-off one, then the questions about the last."""
    if session := pending_questions.open_session(day.history, day.now):
        kind: LineKind = "go-on" if pending_questions.may_go_on(session, day.now, day.settings) else "close"
        code = "go-on" if kind == "go-on" else "close-open"
        told = messages.reason(code, title=day.title(session.routine), minutes=day.settings.resume_minutes)
        yield PlanLine(kind, session.routine, Options.from_json(session.options), (told,), log=session.id)
    if unnamed := late_reporting.unnamed_session(day.history, day.now, day.settings):
        told = messages.reason(
            "which", title=day.title(unnamed.routine), day=local_day(unnamed.started, day.profile.zone)
        )
        yield PlanLine("which", unnamed.routine, Options.from_json(unnamed.options), (told,), log=unnamed.id)
    if felt := pending_questions.unsettled_day(day.history, day.standing, day.profile.zone, day.now):
        yield _question(day, NEXT_MORNING, messages.reason("next-morning", day=felt))
    if last := pending_questions.unasked_session(day.history, day.profile.zone, day.now, day.settings):
        yield _question(day, AFTER_SESSION, messages.reason("after-session", title=day.title(last.routine)))


def _waits_for_the_answer(day: Day, line: PlanLine) -> bool:
    """Whether it is still to be said what hurt: what is planned depends on it."""
    if line.kind == "go-on":
        return any(session.id == line.log and session.unnamed for session in day.history.unended())
    return line.kind == "which"


def _question(day: Day, screening: LineKind, reason: Reason) -> PlanLine:
    options = Options(emergency=day.profile.emergency, language=day.profile.language)
    return PlanLine(screening, screening, options, (reason,))


def _routines(day: Day, portion: Portion | None, only: str | None) -> Iterator[PlanLine | NotToday]:
    """Each routine the person practises, and after it those it goes with, also once it is done [B10]."""
    chosen = (only,) if only else day.profile.routines or day.settings.first_routines
    mains = [name for name in chosen if name in day.routines]
    seen: set[str] = set(mains)
    for name in mains:
        found = plan_routine(day, day.routines[name], portion, asked=only is not None)
        yield found
        for other in day.routines[name].goes_with:
            if _leads_on(found) and other in day.routines and other not in seen:
                seen.add(other)
                yield plan_routine(day, day.routines[other], portion, beside=name)


def _to_start(day: Day, planned: list[PlanLine], found: Iterable[PlanLine | NotToday]) -> Iterator[Routine]:
    """The routines that are for today, and those that only an answer may have left nothing of."""
    if any(restriction.effect == "close" for restriction in day.standing.active):
        return
    names = {line.routine for line in planned}
    names |= {each.routine for each in found if isinstance(each, NotToday) and each.kind == "closed"}
    yield from (day.routines[line.routine] for line in found if line.routine in names)


def _leads_on(found: PlanLine | NotToday) -> bool:
    """Whether what goes with a routine is for today: with it, or after it was done."""
    return isinstance(found, PlanLine) or found.kind == "done"


def _sitting(day: Day, lines: list[PlanLine], portion: Portion | None) -> list[PlanLine]:
    """Leave what fits into the time of a portion, which is for the whole sitting and not for each routine."""
    lasts = {line.routine: line.seconds or 0 for line in lines}
    beside = {
        other: name for name in lasts for other in day.routines[name].goes_with
        if other in lasts and list(lasts).index(other) > list(lasts).index(name)
    }  # fmt: skip
    done = {name: _last_done(day, name) for name in lasts}
    chosen = choose_sessions(lasts, beside, done, BUDGETS[portion] if portion else None, day.settings)
    return [line for line in lines if line.routine in chosen]


def _last_done(day: Day, routine: str) -> datetime | None:
    """Return when a routine was last worked at, or None."""
    worked = (s.ended for s in reversed(day.history.of(routine)) if s.worked and s.ended <= day.now)
    return next(worked, None)


def _lines(day: Day, planned: list[PlanLine]) -> Iterator[PlanLine]:
    """The sessions in order: one check-in before the first, a short rest before each other."""
    for number, line in enumerate(planned):
        rest = day.settings.rest_between_seconds
        yield replace(line, rest_before=rest, options=replace(line.options, rate=False)) if number else line
