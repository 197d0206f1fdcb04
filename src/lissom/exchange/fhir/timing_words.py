"""A Timing of R4 in words. What there are no words for is told as it stands; nothing is left unsaid."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from lissom.exchange.fhir.elements import Json, listed
from lissom.exchange.fhir.faults import FhirRefused

UNITS: Final = {
    "s": "second", "min": "minute", "h": "hour", "d": "day", "wk": "week", "mo": "month", "a": "year",
}  # fmt: skip
_WORDED: Final = frozenset(
    {
        "count", "countMax", "frequency", "frequencyMax", "period", "periodMax", "periodUnit",
        "duration", "durationMax", "durationUnit", "dayOfWeek", "timeOfDay", "boundsPeriod",
    }
)  # fmt: skip


def timing_words(timing: Json, path: str) -> Iterator[tuple[str, str]]:
    """Return what a Timing says, each part with its JSON path.

    Raises:
        FhirRefused: if a unit is none.
    """
    code = timing.get("code") or {}
    for number, coding in enumerate(code.get("coding") or ()):
        shown = " ".join(filter(None, (coding.get("display"), coding.get("code"))))
        yield f"{path}.code.coding[{number}]", shown
    if code.get("text"):
        yield f"{path}.code.text", code["text"]
    for number, event in enumerate(timing.get("event") or ()):
        yield f"{path}.event[{number}]", f"on {event}"
    repeat = timing.get("repeat") or {}
    _check(repeat, f"{path}.repeat")
    if words := ", ".join(_repeat(repeat)):
        yield f"{path}.repeat", words
    for key in repeat.keys() - _WORDED - {"extension", "id"}:
        yield f"{path}.repeat.{key}", json.dumps(repeat[key], ensure_ascii=False)


def _check(repeat: Json, path: str) -> None:
    """What the models of fhir.resources let pass: a unit that is none, and one that lacks."""
    problems = []
    for key in ("duration", "period"):
        unit = repeat.get(f"{key}Unit")
        if unit is not None and unit not in UNITS:
            problems.append(f"{path}.{key}Unit: {unit!r} is no unit of time; R4 knows {listed(UNITS)}")
        if key in repeat and unit is None:
            problems.append(f"{path}.{key}Unit: missing, so nobody knows how long {repeat[key]} is")
    if problems:
        raise FhirRefused(*problems)


def _repeat(repeat: Json) -> Iterator[str]:
    if "frequency" in repeat:
        yield f"{_span(repeat, 'frequency')} times"
    if "period" in repeat:
        unit = UNITS[repeat["periodUnit"]]
        is_one = repeat["period"] == 1 and "periodMax" not in repeat
        yield f"every {unit}" if is_one else f"every {_span(repeat, 'period')} {unit}s"
    if "duration" in repeat:
        yield f"for {_span(repeat, 'duration')} {UNITS[repeat['durationUnit']]}s each"
    if days := repeat.get("dayOfWeek"):
        yield f"on {listed(days, 'and')}"
    if times := repeat.get("timeOfDay"):
        yield f"at {listed(times, 'and')}"
    if "count" in repeat:
        yield f"{_span(repeat, 'count')} times in all"
    if bounds := repeat.get("boundsPeriod"):
        yield period_words(bounds)


def period_words(period: Json) -> str:
    """Return a Period in words."""
    start, end = period.get("start"), period.get("end")
    return " ".join(filter(None, (start and f"from {start}", end and f"until {end}")))


def _span(repeat: Json, key: str) -> str:
    least: Any = repeat[key]
    most = repeat.get(f"{key}Max")
    return f"{least}" if most is None else f"{least} to {most}"
