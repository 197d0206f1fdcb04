"""Shapes of numbers: whole numbers, seconds, ranges, and the time of a hold."""

from __future__ import annotations

import re
from typing import Any, Literal

from lissom.routine.meant_numbers import meant_range, meant_seconds
from lissom.routine.model import Range
from lissom.routine.problem import Report, Spot, quoted
from lissom.routine.shapes import Schema, ValueShape, read_plain
from lissom.routine.yaml_nodes import Node, Scalar

COMFORTABLE = "comfortable"

_SECONDS = re.compile(r"([0-9]{1,4})s")
_NUMBER = re.compile(r"-?[0-9]{1,40}")


class Whole(ValueShape):
    """A whole number within bounds."""

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most
        self.title = f"whole number, {least} to {most}"

    def read(self, node: Node, report: Report) -> int | None:
        """Return the number."""
        text = read_plain(node, report)
        if text is None:
            return None
        if not _NUMBER.fullmatch(text):
            report.add(
                "not-a-number",
                node.spot,
                f"{quoted(text)} is not a whole number",
                "write digits, without quotes",
            )
            return None
        return within(int(text), self.least, self.most, node.spot, report)

    def schema(self) -> Schema:
        """An integer within the bounds."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class Seconds(ValueShape):
    """A time such as `20s`."""

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most
        self.title = f"seconds, `{least}s` to `{most}s`"

    def read(self, node: Node, report: Report) -> int | None:
        """Return the number of seconds."""
        if (text := read_plain(node, report)) is None:
            return None
        if not (match := _SECONDS.fullmatch(text)):
            meant = meant_seconds(text, self.least, self.most)
            hint = f"write it as {meant}" if meant else f"write a number from {self.least}s to {self.most}s"
            report.add("not-seconds", node.spot, f"{quoted(text)} is not a time in seconds", hint)
            return None
        return within(int(match[1]), self.least, self.most, node.spot, report, "s")

    def schema(self) -> Schema:
        """Digits and an s; the bounds are checked by Lissom alone."""
        return {"type": "string", "pattern": "^[0-9]{1,4}s$"}


class RangeShape(ValueShape):
    """A range such as `20s..30s` or `3..4`; one number alone is a range of one.

    Where nothing else is said the usual number is the `usual` end.
    """

    def __init__(
        self, unit: Literal["s", ""], least: int, most: int, usual: Literal["least", "most"]
    ) -> None:
        self.unit, self.least, self.most, self.usual = unit, least, most, usual
        self.title = f"range, `{least}{unit}..{most}{unit}` at the widest"
        self.pattern = re.compile(rf"([0-9]{{1,4}}){unit}(?:\.\.([0-9]{{1,4}}){unit})?")

    def read(self, node: Node, report: Report) -> Range | None:
        """Return the range."""
        if (text := read_plain(node, report)) is None:
            return None
        if not (match := self.pattern.fullmatch(text)):
            report.add("not-a-range", node.spot, f"{quoted(text)} is not a range", self.hint(text))
            return None
        ends = [
            within(int(end), self.least, self.most, node.spot, report, self.unit)
            for end in (match[1], match[2] or match[1])
        ]
        return self._range(text, ends, node.spot, report)

    def hint(self, text: str) -> str:
        """Return what to write instead of a text: the same numbers, or else what can stand there."""
        if meant := meant_range(text, self.unit, self.least, self.most):
            return f"write it as {meant}"
        bounds = f"from {self.least}{self.unit} to {self.most}{self.unit}"
        return f"write one number, or two with .. between, {bounds}"

    def _range(self, text: str, ends: list[int | None], spot: Spot, report: Report) -> Range | None:
        low, high = ends
        if low is None or high is None:
            return None
        if low > high:
            report.add(
                "not-a-range", spot, f"{text!r} goes down", f"write it as {high}{self.unit}..{low}{self.unit}"
            )
            return None
        return Range(low, high, low if self.usual == "least" else high)

    def schema(self) -> Schema:
        """The pattern; without a unit also a number."""
        text: Schema = {"type": "string", "pattern": f"^(?:{self.pattern.pattern})$"}
        if self.unit:
            return text
        return {"anyOf": [{"type": "integer", "minimum": self.least, "maximum": self.most}, text]}


class HoldTime(RangeShape):
    """A range of seconds, or `comfortable`."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__("s", least, most, "most")
        self.title = f"`{COMFORTABLE}`, or {self.title}"

    def read(self, node: Node, report: Report) -> Any:
        """Return the range, or the word."""
        if isinstance(node, Scalar) and node.text == COMFORTABLE:
            return COMFORTABLE
        return super().read(node, report)

    def hint(self, text: str) -> str:
        """The word where it seems to be meant, else as for any range."""
        return f"write it as {COMFORTABLE}" if "comfort" in text.lower() else super().hint(text)

    def schema(self) -> Schema:
        """The word or the range."""
        return {"anyOf": [{"const": COMFORTABLE}, super().schema()]}


def within(
    number: int, least: int, most: int, spot: Spot, report: Report, unit: Literal["s", ""] = ""
) -> int | None:
    """Return a number that lies within its bounds."""
    if least <= number <= most:
        return number
    hint = f"write a number from {least}{unit} to {most}{unit}"
    report.add("out-of-range", spot, f"{number}{unit} is out of range", hint)
    return None
