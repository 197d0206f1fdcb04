"""What the person was told to do, each time once, as a Communication.

It was shown and spoken; nobody knows whether it was followed. An advice that the person left before it
came is told too, as one that was not given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lissom.exchange.fhir.addresses import stable_id
from lissom.exchange.fhir.elements import Json, concept, reference, told
from lissom.exchange.fhir.played_session import PlayedSession
from lissom.exchange.fhir.subject import Subject
from lissom.session.path import ELAPSED


@dataclass(frozen=True, slots=True)
class AdviceGiven:
    """An advice: the state that gives it, when it came, and which of the symptoms it is about, by number.

    `at_ms` is None for one that never came. One that is about no symptom follows what `after` names: an
    answer, or that the pain was high; with neither, the session began with it.
    """

    state: str
    at_ms: int | None
    about: tuple[int, ...]
    after: str | None = None


def advice_of(played: PlayedSession) -> Iterator[AdviceGiven]:
    """Return the advice of a session: what was given, in its order, and then what was not reached."""
    felt = played.summary.felt
    waiting = {
        number: state for number in range(len(felt)) if (state := _leads_to(played, number)) is not None
    }
    for state, at_ms, after in _given(played, frozenset(waiting.values())):
        own = tuple(n for n, due in waiting.items() if due == state and felt[n].at_ms <= at_ms)
        waiting = {n: due for n, due in waiting.items() if n not in own}
        before = [n for n, each in enumerate(felt) if each.at_ms <= at_ms]
        yield AdviceGiven(state, at_ms, own or tuple(before[-1:]), after)
    for state in dict.fromkeys(waiting.values()):
        yield AdviceGiven(state, None, tuple(n for n, due in waiting.items() if due == state))


def communication(
    played: PlayedSession, subject: Subject, advice: AdviceGiven, about: list[Json], done: Json | None
) -> Json:
    """Return an advice as a Communication about resources, part of a Procedure if there is one."""
    came = advice.at_ms is not None
    words = played.machine.states[advice.state].cue.say
    return told(
        resourceType="Communication",
        id=stable_id(played.log.id, "advised", advice.state),
        language=played.language,
        partOf=[reference(done)] if done else None,
        status="completed" if came else "not-done",
        statusReason=None if came else concept("The session was left before the advice"),
        category=[concept("Advice after a stop")],
        priority="stat" if played.came_to == "emergency" else None,
        subject=subject.reference,
        about=[reference(each) for each in about],
        sent=None if advice.at_ms is None else played.at(advice.at_ms),
        recipient=[subject.reference],
        sender={"display": "Lissom"},
        payload=[{"contentString": words}] if words else None,
    )


def _given(played: PlayedSession, due: frozenset[str]) -> Iterator[tuple[str, int, str | None]]:
    """The states that gave advice, each with its time and what led to it; one gone on from counts once."""
    seen: set[str] = set()
    after: str | None = None
    for visit in played.replay.visits:
        gives = played.machine.states[visit.state].kind == "advise" or visit.state in due
        if gives and visit.state not in seen:
            seen.add(visit.state)
            yield visit.state, visit.entered_ms, after
        after = visit.event


def _leads_to(played: PlayedSession, number: int) -> str | None:
    """The state whose advice follows a symptom; none where it was told again while that settled."""
    felt, states = played.summary.felt[number], played.machine.states
    entry = next(e for e in played.log.events if (e.event, e.at_ms) == (felt.symptom, felt.at_ms))
    name = states[entry.state].on[entry.event]
    while states[name].kind not in ("advise", "end"):
        if ELAPSED not in states[name].on:
            return None
        name = states[name].on[ELAPSED]
    return name
