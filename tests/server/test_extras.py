"""Where a part is not installed, that is said with the command that adds it, and nothing else fails."""

from __future__ import annotations

import sys
import tomllib

import pytest

from lissom import extras
from lissom.cli.main import main
from lissom.terminal.pictures import find_images
from tests.shipped import REPOSITORY

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch):
    """Return what takes the modules of a part away, as if it had never been installed."""

    def take(extra: extras.Extra) -> None:
        for name in extras._MODULES[extra]:
            for loaded in [each for each in sys.modules if each == name or each.startswith(f"{name}.")]:
                monkeypatch.delitem(sys.modules, loaded)
        found = extras.find_spec
        gone = extras._MODULES[extra]
        monkeypatch.setattr(extras, "find_spec", lambda name: None if name in gone else found(name))

    return take


def test_every_part_is_one_that_the_project_offers() -> None:
    assert set(extras._MODULES) == set(extras._WHAT) == set(PROJECT["optional-dependencies"])


@pytest.mark.parametrize("extra", extras._MODULES)
def test_in_a_checkout_every_part_is_there(extra) -> None:
    assert extras.has(extra)
    extras.need(extra)


@pytest.mark.parametrize(
    ("extra", "command"),
    [
        ("fhir", ("fhir", "export", "neck")),
        ("pictures", ("draw", "sit.ready", "-o", "sit.png")),
    ],
)
def test_a_command_says_which_part_it_needs_and_how_to_get_it(
    person, without, tmp_path, monkeypatch, capsys, extra, command
) -> None:
    monkeypatch.chdir(tmp_path)
    without(extra)
    assert main(command) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert f"pip install 'lissom[{extra}]'" in told.err


@pytest.mark.parametrize("extra", ["fhir", "fit"])
def test_a_page_offers_nothing_that_is_not_there(person, without, extra) -> None:
    log = person.did("seated-leg-ladder", 1)
    page, link = {
        "fhir": ("/progress/", "/downloads/record.fhir.json"),
        "fit": (f"/progress/{log}/", f"/downloads/logs/{log}.fit"),
    }[extra]
    assert [each.attributes["href"] for each in person.visit(page).all("a", href=link)] == [link]
    without(extra)
    assert person.visit(page).all("a", href=link) == []


def test_an_activity_that_cannot_be_made_is_explained_on_a_page(person, without) -> None:
    log = person.did("seated-leg-ladder", 1)
    without("fit")
    answer = person.browser.get(f"/downloads/logs/{log}.fit")
    assert answer.status_code == 400
    assert "lissom[fit]" in answer.content.decode()


def test_a_terminal_without_pictures_draws_with_dots(without, monkeypatch) -> None:
    monkeypatch.setenv("KITTY_WINDOW_ID", "1")
    without("pictures")
    assert find_images() is None
