"""The pages of the docs, taken apart: fenced blocks, links, headings, the words in code style."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
_MARKDOWN = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: the words after its fence, its text, and the line where it begins."""

    info: tuple[str, ...]
    text: str
    line: int

    @property
    def language(self) -> str:
        return self.info[0] if self.info else ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page, read once."""

    path: Path
    text: str
    fences: tuple[Fence, ...]
    links: tuple[str, ...]
    headings: tuple[str, ...]
    codes: frozenset[str]

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def anchors(self) -> frozenset[str]:
        """What a link may name after `#`."""
        return frozenset(
            re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in self.headings
        )

    def section(self, heading: str) -> str:
        """Return the text from a heading to the next of the same depth; empty where there is none."""
        found = re.search(rf"^(#+) {re.escape(heading)}$(.*?)(?=^#{{1,6}} |\Z)", self.text, re.M | re.S)
        return found[2] if found else ""


@cache
def read_page(path: Path) -> Page:
    text = path.read_text(encoding="utf-8")
    tokens = _MARKDOWN.parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    return Page(
        path,
        text,
        tuple(_fence(token) for token in tokens if token.type == "fence"),
        tuple(_targets(inline)),
        tuple(_heading(tokens[n + 1]) for n, token in enumerate(tokens) if token.type == "heading_open"),
        frozenset(token.content for token in inline if token.type == "code_inline"),
    )


def page(name: str) -> Page:
    return read_page(ROOT / name)


def pages() -> tuple[Page, ...]:
    return tuple(read_page(path) for path in sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")]))


def reference_codes() -> frozenset[str]:
    """Return every word in code style on any page."""
    return frozenset().union(*(each.codes for each in pages()))


def _fence(token: Token) -> Fence:
    return Fence(tuple(token.info.split()), token.content, token.map[0] + 1 if token.map else 0)


def _targets(inline: list[Token]) -> list[str]:
    found = [token.attrGet({"link_open": "href", "image": "src"}.get(token.type, "")) for token in inline]
    return [str(target) for target in found if target]


def _heading(token: Token) -> str:
    return "".join(child.content for child in token.children or () if child.type in ("text", "code_inline"))
