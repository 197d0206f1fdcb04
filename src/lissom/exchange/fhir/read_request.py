"""What somebody else's ServiceRequest or CarePlan really says about stretching.

It is told as it stands: codes with what the table knows of them, texts, times. What is not said is asked
for and never filled in; where a code and its words disagree, both are shown and neither is believed. No
routine, no option and no dose is made from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from lissom.exchange.fhir.codes import LOINC, SNOMED, STRETCHING, find_code
from lissom.exchange.fhir.elements import Json, printable
from lissom.exchange.fhir.faults import FhirRefused
from lissom.exchange.fhir.timing_words import period_words, timing_words

REQUESTS: Final = ("ServiceRequest", "CarePlan")
_STATUS: Final = {
    "draft": "it is a draft and not in force",
    "active": None,
    "on-hold": "it is on hold and not in force",
    "revoked": "it was revoked: do not follow it",
    "completed": "it is completed: it is over",
    "entered-in-error": "it was entered in error: do not follow it",
    "unknown": "whether it is in force is not known",
}
_INTENT: Final = {
    "proposal": "it is a proposal and no order",
    "plan": "it is a plan and no order",
    "option": "it is one of several options",
    "directive": None,
    "order": None,
    "original-order": None,
    "reflex-order": None,
    "filler-order": None,
    "instance-order": None,
}
_TOLD: Final = frozenset(
    {
        "resourceType", "id", "meta", "text", "implicitRules", "language", "contained", "identifier",
        "modifierExtension", "status", "intent", "subject", "requester", "activity", "doNotPerform",
        "code", "category", "orderDetail", "bodySite", "reasonCode", "title", "description",
        "patientInstruction", "note", "occurrenceTiming", "scheduledTiming", "occurrencePeriod",
        "scheduledPeriod", "period", "occurrenceDateTime", "scheduledString", "asNeededBoolean",
        "asNeededCodeableConcept", "instantiatesCanonical", "instantiatesUri",
    }
)  # fmt: skip
_SYSTEMS: Final = {SNOMED: "SNOMED CT", LOINC: "LOINC"}
_STRETCH: Final = re.compile(r"\b(stretch(?:es|ed|ing)?|étire\w*|dehn\w*|estira\w*|allunga\w*)\b", re.I)
_BRACKET: Final = re.compile(r"\s*\([^()]*\)\s*$")  # SNOMED's kind of concept, such as (regime/therapy)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is said, and where."""

    path: str
    words: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", printable(self.words))


@dataclass(frozen=True, slots=True)
class Request:
    """What a request says. `warnings` come first for whoever reads it; `missing` is to be asked for.

    `unread` names the elements that are there and that nothing is told of.
    """

    path: str
    said: tuple[Said, ...]
    warnings: tuple[Said, ...]
    disagreements: tuple[Said, ...]
    missing: tuple[str, ...]
    unread: tuple[str, ...]
    is_about_stretching: bool


def read_request(resource: Json, path: str, names: frozenset[str] = frozenset()) -> Request:
    """Return what a ServiceRequest or a CarePlan says. `names` are the references that lead somewhere.

    Raises:
        FhirRefused: if a status, an intent or a unit of time is none.
    """
    concepts = [*_concepts(resource, path)]
    texts, times = [*_texts(resource, path)], [*_times(resource, path)]
    coded = [said for place, each in concepts for said in _coded(each, place)]
    words = " ".join(said.words for said in (*coded, *texts))
    return Request(
        path,
        (*coded, *texts, *times, *_plans(resource, path)),
        (*_warnings(resource, path),),
        tuple(said for place, each in concepts for said in _disagreements(each, place)),
        (*_missing(resource, path, times, names),),
        (*_unread(resource, path),),
        bool(_STRETCH.search(words))
        or any(_is_stretching(coding) for _, each in concepts for coding in _codings(each)),
    )


def _details(resource: Json, path: str) -> Iterator[tuple[str, Json]]:
    """The parts that ask for something: the request itself, and each activity of a plan."""
    yield path, resource
    for number, activity in enumerate(resource.get("activity") or ()):
        if "detail" in activity:
            yield f"{path}.activity[{number}].detail", activity["detail"]


def _concepts(resource: Json, path: str) -> Iterator[tuple[str, Json]]:
    for place, detail in _details(resource, path):
        if "code" in detail:
            yield f"{place}.code", detail["code"]
        if "asNeededCodeableConcept" in detail:
            yield f"{place}.asNeededCodeableConcept", detail["asNeededCodeableConcept"]
        for key in ("category", "orderDetail", "bodySite", "reasonCode"):
            for number, each in enumerate(detail.get(key) or ()):
                yield f"{place}.{key}[{number}]", each


def _coded(concept: Json, path: str) -> Iterator[Said]:
    for number, coding in enumerate(_codings(concept)):
        system = _SYSTEMS.get(named := coding.get("system") or "no system named", named)
        known = find_code(coding.get("system"), coding.get("code"))
        display = f"“{coding['display']}”" if coding.get("display") else "no display"
        meaning = "" if known is None else f"; the code means “{known.display}”"
        yield Said(
            f"{path}.coding[{number}]", f"{coding.get('code', 'no code')} ({system}), {display}{meaning}"
        )
    if concept.get("text"):
        yield Said(f"{path}.text", f"“{concept['text']}”")


def _disagreements(concept: Json, path: str) -> Iterator[Said]:
    """A code that says one thing and words beside it that say another: both, and no choice."""
    for number, coding in enumerate(_codings(concept)):
        known = find_code(coding.get("system"), coding.get("code"))
        display = coding.get("display")
        if known and display and _plain(display) != _plain(known.display):
            words = f"the code {known.code} means “{known.display}”, and its display says “{display}”"
            yield Said(f"{path}.coding[{number}]", words)
    text, codings = concept.get("text"), _codings(concept)
    if not text or not codings:
        return
    coded = any(_is_stretching(coding) or _STRETCH.search(coding.get("display") or "") for coding in codings)
    if bool(coded) is not bool(_STRETCH.search(text)):
        one, other = ("the code", "the text") if coded else ("the text", "no code beside it")
        does = "does not" if coded else "does"
        yield Said(path, f"{one} speaks of stretching, and {other} {does}: “{text}”")


def _texts(resource: Json, path: str) -> Iterator[Said]:
    for place, detail in _details(resource, path):
        for key in ("title", "description", "patientInstruction"):
            if detail.get(key):
                yield Said(f"{place}.{key}", f"“{detail[key]}”")
        for number, note in enumerate(detail.get("note") or ()):
            yield Said(f"{place}.note[{number}]", f"“{note['text']}”")


def _plans(resource: Json, path: str) -> Iterator[Said]:
    for place, detail in _details(resource, path):
        for key in ("instantiatesCanonical", "instantiatesUri"):
            for number, address in enumerate(detail.get(key) or ()):
                yield Said(f"{place}.{key}[{number}]", f"it follows {address}")


def _times(resource: Json, path: str) -> Iterator[Said]:
    for place, detail in _details(resource, path):
        for key in ("occurrenceTiming", "scheduledTiming"):
            if key in detail:
                yield from (Said(*each) for each in timing_words(detail[key], f"{place}.{key}"))
        for key in ("occurrencePeriod", "scheduledPeriod", "period"):
            if key in detail:
                yield Said(f"{place}.{key}", period_words(detail[key]))
        for key in ("occurrenceDateTime", "scheduledString"):
            if key in detail:
                yield Said(f"{place}.{key}", str(detail[key]))
        if "asNeededBoolean" in detail:
            yield Said(
                f"{place}.asNeededBoolean", "as needed" if detail["asNeededBoolean"] else "not as needed"
            )


def _warnings(resource: Json, path: str) -> Iterator[Said]:
    for place, detail in _details(resource, path):
        if detail.get("doNotPerform"):
            yield Said(f"{place}.doNotPerform", "it says that this is NOT to be done")
        if detail is not resource:
            yield Said(f"{place}.status", f"this activity is {detail['status']}")
        for number, each in enumerate(detail.get("modifierExtension") or ()):
            yield Said(
                f"{place}.modifierExtension[{number}]",
                f"{each['url']} changes what it means; ask what it says",
            )
    if "implicitRules" in resource:
        yield Said(
            f"{path}.implicitRules", f"{resource['implicitRules']} changes what it means; ask what it says"
        )
    for key, known in (("status", _STATUS), ("intent", _INTENT)):
        yield from _warned(resource, key, known, path)


def _warned(resource: Json, key: str, known: dict[str, Any], path: str) -> Iterator[Said]:
    value = resource.get(key)
    if value not in known:
        raise FhirRefused(f"{path}.{key}: {value!r} is none that R4 knows; it knows {', '.join(known)}")
    if words := known[value]:
        yield Said(f"{path}.{key}", words)


def _missing(resource: Json, path: str, times: list[Said], names: frozenset[str]) -> Iterator[str]:
    """What nobody may fill in. R4 has no element for holds, sides and stop rules: only words could say it."""
    if not times:
        yield "how often, and for how long"
    if not resource.get("instantiatesCanonical") and not resource.get("instantiatesUri"):
        yield "which stretches, in which order: it refers to no plan"
    yield "how long a stretch is held, on which side, how often repeated, unless a text above says so"
    yield "what to stop for, unless a text above says so"
    if resource["resourceType"] == "ServiceRequest" and "requester" not in resource:
        yield "who asks for it"
    for number, activity in enumerate(resource.get("activity") or ()):
        link = (activity.get("reference") or {}).get("reference")
        if link and link not in names:
            yield f"{path}.activity[{number}].reference: {link} is not in this file"


def _unread(resource: Json, path: str) -> Iterator[str]:
    for place, detail in _details(resource, path):
        yield from (f"{place}.{key}" for key in detail if key not in _TOLD)


def _codings(concept: Json) -> list[Json]:
    return concept.get("coding") or []


def _is_stretching(coding: Json) -> bool:
    return (coding.get("system"), coding.get("code")) == (STRETCHING.system, STRETCHING.code)


def _plain(display: str) -> str:
    return _BRACKET.sub("", display).strip().casefold().rstrip("s")
