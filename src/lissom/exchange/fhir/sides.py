"""The words of an action for one side: a routine has places in them for the side, and R4 has none.

They are said for the left, and that the right is its mirror. To name both at each place would be shorter,
and nobody could tell any more which hand goes to which knee.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lissom.exchange.fhir.elements import Json

WORDS: Final[tuple[str, ...]] = ("description", "textEquivalent")
_FILLED: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {"{side}": "left", "{other}": "right", "{Side}": "Left", "{Other}": "Right"},
    "fr": {"{side}": "gauche", "{other}": "droite", "{Side}": "Gauche", "{Other}": "Droite"},
}
_MIRRORED: Final[Mapping[str, str]] = {
    "en": "For the left; for the right the other way round: {words}",
    "fr": "Pour la gauche\xa0; pour la droite, l’inverse\xa0: {words}",
}


def for_one_side(action: Json, language: str) -> Json:
    """Return an action, and those inside it, with its words for one side, where they speak of sides."""
    said = {key: _said(action[key], language) for key in WORDS if key in action}
    inner = [for_one_side(each, language) for each in action.get("action", ())]
    return {**action, **said, **({"action": inner} if inner else {})}


def _said(words: str, language: str) -> str:
    """In a language without words for it they stay as they are: the attachment has them in any case."""
    filled = words
    for place, side in _FILLED.get(language, {}).items():
        filled = filled.replace(place, side)
    return words if filled == words else _MIRRORED[language].format(words=filled)
