"""The catalogues: what is missing or damaged is an error, and a language says all that the first one says."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import BaseNode, Message, MessageReference, VariableReference

from lissom import catalogues
from lissom.catalogues import SOURCE_LANGUAGE, CatalogueError, catalogue, languages

OTHERS = [language for language in languages() if language != SOURCE_LANGUAGE]
GRAMMAR = "grammar-"  # messages that one language alone needs
SAMPLES = [0, 1, 2, 5, "left", "right", "daily", "same", "range", "none", "both", "alternating"]


def nodes(node: BaseNode) -> list[BaseNode]:
    below = [
        each for value in vars(node).values() for each in (value if isinstance(value, list) else [value])
    ]
    return [node, *(inner for each in below if isinstance(each, BaseNode) for inner in nodes(each))]


@cache
def messages(language: str) -> dict[str, Message]:
    files = sorted((catalogues.folder() / language).glob("*.ftl"))
    entries = [entry for file in files for entry in FluentParser().parse(file.read_text("utf-8")).body]
    return {entry.id.name: entry for entry in entries if isinstance(entry, Message)}


def arguments(language: str, name: str) -> set[str]:
    """What a message takes, with what the messages take that stand in it."""
    found = set()
    for node in nodes(messages(language)[name]):
        if isinstance(node, VariableReference):
            found.add(node.id.name)
        elif isinstance(node, MessageReference):
            found |= arguments(language, node.id.name)
    return found


def file_of(folder: Path, text: str, name: str = "en") -> None:
    (folder / name).mkdir(exist_ok=True)
    (folder / name / f"words-{len(list((folder / name).iterdir()))}.ftl").write_text(text, "utf-8")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of catalogues of one's own; nothing of it is remembered."""
    monkeypatch.setattr(catalogues, "folder", lambda: tmp_path)
    for cached in (catalogue, languages):
        monkeypatch.setattr(catalogues, cached.__name__, cached.__wrapped__)
    return tmp_path


def test_a_message_is_said_with_what_belongs_into_it(folder):
    file_of(folder, "hello = Good morning, { $name }.")

    assert catalogues.catalogue("en").say("hello", name="Ada") == "Good morning, Ada."


@pytest.mark.parametrize(
    ("text", "told", "says"),
    [
        ("hello = Hello", {}, "there is no message 'bye' in 'en'"),
        ("bye = Bye, { $name }", {}, "message 'bye' in 'en': Unknown external: name"),
        ("bye = { hello }", {}, "message 'bye' in 'en': Unknown message: hello"),
        ("bye =\n    .title = Bye", {}, "message 'bye' has no words in 'en'"),
    ],
)
def test_what_cannot_be_said_whole_is_not_said(folder, text, told, says):
    file_of(folder, text)

    with pytest.raises(CatalogueError, match=f"^{re.escape(says)}$"):
        catalogues.catalogue("en").say("bye", **told)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("hello = Hello\nthis is nothing\n", "words-0.ftl: not Fluent: 'this is nothing'"),
        ("hello = { $name", "words-0.ftl: not Fluent: 'hello = { $name'"),
        ("hello = One\nhello = Two\n", "words-0.ftl: the message 'hello' stands twice"),
    ],
)
def test_a_damaged_file_is_told(folder, text, says):
    file_of(folder, text)

    with pytest.raises(CatalogueError, match=f"^{re.escape(says)}$"):
        catalogues.catalogue("en")


def test_a_message_may_stand_in_one_file_only(folder):
    file_of(folder, "hello = One")
    file_of(folder, "hello = Two")

    with pytest.raises(CatalogueError, match=r"^words-1.ftl: the message 'hello' stands twice$"):
        catalogues.catalogue("en")


def test_a_language_without_words_is_refused(folder):
    file_of(folder, "hello = One")

    with pytest.raises(CatalogueError, match=r"^there are no words in the language 'de'$"):
        catalogues.catalogue("de")


def test_the_first_language_is_the_source(folder):
    file_of(folder, "a = A", "de")
    file_of(folder, "a = A", "en")

    assert catalogues.languages() == ("en", "de")


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_there_and_none_too_many(language):
    source, found = set(messages(SOURCE_LANGUAGE)), set(messages(language))

    assert sorted(source - found) == []
    assert sorted(name for name in found - source if not name.startswith(GRAMMAR)) == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_takes_what_the_source_takes(language):
    both = messages(SOURCE_LANGUAGE).keys() & messages(language).keys()

    assert [n for n in sorted(both) if arguments(language, n) != arguments(SOURCE_LANGUAGE, n)] == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_message_is_said_without_a_fault(language, sample):
    words = catalogue(language)

    said = [words.say(name, **dict.fromkeys(arguments(language, name), sample)) for name in sorted(words.ids)]

    assert [text for text in said if not text.strip() or "{" in text] == []


@pytest.mark.parametrize("language", languages())
def test_every_file_of_the_source_has_its_counterpart(language):
    files = {path.name for path in (catalogues.folder() / language).glob("*.ftl")}

    assert files == {path.name for path in (catalogues.folder() / SOURCE_LANGUAGE).glob("*.ftl")}


@pytest.mark.parametrize("command", ["list", "--help", "play --help"])
def test_a_start_waits_for_no_catalogue(command):
    """Fluent and Babel take long to load, so nothing loads them before words are shown."""
    script = (
        "import sys\nfrom lissom.cli.main import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "heavy = [name for name in sys.modules if name.partition('.')[0] in ('fluent', 'babel')]\n"
        "print(heavy, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, *command.split()], capture_output=True, text=True, check=True
    )

    assert ran.stderr == "[]\n"
