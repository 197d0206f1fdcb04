"""A routine written out as a file, so that what is drawn at random can also be read.

JSON is a part of YAML; the text is one block with everything in quotes.
"""

from __future__ import annotations

import json
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


def written_routine(routine: Routine, shared: int) -> str:
    """Return the text of a routine whose first questions, `shared` in number, come from red-flags."""
    dose = routine.dose
    return _text(
        lissom="routine/1",
        **_same(routine, "id", "version", "language", "title", "summary", "good_for", "cite"),
        **_same(routine, "goes_with", "gentlest"),
        equipment=[_same(thing, "id", "words") for thing in routine.equipment],
        review=_same(routine.review, "status", "by", "on", "note"),
        dose={
            "sessions_a_week": _span(dose.sessions_a_week),
            "sessions_a_day": _span(dose.sessions_a_day),
            "cite": dose.cite,
        },
        screening={
            "first": "red-flags",
            "questions": [_question(each) for each in routine.questions[shared:]],
        },
        conditions=[_condition(each) for each in routine.conditions],
        symptoms=[_symptom(each) for each in routine.symptoms],
        get_ready=_words(routine.get_ready),
        stretches=[_stretch(each) for each in routine.stretches],
        sources=[_same(each, "clause", "note") for each in routine.sources],
    )


def written_screening(screening: Screening) -> str:
    """Return the text of a page of questions."""
    return _text(
        lissom="screening/1",
        **_same(screening, "id", "version", "language", "title", "finished", "rate", "mentions", "cite"),
        questions=[_question(each) for each in screening.questions],
    )


def _text(**values: Any) -> str:
    return json.dumps(_bare(values), indent=1)


def _bare(value: Any) -> Any:
    """Leave out what says nothing."""
    if isinstance(value, dict):
        return {
            key: _bare(inner)
            for key, inner in value.items()
            if inner is not None and inner != () and inner != []
        }
    return [_bare(each) for each in value] if isinstance(value, (list, tuple)) else value


def _same(value: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names}


def _span(span: Range, unit: str = "") -> str:
    return f"{span.least}{unit}..{span.most}{unit}"


def _words(words: Words | None) -> dict[str, Any] | None:
    return {**_same(words, "say", "brief", "pose", "cite"), "takes": f"{words.takes}s"} if words else None


def _question(question: Question) -> dict[str, Any]:
    return {
        **_same(
            question,
            "id",
            "kind",
            "title",
            "say",
            "brief",
            "unsafe",
            "leave_out",
            "close_all",
            "until",
            "cite",
        ),
        "advice": _same(question.advice, "now", "contact"),
        "items": [_same(item, "id", "words", "spoken", "history") for item in question.items],
    }


def _condition(condition: Condition) -> dict[str, Any]:
    pairs = {"cap_level": dict(condition.cap_level) or None}
    return {**_same(condition, "condition", "leave_out", "cite"), **pairs}


def _symptom(rule: SymptomRule) -> dict[str, Any]:
    return {
        **_same(rule, "symptom", "ends", "afterwards", "until", "cite"),
        **_same(rule.advice, "now"),
    }


def _stretch(stretch: Stretch) -> dict[str, Any]:
    said = ("ready", "steady", "switch", "between", "rest", "let_go")
    return {
        **_same(stretch, "id", "title", "limb", "posture", "sides", "waits", "region", "cite"),
        "symptoms": [_symptom(each) for each in stretch.symptoms],
        "rounds": _span(stretch.rounds),
        "repeats": _span(stretch.repeats),
        **{key: _words(getattr(stretch, key)) for key in said},
        "positions": [_position(each) for each in stretch.positions],
    }


def _position(position: Position) -> dict[str, Any]:
    return {
        **_same(position, "id", "title", "level", "pose", "felt", "offer", "cite"),
        "move": _words(position.move),
        "release": _words(position.release),
        "hold": _hold(position.hold) if position.hold else None,
        "gate": _gate(position.gate) if position.gate else None,
    }


def _hold(hold: TimedHold | OpenHold) -> dict[str, Any]:
    said = _same(hold.words, "say", "brief", "pose", "cite")
    if isinstance(hold, OpenHold):
        return {"time": "comfortable", "cap": f"{hold.cap}s", **said}
    return {"time": _span(hold.seconds, "s"), "usual": f"{hold.seconds.usual}s", **said}


def _gate(gate: Gate) -> dict[str, Any]:
    return {**_same(gate, "held", "round", "own_yes", "cite"), "for": f"{gate.seconds}s"}
