"""A session's summary in words, in each language: what was done and how it ended, never what was missed."""

from __future__ import annotations

from collections.abc import Mapping

from lissom.session.summary import Summary

_ENGLISH: Mapping[str, str] = {
    "finished": "{held}; finished",
    "stopped": "{held}; stopped at “{title}”{side}",
    "symptom": "{held}; ended with {symptom} at “{title}”{side}",
    "screened": "{held}; a question came first, see its advice",
    "emergency": "{held}; ended with an emergency sign, see its advice",
    "open": "{held} so far; now at “{title}”{side}",
    "abandoned": "{held}; left at “{title}”{side}",
    "held": "{done} of {planned} holds, {time}",
    "no-holds": "no holds",
    "left": ", left side",
    "right": ", right side",
}
_FRENCH: Mapping[str, str] = {
    "finished": "{held}\xa0; terminé",
    "stopped": "{held}\xa0; arrêt à «\xa0{title}\xa0»{side}",
    "symptom": "{held}\xa0; fin à cause de\xa0: {symptom}, à «\xa0{title}\xa0»{side}",
    "screened": "{held}\xa0; une question est venue d’abord, voyez son conseil",
    "emergency": "{held}\xa0; fin à cause d’un signe d’urgence, voyez son conseil",
    "open": "{held} jusqu’ici\xa0; maintenant à «\xa0{title}\xa0»{side}",
    "abandoned": "{held}\xa0; quitté à «\xa0{title}\xa0»{side}",
    "held": "{done} maintiens sur {planned}, {time}",
    "no-holds": "aucun maintien",
    "left": ", à gauche",
    "right": ", à droite",
    "pain": "douleur",
    "numbness": "engourdissement",
    "tingling": "fourmillements",
    "dizziness": "vertiges",
}
_WORDS: Mapping[str, Mapping[str, str]] = {"en": _ENGLISH, "fr": _FRENCH}


def tell(summary: Summary, language: str = "en") -> str:
    """Return a summary as one line, such as `12 of 20 holds, 4:05; stopped at “Sit back”, left side`.

    In English, where there are no words for the language.
    """
    words = _WORDS.get(language, _ENGLISH)
    seconds = sum(summary.held_ms.values()) // 1000
    time = f"{seconds // 60}:{seconds % 60:02}"
    held = words["held"].format(done=summary.done, planned=summary.planned, time=time)
    outcome = summary.ending.outcome
    symptom = (outcome.symptom if outcome else None) or (summary.felt[0].symptom if summary.felt else "")
    return words[summary.ending.kind].format(
        held=held if summary.holds else words["no-holds"],
        title=summary.title,
        side=words.get(summary.side or "", ""),
        symptom=words.get(symptom or "", symptom),
    )
