"""The cases of conformance/, read for the tests of each implementation."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lissom.content import library
from lissom.machine.codec import from_json
from lissom.machine.compile import compile_routine, compile_screening
from lissom.machine.model import Machine, State
from lissom.machine.options import Options

FOLDER = Path(__file__).parents[1] / "conformance"
PHRASES = library.phrases("en")


def cases_in(folder: str) -> list[Any]:
    """Return the cases of a folder, each with its file, as parameters of a test."""
    return [
        pytest.param(file, case, id=f"{path.stem}: {case['title']}")
        for path in sorted((FOLDER / folder).glob("*.json"))
        for file in [json.loads(path.read_text("utf-8"))]
        for case in file["cases"]
    ]


def machine_from(origin: dict[str, Any]) -> Machine:
    """Return the machine that a file or a case names."""
    return _made(json.dumps(origin))


def closed_from(file: dict[str, Any]) -> dict[str, State]:
    """Return the states of a closed routine that a file gives."""
    machine = {**file["machine"]["inline"], "start": next(iter(file["closed"])), "states": file["closed"]}
    return dict(from_json(machine).states)


@cache
def _made(source: str) -> Machine:
    origin = json.loads(source)
    if "inline" in origin:
        return from_json(origin["inline"])
    if "screening" in origin:
        return compile_screening(library.screening(origin["screening"]), Options(), PHRASES)
    options = Options.from_json(origin["options"])
    return compile_routine(library.routine(origin["routine"]), options, PHRASES)
