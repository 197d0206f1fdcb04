"""Time and size of what leaves for others, and of a backup: FHIR of 300 sessions, an activity file."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bench.backup import measure_backup
from bench.measure import busy, median_process_seconds, median_seconds, print_table
from bench.sessions import entries_of
from lissom.content import library
from lissom.exchange.fhir import (
    Json,
    PlayedSession,
    anonymous_subject,
    make_bundle,
    plan_definition,
    session_resources,
)
from lissom.exchange.fhir import write as write_fhir
from lissom.exchange.fit import workout_of, write_activity
from lissom.machine.codec import machine_digest
from lissom.machine.compile import compile_routine
from lissom.machine.model import Machine
from lissom.machine.options import Options
from lissom.session.log import Log, Rating

ROUTINE = "back-spasm"
SESSIONS = 300
STARTED = datetime(2026, 1, 5, 8, tzinfo=UTC)


def main() -> None:
    """Measure each way out, and print the table."""
    routine = library.routine(ROUTINE)
    machine = compile_routine(routine, Options(), library.phrases())
    logs = _logs(machine)
    subject = anonymous_subject("bench")

    def resources() -> list[Json]:
        return [
            each for log in logs for each in session_resources(PlayedSession(log, machine, routine), subject)
        ]

    made, workout = resources(), workout_of(logs[0], machine)
    ways: dict[str, Callable[[], bytes]] = {
        f"FHIR: {SESSIONS} sessions to resources": lambda: json.dumps(resources()).encode(),
        f"FHIR: {len(made)} resources checked, and written": lambda: write_fhir(make_bundle(made)),
        "FHIR: one routine": lambda: write_fhir(make_bundle([plan_definition(routine)])),
        "FIT: one session": lambda: write_activity(workout, routine.title, lambda lap: lap.stretch),
    }
    rows = [(name, f"{median_seconds(way, 3) * 1e3:.0f}", f"{len(way()):,}") for name, way in ways.items()]
    print_table(("of", "ms", "bytes"), rows)
    bare = median_process_seconds([sys.executable, "-c", "import lissom.exchange.fhir"], {}, 3)
    with_models = median_process_seconds(
        [sys.executable, "-c", "import lissom.exchange.fhir, fhir.resources.R4B.plandefinition"], {}, 3
    )
    print(
        f"a process that imports our part: {bare * 1e3:.0f} ms; "
        f"with fhir.resources: {with_models * 1e3:.0f} ms"
    )
    measure_backup()
    print(busy())


def _logs(machine: Machine) -> list[Log]:
    """Return the same whole session on many days."""
    entries = entries_of(machine)
    first = Log(
        "00000000-0000-7000-8000-000000000000", machine.routine, machine.digest, machine_digest(machine),
        machine.options, STARTED, "Europe/Berlin", entries, (Rating("before", 0, 3), Rating("after", 0, 2)),
    )  # fmt: skip
    return [
        replace(
            first, id=f"{number:08x}-0000-7000-8000-000000000000", started=STARTED + timedelta(days=number)
        )
        for number in range(SESSIONS)
    ]
