"""Holding a resource against the structure of R4, with the models of fhir.resources.

They know elements, types and what must be there, and not what a code means; `subjectCanonical`, the one
element in which R4B goes beyond R4, is refused here. Importing them takes long, so it waits until then.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lissom.exchange.fhir.elements import Json
from lissom.extras import need

_NOT_IN_R4: Final = "subjectCanonical"


def problems_of(resource: Json, path: str | None = None) -> list[str]:
    """Return what is wrong with a resource, each with its JSON path; `path` is where it stands itself."""
    return _checked(resource, path or resource["resourceType"])[1]


def problems_of_brought(resource: Json, path: str) -> list[str]:
    """Return the same for a resource of others, and where the models take one kind of value for another."""
    if twins := [*_wrong_twins(resource, path)]:
        return twins
    model, problems = _checked(resource, path)
    if model is None or problems:
        return problems
    return [*_other_kinds(resource, json.loads(model.model_dump_json()), path)]


def _checked(resource: Json, here: str) -> tuple[Any, list[str]]:
    """Return a resource as its model, or None where it cannot be one; and what is wrong."""
    need("fhir")
    from fhir.resources.R4B import get_fhir_model_class
    from pydantic import ValidationError

    found = [f"{here}.{_NOT_IN_R4}: this is not R4"] if _NOT_IN_R4 in resource else []
    try:
        return get_fhir_model_class(resource["resourceType"]).model_validate(resource), found
    except KeyError as error:
        name = str(error.args[0]).removeprefix("R4.").removesuffix("Type")
        return None, [*found, f"{here}: R4 has no resource {name!r}"]
    except ValidationError as error:
        return None, [*found, *(_told(here, each) for each in error.errors())]


def _told(here: str, error: Any) -> str:
    place = "".join(_step(step) for step in error["loc"] if step != "root")
    said = error["msg"].removeprefix("Value error, ")
    if match := _SEVERAL.search(said):
        said = f"only one of {match[1]} may stand here".replace("'", "")
    if match := _FORM.match(said):
        said = f"this is no {match[1]} as R4 writes it"
    return f"{here}{place}: {_WORDS.get(error['type'], said[:1].lower() + said[1:])}"


def _step(step: int | str) -> str:
    return f"[{step}]" if isinstance(step, int) else f".{step}"


_SEVERAL: Final = re.compile(r"expected from this list \[(.*?)\], but got multiple")
_FORM: Final = re.compile(r"(\w+) value string does not match spec regex")
_WORDS: Final = {
    "missing": "missing",
    "model_field_validation.missing": "missing",
    "extra_forbidden": "R4 has no such element here",
    "string_type": "this must be a text",
    "list_type": "this must be a list",
    "bool_parsing": "this must be true or false",
    "int_parsing": "this must be a whole number",
    "json_invalid": "this must be an object",
    "model_validation_format": "this must be an object",
    "string_pattern_mismatch": "this text has not the form that R4 asks for here",
    "string_unicode": "this text has letters in it that are none",
}


def _other_kinds(written: Any, read: Any, path: str) -> Iterator[str]:
    """Return where the models took one kind of value for another: "3" for 3, "yes" for true."""
    if isinstance(written, dict) and isinstance(read, dict):
        for key in written.keys() & read.keys():
            yield from _other_kinds(written[key], read[key], f"{path}.{key}")
    elif isinstance(written, list) and isinstance(read, list):
        for number, (one, other) in enumerate(zip(written, read, strict=False)):
            yield from _other_kinds(one, other, f"{path}[{number}]")
    elif _kind(written) != _kind(read):
        shown = json.dumps(written, ensure_ascii=False)[:60]
        yield f"{path}: {shown} is {_kind(written)}, and not {_kind(read)}"


def _wrong_twins(value: Any, path: str) -> Iterator[str]:
    """Return what stands beside a plain value, as `_status` does, and is none: the models fall over it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key.startswith("_") and not all(
                isinstance(each, (dict, type(None)))
                for each in (inner if isinstance(inner, list) else [inner])
            ):
                yield f"{path}.{key}: this must be an object"
            else:
                yield from _wrong_twins(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _wrong_twins(inner, f"{path}[{number}]")


def _kind(value: Any) -> str:
    for kind, words in _KINDS:
        if isinstance(value, kind):
            return words
    return "nothing"


_KINDS: Final[tuple[tuple[Any, str], ...]] = (
    (bool, "true or false"),  # before numbers, of which Python takes it for one
    ((int, float), "a number"),
    (str, "a text"),
    (list, "a list"),
    (dict, "an object"),
)
