"""The fields of the settings' pages, as a table: which preference each sets, and how it is asked for.

The words of a field are messages made from its name: `settings-lead`, `settings-lead-hint`,
`settings-lead-left`, `settings-lead-wrong`. What a value may be is for `coach.preferences` to say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from lissom.catalogues import languages
from lissom.coach.emergency import EMERGENCY_NUMBERS
from lissom.coach.preferences import TEXT_SIZES, THEMES, WEEKDAYS, WORDINGS
from lissom.coach.settings import SETTINGS
from lissom.content import library
from lissom.machine.options import EMERGENCY_NUMBER, PACES
from lissom.routine.model import SIDES

Kind = Literal["one", "many", "text", "tel", "email", "time", "times", "number"]


@dataclass(frozen=True, slots=True)
class SettingField:
    """One field. `usual` is what holds while nothing is set; `own` allows a value beside the choices.

    `is_told` is one whose value always stands on the first page, also the usual one.
    """

    name: str
    kind: Kind
    usual: str = ""
    choices: Callable[[], tuple[str, ...]] = tuple
    own: bool = False
    is_told: bool = False
    autocomplete: str = "off"


@dataclass(frozen=True, slots=True)
class Section:
    """One page of settings."""

    name: str
    fields: tuple[SettingField, ...] = field(default=())


def _fixed(*choices: str) -> Callable[[], tuple[str, ...]]:
    return lambda: choices


SECTIONS: Final = (
    Section("practice", (
        SettingField("practises", "many", ",".join(SETTINGS.first_routines), library.ids),
        SettingField("lead", "one", "left", _fixed(*SIDES)),
        SettingField("pace", "one", "usual", _fixed(*PACES)),
        SettingField("rises", "time"),
    )),
    Section("voice", (
        SettingField("voice", "one", "on", _fixed("on", "off")),
        SettingField("chimes-only", "one", "off", _fixed("off", "on")),
        SettingField("voice-rate", "one", "150", _fixed("120", "150", "180"), own=True),
        SettingField("volume", "one", "100", _fixed("40", "70", "100"), own=True),
        SettingField("wording", "one", "auto", _fixed(*WORDINGS)),
    )),
    Section("look", (
        SettingField("text-size", "one", "usual", _fixed(*TEXT_SIZES)),
        SettingField("theme", "one", "auto", _fixed(*THEMES)),
        SettingField("language", "one", "en", languages),
    )),
    Section("clinic", (
        SettingField("clinic-name", "text", autocomplete="organization"),
        SettingField("clinic-phone", "tel", autocomplete="tel"),
        SettingField("clinic-email", "email", autocomplete="email"),
        SettingField("emergency", "one", EMERGENCY_NUMBER,
              lambda: tuple(each.number for each in EMERGENCY_NUMBERS), own=True, is_told=True),
    )),
    Section("health"),
    Section("reminders", (
        SettingField("reminders", "one", "off", _fixed("off", "on")),
        SettingField("reminder-times", "times"),
        SettingField("reminder-days", "many", "", _fixed(*WEEKDAYS)),
        SettingField("address", "text", autocomplete="url"),
    )),
    Section("data"),
)  # fmt: skip
BY_NAME: Final[Mapping[str, Section]] = {section.name: section for section in SECTIONS}
"""The sections by the part of the address that names them."""
