"""Which words name a side, and which only look like it."""

from __future__ import annotations

import pytest

from lissom.content import library
from lissom.routine.side_names import named_side
from tests.routine.page import lines, plant

NAMED = [
    ("en", "Bend the left ankle.", "left"),
    ("en", "Right arm up.", "Right"),
    ("en", "Lean rightwards.", "rightwards"),
    ("en", "Your left-hand side.", "left"),
    ("en", "Now turn right, now rest.", "right"),
    ("en", "Turn right now.", "right"),
    ("en", "Your right behind your back.", "right"),
    ("en", "All right. Lift the right leg.", "right"),
    ("en-GB", "Lean to the LEFT.", "LEFT"),
    ("fr", "La jambe droite.", "droite"),
    ("fr", "Le bras droit monte.", "droit"),
    ("fr", "Le genou droit devant vous.", "droit"),
    ("fr", "Penchez-vous à droite.", "droite"),
    ("fr", "Le dos droit, tournez à gauche.", "gauche"),
    ("fr", "Les deux mains gauches.", "gauches"),
]
PLAIN = [
    ("en", "All right. We stay here."),
    ("en", "Sit upright, back straight."),
    ("en", "Right away, let go. Right now it may pull."),
    ("en", "Only as far as feels right."),
    ("en", "Bend your knee to a right angle."),
    ("en", "Stay until nothing left to do is on your mind."),
    ("en", "A bright, upright, alright, leftover day."),
    ("fr", "Gardez le dos droit, la tête droite."),
    ("fr", "Regardez droit devant vous."),
    ("fr", "Tenez-vous droite, restez bien droit."),
    ("fr", "Un endroit calme, une main adroite."),
    ("de", "Das linke Bein, left and right."),
]


@pytest.mark.parametrize(("language", "text", "name"), NAMED)
def test_a_word_that_names_a_side_is_found(language, text, name):
    assert named_side(text, language) == name


@pytest.mark.parametrize(("language", "text"), PLAIN)
def test_a_word_that_only_looks_like_a_side_is_not(language, text):
    assert named_side(text, language) is None


def test_what_is_shown_of_a_stretch_names_no_side_either():
    assert lines(plant("title: Toes up", "title: Left toes up")) == (
        "small.yaml:45:16: error[side-by-name]: 'Left' is said on both sides\n"
        "  hint: leave the side out here: it is shown beside"
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_shipped_text_of_a_stretch_with_sides_names_one(language):
    for routine in library.routines(language):
        for stretch in routine.stretches:
            if stretch.sides == "none":
                continue
            shown = [stretch.title, stretch.limb, *(p.title for p in stretch.positions)]
            shown += [position.felt for position in stretch.positions]
            words = [stretch.ready, stretch.switch, stretch.rest, stretch.let_go, stretch.between]
            words += [w for p in stretch.positions for w in (p.move, p.release)]
            said = [text for w in words if w for text in (w.say, w.brief)]
            assert [text for text in (*shown, *said) if text and named_side(text, language)] == []
