"""The words of the product in each language: Fluent catalogues, one folder a language in `locales/`.

What a routine says stands in its own file and comes through `library`; here is what pages, players
and the coach say around it. A message that is missing, or that lacks an argument, is an error and is
never shown half: people act on these words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lissom.errors import LissomError

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

SOURCE_LANGUAGE = "en"
SUFFIX = ".ftl"


class CatalogueError(LissomError):
    """Words that were asked for are not there, or are not as they should be."""


class Catalogue:
    """All messages of one language."""

    def __init__(self, language: str, bundle: FluentBundle, ids: frozenset[str]) -> None:
        self.language = language
        self.ids = ids
        self._bundle = bundle

    def say(self, message: str, **told: object) -> str:
        """Return a message with what belongs into it.

        Raises:
            CatalogueError: if there is no such message, or something it needs is missing.
        """
        if message not in self.ids:
            raise CatalogueError(f"there is no message {message!r} in {self.language!r}")
        pattern = self._bundle.get_message(message).value
        if pattern is None:
            raise CatalogueError(f"message {message!r} has no words in {self.language!r}")
        words, errors = self._bundle.format_pattern(pattern, told)
        if errors:
            raise CatalogueError(f"message {message!r} in {self.language!r}: {errors[0]}")
        return str(words)


@cache
def folder() -> Path:
    """Return where the catalogues lie.

    Raises:
        CatalogueError: if the installation has none.
    """
    here = Path(__file__).resolve().parent
    for place in (here / "locales", here.parent.parent / "locales"):
        if place.is_dir():
            return place
    raise CatalogueError("the packaged words are missing", "install Lissom again")


@cache
def languages() -> tuple[str, ...]:
    """Return the languages there are, the source language first."""
    found = sorted(place.name for place in folder().iterdir() if place.is_dir())
    return (SOURCE_LANGUAGE, *(name for name in found if name != SOURCE_LANGUAGE))


@cache
def catalogue(language: str = SOURCE_LANGUAGE) -> Catalogue:
    """Return the catalogue of a language.

    Raises:
        CatalogueError: if there is none, or a file of it is damaged.
    """
    if language not in languages():
        raise CatalogueError(f"there are no words in the language {language!r}", f"there are: {languages()}")
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([language], use_isolating=False)
    ids: set[str] = set()
    for path in sorted((folder() / language).glob(f"*{SUFFIX}")):
        resource = FluentResource(path.read_text(encoding="utf-8-sig"))
        for message in _messages(path, resource.body):
            if message in ids:
                raise CatalogueError(f"{path.name}: the message {message!r} stands twice")
            ids.add(message)
        bundle.add_resource(resource)
    return Catalogue(language, bundle, frozenset(ids))


def _messages(path: Path, body: Sequence[object]) -> Iterator[str]:
    from fluent.syntax.ast import Junk, Message

    for entry in body:
        if isinstance(entry, Junk):
            raise CatalogueError(f"{path.name}: not Fluent: {str(entry.content).strip()[:60]!r}")
        if isinstance(entry, Message):
            yield entry.id.name
