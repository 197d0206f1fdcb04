"""A session as it was: a Procedure, with what was measured, felt, answered and advised around it.

Times carry the person's own distance from UTC. A session that did not come to a hold is `not-done`:
nothing was stretched. What was felt is told as it was said, and never as a diagnosis.
"""

from __future__ import annotations

from collections.abc import Iterator

from lissom.exchange.fhir.addresses import SESSION_IDS, definition_url, stable_id
from lissom.exchange.fhir.advice import advice_of, communication
from lissom.exchange.fhir.answers import answers_of
from lissom.exchange.fhir.codes import ACTIVITY, MINUTES, PAIN, STRETCHING, SURVEY
from lissom.exchange.fhir.elements import Json, concept, duration, extension, minutes, reference, told
from lissom.exchange.fhir.plan_definition import canonical_of
from lissom.exchange.fhir.played_session import PlayedSession
from lissom.exchange.fhir.subject import Subject
from lissom.routine.model import Routine
from lissom.session.log import Rating
from lissom.session.summary import SymptomFelt


def session_resources(
    played: PlayedSession, subject: Subject, request: Json | None = None, snomed: bool = False
) -> Iterator[Json]:
    """Return all that a session has to say. `request` is the ServiceRequest that it follows, if any.

    Raises:
        LogRefused: if the log does not fit its machine.
    """
    done = None if played.is_page else _procedure(played, subject, request, snomed)
    answers = answers_of(played, subject, done)
    pains = [_pain(played, subject, done, number, each) for number, each in enumerate(played.log.ratings)]
    symptoms = [_symptom(played, subject, done, number, f) for number, f in enumerate(played.summary.felt)]
    yield from filter(None, (done, answers))
    yield from pains
    if done and played.summary.holds:
        yield _minutes(played, subject, done)
    yield from symptoms
    for advice in advice_of(played):
        asked = pains[-1:] if advice.after == "high" else [answers] if answers else []
        about = [symptoms[number] for number in advice.about] or asked
        yield communication(played, subject, advice, about, done)


def _procedure(played: PlayedSession, subject: Subject, request: Json | None, snomed: bool) -> Json:
    is_not_done = played.status == "not-done"  # what was not done has no time at which it was
    return told(
        resourceType="Procedure",
        id=played.log.id,
        identifier=[{"system": SESSION_IDS, "value": played.log.id}],
        instantiatesCanonical=[*_instantiates(played)],
        basedOn=[reference(request)] if request and played.is_of_today else None,
        status=played.status,
        statusReason=concept(played.reason) if played.reason else None,
        code=concept(played.title, *((STRETCHING,) if snomed else ())),
        subject=subject.reference,
        extension=[extension("begun", valueDateTime=played.at(0))] if is_not_done else None,
        performedPeriod=None
        if is_not_done
        else told(start=played.at(0), end=None if played.ended_ms is None else played.at(played.ended_ms)),
        performer=[{"actor": subject.reference}],
        outcome=concept(played.in_words),
    )


def _instantiates(played: PlayedSession) -> Iterator[str]:
    """The PlanDefinition: with its version where the routine still says what it said then."""
    if isinstance(played.known, Routine):
        unversioned = definition_url("PlanDefinition", played.known.id)
        yield canonical_of(played.known) if played.is_of_today else unversioned


def _pain(played: PlayedSession, subject: Subject, done: Json | None, number: int, rating: Rating) -> Json:
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


def _minutes(played: PlayedSession, subject: Subject, done: Json) -> Json:
    """How long stretches were really held; the session itself, with its rests, is the Procedure's period."""
    held: dict[tuple[str | None, str | None], int] = {}
    for hold in played.summary.holds:
        held[hold.stretch, hold.side] = held.get((hold.stretch, hold.side), 0) + hold.held_ms
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
        valueQuantity=minutes(round(sum(held.values()) / 60_000, 2)),
        component=[
            {
                "code": concept(", ".join(filter(None, (played.stretch_title(stretch), side)))),
                "valueQuantity": duration(round(ms / 1000)),
            }
            for (stretch, side), ms in held.items()
        ],
    )


def _symptom(
    played: PlayedSession, subject: Subject, done: Json | None, number: int, felt: SymptomFelt
) -> Json:
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


def _where(played: PlayedSession, felt: SymptomFelt) -> str:
    position = played.position_title(felt.stretch, felt.position)
    side = f"{felt.side} side" if felt.side else None
    named = played.stretch_title(felt.stretch)
    return ", ".join(dict.fromkeys(filter(None, (named, position, side))))
