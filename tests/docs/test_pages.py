"""Every page runs, its links lead somewhere, and it claims nothing it should not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.console import calls, sit_down
from tests.docs.pages import DOCS, ROOT, Page, pages, read_page

RUNNABLE = [each for each in pages() if any(any(calls(fence)) for fence in each.fences)]
_OUTSIDE = re.compile(r"[a-z]+:")
_COMMAND = re.compile(r"^\s*(?:\$ )?lissom(?: |$)", re.M)
_CLAIM = re.compile(r"\b(?:you are|keeps? you|it is|perfectly|completely|entirely) safe\b", re.I)


def name_of(each: Page) -> str:
    return each.name


@pytest.mark.parametrize("each", RUNNABLE, ids=name_of)
def test_the_commands_of_a_page_do_what_it_says(each: Page, tmp_path: Path) -> None:
    sit_down(each, tmp_path)


@pytest.mark.parametrize("each", pages(), ids=name_of)
def test_every_command_in_a_fenced_block_is_run(each: Page) -> None:
    not_run = [f.line for f in each.fences if f.language != "console" and _COMMAND.search(f.text)]
    assert not_run == [], "write commands in a `console` block, after `$ `"


def test_readme_and_tutorial_are_run() -> None:
    assert {"README.md", "docs/tutorial.md", "docs/reference/commands.md"} <= {each.name for each in RUNNABLE}


@pytest.mark.parametrize("each", pages(), ids=name_of)
def test_links_lead_somewhere(each: Page) -> None:
    inside = [link for link in each.links if not _OUTSIDE.match(link)]
    assert [link for link in inside if not _leads_somewhere(each, link)] == []


def test_every_page_is_reached_from_the_readme() -> None:
    reached, waiting = set[Path](), [ROOT / "README.md"]
    while waiting:
        path = waiting.pop()
        if path in reached or path.suffix != ".md" or not path.exists():
            continue
        reached.add(path)
        waiting += [(path.parent / link.partition("#")[0]).resolve() for link in read_page(path).links]
    assert sorted(each.name for each in pages() if each.path not in reached) == []


@pytest.mark.parametrize("each", pages(), ids=name_of)
def test_make_targets_exist(each: Page) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", each.text, re.M)) <= targets


def test_nobody_is_told_that_they_are_safe() -> None:
    spoken = [*(ROOT / "content").rglob("*.yaml"), *(each.path for each in pages())]
    assert [path.name for path in spoken if _CLAIM.search(path.read_text(encoding="utf-8"))] == []


def test_decisions_are_numbered_and_have_three_parts() -> None:
    decisions = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    assert [path.name[:4] for path in decisions] == [f"{n:04}" for n in range(1, len(decisions) + 1)]
    for path in decisions:
        each = read_page(path)
        assert each.headings[0].startswith(f"{path.name[:4]} "), path.name
        assert each.headings[1:4] == ("Context", "Decision", "Consequences"), path.name


def _leads_somewhere(each: Page, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (each.path.parent / path).resolve() if path else each.path
    if not target.exists():
        return False
    return not anchor or anchor in read_page(target).anchors


@pytest.mark.parametrize("each", pages(), ids=name_of)
def test_files_that_a_page_names_exist(each: Page) -> None:
    named = [code for code in each.codes if re.fullmatch(r"(?:src|tests|routines|docs|bench)/[\w./-]+", code)]
    assert [name for name in named if not (ROOT / name.partition("::")[0]).exists()] == []
