"""The conventions of `coach.settings`, and the settings of `coach.preferences`."""

from pathlib import Path
from typing import Any

from lissom.coach.preferences import PREFERENCES
from lissom.coach.settings import SETTINGS, setting_lines

PAGE = Path(__file__).parents[2] / "docs/reference/settings.md"

INTRODUCTION = """\
# The coach's conventions

<!-- Made by `make docs` from the table in src/lissom/coach/settings.py. Do not edit. -->

What the coach reckons with and no handout gives. Each is a choice and not evidence, can be changed in
one place (`Settings` in `src/lissom/coach/settings.py`), and **awaits a clinician's sign-off**
([SAFETY](../../SAFETY.md)). The other conventions of the project: [conventions](../conventions.md).

| setting | value | unit | from | why |
|---|---|---|---|---|
"""


PERSONS = """
## What a person sets

By `lissom settings NAME VALUE`, or on the settings' pages of the app. What is not set stays with what
is usual. A routine's own options are `ROUTINE.level`, `ROUTINE.hold`, `ROUTINE.repeats` and
`ROUTINE.cap`. Lists are written with commas.

| setting | what it is for | example |
|---|---|---|
"""


def pages() -> dict[Path, str]:
    """Return the page with its text."""
    rows = (
        f"| `{line.name}` | {_shown(line.default)} | {line.unit} | {line.source} | {line.why} |"
        for line in setting_lines(SETTINGS)
    )
    persons = (f"| `{each.name}` | {each.words} | `{each.example}` |" for each in PREFERENCES)
    return {PAGE: INTRODUCTION + "\n".join(rows) + "\n" + PERSONS + "\n".join(persons) + "\n"}


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(f"`{each}`" for each in value) if isinstance(value, tuple) else str(value)
