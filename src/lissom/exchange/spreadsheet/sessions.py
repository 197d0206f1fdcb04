"""One line for each session: when, what, how it ended, what was held, how much it hurt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from lissom.exchange.spreadsheet.table import Cell, make_csv
from lissom.exchange.spreadsheet.told import SummarisedLog, local

SESSION_COLUMNS: Final[Mapping[str, Callable[[SummarisedLog], Cell]]] = {
    "session": lambda told: told.log.id,
    "date": lambda told: local(told.log).date().isoformat(),
    "time": lambda told: local(told.log).time().isoformat("seconds"),
    "started": lambda told: local(told.log).isoformat(timespec="seconds"),
    "zone": lambda told: told.log.zone,
    "routine": lambda told: told.log.routine,
    "ended": lambda told: told.summary.ending.kind,
    "minutes": lambda told: round(told.summary.ending.at_ms / 60_000, 1),
    "holds": lambda told: told.summary.done,
    "held_seconds": lambda told: sum(told.summary.held_ms.values()) // 1000,
    "both_sides": lambda told: told.summary.both_sides,
    "pain_before": lambda told: _rated(told, "before"),
    "pain_after": lambda told: _rated(told, "after"),
    "felt": lambda told: _first(told, "symptom"),
    "felt_stretch": lambda told: _first(told, "stretch"),
    "felt_position": lambda told: _first(told, "position"),
    "felt_side": lambda told: _first(told, "side"),
    "level": lambda told: _option(told, "level"),
}


def sessions_csv(sessions: Iterable[SummarisedLog], language: str = "en") -> str:
    """Return the table of sessions, in the order given, for a spreadsheet in a language."""
    return make_csv(SESSION_COLUMNS, sessions, language)


def _rated(told: SummarisedLog, when: str) -> int | None:
    """The last rating of its kind: it is the one that stands."""
    values = [rating.value for rating in told.log.ratings if rating.when == when]
    return values[-1] if values else None


def _first(told: SummarisedLog, part: str) -> str | None:
    return getattr(told.summary.felt[0], part) if told.summary.felt else None


def _option(told: SummarisedLog, name: str) -> int | None:
    value = told.log.options.get(name)
    return value if isinstance(value, int) else None
