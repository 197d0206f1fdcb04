"""A clinic's card, from a small file in YAML: `name`, `phone` and `email`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lissom.errors import LissomError
from lissom.routine.blocks import Block, BlockShape, may, need
from lissom.routine.problem import Problem, Report, quoted
from lissom.routine.shapes import Text
from lissom.routine.yaml_nodes import read_nodes

CARD: Final = BlockShape(
    "clinic",
    "a clinic's card",
    need("name", Text(longest=100), "the clinic's name"),
    may("phone", Text(longest=30), "its telephone, in quotes"),
    may("email", Text(longest=100), "its e-mail address"),
)
_FORMS: Final = {
    "phone": (re.compile(r"\+?[0-9 ()/-]{3,30}"), "a telephone number", '"+44 20 7946 0000"'),
    "email": (re.compile(r"[^@\s]+@[^@\s]+"), "an e-mail address", "front@clinic.example"),
}


class ClinicRefused(LissomError):
    """A clinic's card that cannot be used. `problems` say where and why."""

    def __init__(self, message: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(message)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Clinic:
    """Whom to contact. What is empty is left as a line to write on."""

    name: str = ""
    phone: str = ""
    email: str = ""


def read_clinic(source: bytes, file: str) -> Clinic:
    """Return the card that a file's text holds.

    Raises:
        ClinicRefused: with every problem, each at its file, line and column.
    """
    report = Report(file)
    node = read_nodes(source, report)
    block = CARD.read(node, report) if node is not None else None
    if block is not None:
        _check_forms(block, report)
    if block is None or report.has_errors:
        raise ClinicRefused(f"{file} is no clinic's card", report.problems)
    return Clinic(**block.values)


def _check_forms(block: Block, report: Report) -> None:
    for key, (form, what, example) in _FORMS.items():
        text = block.get(key)
        if text is not None and not form.fullmatch(text):
            message = f"{quoted(text)} is not {what}"
            report.add("wrong-type", block.at(key), message, f"write it as in {key}: {example}")
