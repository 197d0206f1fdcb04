"""Whole sessions, played as fast as their timers allow, for whoever measures what is done with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache

from lissom.content import library
from lissom.exchange.backup import Backup, Packed
from lissom.machine.codec import dumps, machine_digest
from lissom.machine.compile import compile_routine, compile_screening
from lissom.machine.model import Machine
from lissom.machine.options import Options
from lissom.session.live_session import LiveSession
from lissom.session.log import Entry, Log, Rating

STARTED = datetime(2021, 1, 4, 8, tzinfo=UTC)
TO_THE_NEXT_SCREENING = 30  # sessions: a month of them
ANSWERS = {"ask": "no", "rate": "ok", "ready": "next"}


def entries_of(machine: Machine) -> tuple[Entry, ...]:
    """Return what is recorded of a whole session."""
    course, now = LiveSession.begin(machine), 0
    while not course.is_over:
        answer = ANSWERS.get(course.state.kind)
        if answer in course.events and (course.due_ms is None or answer == "ok"):
            now += 1000
            course = course.apply(answer, now)
        else:
            now = course.due_ms or now
            course = course.wake(now)
    return course.entries


def years_of_practice(count: int) -> Backup:
    """Return so many sessions of all routines in turn. Every month the questions come before them, and
    name them: each month has machines of its own."""
    logs = tuple(_logs(count))
    played = {log.machine_digest: (log.routine, log.options["screened"]) for log in logs}
    return Backup(
        logs=logs, machines=Packed.of((digest, dumps(_machine(*made))) for digest, made in played.items())
    )


def _logs(count: int) -> Iterator[Log]:
    names, screened = library.shipped_ids(), None
    played: dict[str, tuple[Entry, ...]] = {}  # by routine: a screening before it changes nothing in it
    for number in range(count):
        log_id = f"{number:08x}-0000-7000-8000-000000000000"
        if number % TO_THE_NEXT_SCREENING == 0:
            name, asked, screened = "red-flags", None, log_id
        else:
            name, asked = names[number % len(names)], screened
        machine = _machine(name, asked)
        if name not in played:
            played[name] = entries_of(machine)
        yield Log(
            log_id, name, machine.digest, _digest(name, asked), machine.options,
            STARTED + timedelta(hours=20 * number), "Europe/Berlin", played[name],
            tuple(Rating("before", each.at_ms, 3) for each in played[name] if each.event == "ok"),
        )  # fmt: skip


@cache
def _machine(name: str, screened: str | None) -> Machine:
    options = Options(screened=screened)
    if name in library.shipped_ids():
        return compile_routine(library.routine(name), options, library.phrases())
    return compile_screening(library.screening(name), options, library.phrases())


@cache
def _digest(name: str, screened: str | None) -> str:
    return machine_digest(_machine(name, screened))
