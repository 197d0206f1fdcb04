"""What can be wrong with FHIR that was brought: told with the place in the JSON, in the reader's words."""

from __future__ import annotations

from lissom.errors import LissomError
from lissom.exchange.fhir.elements import printable


class FhirRefused(LissomError):
    """A file that cannot be taken as it is. Nothing of it was taken over."""

    def __init__(self, *problems: str) -> None:
        problems = tuple(printable(problem) for problem in problems)
        first, *more = problems
        shown = [f"  {problem}" for problem in more[:9]]
        rest = [f"  and {len(more) - 9} more"] if len(more) > 9 else []
        super().__init__("\n".join([first, *shown, *rest]), "nothing was taken over and nothing was changed")
        self.problems = problems
