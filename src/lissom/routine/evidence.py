"""What the routines and rules rest on: the clauses of the handouts, and what research adds.

A citation is a clause (`A8`), a topic (`EVIDENCE 2`, several as `EVIDENCE 2, 3`), one finding
(`EVIDENCE 2.3`), or `ours`. Any other words name a source that only its writer knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lissom.routine.blocks import Block
from lissom.routine.problem import Report

OURS = "ours"
_TOPIC = re.compile(r"(?:EVIDENCE )?(\d{1,2})(\.\d{1,2})?")
_CLAUSE = re.compile(r"([A-Z])(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is known, with the figures it rests on; `is_convention` where it is a choice of ours.

    `basis` is "read" where the source was read, and "common" where it is common knowledge.
    """

    id: str
    claim: str
    figures: str
    source: str
    address: str
    basis: str
    confidence: str
    is_convention: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """The findings of one question; `shown` are the sources that a person is told."""

    number: int
    title: str
    shown: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class HandoutClauses:
    """A handout's clauses in our own words; the first is clause 1."""

    letter: str
    title: str
    routine: str
    clauses: tuple[str, ...]


class Citation(NamedTuple):
    """One citation: of a handout's clause, of a topic, of a finding, or of neither (then `text` says it)."""

    text: str
    handout: HandoutClauses | None = None
    topic: Topic | None = None
    finding: Finding | None = None

    @property
    def is_known(self) -> bool:
        """Whether it leads to a clause or to a finding, or is marked as ours."""
        return bool(self.handout or self.topic or self.text == OURS)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All of it. Its order is that of the file."""

    handouts: tuple[HandoutClauses, ...]
    topics: tuple[Topic, ...]

    def citations(self, cited: str) -> Iterator[Citation]:
        """Go through the citations of a text such as `A8, EVIDENCE 2, 3`; a bare number follows a topic."""
        after_topic = False
        for each in filter(None, map(str.strip, cited.split(","))):
            found = self._citation(each, after_topic)
            after_topic = found.topic is not None
            yield found

    def _citation(self, text: str, after_topic: bool) -> Citation:
        if clause := _CLAUSE.fullmatch(text):
            for handout in self.handouts:
                if handout.letter == clause[1] and 1 <= int(clause[2]) <= len(handout.clauses):
                    return Citation(text, handout=handout)
        named = _TOPIC.fullmatch(text)
        if named and (after_topic or text.startswith("EVIDENCE ")):
            for topic in self.topics:
                if topic.number != int(named[1]):
                    continue
                if named[2] is None:
                    return Citation(text, topic=topic)
                for finding in topic.findings:
                    if finding.id == f"{named[1]}{named[2]}":
                        return Citation(text, topic=topic, finding=finding)
        return Citation(text)


def check_evidence(block: Block, report: Report) -> None:
    """Note numbers that stand twice or out of place, and findings that do not say how sure they are."""
    seen: set[object] = set()
    for key, name in (("handouts", "letter"), ("topics", "number")):
        for each in block.blocks(key):
            if (value := each.get(name)) in seen:
                report.add("duplicate-id", each.at(name), f"{value} stands twice", "give each its own")
            seen.add(value)
    for topic in block.blocks("topics"):
        for place, finding in enumerate(topic.blocks("findings"), 1):
            wanted = f"{topic.get('number')}.{place}"
            if finding.get("id", wanted) != wanted:
                report.add(
                    "bad-id", finding.at("id"), f"{finding.get('id')} stands at {wanted}", f"write {wanted}"
                )
            if not finding.get("convention") and not (finding.get("basis") and finding.get("confidence")):
                hint = "say basis and confidence, or convention: true where it is a choice of ours"
                report.add("missing-key", finding.spot, "nobody says how sure this is", hint)


def build_evidence(block: Block) -> Evidence:
    """Return the evidence that a whole block tells."""
    return Evidence(
        tuple(
            HandoutClauses(
                each.get("letter"), each.get("title"), each.get("routine"), each.get("clauses").values
            )
            for each in block.blocks("handouts")
        ),
        tuple(
            Topic(
                each.get("number"), each.get("title"), each.get("shown").values,
                tuple(map(_finding, each.blocks("findings"))),
            )
            for each in block.blocks("topics")
        ),
    )  # fmt: skip


def _finding(block: Block) -> Finding:
    return Finding(
        block.get("id"), block.get("claim"), block.get("figures", ""), block.get("source"),
        block.get("address", ""), block.get("basis", ""), block.get("confidence", ""),
        bool(block.get("convention")),
    )  # fmt: skip
