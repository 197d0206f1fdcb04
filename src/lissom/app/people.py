"""The people of a household: who there is, adding one, another name, and removing one with a way back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final

from lissom.app.backups import make_backup
from lissom.app.person import Desk
from lissom.app.ports import PeopleStore, Person, UnknownPerson
from lissom.atomic_write import write_whole
from lissom.errors import LissomError

LONGEST_NAME: Final = 60
MOST_PEOPLE: Final = 20
REMOVED: Final = "removed"
"""Where, in the data folder, the backup of somebody who was removed lies."""
_NO_FILE_NAME: Final = re.compile(r"[^\w-]+")


class NameRefused(LissomError):
    """A name that nobody can have here. Nothing was changed. `code` says why, for a page's own words."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.code = code


def name_of(person: Person, place: int) -> str:
    """Return what to call somebody; who has no name yet is called by their place, counted from 1."""
    return person.name or f"Person {place}"


def find_person(household: PeopleStore, word: str) -> Person:
    """Return who is meant by a name, whatever the case of its letters, or by a place in the list.

    Raises:
        UnknownPerson: with the names there are.
    """
    people = household.people()
    for place, person in enumerate(people, 1):
        if word.casefold().strip() == name_of(person, place).casefold() or word.strip() == str(place):
            return person
    names = ", ".join(name_of(person, place) for place, person in enumerate(people, 1))
    raise UnknownPerson(f"there is no {word!r} here", f"there are: {names}")


def add_person(household: PeopleStore, name: str, now: datetime) -> Person:
    """Add somebody by a name that nobody else has.

    Raises:
        NameRefused: if the name cannot be had, or there are too many people.
    """
    people = household.people()
    if len(people) >= MOST_PEOPLE:
        raise NameRefused("many", f"there are {len(people)} people here already", "a household has no more")
    return household.add(checked_name(name, people), now)


def rename_person(household: PeopleStore, person: Person, name: str) -> None:
    """Call somebody by another name.

    Raises:
        NameRefused: if the name cannot be had.
    """
    others = [each for each in household.people() if each.id != person.id]
    household.rename(person.id, checked_name(name, others))


def checked_name(name: str, others: Iterable[Person]) -> str:
    """Return a name as it is kept, with single spaces.

    Raises:
        NameRefused: if it is empty, too long, a number, another's, or holds what cannot be seen.
    """
    found = " ".join(name.split())
    if not found:
        raise NameRefused("empty", "a name is needed", "write what you are called")
    if len(found) > LONGEST_NAME:
        raise NameRefused("long", f"a name has {LONGEST_NAME} letters at most", "a short one will do")
    if not found.isprintable():
        raise NameRefused("unseen", "the name holds a character that cannot be seen", "write it anew")
    if found.isdecimal():
        raise NameRefused(
            "number", f"{found} is a number", "a name has letters, so that the list can be told by numbers"
        )
    if any(each.name.casefold() == found.casefold() for each in others):
        raise NameRefused("taken", f"somebody here is called {found} already", "choose another name")
    return found


def remove_person(household: PeopleStore, person: Person, now: datetime) -> Path:
    """Remove somebody, and return where a backup of all that was kept of them lies: the way back.

    Raises:
        JournalConflict: if they are the last; nothing was changed then.
    """
    people = household.people()
    desk = Desk(household.journal(person.id), now)
    place = next((n for n, each in enumerate(people, 1) if each.id == person.id), 1)
    name = _NO_FILE_NAME.sub("-", name_of(person, place)).strip("-") or person.id
    file = household.folder / REMOVED / f"{name}-{now:%Y-%m-%d-%H%M%S}.zip"
    file.parent.mkdir(mode=0o700, exist_ok=True)
    write_whole(file, make_backup(desk))
    try:
        household.remove(person.id)
    except LissomError:
        file.unlink(missing_ok=True)
        raise
    return file
