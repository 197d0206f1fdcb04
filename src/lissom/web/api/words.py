"""The words that the browser itself says, as flat texts: `id → text`, with `{name}` to be filled in.

They are made from the catalogues, so that a translation is still one file. A browser here knows no
plurals and no choices: a message that would need them is refused, and belongs on a page of the server.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lissom import catalogues
from lissom.web.api.answers import answer_lasting, dump
from lissom.web.request import desk_of

if TYPE_CHECKING:
    from fluent.syntax.ast import BaseNode, Message

FILES: Final = ("player",)
"""The catalogues, by the names of their files, that a browser is given."""


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Answer with the words in the person's language."""
    return answer_lasting(request, _dumped(desk_of(request).profile.language))


@cache
def _dumped(language: str) -> bytes:
    return dump({"language": language, "words": flat_words(language)})


def flat_words(language: str) -> dict[str, str]:
    """Return the browser's words in a language.

    Raises:
        CatalogueError: if a message needs more than names to be filled in.
    """
    catalogue = catalogues.catalogue(language)
    return {
        message.id.name: catalogue.say(message.id.name, **{name: f"{{{name}}}" for name in _names(message)})
        for message in _messages(language)
    }


def _messages(language: str) -> list[Message]:
    from fluent.syntax import FluentParser
    from fluent.syntax.ast import Message

    files = (catalogues.folder() / language / f"{name}{catalogues.SUFFIX}" for name in FILES)
    bodies = (FluentParser().parse(file.read_text("utf-8-sig")).body for file in files if file.is_file())
    return [entry for body in bodies for entry in body if isinstance(entry, Message)]


def _names(message: Message) -> set[str]:
    """Return the names that a message takes, and refuse one that chooses or counts."""
    from fluent.syntax import ast

    names: set[str] = set()
    for node in _nodes(message):
        if isinstance(node, ast.SelectExpression | ast.FunctionReference):
            raise catalogues.CatalogueError(f"the browser's message {message.id.name!r} chooses or counts")
        if isinstance(node, ast.VariableReference):
            names.add(node.id.name)
    return names


def _nodes(node: BaseNode) -> Iterator[BaseNode]:
    """Yield a node of Fluent's tree, and all below it."""
    from fluent.syntax.ast import BaseNode

    yield node
    for value in vars(node).values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, BaseNode):
                yield from _nodes(each)
