"""Whether what refers to something leads to it: references, canonicals, actions, and answered questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.exchange.r4.definitions import TYPES, children, keys_of, type_of

# What a canonical may lead to. HL7 says it in the definition of each element.
LEADS_TO = {
    "questionnaire": ("Questionnaire",),
    "definitionCanonical": ("ActivityDefinition", "PlanDefinition", "Questionnaire"),
    "instantiatesCanonical": ("ActivityDefinition", "PlanDefinition"),
}
OUTSIDE = "Patient"  # whom the person named; everything else that is referred to goes along


def within(resource: Any) -> Iterator[str]:
    """Check that each action which another one follows, or a gate names, is there."""
    texts = [*_texts(resource, "")]
    ids = {value for _, key, value in texts if key == "id"}
    for path, key, value in texts:
        if key in ("actionId", "valueId") and value not in ids:
            yield f"{resource['resourceType']}{path}: {value!r} is no id in it"


def between(bundle: Any) -> Iterator[str]:
    """Check that references and canonicals of a Bundle lead to something in it that may stand there."""
    entries = [(n, e.get("fullUrl"), e.get("resource", {})) for n, e in enumerate(bundle.get("entry", []))]
    names = {full_url: each.get("resourceType") for _, full_url, each in entries}
    names |= {f"{kind}/{each.get('id')}": kind for *_, each in entries if (kind := each.get("resourceType"))}
    urls = {each["url"]: each for *_, each in entries if "url" in each}
    urls |= {f"{url}|{each.get('version')}": each for url, each in urls.items()}
    for number, _, resource in entries:
        here = f"Bundle.entry[{number}].resource"
        yield from (f"{here}{each[len(resource['resourceType']) :]}" for each in within(resource))
        for type_, path, value, targets in _links(resource.get("resourceType"), resource):
            if type_ == "canonical":
                yield from _canonical(f"{here}{path}", value, urls)
            elif not value.startswith("#"):  # HL7's own invariant asks after those
                yield from _reference(f"{here}{path}", value, names, targets)
        if resource.get("resourceType") == "QuestionnaireResponse":
            yield from _answers(resource, urls.get(resource.get("questionnaire")), here)


def _canonical(place: str, value: str, urls: dict[str, Any]) -> Iterator[str]:
    kind = urls.get(value, {}).get("resourceType")
    allowed = LEADS_TO.get(place.rsplit(".", 1)[1].split("[")[0], (kind,))
    if kind is None:
        yield f"{place}: {value!r} is not in the bundle"
    elif kind not in allowed:
        yield f"{place}: a {kind} may not stand here, only {', '.join(allowed)}"


def _reference(place: str, value: str, names: dict[str, str], targets: list[str]) -> Iterator[str]:
    kind = names.get(value) or (OUTSIDE if f"/{value}".rsplit("/", 2)[-2] == OUTSIDE else None)
    if kind is None:
        yield f"{place}: {value!r} is not in the bundle"
    elif targets and kind not in targets and "Resource" not in targets:
        yield f"{place}: a {kind} may not stand here, only {', '.join(targets)}"


def _answers(response: Any, asked: Any, here: str) -> Iterator[str]:
    known = {value for _, key, value in _texts(asked or {}, "") if key == "linkId"}
    for path, key, value in _texts(response, ""):
        if asked and key == "linkId" and value not in known:
            yield f"{here}{path}: {value!r} is no question of {asked['url']}"


def _texts(value: Any, path: str) -> Iterator[tuple[str, str, str]]:
    """Return every text with its path and its key."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, str):
                yield f"{path}.{key}", key, inner
            else:
                yield from _texts(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, f"{path}[{number}]")


def _links(at: str | None, value: Any, path: str = "") -> Iterator[tuple[str, str, str, list[str]]]:
    """Return references and canonicals with where they stand and what they may lead to."""
    if at is None or at.split(".")[0] not in TYPES or not isinstance(value, dict):
        return
    elements = children(at)
    for key, inner in value.items():
        name = next((each for each in elements if key in keys_of(elements[each], each)), None)
        if name is None:
            continue
        element, below = elements[name], f"{at}.{name}"
        type_ = element.get("as") or type_of(below, element, key)
        for number, each in enumerate(inner if isinstance(inner, list) else [inner]):
            place = f"{path}.{key}[{number}]" if isinstance(inner, list) else f"{path}.{key}"
            if type_ == "canonical":
                yield "canonical", place, each, []
            elif type_ == "Reference" and "reference" in each:
                yield "reference", place, each["reference"], element.get("targets", [])
            else:
                yield from _links(below if type_ in ("BackboneElement", "Element") else type_, each, place)
