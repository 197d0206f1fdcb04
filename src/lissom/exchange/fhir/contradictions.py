"""Where two places of a request say what cannot both be meant: told as they stand, and no choice is made.

Only plain cases are recognised, in English, French, German and Spanish: a side, an activity, how often. What
is not recognised is not said to agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from lissom.exchange.fhir.elements import Json
from lissom.exchange.fhir.request_parts import MOMENTS, PERIODS, TIMINGS, details

Place = tuple[str, str]
"""A JSON path, and the words that stand there."""

_LEFT: Final = re.compile(r"\b(?:left|gauche|links?|linke[nrsm]?|izquierd[ao]s?)\b", re.I)
_RIGHT: Final = re.compile(r"\b(?:right|droite?s?|rechts?|rechte[nrsm]?|derech[ao]s?)\b", re.I)
_OTHER_ACTIVITY: Final = re.compile(
    r"\b(?:walk(?:s|ing)?|swim(?:s|ming)?|cycl(?:e|es|ing)|bik(?:e|ing)|run(?:s|ning)?|jog(?:ging)?"
    r"|march(?:er|e|ez)|nager|natation|vélo|courir|spazier\w*|gehen|schwimm\w*|radfahr\w*|laufen"
    r"|caminar|camine|nadar|bicicleta|correr)\b",
    re.I,
)
_NUMBERS: Final = {
    "once": 1, "twice": 2, "thrice": 3, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7,
    "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7,
    "einmal": 1, "zweimal": 2, "dreimal": 3, "viermal": 4, "fünfmal": 5,
    "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7,
}  # fmt: skip
_DAY, _WEEK = 1, 7
_EACH: Final = r"(?:a|per|each|every|/|par|pro|in der|die|am|al|a la|por)?"
_PERIODS: Final = (
    (re.compile(rf"{_EACH}\s*(?:day|daily|jour|tag|täglich|día|d)\b", re.I), _DAY),
    (re.compile(rf"{_EACH}\s*(?:week|weekly|semaine|woche|semana|wk)\b", re.I), _WEEK),
)
_TIMES: Final = r"(?:times?|x|\u00d7|fois|mal|vez|veces)"
_COUNT: Final = re.compile(rf"\b(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})\s*{_TIMES}?\s*", re.I)
_UNCLEAR: Final = re.compile(
    r"\d\s*(?:to|or|-|\u2013|à|ou|bis|oder|a|o)\s*\d|\b(?:days|jours|tagen?|días)\b|\bdays? (?:a|per) week",
    re.I,
)
"""A range, or some days of a week: a rate of its own, which no number before *a day* tells."""
_ALTERNATE: Final = re.compile(
    r"\bevery (?:second|other) day\b|\bun jour sur deux\b|\bjeden zweiten tag\b", re.I
)
OLD: Final = 365  # days


def contradictions(
    resource: Json, path: str, words: Iterable[Place], *, is_stretching: bool
) -> Iterator[Place]:
    """Return what a request says in one place and not in another.

    `words` are its texts and displays; `is_stretching` tells that a code of it speaks of stretching.
    """
    places = [*words]
    yield from _sides(places)
    if is_stretching:
        yield from _other_activity(places)
    yield from _how_often(resource, path, places)


def _sides(places: list[Place]) -> Iterator[Place]:
    left = [place for place in places if _LEFT.search(place[1]) and not _RIGHT.search(place[1])]
    right = [place for place in places if _RIGHT.search(place[1]) and not _LEFT.search(place[1])]
    if left and right:
        yield right[0][0], f"{left[0][1]} at {left[0][0]} speaks of the left, and {right[0][1]} of the right"


def _other_activity(places: list[Place]) -> Iterator[Place]:
    for path, words in places:
        if found := _OTHER_ACTIVITY.search(words):
            yield path, f"a code speaks of stretching, and {words} of something else: “{found[0]}”"
            return


def _how_often(resource: Json, path: str, places: list[Place]) -> Iterator[Place]:
    """A rate in words against the rate of each Timing, both as times a day."""
    said = [(place, words, rate) for place, words in places for rate in _rates(words)]
    for place, detail in details(resource, path):
        for key in TIMINGS:
            repeat = (detail.get(key) or {}).get("repeat") or {}
            if (span := _span(repeat)) is None:
                continue
            for where, words, rate in said:
                if not span[0] <= rate <= span[1]:
                    yield (
                        f"{place}.{key}",
                        f"{words} at {where} is another rate than the times that stand here",
                    )
                    return


def _rates(words: str) -> Iterator[Fraction]:
    if _ALTERNATE.search(words):
        yield Fraction(1, 2)
    if _ALTERNATE.search(words) or _UNCLEAR.search(words):
        return
    for count in _COUNT.finditer(words):
        for period, days in _PERIODS:
            if period.match(words, count.end()):
                number = count["count"].casefold()
                yield Fraction(int(number) if number.isdigit() else _NUMBERS[number], days)


def _span(repeat: Json) -> tuple[Fraction, Fraction] | None:
    """Return the least and the most times a day that a repeat comes to; None where it is no plain rate."""
    days = {"d": 1, "wk": 7}.get(repeat.get("periodUnit", ""))
    if days is None or not repeat.get("period") or "periodMax" in repeat:
        return None
    period = Fraction(str(repeat["period"])) * days
    least = Fraction(repeat.get("frequency", 1))
    return least / period, Fraction(repeat.get("frequencyMax", least)) / period


def long_past(resource: Json, path: str, today: date) -> Iterator[Place]:
    """Return the ends that have passed, and, where none is named, an order of more than a year ago."""
    ends = [*_ends(resource, path)]
    for place, end in ends:
        if end < today:
            yield place, f"it was until {end.isoformat()}: that is past"
    written = _day(resource.get("authoredOn") or resource.get("created"))
    if not ends and written is not None and (today - written).days > OLD:
        key = "authoredOn" if "authoredOn" in resource else "created"
        yield f"{path}.{key}", f"it was written on {written.isoformat()}, more than a year ago"


def _ends(resource: Json, path: str) -> Iterator[tuple[str, date]]:
    for place, detail in details(resource, path):
        for key in PERIODS:
            if end := _day((detail.get(key) or {}).get("end")):
                yield f"{place}.{key}", end
        for key in MOMENTS:
            if end := _day(detail.get(key)):
                yield f"{place}.{key}", end
        for key in TIMINGS:
            bounds = ((detail.get(key) or {}).get("repeat") or {}).get("boundsPeriod") or {}
            if end := _day(bounds.get("end")):
                yield f"{place}.{key}", end


def _day(moment: object) -> date | None:
    """Return the last day that a date of FHIR can mean: 2021 is all of that year."""
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", moment) if isinstance(moment, str) else None
    if not found:
        return None
    try:
        if found[3]:
            return date(int(found[1]), int(found[2]), int(found[3]))
        return date(int(found[1]), int(found[2] or 12), 28)
    except ValueError:
        return None
