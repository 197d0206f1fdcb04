"""Playing a plan's sessions: each machine compiled, recorded, played, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lissom.app.machines import machine_for
from lissom.cli.desk import CommandDesk
from lissom.cli.output import count_of
from lissom.errors import LissomError
from lissom.machine.codec import machine_digest
from lissom.machine.model import SYMPTOM_EVENTS
from lissom.session.bounds import is_of_our_time
from lissom.session.log import Entry, Log, Rating
from lissom.session.ratings import when_rated

if TYPE_CHECKING:
    from lissom.app.ports import Store
    from lissom.coach.plan_lines import PlanLine
    from lissom.machine.model import Machine
    from lissom.terminal.player import SessionResult
    from lissom.terminal.voice import Voice


@dataclass(frozen=True, slots=True)
class Manner:
    """How to play: in lines or on a whole screen, with which voice, how fast."""

    voice: Voice
    plain: bool = False
    speed: float = 1.0
    language: str | None = None  # where it is not the person's own setting


@contextmanager
def closing_voice(manner: Manner) -> Iterator[Manner]:
    """Let the voice of a sitting fall silent when it is over, however it ends."""
    try:
        yield manner
    finally:
        manner.voice.close()


def rehearse(machine: Machine, manner: Manner) -> SessionResult:
    """Play a machine without a record: it counts as nothing."""
    return _play(machine, manner, record=lambda _: None)


def play_line(desk: CommandDesk, line: PlanLine, manner: Manner, usual_pain: float | None) -> SessionResult:
    """Play one line of a plan, recorded from its first moment on.

    Raises:
        LissomError: if what happened could not be saved.
    """
    machine = machine_for(line.routine, line.options)
    log = _begin(desk, machine)
    usual = None if usual_pain is None else round(usual_pain)
    return _play(machine, manner, record=_recorder(desk.journal, log), brief=line.brief, usual_pain=usual)


def go_on(desk: CommandDesk, log: Log, manner: Manner) -> SessionResult:
    """Go on with a session that was broken off, from its last ready, switch or rest."""
    machine = desk.journal.machine(log.machine_digest)
    at_ms = log.at_ms(datetime.now(UTC))
    return _play(machine, manner, record=_recorder(desk.journal, log), resume_from=log.events, start_ms=at_ms)


def _begin(desk: CommandDesk, machine: Machine) -> Log:
    from uuid6 import uuid7

    started = datetime.now(UTC)
    started = started.replace(microsecond=started.microsecond // 1000 * 1000)
    if not is_of_our_time(started):
        raise LissomError(
            f"the clock of this computer says that it is {started:%Y-%m-%d}: nothing was started",
            "set it, and start again: what you may do depends on what you felt and when",
        )
    log = Log(
        str(uuid7()),
        machine.routine,
        machine.digest,
        machine_digest(machine),
        machine.options,
        started,
        desk.zone,
    )
    desk.journal.begin(log, machine)
    return log


def _recorder(journal: Store, log: Log) -> Callable[[Entry | Rating], None]:
    count = len(log.events)

    def record(what: Entry | Rating) -> None:
        nonlocal count
        if isinstance(what, Rating):
            journal.rate(log.id, what)
        else:
            journal.append(log.id, count, what)
            count += 1

    return record


def _play(
    machine: Machine,
    manner: Manner,
    *,
    record: Callable[[Entry | Rating], None],
    brief: bool = False,
    usual_pain: int | None = None,
    resume_from: tuple[Entry, ...] = (),
    start_ms: int = 0,
) -> SessionResult:
    from lissom.terminal.clock import SessionClock
    from lissom.terminal.pictures import draw_pose
    from lissom.terminal.play import play

    played = play(
        machine,
        record=record,
        clock=SessionClock(manner.speed, start_ms),
        voice=manner.voice,
        plain=manner.plain,
        brief=brief,
        usual_pain=usual_pain,
        when=when_rated(machine.routine),
        resume_from=resume_from,
        picture=draw_pose,
    )
    if played.unsaved:
        raise _not_saved(machine, played)
    return played


def _not_saved(machine: Machine, played: SessionResult) -> LissomError:
    """Say what could not be saved. A symptom among it must then be remembered by the person."""
    kept = "what was recorded before is kept; `lissom where` names the folder: is its disk full?"
    for what in played.unsaved:
        if isinstance(what, Entry) and what.event in SYMPTOM_EVENTS:
            stretch = machine.states[what.state].stretch or "all stretches"
            return LissomError(
                f"the {what.event} you told of could NOT be saved: the next session will not know of it",
                f"write it down, and leave {stretch} out until it has settled (--without {stretch}); {kept}",
            )
    return LissomError(
        f"{count_of(len(played.unsaved), 'event')} at the end of this session could not be saved", kept
    )
