"""Routines, plans and sessions as FHIR R4, and back (docs/reference/fhir.md).

Everything here is plain JSON values; fhir.resources, which is slow to import, is loaded only when
something is checked.
"""

from lissom.exchange.fhir.activity_definition import activity_definitions
from lissom.exchange.fhir.bundle import make_bundle, write
from lissom.exchange.fhir.elements import Json, printable
from lissom.exchange.fhir.faults import FhirRefused
from lissom.exchange.fhir.importing import Brought, read
from lissom.exchange.fhir.plan_definition import plan_definition
from lissom.exchange.fhir.played_session import PlayedSession
from lissom.exchange.fhir.prescription import prescription
from lissom.exchange.fhir.questionnaire import page_questionnaire, routine_questionnaire
from lissom.exchange.fhir.read_request import Request
from lissom.exchange.fhir.session import session_resources
from lissom.exchange.fhir.subject import Subject, anonymous_subject, named_subject

__all__ = [
    "Brought",
    "FhirRefused",
    "Json",
    "PlayedSession",
    "Request",
    "Subject",
    "activity_definitions",
    "anonymous_subject",
    "make_bundle",
    "named_subject",
    "page_questionnaire",
    "plan_definition",
    "prescription",
    "printable",
    "read",
    "routine_questionnaire",
    "session_resources",
    "write",
]
