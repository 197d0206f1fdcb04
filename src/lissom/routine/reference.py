"""The reference page of the language, made from the tables of grammar and codes."""

from __future__ import annotations

from collections.abc import Iterator

from lissom.routine.blocks import BlockShape
from lissom.routine.codes import GROUPS, ProblemCode
from lissom.routine.grammar import PHRASES, ROUTINE, SCREENING
from lissom.routine.schema import blocks_of
from lissom.routine.yaml_nodes import MOST_BYTES, MOST_DEPTH, MOST_NODES

REMARKS = (
    (
        "text",
        "`A steady chair`",
        "in quotes where it holds a colon, or a comma within `{ }`, or where YAML would read a number "
        "or true or false; line breaks and runs of spaces count as one space",
    ),
    ("id", "`leg-ladder`", "small letters, digits and single hyphens"),
    ("seconds", "`20s`", "whole seconds"),
    ("range", "`20s..30s`, `3..4`", "both ends count; one number alone is a range of one"),
    ("flag", "`true`, `false`", "`yes`, `no`, `on` and `off` are refused"),
    (
        "side",
        "`{side}`, `{other}`",
        "the side at work and the other one; `{Side}` and `{Other}` begin a sentence",
    ),
    (
        "cite",
        "`A8`, `[EVIDENCE 2, ours]`",
        "the clause or the evidence behind the numbers of its block, and of the blocks directly in it",
    ),
)
NOTATION = "\n".join(
    ["## What is written how", "", "| what | how | remarks |", "|---|---|---|"]
    + [f"| {' | '.join(row)} |" for row in REMARKS]
)

INTRODUCTION = f"""\
# The language of routines

<!-- Made by `make docs` from the tables in src/lissom/routine. Do not edit. -->

A routine is one YAML file. `lissom check FILE…` says everything that is wrong with it at once, each line as
`file:line:column: error[code]: message`, with a hint below. Warnings do not keep a routine from being used.

For completion in an editor, put this in the file's first line (the path is that of your copy):

```yaml
# yaml-language-server: $schema=docs/reference/routine.schema.json
```

{NOTATION}

A number that a person may choose (the seconds of holds, repeats) is chosen once for the whole routine, from
what all its ranges have in common. A range of one is fixed and takes no part in that.

Of YAML only blocks, lists and texts are used. Anchors, aliases, tags, directives and several documents are
refused, and so is a file of more than {MOST_BYTES // 1024} KiB, of more than {MOST_NODES} values, or
nested more than {MOST_DEPTH} deep.
"""


def make_page() -> str:
    """Return the whole page."""
    lines = [INTRODUCTION]
    for title, shape in (("A routine", ROUTINE), ("A page of questions", SCREENING), ("Phrases", PHRASES)):
        lines += [f"## {title}", "", *_blocks(shape, title)]
    lines += ["## Problems", "", "Every code, and what it means.", "", *_codes()]
    return "\n".join(lines)


def _blocks(shape: BlockShape, title: str) -> Iterator[str]:
    told = {block.name for block in blocks_of(ROUTINE)} if shape is not ROUTINE else set()
    for block in blocks_of(shape):
        if block.name not in told:
            yield from _block(block)


def _block(block: BlockShape) -> Iterator[str]:
    yield from (f"### {block.name}", "", block.meaning, "", "| key | | what | meaning |", "|---|---|---|---|")
    for field in block.fields.values():
        needed = "needed" if field.required else ""
        yield f"| `{field.key}` | {needed} | {field.shape.title} | {field.meaning} |"
    yield ""


def _codes() -> Iterator[str]:
    for title, group in GROUPS:
        yield from (f"### {title}", "", "| code | what it means |", "|---|---|")
        yield from (_code(name, code) for name, code in sorted(group.items()))
        yield ""


def _code(name: str, code: ProblemCode) -> str:
    return f"| `{name}` | {code.meaning} |"
