"""The desk as the commands have it: what cannot be read is said on the error stream."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import Self

from lissom.app import person
from lissom.coach.history import History


class CommandDesk(person.Desk):
    """A person's desk, for a command."""

    @classmethod
    def open(cls, language: str | None = None) -> Self:
        """Return the desk of who runs this process. `language` takes the place of the one they have set.

        Raises:
            LissomError: if the journal cannot be opened; nothing is lost then.
        """
        from lissom.store.setup import open_household

        household = open_household()
        people = household.people()
        if len(people) > 1:
            from lissom.app.people import name_of

            chosen = next(name_of(each, place) for place, each in enumerate(people, 1) if each.is_chosen)
            print(f"lissom: the record of {chosen}", file=sys.stderr)
        return cls(household.journal(), language=language)

    @cached_property
    def history(self) -> History:
        """All sessions and dated words. What this version cannot replay stays in the journal."""
        if self.past.unread:
            print(
                f"lissom: {len(self.past.unread)} sessions on record cannot be read by this version; "
                "if anything hurt in them, leave that stretch out with --without",
                file=sys.stderr,
            )
        for each in self.past.set_aside:
            print(
                f"lissom: session {each.log} of {each.routine} is set aside: its times cannot be right, or "
                "it is longer than any session; it is kept, and if anything hurt in it, leave that stretch "
                "out with --without",
                file=sys.stderr,
            )
        return self.past.history
