"""On which days and at which times a routine is practised, within its dose. Never more than that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from typing import Final, TypeVar

from lissom.errors import LissomError
from lissom.routine.model import Dose, Range

Each = TypeVar("Each")

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# Days spread over the week, for each number of them. Ours, a convention: docs/conventions.md
_SPREAD: Final = {
    1: ("wed",),
    2: ("mon", "thu"),
    3: ("mon", "wed", "fri"),
    4: ("mon", "tue", "thu", "sat"),
    5: ("mon", "tue", "wed", "fri", "sat"),
    6: ("mon", "tue", "wed", "thu", "fri", "sat"),
    7: DAYS,
}
_TIMES: Final = {1: (time(18),), 2: (time(10), time(18)), 3: (time(10), time(14), time(18))}


class CalendarRefused(LissomError):
    """Days or times that cannot be. No calendar was made."""


@dataclass(frozen=True, slots=True)
class Practice:
    """A routine with its days and times. It takes `minutes`; `address` starts it, where there is one."""

    routine: str
    title: str
    days: tuple[str, ...]
    times: tuple[time, ...]
    minutes: int
    about: str
    address: str


def read_days(text: str) -> tuple[str, ...]:
    """Return the days of `mon,wed,fri`, in the week's order.

    Raises:
        CalendarRefused: if one is no day, or there is none.
    """
    named = [part.strip().lower() for part in text.split(",") if part.strip()]
    wrong = [day for day in named if day not in DAYS]
    if wrong or not named:
        raise CalendarRefused(f"{text!r}: not days of the week", f"choose from: {', '.join(DAYS)}")
    return tuple(day for day in DAYS if day in named)


def read_times(text: str) -> tuple[time, ...]:
    """Return the times of `08:00,18:00`, the earliest first.

    Raises:
        CalendarRefused: if one is no time, or there is none.
    """
    try:
        times = sorted({time.fromisoformat(part.strip()) for part in text.split(",") if part.strip()})
    except ValueError:
        times = []
    if not times or any(each != each.replace(second=0, microsecond=0, tzinfo=None) for each in times):
        raise CalendarRefused(f"{text!r}: not times of day", "write hours and minutes, such as 08:00,18:00")
    return tuple(times)


def usual_days(dose: Dose) -> tuple[str, ...]:
    """Return the days that a dose comes to where nothing was chosen."""
    return _SPREAD[min(dose.sessions_a_week.usual, len(DAYS))]


def usual_times(dose: Dose) -> tuple[time, ...]:
    """Return the times that a dose comes to where nothing was chosen."""
    return _TIMES[min(dose.sessions_a_day.usual, len(_TIMES))]


def within_dose(
    title: str, dose: Dose, days: Iterable[str] | None, times: Iterable[time] | None
) -> tuple[tuple[str, ...], tuple[time, ...]]:
    """Return the days and times to practise a routine; None stands for what the dose comes to.

    Raises:
        CalendarRefused: if they are more than the dose.
    """
    on = usual_days(dose) if days is None else tuple(days)
    at = usual_times(dose) if times is None else tuple(times)
    _refuse_more(title, "days a week", len(on), dose.sessions_a_week)
    _refuse_more(title, "times a day", len(at), dose.sessions_a_day)
    return on, at


def within_chosen(
    dose: Dose, days: tuple[str, ...] | None, times: tuple[time, ...] | None
) -> tuple[tuple[str, ...], tuple[time, ...]]:
    """Return as much of some days and times as a dose allows, spread evenly over them.

    For what was chosen once for several routines: one of them may be meant for fewer days.
    """
    return (
        _spread(days or usual_days(dose), dose.sessions_a_week.most),
        _spread(times or usual_times(dose), dose.sessions_a_day.most),
    )


def _spread(found: tuple[Each, ...], most: int) -> tuple[Each, ...]:
    count = min(most, len(found))
    return tuple(found[number * len(found) // count] for number in range(count))


def _refuse_more(title: str, what: str, chosen: int, allowed: Range) -> None:
    if chosen > allowed.most:
        dose = allowed.most if allowed.least == allowed.most else f"{allowed.least} to {allowed.most}"
        raise CalendarRefused(
            f"{title} is meant for {dose} {what}, and these are {chosen}", "choose fewer; more is not better"
        )
