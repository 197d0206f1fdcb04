"""A process that plays: it records events and says so, one line for each, until it is told to end.

    python -m tests.server.player FIRST SESSIONS

records the whole of SESSIONS sessions, the first with the number FIRST, from LISSOM_DATA's journal.
After the events of a hold's beginning it says so.
"""

import sys
from dataclasses import replace

from lissom.store.setup import open_journal
from tests.session.machines import ID, LADDER, WHOLE, log_of


def session_id(number: int) -> str:
    return f"{ID[:-4]}{number:04x}"


def play(first: int, sessions: int) -> None:
    journal = open_journal()
    for number in range(first, first + sessions):
        journal.begin(replace(log_of(), id=session_id(number)), LADDER)
        for index, entry in enumerate(WHOLE):
            journal.append(session_id(number), index, entry)
            print(session_id(number), index, flush=True)  # noqa: T201 - this is how it says so


def main() -> None:
    first, sessions = (int(word) for word in sys.argv[1:])
    play(first, sessions)


if __name__ == "__main__":
    main()
