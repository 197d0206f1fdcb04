"""A check of FHIR R4 resources against HL7's own definitions: what is wrong, each with its JSON path.

It asks what the models of fhir.resources do not: are required codes of their value set, does each
invariant hold; and, by `links`, does every reference lead somewhere, to a resource that may stand there.
"""

from __future__ import annotations

import math
import re
from calendar import monthrange
from collections.abc import Iterator
from functools import cache
from typing import Any

import fhirpathpy
from fhirpathpy.engine.nodes import ResourceNode
from fhirpathpy.models import models

from tests.exchange.r4.definitions import CODES, TYPES, children, keys_of, type_of
from tests.exchange.r4.links import between, within

UCUM = "http://unitsofmeasure.org"

# Asked here in another way, or of HTML, which fhirpathpy cannot look into.
NOT_ASKED = frozenset({"ele-1", "rng-2", "txt-1", "txt-2"})
DAYS = frozenset({"date", "dateTime", "instant"})
# Told by HL7 in words: what an id is, in the type of it alone; of what an entry is called; of languages.
PATTERNS = {
    "id": r"[A-Za-z0-9\-\.]{1,64}",
    "fullUrl": r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|https?://\S+",
    "language": r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*|[a-z]+/[a-z0-9.+-]+",  # or what an Expression is in
}
UNITS = frozenset({"s", "min"})  # of UCUM, which has far too many to list; these are all that is written
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
    return [*found, *(between(resource) if name == "Bundle" else within(resource))]


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
        elements = children(at)
        known: dict[str, list[str]] = {}
        for key in value.keys() - {"resourceType", *(f"_{name}" for name in value)}:
            found = next((name for name in elements if key in keys_of(elements[name], name)), None)
            if found is None:
                yield f"{path}.{key}: unknown"
            else:
                known.setdefault(found, []).append(key)
        for name, element in elements.items():
            yield from self._element(f"{at}.{name}", element, known.get(name, []), value, path)
        constraints = TYPES[type_]["constraints"] if at == type_ else {}
        yield from self._invariants(constraints, value, at, path)
        if value.get("system") == UCUM and value.get("code") not in UNITS:
            yield f"{path}.code: {value.get('code')!r} is no unit that is used here"
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
        type_ = type_of(at, element, key)
        if type_ in ("BackboneElement", "Element") and children(at):
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


def _primitive(type_: str, value: Any, path: str) -> Iterator[str]:
    """Check a primitive. HL7's patterns are XML Schema's: a space of French is no white space there."""
    wanted = PLAIN.get(type_, str)
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        yield f"{path}: {value!r} is no {type_}"
    elif isinstance(value, str):
        regex = PATTERNS.get(path.rsplit(".", 1)[-1]) or TYPES.get(type_, {}).get("regex")
        if (
            (regex and not re.fullmatch(regex, value, re.ASCII))
            or not value.strip()
            or _is_no_day(type_, value)
        ):
            yield f"{path}: {value!r} is no {type_}"
    elif isinstance(value, float) and not math.isfinite(value):
        yield f"{path}: {value!r} is no {type_}"


def _is_no_day(type_: str, value: str) -> bool:
    """Whether it is a day that no calendar has, such as the thirtieth of February."""
    day = re.match(r"(\d{4})-(\d{2})-(\d{2})", value) if type_ in DAYS else None
    return bool(day) and int(day[3]) > monthrange(int(day[1]), int(day[2]))[1]
