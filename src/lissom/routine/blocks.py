"""Blocks of keys: a table of fields says which keys there are; reading gives a `Block` of values.

A `Block` may be incomplete: what could not be read is not in it. Checks look at blocks, so that
they can say all they have to say about a file that is only partly right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from lissom.routine.lists import Items
from lissom.routine.problem import Report, Spot, quoted
from lissom.routine.shapes import Schema, ValueShape
from lissom.routine.yaml_nodes import Mapping, Node, Scalar


class BlockKey(NamedTuple):
    """One key of a block: what can stand there, whether it must, and what it means."""

    key: str
    shape: ValueShape
    required: bool
    meaning: str


def need(key: str, shape: ValueShape, meaning: str) -> BlockKey:
    """Return a key that must be there."""
    return BlockKey(key, shape, True, meaning)


def may(key: str, shape: ValueShape, meaning: str) -> BlockKey:
    """Return a key that may be there."""
    return BlockKey(key, shape, False, meaning)


class Block:
    """The values of a block of keys, and where they stand."""

    __slots__ = ("spot", "spots", "values")

    def __init__(self, spot: Spot) -> None:
        self.spot = spot
        self.values: dict[str, Any] = {}
        self.spots: dict[str, Spot] = {}

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def get(self, key: str, default: Any = None) -> Any:
        """Return a value, or the default where it is not there or could not be read."""
        return self.values.get(key, default)

    def at(self, key: str) -> Spot:
        """Return the place of a value, or of the block where there is none."""
        return self.spots.get(key, self.spot)

    def items(self, key: str) -> list[tuple[Any, Spot]]:
        """Return the values of a list with their places; none where there is no list."""
        found = self.values.get(key)
        return found.pairs() if isinstance(found, Items) else []

    def blocks(self, key: str) -> Iterator[Block]:
        """Go through the blocks of a list."""
        for value, _ in self.items(key):
            yield value


class BlockShape(ValueShape):
    """A block of keys with a name, such as `stretch`; its fields are the table."""

    def __init__(self, name: str, meaning: str, *fields: BlockKey) -> None:
        self.name = name
        self.meaning = meaning
        self.fields = {field.key: field for field in fields}
        self.title = f"[{name}](#{name.replace(' ', '-')})"

    def read(self, node: Node, report: Report) -> Block | None:
        """Return what could be read of the block; note unknown, missing and wrong keys."""
        if not isinstance(node, Mapping):
            report.add("wrong-type", node.spot, f"expected {Mapping.kind}, found {node.kind}", self._hint())
            return None
        block = Block(node.spot)
        for key, (spot, inner) in node.entries.items():
            self._read_entry(block, key, spot, inner, report)
        for field in self.fields.values():
            if field.required and field.key not in node.entries:
                report.add("missing-key", node.spot, f"{self.name} needs {field.key!r}: {field.meaning}")
        return block

    def _read_entry(self, block: Block, key: str, spot: Spot, inner: Node, report: Report) -> None:
        field = self.fields.get(key)
        if field is None:
            report.add(
                "unknown-key",
                spot,
                f"{self.name} has no key {quoted(key)}",
                self._key_hint(key, inner, report),
            )
            return
        block.spots[key] = inner.spot
        value = field.shape.read(inner, report)
        if value is not None:
            block.values[key] = value

    def _key_hint(self, key: str, inner: Node, report: Report) -> str:
        if " " in key and isinstance(inner, Scalar) and not inner.text:
            return "a text with a comma in { } or [ ] stands in quotes"
        return report.guess(key, self.fields) or self._hint()

    def _hint(self) -> str:
        return f"its keys are {', '.join(self.fields)}"

    def schema(self) -> Schema:
        """A reference to the definition of this block."""
        return {"$ref": f"#/$defs/{self.name.replace(' ', '-')}"}

    def definition(self) -> Schema:
        """Return the definition itself."""
        properties = {key: {"description": f.meaning, **f.shape.schema()} for key, f in self.fields.items()}
        required = [field.key for field in self.fields.values() if field.required]
        return {
            "type": "object",
            "description": self.meaning,
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }


class EitherBlock(ValueShape):
    """The first block where its telling key is there, else the second."""

    def __init__(self, key: str, first: BlockShape, second: BlockShape) -> None:
        self.key, self.first, self.second = key, first, second
        self.title = f"{second.title} or {first.title}"

    def read(self, node: Node, report: Report) -> Block | None:
        """Read the block that the telling key asks for."""
        return self.chosen(node).read(node, report)

    def chosen(self, node: Node) -> BlockShape:
        """Return the block that the telling key asks for."""
        tells = isinstance(node, Mapping) and self.key in node.entries
        return self.first if tells else self.second

    def schema(self) -> Schema:
        """The same choice, so that an editor names the fault in the block that was meant."""
        return {"if": {"required": [self.key]}, "then": self.first.schema(), "else": self.second.schema()}
