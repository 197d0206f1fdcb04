"""A server that runs for weeks: what a page took is gone with its answer."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator
from typing import Final

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import RequestFactory

from lissom.app.person import Desk
from lissom.cli import main as command_line
from tests.server.person import Person

PAGES: Final = (
    "/", "/ready/?portion=6", "/progress/", "/settings/", "/contact/", "/routines/neck/", "/offline/",
    "/play/", "/api/pack.json", "/api/journal.json", "/nowhere/", "/progress/nowhere/",
    "/downloads/sessions.csv",
)  # fmt: skip
LIGHT: Final = (
    "/offline/", "/settings/", "/contact/", "/nowhere/", "/api/journal.json", "/play/", "/api/logs/",
)  # fmt: skip
THOUSANDS: Final = 2_000
FEW: Final = 400
"""Requests; those of the first half fill what is kept on purpose, such as the texts of templates."""


@pytest.fixture
def ask(person: Person, monkeypatch) -> Callable[[str], None]:
    """Return what asks for an address as a server does: the test client holds on to what was rendered, and
    pytest to what was logged."""
    monkeypatch.setattr(logging.getLogger("django.request"), "disabled", True)
    person.did("neck", 2)
    application = get_wsgi_application()

    def ask_for(path: str) -> None:
        answer = application(RequestFactory(headers={"host": "localhost"}).get(path).environ, lambda *_: None)
        b"".join(answer)
        answer.close()

    return ask_for


@pytest.fixture
def uncollected() -> Iterator[None]:
    """With garbage left where it falls, as it does between two looks for it."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def count(kind: type) -> int:
    return sum(type(each) is kind for each in gc.get_objects())


@pytest.mark.parametrize("path", PAGES)
def test_all_that_was_ever_played_goes_with_the_page_that_read_it(ask, path, uncollected) -> None:
    """Garbage or not: of years of practice it is 12 MB a page."""
    for _ in range(3):
        ask(path)
    assert count(Desk) == 0


def test_over_thousands_of_requests_nothing_is_added_up(ask) -> None:
    def objects_after(requests: int) -> int:
        for number in range(requests):
            ask(LIGHT[number % len(LIGHT)])
        gc.collect()
        return len(gc.get_objects())

    first = objects_after(FEW)
    second = objects_after(THOUSANDS - FEW)
    assert second - first < THOUSANDS, f"{second - first} objects more"


@pytest.mark.parametrize("name", command_line.COMMANDS)
def test_every_command_runs_with_garbage_being_collected(name, monkeypatch) -> None:
    ran = []
    module = command_line.import_module(f"lissom.cli.commands.{name}")
    monkeypatch.setattr(module, "run", lambda _: ran.append(gc.isenabled()) or 0)
    monkeypatch.setattr(module, "add_arguments", lambda _: None)
    assert (command_line.main([name]), ran) == (0, [True])
