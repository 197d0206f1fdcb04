"""A page of fields as a form: what stands in it, what was sent, and what is wrong with it.

What was typed stays as it was typed when something is wrong, and nothing is kept then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from lissom.app.person import Desk
from lissom.errors import LissomError
from lissom.web.home.days import Speech
from lissom.web.home.form_choice import FormChoice
from lissom.web.home.setting_fields import SettingField

OWN: Final = "own"  # the choice of a value that is typed in


@dataclass(frozen=True, slots=True)
class Asked:
    """A field as it stands on the page. `typed` is the text in it, or beside its choices."""

    name: str
    kind: str
    label: str
    hint: str
    choices: tuple[FormChoice, ...]
    typed: str
    wrong: str
    own: FormChoice | None
    autocomplete: str


def ask(fields: Iterable[SettingField], values: Mapping[str, str], speech: Speech) -> tuple[Asked, ...]:
    """Return fields with what is set."""
    return tuple(_asked(field, values.get(field.name, field.usual), "", speech) for field in fields)


def keep(desk: Desk, fields: Iterable[SettingField], sent: QueryDict, speech: Speech) -> tuple[Asked, ...]:
    """Keep what was sent, and return nothing; or keep nothing and return the fields with what is wrong."""
    fields = tuple(fields)
    given = {field.name: read(field, sent, desk.values.get(field.name, field.usual)) for field in fields}
    wrong = {name for name, value in given.items() if value and not _may_be(desk, name, value)}
    if wrong:
        return tuple(
            _asked(
                each,
                given[each.name],
                speech.say(f"settings-{each.name}-wrong") if each.name in wrong else "",
                speech,
            )
            for each in fields
        )
    for field in fields:
        change(desk, field.name, given[field.name], field.usual)
    return ()


def change(desk: Desk, name: str, value: str, usual: str = "") -> None:
    """Keep a value where it differs from what holds; an empty one takes the setting away."""
    if value != desk.values.get(name, usual):
        desk.set(name, value or None)


def read(field: SettingField, sent: QueryDict, before: str) -> str:
    """Return what was sent for a field, as it is kept."""
    if field.kind == "many":
        return _in_their_order(sent.getlist(field.name), before)
    value = sent.get(field.name, "").strip()
    if field.own and value == OWN:
        value = sent.get(f"{field.name}-{OWN}", "").strip()
    if field.kind == "times":
        return ",".join(part for part in value.replace(";", ",").replace(",", " ").split())
    return value


def _in_their_order(chosen: list[str], before: str) -> str:
    """What was chosen before keeps its place; what is new follows."""
    kept = [each for each in before.split(",") if each in chosen]
    return ",".join([*kept, *(each for each in chosen if each not in kept)])


def _may_be(desk: Desk, name: str, value: str) -> bool:
    try:
        desk.check(name, value)
    except LissomError:
        return False
    return True


def _asked(field: SettingField, value: str, wrong: str, speech: Speech) -> Asked:
    say, choices = speech.say, field.choices()
    chosen = value.split(",") if field.kind == "many" else [value]
    is_own = field.own and bool(value) and value not in choices
    return Asked(
        name=field.name,
        kind=field.kind,
        label=say(f"settings-{field.name}"),
        hint=say(f"settings-{field.name}-hint"),
        choices=tuple(FormChoice(each, _name(field, each, speech), each in chosen) for each in choices),
        typed=value if is_own or not choices else "",
        wrong=wrong,
        own=FormChoice(OWN, say(f"settings-{field.name}-{OWN}"), is_own) if field.own else None,
        autocomplete=field.autocomplete,
    )


def _name(field: SettingField, value: str, speech: Speech) -> str:
    return speech.title(value) if field.name == "practises" else speech.say(f"settings-{field.name}-{value}")
