"""What the coach has to tell, without a language: codes, sources, and the values that belong into them.

The sentences themselves are messages of the catalogue (`locales/*/coach.ftl`). Text is made at the
edge, by `say_reason` and its neighbours, from a `say` that knows one language; the coach never
needs one. `sources` says which clause or setting stands behind each code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from lissom.coach.history import ALL, Agreed, local_day
from lissom.coach.history import LateReport as ToldLater
from lissom.coach.restriction_events import Because, Restriction
from lissom.coach.restrictions import Refusal
from lissom.coach.sources import OURS, SOURCES, RuleSources

Titles = Mapping[str, str]

BECAUSE = ("emergency", "get-checked", "after", "settled")  # questions with words of their own
LIFTS = (
    "cap-clean-session", "cap-taken-back", "leave-out-taken-back", "close-taken-back", "close-next-day",
)  # fmt: skip


class Say(Protocol):
    """A language: gives a message with what belongs into it."""

    def __call__(self, message: str, **told: object) -> str:
        """Return the words of a message."""


@dataclass(frozen=True, slots=True)
class NestedMessage:
    """Something that is itself said in words, inside a sentence: a message's id, and what it is told."""

    id: str
    told: Mapping[str, Told] = field(default_factory=dict, hash=False)


Told = str | int | date | NestedMessage | tuple[NestedMessage, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a line of a plan stands there: a code, the clause or setting behind it, and what is told.

    `told` holds plain values and, for what is itself said in words, a `NestedMessage`.
    """

    code: str
    source: str
    told: Mapping[str, Told] = field(default_factory=dict, hash=False)

    def as_json(self, say: Say) -> dict[str, str]:
        """Return the reason as plain JSON values, in the words of `say`."""
        return {"code": self.code, "text": say_reason(self, say), "source": self.source}


def reason(code: str, clause: str = "", **told: Told) -> Reason:
    """Return the reason of a code. `clause` is its source where that differs from case to case."""
    return Reason(code, clause or SOURCES[code], told)


def say_reason(reason: Reason, say: Say) -> str:
    """Return a reason in words."""
    return _say(NestedMessage(f"coach-{reason.code}", reason.told), say)


def _say(told: Told, say: Say) -> str:
    """Return the words for a value: messages and dates have some, all else says itself."""
    if isinstance(told, NestedMessage):
        return say(told.id, **{name: _ready(value, say) for name, value in told.told.items()})
    if isinstance(told, tuple):
        return ", ".join(_say(each, say) for each in told)
    return say_day(told, say) if isinstance(told, date) else str(told)


def _ready(told: Told, say: Say) -> str | int:
    """Return a value as a message takes it: numbers stay numbers, for their plurals."""
    return told if isinstance(told, int) else _say(told, say)


def say_day(day: date, say: Say) -> str:
    """Return a day as people say it."""
    return say("coach-day", day=day.day, month=day.month)


def whole_minutes(seconds: float) -> int:
    """Return a length of time in whole minutes, at least one."""
    return max(1, round(seconds / 60))


def tell_range(least: int, most: int) -> Told:
    """Return a range as people say it."""
    return least if least == most else NestedMessage("coach-range", {"least": least, "most": most})


def name_of(name: str, titles: Titles | None = None) -> str:
    """Return the title of a stretch, or its id as words."""
    return (titles or {}).get(name, name.replace("-", " ").capitalize())


# why something is restricted, and what opens it


def restriction_reason(
    restriction: Restriction, titles: Titles | None = None, rules: RuleSources | None = None
) -> Reason:
    """Return the reason that a restriction is to a plan; `rules` are needed where its source is told."""
    source = rules.of(restriction.because) if rules else OURS
    because = tell_because(restriction.because, restriction.day, titles)
    told: dict[str, Told] = {"because": because, "lifts": tell_lifts(restriction)}
    if restriction.effect == "close":
        return reason("closed", source, **told)
    told["stretch"] = name_of(restriction.target, titles)
    if restriction.leaves_out:
        return reason("left-out", source, **told)
    return reason("capped", source, level=restriction.cap_level or 0, **told)


def tell_because(because: Because, day: date, titles: Titles | None = None) -> NestedMessage:
    """Return what a restriction comes from."""
    told: dict[str, Told] = {"day": day}
    if because.symptom is None:
        question = because.question if because.question in BECAUSE else "answer"
        return NestedMessage(f"coach-because-{question}", told)
    told["symptom"] = NestedMessage(f"coach-symptom-{because.symptom}")
    if not because.stretch:
        return NestedMessage("coach-because-symptom-before", told)
    return NestedMessage(
        "coach-because-symptom",
        {**told, "place": _place(because.stretch, because.position, because.side, titles)},
    )


def tell_lifts(restriction: Restriction) -> NestedMessage:
    """Return what lifts a restriction; what is not known waits for the clinic."""
    way = f"{restriction.effect}-{restriction.until}"
    return NestedMessage(
        f"coach-lifts-{way if way in LIFTS else 'contact'}", {"next_day": _next_day(restriction)}
    )


def say_because(because: Because, day: date, say: Say, titles: Titles | None = None) -> str:
    """Return in words what a restriction comes from."""
    return _say(tell_because(because, day, titles), say)


def say_lifts(restriction: Restriction, say: Say) -> str:
    """Return in words what lifts a restriction."""
    return _say(tell_lifts(restriction), say)


def say_refusal(refusal: Refusal, say: Say, asked: str = "", titles: Titles | None = None) -> str:
    """Return why something cannot be taken back. `asked` is the stretch the person named."""
    restriction = refusal.restriction
    name = asked if refusal.code == "all-closed" and asked else refusal.target
    everything = NestedMessage("coach-everything")
    told: dict[str, Told] = {
        "target": everything
        if name == "all"
        else NestedMessage("coach-name", {"name": name_of(name, titles)})
    }
    if restriction:
        told |= {"next_day": _next_day(restriction), "lifts": tell_lifts(restriction)}
    return _say(NestedMessage(f"coach-refused-{refusal.code}", told), say)


def say_word(word: Agreed | ToldLater, zone: str, say: Say, titles: Titles | None = None) -> str:
    """Return in words what the clinic agreed to, or what was told later."""
    told: dict[str, Told] = {"day": local_day(word.at, zone)}
    if isinstance(word, Agreed):
        target = NestedMessage("coach-everything") if word.target == ALL else name_of(word.target, titles)
        told |= {"target": target, "more": _contact(word, say)}
        return _say(
            NestedMessage("coach-word-agreed" if word.own_word else "coach-word-agreed-clinic", told), say
        )
    told["symptom"] = NestedMessage(f"coach-symptom-{word.symptom}")
    if word.stretch is None:
        return _say(NestedMessage("coach-word-told-before", told), say)
    told["place"] = _place(word.stretch, word.position, word.side, titles)
    return _say(NestedMessage("coach-word-told", told), say)


def _contact(word: Agreed, say: Say) -> str:
    parts: tuple[tuple[str, dict[str, Told], bool], ...] = (
        ("coach-word-who", {"who": word.who}, bool(word.who)),
        ("coach-word-on", {"day": word.on or word.at.date()}, word.on is not None),
        ("coach-word-allowed", {"allowed": word.allowed}, bool(word.allowed)),
    )
    return "".join(_say(NestedMessage(name, told), say) for name, told, is_told in parts if is_told)


def say_place(
    stretch: str, position: str | None, side: str | None, say: Say, titles: Titles | None = None
) -> str:
    """Return a place in words: a position, or else its stretch, and the side."""
    return _say(_place(stretch, position, side, titles), say)


def _place(stretch: str, position: str | None, side: str | None, titles: Titles | None) -> Told:
    name = (titles or {}).get(f"{stretch}/{position}") if position else None
    place = name or name_of(position or stretch, titles)
    return NestedMessage(f"coach-place-{side}", {"place": place}) if side else place


def _next_day(restriction: Restriction) -> date:
    return date.fromordinal(restriction.day.toordinal() + 1)
