"""Which words of a language name a side, and where the same letters mean something else.

Words that are said on both sides must not name one. "All right" and a straight back name none; where
a word could be read as a side it is taken for one, since a wrong side harms and a reworded text does not.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+\Z")
_WORD_AFTER = re.compile(r"\s+([^\W\d_]+)")


class Names(NamedTuple):
    """What names a side. `plain` of these do not after or before certain words, save after `unless`."""

    side: re.Pattern[str]
    plain: re.Pattern[str]
    after: frozenset[str]
    before: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAMES: dict[str, Names] = {
    "en": Names(
        re.compile(r"\b(?:left|right)(?:s|wards?|most|hand|handed|sided)?\b", re.I),
        plain=re.compile(r"left|right", re.I),
        after=_words("all feel feels felt seems nothing"),
        before=_words("away now here there where until after behind angle angles"),
        unless=_words(
            "your the this that to from on turn lean look bend rotate roll reach step swing twist move"
            " shift tilt face go arm leg hand foot side knee hip ankle elbow shoulder heel"
        ),
    ),
    "fr": Names(
        re.compile(r"\b(?:gauches?|droite?s?)\b", re.I),
        plain=re.compile(r"droite?s?", re.I),
        after=_words(
            "dos tête tronc buste torse corps nuque cou colonne regard ligne angle tout bien très plus"
            " trop assis assise debout vous restez regardez fixez"
        ),
    ),
}


def named_side(text: str, language: str) -> str | None:
    """Return the first word of a text that names a side, or None; a language not known here has none."""
    names = NAMES.get(language.partition("-")[0])
    if names is None:
        return None
    found = (match for match in names.side.finditer(text) if not _is_plain(text, match, names))
    return next((match.group() for match in found), None)


def _is_plain(text: str, match: re.Match[str], names: Names) -> bool:
    """Whether the word means something else here: all right, right away, a straight back."""
    if not names.plain.fullmatch(match.group()):
        return False
    before, after = _WORD_BEFORE.search(text[: match.start()]), _WORD_AFTER.match(text[match.end() :])
    led = before.group(1).lower() if before else ""
    follows = after.group(1).lower() if after else ""
    return led in names.after or (follows in names.before and led not in names.unless)
