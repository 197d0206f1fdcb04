"""Make `routine.md` and `routine.schema.json` anew from the tables of the language."""

from pathlib import Path

from lissom.routine.reference import make_page
from lissom.routine.schema import schema_text

here = Path(__file__).parent
(here / "routine.md").write_text(make_page(), encoding="utf-8")
(here / "routine.schema.json").write_text(schema_text(), encoding="utf-8")
