"""From text to nodes: a small part of YAML, with the line and column of everything.

Only texts, lists and blocks of keys are read. Anchors, aliases, tags, directives and several
documents are refused, as are depth and number beyond any routine, so that a hostile file gets one
clear answer at once. The parser's events are read one by one, never by recursion.
"""

from __future__ import annotations

import re
from typing import Any

from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out

from lissom.routine.problem import Report, Spot, quoted
from lissom.routine.yaml_faults import find_fault, spot_of

MOST_BYTES = 256 * 1024
MOST_DEPTH = 12
MOST_NODES = 20_000

# Everything that can be seen, tab and line ends; without the marks that turn or hide the text.
UNSEEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u205f\u2070-\ud7ff\ue000-\ufefe\uff00-\ufffd"
    "\U00010000-\U000dffff\U000e1000-\U0010ffff]"
)


class Scalar:
    """A text. `plain` is true where no quotes stand around it."""

    __slots__ = ("plain", "spot", "text")
    kind = "a text"

    def __init__(self, spot: Spot, text: str, plain: bool) -> None:
        self.spot = spot
        self.text = text
        self.plain = plain


class Sequence:
    """A list of nodes."""

    __slots__ = ("items", "spot")
    kind = "a list"

    def __init__(self, spot: Spot) -> None:
        self.spot = spot
        self.items: list[Node] = []


class Mapping:
    """A block of keys, in the order written; each key stands once."""

    __slots__ = ("entries", "spot")
    kind = "a block of keys"

    def __init__(self, spot: Spot) -> None:
        self.spot = spot
        self.entries: dict[str, tuple[Spot, Node]] = {}


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    """Reading ends here; the arguments are those of `Report.add`."""


def read_nodes(source: str | bytes, report: Report) -> Node | None:
    """Return the one document of a text, or None where reading had to end; then a problem is noted."""
    try:
        return _Builder(report).build(_decode(source))
    except _Refused as refusal:
        report.add(*refusal.args)
        return None


def _decode(source: str | bytes) -> str:
    """Return readable text, or refuse what is too large or not text at all."""
    if len(source) > MOST_BYTES:
        raise _Refused(
            "too-large",
            (1, 1),
            f"the file is larger than {MOST_BYTES // 1024} KiB",
            "a routine is a few pages",
        )
    text = _as_text(source) if isinstance(source, bytes) else source
    text = text.removeprefix("\ufeff")  # the byte order mark that some editors write first
    if unseen := UNSEEN.search(text):
        spot = _spot_of(text, unseen.start())
        raise _Refused(
            "control-character", spot, f"invisible character U+{ord(unseen.group()):04X}", "take it out"
        )
    return text


def _as_text(source: bytes) -> str:
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        spot = _spot_of(source[: error.start].decode("utf-8"), error.start)
        raise _Refused(
            "not-utf8", spot, "the file is not UTF-8 text from here on", "save it as UTF-8"
        ) from None


def _spot_of(text: str, index: int) -> Spot:
    before = text[:index]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


class _Builder:
    """Puts the parser's events together to nodes."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.root: Node | None = None
        self.open: list[Sequence | Mapping] = []
        self.keys: list[Scalar | None] = []
        self.count = 0
        self.documents = 0
        self.last_quoted: Any = None
        self.run_on: Mapping | None = None

    def build(self, text: str) -> Node:
        """Read every event, and return the document."""
        parser = CParser(text)
        try:
            while (event := parser.get_event()) is not None:
                handle = _HANDLERS.get(type(event).__name__)
                if handle is not None:
                    handle(self, event)
        except YAMLError as error:
            raise _Refused(*find_fault(error, text, self.last_quoted)) from None
        if self.root is None or (isinstance(self.root, Scalar) and self.root.plain and not self.root.text):
            raise _Refused("empty-file", (1, 1), "the file is empty", "see the shipped routines for the form")
        return self.root

    def start_document(self, event: Any) -> None:
        self.documents += 1
        if event.version or event.tags:
            raise _Refused(
                "directive", _spot(event), "YAML directives are not used here", "take the line out"
            )
        if self.documents > 1:
            raise _Refused(
                "several-documents",
                _spot(event),
                "a second document begins here",
                "one file holds one routine",
            )

    def scalar(self, event: Any) -> None:
        _refuse_extras(event)
        if event.style in ("'", '"'):
            self.last_quoted = event
        self.put(Scalar(_spot(event), event.value, not event.style))

    def start_sequence(self, event: Any) -> None:
        self.start(Sequence(_spot(event)), event)

    def start_mapping(self, event: Any) -> None:
        self.start(Mapping(_spot(event)), event)

    def start(self, node: Sequence | Mapping, event: Any) -> None:
        """Open a list or a block; it stands in its parent from now on."""
        _refuse_extras(event)
        if len(self.open) >= MOST_DEPTH:
            raise _Refused(
                "too-deep", node.spot, f"nested more than {MOST_DEPTH} deep", "no routine needs that"
            )
        self.put(node)
        self.open.append(node)
        self.keys.append(None)

    def end(self, event: Any) -> None:
        self.open.pop()
        self.keys.pop()

    def refuse_alias(self, event: Any) -> None:
        raise _Refused(
            "alias", _spot(event), f"alias {quoted(event.anchor)}", "write the text itself where it is needed"
        )

    def put(self, node: Node) -> None:
        """Put a finished or opened node where it belongs: the root, a list's end, a key or its value."""
        self.count += 1
        if self.count > MOST_NODES:
            raise _Refused(
                "too-many-nodes", node.spot, f"more than {MOST_NODES} values", "no routine needs that"
            )
        if not self.open:
            self.root = node
        elif isinstance(parent := self.open[-1], Sequence):
            parent.items.append(node)
        else:
            self.put_entry(parent, node)

    def put_entry(self, parent: Mapping, node: Node) -> None:
        """Take a node as a key where none is waiting, else as the value of the key."""
        key = self.keys[-1]
        if key is not None:
            self.keys[-1] = None
            if key.text not in parent.entries and parent is not self.run_on:
                parent.entries[key.text] = (key.spot, node)
            return
        if not isinstance(node, Scalar) or not node.text:
            raise _Refused("key-not-text", node.spot, "a key is a word", "write it as `word: value`")
        self.keys[-1] = node
        if node.text in parent.entries and parent is not self.run_on:
            self.note_twice(parent, node)

    def note_twice(self, parent: Mapping, key: Scalar) -> None:
        """Tell of a key said twice; where an item begins again, tell it once for all of its keys."""
        hint = f"it was first said in line {parent.entries[key.text][0][0]}"
        if (
            len(self.open) > 1
            and isinstance(self.open[-2], Sequence)
            and key.text == next(iter(parent.entries))
        ):
            self.run_on = parent
            hint += "; a new list item begins with a dash"
        self.report.add("duplicate-key", key.spot, f"{quoted(key.text)} stands twice", hint)


_HANDLERS = {
    "DocumentStartEvent": _Builder.start_document,
    "ScalarEvent": _Builder.scalar,
    "SequenceStartEvent": _Builder.start_sequence,
    "SequenceEndEvent": _Builder.end,
    "MappingStartEvent": _Builder.start_mapping,
    "MappingEndEvent": _Builder.end,
    "AliasEvent": _Builder.refuse_alias,
}


def _spot(event: Any) -> Spot:
    return spot_of(event.start_mark)


def _refuse_extras(event: Any) -> None:
    if event.anchor is not None:
        raise _Refused(
            "anchor",
            _spot(event),
            f"anchor {quoted(event.anchor)}",
            "write the text itself where it is needed",
        )
    if event.tag is not None:
        raise _Refused(
            "tag",
            _spot(event),
            f"tag {quoted(event.tag)}",
            "take it out; the grammar knows what each value is",
        )
