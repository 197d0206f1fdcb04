"""One session in words: what was held, what was felt and advised, what has been left out since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lissom.app.person import Desk
from lissom.app.ports import UnknownMachine, UnknownSession
from lissom.coach.history import session_of_replay
from lissom.coach.messages import restriction_reason, say_reason
from lissom.extras import has
from lissom.machine.codec import MachineFormatError
from lissom.machine.model import Machine
from lissom.session.log import Log
from lissom.session.replay import LogRefused, Replay, replay
from lissom.session.summary import Summary, SymptomFelt, summarize_replay
from lissom.web import faults
from lissom.web.home.days import Speech, clock
from lissom.web.home.session_line import came_to, last_rating
from lissom.web.request import desk_of


@dataclass(frozen=True, slots=True)
class HeldTold:
    """The whole time held on one side of a stretch, and in how many holds."""

    stretch: str
    side: str
    holds: int
    time: str


@dataclass(frozen=True, slots=True)
class StepTold:
    """One event of the log."""

    time: str
    place: str
    event: str


@require_safe
def show(request: HttpRequest, log_id: str) -> HttpResponse:
    """Show the page of a session."""
    desk = desk_of(request)
    try:
        log = desk.journal.log(log_id)
    except UnknownSession:
        return faults.not_found(request)
    speech = Speech(desk)
    told = {"here": "progress", "log": log, "title": speech.title(log.routine)}
    if any(each.log == log.id for each in desk.past.set_aside):
        return render(request, "pages/session.html", told | {"is_set_aside": True})
    told["when"] = speech.moment(log.started, log.zone)
    return render(request, "pages/session.html", told | _came_to(desk, log, speech))


def _came_to(desk: Desk, log: Log, speech: Speech) -> dict[str, Any]:
    """Return what a session came to, or that this version cannot read it."""
    try:
        machine = desk.journal.machine(log.machine_digest)
        played = replay(log, machine)
    except (LogRefused, UnknownMachine, MachineFormatError):
        return {"is_unread": True}
    summary, session = summarize_replay(log, played), session_of_replay(log, played)
    outcome = session.outcome
    return {
        "lasted": speech.length(summary.ending.at_ms),
        "line": came_to(session, speech),
        "before": last_rating(session, "before"),
        "after": last_rating(session, "after"),
        "held": tuple(_held(summary, speech)),
        "has_fit": has("fit"),
        "felt": tuple(_felt(felt, speech) for felt in summary.felt),
        "advice": outcome.advice if outcome and outcome.kind != "finished" else None,
        "left_out": tuple(_left_out(desk, log, speech)),
        "steps": tuple(_steps(log, played, machine, speech)),
    }


def _held(summary: Summary, speech: Speech) -> Iterator[HeldTold]:
    places: dict[tuple[str, str | None], list[int]] = {}
    for hold in summary.holds:
        places.setdefault((hold.stretch or "", hold.side), []).append(hold.held_ms)
    for (stretch, side), lengths in places.items():
        yield HeldTold(
            speech.titles.get(stretch, stretch),
            speech.say(f"session-{side}" if side else "session-no-side"),
            len(lengths),
            clock(sum(lengths)),
        )


def _felt(felt: SymptomFelt, speech: Speech) -> str:
    symptom = speech.symptom(felt.symptom)
    if felt.stretch is None:
        return speech.say("session-felt-early", symptom=symptom)
    place = speech.place(felt.stretch, felt.position, felt.side)
    return speech.say("session-felt", symptom=symptom, place=place, after=clock(felt.at_ms))


def _left_out(desk: Desk, log: Log, speech: Speech) -> Iterator[str]:
    """What is left out now because of this session."""
    for restriction in desk.standing.active:
        if restriction.because.log == log.id:
            yield say_reason(restriction_reason(restriction, speech.titles), speech.say)


def _steps(log: Log, played: Replay, machine: Machine, speech: Speech) -> Iterator[StepTold]:
    for entry in log.events:
        state = machine.states[entry.state]
        side = speech.say(f"session-{state.side}") if state.side else ""
        yield StepTold(
            clock(entry.at_ms),
            ", ".join(filter(None, (state.cue.title, side))),
            speech.say(f"session-event-{entry.event}"),
        )
