"""Which key does what, and what it does in the state at hand.

One table gives each key its wishes in order; the first that the moment offers is what it means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lissom.machine.model import Kind, Machine, State

TEN = "x"
WISHES: Mapping[str, tuple[str, ...]] = {
    "space": ("more", "resume", "next", "pass", "close", "pause"),
    "y": ("yes",),
    "o": ("no",),
    "u": ("unsure",),
    "e": ("ease",),
    "s": ("skip",),
    "h": ("hurts",),
    "p": ("pain",),
    "n": ("numbness",),
    "t": ("tingling",),
    "d": ("dizziness",),
    "c": ("serious",),
    "m": ("mistaken",),
    "w": ("pause", "resume"),
    "q": ("stop", "close"),
    **{str(number): (f"rate {number}",) for number in range(10)},
    TEN: ("rate 10",),
}
ALIASES = {" ": "space", "enter": "space", "\r": "space", "\n": "space", "return": "space",
           "ctrl+c": "q", "\x03": "q", "ctrl+q": "q", "\x11": "q", "10": TEN}  # fmt: skip
PAUSABLE: frozenset[Kind] = frozenset({"ready", "move", "hold", "release", "switch", "rest"})
ANSWERS = ("yes", "no")
_OWN_RATING = frozenset({"ok", "high"})  # these are said by a number
SAME_LETTERS: Mapping[str, str] = {}
AGAIN_MS = 700  # a key held down repeats after at most this long; a convention


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be done now: commands, of which the machine's events are some."""

    commands: frozenset[str]
    kind: Kind
    more: bool

    def meaning(self, key: str) -> str | None:
        """Return the command that a key stands for now, or None."""
        return next((wish for wish in WISHES.get(key, ()) if wish in self.commands), None)


def unsure_event(machine: Machine, state: State) -> str | None:
    """Return the event of *not sure* in a question; None where it has none.

    It is its own where the state lists it, else the answer that leads to an advice.
    """
    if state.kind != "ask":
        return None
    if "unsure" in state.on:
        return "unsure"
    return next((a for a in ANSWERS if a in state.on and machine.states[state.on[a]].kind == "advise"), None)


def offer(
    state: State,
    events: tuple[str, ...],
    *,
    paused: bool,
    over: bool,
    more: bool,
    urgent: bool = False,
    unsure: bool = False,
) -> Offered:
    """Return what can be done in a state, of whose `events` these fit now.

    A letting go (`urgent`) is not paused. While there is `more` of a question to read, the answer
    that says "none of these" is not offered. `unsure` says that *not sure* is an answer here.
    """
    commands = set(events) - {"elapsed"} | ({"unsure"} if unsure else set())
    if over:
        commands = {"close"}
    elif paused:
        commands.add("resume")
    elif state.kind == "rate":
        commands = commands - _OWN_RATING | {"pass"} | {f"rate {number}" for number in range(11)}
    elif state.kind in PAUSABLE and state.seconds is not None and not urgent:
        commands.add("pause")
    if more:
        commands = commands - {"no"} | {"more"}
    return Offered(frozenset(commands), state.kind, more)


def key_of(typed: str, letters: Mapping[str, str] = SAME_LETTERS) -> str:
    """Return the key that something typed stands for: a character, a key's name, or an event's.

    `letters` are those of a language: what a person presses for each key that is a letter. A letter
    that the language does not have then means nothing, so that nobody says no who means oui.
    """
    name = typed if typed.isspace() and typed else typed.strip().lower()
    name = ALIASES.get(name, name)
    if letters and len(name) == 1 and name.isalpha() and name != TEN:
        return next((key for key, letter in letters.items() if letter == name), f"letter {name}")
    if name in WISHES:
        return name
    return next((key for key, wishes in WISHES.items() if name in wishes), name)


class HeldKey:
    """Tells a key held down from one pressed again, so that nobody answers three questions at once."""

    def __init__(self) -> None:
        self._key: str | None = None
        self._at_ms = 0.0

    def repeats(self, key: str, at_ms: float) -> bool:
        """Note a press, and say whether it only repeats the one before."""
        repeats = key == self._key and at_ms - self._at_ms < AGAIN_MS
        self._key, self._at_ms = key, at_ms
        return repeats
