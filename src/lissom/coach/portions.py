"""*2 minutes, 6 minutes, all*: how long a session takes, and which stretches fit a given time [B9].

What is longest undone comes first, so that small portions over a day make the whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from lissom.coach.settings import SETTINGS, Settings
from lissom.machine.compile import compile_routine
from lissom.machine.model import Machine
from lissom.machine.options import Options
from lissom.routine.model import Routine
from lissom.routine.phrases import Phrases
from lissom.session.route import route

Portion = Literal["2 minutes", "6 minutes", "all"]
BUDGETS: Mapping[Portion, int | None] = {"2 minutes": 120, "6 minutes": 360, "all": None}  # seconds

_PERSONS = frozenset({"ask", "rate"})  # how long these last is the person's own affair


@dataclass(frozen=True, slots=True)
class PortionStretches:
    """The stretches of a portion, in the routine's order, and whether they fit its time."""

    stretches: tuple[str, ...]
    fits: bool = True


def duration(routine: Routine, options: Options, phrases: Phrases, settings: Settings = SETTINGS) -> int:
    """Return how many seconds a session takes if all goes as planned."""
    return sum(seconds_of(routine, options, phrases, settings).values())


def seconds_of(
    routine: Routine, options: Options, phrases: Phrases, settings: Settings = SETTINGS
) -> dict[str | None, int]:
    """Return the seconds of each stretch if all goes as planned."""
    return seconds_by_stretch(compile_routine(routine, options, phrases), settings)


def seconds_by_stretch(machine: Machine, settings: Settings = SETTINGS) -> dict[str | None, int]:
    """Return the seconds on the plain path of a machine: no offer taken, all answers safe.

    Under None stands what belongs to no stretch. What waits for the person counts as a setting says.
    """
    seconds: dict[str | None, int] = {}
    for name in route(machine, machine.start):
        state = machine.states[name]
        waits = state.kind in _PERSONS or (state.seconds is None and state.kind != "end")
        lasts = settings.waiting_seconds if waits else state.seconds or 0
        seconds[state.stretch] = seconds.get(state.stretch, 0) + lasts
    return seconds


def choose(
    stretches: Sequence[str],
    seconds: Mapping[str | None, int] | Mapping[str, int],
    done: Mapping[str, datetime | None],
    undone_today: frozenset[str],
    budget: int | None,
    settings: Settings = SETTINGS,
) -> PortionStretches:
    """Choose from a routine's open stretches those longest undone that fit into the budget.

    The budget is for the stretches themselves, in seconds. While some are still undone today, only
    those are chosen from. If not even one fits, the first is chosen alone: no portion is empty.
    """
    if budget is None or not stretches:
        return PortionStretches(tuple(stretches))
    candidates = [name for name in stretches if name in undone_today] or list(stretches)
    by_age = sorted(candidates, key=lambda name: _age_key(done.get(name)))
    picked, left = set[str](), budget * (100 + settings.portion_slack_percent) // 100
    for name in by_age:
        if seconds.get(name, 0) <= left:
            picked.add(name)
            left -= seconds.get(name, 0)
    if not picked:
        return PortionStretches((by_age[0],), fits=False)
    return PortionStretches(tuple(name for name in stretches if name in picked))


def choose_sessions(
    lasts: Mapping[str, int],
    beside: Mapping[str, str],
    done: Mapping[str, datetime | None],
    budget: int | None,
    settings: Settings = SETTINGS,
) -> tuple[str, ...]:
    """Choose from a day's routines, with their seconds, those that fit into one sitting of that budget.

    What is longest undone comes first; a routine that stands `beside` another comes only with it. If
    not even one fits, the shortest is chosen alone.
    """
    if budget is None or not lasts:
        return tuple(lasts)
    mains = [name for name in lasts if name not in beside]
    fitting = choose(mains, lasts, done, frozenset(mains), budget, settings)
    if not fitting.fits:
        return (min(mains, key=lasts.__getitem__),)
    left = budget - sum(lasts[name] for name in fitting.stretches)
    along = [name for name, main in beside.items() if main in fitting.stretches and lasts[name] <= left]
    return tuple(name for name in lasts if name in fitting.stretches or name in along[:1])


def _age_key(when: datetime | None) -> float:
    return float("-inf") if when is None else when.timestamp()
