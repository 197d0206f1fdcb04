"""The one table of codes that leave this program, each with its display and where both were looked up.

A code is never made up and never guessed from a word. Public code mislabels 229070002 (as biofeedback,
wound therapy, compression stockings), so it stands here once, beside its display, and text goes with it.
LOINC and SNOMED CT belong to their owners; see docs/reference/fhir.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

LOINC: Final = "http://loinc.org"
SNOMED: Final = "http://snomed.info/sct"
UCUM: Final = "http://unitsofmeasure.org"
_HL7: Final = "http://terminology.hl7.org/CodeSystem"


@dataclass(frozen=True, slots=True)
class Code:
    """A code with its display. `source` says where the two were found together."""

    system: str
    code: str
    display: str
    source: str


_LOINC_TABLE, _PA_GUIDE = "LOINC's table", "HL7's Physical Activity guide"
_R4, _SECONDARY = "FHIR R4's own code systems", "SNOMED CT, seen at second hand"

PAIN: Final = Code(
    LOINC, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported", _LOINC_TABLE
)
MINUTES: Final = Code(LOINC, "55411-3", "Exercise duration", _PA_GUIDE)
STRETCHING: Final = Code(SNOMED, "229070002", "Stretching exercises", _SECONDARY)
EXERCISE: Final = Code(SNOMED, "229065009", "Exercise therapy", _PA_GUIDE)
SURVEY: Final = Code(f"{_HL7}/observation-category", "survey", "Survey", _R4)
ACTIVITY: Final = Code(f"{_HL7}/observation-category", "activity", "Activity", _R4)
PROTOCOL: Final = Code(f"{_HL7}/plan-definition-type", "clinical-protocol", "Clinical Protocol", _R4)

TABLE: Final = (PAIN, MINUTES, STRETCHING, EXERCISE, SURVEY, ACTIVITY, PROTOCOL)


# What other systems call the two; C-CDA knows only these numbers.
_ALSO_CALLED: Final = {
    "urn:oid:2.16.840.1.113883.6.96": SNOMED,
    "2.16.840.1.113883.6.96": SNOMED,
    "urn:oid:2.16.840.1.113883.6.1": LOINC,
    "2.16.840.1.113883.6.1": LOINC,
}
_NAMES: Final = {SNOMED: "SNOMED CT", LOINC: "LOINC"}


def find_code(system: str | None, code: str | None) -> Code | None:
    """Return what the table says of a code, or None if it is not in it."""
    known = _ALSO_CALLED.get(system or "", system)
    return next((each for each in TABLE if (each.system, each.code) == (known, code)), None)


def found_elsewhere(coding: Mapping[str, Any]) -> Code | None:
    """Return what a code would mean for which no system is named, or None."""
    if coding.get("system"):
        return None
    return next((each for each in TABLE if each.code == coding.get("code") and each.system in _NAMES), None)


def system_name(system: str | None) -> str:
    """Return what people call a system; the address of one that is not known here, as it stands."""
    return _NAMES.get(_ALSO_CALLED.get(system or "", system or ""), system or "no system named")


def coding_words(coding: Mapping[str, Any], meaning: str | None) -> str:
    """Return a Coding in words, with what its code means where that is known."""
    display = f"“{coding['display']}”" if coding.get("display") else "no display"
    means = "" if meaning is None else f"; the code means “{meaning}”"
    return f"{coding.get('code', 'no code')} ({system_name(coding.get('system'))}), {display}{means}"
