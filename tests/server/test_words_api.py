"""The browser's words: flat texts in every language, and the figures and words are not sent twice."""

from __future__ import annotations

import re

import pytest

from lissom import catalogues
from lissom.catalogues import CatalogueError, catalogue
from lissom.web.api import words
from tests.server.site import Site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    running = Site(tmp_path_factory.mktemp("data"))
    yield running
    running.stop()


@pytest.mark.parametrize("language", catalogues.languages())
def test_every_message_of_the_browser_is_a_flat_text(language):
    """A plural or a choice in one of these files fails here, with the message's name."""
    flat = words.flat_words(language)
    assert flat["player-title"] == catalogue(language).say("player-title")
    assert flat["player-next"] == catalogue(language).say("player-next", what="{what}")
    assert not [text for text in flat.values() if re.search(r"\{\s*\$|^\s*$", text)]


@pytest.mark.parametrize("chooses", [
    "{ $number ->\n    [one] one day\n   *[other] {$number} days\n }",
    "{ NUMBER($number) }",
])  # fmt: skip
def test_a_message_that_chooses_or_counts_is_refused(tmp_path, monkeypatch, chooses):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "player.ftl").write_text(f"player-days = {chooses}\n", encoding="utf-8")
    monkeypatch.setattr(catalogues, "folder", lambda: tmp_path)
    catalogues.catalogue.cache_clear()
    try:
        with pytest.raises(CatalogueError, match="'player-days' chooses or counts"):
            words.flat_words("en")
    finally:
        catalogues.catalogue.cache_clear()


def test_the_words_come_in_the_persons_language(site):
    answered = site.get("/api/words.json")
    assert answered.content == {"language": "en", "words": words.flat_words("en")}


@pytest.mark.parametrize("path", ["/api/words.json", "/api/figures.json"])
def test_who_has_it_already_gets_nothing(site, path):
    first = site.get(path)
    again = site.get(path, If_None_Match=first.headers["ETag"])
    other = site.get(path, If_None_Match='"another"')
    assert (first.status, again.status, again.content, other.status) == (200, 304, b"", 200)
    assert other.content == first.content


def test_figures_are_those_of_the_figure(site):
    assert site.get("/api/figures.json").content["format"] == "lissom-figures/1"
