"""Each stretch of a routine as an ActivityDefinition: what a system can order or list by itself."""

from __future__ import annotations

from collections.abc import Iterator

from lissom.exchange.fhir.addresses import definition_id, definition_url
from lissom.exchange.fhir.codes import STRETCHING
from lissom.exchange.fhir.elements import Json, concept, told
from lissom.exchange.fhir.plan_definition import activity_name, computer_name, status_of, stop_words
from lissom.routine.model import Routine, Stretch


def activity_definitions(routine: Routine, snomed: bool = False) -> Iterator[Json]:
    """Return the stretches of a routine, in its order."""
    for stretch in routine.stretches:
        name = activity_name(routine, stretch)
        yield told(
            resourceType="ActivityDefinition",
            id=definition_id(name),
            language=routine.language,
            url=definition_url("ActivityDefinition", name),
            version=str(routine.version),
            name=computer_name(name),
            title=stretch.title,
            status=status_of(routine),
            description=_positions(stretch),
            usage=stop_words(routine),
            kind="ServiceRequest",
            code=concept(stretch.title, *((STRETCHING,) if snomed else ())),
            intent="plan",
        )


def _positions(stretch: Stretch) -> str:
    """The positions in their order, one a line."""
    return "\n".join(f"{rung}. {position.title}" for rung, position in enumerate(stretch.positions, 1))
