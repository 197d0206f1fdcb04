"""Every citation leads to a clause of a handout or to a finding, and a person is told it in words."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from lissom.catalogues import catalogue, languages
from lissom.coach.settings import CONVENTIONS
from lissom.coach.sources import SOURCES
from lissom.content import library
from lissom.content.citations import say_sources
from lissom.routine.clauses import CLAUSES
from lissom.routine.read import read_evidence
from tests.docs.pages import ROOT

TEXTS = (".py", ".js", ".md", ".yaml", ".ftl", ".html", ".css", ".typ")
PLANTS = ("tests/",)
"""Where citations that lead nowhere are written on purpose."""
CITED = re.compile(
    r"EVIDENCE [0-9]+(?:\.[0-9]+)?(?:, (?:[0-9]+(?:\.[0-9]+)?)(?![\w-]))*"  # EVIDENCE 2, 3
    r"|\[(?:[AB][0-9]+)(?:, [AB][0-9]+)*\]"  # [A8] in a comment
    r"|(?<=cite: )[AB][0-9]+|(?<=clause: )[AB][0-9]+"
)
EVIDENCE = library.evidence()


def cited_in(text: str) -> list[str]:
    return [found.group().strip("[]") for found in CITED.finditer(text)]


def unknown(cited: str) -> list[str]:
    return [each.text for each in EVIDENCE.citations(cited) if not each.is_known]


def files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    names = listed.splitlines() or [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if path.is_file()]
    return [ROOT / name for name in names if name.endswith(TEXTS) and not name.startswith(PLANTS)]


def test_every_citation_leads_to_a_clause_or_to_a_finding() -> None:
    found = {path: cited_in(path.read_text(encoding="utf-8")) for path in files() if path.is_file()}
    assert sum(map(len, found.values())) > 200
    wrong = [(path.name, each) for path, cited in found.items() for one in cited for each in unknown(one)]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("# as it was found [A16]", ["A16"]),
        ("# [B11, B12]", ["B12"]),
        ("cite: A99", ["A99"]),
        ("as EVIDENCE 11 says", ["EVIDENCE 11"]),
        ("as EVIDENCE 2, 3, 40 say", ["40"]),
        ("as EVIDENCE 2.99 says", ["EVIDENCE 2.99"]),
    ],
)
def test_one_that_leads_nowhere_is_found(text: str, wrong: list[str]) -> None:
    assert [each for cited in cited_in(text) for each in unknown(cited)] == wrong


def test_nothing_cites_a_page_that_is_not_here() -> None:
    cites = re.compile(r"\bDESIGN\b|\bthe brief\b|Decided since|shared/[A-Z]{4,}\.md")
    own = Path(__file__).name
    found = [
        (p.name, m.group()) for p in files() if p.name != own for m in cites.finditer(p.read_text("utf-8"))
    ]
    assert found == []


def test_what_routines_and_pages_of_questions_cite_is_known() -> None:
    sources = [*library.routines(), *map(library.screening, ("red-flags", "after-session", "next-morning"))]
    cited = {cite for source in sources for cite in source.cite}
    cited |= {cite for routine in library.routines() for each in routine.conditions for cite in each.cite}
    cited |= {source.clause for routine in library.routines() for source in routine.sources}
    assert len(cited) > 20
    assert [each for cite in sorted(cited) for each in unknown(cite)] == []


def test_a_routine_is_checked_against_the_clauses_that_there_are() -> None:
    assert {each.letter: range(1, len(each.clauses) + 1) for each in EVIDENCE.handouts} == {
        letter: numbers for letter, numbers in CLAUSES.items() if len(letter) == 1
    }
    assert [topic.number for topic in EVIDENCE.topics] == list(CLAUSES["EVIDENCE "])


@pytest.mark.parametrize("language", languages())
def test_a_person_reads_words_and_never_a_number(language: str) -> None:
    say = catalogue(language).say
    cited = {
        *SOURCES.values(),
        *(each.source for each in CONVENTIONS),
        "the routine",
        "EVIDENCE 2.1",
        "A8, ours",
    }
    for each in sorted(cited - {""}):
        words = say_sources(each, say)
        assert words
        assert not re.search(r"EVIDENCE|\b[AB][0-9]+\b|setting |^ours$", words), (each, words)


def test_what_a_clinic_wrote_itself_is_told_as_it_stands() -> None:
    assert say_sources("sheet of 3 May, line 2", catalogue("en").say) == "sheet of 3 May; line 2"


def test_sources_are_told_once() -> None:
    say = catalogue("en").say
    assert say_sources(("A8", "A11", "ours"), say) == "the handout “Seated leg stretch”; our own choice"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (('id: "1.2"', 'id: "1.1"'), "1.1 stands at 1.2"),
        (("  - number: 5\n", "  - number: 4\n"), "4 stands twice"),
        (("        confidence: high\n", ""), "nobody says how sure this is"),
        (("        convention: true\n", ""), "nobody says how sure this is"),
        (("        claim:", "        clame:"), "finding has no key 'clame'"),
    ],
)
def test_a_slip_in_the_file_is_told_with_its_line(change: tuple[str, str], problem: str) -> None:
    text = (library.folder() / "evidence.yaml").read_text(encoding="utf-8")
    reading = read_evidence(text.replace(*change, 1), "evidence.yaml")
    assert reading.evidence is None
    assert any(
        problem in str(each) and re.match(r"evidence\.yaml:\d+:\d+: ", str(each)) for each in reading.problems
    )
