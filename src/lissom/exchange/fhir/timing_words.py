"""A Timing of R4 in words. What there are no words for is told as it stands; nothing is left unsaid."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Final

from lissom.exchange.fhir.codes import coding_words
from lissom.exchange.fhir.elements import Json, listed
from lissom.exchange.fhir.faults import FhirRefused

UNITS: Final = {
    "s": "second", "min": "minute", "h": "hour", "d": "day", "wk": "week", "mo": "month", "a": "year",
}  # fmt: skip
_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WHEN: Final = {
    "MORN": "in the morning", "MORN.early": "early in the morning", "MORN.late": "late in the morning",
    "NOON": "at noon", "AFT": "in the afternoon", "AFT.early": "early in the afternoon",
    "AFT.late": "late in the afternoon", "EVE": "in the evening", "EVE.early": "early in the evening",
    "EVE.late": "late in the evening", "NIGHT": "at night", "PHS": "after falling asleep",
    "HS": "before sleeping", "WAKE": "after waking", "C": "at a meal", "CM": "at breakfast",
    "CD": "at lunch", "CV": "at dinner", "AC": "before a meal", "ACM": "before breakfast",
    "ACD": "before lunch", "ACV": "before dinner", "PC": "after a meal", "PCM": "after breakfast",
    "PCD": "after lunch", "PCV": "after dinner",
}  # fmt: skip
ABBREVIATIONS: Final = "http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation"
_OFTEN: Final = {  # HL7's abbreviations that say how often: so many times in so many of a unit
    "QD": (1, 1, "d"), "BID": (2, 1, "d"), "TID": (3, 1, "d"), "QID": (4, 1, "d"), "QOD": (1, 2, "d"),
    "Q1H": (1, 1, "h"), "Q2H": (1, 2, "h"), "Q3H": (1, 3, "h"), "Q4H": (1, 4, "h"), "Q6H": (1, 6, "h"),
    "Q8H": (1, 8, "h"), "WK": (1, 1, "wk"), "MO": (1, 1, "mo"),
}  # fmt: skip
_HOURS: Final[Mapping[str, Fraction]] = {
    unit: Fraction(hours)
    for unit, hours in {"s": "1/3600", "min": "1/60", "h": "1", "d": "24", "wk": "168", "mo": "730",
                        "a": "8766"}.items()
}  # fmt: skip
_ASIDE: Final = frozenset({"id", "extension"})


def timing_words(timing: Json, path: str) -> Iterator[tuple[str, str]]:
    """Return what a Timing says, each part with its JSON path.

    Raises:
        FhirRefused: if a unit, a day or a time of day is none, or if one part lacks another.
    """
    code = timing.get("code") or {}
    for number, coding in enumerate(code.get("coding") or ()):
        yield f"{path}.code.coding[{number}]", coding_words(coding, _abbreviated(coding))
    if code.get("text"):
        yield f"{path}.code.text", f"“{code['text']}”"
    for number, event in enumerate(timing.get("event") or ()):
        if event is not None:  # its reason stands beside it, and is named
            yield f"{path}.event[{number}]", f"on {event}"
    repeat = timing.get("repeat") or {}
    _check(repeat, f"{path}.repeat")
    told, words = _repeat(repeat)
    if words:
        yield f"{path}.repeat", ", ".join(words)
    for key in sorted(repeat.keys() - told - _ASIDE):
        yield f"{path}.repeat.{key}", json.dumps(repeat[key], ensure_ascii=False)


def says_how_often(timing: Json) -> bool:
    """Whether a Timing says how often, or when; an end, a number in all or a length alone do not."""
    keys = ("frequency", "frequencyMax", "period", "dayOfWeek", "timeOfDay", "when")
    repeat = timing.get("repeat") or {}
    return bool(timing.get("code") or timing.get("event") or any(key in repeat for key in keys))


def timing_disagreements(timing: Json, path: str) -> Iterator[tuple[str, str]]:
    """Return where an abbreviation says one thing and the repeat beside it another: both, and no choice."""
    repeat = timing.get("repeat") or {}
    if "frequency" not in repeat and "period" not in repeat:
        return
    for number, coding in enumerate((timing.get("code") or {}).get("coding") or ()):
        meant = _OFTEN.get(str(coding.get("code"))) if coding.get("system") == ABBREVIATIONS else None
        if meant and not _is_as_often(repeat, *meant):
            _, words = _repeat({key: value for key, value in repeat.items() if key in _RATE})
            yield (
                f"{path}.code.coding[{number}]",
                f"the code {coding['code']} means “{_often(*meant)}”, and beside it stands "
                f"“{', '.join(words)}”",
            )


_RATE: Final = ("frequency", "frequencyMax", "period", "periodMax", "periodUnit")


def period_words(period: Json) -> str:
    """Return a Period in words."""
    start, end = period.get("start"), period.get("end")
    return " ".join(filter(None, (start and f"from {start}", end and f"until {end}")))


def _abbreviated(coding: Json) -> str | None:
    known = coding.get("system") == ABBREVIATIONS and _OFTEN.get(str(coding.get("code")))
    return _often(*known) if known else None


def _often(frequency: int, period: int, unit: str) -> str:
    _, words = _repeat({"frequency": frequency, "period": period, "periodUnit": unit})
    return ", ".join(words)


def _is_as_often(repeat: Json, frequency: int, period: int, unit: str) -> bool:
    if "frequencyMax" in repeat or "periodMax" in repeat or not repeat.get("period"):
        return False
    said = Fraction(repeat.get("frequency", 1)) / (
        Fraction(str(repeat["period"])) * _HOURS[repeat["periodUnit"]]
    )
    return said == Fraction(frequency) / (period * _HOURS[unit])


def _check(repeat: Json, path: str) -> None:
    """What the models of fhir.resources let pass: codes that are none, and parts that lack another."""
    problems = []
    for key in ("duration", "period"):
        unit = repeat.get(f"{key}Unit")
        if unit is not None and unit not in UNITS:
            problems.append(f"{path}.{key}Unit: {unit!r} is no unit of time; R4 knows {listed(UNITS)}")
        if key in repeat and unit is None:
            problems.append(f"{path}.{key}Unit: missing, so nobody knows how long {repeat[key]} is")
        if repeat.get(key, 0) < 0:
            problems.append(f"{path}.{key}: {repeat[key]} is less than nothing")
    for key, known in (("dayOfWeek", _DAYS), ("when", tuple(_WHEN))):
        for number, each in enumerate(repeat.get(key) or ()):
            if each is not None and each not in known:
                problems.append(f"{path}.{key}[{number}]: {each!r} is none that R4 knows")
    for key, needed in _NEEDS.items():
        if key in repeat and needed not in repeat:
            problems.append(f"{path}.{key}: there is no {needed} beside it")
    if repeat.get("when") and repeat.get("timeOfDay"):
        problems.append(f"{path}: only one of when, timeOfDay may stand here")
    if problems:
        raise FhirRefused(*problems)


_NEEDS: Final = {"periodMax": "period", "durationMax": "duration", "countMax": "count", "offset": "when"}


def _repeat(repeat: Json) -> tuple[frozenset[str], list[str]]:
    """Return the elements that there are words for, and the words."""
    told: set[str] = set()
    words: list[str] = []
    for keys, say in _PARTS:
        if keys[0] in repeat and (said := say(repeat)):
            told.update(keys)
            words.append(said)
    return frozenset(told), words


def _period(repeat: Json) -> str:
    unit = UNITS[repeat["periodUnit"]]
    is_one = repeat["period"] == 1 and "periodMax" not in repeat
    return f"every {unit}" if is_one else f"every {_span(repeat, 'period')} {unit}s"


def _bounds(repeat: Json) -> str | None:
    """A length in words, if there is nothing more to it, such as `at most`."""
    length = repeat["boundsDuration"]
    unit = UNITS.get(length.get("code") or length.get("unit"))
    if unit is None or "value" not in length or length.keys() - {"value", "unit", "code", "system"}:
        return None
    return f"for {_counted(str(length['value']), unit)} in all"


def _span(repeat: Json, key: str) -> str:
    least: Any = repeat[key]
    most = repeat.get(f"{key}Max")
    return f"{least}" if most is None else f"{least} to {most}"


def _counted(number: str, word: str) -> str:
    return f"{number} {word}{'' if number == '1' else 's'}"


def _days(repeat: Json) -> str | None:
    return f"on {listed(repeat['dayOfWeek'], 'and')}" if all(repeat["dayOfWeek"]) else None


def _hours(repeat: Json) -> str | None:
    return f"at {listed(repeat['timeOfDay'], 'and')}" if all(repeat["timeOfDay"]) else None


def _when(repeat: Json) -> str | None:
    if not all(repeat["when"]):
        return None
    words = listed([_WHEN[each] for each in repeat["when"]], "and")
    offset = repeat.get("offset")
    return f"{_counted(str(offset), 'minute')} off: {words}" if offset else words


# What there are words for: the elements that are told together, the first of which must be there.
_PARTS: Final[tuple[tuple[tuple[str, ...], Callable[[Json], str | None]], ...]] = (
    (("frequency", "frequencyMax"), lambda repeat: _counted(_span(repeat, "frequency"), "time")),
    (("period", "periodMax", "periodUnit"), _period),
    (
        ("duration", "durationMax", "durationUnit"),
        lambda repeat: f"for {_counted(_span(repeat, 'duration'), UNITS[repeat['durationUnit']])} each",
    ),
    (("dayOfWeek",), _days),
    (("timeOfDay",), _hours),
    (("when", "offset"), _when),
    (("count", "countMax"), lambda repeat: f"{_counted(_span(repeat, 'count'), 'time')} in all"),
    (("boundsPeriod",), lambda repeat: period_words(repeat["boundsPeriod"])),
    (("boundsDuration",), _bounds),
)
