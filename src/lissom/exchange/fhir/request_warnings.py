"""What turns a request round, or takes it out of force: whoever reads it is told this first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lissom.exchange.fhir.elements import Json
from lissom.exchange.fhir.faults import FhirRefused
from lissom.exchange.fhir.request_parts import details, modifiers

Known = Mapping[str, str | None]

_STATUS: Final[Known] = {
    "draft": "it is a draft and not in force",
    "active": None,
    "on-hold": "it is on hold and not in force",
    "revoked": "it was revoked: do not follow it",
    "completed": "it is completed: it is over",
    "entered-in-error": "it was entered in error: do not follow it",
    "unknown": "whether it is in force is not known",
}
_OF_A_PLAN: Final[Known] = {
    "proposal": "it is a proposal and no order",
    "plan": "it is a plan and no order",
    "order": None,
    "option": "it is one of several options",
}
_INTENT: Final[Mapping[str, Known]] = {
    "CarePlan": _OF_A_PLAN,
    "ServiceRequest": {
        **_OF_A_PLAN,
        **dict.fromkeys(("directive", "original-order", "reflex-order", "filler-order", "instance-order")),
    },
}
_ACTIVITY: Final = (
    "not-started", "scheduled", "in-progress", "on-hold", "completed", "cancelled", "stopped", "unknown",
    "entered-in-error",
)  # fmt: skip


def warnings(resource: Json, path: str) -> Iterator[tuple[str, str]]:
    """Return what is to be minded, each with its JSON path.

    Raises:
        FhirRefused: if a status or an intent is none that R4 knows.
    """
    for place, detail in details(resource, path):
        if detail.get("doNotPerform"):
            yield f"{place}.doNotPerform", "it says that this is NOT to be done"
        if detail is not resource:
            yield f"{place}.status", f"this activity is {_known(detail, 'status', _ACTIVITY, place)}"
    for place, each in modifiers(resource, path):
        yield place, f"{each['url']} changes what it means; ask what it says"
    if "implicitRules" in resource:
        yield f"{path}.implicitRules", f"{resource['implicitRules']} changes what it means; ask what it says"
    for key, known in (("status", _STATUS), ("intent", _INTENT[resource["resourceType"]])):
        if words := known[_known(resource, key, tuple(known), path)]:
            yield f"{path}.{key}", words


def _known(detail: Json, key: str, known: tuple[str, ...], path: str) -> str:
    value = detail.get(key)
    if value not in known:
        raise FhirRefused(f"{path}.{key}: {value!r} is none that R4 knows; it knows {', '.join(known)}")
    return str(value)
