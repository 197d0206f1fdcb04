"""Emergency numbers, for who sets theirs by country. A number that is not here is typed in.

999, 112 and 911 stand in EVIDENCE 6. The others, and which country has which, are ours: a
convention (docs/conventions.md) that awaits a check by someone who knows the country.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EmergencyNumber:
    """A number, the countries in which it calls an ambulance (ISO 3166 codes), and where that stands."""

    number: str
    countries: tuple[str, ...]
    source: str


EMERGENCY_NUMBERS = (
    EmergencyNumber("112", ("EU", "CH", "NO", "IS", "TR", "UA", "IN"), "EVIDENCE 6; the countries are ours"),
    EmergencyNumber("999", ("GB", "IE", "HK"), "EVIDENCE 6; the countries are ours"),
    EmergencyNumber("911", ("US", "CA", "MX"), "EVIDENCE 6; the countries are ours"),
    EmergencyNumber("000", ("AU",), "ours"),
    EmergencyNumber("111", ("NZ",), "ours"),
    EmergencyNumber("119", ("JP", "KR"), "ours"),
    EmergencyNumber("192", ("BR",), "ours"),
    EmergencyNumber("120", ("CN",), "ours"),
    EmergencyNumber("10177", ("ZA",), "ours"),
)
