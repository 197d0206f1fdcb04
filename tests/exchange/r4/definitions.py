"""HL7's definitions of R4, as `make_definitions` took them over, and how to find one's way in them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

DEFINITIONS: dict[str, Any] = json.loads((Path(__file__).parent / "definitions.json").read_text("utf-8"))
TYPES: dict[str, Any] = DEFINITIONS["types"]
CODES: dict[str, list[str]] = DEFINITIONS["codes"]


@cache
def children(at: str) -> dict[str, Any]:
    elements = TYPES[at.split(".")[0]]["elements"]
    depth = at.count(".") + 1
    return {
        path.rsplit(".", 1)[1]: element
        for path, element in elements.items()
        if path.startswith(f"{at}.") and path.count(".") == depth
    }


def keys_of(element: Any, name: str) -> list[str]:
    """Return the names an element may have in JSON: those of a choice carry its type."""
    if not name.endswith("[x]"):
        return [name]
    return [name[:-3] + type_[0].upper() + type_[1:] for type_ in element["types"]]


def type_of(at: str, element: Any, key: str) -> str:
    name = at.rsplit(".", 1)[1]
    types: list[str] = element["types"]
    return types[keys_of(element, name).index(key)] if name.endswith("[x]") else types[0]
