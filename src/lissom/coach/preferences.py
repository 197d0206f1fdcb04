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
from urllib.parse import urlsplit

from lissom.coach.profile import SOURCE_LANGUAGE, Answer, Clearing, Floor, Profile, Wording
from lissom.errors import LissomError
from lissom.machine.options import PACES, OptionRefused, Options, settle_options
from lissom.routine.model import SIDES, Routine
from lissom.routine.shapes import ID

HEALTH_CHANGED = "health-changed"  # set by the product itself, with the instant of the change
LANGUAGE_TAG = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
ADDRESS = "address"  # where the app answers other devices too
CALENDAR_ID = "calendar-id"  # names this person's events, so that a calendar knows them again
CALENDAR_TOKEN = "calendar-token"  # the secret in the address of the calendar feed
HEALTH_ASKED = "health-asked"  # when the health list was last gone through
FLOOR_ASKED = "floor-asked"  # when the question of the floor was last answered
OWN_NOTES = (HEALTH_CHANGED, HEALTH_ASKED, FLOOR_ASKED, CALENDAR_ID, CALENDAR_TOKEN)
"""What the product itself keeps beside the settings. No one sets them by hand."""

THEMES = ("auto", "light", "dark")
TEXT_SIZES = ("usual", "large", "largest")
WORDINGS: tuple[Wording, ...] = ("auto", "short", "full")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
RATES = range(80, 401)  # words a minute
VOLUMES = range(0, 101)  # of a hundred
MOST_TIMES = 6  # reminders a day
_THIS_MACHINE = r"127\.[0-9.]+|0\.0\.0\.0|::1?"
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]"
ANSWERS: tuple[Answer, ...] = ("yes", "no", "not-sure")
_HEALTH = ("conditions", "unsure", "cleared")
_FLOOR = ("floor", "fallen")
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


def _whole_number(allowed: range) -> Callable[[str, Mapping[str, Routine]], str | None]:
    hint = f"choose from {allowed[0]} to {allowed[-1]}"
    return lambda value, _: None if re.fullmatch(r"[0-9]{1,3}", value) and int(value) in allowed else hint


def _check_address(value: str, routines: Mapping[str, Routine]) -> str | None:
    hint = "write where other devices reach Lissom, such as https://stretches.example"
    try:
        parts = urlsplit(value)
        named = parts.hostname or ""
        is_well = parts.scheme in ("http", "https") and not (parts.query or parts.fragment or parts.username)
        parts.port  # noqa: B018 - a port that is none is refused here
    except ValueError:
        return hint
    if not is_well or not named or any(each.isspace() for each in value):
        return hint
    if named == "localhost" or named.endswith(".localhost") or re.fullmatch(_THIS_MACHINE, named):
        return f"{named} is this machine alone; {hint}"
    return None


def _check_times(value: str, routines: Mapping[str, Routine]) -> str | None:
    times = _split(value)
    if not 1 <= len(times) <= MOST_TIMES or not all(re.fullmatch(_CLOCK, each) for each in times):
        return f"write up to {MOST_TIMES} times as hours and minutes, such as 08:00,18:00"
    return "each time once" if len(set(times)) < len(times) else None


def _check_days(value: str, routines: Mapping[str, Routine]) -> str | None:
    days = _split(value)
    return _unknown(days, set(WEEKDAYS)) if days else f"choose from: {', '.join(WEEKDAYS)}"


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
    Preference(
        ADDRESS,
        "where other devices reach this Lissom: paper and calendars lead there",
        "https://stretches.example",
        _check_address,
    ),
    Preference("practises", "the routines you practise, in their order", "back-spasm,neck", _check_routines),
    Preference(
        "conditions", "what applies to you, from the health page", "osteoporosis,pregnancy", _check_conditions
    ),
    Preference(
        "unsure",
        "what you are not sure of on the health page; it leaves out the same",
        "unsteady",
        _check_conditions,
    ),
    Preference(
        "floor", "whether you can get down to the floor and up again on your own", "yes", _one_of(*ANSWERS)
    ),
    Preference("fallen", "whether you have fallen in the last year", "no", _one_of(*ANSWERS)),
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
        _matches(_CLOCK, "write hours and minutes, such as 07:00"),
    ),
    Preference(
        "language",
        "the language of words and voice",
        "fr",
        _matches(LANGUAGE_TAG, "write a language tag, such as en or fr"),
    ),
    Preference("lead", "the side that goes first", "right", _one_of(*SIDES)),
    Preference("pace", "easy: twice the time for moves and changes", "easy", _one_of(*PACES)),
    Preference("voice", "whether words are spoken", "off", _one_of("on", "off")),
    Preference("voice-rate", "how fast, in words a minute", "130", _whole_number(RATES)),
    Preference("volume", "how loud words and chimes are, of a hundred", "60", _whole_number(VOLUMES)),
    Preference("chimes-only", "chimes in place of words", "on", _one_of("on", "off")),
    Preference(
        "wording",
        "short or full words; auto: full for the first sessions of a routine, then short",
        "short",
        _one_of(*WORDINGS),
    ),
    Preference("theme", "light, dark, or as the device is set", "dark", _one_of(*THEMES)),
    Preference("text-size", "how large words are on pages", "large", _one_of(*TEXT_SIZES)),
    Preference(
        "reminders", "whether an open page reminds you at the times chosen", "on", _one_of("on", "off")
    ),
    Preference(
        "reminder-times", "when to be reminded, and the times of the calendar", "08:00,18:00", _check_times
    ),
    Preference("reminder-days", "on which days", "mon,wed,fri", _check_days),
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


def routine_of(name: str) -> str | None:
    """Return the id of the routine that a setting is a number of, or None; there need be no such routine."""
    routine, _, option = name.partition(".")
    return routine if option in _OF_A_ROUTINE and ID.fullmatch(routine) else None


def touches_health(name: str) -> bool:
    """Whether changing a setting makes an earlier screening out of date."""
    return name in _HEALTH


def is_of_floor(name: str) -> bool:
    """Whether a setting is an answer to the question of the floor."""
    return name in _FLOOR


def profile_from(values: Mapping[str, str], zone: str, routines: Iterable[Routine]) -> Profile:
    """Return the profile that the settings make. `zone` is where the person is now."""
    rises = values.get("rises")
    profile = Profile(
        zone=zone,
        conditions=frozenset(_split(values.get("conditions", ""))),
        unsure=frozenset(_split(values.get("unsure", ""))),
        clearings=frozenset(_clearing(each) for each in _split(values.get("cleared", ""))),
        health_changed=_instant(values.get(HEALTH_CHANGED)),
        health_asked=_instant(values.get(HEALTH_ASKED)),
        floor=_floor(values),
        options={routine.id: _options(values, routine) for routine in routines},
        routines=_split(values.get("practises", "")),
        rises=time.fromisoformat(rises) if rises else None,
        language=values.get("language", SOURCE_LANGUAGE),
        wording=_wording(values.get("wording")),
    )
    return replace(profile, emergency=values["emergency"]) if values.get("emergency") else profile


def _instant(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _floor(values: Mapping[str, str]) -> Floor | None:
    """Only both answers and their date are an answer; else it is asked."""
    gets_up, fallen = (next((a for a in ANSWERS if a == values.get(name)), None) for name in _FLOOR)
    asked = _instant(values.get(FLOOR_ASKED))
    return Floor(gets_up, fallen, asked) if gets_up and fallen and asked else None


def _wording(value: str | None) -> Wording:
    return next((each for each in WORDINGS if each == value), "auto")


def _options(values: Mapping[str, str], routine: Routine) -> Options:
    chosen: dict[str, Any] = {name: values[name] for name in ("lead", "pace") if values.get(name)}
    for name in _OF_A_ROUTINE:
        if (number := values.get(f"{routine.id}.{name}")) and _allows(routine, name, number):
            chosen[name] = int(number)
    return Options(**chosen)


def _allows(routine: Routine, name: str, number: str) -> bool:
    """Whether a number still fits: a routine may have become another since it was set."""
    try:
        settle_options(routine, Options.from_json({**Options().as_json(), name: int(number)}))
    except (OptionRefused, ValueError):
        return False
    return True


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
