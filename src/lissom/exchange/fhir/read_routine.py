"""A PlanDefinition of ours, read back to its routine without loss.

The routine comes from the attachment, which holds all of it. The structure around it must say the same:
somebody may have changed one and not the other, and then nobody knows which is meant. So the
PlanDefinition is made anew from what was read, and both must be equal.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator
from hashlib import sha1
from typing import Any, Final

from lissom.exchange.fhir.elements import Json
from lissom.exchange.fhir.faults import FhirRefused
from lissom.exchange.fhir.plan_definition import CARRIED, plan_definition
from lissom.routine.from_content import routine_from
from lissom.routine.model import Routine
from lissom.routine.shapes import ID, LONGEST_ID

# A server gives these to what it stores; they are not part of what a routine says.
OF_THE_SERVER: Final = frozenset({"id", "meta", "text"})
_ANY_VERSION: Final = CARRIED.split("/")[0] + "/"


def carried_in(plan: Json) -> list[tuple[int, Json]]:
    """Return the attachments of a PlanDefinition that hold a routine, with their places."""
    artifacts = plan.get("relatedArtifact")
    return [
        (number, each)
        for number, each in enumerate(artifacts if isinstance(artifacts, list) else ())
        if isinstance(each, dict) and str(each.get("label", "")).startswith(_ANY_VERSION)
    ]


def read_routine(plan: Json, path: str = "PlanDefinition") -> Routine:
    """Return the routine of a PlanDefinition that `plan_definition` made.

    Raises:
        FhirRefused: if it holds none, if it was damaged, or if its structure says something else.
    """
    carried = carried_in(plan)
    if len(carried) != 1:
        raise FhirRefused(f"{path}.relatedArtifact: {len(carried)} routines are attached, and not one")
    number, artifact = carried[0]
    routine = _routine(artifact, f"{path}.relatedArtifact[{number}]")
    if different := [*_differences(plan_definition(routine), _ours(plan), path)]:
        raise FhirRefused(f"{path}: the plan and the routine attached to it do not agree", *different)
    return routine


def _routine(artifact: Json, path: str) -> Routine:
    if artifact["label"] != CARRIED:
        raise FhirRefused(f"{path}.label: {artifact['label']!r}, and this version reads {CARRIED!r}")
    document = artifact.get("document") or {}
    content = _decoded(document, f"{path}.document")
    try:
        routine = routine_from(json.loads(content))
    except (ValueError, RecursionError) as error:
        raise FhirRefused(f"{path}.document.data: this is no routine: {error}") from None
    if not ID.fullmatch(routine.id) or len(routine.id) > LONGEST_ID:  # files are named after it
        raise FhirRefused(f"{path}.document.data: this is no routine: {routine.id!r} is not an id")
    return routine


def _decoded(document: Json, path: str) -> bytes:
    try:
        content = base64.b64decode(document.get("data") or "", validate=True)
        expected = base64.b64decode(document.get("hash") or "", validate=True)
    except binascii.Error as error:
        raise FhirRefused(f"{path}: this is not base64: {error}") from None
    if sha1(content, usedforsecurity=False).digest() != expected:
        raise FhirRefused(f"{path}.data: it is not as it was when it was written: its hash is another")
    return content


def _ours(plan: Json) -> Json:
    return {key: value for key, value in plan.items() if key not in OF_THE_SERVER}


def _differences(expected: Any, found: Any, path: str) -> Iterator[str]:
    """Return where two values differ, each place with what the routine says and what stands there."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in sorted({*expected, *found} - (OF_THE_SERVER if "resourceType" in expected else set())):
            yield from _differences(expected.get(key), found.get(key), f"{path}.{key}")
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for number, (one, other) in enumerate(zip(expected, found, strict=True)):
            yield from _differences(one, other, f"{path}[{number}]")
    elif expected != found or isinstance(expected, bool) is not isinstance(found, bool):
        yield f"{path}: {_shown(found)}, and the routine says {_shown(expected)}"


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}…"
