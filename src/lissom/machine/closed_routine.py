"""The machine of a routine that is closed for now: one advice, and an end."""

from __future__ import annotations

from lissom.machine.cues import seconds_to_say
from lissom.machine.model import Cue, Outcome, State
from lissom.routine.phrases import AdvicePhrase, Phrases


def advice_text(now: str, contact: str, phrases: Phrases, number: str) -> str:
    """Return what to do now, when to contact whom, which signs are an emergency and the number [L12]."""
    return f"{now} {contact} {phrases.emergency}".format(number=number)


def advice_cue(advice: AdvicePhrase, phrases: Phrases, number: str) -> Cue:
    """Return the cue of an advice. It has no shorter form: the signs and the number are never left out."""
    text = advice_text(advice.now, advice.contact, phrases, number)
    return Cue(advice.title, text, text)


def closed_states(phrases: Phrases, number: str) -> dict[str, State]:
    """Return the two states of a closed routine; the first is where it starts."""
    cue = advice_cue(phrases.closed, phrases, number)
    to_end = {"elapsed": "closed.end", "next": "closed.end", "stop": "closed.end"}
    return {
        "closed.advise": State("advise", cue, to_end, seconds=seconds_to_say(cue.say)),
        "closed.end": State("end", cue, outcome=Outcome("screened", advice=cue.say)),
    }
