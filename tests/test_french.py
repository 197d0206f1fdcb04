"""French: the same machines with other words, proved like the English ones, and French as it is written.

What holds for every language is asked of every language there is; what is French is asked of French.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, Placeable, TextElement, VariableReference

from lissom import catalogues
from lissom.content import library
from lissom.content.library import ContentError
from lissom.machine.codec import dumps, loads
from lissom.machine.compile import compile_routine, compile_screening
from lissom.machine.model import Machine, State
from lissom.machine.options import Options
from lissom.machine.prove import prove
from lissom.machine.step import EventDoesNotFit, step
from lissom.terminal.strings import strings_for
from tests.shipped import ROUTINES, SCREENINGS, texts

from .machine.test_conformance import cases_in

OTHERS = [language for language in library.languages() if language != library.SOURCE_LANGUAGE]
OPTIONS = [
    Options(),
    Options(level=3, lead="right", pace="easy", repeats=3),
    Options(level=0),
    Options(screened="a-log", emergency="15", rate=False),
]
WORDS_A_SECOND = 2.5
FOLDER = catalogues.folder() / "fr"
FILES = sorted([*FOLDER.glob("*.ftl"), *(FOLDER / "routines").glob("*.ftl")])
FEMININE = {"jambe", "main", "cheville", "hanche", "oreille", "épaule", "aisselle", "la", "à"}


def compiled(name: str, options: Options, language: str) -> Machine:
    options, phrases = replace(options, language=language), library.phrases(language)
    if name in SCREENINGS:
        return compile_screening(library.screening(name, language), options, phrases)
    return compile_routine(library.routine(name, language), options, phrases)


# the same machine


def without_words(state: State) -> State:
    outcome = replace(state.outcome, advice=None) if state.outcome else None
    return replace(
        state,
        cue=replace(state.cue, title="", say="", brief="", offer=None, items=()),
        outcome=outcome,
        seconds=None,
    )


def to_hear(state: State, options: Options) -> int:
    slow = 2 if options.pace == "easy" and state.kind in ("ready", "move", "release", "switch", "rest") else 1
    return -(-len(state.cue.say.split()) * 2 // 5) * slow


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("options", OPTIONS, ids=range(len(OPTIONS)))
@pytest.mark.parametrize("name", [*ROUTINES, *SCREENINGS])
def test_a_translation_changes_words_and_the_time_that_words_need(name, options, language):
    source, found = compiled(name, options, "en"), compiled(name, options, language)

    assert (found.start, found.options) == (source.start, {**source.options, "language": language})
    assert {n: without_words(s) for n, s in found.states.items()} == {
        n: without_words(s) for n, s in source.states.items()
    }
    for id_, state in found.states.items():
        other = source.states[id_]
        assert (bool(state.cue.brief), bool(state.cue.offer)) == (
            bool(other.cue.brief),
            bool(other.cue.offer),
        )
        assert len(state.cue.items) == len(other.cue.items)
        if state.seconds != other.seconds:
            longer = max(state, other, key=lambda each: each.seconds or 0)
            assert longer.kind not in ("hold", "rate"), id_
            assert longer.seconds == to_hear(longer, options), id_


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", [*ROUTINES, *SCREENINGS])
def test_every_law_is_proved_in_every_language(name, language):
    """Words take time, so L11 and what follows from it are asked of each language anew."""
    source = library.screening(name, language) if name in SCREENINGS else library.routine(name, language)

    proof = prove(source, library.phrases(language))

    assert {law.id: law.counterexample for law in proof.laws if not law.held} == {}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", [*ROUTINES, *SCREENINGS])
def test_a_translated_machine_is_written_and_read_as_any_other(name, language):
    machine = compiled(name, Options(), language)

    assert loads(dumps(machine)) == machine
    assert machine.digest != compiled(name, Options(), "en").digest


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(("file", "case"), cases_in("machines"))
def test_the_cases_of_conformance_hold_in_every_language(file, case, language):
    origin = file["machine"]
    if "inline" in origin:
        pytest.skip("a machine that is written out speaks one language")
    options = Options.from_json(origin["options"]) if "options" in origin else Options()
    machine = compiled(origin.get("routine") or origin["screening"], options, language)
    states = [machine.start]
    try:
        for event in case["events"]:
            states.append(step(machine, states[-1], event))
    except EventDoesNotFit:
        assert "error" in case
    assert states == case["states"]


@pytest.mark.parametrize("language", OTHERS)
def test_a_stretch_means_the_same_in_every_routine_of_a_language(language):
    full = {stretch.id: stretch for stretch in library.routine("full", language).stretches}

    for name in ("seated-leg-ladder", "back-spasm", "neck"):
        for stretch in library.routine(name, language).stretches:
            assert replace(full.get(stretch.id, stretch), symptoms=()) == stretch


# what is missing is told


def test_a_language_that_is_not_there_is_refused():
    for find in (
        lambda: library.routine("neck", "xx"),
        lambda: library.screening("red-flags", "xx"),
        lambda: library.phrases("xx"),
    ):
        with pytest.raises(ContentError, match=r"^there are no words in the language 'xx'$"):
            find()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of catalogues in which French is about to be written."""
    (tmp_path / "fr" / "routines").mkdir(parents=True)
    (tmp_path / "en").mkdir()
    monkeypatch.setattr(catalogues, "folder", lambda: tmp_path)
    for name in ("shipped", "screening", "phrases"):
        monkeypatch.setattr(library, name, getattr(library, name).__wrapped__)
    monkeypatch.setattr(catalogues, "languages", catalogues.languages.__wrapped__)
    return tmp_path / "fr" / "routines"


def test_all_that_is_missing_or_unknown_is_told_at_once(folder):
    whole = (FOLDER / "routines" / "next-morning.ftl").read_text("utf-8")
    (folder / "next-morning.ftl").write_text(
        "".join(line for line in whole.splitlines(True) if not re.match("title|finished", line))
        + "fin = Fin\n",
        "utf-8",
    )

    with pytest.raises(ContentError) as refusal:
        library.screening("next-morning", "fr")

    file = "locales/fr/routines/next-morning.ftl"
    assert [line for line in refusal.value.message.splitlines() if line.startswith(file)] == [
        f"{file}:1:1: error[missing-message]: there is no message 'title'",
        f"{file}:1:1: error[missing-message]: there is no message 'finished'",
        f"{file}:7:1: error[unknown-message]: unknown message 'fin'",
    ]


@pytest.mark.parametrize("name", ["neck", "red-flags", "phrases"])
def test_a_file_that_is_not_there_lacks_every_message(folder, name):
    find = {"neck": library.routine, "red-flags": library.screening}.get(name)

    with pytest.raises(
        ContentError, match="there is no message 'title'" if find else "there is no message 'left'"
    ):
        find(name, "fr") if find else library.phrases("fr")


def test_a_damaged_file_is_told(folder):
    (folder / "neck.ftl").write_bytes("title = Étirements".encode("latin-1"))

    with pytest.raises(ContentError, match=r"neck\.ftl is not text in UTF-8$"):
        library.routine("neck", "fr")


def test_the_words_to_translate_are_the_translation_as_far_as_it_goes(folder):
    (folder / "after-session.ftl").write_text("title = Après la séance\n", "utf-8")

    lines = library.words_to_translate("after-session", "fr").splitlines()

    assert lines[:2] == ["title = Après la séance", "finished = Thank you. That is noted."]


@pytest.mark.parametrize("name", [*ROUTINES, *SCREENINGS, "phrases"])
def test_the_words_to_translate_are_those_of_the_file(name):
    """What `lissom words` prints of a finished translation is its file, but for remarks."""
    file = (FOLDER / "routines" / f"{name}.ftl").read_text("utf-8")

    assert library.words_to_translate(name, "fr").splitlines() == [
        line for line in file.splitlines() if line and not line.startswith("#")
    ]


def test_there_is_nothing_to_translate_of_what_is_not_there():
    for name in ("nek", "../neck", ""):
        with pytest.raises(ContentError, match=r"^there are no words of "):
            library.words_to_translate(name)


# what a clinician has to read


@pytest.mark.parametrize("name", ROUTINES)
def test_a_translation_awaits_a_clinician(name):
    review = library.routine(name, "fr").review

    assert (review.status, review.by, review.on) == ("awaiting", None, None)
    assert "relecture par un soignant" in (review.note or "")


def test_the_emergency_sentence_names_as_many_signs_and_the_number():
    english, french = library.phrases("en").emergency, library.phrases("fr").emergency

    assert french.count(".") == english.count(".")
    assert french.startswith("Appelez tout de suite le {number} ")


@pytest.mark.parametrize("name", ROUTINES)
def test_every_advice_calls_the_number_that_is_set(name):
    machine = compiled(name, Options(emergency="15"), "fr")
    said = [
        state.cue.say
        for state in machine.states.values()
        if state.kind == "advise" and state.cue.title != "Arrêté"
    ]

    assert said
    assert [text for text in said if "Appelez tout de suite le 15 " not in text] == []
    assert not any("112" in text for text in said)


# French as it is written


def messages() -> Iterator[tuple[str, str, str]]:
    """Yield file, id and words of each message; a placeholder stands as its name with a dollar."""
    for path in FILES:
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            if isinstance(entry, Message):
                yield path.name, entry.id.name, " ".join(_texts(entry))


def _texts(node) -> Iterator[str]:
    if isinstance(node, TextElement):
        yield node.value
    elif isinstance(node, Placeable) and isinstance(node.expression, VariableReference):
        yield f"${node.expression.id.name}"
    else:
        for value in vars(node).values():
            for each in value if isinstance(value, list) else [value]:
                if hasattr(each, "span"):
                    yield from _texts(each)


def said_of_routines() -> list[str]:
    every = [library.routine(name, "fr") for name in ROUTINES]
    pages = [library.screening(name, "fr") for name in SCREENINGS]
    return [
        text
        for value in (*every, *pages, library.phrases("fr"))
        for name, text in texts(value)
        if name != "cite"
    ]


def found(pattern: str) -> list[str]:
    return [f"{file}: {name}: {text}" for file, name, text in messages() if re.search(pattern, text)]


def test_apostrophes_are_typographic():
    assert found(r"\w'") == []


def test_a_space_that_does_not_break_stands_before_high_punctuation():
    assert found(r"[^\s\xa0.!?…:;][?!;»]|[^\xa0.!?…:;]»|[^\S\xa0][?!;:»]|\w:(?!//|\d)") == []


def test_guillemets_open_with_a_space_that_does_not_break():
    assert found("«[^\xa0]") == []
    assert found('["“”]') == []


def test_nobody_is_addressed_familiarly_or_as_a_man():
    assert found(r"(?i)\b(tu|toi|tes|ton)\b") == []
    assert found(r"(?i)\bvous (n’)?(êtes|êtes pas|seul) ?(pas )?(sûr|prêt|assis|seul|fatigué|inquiet)") == []


def test_a_side_follows_a_feminine_noun_or_a_preposition():
    """gauche and droite are feminine: « le bras droite » is no French."""
    wrong = [
        (name, match.group())
        for file, name, text in messages()
        if (FOLDER / "routines" / file).exists() and file != "phrases.ftl"
        for match in re.finditer(r"(\S+)\s+\$(side|other)\b", text)
        if match.group(1).lower().removeprefix("l’") not in FEMININE
    ]
    assert wrong == []
    assert found(r"\$(Side|Other)") == []


@pytest.mark.parametrize("name", ROUTINES)
def test_no_machine_says_a_masculine_noun_with_a_feminine_side(name):
    wrong = re.compile(r"(?i)\b(bras|pied|côté|genou|talon|mollet|coude|flanc|dos) droite\b")
    machine = compiled(name, Options(level=3), "fr")

    assert [state.cue.say for state in machine.states.values() if wrong.search(state.cue.say)] == []


def test_the_search_for_wrong_sides_finds_one():
    assert re.search(r"(\S+)\s+\$(side|other)\b", "Levez le bras $side.").group(1).lower() not in FEMININE


def test_nothing_is_promised():
    forbidden = re.compile(
        r"(?i)sans danger|sans risque|en sécurité|guéri|soulage|diagnostique|\btraite\b|bravo|félicit"
    )

    assert [text for text in said_of_routines() if forbidden.search(text)] == []
    assert [text for file, _, text in messages() if file == "coach.ftl" and forbidden.search(text)] == []


def test_a_brief_form_is_no_longer_than_the_full_one():
    lines = {(file, name): text for file, name, text in messages()}
    pairs = [
        (lines[file, f"{name.removesuffix('-brief')}-say"], text)
        for (file, name), text in lines.items()
        if name.endswith("-brief")
    ]

    assert len(pairs) > 140
    assert [brief for say, brief in pairs if len(brief.split()) > len(say.split())] == []


def test_what_is_said_is_short():
    said = [text for file, name, text in messages() if name.endswith("-say")]

    assert [text for text in said if len(text.split()) > 55] == []


def test_a_plan_in_french_tells_its_day_as_the_french_do():
    say = catalogues.catalogue("fr").say

    assert say("coach-day", day=1, month=8) == "1er août"
    assert say("coach-day", day=12, month=3) == "12 mars"
    assert say("coach-portion", minutes=1) == (
        "Environ 1 minute\xa0: ce qui n’a pas été fait depuis le plus longtemps vient d’abord."
    )


def test_the_letters_of_the_browser_are_those_of_the_terminal():
    """Who presses o for oui must not have said no, wherever they press it."""
    letters = catalogues.catalogue("fr").say("player-letters").split()

    assert len(set(letters)) == len(letters)
    assert letters == [strings_for("fr").letters[key] for key in "phntdesyoucmw"]
