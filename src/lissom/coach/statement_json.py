"""The person's dated words as JSON and back, for all who keep or send them.

A word that cannot be is refused with what is wrong in it. What an older one does not say is absent in
it, and stays absent when it is written again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from lissom.coach.history import Agreed, Entry, LateReport, TakenBack
from lissom.machine.codec import part_json
from lissom.machine.model import Then
from lissom.routine.model import SIDES

TAKEN_BACK: Final = "taken-back"
AGREED: Final = "agreed"
TOLD: Final = "told"

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,199}")
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,3}")

_NEEDED: Final[Mapping[str, frozenset[str]]] = {
    TAKEN_BACK: frozenset({"kind", "at", "zone", "target", "settled"}),
    AGREED: frozenset({"kind", "at", "target"}),
    TOLD: frozenset({"kind", "at", "zone", "symptom", "stretch", "position", "side", "then", "about"}),
}
_MORE: Final[Mapping[str, frozenset[str]]] = {AGREED: frozenset({"who", "on", "allowed", "own_word"})}


def as_json(entry: Entry) -> dict[str, Any]:
    """Return a dated word as plain JSON values."""
    at = entry.at.astimezone(UTC).isoformat()
    match entry:
        case Agreed():
            return {"kind": AGREED, "at": at, "target": entry.target, **contact_json(entry)}
        case TakenBack():
            told = {"zone": entry.zone, "target": entry.target, "settled": entry.settled}
            return {"kind": TAKEN_BACK, "at": at, **told}
        case LateReport():
            return {"kind": TOLD, "at": at, "zone": entry.zone, **told_json(entry)}


def contact_json(entry: Agreed) -> dict[str, Any]:
    """Return who agreed to what and when, as far as that was told."""
    told: dict[str, Any] = {"who": entry.who, "allowed": entry.allowed}
    told = {name: text for name, text in told.items() if text}
    if entry.on is not None:
        told["on"] = entry.on.isoformat()
    return told if entry.own_word else told | {"own_word": False}


def told_json(entry: LateReport) -> dict[str, Any]:
    """Return what was told later: what was felt, where, and what that takes."""
    return {
        "symptom": entry.symptom, "stretch": entry.stretch, "position": entry.position, "side": entry.side,
        "then": part_json(entry.then), "about": entry.about,
    }  # fmt: skip


def from_json(content: Any) -> Entry:
    """Return the dated word of plain JSON values.

    Raises:
        ValueError: saying what is wrong in it.
    """
    kind = str(content.get("kind")) if isinstance(content, dict) else ""
    needed = _NEEDED.get(kind)
    if needed is None or not needed <= content.keys() <= needed | _MORE.get(kind, frozenset()):
        raise ValueError("it is no dated word of a person")
    at = _moment(content["at"])
    return _READERS[kind](at, content)


def read_agreed(at: datetime, content: Mapping[str, Any]) -> Agreed:
    """Return the word that the clinic agreed, said at a moment.

    Raises:
        ValueError: saying what is wrong in it.
    """
    own_word = content.get("own_word", True)
    if not isinstance(own_word, bool):
        raise ValueError("own_word is not yes or no")
    on = content.get("on")
    return Agreed(
        at, _target(content["target"]), _text(content, "who"), None if on is None else _day(on),
        _text(content, "allowed"), own_word,
    )  # fmt: skip


def read_told(at: datetime, content: Mapping[str, Any]) -> LateReport:
    """Return what was told later, at a moment.

    Raises:
        ValueError: saying what is wrong in it.
    """
    names = {name: _name(content, name) for name in ("stretch", "position", "about")}
    side = content["side"]
    if side is not None and side not in SIDES:
        raise ValueError("its side is neither left nor right")
    if not isinstance(content["symptom"], str):
        raise ValueError("its symptom is no text")
    return LateReport(
        at, _zone(content["zone"]), content["symptom"], names["stretch"], names["position"], side,
        _then(content["then"]), names["about"],
    )  # fmt: skip


def _read_taken_back(at: datetime, content: Mapping[str, Any]) -> TakenBack:
    settled = content["settled"]
    if settled is not None and not isinstance(settled, bool):
        raise ValueError("settled is not yes or no")
    if not isinstance(content["zone"], str):
        raise ValueError("its zone is no text")
    return TakenBack(at, content["zone"], _target(content["target"]), settled)


_READERS: Final[Mapping[str, Callable[[datetime, Mapping[str, Any]], Entry]]] = {
    TAKEN_BACK: _read_taken_back,
    AGREED: read_agreed,
    TOLD: read_told,
}


def _then(content: Any) -> Then:
    """One thing is taken, by its own name; until when is for the fold to know."""
    if not isinstance(content, dict) or not isinstance(content.get("until"), str):
        raise ValueError("what it takes is not told")
    shapes = ({"leave_out"}, {"close"}, {"stretch", "cap_level"})
    if content.keys() - {"until"} not in shapes or content.get("close", "all") != "all":
        raise ValueError("it takes nothing that is known")
    cap = content.get("cap_level", 0)
    if isinstance(cap, bool) or not isinstance(cap, int) or not 0 <= cap <= 3:
        raise ValueError("it caps no level that there is")
    for name in {"leave_out", "stretch"} & content.keys():
        _name(content, name)
    return Then(**content)


def _moment(text: Any) -> datetime:
    at = datetime.fromisoformat(text) if isinstance(text, str) else None
    if at is None or at.tzinfo is None:
        raise ValueError("it lacks its time zone, or its time")
    return at


def _day(text: Any) -> date:
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError("its day is not written as 2026-03-01")
    return date.fromisoformat(text)


def _target(name: Any) -> str:
    if not isinstance(name, str):
        raise ValueError("it does not say what it is about")
    return name


def _zone(name: Any) -> str:
    if not isinstance(name, str) or not _ZONE.fullmatch(name):
        raise ValueError("its zone is none")
    return name


def _text(content: Mapping[str, Any], name: str) -> str:
    text = content.get(name, "")
    if not isinstance(text, str):
        raise ValueError(f"{name} is no text")
    return text


def _name(content: Mapping[str, Any], name: str) -> str | None:
    value = content[name]
    if value is not None and (not isinstance(value, str) or not _NAME.fullmatch(value)):
        raise ValueError(f"its {name} is no name")
    return value
