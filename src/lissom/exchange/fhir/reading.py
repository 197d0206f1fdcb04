"""FHIR that was brought: which resources there are, and what can be made of each.

A PlanDefinition of ours gives its routine back. Of a ServiceRequest and a CarePlan it is told what they
say; nothing is made up from them. Everything else is named and left alone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from lissom.exchange.fhir.elements import Json
from lissom.exchange.fhir.faults import FhirRefused
from lissom.exchange.fhir.read_request import REQUESTS, Request, read_request
from lissom.exchange.fhir.read_routine import carried_in, read_routine
from lissom.exchange.fhir.structure import Found, problems_of_brought, resources_in
from lissom.routine.model import Routine

MOST_BYTES: Final = 64 * 2**20
PLAN: Final = "PlanDefinition"


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file holds. `left` counts the resources that nothing is made of, by their type."""

    routines: tuple[Routine, ...]
    requests: tuple[Request, ...]
    left: dict[str, int]


def read(text: bytes) -> Brought:
    """Read a resource or a Bundle.

    Raises:
        FhirRefused: with all that is wrong, each with its JSON path; nothing was read then.
    """
    found = [*resources_in(_content(text))]
    wanted = [each for each in found if _is_read(each.resource)]
    if problems := [problem for each in wanted for problem in _problems(each)]:
        raise FhirRefused(*problems)
    names = frozenset(name for each in found for name in each.names)
    left = Counter(str(each.resource.get("resourceType")) for each in found if each not in wanted)
    plans = [each for each in wanted if each.resource["resourceType"] == PLAN]
    return Brought(
        tuple(read_routine(each.resource, each.path) for each in plans),
        tuple(read_request(each.resource, each.path, names) for each in wanted if each not in plans),
        dict(left),
    )


def _problems(found: Found) -> list[str]:
    """What keeps a resource from being read. FHIR leaves out what is empty, and the models let null pass."""
    return [*_nulls(found.resource, found.path)] or problems_of_brought(found.resource, found.path)


def _nulls(value: Any, path: str) -> Iterator[str]:
    if value is None:
        yield f"{path}: null; leave out what has no value"
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _nulls(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _nulls(inner, f"{path}[{number}]")


def _is_read(resource: Json) -> bool:
    kind = resource.get("resourceType")
    return kind in REQUESTS or (kind == PLAN and bool(carried_in(resource)))


def _content(text: bytes) -> Json:
    if len(text) > MOST_BYTES:
        raise FhirRefused(f"the file is larger than {MOST_BYTES // 2**20} MB")
    try:
        content = json.loads(text, object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise FhirRefused("the file is not text in UTF-8") from None
    except json.JSONDecodeError as error:
        raise FhirRefused(
            f"this is not JSON: line {error.lineno}, column {error.colno}: {error.msg.lower()}"
        ) from None
    except (ValueError, RecursionError) as error:
        raise FhirRefused(f"this is not JSON that can be read: {error}") from None
    if not isinstance(content, dict) or not isinstance(content.get("resourceType"), str):
        raise FhirRefused("resourceType: missing, so this is no FHIR resource")
    if not isinstance(content.get("entry", []), list):
        raise FhirRefused("Bundle.entry: this must be a list")
    return content


def _no_twins(pairs: list[tuple[str, Any]]) -> Json:
    content = dict(pairs)
    if len(content) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return content


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")
