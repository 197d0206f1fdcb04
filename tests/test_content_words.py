"""What the shipped routines say: our own words, short, promising nothing, to be followed by ear."""

from __future__ import annotations

import hashlib
import re

import pytest

from lissom.content import library
from lissom.routine.model import OpenHold, Stretch, Words
from tests.shipped import ROUTINES, SHINGLES, all_texts, shingles

FORBIDDEN = re.compile(r"\b(un)?safe|\bcure|diagnos|reliev|\bheal(s|ing)?\b|\btreat", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.?!:;]+")
VOWELS = re.compile(r"[aeiouy]+")


def spoken() -> list[str]:
    return [text for name, text in all_texts() if name == "say"]


def all_words(stretch: Stretch) -> list[Words]:
    own = [stretch.ready, stretch.rest, stretch.let_go, stretch.steady, stretch.switch, stretch.between]
    held = [position.hold.words for position in stretch.positions if position.hold]
    moved = [words for position in stretch.positions for words in (position.move, position.release)]
    return [words for words in (*own, *held, *moved) if words]


def syllables(word: str) -> int:
    return max(1, len(VOWELS.findall(re.sub(r"e$", "", word.lower()))))


def test_no_six_words_in_a_row_are_the_handouts_own() -> None:
    assert [text for _, text in all_texts() if shingles(text) & SHINGLES] == []


def test_the_copy_check_would_find_a_copy() -> None:
    """A run of six words has one hash, wherever it stands and however it is written."""
    run = hashlib.sha1(b"one two three four five six").hexdigest()[:12]
    assert run in shingles("Zero. One, two: three four FIVE six seven.")
    assert len(SHINGLES) == 829


def test_nothing_is_promised() -> None:
    words = [text for name, text in all_texts() if name not in ("cite", "clause")]
    assert [text for text in words if FORBIDDEN.search(text)] == []


def test_what_is_said_is_short() -> None:
    assert [text for text in spoken() if len(text.split()) > 45] == []


def test_sentences_are_short_on_average() -> None:
    sentences = {
        text: [part.split() for part in SENTENCE_END.split(text) if part.strip()] for text in spoken()
    }
    assert [text for text, parts in sentences.items() if sum(map(len, parts)) > 12 * len(parts)] == []


def test_words_are_short() -> None:
    assert {w for text in spoken() for w in re.findall(r"[A-Za-z']+", text) if syllables(w) > 4} == set()


@pytest.mark.parametrize("routine_id", ROUTINES)
def test_every_ready_tells_to_come_out_first_and_to_tell_afterwards(routine_id: str) -> None:
    for stretch in library.routine(routine_id).stretches:
        assert re.search(r"If it hurts.* first, then tell me\.", stretch.ready.say), stretch.id


@pytest.mark.parametrize("routine_id", ROUTINES)
def test_a_sided_stretch_says_its_side_before_the_limb_moves(routine_id: str) -> None:
    """The first position of the ladder is the same for both legs; the leg is named in the second."""
    for stretch in library.routine(routine_id).stretches:
        if stretch.sides != "none":
            moved = stretch.positions[min(1, len(stretch.positions) - 1)].move
            for said in (stretch.ready.say, stretch.ready.brief, moved.say, moved.brief):
                assert "side}" in said.lower(), stretch.id


@pytest.mark.parametrize("routine_id", ROUTINES)
def test_rests_and_switches_never_name_another_stretch(routine_id: str) -> None:
    stretches = library.routine(routine_id).stretches
    for stretch in stretches:
        others = {other.title.lower() for other in stretches if other is not stretch}
        for words in filter(None, (stretch.rest, stretch.switch, stretch.between)):
            assert not [title for title in others if title in words.say.lower()], stretch.id


@pytest.mark.parametrize("routine_id", ROUTINES)
def test_what_is_said_in_a_hold_fits_into_it(routine_id: str) -> None:
    for stretch in library.routine(routine_id).stretches:
        for hold in (position.hold for position in stretch.positions if position.hold):
            least = hold.cap if isinstance(hold, OpenHold) else hold.seconds.least
            assert len(hold.words.say.split()) <= 2.5 * least, stretch.id


def test_a_brief_form_is_never_longer() -> None:
    stretches = [stretch for each in ROUTINES for stretch in library.routine(each).stretches]
    every = [words for stretch in stretches for words in all_words(stretch)]
    assert [words.brief for words in every if len(words.brief.split()) > len(words.say.split())] == []


def test_the_emergency_sentence_names_the_number_and_can_be_listened_to() -> None:
    sentence = library.phrases().emergency
    assert sentence.startswith("Call {number} at once")
    assert len(sentence.split()) <= 50
    for sign in (
        "leg",
        "both legs",
        "between the legs",
        "bladder",
        "calf",
        "Chest",
        "breathless",
        "head or neck",
        "speech",
    ):
        assert sign in sentence
