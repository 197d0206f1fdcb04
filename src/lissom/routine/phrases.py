"""The words that every routine shares, one set for each language.

A routine's own words stand in its file; what is said of a pause, a symptom or an end is the
same everywhere and stands here. `{number}` is the emergency number, `{Item}` a line of a page of
questions, with a capital.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title with words in full and in brief; either may be empty where a routine has its own."""

    title: str = ""
    say: str = ""
    brief: str = ""


@dataclass(frozen=True, slots=True)
class AdvicePhrase:
    """A title, what to do now, and when to contact whom."""

    title: str
    now: str
    contact: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """Everything that is said by the product rather than by a routine."""

    language: str
    left: str
    right: str
    emergency: str
    item: str
    unspoken: str
    rate: Phrase
    high: AdvicePhrase
    high_after: AdvicePhrase
    changed: Phrase
    changed_yes: AdvicePhrase
    ready: Phrase
    switch: Phrase
    rest: Phrase
    let_go: Phrase
    steady: Phrase
    eased: Phrase
    lower: Phrase
    taken: Phrase
    left_alone: Phrase
    settle: Phrase
    settled: Phrase
    unsettled: AdvicePhrase
    which: Phrase
    serious: AdvicePhrase
    up: Phrase
    press_next: str
    finished: Phrase
    answered: Phrase
    stopped: Phrase
    closed: AdvicePhrase
    ask_first: Phrase
    get_help: Phrase
    unwell: Phrase
    no_more_today: str
    until_clean_session: str
    until_taken_back: str
    until_contact: str
    until_contact_higher: str
    until_contact_neck: str
    all_until_taken_back: str
    all_until_contact: str
    next_time_contact: str
    lasting_pain: str
    lasting_numbness: str
    lasting_tingling: str
    lasting_dizziness: str

    def side(self, side: str) -> str:
        """Return the word for a side."""
        return self.left if side == "left" else self.right
