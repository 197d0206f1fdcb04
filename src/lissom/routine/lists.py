"""Shapes of several values: lists, and blocks whose keys the writer chooses."""

from __future__ import annotations

from typing import Any

from lissom.routine.problem import Report, Spot
from lissom.routine.shapes import Pattern, Schema, ValueShape, bare
from lissom.routine.yaml_nodes import Mapping, Node, Scalar, Sequence


class Items:
    """What a list gave: the values that could be read, and where each stands."""

    __slots__ = ("spots", "values")

    def __init__(self, values: tuple[Any, ...], spots: tuple[Spot, ...]) -> None:
        self.values = values
        self.spots = spots

    def pairs(self) -> list[tuple[Any, Spot]]:
        """Return each value with its place."""
        return list(zip(self.values, self.spots, strict=True))


class ListOf(ValueShape):
    """A list of values of one shape. Where `single`, one value may stand without brackets."""

    def __init__(self, shape: ValueShape, *, least: int = 1, most: int = 40, single: bool = False) -> None:
        self.shape, self.least, self.most, self.single = shape, least, most, single
        self.title = f"{shape.title}, or a list of these" if single else f"list of {bare(shape.title)}"

    def read(self, node: Node, report: Report) -> Items | None:
        """Return the items that could be read; None where there is no list."""
        nodes = [node] if self.single and isinstance(node, Scalar) else as_list(node, report)
        if nodes is None:
            return None
        if len(nodes) < self.least:
            report.add(
                "empty", node.spot, "the list is empty", "leave the key out where there is nothing to say"
            )
        if len(nodes) > self.most:
            report.add("too-long", node.spot, f"{len(nodes)} items", f"{self.most} is the most")
            return None
        found = [(value, each.spot) for each in nodes if (value := self.shape.read(each, report)) is not None]
        return Items(tuple(value for value, _ in found), tuple(spot for _, spot in found))

    def schema(self) -> Schema:
        """An array; where `single`, or the value itself."""
        array = {"type": "array", "items": self.shape.schema(), "minItems": self.least, "maxItems": self.most}
        return {"anyOf": [self.shape.schema(), array]} if self.single else array


class MapOf(ValueShape):
    """Ids of the writer's choice as keys, each with a value of one shape."""

    def __init__(self, key: Pattern, shape: ValueShape, most: int = 40) -> None:
        self.key, self.shape, self.most = key, shape, most
        self.title = f"`{{{bare(key.title)}: {bare(shape.title)}}}`"

    def read(self, node: Node, report: Report) -> Items | None:
        """Return pairs of key and value, placed at their keys."""
        if not isinstance(node, Mapping):
            report.add("wrong-type", node.spot, f"expected {Mapping.kind}, found {node.kind}")
            return None
        found: list[tuple[tuple[str, Any], Spot]] = []
        for text, (spot, inner) in node.entries.items():
            key = self.key.read(Scalar(spot, text, plain=False), report)
            value = self.shape.read(inner, report)
            if key is not None and value is not None:
                found.append(((key, value), spot))
        return Items(tuple(pair for pair, _ in found), tuple(spot for _, spot in found))

    def schema(self) -> Schema:
        """An object whose keys follow the pattern."""
        return {
            "type": "object",
            "propertyNames": self.key.schema(),
            "additionalProperties": self.shape.schema(),
            "maxProperties": self.most,
        }


def as_list(node: Node, report: Report) -> list[Node] | None:
    """Return the nodes of a list."""
    if isinstance(node, Sequence):
        return node.items
    report.add(
        "wrong-type",
        node.spot,
        f"expected a list, found {node.kind}",
        "put each item on a line that begins with -",
    )
    return None
