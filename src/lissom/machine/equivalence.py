"""Whether a machine is the one that its routine compiles to, whatever its states are called.

The laws say what must not be; this says that nothing else was changed either. Two machines are
followed side by side from their starts. All words and all seconds are held to: also those that
every routine shares, though no digest names them. Where these are another version's, that is told.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import fields

from lissom.machine.model import Cue, Machine, Outcome, State
from lissom.routine.phrases import AdvicePhrase, Phrase, Phrases


def first_difference(made: Machine, given: Machine, phrases: Phrases) -> str | None:
    """Return what first differs between the machine that is made and the one that is given, in words."""
    if made.routine != given.routine:
        return f"it calls itself {given.routine!r}"
    names = {made.start: given.start}
    waiting = deque([made.start])
    while waiting:
        here = waiting.popleft()
        ours, theirs = made.states[here], given.states[names[here]]
        if found := _state_difference(ours, theirs, phrases):
            return f"{names[here]}: {found}"
        for event, target in ours.on.items():
            other = theirs.on[event]
            if target not in names:
                names[target] = other
                waiting.append(target)
            elif names[target] != other:
                return f"{names[here]}: {event} leads to {other}, not to {names[target]}"
    return None if len(names) == len(given.states) else "it has more states"


def _state_difference(ours: State, theirs: State, phrases: Phrases) -> str | None:
    if ours.on.keys() != theirs.on.keys():
        return "its events are others"
    for part in State.__slots__:
        if part not in ("on", "cue", "seconds", "outcome") and getattr(ours, part) != getattr(theirs, part):
            return f"{part} is {getattr(theirs, part)!r}, not {getattr(ours, part)!r}"
    if worded := _wording_difference(ours.cue, theirs.cue, phrases):
        return worded
    if ours.outcome != theirs.outcome:
        return _outcome_difference(ours.outcome, theirs.outcome)
    return None if ours.seconds == theirs.seconds else f"{theirs.seconds} seconds, not {ours.seconds}"


def _wording_difference(ours: Cue, theirs: Cue, phrases: Phrases) -> str | None:
    """Say which words are others, and whether it is the words of all routines that are another version's."""
    for part in Cue.__slots__:
        must, said = getattr(ours, part), getattr(theirs, part)
        if must != said:
            shared = isinstance(must, str) and _is_shared(must, phrases)
            version = "; the words that all routines share are another version's" if shared else ""
            return f"{part} is {said!r}, not {must!r}{version}"
    return None


def _outcome_difference(ours: Outcome | None, theirs: Outcome | None) -> str:
    if ours is None or theirs is None:
        return "it has an outcome" if ours is None else "it has no outcome"
    for part in Outcome.__slots__:
        if getattr(ours, part) != getattr(theirs, part):
            return f"{part} of its outcome is {getattr(theirs, part)!r}, not {getattr(ours, part)!r}"
    return "its outcome is another"


def _is_shared(said: str, phrases: Phrases) -> bool:
    """Whether a text is one of the shared phrases, or has them in it as every advice has."""
    signs = phrases.emergency.partition("{number}")[2]
    return said in set(_shared_texts(phrases)) or (bool(signs) and signs in said)


def _shared_texts(phrases: Phrases) -> Iterator[str]:
    for name in Phrases.__slots__:
        phrase = getattr(phrases, name)
        if isinstance(phrase, Phrase | AdvicePhrase):
            yield from (getattr(phrase, field.name) for field in fields(phrase))
