"""The small parts that resources are put together from, as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lissom.exchange.fhir.addresses import entry_name, extension_url
from lissom.exchange.fhir.codes import UCUM, Code

Json = dict[str, Any]


def concept(text: str, *codes: Code) -> Json:
    """Return a CodeableConcept. It always has text: a code alone tells a person nothing."""
    coding = [{"system": each.system, "code": each.code, "display": each.display} for each in codes]
    return told(coding=coding, text=text)


def duration(seconds: int) -> Json:
    """Return a Duration, or a Quantity, of seconds."""
    return {"value": seconds, "unit": "s", "system": UCUM, "code": "s"}


def minutes(number: float) -> Json:
    """Return a Quantity of minutes."""
    return {"value": number, "unit": "min", "system": UCUM, "code": "min"}


def reference(resource: Json) -> Json:
    """Return the reference to a resource of the same Bundle."""
    return {"reference": entry_name(resource["resourceType"], resource["id"])}


def extension(name: str, **value: Any) -> Json:
    """Return one of our extensions with a value, such as `valueCode="left"`."""
    return {"url": extension_url(name), **value}


def nested(name: str, **parts: Json | None) -> Json:
    """Return one of our extensions that has parts; a part that is None is left out."""
    found = [{"url": part.replace("_", "-"), **value} for part, value in parts.items() if value is not None]
    return {"url": extension_url(name), "extension": found}


def told(**values: Any) -> Json:
    """Return an object without what says nothing: FHIR has no empty text, list or object."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {}, ())}


def printable(text: str) -> str:
    """Return a text of others without what would move a terminal's cursor, or break a line."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def listed(words: Iterable[str], last: str = "or") -> str:
    """Return words as a sentence has them: `pain, numbness or tingling`."""
    *rest, end = words
    return f"{', '.join(rest)} {last} {end}" if rest else end
