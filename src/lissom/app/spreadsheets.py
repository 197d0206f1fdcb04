"""A person's sessions as tables, and their logs as they are; what a table looks like is `exchange.sheet`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from lissom.app.person import Desk
from lissom.app.ports import UnknownMachine
from lissom.exchange.spreadsheet import SummarisedLog, holds_csv, sessions_csv
from lissom.machine.codec import MachineFormatError
from lissom.session import codec
from lissom.session.replay import LogRefused

SHEETS: Final[Mapping[str, Callable[[Iterable[SummarisedLog], str], str]]] = {
    "sessions": sessions_csv,
    "holds": holds_csv,
}


def sheet_of(desk: Desk, name: str) -> str:
    """Return one of `SHEETS` as CSV in the person's language, the earliest session first."""
    return SHEETS[name](_told(desk), desk.profile.language)


def logs_json(desk: Desk) -> bytes:
    """Return every log as JSON, the earliest session first."""
    found = [codec.as_json(log) for log in desk.journal.logs()]
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def _told(desk: Desk) -> Iterator[SummarisedLog]:
    for log in desk.logs:
        try:
            yield SummarisedLog(log, desk.summary(log))
        except (LogRefused, UnknownMachine, MachineFormatError):
            continue  # the backup has it; a table can only tell what is understood
