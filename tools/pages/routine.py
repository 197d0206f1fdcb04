"""The reference of the language, and its JSON Schema, from the tables of the language."""

from pathlib import Path

from lissom.routine.reference import make_page
from lissom.routine.schema import schema_text

REFERENCE = Path(__file__).parents[2] / "docs/reference"


def pages() -> dict[Path, str]:
    """Return each file with its text."""
    return {REFERENCE / "routine.md": make_page(), REFERENCE / "routine.schema.json": schema_text()}
