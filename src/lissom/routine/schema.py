"""The JSON Schema of a routine, made from the grammar, so that editors complete and underline.

The schema sees one block at a time; what must fit together beyond that, `lissom check` says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from lissom.routine.blocks import BlockShape, EitherBlock
from lissom.routine.grammar import FORMATS, ROUTINE
from lissom.routine.lists import ListOf
from lissom.routine.shapes import Schema, ValueShape

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def make_schema(shape: BlockShape = ROUTINE) -> Schema:
    """Return the schema of a file: a routine, a page of questions or phrases."""
    blocks = {block.name: block for block in blocks_of(shape)}
    definitions = {block.schema()["$ref"].rpartition("/")[2]: block.definition() for block in blocks.values()}
    name = next(name for name, known in FORMATS.items() if known is shape)
    return {"$schema": DIALECT, "title": f"Lissom {name}", **shape.schema(), "$defs": definitions}


def schema_text(shape: BlockShape = ROUTINE) -> str:
    """Return the schema as it stands in `docs/reference`."""
    return json.dumps(make_schema(shape), indent=2, ensure_ascii=False) + "\n"


def blocks_of(shape: ValueShape) -> Iterator[BlockShape]:
    """Go through a block and all blocks within it, each once, in the order of the tables."""
    seen: set[str] = set()
    waiting: list[ValueShape] = [shape]
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, BlockShape):
            if each.name in seen:
                continue
            seen.add(each.name)
            yield each
        waiting.extend(_inner(each))


def _inner(shape: ValueShape) -> list[ValueShape]:
    if isinstance(shape, BlockShape):
        return [field.shape for field in shape.fields.values()]
    if isinstance(shape, EitherBlock):
        return [shape.second, shape.first]
    return [shape.shape] if isinstance(shape, ListOf) else []
