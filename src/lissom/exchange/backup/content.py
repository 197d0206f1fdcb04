"""What a backup holds, as values. Equal content gives equal bytes, whatever the order it came in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lissom.coach.history import Entry
from lissom.exchange.backup.packed import Packed
from lissom.session.log import Log


@dataclass(frozen=True, slots=True)
class Backup:
    """All that is kept of a person.

    `machines` holds the bytes of each machine that was played, by its digest, so that also one that
    this version cannot read comes back as it was; they are kept packed, however they come. `routines`
    holds the files of their own routines by id. `journals` are the ids of the record it was made of: what
    a browser still keeps for one of them may go where the backup is brought back to.
    """

    journals: tuple[str, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    words: frozenset[Entry] = frozenset()
    logs: tuple[Log, ...] = ()
    machines: Packed = field(default_factory=lambda: Packed({}))
    routines: Mapping[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ordered = sorted(self.logs, key=lambda log: (log.started, log.id))
        if len({log.id for log in ordered}) < len(ordered):
            raise ValueError("a session stands twice")
        if missing := {log.machine_digest for log in ordered} - self.machines.keys():
            raise ValueError(f"a machine that was played is missing: {min(missing)}")
        object.__setattr__(self, "logs", tuple(ordered))
