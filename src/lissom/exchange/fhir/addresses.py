"""The names of things in FHIR: canonical addresses, ids, and what an entry of a Bundle is called.

Nobody owns a domain for Lissom; a name under `.example` belongs to nobody and never will, so nothing can
be fetched from it. Equal input gives equal names: no chance, no clock.
"""

from __future__ import annotations

import re
from hashlib import sha1
from typing import Final
from uuid import UUID, uuid5

BASE: Final = "https://lissom.example/fhir"
SESSION_IDS: Final = f"{BASE}/session"
ROUTINE_IDS: Final = f"{BASE}/routine"
PLAN_IDS: Final = f"{BASE}/care-plan"

_SPACE: Final = UUID("0f6f0a5c-6f1c-5b5f-9a52-7c1f3d1c2a44")
_ID: Final = re.compile(r"[A-Za-z0-9.-]{1,64}")


def definition_url(kind: str, name: str) -> str:
    """Return the canonical address of a definition: a PlanDefinition, a Questionnaire…"""
    return f"{BASE}/{kind}/{name}"


def extension_url(name: str) -> str:
    """Return the canonical address of one of our extensions."""
    return f"{BASE}/StructureDefinition/{name}"


def stable_id(*parts: str) -> str:
    """Return an id that depends on nothing but its parts."""
    return str(uuid5(_SPACE, "\n".join(parts)))


def definition_id(name: str) -> str:
    """Return a name as an id of FHIR, which has at most 64 characters; a longer one is cut and marked."""
    if _ID.fullmatch(name):
        return name
    return f"{name[:47]}-{sha1(name.encode(), usedforsecurity=False).hexdigest()[:16]}"


def entry_name(kind: str, resource_id: str) -> str:
    """Return what a resource is called inside a Bundle, and what references to it say."""
    try:
        return f"urn:uuid:{UUID(resource_id)}"
    except ValueError:
        return f"urn:uuid:{stable_id(kind, resource_id)}"
