"""The JSON Schema says the same as the reader, as far as a schema can."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lissom.content import library
from lissom.routine.grammar import FORMATS
from lissom.routine.problem import Report
from lissom.routine.schema import make_schema
from lissom.routine.yaml_nodes import Mapping, Node, Scalar, Sequence, read_nodes
from tests.routine.page import PAGE, SCREENING, Fault, problems
from tests.routine.test_faults_of_form import FAULTS

SHIPPED = sorted(library.folder().rglob("*.yaml"))

# Faults that a schema cannot see: it knows no units and bounds within a text, and no quotes.
UNSEEN = {
    "an answer outside quotes",
    "a day that the calendar has not",
    "a range that goes down",
    "a range of nothing",
    "a cap too long",
    "an empty text",
    "an unknown placeholder",
    "a stray brace",
    "a placeholder in a title",
    "an invisible character by its code",
}


def as_an_editor_sees_it(text: str | bytes) -> Any:
    """Return the plain values of a text, as YAML 1.2 reads it."""
    root = read_nodes(text, Report("file"))
    assert root is not None
    return _plain(root)


def _plain(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key: _plain(inner) for key, (_, inner) in node.entries.items()}
    if isinstance(node, Sequence):
        return [_plain(inner) for inner in node.items]
    return _scalar(node)


def _scalar(node: Scalar) -> Any:
    known: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
    if not node.plain:
        return node.text
    return int(node.text) if node.text.lstrip("-").isdigit() else known.get(node.text, node.text)


def faults(value: Any, format_name: str = "routine/1") -> list[str]:
    """Return what the schema has against a value."""
    return [
        error.message for error in Draft202012Validator(make_schema(FORMATS[format_name])).iter_errors(value)
    ]


@pytest.mark.parametrize("format_name", FORMATS)
def test_the_schema_is_a_schema(format_name: str) -> None:
    Draft202012Validator.check_schema(make_schema(FORMATS[format_name]))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_everything_shipped_fits_the_schema(path: Any) -> None:
    value = as_an_editor_sees_it(path.read_bytes())

    assert faults(value, value["lissom"]) == []


@pytest.mark.parametrize(("text", "format_name"), [(PAGE, "routine/1"), (SCREENING, "screening/1")])
def test_what_the_reader_takes_the_schema_takes(text: str, format_name: str) -> None:
    assert faults(as_an_editor_sees_it(text), format_name) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_planted_fault_is_refused_by_both(fault: Fault) -> None:
    text = PAGE
    for old, new in zip(fault.edits[::2], fault.edits[1::2], strict=True):
        text = text.replace(old, new)

    assert problems(text) != ()
    assert (faults(as_an_editor_sees_it(text)) == []) == (fault.name in UNSEEN)
