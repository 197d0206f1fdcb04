"""The resources of a file, each with its place: alone, in a Bundle, in a Bundle inside it, or contained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from lissom.exchange.fhir.elements import Json
from lissom.exchange.fhir.faults import FhirRefused

BUNDLE: Final = "Bundle"
NO_RESOURCE: Final = "Bundle.entry without resource"


@dataclass(frozen=True, slots=True)
class Found:
    """A resource of a file: its JSON path, what kind it is, and what references call it.

    An entry of a Bundle may have none, as one that tells of something deleted: its kind says so.
    """

    path: str
    kind: str
    resource: Json
    names: tuple[str, ...] = ()


def resources_in(content: Json) -> list[Found]:
    """Return the one resource, or those of a Bundle, each before what is contained in it.

    Raises:
        FhirRefused: with each place where a resource should stand and none does.
    """
    problems: list[str] = []
    found = [*_resource(content, str(content["resourceType"]), problems)]
    if problems:
        raise FhirRefused(*problems)
    return found


def _resource(resource: Any, path: str, problems: list[str], full_url: object = None) -> Iterator[Found]:
    if not isinstance(resource, dict):
        problems.append(f"{path}: this must be an object")
        return
    kind = resource.get("resourceType")
    if not isinstance(kind, str):
        problems.append(f"{path}.resourceType: missing, so this is no FHIR resource")
    elif kind == BUNDLE:
        for number, entry in enumerate(_listed(resource, "entry", path, problems)):
            yield from _entry(entry, f"{path}.entry[{number}]", problems)
    else:
        names = (f"{kind}/{resource.get('id')}", *([str(full_url)] if full_url else []))
        yield Found(path, kind, resource, names)
        for number, inner in enumerate(_listed(resource, "contained", path, problems)):
            for each in _resource(inner, f"{path}.contained[{number}]", problems):
                yield Found(each.path, each.kind, each.resource, (f"#{each.resource.get('id')}",))


def _entry(entry: Any, path: str, problems: list[str]) -> Iterator[Found]:
    if not isinstance(entry, dict):
        problems.append(f"{path}: this must be an object")
    elif "resource" in entry:
        yield from _resource(entry["resource"], f"{path}.resource", problems, entry.get("fullUrl"))
    else:
        yield Found(path, NO_RESOURCE, entry)


def _listed(of: Json, key: str, path: str, problems: list[str]) -> list[Any]:
    value = of.get(key, [])
    if isinstance(value, list):
        return value
    problems.append(f"{path}.{key}: this must be a list")
    return []
