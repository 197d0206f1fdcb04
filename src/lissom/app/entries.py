"""The person's dated words, before they are written down: what they may name, and what refuses them.

Commands and pages both come here, so that a word is taken back, or not, alike everywhere. What a word
then lifts is the coach's to fold.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from lissom.app.person import Desk
from lissom.coach.day_context import titles_of
from lissom.coach.history import ALL, Agreed, TakenBack
from lissom.coach.messages import Say, say_refusal
from lissom.coach.restrictions import Refusal, weigh
from lissom.errors import LissomError
from lissom.routine.model import Routine


class UnknownTarget(LissomError):
    """There is no such stretch."""


class EntryRefused(LissomError):
    """A restriction that cannot be taken back, or not yet. Nothing was written down."""

    def __init__(self, refusals: tuple[Refusal, ...], message: str) -> None:
        super().__init__(message, "nothing was changed")
        self.refusals = refusals

    @property
    def asks_if_settled(self) -> bool:
        """Whether it would be taken back if what was felt has settled."""
        return any(refusal.code == "not-settled" for refusal in self.refusals)


def write_agreed(desk: Desk, entry: Agreed) -> None:
    """Write down that the clinic agreed; the same word twice is one word.

    Raises:
        UnknownTarget: if it names no stretch.
    """
    refuse_unknown(entry.target, desk.routines)
    if entry not in desk.journal.entries():
        desk.journal.write_entry(entry)


def write_taken_back(desk: Desk, entry: TakenBack, say: Say) -> None:
    """Write down that a stretch is tried again, if it may be; the same word twice is one word.

    Raises:
        UnknownTarget: if it names no stretch.
        EntryRefused: with each reason, in the words of `say`.
    """
    refuse_unknown(entry.target, desk.routines)
    if entry in desk.journal.entries():
        return
    if refusals := weigh(desk.history, entry, desk.neck):
        titles = titles_of(desk.routines)
        told = (say_refusal(refusal, say, entry.target, titles) for refusal in refusals)
        raise EntryRefused(refusals, " ".join(told))
    desk.journal.write_entry(entry)


def refuse_unknown(target: str, routines: Iterable[Routine]) -> None:
    """Refuse a name that is no stretch's.

    Raises:
        UnknownTarget: with the one that was probably meant.
    """
    known = {stretch.id for routine in routines for stretch in routine.stretches} | {ALL}
    if target not in known:
        close = get_close_matches(target, known, n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"there are: {', '.join(sorted(known))}"
        raise UnknownTarget(f"there is no stretch {target!r}", hint)
