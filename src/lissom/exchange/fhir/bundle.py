"""Resources put together as a Bundle, and written: each is held against R4 before a byte leaves.

The type is `collection`: a file that is handed over. It does not tell a server what to do with it, as a
transaction would; who receives it decides that. Every reference inside leads to an entry of the Bundle.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from lissom.exchange.fhir.addresses import entry_name
from lissom.exchange.fhir.elements import Json
from lissom.exchange.fhir.structure import problems_of


def make_bundle(resources: Iterable[Json]) -> Json:
    """Return resources as a Bundle, in their order; one that stands there twice is taken once.

    Raises:
        ValueError: if one is no valid R4: a fault of ours, never of the person's.
    """
    found: dict[str, Json] = {}
    for resource in resources:
        found.setdefault(entry_name(resource["resourceType"], resource["id"]), resource)
    if problems := [problem for each in found.values() for problem in problems_of(each)]:
        raise ValueError("; ".join(problems))
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"fullUrl": name, "resource": resource} for name, resource in found.items()],
    }


def write(resource: Json) -> bytes:
    """Return a resource as JSON that people can read too. Equal resources give equal bytes."""
    return json.dumps(resource, ensure_ascii=False, indent=2).encode() + b"\n"
