"""The people who share a data folder, and the journal of each. No row of one is ever read for another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import uuid4

from django.db import connections, transaction
from django.db.models import Max

from lissom.app.ports import JournalConflict, Person, UnknownPerson
from lissom.store import models
from lissom.store.faults import explained
from lissom.store.identity import give_id
from lissom.store.journal import Journal
from lissom.store.live_sessions import LiveSessions
from lissom.store.threaded import carry

Given = ParamSpec("Given")
Result = TypeVar("Result")


def _through_the_door(
    method: Callable[Concatenate[Household, Given], Result],
) -> Callable[Concatenate[Household, Given], Result]:
    """Carry a method out where Django may block, and explain what the disk does to it."""

    def carried(household: Household, /, *given: Given.args, **named: Given.kwargs) -> Result:
        with explained(household.folder):
            return carry(lambda: method(household, *given, **named))

    carried.__doc__ = method.__doc__
    return carried


class Household:
    """The people of one data folder. Made by `lissom.store.setup.open_household`."""

    def __init__(self, folder: Path, alias: str, *, only_reads: bool = False) -> None:
        self.folder = folder
        self.only_reads = only_reads
        self._alias = alias
        self._live = LiveSessions(folder)
        self._journals: dict[str, Journal] = {}

    @_through_the_door
    def people(self) -> tuple[Person, ...]:
        """Return everyone, who came first first."""
        return tuple(Person(row.id, row.name, row.since, row.is_chosen) for row in self._rows())

    @_through_the_door
    def add(self, name: str, now: datetime) -> Person:
        """Add somebody, with a record of their own and nothing on it."""
        with transaction.atomic(using=self._alias):
            latest = self._rows().aggregate(Max("since"))["since__max"]
            since = max(now, latest + timedelta(microseconds=1))  # also where the clock was set back
            row = models.Person(id=str(uuid4()), name=name, since=since)
            row.save(using=self._alias, force_insert=True)
            give_id(models.Note.objects.using(self._alias), person_id=row.id)
        return Person(row.id, row.name, row.since, row.is_chosen)

    @_through_the_door
    def rename(self, person: str, name: str) -> None:
        """Call somebody by another name."""
        self._change(person, name=name)

    @_through_the_door
    def choose(self, person: str) -> None:
        """Let commands on this machine, and browsers that have not chosen, open the record of somebody."""
        with transaction.atomic(using=self._alias):
            self._rows().exclude(id=person).update(is_chosen=False)
            self._change(person, is_chosen=True)

    @_through_the_door
    def remove(self, person: str) -> None:
        """Remove somebody and all that is kept of them, so that nothing of it is left in the file either.

        Raises:
            JournalConflict: if they are the last.
        """
        from lissom.store.whole_record import delete_rows, rewrite  # not before: it needs the content

        with transaction.atomic(using=self._alias):
            rows = list(self._rows())
            gone = next((row for row in rows if row.id == person), None)
            if gone is None:
                raise UnknownPerson("there is no such person here", "`lissom people list` names them")
            if len(rows) == 1:
                raise JournalConflict("the last person cannot be removed", "erase your data instead")
            delete_rows(self._alias, person)
            self._rows().filter(id=person).delete()
            if gone.is_chosen:
                left = next(row.id for row in rows if row.id != person)
                self._rows().filter(id=left).update(is_chosen=True)
        self._journals.pop(person, None)
        connections[self._alias].close()
        rewrite(self.folder / connections[self._alias].settings_dict["NAME"])

    @_through_the_door
    def journal(self, person: str | None = None) -> Journal:
        """Return somebody's journal; without a name, that of who is chosen on this machine.

        Raises:
            UnknownPerson: if there is nobody of this id.
        """
        if person is None:
            person = self._rows().order_by("-is_chosen", "since", "id").values_list("id", flat=True)[0]
        elif not self._rows().filter(id=person).exists():
            self._journals.pop(person, None)
            raise UnknownPerson("there is no such person here", "`lissom people list` names them")
        if person not in self._journals:
            self._journals[person] = Journal(
                self.folder, self._alias, person, self._live, only_reads=self.only_reads
            )
        return self._journals[person]

    def _rows(self) -> Any:
        return models.Person.objects.using(self._alias)

    def _change(self, person: str, **values: Any) -> None:
        if not self._rows().filter(id=person).update(**values):
            raise UnknownPerson("there is no such person here", "`lissom people list` names them")
