"""Make `definitions.json` from HL7's own definitions of FHIR R4 (4.0.1), in the public domain (CC0).

    python tests/exchange/r4/make_definitions.py FOLDER

FOLDER holds `profiles-types.json`, `profiles-resources.json` and `valuesets.json` of hl7.org/fhir/R4
(definitions.json.zip). Taken over as they are, for the resources named here and all they are made of:
elements with how often they may stand, types, targets of references, required codes, and invariants.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
RESOURCES = (
    "ActivityDefinition", "Bundle", "CarePlan", "Communication", "Observation", "Patient", "PlanDefinition",
    "Procedure", "Questionnaire", "QuestionnaireResponse", "ServiceRequest",
)  # fmt: skip
REGEX = "http://hl7.org/fhir/StructureDefinition/regex"
LOGICAL = "http://hl7.org/fhirpath/System."


def main(folder: Path) -> None:
    """Write the definitions of the resources, and of every type that one of them uses."""
    structures = {
        entry["resource"]["id"]: entry["resource"]
        for name in ("profiles-types.json", "profiles-resources.json")
        for entry in _read(folder / name)
        if entry["resource"]["resourceType"] == "StructureDefinition"
    }
    values = {entry["resource"].get("url"): entry["resource"] for entry in _read(folder / "valuesets.json")}
    types: dict[str, Any] = {}
    waiting = [*RESOURCES, "Extension"]
    while waiting:
        name = waiting.pop()
        if name not in types and name in structures:
            types[name] = _type(structures[name])
            waiting += {code for element in types[name]["elements"].values() for code in element["types"]}
    used = {
        element["binding"]
        for each in types.values()
        for element in each["elements"].values()
        if "binding" in element
    }
    codes = {url: found for url in sorted(used) if (found := sorted(set(_codes(url, values))))}
    content = {"fhir": "4.0.1", "types": dict(sorted(types.items())), "codes": codes}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (HERE / "definitions.json").write_text(text.replace('"},"', '"},\n"') + "\n", encoding="utf-8")


def _read(path: Path) -> list[Any]:
    entries: list[Any] = json.loads(path.read_text(encoding="utf-8"))["entry"]
    return entries


def _type(structure: Any) -> dict[str, Any]:
    elements = structure["snapshot"]["element"]
    found: dict[str, Any] = {
        "kind": structure["kind"],
        "elements": {element["path"]: _element(element) for element in elements[1:]},
        "constraints": _constraints(elements[0]),
    }
    if structure["kind"] == "primitive-type":
        found["regex"] = next(_regexes(elements), None)
    return found


def _element(element: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "min": element["min"],
        "max": element["max"],
        "types": [type_["code"].removeprefix(LOGICAL) for type_ in element.get("type", ())],
        "constraints": _constraints(element),
    }
    if targets := [
        target.rsplit("/", 1)[1]
        for type_ in element.get("type", ())
        if type_["code"] == "Reference"
        for target in type_.get("targetProfile", ())
    ]:
        found["targets"] = targets
    if "contentReference" in element:
        found["as"] = element["contentReference"].removeprefix("#")
    if element.get("binding", {}).get("strength") == "required":
        found["binding"] = element["binding"]["valueSet"].split("|")[0]
    return found


def _constraints(element: Any) -> dict[str, str]:
    return {
        each["key"]: each["expression"]
        for each in element.get("constraint", ())
        if each["severity"] == "error" and "expression" in each
    }


def _regexes(elements: Any) -> Iterator[str]:
    for element in elements:
        for type_ in element.get("type", ()):
            for extension in type_.get("extension", ()):
                if extension["url"] == REGEX:
                    yield extension["valueString"]


def _codes(url: str, values: Any) -> Iterator[str]:
    """Return the codes of a value set; of one that is defined by a rule alone (languages, say), none."""
    for part in values.get(url, {}).get("compose", {}).get("include", ()):
        for other in part.get("valueSet", ()):
            yield from _codes(other, values)
        listed = part.get("concept")
        if listed is None and "filter" not in part:
            listed = values.get(part.get("system"), {}).get("concept", ())
        yield from _leaves(listed or ())


def _leaves(concepts: Any) -> Iterator[str]:
    for concept in concepts:
        yield concept["code"]
        yield from _leaves(concept.get("concept", ()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
