"""A check of FHIR R4 resources against HL7's own definitions: what is wrong, each with its JSON path.

It asks what the models of fhir.resources do not: are required codes of their value set, does each
invariant hold, does every reference lead somewhere, to a resource that may stand there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import fhirpathpy
from fhirpathpy.engine.nodes import ResourceNode
from fhirpathpy.models import models

DEFINITIONS: dict[str, Any] = json.loads((Path(__file__).parent / "definitions.json").read_text("utf-8"))
TYPES: dict[str, Any] = DEFINITIONS["types"]
CODES: dict[str, list[str]] = DEFINITIONS["codes"]
UCUM = "http://unitsofmeasure.org"

# Asked here in another way, or of HTML, which fhirpathpy cannot look into.
NOT_ASKED = frozenset({"ele-1", "rng-2", "txt-1", "txt-2"})
TRACE = re.compile(r"\.trace\([^()]*\)")  # prints what it sees, and changes nothing
PLAIN: dict[str, type | tuple[type, ...]] = {
    "boolean": bool, "integer": int, "positiveInt": int, "unsignedInt": int, "decimal": (int, float),
}  # fmt: skip


def faults(resource: Any) -> list[str]:
    """Return all that is wrong with a resource, or with a Bundle and everything in it."""
    name = resource.get("resourceType") if isinstance(resource, dict) else None
    if TYPES.get(name, {}).get("kind") != "resource":
        return [f"{name}: no resource that is known here"]
    found = list(_Check(resource).of_type(name, resource, name))
    return [*found, *(_references(resource) if name == "Bundle" else ())]


class _Check:
    def __init__(self, root: Any) -> None:
        self._root = root
        self._resource = root

    def of_type(self, type_: str, value: Any, path: str) -> Iterator[str]:
        """Check a value of a type: a primitive, an object, or a resource inside another."""
        if type_ == "Resource":
            yield from self._inner(value, path)
        elif TYPES.get(type_, {}).get("kind") in ("complex-type", "resource"):
            yield from self._object(type_, type_, value, path)
        else:
            yield from _primitive(type_, value, path)

    def _inner(self, value: Any, path: str) -> Iterator[str]:
        outer, self._resource = self._resource, value
        name = value.get("resourceType")
        if TYPES.get(name, {}).get("kind") != "resource":
            yield f"{path}: {name} is no resource that is known here"
        else:
            yield from self.of_type(name, value, path)
        self._resource = outer

    def _object(self, type_: str, at: str, value: Any, path: str) -> Iterator[str]:
        """Check the elements of an object; `at` is where they stand in the definitions."""
        if not isinstance(value, dict) or not value:
            yield f"{path}: is no object with something in it"
            return
        elements = _children(at)
        known: dict[str, list[str]] = {}
        for key in value.keys() - {"resourceType", *(f"_{name}" for name in value)}:
            found = next((name for name in elements if key in _keys(elements[name], name)), None)
            if found is None:
                yield f"{path}.{key}: unknown"
            else:
                known.setdefault(found, []).append(key)
        for name, element in elements.items():
            yield from self._element(f"{at}.{name}", element, known.get(name, []), value, path)
        constraints = TYPES[type_]["constraints"] if at == type_ else {}
        yield from self._invariants(constraints, value, at, path)
        if type_ == "Range" and _is_upside_down(value):
            yield f"{path}: breaks rng-2: low is not below high"

    def _element(self, at: str, element: Any, keys: list[str], value: Any, path: str) -> Iterator[str]:
        if len(keys) > 1:
            yield f"{path}: {' and '.join(sorted(keys))} exclude each other"
        if not keys and element["min"]:
            yield f"{path}.{at.rsplit('.', 1)[1]}: missing"
        for key in keys:
            several = element["max"] not in ("0", "1")
            if isinstance(value[key], list) != several:
                yield f"{path}.{key}: {'is no list' if several else 'is a list'}"
                continue
            if value[key] == []:
                yield f"{path}.{key}: is an empty list"
            for number, each in enumerate(value[key] if several else [value[key]]):
                place = f"{path}.{key}[{number}]" if several else f"{path}.{key}"
                yield from self._value(at, element, key, each, place)

    def _value(self, at: str, element: Any, key: str, value: Any, path: str) -> Iterator[str]:
        if "as" in element:
            yield from self._object("BackboneElement", element["as"], value, path)
            return
        type_ = _type_of(at, element, key)
        if type_ in ("BackboneElement", "Element") and _children(at):
            yield from self._object(type_, at, value, path)
        else:
            yield from self.of_type(type_, value, path)
        if "binding" in element and isinstance(value, str):
            codes = CODES.get(element["binding"])
            if codes is not None and value not in codes:
                yield f"{path}: {value!r} is not in {element['binding'].rsplit('/', 1)[1]}"
        own = TYPES.get(type_, {}).get("constraints", {})
        added = {key: each for key, each in element["constraints"].items() if key not in own}
        yield from self._invariants(added, value, at, path)

    def _invariants(self, constraints: dict[str, str], value: Any, at: str, path: str) -> Iterator[str]:
        context = {"resource": self._resource, "rootResource": self._root, "ucum": UCUM}
        for key, expression in constraints.items():
            if key not in NOT_ASKED and isinstance(value, dict):
                answer = _compiled(expression)(ResourceNode.create_node(value, at), context)
                if answer not in ([True], []):
                    yield f"{path}: breaks {key}: {expression}"


@cache
def _compiled(expression: str) -> Any:
    """fhirpathpy has no `hasValue`; in JSON where no value is an extension alone, `exists` is the same."""
    parsed: Any = fhirpathpy.compile(
        TRACE.sub("", expression).replace("hasValue()", "exists()"), models["r4"]
    )
    return parsed


def _is_upside_down(value: Any) -> bool:
    """The invariant rng-2, for two Quantities of one unit, which fhirpathpy cannot compare."""
    low, high = value.get("low", {}), value.get("high", {})
    return bool(low and high) and (low.get("code") != high.get("code") or low["value"] > high["value"])


@cache
def _children(at: str) -> dict[str, Any]:
    elements = TYPES[at.split(".")[0]]["elements"]
    depth = at.count(".") + 1
    return {
        path.rsplit(".", 1)[1]: element
        for path, element in elements.items()
        if path.startswith(f"{at}.") and path.count(".") == depth
    }


def _keys(element: Any, name: str) -> list[str]:
    """Return the names an element may have in JSON: those of a choice carry its type."""
    if not name.endswith("[x]"):
        return [name]
    return [name[:-3] + type_[0].upper() + type_[1:] for type_ in element["types"]]


def _type_of(at: str, element: Any, key: str) -> str:
    name = at.rsplit(".", 1)[1]
    types: list[str] = element["types"]
    return types[_keys(element, name).index(key)] if name.endswith("[x]") else types[0]


def _primitive(type_: str, value: Any, path: str) -> Iterator[str]:
    """Check a primitive. HL7's patterns are XML Schema's: a space of French is no white space there."""
    wanted = PLAIN.get(type_, str)
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        yield f"{path}: {value!r} is no {type_}"
        return
    regex = TYPES.get(type_, {}).get("regex")
    if regex and isinstance(value, str) and not re.fullmatch(regex, value, re.ASCII):
        yield f"{path}: {value!r} is no {type_}"


def _references(bundle: Any) -> Iterator[str]:
    """Check that each reference and each canonical of a Bundle leads to something in it."""
    entries = bundle.get("entry", [])
    full = {entry.get("fullUrl"): entry.get("resource", {}) for entry in entries}
    urls = {each.get("url") for each in full.values()} | {
        f"{each.get('url')}|{each.get('version')}" for each in full.values()
    }
    for number, entry in enumerate(entries):
        resource = entry.get("resource", {})
        for at, path, value, targets in _links(resource.get("resourceType"), resource):
            place = f"Bundle.entry[{number}].resource{path}"
            if at == "canonical":
                if value not in urls:
                    yield f"{place}: {value!r} is not in the bundle"
            elif value.startswith("urn:"):
                kind = full.get(value, {}).get("resourceType")
                if kind is None:
                    yield f"{place}: {value!r} is not in the bundle"
                elif targets and kind not in targets and "Resource" not in targets:
                    yield f"{place}: a {kind} may not stand here, only {', '.join(targets)}"


def _links(at: str | None, value: Any, path: str = "") -> Iterator[tuple[str, str, str, list[str]]]:
    """Return references and canonicals with where they stand and what they may lead to."""
    if at is None or at.split(".")[0] not in TYPES or not isinstance(value, dict):
        return
    elements = _children(at)
    for key, inner in value.items():
        name = next((each for each in elements if key in _keys(elements[each], each)), None)
        if name is None:
            continue
        element, below = elements[name], f"{at}.{name}"
        type_ = element.get("as") or _type_of(below, element, key)
        for number, each in enumerate(inner if isinstance(inner, list) else [inner]):
            place = f"{path}.{key}[{number}]" if isinstance(inner, list) else f"{path}.{key}"
            if type_ == "canonical":
                yield "canonical", place, each, []
            elif type_ == "Reference" and "reference" in each:
                yield "reference", place, each["reference"], element.get("targets", [])
            else:
                yield from _links(below if type_ in ("BackboneElement", "Element") else type_, each, place)
