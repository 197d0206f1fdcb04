"""Who uses Lissom on this machine: each person has sessions, settings and a record of their own.

Commands open the record of who is chosen. Somebody is named by name or by their number in the list.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lissom.cli.output import count_of, say, say_json
from lissom.errors import LissomError

if TYPE_CHECKING:
    from lissom.app.ports import Person
    from lissom.store.household import Household


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.set_defaults(json=False)
    actions = parser.add_subparsers(dest="action", metavar="list|add|choose|rename|remove|export")
    listing = actions.add_parser("list", help="who there is, and who is chosen")
    listing.add_argument("--json", action="store_true", help="as JSON")
    actions.add_parser("add", help="add somebody").add_argument("name", metavar="NAME")
    actions.add_parser("choose", help="open the record of somebody from now on").add_argument(
        "person", metavar="PERSON"
    )
    renaming = actions.add_parser("rename", help="call somebody by another name")
    renaming.add_argument("person", metavar="PERSON")
    renaming.add_argument("name", metavar="NAME")
    removing = actions.add_parser("remove", help="remove somebody and all that is kept of them")
    removing.add_argument("person", metavar="PERSON")
    removing.add_argument("--yes", action="store_true", help="do not ask")
    exporting = actions.add_parser("export", help="write all that is kept of somebody into one file")
    exporting.add_argument("person", metavar="PERSON")
    exporting.add_argument("-o", "--output", metavar="FILE", help="where to (default: lissom-NAME.zip)")


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    from lissom.store.setup import open_household

    household = open_household()
    _ACTIONS[choices.action or "list"](household, choices)
    return 0


def _list(household: Household, choices: argparse.Namespace) -> None:
    people = household.people()
    if choices.json:
        say_json([
            {"id": each.id, "name": each.name, "since": each.since.isoformat(), "chosen": each.is_chosen}
            for each in people
        ])  # fmt: skip
    else:
        say(_lines(household, people))


def _lines(household: Household, people: tuple[Person, ...]) -> Iterator[str]:
    from lissom.app.people import name_of

    for place, each in enumerate(people, 1):
        chosen = "  (chosen)" if each.is_chosen else ""
        sessions = count_of(household.journal(each.id).count_sessions(), "session")
        yield f"{place}  {name_of(each, place)}: {sessions}{chosen}"


def _add(household: Household, choices: argparse.Namespace) -> None:
    from lissom.app.people import add_person

    person = add_person(household, choices.name, datetime.now(UTC))
    print(f"{person.name} has a record of their own now.")
    print(f"To open it: lissom people choose {_quoted(person.name)}")


def _choose(household: Household, choices: argparse.Namespace) -> None:
    person, name = _find(household, choices.person)
    household.choose(person.id)
    print(f"{name} is chosen: commands open their record from now on.")


def _rename(household: Household, choices: argparse.Namespace) -> None:
    from lissom.app.people import rename_person

    person, before = _find(household, choices.person)
    rename_person(household, person, choices.name)
    print(f"{before} is called {' '.join(choices.name.split())} now.")


def _remove(household: Household, choices: argparse.Namespace) -> None:
    from lissom.app.people import remove_person

    person, name = _find(household, choices.person)
    kept = count_of(household.journal(person.id).count_sessions(), "session")
    if not choices.yes and not _is_sure(name, kept):
        raise LissomError("nothing was removed", "say --yes to remove them without being asked")
    file = remove_person(household, person, datetime.now(UTC))
    print(f"{name} was removed, with {kept} and all settings. A backup of it lies at {file}.")
    print("To bring it back: lissom people add, choose them, and only then lissom restore.")


def _is_sure(name: str, kept: str) -> bool:
    if not sys.stdin.isatty():
        return False
    return input(f"Remove {name}, with {kept} and all settings? (yes/no) ").strip().casefold() == "yes"


def _export(household: Household, choices: argparse.Namespace) -> None:
    from lissom.app.backups import make_backup
    from lissom.app.person import Desk
    from lissom.atomic_write import write_whole

    person, name = _find(household, choices.person)
    file = Path(choices.output or f"lissom-{'-'.join(name.split())}.zip".replace("/", "-"))
    write_whole(file, make_backup(Desk(household.journal(person.id))))
    print(f"{file}: all that is kept of {name}. It is about health: keep it where nobody else looks.")


def _find(household: Household, word: str) -> tuple[Person, str]:
    from lissom.app.people import find_person, name_of

    person = find_person(household, word)
    place = next(n for n, each in enumerate(household.people(), 1) if each.id == person.id)
    return person, name_of(person, place)


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name


_ACTIONS = {
    "list": _list, "add": _add, "choose": _choose, "rename": _rename, "remove": _remove, "export": _export,
}  # fmt: skip
