"""What is said, and what stands on the buttons: the same words; and no message that nobody asks for."""

from __future__ import annotations

import re
from functools import cache

import pytest

from lissom.catalogues import catalogue
from lissom.content import library
from lissom.machine.compile import compile_routine
from lissom.machine.model import Machine
from lissom.machine.options import Options
from tests.shipped import REPOSITORY, SOURCE

LANGUAGES = ("en", "fr")
PRESSED = {  # what a cue tells to press, and the command that it means
    "en": {"next": "next", "skip": "skip", "yes": "yes"},
    "fr": {"suivant": "next", "passer": "skip", "oui": "yes"},
}
TELLS = {"en": r"\b(?:press|or) ({})\b", "fr": r"\b(?:appuyez sur|ou sur) ({})\b"}
BY_KIND = (
    r"player-(?:(?:ready|hold|advise|rate|end)-(?:next|yes|no|skip|close)|items-(?:yes|no)|ask-(?:yes|no))"
)
ASKED_FOR_IN_PARTS = re.compile(
    BY_KIND
    + r"|player-(?:side-(?:left|right)|stretch|round|repeat|step-(?:move|hold|release)"
    + r"|coming-(?:hold|hold-open|release|switch|rest|end)|resume|pause|ease|skip|stop|close|yes|no|hurts|serious|mistaken|which-(?:pain|numbness|tingling|dizziness|hurts)|pain|numbness|tingling|dizziness|number-[1-5]"  # noqa: E501 - one script or pattern
    + r"|ask-screening-changed-(?:yes|no)|sound-(?:voice|chimes)"
    + r"|(?:broken|high|changed|offline|nothing|due|unread|health)-(?:title|words|on|off|end))"
)


@cache
def machines(language: str) -> tuple[Machine, ...]:
    phrases = library.phrases(language)
    routines = [library.routine(name, language) for name in library.ids()]
    return tuple(compile_routine(each, Options(language=language), phrases) for each in routines)


@cache
def words(language: str) -> dict[str, str]:
    import tests.server.person  # noqa: F401 - it has Django's settings, which the words' page needs
    from lissom.web.api.words import flat_words

    return flat_words(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_cue_tells_to_press_stands_on_the_button(language):
    pressed = PRESSED[language]
    tells = re.compile(TELLS[language].format("|".join(pressed)), re.IGNORECASE)
    found = {
        (word.lower(), state.kind)
        for machine in machines(language)
        for state in machine.states.values()
        for text in (state.cue.say, state.cue.brief or "", state.cue.offer or "")
        for word in tells.findall(text)
        if pressed[word.lower()] in state.on
    }
    assert {(pressed[word], kind) for word, kind in found} >= {
        ("next", "ready"),
        ("next", "hold"),
        ("skip", "ready"),
    }
    told = words(language)
    labels = {
        (word, kind): told.get(f"player-{kind}-{pressed[word]}", told.get(f"player-{pressed[word]}"))
        for word, kind in found
    }
    assert {key: label for key, label in labels.items() if key[0] not in (label or "").lower()} == {}


def test_every_message_is_asked_for():
    asking = [*(REPOSITORY / "browser").rglob("*.js"), *(SOURCE / "web/home/templates").rglob("*.html")]
    code = "\n".join(path.read_text("utf-8") for path in asking)
    literal = set(re.findall(r"""["'`]((?:player|offline)-[a-z0-9-]+)["'`]""", code))
    of_both = [*words("en"), *_ids("offline")]
    assert [name for name in of_both if name not in literal and not ASKED_FOR_IN_PARTS.fullmatch(name)] == []


def _ids(file: str) -> list[str]:
    from lissom.catalogues import folder

    text = (folder() / "en" / f"{file}.ftl").read_text("utf-8")
    return re.findall(r"^([a-z0-9-]+) =", text, re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_letting_go_is_called_so_on_the_button_of_an_open_hold(language):
    label = catalogue(language).say("player-hold-next")
    assert label.startswith({"en": "Let go", "fr": "Relâcher"}[language])
