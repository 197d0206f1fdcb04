"""A key means the same before a session as in it, in each language."""

from __future__ import annotations

import pytest

from lissom.cli import prompts
from lissom.terminal.keys import key_of
from lissom.terminal.strings import strings_for

TYPED = (
    ("en", "y", "yes"), ("en", "o", "no"), ("en", "u", "not-sure"), ("en", "No", "no"),
    ("fr", "o", "yes"), ("fr", "n", "no"), ("fr", "j", "not-sure"), ("fr", "oui", "yes"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "typed", "answer"), TYPED)
def test_a_key_or_its_word_answers(monkeypatch, language, typed, answer):
    lines = iter(["", "x", typed])
    monkeypatch.setattr(prompts, "ask_line", lambda _: next(lines))
    assert prompts.ask_answer("Has it settled?", language) == answer


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_question_names_the_keys_of_a_session(monkeypatch, language):
    asked: list[str] = []
    monkeypatch.setattr(prompts, "ask_line", lambda prompt: asked.append(prompt))
    assert prompts.ask_yes_no("Go on?", language) is None
    hint = asked[0].removeprefix("Go on? (").removesuffix(") ")
    letters = strings_for(language).letters
    assert [key_of(part.split()[0], letters) for part in hint.split(", ")] == ["y", "o"]


def test_not_sure_is_no_answer_to_a_question_of_yes_and_no(monkeypatch):
    lines = iter(["u", "not sure", None])
    monkeypatch.setattr(prompts, "ask_line", lambda _: next(lines))
    assert prompts.ask_yes_no("Go on?", "en") is None
