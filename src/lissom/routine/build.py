"""From complete blocks to the values of `model` and `phrases`. Nothing is checked here any more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from lissom.routine.blocks import Block
from lissom.routine.grammar import REST_TAKES, SWITCH_TAKES
from lissom.routine.lists import Items
from lissom.routine.measures import COMFORTABLE
from lissom.routine.model import (
    Advice,
    Condition,
    Dose,
    Equipment,
    Gate,
    Item,
    OpenHold,
    Place,
    Position,
    Question,
    Range,
    Review,
    Routine,
    Screening,
    Source,
    Stretch,
    SymptomRule,
    TimedHold,
    Words,
)
from lissom.routine.problem import Spot
from lissom.routine.travel import Tightening

if TYPE_CHECKING:  # few commands need the phrases, and their class takes long to make
    from lissom.routine.phrases import AdvicePhrase, Phrase, Phrases

T = TypeVar("T")


def build_routine(block: Block, shared: Screening, stretches: tuple[Stretch, ...]) -> Routine:
    """Return the routine; the questions of the shared screening page come first."""
    screen = block.values["screening"]
    return Routine(
        **_plain(block, "id", "version", "language", "title", "summary"),
        good_for=_values(block, "good_for"),
        equipment=_each(block, "equipment", _equipment),
        review=_review(block.values["review"]),
        dose=_dose(block.values["dose"]),
        questions=shared.questions + _each(screen, "questions", _question),
        conditions=_each(block, "conditions", _condition),
        symptoms=_each(block, "symptoms", _symptom),
        get_ready=_words(block.values["get_ready"]),
        stretches=stretches,
        goes_with=_values(block, "goes_with"),
        gentlest=_values(block, "gentlest"),
        sources=_each(block, "sources", _source),
        cite=_values(block, "cite"),
    )


def build_screening(block: Block) -> Screening:
    """Return the page of questions."""
    return Screening(
        **_plain(block, "id", "version", "language", "title", "finished"),
        questions=_each(block, "questions", _question),
        rate=block.get("rate", False),
        mentions=_values(block, "mentions"),
        cite=_values(block, "cite"),
    )


def build_phrases(block: Block) -> Phrases:
    """Return the phrases of one language."""
    from lissom.routine.phrases import Phrases

    said: dict[str, Any] = {field.name: _phrase(block.values[field.name]) for field in fields(Phrases)}
    return Phrases(**said)


def build_stretch(block: Block) -> Stretch:
    """Return a stretch that is written out."""
    return Stretch(
        **_plain(block, "id", "title", "posture", "sides", "rounds", "repeats"),
        limb=block.get("limb"),
        waits=block.get("waits", False),
        ready=_words(block.values["ready"]),
        rest=_words(block.values["rest"], REST_TAKES),
        let_go=_words(block.values["let_go"]),
        steady=_words_or_none(block, "steady"),
        switch=_words_or_none(block, "switch", SWITCH_TAKES),
        between=_words_or_none(block, "between"),
        positions=_each(block, "positions", _position),
        symptoms=_each(block, "symptoms", _symptom),
        region=block.get("region"),
        cite=_values(block, "cite"),
        place=_place(block.spot),
    )


def place_stretch(stretch: Stretch, spot: Spot) -> Stretch:
    """Return a stretch of another routine as standing where it is used."""
    place = _place(spot)
    positions = tuple(replace(position, place=place) for position in stretch.positions)
    return replace(stretch, positions=positions, place=place)


def _position(block: Block) -> Position:
    return Position(
        **_plain(block, "id", "title", "level", "pose", "felt"),
        move=_words(block.values["move"]),
        release=_words(block.values["release"]),
        hold=_hold(block.values["hold"]) if "hold" in block else None,
        gate=_gate(block.values["gate"]) if "gate" in block else None,
        offer=block.get("offer"),
        cite=_values(block, "cite"),
        place=_place(block.spot),
    )


def _hold(block: Block) -> TimedHold | OpenHold:
    time = block.values["time"]
    if time == COMFORTABLE:
        return OpenHold(block.values["cap"], _words(block))
    return TimedHold(Range(time.least, time.most, block.get("usual", time.usual)), _words(block))


def _gate(block: Block) -> Gate:
    return Gate(
        held=block.values["held"],
        seconds=block.values["for"],
        round=block.get("round"),
        own_yes=block.get("own_yes", True),
        cite=_values(block, "cite"),
    )


def _words(block: Block, takes: int = 0) -> Words:
    return Words(
        **_plain(block, "say", "brief"),
        takes=block.get("takes", takes),
        pose=block.get("pose"),
        cite=_values(block, "cite"),
    )


def _words_or_none(block: Block, key: str, takes: int = 0) -> Words | None:
    return _words(block.values[key], takes) if key in block else None


def _question(block: Block) -> Question:
    return Question(
        **_plain(block, "id", "kind", "title", "say", "brief"),
        advice=_advice(block.values["advice"]),
        unsure=_advice(block.values["unsure"]) if "unsure" in block else None,
        items=_each(block, "items", _item),
        unsafe=block.get("unsafe", "yes"),
        leave_out=block.get("leave_out"),
        close_all=block.get("close_all", False),
        until=block.get("until"),
        cite=_values(block, "cite"),
        place=_place(block.spot),
    )


def _advice(block: Block) -> Advice:
    return Advice(**_plain(block, "now", "contact"))


def _item(block: Block) -> Item:
    return Item(
        **_plain(block, "id", "words"), spoken=block.get("spoken", True), history=block.get("history", False)
    )


def _condition(block: Block) -> Condition:
    return Condition(
        condition=block.values["condition"],
        leave_out=_values(block, "leave_out"),
        cap_level=_values(block, "cap_level"),
        cite=_values(block, "cite"),
    )


def _symptom(block: Block) -> SymptomRule:
    return SymptomRule(
        **_plain(block, "symptom", "ends", "afterwards", "until"),
        advice=Advice(block.values["now"]),
        cite=_values(block, "cite"),
    )


def build_tightening(block: Block) -> Tightening:
    """Return what a routine says of a symptom where it takes a stretch over."""
    keys = ("ends", "afterwards", "until", "now")
    said = {key: block.values[key] for key in keys if key in block}
    return Tightening(
        block.values["symptom"], said | ({"cite": _values(block, "cite")} if "cite" in block else {})
    )


def _dose(block: Block) -> Dose:
    return Dose(**_plain(block, "sessions_a_week", "sessions_a_day"), cite=_values(block, "cite"))


def _equipment(block: Block) -> Equipment:
    return Equipment(**_plain(block, "id", "words"))


def _review(block: Block) -> Review:
    return Review(block.values["status"], block.get("by"), block.get("on"), block.get("note"))


def _source(block: Block) -> Source:
    return Source(**_plain(block, "clause", "note"))


def _phrase(value: str | Block) -> str | Phrase | AdvicePhrase:
    from lissom.routine.phrases import AdvicePhrase, Phrase

    if isinstance(value, str):
        return value
    return (AdvicePhrase if "now" in value else Phrase)(**value.values)


def _plain(block: Block, *keys: str) -> dict[str, Any]:
    return {key: block.values[key] for key in keys}


def _each(block: Block, key: str, build: Callable[[Block], T]) -> tuple[T, ...]:
    return tuple(build(each) for each in block.blocks(key))


def _values(block: Block, key: str) -> tuple[Any, ...]:
    return cast(Items, block.values[key]).values if key in block else ()


def _place(spot: Spot) -> Place:
    return Place(*spot)
