"""FHIR that was brought: which resources there are, and what can be made of each.

A PlanDefinition of ours gives its routine back. Of a ServiceRequest and a CarePlan it is told what they
say; nothing is made up from them. Everything else is named and left alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from lissom.exchange.fhir.faults import FhirRefused
from lissom.exchange.fhir.json_text import json_of, without_value
from lissom.exchange.fhir.read_request import REQUESTS, Request, read_request
from lissom.exchange.fhir.read_routine import carried_in, read_routine
from lissom.exchange.fhir.resources import Found, resources_in
from lissom.exchange.fhir.structure import problems_of_brought
from lissom.routine.model import Routine

PLAN: Final = "PlanDefinition"


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file holds. `left` counts the resources that nothing is made of, by their type."""

    routines: tuple[Routine, ...]
    requests: tuple[Request, ...]
    left: dict[str, int]


def read(text: bytes, today: date | None = None) -> Brought:
    """Read a resource or a Bundle. By `today` it is told what is past.

    Raises:
        FhirRefused: with all that is wrong, each with its JSON path; nothing was read then.
    """
    found = resources_in(json_of(text))
    wanted = [each for each in found if _is_read(each)]
    if problems := [problem for each in wanted for problem in _problems(each)]:
        raise FhirRefused(*problems)
    names = frozenset(name for each in found for name in each.names)
    return Brought(
        tuple(read_routine(each.resource, each.path) for each in wanted if each.kind == PLAN),
        tuple(read_request(each.resource, each.path, names, today) for each in wanted if each.kind != PLAN),
        dict(Counter(each.kind for each in found if not _is_read(each))),
    )


def _problems(found: Found) -> list[str]:
    """What keeps a resource from being read. FHIR leaves out what is empty, and the models let it pass."""
    return [*without_value(found.resource, found.path)] or problems_of_brought(found.resource, found.path)


def _is_read(found: Found) -> bool:
    return found.kind in REQUESTS or (found.kind == PLAN and bool(carried_in(found.resource)))
