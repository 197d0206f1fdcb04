"""Whether a machine is the one that its routine compiles to, whatever its states are called.

The laws say what must not be; this says that nothing else was changed either. Two machines are
followed side by side from their starts. The words of the routine itself are held to, since the
digest names them; those of the shared phrases may be another version's.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from lissom.machine.model import Machine, State
from lissom.routine.phrases import Phrase, Phrases


def first_difference(made: Machine, given: Machine, phrases: Phrases) -> str | None:
    """Return what first differs between the machine that is made and the one that is given, in words.

    Where the made one says one of the shared phrases, the given one may say another version's.
    """
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
    if _without_advice(ours) != _without_advice(theirs):
        return "its outcome is another"
    if _is_shared(ours.cue.say, phrases):
        return None
    if ours.cue.say != theirs.cue.say or ours.cue.offer != theirs.cue.offer:
        return "its words are not the routine's"
    return None if ours.seconds == theirs.seconds else f"{theirs.seconds} seconds, not {ours.seconds}"


def _without_advice(state: State) -> object:
    return replace(state.outcome, advice=None) if state.outcome else None


def _is_shared(said: str, phrases: Phrases) -> bool:
    """Whether a text is one of the shared phrases, or an advice, which has the emergency signs in it."""
    said_by_all = {
        phrase.say for name in Phrases.__slots__ if isinstance(phrase := getattr(phrases, name), Phrase)
    }
    return said in said_by_all or phrases.emergency.partition("{number}")[2] in said
