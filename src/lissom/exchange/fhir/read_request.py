"""What somebody else's ServiceRequest or CarePlan really says about stretching.

It is told as it stands: for whom, codes with what the table knows of them, texts, times. What is not said
is asked for and never filled in; where a code and its words disagree, both are shown and neither is
believed. No routine, no option and no dose is made from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from lissom.exchange.fhir.codes import STRETCHING, coding_words, find_code, found_elsewhere, system_name
from lissom.exchange.fhir.contradictions import contradictions, long_past
from lissom.exchange.fhir.elements import Json, printable
from lissom.exchange.fhir.request_parts import (
    CONCEPTS,
    MOMENTS,
    PEOPLE,
    PERIODS,
    PLANS,
    TIMINGS,
    TITLES,
    activities,
    details,
    narrative,
    untold,
)
from lissom.exchange.fhir.request_warnings import warnings
from lissom.exchange.fhir.timing_words import (
    period_words,
    says_how_often,
    timing_disagreements,
    timing_words,
)

REQUESTS: Final = ("ServiceRequest", "CarePlan")
_STRETCHES: Final = r"(?:stretch(?:es|ed|ing)?|étire\w*|dehn\w*|estira\w*|allunga\w*)\b"
_STRETCH: Final = re.compile(rf"\b{_STRETCHES}", re.I)
_NOT: Final = r"(?:no|not|never|without|avoid|stop|don['’]?t|pas|sans|ni|kein\w*|nicht|ohne|sin|non|senza)"
_NO_STRETCH: Final = re.compile(rf"\b{_NOT}\W+(?:\w+\W+){{0,2}}?{_STRETCHES}", re.I)
_BRACKET: Final = re.compile(r"\s*\([^()]*\)\s*$")  # SNOMED's kind of concept, such as (regime/therapy)
_ASKS: Final = {"subject": "for", "requester": "asked for by", "author": "written by"}
OFTEN: Final = "how often, and for how long"


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

    `people` tells for whom it is, and by whom. `unread` names the elements that are there and that
    nothing is told of.
    """

    path: str
    people: tuple[Said, ...]
    said: tuple[Said, ...]
    warnings: tuple[Said, ...]
    disagreements: tuple[Said, ...]
    missing: tuple[str, ...]
    unread: tuple[str, ...]
    is_about_stretching: bool


def read_request(
    resource: Json, path: str, names: frozenset[str] = frozenset(), today: date | None = None
) -> Request:
    """Return what a ServiceRequest or a CarePlan says.

    `names` are the references that lead somewhere; `today` tells what is past, where it is known.

    Raises:
        FhirRefused: if a status, an intent, a unit of time or a day is none.
    """
    concepts = [*_concepts(resource, path)]
    warned = [Said(*each) for each in warnings(resource, path)]
    if today:
        warned += (Said(*each) for each in long_past(resource, path, today))
    texts, times = [*_texts(resource, path)], [*_times(resource, path)]
    coded = [said for place, each in concepts for said in _coded(each, place)]
    words = " ".join(said.words for said in (*coded, *texts))
    is_coded = any(_is_stretching(coding) for _, each in concepts for coding in _codings(each))
    places = [(said.path, said.words) for said in (*coded, *texts)]
    return Request(
        path,
        (*_people(resource, path),),
        (*coded, *texts, *times, *_plans(resource, path)),
        tuple(warned),
        (
            *(said for place, each in concepts for said in _disagreements(each, place)),
            *(Said(*each) for where, timing in _timings(resource, path)
              for each in timing_disagreements(timing, where)),
            *(Said(*each) for each in contradictions(resource, path, places, is_stretching=is_coded)),
        ),
        (*_missing(resource, path, names),),
        (*untold(resource, path),),
        bool(_STRETCH.search(words)) or is_coded,
    )  # fmt: skip


def _people(resource: Json, path: str) -> Iterator[Said]:
    for key in PEOPLE:
        if key in resource:
            yield Said(f"{path}.{key}", f"{_ASKS[key]} {_reference_words(resource[key])}")


def _reference_words(reference: Json) -> str:
    """Return a reference as people can follow it: its words, its address, and the number it has there."""
    number = reference.get("identifier") or {}
    parts = (reference.get("reference"), " ".join(filter(None, (number.get("system"), number.get("value")))))
    found = ", ".join(filter(None, parts))
    if not reference.get("display"):
        return found or "somebody who is not named"
    return f"“{reference['display']}”" + (f" ({found})" if found else "")


def _concepts(resource: Json, path: str) -> Iterator[tuple[str, Json]]:
    for place, detail in details(resource, path):
        for key in ("code", "asNeededCodeableConcept"):
            if key in detail:
                yield f"{place}.{key}", detail[key]
        for key in CONCEPTS:
            for number, each in enumerate(detail.get(key) or ()):
                yield f"{place}.{key}[{number}]", each
    for place, activity in activities(resource, path):
        for number, each in enumerate(activity.get("outcomeCodeableConcept") or ()):
            yield f"{place}.outcomeCodeableConcept[{number}]", each


def _coded(concept: Json, path: str) -> Iterator[Said]:
    for number, coding in enumerate(_codings(concept)):
        known = find_code(coding.get("system"), coding.get("code"))
        yield Said(f"{path}.coding[{number}]", coding_words(coding, known.display if known else None))
    if concept.get("text"):
        yield Said(f"{path}.text", f"“{concept['text']}”")


def _disagreements(concept: Json, path: str) -> Iterator[Said]:
    """A code that says one thing and words beside it that say another: both, and no choice."""
    for number, coding in enumerate(_codings(concept)):
        if words := _wrong_display(coding):
            yield Said(f"{path}.coding[{number}]", words)
    text, codings = concept.get("text"), _codings(concept)
    if not text or not codings:
        return
    coded = any(_is_stretching(coding) or _STRETCH.search(coding.get("display") or "") for coding in codings)
    if bool(coded) is not bool(_STRETCH.search(text)):
        one, other = ("the code", "the text") if coded else ("the text", "no code beside it")
        does = "does not" if coded else "does"
        yield Said(path, f"{one} speaks of stretching, and {other} {does}: “{text}”")
    elif coded and _NO_STRETCH.search(text):
        yield Said(path, f"the code speaks of stretching, and the text may say not to: “{text}”")


def _wrong_display(coding: Json) -> str | None:
    known = find_code(coding.get("system"), coding.get("code"))
    would_be = known or found_elsewhere(coding)
    display = coding.get("display")
    if not would_be or not display or _plain(display) == _plain(would_be.display):
        return None
    where = "" if known else f" in {system_name(would_be.system)}, and no system is named"
    return f"the code {would_be.code} means “{would_be.display}”{where}, and its display says “{display}”"


def _texts(resource: Json, path: str) -> Iterator[Said]:
    for place, detail in details(resource, path):
        for key in TITLES:
            if detail.get(key):
                yield Said(f"{place}.{key}", f"“{detail[key]}”")
        yield from _notes(detail, "note", place)
    for place, activity in activities(resource, path):
        link = activity.get("reference") or {}
        if "display" in link or "identifier" in link:
            yield Said(f"{place}.reference", f"it refers to {_reference_words(link)}")
        yield from _notes(activity, "progress", place)
    if words := narrative(resource):
        yield Said(f"{path}.text", f"in its own words: “{words}”")


def _notes(of: Json, key: str, path: str) -> Iterator[Said]:
    for number, note in enumerate(of.get(key) or ()):
        if note.get("text"):
            yield Said(f"{path}.{key}[{number}]", f"“{note['text']}”")


def _plans(resource: Json, path: str) -> Iterator[Said]:
    for place, detail in details(resource, path):
        for key in PLANS:
            for number, address in enumerate(detail.get(key) or ()):
                if address is not None:  # its reason stands beside it, and is named
                    yield Said(f"{place}.{key}[{number}]", f"it follows {address}")


def _timings(resource: Json, path: str) -> Iterator[tuple[str, Json]]:
    for place, detail in details(resource, path):
        yield from ((f"{place}.{key}", detail[key]) for key in TIMINGS if key in detail)


def _times(resource: Json, path: str) -> Iterator[Said]:
    for place, timing in _timings(resource, path):
        yield from (Said(*each) for each in timing_words(timing, place))
    for place, detail in details(resource, path):
        for key in PERIODS:
            if key in detail:
                yield Said(f"{place}.{key}", period_words(detail[key]))
        for key in MOMENTS:
            if key in detail:
                yield Said(f"{place}.{key}", str(detail[key]))
        if "asNeededBoolean" in detail:
            yield Said(
                f"{place}.asNeededBoolean", "as needed" if detail["asNeededBoolean"] else "not as needed"
            )


def _missing(resource: Json, path: str, names: frozenset[str]) -> Iterator[str]:
    """What nobody may fill in. R4 has no element for holds, sides and stop rules: only words could say it."""
    yield from _not_said_how_often(resource, path)
    if not any(detail.get(key) for _, detail in details(resource, path) for key in PLANS):
        yield "which stretches, in which order: it refers to no plan"
    yield "how long a stretch is held, on which side, how often repeated, unless a text above says so"
    yield "what to stop for, unless a text above says so"
    if resource["resourceType"] == "ServiceRequest" and "requester" not in resource:
        yield "who asks for it"
    for place, activity in activities(resource, path):
        link = (activity.get("reference") or {}).get("reference")
        if link and link not in names:
            yield f"{place}.reference: {link} is not in this file"


def _not_said_how_often(resource: Json, path: str) -> Iterator[str]:
    """The request itself, or each activity of a plan; one that is a request of its own says it there."""
    if not resource.get("activity"):
        if not _says_how_often(resource):
            yield OFTEN
        return
    for place, activity in activities(resource, path):
        if not _says_how_often(activity.get("detail") or {}) and "reference" not in activity.get(
            "reference", {}
        ):
            yield f"{place}: {OFTEN}"


def _says_how_often(detail: Json) -> bool:
    return any(detail.get(key) for key in MOMENTS) or any(
        says_how_often(detail[key]) for key in TIMINGS if key in detail
    )


def _codings(concept: Json) -> list[Json]:
    return concept.get("coding") or []


def _is_stretching(coding: Json) -> bool:
    return find_code(coding.get("system"), coding.get("code")) == STRETCHING


def _plain(display: str) -> str:
    return _BRACKET.sub("", display).strip().casefold().rstrip("s")
