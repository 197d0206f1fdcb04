"""Where in a ServiceRequest or a CarePlan something is said, and what stands there that nothing is told of.

A table names the elements that are told, and what inside them is: all else is named by its path.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any, Final

from lissom.exchange.fhir.elements import Json

TIMINGS: Final = ("occurrenceTiming", "scheduledTiming")
PERIODS: Final = ("occurrencePeriod", "scheduledPeriod", "period")
MOMENTS: Final = ("occurrenceDateTime", "scheduledString")
TITLES: Final = ("title", "description", "patientInstruction")
CONCEPTS: Final = ("category", "orderDetail", "bodySite", "reasonCode")
PEOPLE: Final = ("subject", "requester", "author")
PLANS: Final = ("instantiatesCanonical", "instantiatesUri")

Inside = Mapping[str, Any]
_CONCEPT: Final[Inside] = {"coding": {"system": None, "code": None, "display": None}, "text": None}
_REFERENCE: Final[Inside] = {
    "reference": None,
    "display": None,
    "identifier": {"system": None, "value": None},
}
_NOTE: Final[Inside] = {"text": None}
_PERIOD: Final[Inside] = {"start": None, "end": None}
_REPEAT: Final = (
    "boundsPeriod", "boundsDuration", "boundsRange", "count", "countMax", "duration", "durationMax",
    "durationUnit", "frequency", "frequencyMax", "period", "periodMax", "periodUnit", "dayOfWeek",
    "timeOfDay", "when", "offset",
)  # fmt: skip
_TIMING: Final[Inside] = {
    "event": None, "code": _CONCEPT, "repeat": dict.fromkeys(_REPEAT), "modifierExtension": None,
}  # fmt: skip
_TOLD: Final[Inside] = {
    **dict.fromkeys(("resourceType", "id", "language", "implicitRules", "contained", "modifierExtension")),
    **dict.fromkeys(("status", "intent", "doNotPerform", "asNeededBoolean")),
    **dict.fromkeys((*TITLES, *PLANS, *MOMENTS)),
    **dict.fromkeys(PEOPLE, _REFERENCE),
    **dict.fromkeys((*CONCEPTS, "code", "asNeededCodeableConcept"), _CONCEPT),
    **dict.fromkeys(TIMINGS, _TIMING),
    **dict.fromkeys(PERIODS, _PERIOD),
    "note": _NOTE,
    "text": {"status": None, "div": None},
}
# Each by its own name: an activity has its parts, and its detail is a request of its own.
_ACTIVITY: Final[Inside] = {
    "id": None, "reference": _REFERENCE, "progress": _NOTE, "outcomeCodeableConcept": _CONCEPT,
    "modifierExtension": None, "detail": _TOLD,
}  # fmt: skip


def details(resource: Json, path: str) -> Iterator[tuple[str, Json]]:
    """Return the parts that ask for something: the request itself, and each activity of a plan."""
    yield path, resource
    for place, activity in activities(resource, path):
        if "detail" in activity:
            yield f"{place}.detail", activity["detail"]


def activities(resource: Json, path: str) -> Iterator[tuple[str, Json]]:
    """Return the activities of a CarePlan."""
    for number, activity in enumerate(resource.get("activity") or ()):
        yield f"{path}.activity[{number}]", activity


def untold(resource: Json, path: str) -> Iterator[str]:
    """Return the paths of what nothing is told of."""
    yield from _untold(resource, {**_TOLD, "activity": _ACTIVITY}, path)


def modifiers(value: Any, path: str) -> Iterator[tuple[str, Json]]:
    """Return every extension that changes the meaning of what it stands on, wherever it stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "modifierExtension":
                yield from ((f"{path}.{key}[{number}]", each) for number, each in enumerate(inner))
            elif key != "contained":  # each of these is told by itself
                yield from modifiers(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from modifiers(inner, f"{path}[{number}]")


def narrative(resource: Json) -> str:
    """Return the words of the narrative, which some systems have alone."""
    reader = _Words()
    reader.feed((resource.get("text") or {}).get("div") or "")
    reader.close()
    return " ".join(" ".join(reader.found).split())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def _untold(value: Json, told: Inside, path: str) -> Iterator[str]:
    for key, inner in value.items():
        if key not in told:
            yield f"{path}.{key}"
        elif told[key] is not None and isinstance(inner, list):
            for number, each in enumerate(inner):
                yield from _untold(each, told[key], f"{path}.{key}[{number}]")
        elif told[key] is not None:
            yield from _untold(inner, told[key], f"{path}.{key}")
