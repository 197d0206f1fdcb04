"""Why a text is not YAML: what a person most likely wrote, told where it was written.

The parser knows only where it could not go on. Each finder looks for one cause; the first that finds
its own is told, and what the parser said is the last resort. The causes are guesses from the lines
around, so a finder says nothing where it is not sure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from yaml import YAMLError

from lissom.routine.problem import Spot, quoted
from lissom.routine.quote_marks import BEFORE_VALUE, CODE, HINT, MESSAGE

_STARTS = re.compile(r" *(?P<dashes>(?:- +)*)(?P<word>[a-z_][a-z0-9_-]*:(?= |$))?")
_PARENT = re.compile(r" *(?:- +)*[a-z_][a-z0-9_-]*: *(?:#.*)?")
_INDENT = re.compile(r"[ \t\xa0]*")
_NO_SPACE = {
    "\t": ("a tab stands here", "indent with spaces, not with the tab key"),
    "\xa0": ("a hard space stands here", "write a plain space instead"),
}
_AFTER_QUOTE = {
    '"': 'close it at the end of the text; inside a text it is written \\"',
    "'": "a text with an apostrophe stands in double quotes",
}

QUOTES = "a text with a colon in it stands in quotes"

# What the parser says, what to write instead, and whether the cause is where it began to read.
_HINTS = (
    ("mapping values are not allowed", QUOTES, False),
    ("cannot start any token", "a text that begins with such a character stands in quotes", False),
    ("could not find expected ':'", "after a key stand a colon and a space", True),
    ("expected ',' or '}'", "close it with }; commas stand between its keys", True),
    ("expected ',' or ']'", "close it with ]; commas stand between its items", True),
    ("unknown escape character", "write \\\\ for a backslash", False),
)


class YamlFault(NamedTuple):
    """The arguments of `Report.add`."""

    code: str
    spot: Spot
    message: str
    hint: str | None


class Failure(NamedTuple):
    """Where the parser gave up, where the thing that it was reading began, and what it said.

    `quoted_from` and `quoted_to` are the place of the last text in quotes.
    """

    lines: list[str]
    spot: Spot
    began: Spot | None
    said: str
    quoted_from: Spot | None
    quoted_to: Spot | None

    @property
    def row(self) -> int:
        """The index of the line where the parser gave up."""
        return self.spot[0] - 1

    @property
    def line(self) -> str:
        """That line; empty at the end of the text."""
        return self.lines[self.row] if self.row < len(self.lines) else ""


def find_fault(error: YAMLError, text: str, last_quoted: Any) -> YamlFault:
    """Return what to tell of a parser's error; `last_quoted` is the event of the last text in quotes."""
    failure = _failure(error, text, last_quoted)
    return next(fault for find in _FINDERS if (fault := find(failure)))


def spot_of(mark: Any) -> Spot:
    """Return the place of a parser's mark."""
    return mark.line + 1, mark.column + 1


def _failure(error: YAMLError, text: str, last_quoted: Any) -> Failure:
    began, mark = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    said = " ".join(filter(None, (getattr(error, "context", None), getattr(error, "problem", None))))
    return Failure(
        text.splitlines(),
        spot_of(mark or began) if mark or began else (1, 1),
        spot_of(began) if began else None,
        said or "it cannot be read as YAML",
        spot_of(last_quoted.start_mark) if last_quoted else None,
        spot_of(last_quoted.end_mark) if last_quoted else None,
    )


# the finders


def _find_no_space(failure: Failure) -> YamlFault | None:
    """A tab or a hard space where only spaces can stand: before the line, or where reading ended."""
    column = _indent(failure.line)
    found = next((at for at in range(column) if failure.line[at] in _NO_SPACE), failure.spot[1] - 1)
    told = _NO_SPACE.get(failure.line[found : found + 1])
    return _syntax((failure.spot[0], found + 1), *told) if told else None


def _find_curled(failure: Failure) -> YamlFault | None:
    found = BEFORE_VALUE.search(failure.line)
    if not found or found.start(1) >= failure.spot[1]:
        return None
    return YamlFault(CODE, (failure.spot[0], found.start(1) + 1), MESSAGE, HINT)


def _find_open_quote(failure: Failure) -> YamlFault | None:
    """Where a mark is forgotten, the next one closes the text, some lines further down."""
    spot = failure.quoted_from
    if "quoted scalar found unexpected end" in failure.said:
        spot = failure.began
    elif not (spot and failure.quoted_to and spot[0] < failure.quoted_to[0] == failure.spot[0]):
        return None
    if spot is None:
        return None
    mark = failure.lines[spot[0] - 1][spot[1] - 1]
    return _syntax(spot, "the quotation mark that opens here is not closed", f"write {mark} after the text")


def _find_after_quote(failure: Failure) -> YamlFault | None:
    """Something follows directly on a closing mark: it was meant to stand within, or closes too early."""
    closed = failure.quoted_to
    if closed is None or closed[0] != failure.spot[0] or not 0 <= failure.spot[1] - closed[1] <= 1:
        return None
    mark = failure.line[closed[1] - 2]
    if failure.line[failure.spot[1] - 1 : failure.spot[1]] in ("", "}", "]", '"', "'"):
        return None
    return _syntax(failure.spot, "text stands after the closing quotation mark", _AFTER_QUOTE.get(mark))


def _find_colon_in_braces(failure: Failure) -> YamlFault | None:
    """A brace that is never closed also ends at a colon, but on a later line."""
    same_line = failure.began is not None and failure.began[0] == failure.spot[0]
    if not (same_line and "flow" in failure.said and failure.line[failure.spot[1] - 1 :].startswith(":")):
        return None
    return _syntax(failure.spot, "a colon stands in a text without quotes", QUOTES)


def _find_missing_dash(failure: Failure) -> YamlFault | None:
    """A list whose second item has its dash, and the first has none."""
    if "expected key" not in failure.said or not _is_item(failure.line):
        return None
    column = _indent(failure.line)
    parent = next((row for row in _rows_above(failure) if _indent(failure.lines[row]) <= column), None)
    if parent is None or not _PARENT.fullmatch(failure.lines[parent]):
        return None
    first = next(row for row in range(parent + 1, failure.row + 1) if _counts(failure.lines[row]))
    line = failure.lines[first]
    if _is_item(line):
        return None
    hint = f"write {quoted(' ' * column + '- ' + line.strip())}, as in line {failure.spot[0]}"
    return _syntax((first + 1, _indent(line) + 1), "a list item begins here without its dash", hint)


def _find_indentation(failure: Failure) -> YamlFault | None:
    """A key or an item that stands straight below none of the lines that it could belong to."""
    here = _indent(failure.line)
    above = next(_rows_above(failure), None)
    if above is None or "flow" in failure.said or not _columns(failure.line):
        return None
    if _PARENT.fullmatch(failure.lines[above]) and _indent(failure.lines[above]) < here:
        return None
    fitting = dict(_open_columns(failure))
    if not fitting or here in fitting:
        return None
    near = min(fitting, key=lambda column: abs(column - here))
    return _syntax(
        (failure.spot[0], here + 1), _too_many(here - near), _begin_below(near, fitting[near], failure)
    )


def _too_many(extra: int) -> str:
    spaces = "1 space" if abs(extra) == 1 else f"{abs(extra)} spaces"
    return f"the line begins with {spaces} too {'many' if extra > 0 else 'few'}"


def _begin_below(column: int, row: int, failure: Failure) -> str:
    spaces = "1 space" if column == 1 else f"{column or 'no'} spaces"
    word = failure.lines[row][column:].partition(":")[0]
    what = "the dash" if word.startswith("-") else quoted(word)
    return f"begin it with {spaces}, straight below {what} in line {row + 1}"


def _find_what_was_said(failure: Failure) -> YamlFault:
    """The last resort: the parser's own words, with a hint where one is known."""
    known = next(((hint, early) for part, hint, early in _HINTS if part in failure.said), (None, False))
    spot = failure.began if known[1] and failure.began else failure.spot
    return _syntax(spot, f"not YAML: {failure.said}", known[0])


_FINDERS: tuple[Callable[[Failure], YamlFault | None], ...] = (
    _find_no_space,
    _find_curled,
    _find_open_quote,
    _find_after_quote,
    _find_colon_in_braces,
    _find_missing_dash,
    _find_indentation,
    _find_what_was_said,
)


# lines


def _syntax(spot: Spot, message: str, hint: str | None) -> YamlFault:
    return YamlFault("yaml-syntax", spot, message, hint)


def _indent(line: str) -> int:
    found = _INDENT.match(line)
    return found.end() if found else 0


def _is_item(line: str) -> bool:
    return line.lstrip(" ").startswith("- ")


def _counts(line: str) -> bool:
    """Whether a line is more than a remark or nothing."""
    return not line.lstrip(" ").startswith("#") and bool(line.strip())


def _rows_above(failure: Failure) -> Iterator[int]:
    """Go up through the lines above that are more than remarks."""
    return (row for row in reversed(range(failure.row)) if _counts(failure.lines[row]))


def _columns(line: str) -> list[int]:
    """Return where the dashes and the key of a line begin."""
    starts = _STARTS.match(line)
    if not starts:
        return []
    dashes = [at for at in range(*starts.span("dashes")) if line[at] == "-"]
    return dashes + ([starts.start("word")] if starts["word"] else [])


def _open_columns(failure: Failure) -> Iterator[tuple[int, int]]:
    """Yield the columns of the open blocks of the same kind (items or keys), and the row of each."""
    bound: float = float("inf")
    for row in _rows_above(failure):
        line = failure.lines[row]
        for column in reversed(_columns(line)):
            if column < bound:
                bound = column
                if (line[column] == "-") == _is_item(failure.line):
                    yield column, row
        if bound == 0:
            return
