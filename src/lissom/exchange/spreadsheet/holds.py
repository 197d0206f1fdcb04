"""One line for each hold: where, on which side, for how long, and whether anything broke it off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from lissom.exchange.spreadsheet.table import Cell, make_csv
from lissom.exchange.spreadsheet.told import SummarisedLog, local
from lissom.session.summary import HoldRecord


@dataclass(frozen=True, slots=True)
class _Held:
    """A hold and the session it belongs to."""

    told: SummarisedLog
    hold: HoldRecord


HOLD_COLUMNS: Final[Mapping[str, Callable[[_Held], Cell]]] = {
    "session": lambda held: held.told.log.id,
    "date": lambda held: local(held.told.log, held.hold.at_ms).date().isoformat(),
    "time": lambda held: local(held.told.log, held.hold.at_ms).time().isoformat("seconds"),
    "started": lambda held: local(held.told.log, held.hold.at_ms).isoformat(timespec="seconds"),
    "zone": lambda held: held.told.log.zone,
    "routine": lambda held: held.told.log.routine,
    "stretch": lambda held: held.hold.stretch,
    "position": lambda held: held.hold.position,
    "side": lambda held: held.hold.side,
    "level": lambda held: held.hold.level,
    "seconds": lambda held: round(held.hold.held_ms / 1000, 1),
    "whole": lambda held: held.hold.is_full,
}


def holds_csv(sessions: Iterable[SummarisedLog], language: str = "en") -> str:
    """Return the table of holds, session by session, each in the order in which it was done."""
    rows = (_Held(told, hold) for told in sessions for hold in told.summary.holds)
    return make_csv(HOLD_COLUMNS, rows, language)
