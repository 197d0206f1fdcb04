"""A person who visits the site, on a day that the test chooses, with what they lived through before."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django
import pytest

os.environ["DJANGO_SETTINGS_MODULE"] = "lissom.web.site.settings"
django.setup(set_prefix=False)  # before a journal is opened with settings that know no pages

from django.test import Client  # noqa: E402 - it needs the settings

from lissom.app.health import HealthAnswers, keep_asked, keep_floor  # noqa: E402 - the same
from lissom.app.person import Desk  # noqa: E402 - the same
from lissom.coach.history import Agreed, TakenBack  # noqa: E402 - the same
from lissom.machine.codec import machine_digest  # noqa: E402 - the same
from lissom.machine.model import Machine  # noqa: E402 - the same
from lissom.machine.options import Options  # noqa: E402 - the same
from lissom.store.setup import open_journal  # noqa: E402 - the same
from lissom.web.site import middleware  # noqa: E402 - the same
from tests.coach.stories import play, routine_machine, screening_machine  # noqa: E402 - the same
from tests.server.page import Element, read_page  # noqa: E402 - the same

if TYPE_CHECKING:
    from django.http import HttpResponse

THURSDAY = datetime(2026, 5, 7, 9, 0, tzinfo=UTC)


class Person:
    """One person at one browser, without scripts. `now` is the time of all visits."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, now: datetime = THURSDAY) -> None:
        self.now = now
        self.folder = folder
        self.journal = open_journal(folder)
        self._count = 0
        monkeypatch.setenv("LISSOM_DATA", str(folder))
        monkeypatch.setattr(middleware, "Desk", lambda journal: Desk(journal, now=self.now, zone="UTC"))
        self.browser = self.at_the_browser(headers={"lissom-journal": self.journal.ids()[0]})

    @staticmethod
    def at_the_browser(headers: dict[str, str]) -> Client:
        """Return a browser; what its scripts send, or a test in their place, has these headers."""
        return Client(enforce_csrf_checks=True, headers={"host": "localhost", **headers})

    # what was before

    def did(self, routine: str, days_ago: float, **told: Any) -> str:
        """Play a routine some days ago; `told` are options, and what `play` takes. Return the log's id."""
        choices = {name: told.pop(name) for name in tuple(told) if name in Options.__dataclass_fields__}
        return self._played(routine_machine(routine, Options(**choices)), days_ago, **told)

    def answered(self, screening: str, days_ago: float, **told: Any) -> str:
        """Answer a page of questions some days ago."""
        return self._played(screening_machine(screening), days_ago, **told)

    def went_through_the_list(self) -> None:
        """Nothing applied just now, and the floor is no trouble."""
        keep_asked(self.desk, HealthAnswers(), ())
        keep_floor(self.desk, "yes", "no")

    def set(self, **settings: str) -> None:
        """Write settings down; a double underscore stands for a dot, a single one for a dash."""
        for name, value in settings.items():
            self.desk.set(name.replace("__", ".").replace("_", "-"), value)

    # what they do now

    def visit(self, address: str) -> Element:
        """Open a page that is there."""
        answer = self.browser.get(address)
        assert answer.status_code == 200, answer
        return read_page(answer.content.decode())

    def send(self, address: str, /, **fields: str) -> HttpResponse:
        """Send a form of a page, with the token that the page gave."""
        page = self.visit(address)
        token = page.all("input", name="csrfmiddlewaretoken")[0].attributes["value"]
        answer: HttpResponse = self.browser.post(address, {**fields, "csrfmiddlewaretoken": token})
        return answer

    @property
    def desk(self) -> Desk:
        """Their desk, read anew."""
        return Desk(self.journal, now=self.now, zone="UTC")

    @property
    def words(self) -> tuple[TakenBack | Agreed, ...]:
        """The dated words that are kept."""
        return self.journal.entries()

    def _played(self, machine: Machine, days_ago: float, **told: Any) -> str:
        self._count += 1
        log = play(machine, self.now - timedelta(days=days_ago), number=self._count, **told)
        log = replace(log, machine_digest=machine_digest(machine))
        self.journal.receive(log, machine)
        return log.id
