"""From a routine's words to a cue, and to the time it takes to say it."""

from __future__ import annotations

from lissom.machine.model import Cue, Kind
from lissom.machine.options import Options
from lissom.routine.model import Side, Words
from lissom.routine.phrases import Phrases

WORDS_A_SECOND = 2.5
LEAST_MOVE = 3  # seconds
LENGTHENED: frozenset[Kind] = frozenset({"ready", "move", "release", "switch", "rest"})


def seconds_to_say(text: str) -> int:
    """Return the whole seconds that a calm voice needs, at 2.5 words a second [L11]."""
    return -(-len(text.split()) * 10 // int(WORDS_A_SECOND * 10))


def seconds_for(kind: Kind, say: str, takes: int, options: Options) -> int:
    """Return how long a state lasts: long enough to be heard, to be done, and for the chosen pace."""
    least = LEAST_MOVE if kind == "move" else 1
    stretched = 2 if options.pace == "easy" and kind in LENGTHENED else 1
    return max(least, takes, seconds_to_say(say)) * stretched


def other(side: Side) -> Side:
    """Return the other side."""
    return "right" if side == "left" else "left"


def fill(text: str, side: Side | None, phrases: Phrases) -> str:
    """Put the words for the side at work, and for the other one, into a text."""
    if side is None:
        return text
    this, that = phrases.side(side), phrases.side(other(side))
    return text.format(side=this, other=that, Side=_capital(this), Other=_capital(that))


def make_cue(title: str, words: Words, side: Side | None, phrases: Phrases, offer: str | None = None) -> Cue:
    """Return the cue of a routine's words for one side."""
    return Cue(title, fill(words.say, side, phrases), fill(words.brief, side, phrases), offer)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
