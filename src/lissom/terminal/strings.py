"""What the player itself says, in English. What a session says comes from its machine.

A table, so that another language is another value of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_LABELS = {
    "more": "read on",
    "resume": "go on",
    "next": "go on",
    "hold.next": "let go",
    "advise.next": "I have read it",
    "ready.next": "next",
    "pass": "leave it out",
    "close": "close",
    "pause": "pause",
    "yes": "yes",
    "no": "no",
    "ease": "ease a little",
    "skip": "skip",
    "rate.skip": "leave it out",
    "stop": "stop",
    "pain": "pain",
    "numbness": "numb",
    "tingling": "tingling",
    "dizziness": "dizzy",
}
_COMING = {
    "move": "{title}",
    "hold": "hold for {seconds} seconds",
    "hold.open": "hold as long as is comfortable",
    "release": "slowly back",
    "switch": "change sides",
    "rest": "rest",
    "ready": "{title}",
    "ask": "{title}",
    "rate": "{title}",
    "advise": "{title}",
    "end": "the end",
}
_HINTS = {
    "ask.n": "n means numb. For no, press o.",
    "ask.space": "Please answer: y for yes, o for no.",
    "ask.o.more": "There is more to read first: press space.",
    "rate.o": "Press a number from 0 to 9, or x for ten.",
    "rate.t": "For ten, press x.",
}
_STEPS = {"move": "Move", "hold": "Hold", "release": "Slowly back"}


@dataclass(frozen=True, slots=True)
class Strings:
    """The words of the player. `labels` are what keys do, `coming` what comes next, by kind of state."""

    sides: Mapping[str, str] = field(default_factory=lambda: {"left": "left", "right": "right"})
    labels: Mapping[str, str] = field(default_factory=lambda: _LABELS)
    coming: Mapping[str, str] = field(default_factory=lambda: _COMING)
    hints: Mapping[str, str] = field(default_factory=lambda: _HINTS)
    steps: Mapping[str, str] = field(default_factory=lambda: _STEPS)
    numbers: tuple[str, ...] = ("zero", "one", "two", "three", "four", "five")
    space: str = "space"
    next: str = "Next"
    stretch: str = "stretch {number} of {of}"
    round: str = "round {number} of {of}"
    repeat: str = "repeat {number} of {of}"
    page: str = "page {number} of {of}"
    to_go: str = "seconds to go"
    at_most: str = "seconds, {seconds} at most"
    wrong: str = "Anything wrong?"
    rating: str = "0 … 9, x for ten"
    not_sure_yes: str = "Not sure? Then answer yes."
    not_sure_no: str = "Not sure? Then answer no."
    waits: str = "Take your time."
    done: str = "Done."
    nothing: str = "{key} does nothing here."
    too_quick: str = "One press counts. Take your time, then press again."
    just_changed: str = "It has just moved on. To pause, press space again."
    paused: str = "Paused"
    goes_on_from: str = "Take your time. Press space to go on from: {title}."
    within: str = "After ten minutes the session ends here."
    slept: str = "The computer was asleep, so the session was paused."
    going_on: str = "Going on."
    closed: str = "Ended"
    closed_words: str = (
        "The pause was longer than ten minutes, so this session ends here. What you did counts."
    )
    unsaved: str = "Not saved: {reason} Lissom keeps trying."
    no_voice: str = "There is no voice on this computer; a bell rings instead."
    one_key: str = "Press single keys, without Enter."
    no_more_input: str = "No more input, and this waits for an answer. The session ends here."
    keys: str = "Keys"
    open_hold: str = "Up to {seconds} seconds. Space lets go."
    seconds: str = "{seconds} seconds."
    seconds_left: str = "{seconds} seconds to go."


ENGLISH = Strings()
LANGUAGES: Mapping[str, Strings] = {"en": ENGLISH}


def strings_for(language: str) -> Strings:
    """Return the player's words in a language, in English where there are none."""
    return LANGUAGES.get(language, ENGLISH)
