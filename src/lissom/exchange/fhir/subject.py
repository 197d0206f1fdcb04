"""Whom the resources are about: a Patient that the receiver knows, or one without a name.

Lissom knows no name and no date of birth. Who exports may name the Patient of the receiving system; else
one anonymous Patient stands in the Bundle. It stands there once and is not contained in each resource:
so all of them are about the same person, and the next export is about the same one again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lissom.errors import LissomError
from lissom.exchange.fhir.addresses import stable_id
from lissom.exchange.fhir.elements import Json, reference

_REFERENCE = re.compile(r"(https?://\S+/)?Patient/[A-Za-z0-9.-]{1,64}|urn:uuid:[0-9a-f-]{36}")


@dataclass(frozen=True, slots=True)
class Subject:
    """A person: how they are referred to, and the resource where they stand in the Bundle themselves."""

    reference: Json
    resource: Json | None = None


def named_subject(text: str) -> Subject:
    """Return the Patient of another system.

    Raises:
        LissomError: if the text is no reference to a Patient.
    """
    if not _REFERENCE.fullmatch(text):
        raise LissomError(
            f"{text!r} is no reference to a Patient",
            "write one such as Patient/123, as the other system has it",
        )
    return Subject({"reference": text})


def anonymous_subject(person: str) -> Subject:
    """Return a Patient without a name. `person` tells two people apart and is not shown."""
    patient: Json = {"resourceType": "Patient", "id": stable_id("patient", person)}
    return Subject(reference(patient), patient)
