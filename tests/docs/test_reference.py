"""Everything a person may type, and every event a machine may get, stands in the docs."""

from __future__ import annotations

import argparse
import re
from importlib import import_module

import pytest
from tools.pages import settings

from lissom.cli.main import COMMANDS
from lissom.machine.model import KINDS, SYMPTOM_EVENTS
from lissom.machine.options import Options
from lissom.session.log import SESSION_EVENTS
from tests.docs.pages import ROOT, page

COMMANDS_PAGE, MACHINE_PAGE = page("docs/reference/commands.md"), page("docs/reference/machine.md")
MACHINE_EVENTS = (
    "elapsed",
    "next",
    "hurts",
    "serious",
    "skip",
    "ease",
    "yes",
    "no",
    "unsure",
    "ok",
    "high",
    "stop",
    *SYMPTOM_EVENTS,
)
GLOSSARY = page("GLOSSARY.md")
_ENTRY = re.compile(r"^\*\*(?P<word>[^*]+)\*\*(?: \((?P<names>[^)]*)\))?\. \S", re.M)
ENTRIES = {
    found["word"]: re.findall(r"`([^`]+)`", found["names"] or "") for found in _ENTRY.finditer(GLOSSARY.text)
}
DESIGNED = (
    "Cue", "Dose", "Ease", "Event", "Hold", "Journal", "Lead side", "Letting go", "Level", "Log",
    "Machine", "Offer", "Open hold", "Outcome", "Pace", "Plan", "Position", "Repeat", "Restriction",
    "Round", "Routine", "Screening", "Session", "Side", "State", "Stretch", "Symptom",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_section(command: str) -> None:
    assert COMMANDS_PAGE.section(f"`lissom {command}`").strip(), f"no section for {command}"


def test_no_section_without_its_command() -> None:
    told = {
        heading.removeprefix("lissom ") for heading in COMMANDS_PAGE.headings if heading.startswith("lissom ")
    }
    assert told == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_argument_of_a_command_is_told(command: str) -> None:
    section = COMMANDS_PAGE.section(f"`lissom {command}`")
    flags = COMMANDS_PAGE.section("Options of a session")
    told = section + flags if "(#options-of-a-session)" in section else section
    assert [
        flag for flag in flags_of(command) if not re.search(rf"(?<![\w-]){re.escape(flag)}(?![\w-])", told)
    ] == []


@pytest.mark.parametrize("event", [*MACHINE_EVENTS, *SESSION_EVENTS])
def test_every_event_is_told(event: str) -> None:
    assert event in MACHINE_PAGE.codes


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_told(kind: str) -> None:
    assert kind in MACHINE_PAGE.codes


@pytest.mark.parametrize("option", Options().as_json())
def test_every_option_is_told(option: str) -> None:
    assert option in MACHINE_PAGE.codes


def test_glossary_has_the_words_of_the_design_in_order() -> None:
    assert sorted(ENTRIES, key=str.lower) == list(ENTRIES)
    assert set(DESIGNED) <= set(ENTRIES)


def test_names_in_the_glossary_stand_in_the_code() -> None:
    places = [*(ROOT / "src").rglob("*.py"), *(ROOT / "content").rglob("*.yaml")]
    known = "\n".join(path.read_text(encoding="utf-8") for path in places)
    unknown = [(word, name) for word, names in ENTRIES.items() for name in names if name not in known]
    assert unknown == []


def flags_of(command: str) -> list[str]:
    """Return the long flags of a command and of what is below it; positions by their name in capitals."""
    parser = argparse.ArgumentParser()
    import_module(f"lissom.cli.commands.{command}").add_arguments(parser)
    return sorted(set(_flags(parser)) - {"--help"})


def _flags(parser: argparse.ArgumentParser) -> list[str]:
    found: list[str] = []
    for action in parser._actions:  # argparse has no public list of its arguments
        found += [flag for flag in action.option_strings if flag.startswith("--")]
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                found += [name, *_flags(below)]
    return found


def test_every_dependency_has_its_line() -> None:
    needed = re.findall(
        r"^[a-z][\w.-]*", "\n".join(p.read_text() for p in (ROOT / "requirements").glob("*.in")), re.M
    )
    assert sorted(set(needed) - page("docs/dependencies.md").codes) == []


def test_the_page_of_settings_is_current() -> None:
    for file, text in settings.pages().items():
        assert file.read_text(encoding="utf-8") == text, "run: make docs"


def test_safety_links_every_list_of_conventions() -> None:
    assert {"docs/conventions.md", "docs/reference/settings.md"} <= set(page("SAFETY.md").links)
