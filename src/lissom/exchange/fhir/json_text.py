"""The bytes of a file as the JSON of FHIR, or in words why they are none."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any, Final

from lissom.exchange.fhir.elements import Json
from lissom.exchange.fhir.faults import FhirRefused
from lissom.strict_json import read_json

MOST_BYTES: Final = 64 * 2**20
MOST_DEEP: Final = 100
MOST_DIGITS: Final = 40
_TOO_DEEP: Final = f"this is not JSON that can be read: it is nested more than {MOST_DEEP} deep"
_WORDS: Final = {
    "expecting value": "a value should stand here",
    "extra data": "something stands after its end; a file holds one resource, or one Bundle",
    "unterminated string starting at": "a text begins here and has no end",
}


def json_of(text: bytes) -> Json:
    """Return what a file holds, if it can be a resource.

    Raises:
        FhirRefused: if it is too large, or is no JSON, or no object with a `resourceType`.
    """
    if len(text) > MOST_BYTES:
        raise FhirRefused(f"the file is larger than {MOST_BYTES // 2**20} MB")
    if text.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        raise FhirRefused("this is not JSON but XML: ask for JSON")
    content = _parsed(text)
    if not isinstance(content, dict) or not isinstance(content.get("resourceType"), str):
        raise FhirRefused("resourceType: missing, so this is no FHIR resource")
    return content


def without_value(value: Any, path: str, beside: Any = None) -> Iterator[str]:
    """Return where there is nothing, which FHIR leaves out and the models of fhir.resources let pass.

    In a list of plain values a null may stand where `beside`, the list of their extensions, says why.
    """
    if value is None or value in ("", [], {}):
        shown = "null" if value is None else "empty"
        yield f"{path}: {shown}; leave out what has no value"
    elif isinstance(value, dict):
        for key, inner in value.items():
            twin = value.get(key[1:] if key.startswith("_") else f"_{key}")
            yield from without_value(inner, f"{path}.{key}", twin)
    elif isinstance(value, list):
        others = beside if isinstance(beside, list) else []
        for number, inner in enumerate(value):
            if inner is not None or number >= len(others) or others[number] is None:
                yield from without_value(inner, f"{path}[{number}]")


def _parsed(text: bytes) -> Any:
    try:
        content = read_json(text, whole=_whole, decimal=_decimal)
    except UnicodeDecodeError:
        raise FhirRefused("the file is not text in UTF-8") from None
    except json.JSONDecodeError as error:
        words = error.msg.lower()
        more = f" ({_WORDS[words]})" if words in _WORDS else ""
        raise FhirRefused(
            f"this is not JSON: line {error.lineno}, column {error.colno}: {words}{more}"
        ) from None
    except ValueError as error:
        raise FhirRefused(f"this is not JSON that can be read: {error}") from None
    except RecursionError:
        raise FhirRefused(_TOO_DEEP) from None
    if _is_too_deep(content):
        raise FhirRefused(_TOO_DEEP)
    return content


def _is_too_deep(content: Any) -> bool:
    level = [content]
    for _ in range(MOST_DEEP):
        level = [inner for each in level if isinstance(each, (dict, list)) for inner in _inside(each)]
        if not level:
            return False
    return True


def _inside(value: Any) -> Any:
    return value.values() if isinstance(value, dict) else value


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ValueError(f"a number has {len(digits)} digits")
    return int(digits)


def _decimal(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits[:MOST_DIGITS]} is too large a number")
    return number
