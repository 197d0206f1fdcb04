"""A translation of a page: a Fluent file whose messages take the place of the page's words.

The YAML stays the source. Which texts are words for a person is read from the grammar; each has an
id made from its path, such as `stretches-leg-ladder-ankle-hold-say`. The words are put over the
nodes before anything is read, so the same reader and the same checks judge the translation, at
the line and column of the source. Nothing but words can change.

A message is plain text with the placeholders of the source written as `{ $side }`. Selectors and
references are refused: what a clinician signs must stand there in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from lissom.routine.blocks import BlockShape, EitherBlock
from lissom.routine.clauses import Clause
from lissom.routine.grammar import REVIEW
from lissom.routine.lists import ListOf
from lissom.routine.problem import Report, Spot
from lissom.routine.shapes import Text, ValueShape
from lissom.routine.yaml_nodes import Mapping as Block
from lissom.routine.yaml_nodes import Node, Scalar, Sequence

if TYPE_CHECKING:
    from fluent.syntax import ast

KEYS_OF_ITEMS = ("id", "use", "symptom")  # what an item of a list is called by; else by its number
SIGNED_OFF = ("review-by", "review-on")  # may be there, both: who read the translation, and when
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Translation(NamedTuple):
    """A Fluent file: in which language, and its name and text."""

    language: str
    file: str
    text: str


class TranslatedText(NamedTuple):
    """A message that can stand for a text: its words with placeholders as in YAML, and its line."""

    words: str
    line: int


def translate(root: Node | None, shape: BlockShape, translation: Translation, report: Report) -> None:
    """Put a translation over the words of a page. `report` is that of the Fluent file.

    A message that is missing, unknown or not plain text is noted; all are told at once.
    """
    if not isinstance(root, Block):
        return  # reading the page itself says what is wrong with it
    messages = read_messages(translation.text, report)
    words: set[str] = set()
    for name, scalar in list(words_of(root, shape)):
        if name in words:
            report.add(
                "ambiguous-message", (1, 1), f"two texts of the source are both {name!r}", "rename an id"
            )
        elif name not in messages:
            hint = "lissom words prints the words of the source"
            report.add("missing-message", (1, 1), f"there is no message {name!r}", hint)
        else:
            _check_placeholders(name, scalar.text, messages[name], report)
            scalar.text, scalar.plain = messages[name].words, False
        words.add(name)
    for name, message in messages.items():
        if name not in words and name not in SIGNED_OFF:
            hint = report.guess(name, words) or "the source has no such words; take it out"
            report.add("unknown-message", (message.line, 1), f"unknown message {name!r}", hint)
    _put(root, "language", translation.language)
    _sign(root, messages)


def _check_placeholders(name: str, source: str, message: TranslatedText, report: Report) -> None:
    """A sentence that tells which side must do so in every language; the capital is its own affair."""
    wanted, found = (
        sorted({each.lower() for each in _PLACEHOLDER.findall(t)}) for t in (source, message.words)
    )
    if wanted != found:
        hint = f"the source has {' '.join(f'{{ ${each} }}' for each in wanted) or 'none'}"
        report.add("placeholders-differ", (message.line, 1), f"other placeholders in {name!r}", hint)


def words_of(node: Node, shape: ValueShape, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Scalar]]:
    """Go through the words of a page: the id of each, and where it stands."""
    if isinstance(shape, EitherBlock):
        yield from words_of(node, shape.chosen(node), path)
    elif isinstance(shape, BlockShape) and isinstance(node, Block):
        for key, (_, inner) in node.entries.items():
            field = shape.fields.get(key)
            if field and not (shape is REVIEW and key == "by"):
                yield from words_of(inner, field.shape, (*path, key.replace("_", "-")))
    elif isinstance(shape, ListOf) and isinstance(node, Sequence):
        for number, item in enumerate(node.items, 1):
            yield from words_of(item, shape.shape, (*_list_path(path, item), _called(item, number)))
    elif isinstance(shape, Text) and not isinstance(shape, Clause) and isinstance(node, Scalar):
        yield "-".join(path), node


def _list_path(path: tuple[str, ...], item: Node) -> tuple[str, ...]:
    """A list within something else needs no name where its items have one: its id tells enough."""
    return path[:-1] if len(path) > 1 and _called(item, 0) != "0" else path


def _called(item: Node, number: int) -> str:
    if isinstance(item, Block):
        for key in KEYS_OF_ITEMS:
            _, value = item.entries.get(key, (None, None))
            if isinstance(value, Scalar):
                return value.text.rpartition("/")[2]
    return str(number)


def _put(root: Block, key: str, text: str) -> None:
    spot = root.entries[key][1].spot if key in root.entries else root.spot
    root.entries[key] = (spot, Scalar(spot, text, plain=False))


def _sign(root: Block, messages: Mapping[str, TranslatedText]) -> None:
    """A clinician who read the source has not read its translation: that is signed off by itself."""
    if "review" not in root.entries or not isinstance(review := root.entries["review"][1], Block):
        return
    for key in ("by", "on"):
        review.entries.pop(key, None)
    signed = {key: messages[key].words for key in SIGNED_OFF if key in messages}
    _put(review, "status", "reviewed" if signed else "awaiting")
    for key, words in signed.items():
        _put(review, key.removeprefix("review-"), words)


# Fluent, read


def read_messages(text: str, report: Report) -> dict[str, TranslatedText]:
    """Return the messages of a Fluent file by id; note what is no message, twice there, or not plain."""
    from fluent.syntax import FluentParser, ast

    found: dict[str, TranslatedText] = {}
    for entry in FluentParser().parse(text).body:
        spot = _spot_of(entry, text)
        if isinstance(entry, ast.Junk):
            said = (entry.content or "").strip().partition("\n")[0]
            report.add("not-fluent", spot, f"this is not Fluent: {said[:60]!r}", "write it as id = words")
        elif isinstance(entry, ast.Message) and entry.id.name in found:
            report.add("duplicate-message", spot, f"the message {entry.id.name!r} stands twice")
        elif isinstance(entry, ast.Message):
            words = _plain_words(entry, spot, report)
            found[entry.id.name] = TranslatedText(words, spot[0])
    return found


def _plain_words(message: ast.Message, spot: Spot, report: Report) -> str:
    """Return the words with placeholders as in YAML, on one line."""
    from fluent.syntax import ast

    said: list[str] = []
    for element in message.value.elements if message.value else ():
        inner = element.expression if isinstance(element, ast.Placeable) else element
        if isinstance(inner, ast.TextElement):
            said.append(inner.value)
        elif isinstance(inner, ast.VariableReference):
            said.append(f"{{{inner.id.name}}}")
        else:
            hint = "only words and placeholders such as { $side } can stand here"
            report.add("message-not-plain", spot, f"{message.id.name!r} is not plain text", hint)
    return " ".join("".join(said).split("\n"))


def _spot_of(entry: ast.EntryType, text: str) -> Spot:
    start = entry.span.start if entry.span else 0
    return text.count("\n", 0, start) + 1, 1


# Fluent, written


def to_fluent(root: Node, shape: BlockShape, messages: Mapping[str, TranslatedText]) -> str:
    """Return the Fluent file of a page: the translation where there is one, else the source's words."""
    lines = []
    for name, scalar in words_of(root, shape):
        words = messages[name].words if name in messages else " ".join(scalar.text.split())
        lines.append(f"{name} = " + _PLACEHOLDER.sub(r"{ $\1 }", words))
    signed = [f"{name} = {messages[name].words}" for name in SIGNED_OFF if name in messages]
    return "\n".join([*lines, *signed, ""])
