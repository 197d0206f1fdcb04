"""What a value can look like: how it is read from a node, and how a JSON Schema says the same.

A shape that cannot read a node notes the problem and returns None; whoever reads on treats None as
not there. The tables of `grammar` are made of shapes.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from datetime import date
from typing import Any

from lissom.routine.problem import Report, Spot, quoted
from lissom.routine.quote_marks import AROUND, CODE, MESSAGE, straight_hint
from lissom.routine.yaml_nodes import UNSEEN, Node, Scalar

Schema = dict[str, Any]

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST_ID = 60
_NOT_TEXT = re.compile(
    r"(?i:yes|no|on|off|y|n|true|false|null|~)|[-+]?\.?[0-9][0-9_.,:]*([eE][-+]?[0-9]+)?|0[xo][0-9a-fA-F]+|<<"
)
_FOLDED = re.compile(r"[^\S\xa0\u202f]+")  # a space that must not break, as French has before a colon, stays
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


class ValueShape(ABC):
    """One kind of value."""

    title: str

    @abstractmethod
    def read(self, node: Node, report: Report) -> Any:
        """Return the value, or None after noting why there is none."""

    @abstractmethod
    def schema(self) -> Schema:
        """Return the JSON Schema of the value as a YAML 1.2 reader sees it."""


class Text(ValueShape):
    """Words for a person. White space is folded; only the placeholders named may stand in it."""

    def __init__(self, *placeholders: str, longest: int = 400) -> None:
        self.placeholders = placeholders
        self.longest = longest
        self.title = "text"
        if placeholders:
            self.title += " with " + " ".join(f"`{{{name}}}`" for name in placeholders)

    def read(self, node: Node, report: Report) -> str | None:
        """Return the words on one line."""
        if (text := read_text(node, report)) is None:
            return None
        if len(text) > self.longest:
            report.add("too-long", node.spot, f"{len(text)} characters", f"{self.longest} is the most")
            return None
        return text if self._fits(text, node.spot, report) else None

    def _fits(self, text: str, spot: Spot, report: Report) -> bool:
        known = {f"{{{name}}}" for name in self.placeholders}
        strange = [brace for brace in _BRACES.findall(text) if brace not in known]
        for brace in strange:
            hint = f"there are {' '.join(sorted(known))}" if known else "no placeholder can stand here"
            report.add("unknown-placeholder", spot, f"unknown placeholder {quoted(brace)}", hint)
        return not strange

    def schema(self) -> Schema:
        """A text that is not empty."""
        return {"type": "string", "minLength": 1, "maxLength": self.longest}


class Pattern(ValueShape):
    """A word of a fixed form; `pattern` is understood by Python and by JSON Schema alike."""

    def __init__(self, title: str, pattern: str, code: str, hint: str, longest: int = LONGEST_ID) -> None:
        self.title = title
        self.pattern = re.compile(pattern)
        self.code = code
        self.hint = hint
        self.longest = longest

    def read(self, node: Node, report: Report) -> str | None:
        """Return the word."""
        if (text := read_plain(node, report)) is None:
            return None
        if len(text) > self.longest or not self.pattern.fullmatch(text):
            report.add(self.code, node.spot, f"{quoted(text)} is not {self.title}", self.hint)
            return None
        return read_text(node, report)

    def schema(self) -> Schema:
        """The same pattern, for the whole text."""
        return {"type": "string", "pattern": f"^(?:{self.pattern.pattern})$", "maxLength": self.longest}


class Date(Pattern):
    """A day that the calendar has, as `2026-11-21`."""

    def __init__(self) -> None:
        super().__init__("a date", "[0-9]{4}-[0-9]{2}-[0-9]{2}", "bad-date", "year-month-day: 2026-11-21")

    def read(self, node: Node, report: Report) -> str | None:
        """Return the date as it is written."""
        text = super().read(node, report)
        try:
            return text and date.fromisoformat(text).isoformat()
        except ValueError:
            report.add(self.code, node.spot, f"the calendar has no {text}", self.hint)
            return None


class Flag(ValueShape):
    """`true` or `false`, and no other spelling."""

    title = "`true` or `false`"

    def read(self, node: Node, report: Report) -> bool | None:
        """Return the flag."""
        if (text := read_plain(node, report)) is None:
            return None
        if text in ("true", "false") and isinstance(node, Scalar) and node.plain:
            return text == "true"
        report.add(
            "not-a-flag",
            node.spot,
            f"{quoted(text)} is neither true nor false",
            "write true or false, without quotes",
        )
        return None

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


class Choice(ValueShape):
    """One of a few words."""

    def __init__(self, *words: str) -> None:
        self.words = words
        self.title = " or ".join(f"`{word}`" for word in words)

    def read(self, node: Node, report: Report) -> str | None:
        """Return the word."""
        text = read_plain(node, report)
        if text is None or text in self.words or is_curled(node):
            return text and read_text(node, report)
        taken_for_another = _NOT_TEXT.fullmatch(text)  # no guess: `no` is as close to `none` as to nothing
        hint = None if taken_for_another else report.guess(text, self.words)
        hint = hint or f"write {' or '.join(self.words)}"
        report.add("not-a-choice", node.spot, f"{quoted(text)} cannot stand here", hint)
        return None

    def schema(self) -> Schema:
        """An enumeration."""
        return {"type": "string", "enum": list(self.words)}


def read_plain(node: Node, report: Report) -> str | None:
    """Return the text of a scalar as it stands there."""
    if not isinstance(node, Scalar):
        report.add("wrong-type", node.spot, f"expected a text, found {node.kind}")
        return None
    if not node.text.strip():
        report.add("empty", node.spot, "nothing stands here", "write a value, or leave the key out")
        return None
    return node.text


def read_text(node: Node, report: Report) -> str | None:
    """Return a text on one line; refuse what YAML takes for something else than text."""
    text = read_plain(node, report)
    if text is None:
        return None
    if isinstance(node, Scalar) and node.plain and _NOT_TEXT.fullmatch(text):
        report.add(
            "needs-quotes", node.spot, f"YAML does not read {quoted(text)} as a text", "put it in quotes"
        )
        return None
    if is_curled(node):
        report.add(CODE, node.spot, MESSAGE, straight_hint(text))
        return None
    folded = _FOLDED.sub(" ", text).strip()
    if unseen := UNSEEN.search(folded):
        report.add(
            "control-character", node.spot, f"invisible character U+{ord(unseen.group()):04X}", "take it out"
        )
        return None
    return folded


def is_curled(node: Node) -> bool:
    """Whether typographic quotation marks stand around a text where straight ones were meant."""
    return isinstance(node, Scalar) and node.plain and bool(AROUND.fullmatch(node.text))


def bare(title: str) -> str:
    """Return a title without its article."""
    return title.removeprefix("an ").removeprefix("a ")
