"""A routine written down as a file, in the language that `read` reads.

Every text stands in quotes and every stretch is written out, also one that the original took from
another routine. Places and comments are no content, and do not come back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lissom.routine.model import (
    Condition,
    Gate,
    OpenHold,
    Position,
    Question,
    Range,
    Routine,
    Screening,
    Stretch,
    SymptomRule,
    TimedHold,
    Words,
)

Values = dict[str, Any]


def write_routine(routine: Routine, shared: Screening) -> str:
    """Return the file of a routine, whose questions begin with those of a shared page.

    Raises:
        ValueError: if they do not.
    """
    count = len(shared.questions)
    if routine.questions[:count] != shared.questions:
        raise ValueError(f"its questions do not begin with those of the page {shared.id!r}")
    return "\n".join(_lines(_routine(routine, shared.id, routine.questions[count:]), "")) + "\n"


def _routine(routine: Routine, first: str, questions: tuple[Question, ...]) -> Values:
    dose = routine.dose
    return {
        "lissom": "routine/1",
        **_same(routine, "id", "version", "language", "title", "summary", "good_for", "cite"),
        **_same(routine, "goes_with", "gentlest"),
        "equipment": [_same(thing, "id", "words") for thing in routine.equipment],
        "review": _same(routine.review, "status", "by", "on", "note"),
        "dose": {
            "sessions_a_week": _span(dose.sessions_a_week),
            "sessions_a_day": _span(dose.sessions_a_day),
            "cite": dose.cite,
        },
        "screening": {"first": first, "questions": [_question(each) for each in questions]},
        "conditions": [_condition(each) for each in routine.conditions],
        "symptoms": [_symptom(each) for each in routine.symptoms],
        "get_ready": _words(routine.get_ready),
        "stretches": [_stretch(each) for each in routine.stretches],
        "sources": [_same(each, "clause", "note") for each in routine.sources],
    }


def _question(question: Question) -> Values:
    names = ("id", "kind", "title", "say", "brief", "unsafe", "leave_out", "until", "cite")
    return {
        **_same(question, *names),
        "close_all": question.close_all or None,
        "advice": _same(question.advice, "now", "contact"),
        "unsure": _same(question.unsure, "now", "contact") if question.unsure else None,
        "items": [_same(item, "id", "words", "spoken", "history") for item in question.items],
    }


def _condition(condition: Condition) -> Values:
    named = _same(condition, "condition", "leave_out", "cite")
    return {**named, "cap_level": dict(condition.cap_level)}


def _symptom(rule: SymptomRule) -> Values:
    named = _same(rule, "symptom", "ends", "afterwards", "until", "cite")
    return {**named, "now": rule.advice.now}


def _stretch(stretch: Stretch) -> Values:
    said = ("ready", "steady", "switch", "between", "rest", "let_go")
    return {
        **_same(stretch, "id", "title", "limb", "posture", "sides", "waits", "cite"),
        "rounds": _span(stretch.rounds),
        "repeats": _span(stretch.repeats),
        **{key: _words(getattr(stretch, key)) for key in said},
        "region": stretch.region,
        "symptoms": [_symptom(each) for each in stretch.symptoms],
        "positions": [_position(each) for each in stretch.positions],
    }


def _position(position: Position) -> Values:
    return {
        **_same(position, "id", "title", "level", "pose", "felt", "offer", "cite"),
        "move": _words(position.move),
        "hold": _hold(position.hold) if position.hold else None,
        "gate": _gate(position.gate) if position.gate else None,
        "release": _words(position.release),
    }


def _hold(hold: TimedHold | OpenHold) -> Values:
    said = _same(hold.words, "say", "brief", "pose", "cite")
    if isinstance(hold, OpenHold):
        return {"time": "comfortable", "cap": f"{hold.cap}s", **said}
    return {"time": _span(hold.seconds, "s"), "usual": f"{hold.seconds.usual}s", **said}


def _gate(gate: Gate) -> Values:
    return {**_same(gate, "held", "round", "own_yes", "cite"), "for": f"{gate.seconds}s"}


def _words(words: Words | None) -> Values | None:
    return {**_same(words, "say", "brief", "pose", "cite"), "takes": f"{words.takes}s"} if words else None


def _span(span: Range, unit: str = "") -> str:
    return f"{span.least}{unit}..{span.most}{unit}"


def _same(value: Any, *names: str) -> Values:
    return {name: getattr(value, name) for name in names}


def _lines(values: Values, indent: str) -> Iterator[str]:
    """Return the lines of a block; what says nothing is left out."""
    for key, value in values.items():
        if isinstance(value, dict) and (below := [*_lines(value, f"{indent}  ")]):
            yield f"{indent}{key}:"
            yield from below
        elif isinstance(value, (list, tuple)) and value:
            yield from _items(key, value, indent)
        elif not isinstance(value, (dict, list, tuple)) and value is not None:
            yield f"{indent}{key}: {_scalar(value)}"


def _items(key: str, values: Any, indent: str) -> Iterator[str]:
    """Return a list: of texts on one line, of blocks each with a dash before its first line."""
    if not isinstance(values[0], dict):
        yield f"{indent}{key}: [{', '.join(_scalar(each) for each in values)}]"
        return
    yield f"{indent}{key}:"
    for each in values:
        first, *rest = _lines(each, f"{indent}    ")
        yield f"{indent}  - {first.lstrip()}"
        yield from rest


def _scalar(value: str | int | bool) -> str:
    return json.dumps(value, ensure_ascii=False)
