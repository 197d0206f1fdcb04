"""What a person sets once: each setting by name, how it is written, and the profile they make together.

Settings are kept as plain text by name, so that they can be read, written and carried over anywhere.
A value that cannot be is refused when it is set, never when it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from difflib import get_close_matches
from typing import Any

from lissom.coach.profile import Clearing, Profile
from lissom.errors import LissomError
from lissom.machine.options import PACES, Options, settle_options
from lissom.routine.model import SIDES, Routine

HEALTH_CHANGED = "health-changed"  # set by the product itself, with the instant of the change
_HEALTH = ("conditions", "cleared")
_OF_A_ROUTINE = ("level", "hold", "repeats", "cap")


class PreferenceRefused(LissomError):
    """A setting that does not exist, or a value that it cannot have. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Preference:
    """One setting: its name, what it is for, an example, and what refuses a wrong value."""

    name: str
    words: str
    example: str
    check: Callable[[str, Mapping[str, Routine]], str | None]


def _one_of(*choices: str) -> Callable[[str, Mapping[str, Routine]], str | None]:
    return lambda value, _: None if value in choices else f"choose from: {', '.join(choices)}"


def _matches(pattern: str, hint: str) -> Callable[[str, Mapping[str, Routine]], str | None]:
    return lambda value, _: None if re.fullmatch(pattern, value) else hint


def _check_conditions(value: str, routines: Mapping[str, Routine]) -> str | None:
    known = {
        item.id
        for routine in routines.values()
        for q in routine.questions
        if q.kind == "health"
        for item in q.items
    }
    return _unknown(_split(value), known)


def _check_cleared(value: str, routines: Mapping[str, Routine]) -> str | None:
    known = {
        f"{routine.id}/{item}"
        for routine in routines.values()
        for question in routine.questions
        for item in [
            *(i.id for i in question.items if i.history),
            *([question.id] if question.kind == "history" else []),
        ]
    }
    return _unknown(_split(value), known)


def _check_routines(value: str, routines: Mapping[str, Routine]) -> str | None:
    return _unknown(_split(value), set(routines))


PREFERENCES = (
    Preference(
        "emergency",
        "the number to call in an emergency, where you live",
        "999",
        _matches(r"[0-9][0-9 ]{1,14}", "write a number, such as 112"),
    ),
    Preference(
        "clinic-name", "your clinic", "Hill Street Physiotherapy", _matches(r".{1,100}", "write a name")
    ),
    Preference(
        "clinic-phone",
        "your clinic's telephone",
        "+44 20 7946 0000",
        _matches(r"\+?[0-9 ()/-]{3,30}", "write a telephone number"),
    ),
    Preference(
        "clinic-email",
        "your clinic's e-mail",
        "front@clinic.example",
        _matches(r"[^@\s]+@[^@\s]+", "write an e-mail address"),
    ),
    Preference("practises", "the routines you practise, in their order", "back-spasm,neck", _check_routines),
    Preference(
        "conditions", "what applies to you, from the health page", "osteoporosis,pregnancy", _check_conditions
    ),
    Preference(
        "cleared",
        "what your clinician knows of and gave you a routine with all the same",
        "back-spasm/glaucoma",
        _check_cleared,
    ),
    Preference(
        "rises",
        "when you get up, so that deep bending can wait a little",
        "07:00",
        _matches(r"([01][0-9]|2[0-3]):[0-5][0-9]", "write hours and minutes, such as 07:00"),
    ),
    Preference("lead", "the side that goes first", "right", _one_of(*SIDES)),
    Preference("pace", "easy: twice the time for moves and changes", "easy", _one_of(*PACES)),
    Preference("voice", "whether words are spoken", "off", _one_of("on", "off")),
    Preference(
        "voice-rate",
        "how fast, in words a minute",
        "130",
        _matches(r"(8|9)[0-9]|[1-3][0-9]{2}|400", "choose from 80 to 400"),
    ),
)

_BY_NAME = {preference.name: preference for preference in PREFERENCES}


def refuse_unknown(name: str, routines: Iterable[Routine]) -> None:
    """Refuse the name of a setting that does not exist.

    Raises:
        PreferenceRefused: with the name that was probably meant.
    """
    known = {routine.id: routine for routine in routines}
    routine, _, option = name.partition(".")
    if name not in _BY_NAME and (routine not in known or option not in _OF_A_ROUTINE):
        raise _no_such(name, known)


def check_preference(name: str, value: str, routines: Iterable[Routine]) -> None:
    """Refuse a setting that does not exist, or a value that it cannot have.

    Raises:
        PreferenceRefused: with what to write instead.
        OptionRefused: if a routine does not allow a number.
    """
    known = {routine.id: routine for routine in routines}
    refuse_unknown(name, known.values())
    if preference := _BY_NAME.get(name):
        if hint := preference.check(value, known):
            raise PreferenceRefused(f"{name} cannot be {value!r}", hint)
        return
    if not value.isdigit():
        raise PreferenceRefused(f"{name} cannot be {value!r}", "write a whole number")
    routine, _, option = name.partition(".")
    settle_options(known[routine], Options.from_json({**Options().as_json(), option: int(value)}))


def touches_health(name: str) -> bool:
    """Whether changing a setting makes an earlier screening out of date."""
    return name in _HEALTH


def profile_from(values: Mapping[str, str], zone: str, routines: Iterable[Routine]) -> Profile:
    """Return the profile that the settings make. `zone` is where the person is now."""
    changed, rises = values.get(HEALTH_CHANGED), values.get("rises")
    profile = Profile(
        zone=zone,
        conditions=frozenset(_split(values.get("conditions", ""))),
        clearings=frozenset(_clearing(each) for each in _split(values.get("cleared", ""))),
        health_changed=datetime.fromisoformat(changed) if changed else None,
        options={routine.id: _options(values, routine.id) for routine in routines},
        routines=_split(values.get("practises", "")),
        rises=time.fromisoformat(rises) if rises else None,
    )
    return replace(profile, emergency=values["emergency"]) if values.get("emergency") else profile


def _options(values: Mapping[str, str], routine: str) -> Options:
    chosen: dict[str, Any] = {name: values[name] for name in ("lead", "pace") if values.get(name)}
    for name in _OF_A_ROUTINE:
        if number := values.get(f"{routine}.{name}"):
            chosen[name] = int(number)
    return Options(**chosen)


def _clearing(text: str) -> Clearing:
    routine, _, item = text.partition("/")
    return Clearing(item, routine)


def _split(value: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in value.split(","))))


def _unknown(given: Iterable[str], known: set[str]) -> str | None:
    for each in given:
        if each not in known:
            close = get_close_matches(each, known, n=1)
            return (
                f"{each!r} is not known; did you mean {close[0]!r}?"
                if close
                else f"there are: {', '.join(sorted(known))}"
            )
    return None


def _no_such(name: str, routines: Mapping[str, Routine]) -> PreferenceRefused:
    names = [*_BY_NAME, *(f"{routine}.{option}" for routine in routines for option in _OF_A_ROUTINE)]
    close = get_close_matches(name, names, n=1)
    hint = f"did you mean {close[0]}?" if close else "lissom settings lists them"
    return PreferenceRefused(f"there is no setting {name!r}", hint)
