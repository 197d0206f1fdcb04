"""A log as JSON (format `lissom-session/1`) and back. Equal logs give equal bytes (RFC 8785).

Reading is strict: the first thing that is not as the format says is refused, with its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from lissom.errors import LissomError
from lissom.session.log import FORMAT, MOST_MS, Entry, Log, Rating
from lissom.strict_json import read_json

_LOG_KEYS: dict[str, type] = {
    "format": str, "id": str, "routine": str, "digest": str, "machine_digest": str, "options": dict,
    "started": str, "zone": str, "events": list, "ratings": list,
}  # fmt: skip
_ENTRY_KEYS: dict[str, type] = {"at_ms": int, "state": str, "event": str}
_RATING_KEYS: dict[str, type] = {"when": str, "at_ms": int, "value": int}

_TYPES = {str: "a text", dict: "an object", list: "a list", int: "a whole number"}
_STARTED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")  # what JavaScript's toISOString writes


class LogFormatError(LissomError):
    """JSON that is not a session log. Nothing was read from it."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(
            f"not a session log: {place} {problem}", f"the format is {FORMAT}; nothing was taken over"
        )
        self.place = place


def dumps(log: Log) -> bytes:
    """Return the log as canonical JSON in UTF-8, ending in one newline."""
    import rfc8785

    return rfc8785.dumps(as_json(log)) + b"\n"


def loads(text: bytes | str) -> Log:
    """Read a log.

    Raises:
        LogFormatError: naming the first place that is not as the format says.
    """
    try:
        content = read_json(text)
    except (ValueError, RecursionError) as error:
        raise LogFormatError("the text", f"is not JSON: {error}") from None
    return from_json(content)


def as_json(log: Log) -> dict[str, Any]:
    """Return the log as plain JSON values."""
    return {
        "format": FORMAT,
        "id": log.id,
        "routine": log.routine,
        "digest": log.digest,
        "machine_digest": log.machine_digest,
        "options": dict(log.options),
        "started": write_moment(log.started),
        "zone": log.zone,
        "events": [{"at_ms": e.at_ms, "state": e.state, "event": e.event} for e in log.events],
        "ratings": [{"when": r.when, "at_ms": r.at_ms, "value": r.value} for r in log.ratings],
    }


def from_json(content: Any) -> Log:
    """Build a log from plain JSON values; see `loads`."""
    _check_keys("log", content, _LOG_KEYS)
    if content["format"] != FORMAT:
        raise LogFormatError("format", f"is {content['format']!r}, not {FORMAT!r}")
    for name, choice in content["options"].items():
        _check_choice(f"options.{name}", choice)
    events = tuple(_build(Entry, f"events[{n}]", e, _ENTRY_KEYS) for n, e in enumerate(content["events"]))
    ratings = tuple(
        _build(Rating, f"ratings[{n}]", r, _RATING_KEYS) for n, r in enumerate(content["ratings"])
    )
    heading = {
        name: content[name] for name in ("id", "routine", "digest", "machine_digest", "options", "zone")
    }
    try:
        return Log(**heading, started=read_moment(content["started"]), events=events, ratings=ratings)
    except ValueError as error:
        raise LogFormatError("log:", str(error)) from None


def write_moment(moment: datetime) -> str:
    """Return a moment in UTC to the millisecond, as `2026-03-01T07:30:00.000Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_moment(text: str) -> datetime:
    """Return the moment that `write_moment` wrote.

    Raises:
        ValueError: if the text has another form or is no moment of the calendar.
    """
    if not _STARTED.fullmatch(text):
        raise ValueError(f"started {text!r} is not of the form 2026-03-01T07:30:00.000Z")
    return datetime.fromisoformat(text)


def _build(value: type[Any], place: str, content: Any, keys: Mapping[str, type]) -> Any:
    _check_keys(place, content, keys)
    try:
        return value(**content)
    except ValueError as error:
        raise LogFormatError(f"{place}:", str(error)) from None


def _check_keys(place: str, content: Any, keys: Mapping[str, type]) -> None:
    if not isinstance(content, dict):
        raise LogFormatError(place, "is not an object")
    for name in content.keys() - keys.keys():
        raise LogFormatError(place, f"has an unknown key {name!r}")
    for name, kind in keys.items():
        if name not in content:
            raise LogFormatError(place, f"lacks {name!r}")
        if not isinstance(content[name], kind) or isinstance(content[name], bool):
            raise LogFormatError(f"{place}.{name}", f"is not {_TYPES[kind]}")


def _check_choice(place: str, choice: Any) -> None:
    if isinstance(choice, list) and all(isinstance(item, str) for item in choice):
        return
    if not (choice is None or isinstance(choice, bool | int | str)):
        raise LogFormatError(place, "is not a text, a whole number, yes or no, nothing, or a list of texts")
    if isinstance(choice, int) and abs(choice) > MOST_MS:
        raise LogFormatError(place, "is too great a number")
