"""The pack (`lissom-pack/1`): all that the player needs to go on with no server for a while.

Today's plans, a machine for each level that the person may come to, and what is closed. It decides
nothing: the plans are the coach's and the machines the compiler's. How machines are made small is
`compact`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from lissom.app.late_reports import to_be_told
from lissom.app.machines import machine_for
from lissom.app.person import Desk
from lissom.catalogues import catalogue
from lissom.coach import health
from lissom.coach.day_context import titles_of
from lissom.coach.history import AFTER_SESSION, NEXT_MORNING, local_day
from lissom.coach.messages import Say, name_of
from lissom.coach.plan import Plan, restriction_json
from lissom.coach.plan_lines import PlanLine
from lissom.coach.portions import Portion
from lissom.coach.settings import SETTINGS
from lissom.content import library
from lissom.machine import codec as machines
from lissom.machine.closed_routine import closed_states
from lissom.machine.model import Machine
from lissom.machine.options import Options, settle_options
from lissom.session import codec as logs
from lissom.web.api.answers import answer
from lissom.web.api.compact import Shared, key_of
from lissom.web.api.history_extract import past_json
from lissom.web.request import desk_of

FORMAT: Final = "lissom-pack/1"
PORTIONS: Final[Mapping[str, Portion | None]] = {
    "today": None, "all": "all", "6": "6 minutes", "2": "2 minutes",
}  # fmt: skip
SCREENINGS: Final = (AFTER_SESSION, NEXT_MORNING)


@require_safe
@ensure_csrf_cookie
def show(request: HttpRequest) -> HttpResponse:
    """Answer with the pack of now. A browser keeps it with what happened, and nowhere else."""
    return answer(make_pack(desk_of(request)))


def make_pack(desk: Desk) -> dict[str, Any]:
    """Return the pack of a desk as plain JSON values."""
    broken_off = _broken_off(desk)
    plans = _plans(desk)
    shared = Shared()
    compact = {name: _compact(shared, found) for name, found in _machines(desk, plans.values()).items()}
    language, emergency = desk.profile.language, desk.profile.emergency
    return {
        "format": FORMAT,
        "journals": desk.journal.ids(),
        "made": logs.write_moment(desk.now),
        "day": local_day(desk.now, desk.zone).isoformat(),
        "good_until": _good_until(desk, plans.values()),
        "zone": desk.zone,
        "language": language,
        "plans": {name: _plan_json(desk, plan) for name, plan in plans.items()},
        "machines": compact,
        "closed": shared.compact_closed(closed_states(library.phrases(language), emergency)),
        "standing": _standing(desk),
        "broken_off": broken_off,
        "to_tell": _to_tell(desk),
        "playing": sorted(desk.journal.played()),
        "voice": _voice(desk.values),
        "emergency": emergency,
        "clinic": {name: desk.values.get(f"clinic-{name}", "") for name in ("name", "phone", "email")},
        "shared": shared.parts,
    }


# plans


def _plans(desk: Desk) -> dict[str, Plan]:
    """Return the plan of each address at which the player may be opened."""
    plans = {name: desk.plan(portion) for name, portion in PORTIONS.items()}
    return plans | {f"only:{routine.id}": desk.plan(only=routine.id) for routine in desk.routines}


def _plan_json(desk: Desk, plan: Plan) -> dict[str, Any]:
    say = _say(desk)
    return {
        "lines": [_line_json(desk, line) for line in plan.sessions],
        "not_today": [line.as_json(say) | {"title": _title(desk, line.routine)} for line in plan.not_today],
        "reasons": [reason.as_json(say) for reason in plan.reasons],
        "asks_first": plan.to_ask is not None,
        "usual_pain": None if plan.usual_pain is None else round(plan.usual_pain),
    }


def _line_json(desk: Desk, line: PlanLine) -> dict[str, Any]:
    options = _settled(desk, line.routine, line.options)
    return line.as_json(_say(desk)) | {
        "title": _title(desk, line.routine),
        "options": options.as_json(),
    }


def _say(desk: Desk) -> Say:
    return catalogue(desk.profile.language).say


def _settled(desk: Desk, routine: str, options: Options) -> Options:
    """Return options as they stand in the machine that is made with them."""
    known = {each.id: each for each in desk.routines}
    return settle_options(known[routine], options) if routine in known else options


def _title(desk: Desk, routine: str) -> str:
    """Return a title; of a routine that was taken away since, its id as words."""
    titles = {each.id: each.title for each in desk.routines}
    if routine not in titles and routine not in SCREENINGS:
        return name_of(routine)
    return titles.get(routine) or library.screening(routine, desk.profile.language).title


def _good_until(desk: Desk, plans: Iterable[Plan]) -> str | None:
    """Return when the first of what the plans rest on is too old: a screening, the health list, the floor."""
    held = {options.screened for plan in plans for options in plan.options.values()}
    since = [session.started for session in desk.history.sessions if session.id in held]
    ends = [at + timedelta(days=SETTINGS.screening_days) for at in since]
    if told := health.good_until(desk.profile, desk.history, desk.now):
        ends.append(told)
    return logs.write_moment(min(ends)) if ends else None


# machines


def _machines(desk: Desk, plans: Iterable[Plan]) -> dict[str, dict[str, Machine]]:
    """Return the machines of each routine by key, nothing left out, and those of the questions."""
    chosen: dict[str, list[Options]] = {}
    for plan in plans:
        for routine, options in plan.options.items():
            chosen.setdefault(routine, []).append(options)
    asked = Options(emergency=desk.profile.emergency, language=desk.profile.language)
    return {routine: _by_key(routine, options) for routine, options in sorted(chosen.items())} | {
        name: {"1": machine_for(name, asked)} for name in SCREENINGS
    }


def _by_key(routine: str, chosen: list[Options]) -> dict[str, Machine]:
    """Return a machine for each level up to the highest that any plan plays, with and without the rating.

    Between plans only the level, what is left out and the rating differ. What happens with no server
    may lower the level, and make a later session of a plan the first, which asks for the pain.
    """
    top = max(options.level for options in chosen)
    ways = [
        replace(chosen[0], without=(), level=level, rate=rate)
        for rate in _rates(chosen)
        for level in range(top + 1)
    ]
    return {key_of(options.as_json()): machine_for(routine, options) for options in ways}


def _rates(chosen: list[Options]) -> list[bool]:
    return sorted({options.rate for options in chosen}, reverse=True)


def _compact(shared: Shared, machines: Mapping[str, Machine]) -> dict[str, Any]:
    """Return machines by key; one with the states of an earlier one stands as that one's key."""
    written: dict[str, Any] = {}
    for key, machine in machines.items():
        same = (other for other in written if machines[other].states == machine.states)
        written[key] = next(same, None) or shared.compact(machine)
    return written


# what was known when it was made


def _standing(desk: Desk) -> dict[str, Any]:
    """Return what is closed, and all that a fold needs to come to the same and to go on from there."""
    titles, say = titles_of(desk.routines), _say(desk)
    active = desk.standing.active
    return {
        "active": [restriction_json(r, titles, say) | {"day": r.day.isoformat()} for r in active],
        **past_json(desk.history, desk.now, desk.zone, desk.neck),
    }


def _broken_off(desk: Desk) -> dict[str, Any] | None:
    """Return the session that was broken off in another player, with its machine, to go on with here."""
    log = desk.journal.open_session(desk.now)
    if log is None:
        return None
    machine = desk.journal.machine(log.machine_digest)
    return {"log": logs.as_json(log), "machine": machines.as_json(machine)}


def _to_tell(desk: Desk) -> dict[str, Any] | None:
    """Return where something hurt and it was never said what, with what each answer takes."""
    asking = to_be_told(desk)
    if asking is None or asking.kind != "which":
        return None
    spot = asking.spots[0]
    thens = {symptom: machines.part_json(then) for symptom, then in spot.thens.items()}
    place = {"stretch": spot.stretch, "position": spot.position, "side": spot.side}
    return {"about": asking.about, **place, "thens": thens}


def _voice(values: Mapping[str, str]) -> dict[str, Any]:
    """Return how the person wants to be spoken to; what was never set is left to the player."""
    numbers = {"rate": "voice-rate", "volume": "volume"}
    return {
        "on": values.get("voice", "on") == "on",
        "chimes_only": values.get("chimes-only", "off") == "on",
        **{name: int(values[setting]) for name, setting in numbers.items() if values.get(setting)},
    }
