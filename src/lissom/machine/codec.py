"""A machine as JSON (format `lissom-machine/1`) and back. Equal machines give equal bytes.

Reading is strict about form: an unknown key, a missing one or a wrong type is refused. Whether
the machine keeps the laws is `verify`'s to say.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from lissom.errors import LissomError
from lissom.machine.model import (
    FORMAT,
    KINDS,
    Cue,
    Figure,
    High,
    Machine,
    Outcome,
    State,
    Then,
)
from lissom.strict_json import read_json

Shared = dict[str, Mapping[str, State]]
"""States that were read, by the fingerprint of their text; see `loads_alike`."""

_BEFORE_STATES = b',"states":'  # the last key of a machine's canonical JSON

_TEXT = (str,)
_MAYBE_TEXT = (str, type(None))
_MAYBE_NUMBER = (int, type(None))

_MACHINE_KEYS: dict[str, tuple[type, ...]] = {
    "format": _TEXT, "routine": _TEXT, "digest": _TEXT, "options": (dict,), "start": _TEXT, "states": (dict,),
}  # fmt: skip
_STATE_KEYS: dict[str, tuple[type, ...]] = {
    "kind": _TEXT, "stretch": _MAYBE_TEXT, "position": _MAYBE_TEXT, "rung": _MAYBE_NUMBER,
    "level": _MAYBE_NUMBER, "side": _MAYBE_TEXT, "round": _MAYBE_NUMBER, "repeat": _MAYBE_NUMBER,
    "seconds": _MAYBE_NUMBER, "cue": (dict,), "figure": (dict, type(None)), "on": (dict,),
}  # fmt: skip
_STATE_EXTRAS: dict[str, tuple[type, ...]] = {
    "continues": (bool,), "slip": (bool,), "high": (dict,), "then": (dict,), "outcome": (dict,),
}  # fmt: skip
_PARTS: dict[str, tuple[dict[str, tuple[type, ...]], dict[str, tuple[type, ...]]]] = {
    "cue": ({"title": _TEXT, "say": _TEXT, "brief": _TEXT}, {"offer": _TEXT, "items": (list,)}),
    "figure": ({"pose": _TEXT, "side": _MAYBE_TEXT}, {}),
    "high": ({"from": (int,), "rise": _MAYBE_NUMBER}, {}),
    "then": ({"until": _TEXT}, {"stretch": _TEXT, "cap_level": (int,), "leave_out": _TEXT, "close": _TEXT}),
    "outcome": (
        {"kind": _TEXT},
        {
            "symptom": _MAYBE_TEXT,
            "stretch": _MAYBE_TEXT,
            "position": _MAYBE_TEXT,
            "side": _MAYBE_TEXT,
            "advice": _MAYBE_TEXT,
        },
    ),
}


class MachineFormatError(LissomError):
    """JSON that is not a machine. Nothing was read from it."""


def dumps(machine: Machine) -> bytes:
    """Return the machine as canonical JSON (RFC 8785) in UTF-8, ending in one newline."""
    import rfc8785

    return rfc8785.dumps(as_json(machine)) + b"\n"


def machine_digest(machine: Machine) -> str:
    """Return the digest of the machine's bytes: `sha256:` and 64 hexadecimal digits."""
    return f"sha256:{hashlib.sha256(dumps(machine)).hexdigest()}"


def as_json(machine: Machine) -> dict[str, Any]:
    """Return the machine as plain JSON values."""
    return {
        "format": FORMAT,
        "routine": machine.routine,
        "digest": machine.digest,
        "options": dict(machine.options),
        "start": machine.start,
        "states": {name: _state_json(state) for name, state in machine.states.items()},
    }


def loads(text: bytes | str) -> Machine:
    """Read a machine.

    Raises:
        MachineFormatError: naming the first thing that is not as the format says.
    """
    try:
        content = read_json(text)
    except RecursionError:
        raise MachineFormatError("not a machine: nested too deep") from None
    except ValueError as error:
        raise MachineFormatError(f"not JSON: {error}") from None
    return from_json(content)


def loads_alike(text: bytes, shared: Shared) -> Machine:
    """Read one of many machines, as `loads` does.

    Each new screening brings machines that differ from those before in their options alone. What
    follows these in the text, the states, is nearly all there is to read, and is read once.
    """
    heading, _, rest = text.partition(_BEFORE_STATES)
    try:
        content = read_json(heading + b"}")
    except (ValueError, RecursionError, MachineFormatError):
        return loads(text)
    if content.keys() != _MACHINE_KEYS.keys() - {"states"}:
        return loads(text)  # then the rest is more than the states
    key = hashlib.sha256(rest).hexdigest()
    if key not in shared:
        shared[key] = loads(text).states
    _check_heading({**content, "states": {}})
    return _with_states(content, shared[key])


def from_json(content: Any) -> Machine:
    """Build a machine from plain JSON values; see `loads`."""
    _check_heading(content)
    states = {name: _read_state(name, state) for name, state in content["states"].items()}
    _check_targets(states)
    return _with_states(content, states)


def _check_heading(content: Any) -> None:
    _check(content, "machine", _MACHINE_KEYS, {})
    if content["format"] != FORMAT:
        raise MachineFormatError(f"format is {content['format']!r}, not {FORMAT!r}")


def _with_states(content: Mapping[str, Any], states: Mapping[str, State]) -> Machine:
    if content["start"] not in states:
        raise MachineFormatError(f"the start {content['start']!r} is not a state")
    return Machine(content["routine"], content["digest"], content["options"], content["start"], states)


def _state_json(state: State) -> dict[str, Any]:
    written: dict[str, Any] = {
        name: getattr(state, name) for name in _STATE_KEYS if name not in {"cue", "figure", "on"}
    }
    written["cue"] = part_json(state.cue)
    written["figure"] = part_json(state.figure) if state.figure else None
    written["on"] = dict(state.on)
    for name in ("continues", "slip"):
        if getattr(state, name):
            written[name] = True
    for name in ("high", "then", "outcome"):
        if part := getattr(state, name):
            written[name] = part_json(part)
    return written


def part_json(part: Cue | Figure | High | Then | Outcome) -> dict[str, Any]:
    """Return one part of a state as plain JSON values."""
    match part:
        case Cue():
            told = _without_none(title=part.title, say=part.say, brief=part.brief, offer=part.offer)
            return told | {"items": list(part.items)} if part.items else told
        case Figure():
            return {"pose": part.pose, "side": part.side}
        case High():
            return {"from": part.start, "rise": part.rise}
        case Then():
            return _without_none(**{name: getattr(part, name) for name in Then.__slots__})
        case Outcome():
            return {name: getattr(part, name) for name in Outcome.__slots__}


def _without_none(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _read_state(name: str, content: Any) -> State:
    where = f"state {name!r}"
    _check(content, where, _STATE_KEYS, _STATE_EXTRAS)
    if content["kind"] not in KINDS:
        raise MachineFormatError(f"{where}: there is no kind {content['kind']!r}")
    for event, target in content["on"].items():
        if not isinstance(target, str):
            raise MachineFormatError(f"{where}: {event!r} must lead to a state id")
    plain = {key: content[key] for key in _STATE_KEYS if key not in {"cue", "figure"}}
    return State(
        **plain,
        continues=content.get("continues", False),
        slip=content.get("slip", False),
        **{key: _read_part(where, key, content.get(key), build) for key, build in _BUILD.items()},
    )


def _read_part(where: str, key: str, content: Any, build: Callable[[Mapping[str, Any]], Any]) -> Any:
    if content is None:
        return None
    _check(content, f"{where}, {key}", *_PARTS[key])
    return build(content)


_BUILD: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "cue": lambda c: Cue(**{**c, "items": tuple(c.get("items", ()))}),
    "figure": lambda c: Figure(**c),
    "high": lambda c: High(c["from"], c["rise"]),
    "then": lambda c: Then(**c),
    "outcome": lambda c: Outcome(**c),
}


def _check(
    content: Any, where: str, needed: Mapping[str, tuple[type, ...]], extra: Mapping[str, tuple[type, ...]]
) -> None:
    if not isinstance(content, dict):
        raise MachineFormatError(f"{where} must be an object")
    for key in needed:
        if key not in content:
            raise MachineFormatError(f"{where} lacks {key!r}")
    for key, value in content.items():
        allowed = needed.get(key) or extra.get(key)
        if allowed is None:
            raise MachineFormatError(f"{where} has an unknown key {key!r}")
        if not isinstance(value, allowed) or (isinstance(value, bool) and bool not in allowed):
            raise MachineFormatError(f"{where}: {key!r} has the wrong type")


def _check_targets(states: Mapping[str, State]) -> None:
    for name, state in states.items():
        for event, target in state.on.items():
            if target not in states:
                raise MachineFormatError(
                    f"state {name!r}: {event!r} leads to {target!r}, which is not a state"
                )
