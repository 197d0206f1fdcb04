"""A session as it was: a Procedure, with what was measured, felt, answered and advised around it.

Times carry the person's own distance from UTC. A session that did not come to a hold is `not-done`:
nothing was stretched. What was felt is told as it was said, and never as a diagnosis.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property, lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from lissom.exchange.fhir.addresses import SESSION_IDS, definition_url, stable_id
from lissom.exchange.fhir.codes import ACTIVITY, MINUTES, PAIN, STRETCHING, SURVEY
from lissom.exchange.fhir.elements import Json, concept, duration, minutes, reference, told
from lissom.exchange.fhir.plan_definition import canonical_of, questionnaire_of
from lissom.exchange.fhir.questionnaire import link_id
from lissom.exchange.fhir.subject import Subject
from lissom.machine.model import Machine, State
from lissom.routine.canonical import digest
from lissom.routine.model import Routine, Screening
from lissom.session.log import Log, Rating
from lissom.session.replay import Replay, replay
from lissom.session.summary import Felt, Summary, summarize
from lissom.session.telling import tell

ANSWERS: Final = ("yes", "no")
_SHUT: Final = ("screened", "emergency")
_ENDED: Final[Mapping[str, str]] = {
    "finished": "finished",
    "stopped": "stopped by the person",
    "symptom": "stopped because of a symptom",
    "screened": "not done, because of an answer",
    "emergency": "not done, because of a sign of an emergency",
    "abandoned": "left, and not come back to",
    "open": "not over yet",
}


@dataclass(frozen=True)
class Played:
    """A log with the machine it was played on. `known` is the routine or page of today, if there is one."""

    log: Log
    machine: Machine
    known: Routine | Screening | None = None

    @cached_property
    def summary(self) -> Summary:
        """What the session came to."""
        return summarize(self.log, self.machine)

    @cached_property
    def replay(self) -> Replay:
        """The session, state by state."""
        return replay(self.log, self.machine)

    @property
    def is_page(self) -> bool:
        """Whether only questions were asked."""
        return isinstance(self.known, Screening)

    @property
    def title(self) -> str:
        """What was played."""
        return self.known.title if self.known else self.log.routine

    @cached_property
    def is_of_today(self) -> bool:
        """Whether the routine says today what it said then."""
        return self.known is not None and _digest(self.known) == self.log.digest

    def at(self, at_ms: int) -> str:
        """Return a time of the session, as a dateTime."""
        moment = self.log.started + timedelta(milliseconds=at_ms)
        return moment.astimezone(ZoneInfo(self.log.zone)).isoformat(timespec="milliseconds")


@lru_cache(maxsize=64)
def _digest(known: Routine | Screening) -> str:
    """The digest of a routine, worked out once for all its sessions."""
    return digest(known)


def session_resources(
    played: Played, subject: Subject, request: Json | None = None, snomed: bool = False
) -> Iterator[Json]:
    """Return all that a session has to say. `request` is the ServiceRequest that it follows, if any.

    Raises:
        LogRefused: if the log does not fit its machine.
    """
    done = None if played.is_page else _procedure(played, subject, request, snomed)
    answers = _answers(played, subject, done)
    yield from filter(None, (done, answers))
    for number, rating in enumerate(played.log.ratings):
        yield _pain(played, subject, done, number, rating)
    if done and played.summary.holds:
        yield _minutes(played, subject, done)
    for number, felt in enumerate(played.summary.felt):
        symptom = _symptom(played, subject, done, number, felt)
        yield symptom
        yield _advised(played, subject, symptom, felt.at_ms, f"felt {number}", _advice_for(played, number))
    if played.summary.ending.kind in _SHUT:
        outcome = played.summary.ending.outcome
        advice = outcome.advice if outcome else None
        yield _advised(played, subject, answers, played.summary.ending.at_ms, "answer", (advice or "", True))


def _procedure(played: Played, subject: Subject, request: Json | None, snomed: bool) -> Json:
    ending = played.summary.ending
    return told(
        resourceType="Procedure",
        id=played.log.id,
        identifier=[{"system": SESSION_IDS, "value": played.log.id}],
        instantiatesCanonical=[*_instantiates(played)],
        basedOn=[reference(request)] if request else None,
        status=_status(played.summary),
        statusReason=concept(_ENDED[ending.kind]) if ending.kind != "finished" else None,
        code=concept(played.title, *((STRETCHING,) if snomed else ())),
        subject=subject.reference,
        performedPeriod=told(
            start=played.at(0), end=played.at(ending.at_ms) if ending.kind != "open" else None
        ),
        performer=[{"actor": subject.reference}],
        outcome=concept(tell(played.summary)),
    )


def _status(summary: Summary) -> str:
    if summary.ending.kind == "open":
        return "in-progress"
    if summary.ending.kind == "finished":
        return "completed"
    return "stopped" if summary.holds else "not-done"


def _instantiates(played: Played) -> Iterator[str]:
    """The PlanDefinition: with its version where the routine still says what it said then."""
    if isinstance(played.known, Routine):
        unversioned = definition_url("PlanDefinition", played.known.id)
        yield canonical_of(played.known) if played.is_of_today else unversioned


def _pain(played: Played, subject: Subject, done: Json | None, number: int, rating: Rating) -> Json:
    return told(
        resourceType="Observation",
        id=stable_id(played.log.id, "pain", str(number)),
        partOf=[reference(done)] if done else None,
        status="final",
        category=[concept("Survey", SURVEY)],
        code=concept(f"Pain from 0 to 10, {rating.when} the session", PAIN),
        subject=subject.reference,
        effectiveDateTime=played.at(rating.at_ms),
        performer=[subject.reference],
        valueInteger=rating.value,
    )


def _minutes(played: Played, subject: Subject, done: Json) -> Json:
    """How long stretches were really held; the session itself, with its rests, is the Procedure's period."""
    held: dict[tuple[str | None, str | None], int] = {}
    for hold in played.summary.holds:
        held[hold.stretch, hold.side] = held.get((hold.stretch, hold.side), 0) + hold.held_ms
    titles = _titles(played)
    return told(
        resourceType="Observation",
        id=stable_id(played.log.id, "minutes"),
        partOf=[reference(done)],
        status="preliminary" if played.summary.ending.kind == "open" else "final",
        category=[concept("Activity", ACTIVITY)],
        code=concept("Time for which stretches were held", MINUTES),
        subject=subject.reference,
        effectivePeriod=done["performedPeriod"],
        performer=[subject.reference],
        valueQuantity=minutes(round(sum(held.values()) / 60_000, 1)),
        component=[
            {
                "code": concept(", ".join(filter(None, (titles.get(stretch or "", stretch), side)))),
                "valueQuantity": duration(round(ms / 1000)),
            }
            for (stretch, side), ms in held.items()
        ],
    )


def _symptom(played: Played, subject: Subject, done: Json | None, number: int, felt: Felt) -> Json:
    return told(
        resourceType="Observation",
        id=stable_id(played.log.id, "felt", str(number)),
        partOf=[reference(done)] if done else None,
        status="final",
        category=[concept("Survey", SURVEY)],
        code=concept("Felt while stretching, as the person said it"),
        subject=subject.reference,
        effectiveDateTime=played.at(felt.at_ms),
        performer=[subject.reference],
        valueCodeableConcept=concept(felt.symptom),
        note=[{"text": where}] if (where := _where(played, felt)) else None,
    )


def _where(played: Played, felt: Felt) -> str:
    titles = _titles(played)
    position = next(
        (
            state.cue.title
            for state in played.machine.states.values()
            if (state.kind, state.stretch, state.position) == ("move", felt.stretch, felt.position)
        ),
        felt.position,
    )
    side = f"{felt.side} side" if felt.side else None
    named = titles.get(felt.stretch, felt.stretch) if felt.stretch else None
    return ", ".join(dict.fromkeys(filter(None, (named, position, side))))


def _titles(played: Played) -> dict[str, str]:
    if not isinstance(played.known, Routine):
        return {}
    return {stretch.id: stretch.title for stretch in played.known.stretches}


def _advice_for(played: Played, number: int) -> tuple[str, bool]:
    """Return the advice that follows a symptom, and whether the person came as far as to get it."""
    felt = played.summary.felt[number]
    entry = next(e for e in played.log.events if (e.event, e.at_ms) == (felt.symptom, felt.at_ms))
    state = played.machine.states[entry.state].on[entry.event]
    while played.machine.states[state].kind not in ("advise", "end"):
        state = played.machine.states[state].on["elapsed"]
    came = any(visit.state == state and visit.entered_ms >= felt.at_ms for visit in played.replay.visits)
    return played.machine.states[state].cue.say, came


def _advised(
    played: Played, subject: Subject, about: Json | None, at_ms: int, key: str, advice: tuple[str, bool]
) -> Json:
    """What the person was told to do. It was shown and spoken; nobody knows whether it was followed."""
    words, came = advice
    return told(
        resourceType="Communication",
        id=stable_id(played.log.id, "advised", key),
        status="completed" if came else "not-done",
        statusReason=None if came else concept("The session was left before the advice"),
        category=[concept("Advice after a stop")],
        priority="stat" if played.summary.ending.kind == "emergency" else None,
        subject=subject.reference,
        about=[reference(about)] if about else None,
        sent=played.at(at_ms) if came else None,
        recipient=[subject.reference],
        sender={"display": "Lissom"},
        payload=[{"contentString": words}] if words else None,
    )


def _answers(played: Played, subject: Subject, done: Json | None) -> Json | None:
    """What was answered before, between and after, each question with its answers in their order."""
    given: dict[str, tuple[State, list[bool]]] = {}
    last_ms = 0
    for entry in played.log.events:
        state = played.machine.states.get(entry.state)
        if state and state.kind == "ask" and entry.event in ANSWERS:
            name = link_id(state, entry.state)
            given.setdefault(name, (state, []))[1].append(entry.event == "yes")
            last_ms = entry.at_ms
    if not given:
        return None
    return told(
        resourceType="QuestionnaireResponse",
        id=stable_id(played.log.id, "answers"),
        identifier={"system": SESSION_IDS, "value": played.log.id},
        partOf=[reference(done)] if done else None,
        questionnaire=_questionnaire(played),
        status=_answered(played),
        subject=subject.reference,
        authored=played.at(last_ms),
        source=subject.reference,
        item=[_answer(name, state, values) for name, (state, values) in given.items()],
    )


def _answer(name: str, state: State, values: list[bool]) -> Json:
    return {"linkId": name, "text": state.cue.say, "answer": [{"valueBoolean": value} for value in values]}


def _questionnaire(played: Played) -> str | None:
    """The Questionnaire: with its version where its questions are those that were asked."""
    if played.known is None:
        return None
    if played.is_of_today:
        return questionnaire_of(played.known.id, played.known.version)
    return definition_url("Questionnaire", played.known.id)


def _answered(played: Played) -> str:
    """Whether the questions came to their end."""
    here = played.replay.visits[-1]
    if played.machine.states[here.state].kind == "ask":
        return "in-progress"
    left_by_stop = any(
        visit.event == "stop" and played.machine.states[visit.state].kind == "ask"
        for visit in played.replay.visits
    )
    return "stopped" if left_by_stop else "completed"
