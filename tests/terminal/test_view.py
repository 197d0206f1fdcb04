"""What is to be seen at a moment, with no terminal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from string import Formatter

import pytest

from lissom.terminal.strings import ENGLISH, LANGUAGES, Strings, strings_for
from lissom.terminal.view import Hint, Screen, Timer, make_screen, seconds_left, sentences
from tests.terminal.stage import ADVICE, Show

SYMPTOMS = (Hint("p", "pain"), Hint("t", "tingling"))


def screen(show: Show) -> Screen:
    return make_screen(show.player.moment, ENGLISH)


def test_a_timed_hold() -> None:
    assert screen(Show().to_hold().wait(12)) == Screen(
        tone="hold",
        where="",
        step="Hold",
        title="Toes up",
        words=("Hold it there.", "Breathe."),
        side="left",
        side_word="left",
        offer="If this is still gentle and you want more, press yes.",
        timer=Timer("down", 18, "seconds to go"),
        coming="Next: slowly back",
        keys=(
            Hint("space", "pause"), Hint("y", "yes"), Hint("e", "ease a little"), Hint("s", "skip"),
            Hint("q", "stop"),
        ),
        symptoms=SYMPTOMS,
        wrong="Anything wrong?",
    )  # fmt: skip


def test_an_open_hold_counts_up_and_space_lets_go() -> None:
    shown = screen(Show().to_hold().wait(30 + 4 + 5 + 5 + 7))
    assert shown.timer == Timer("up", 7, "seconds, 20 at most")
    assert shown.keys[0] == Hint("space", "let go")


def test_a_move_has_no_large_timer_so_that_nobody_hurries() -> None:
    shown = screen(Show().to_move())
    assert (shown.timer.mode, shown.coming) == ("none", "Next: hold for 30 seconds")


def test_a_change_of_sides_shows_the_side_that_comes() -> None:
    shown = screen(Show().to_hold().wait(30 + 4))
    assert (shown.title, shown.side) == ("Change sides", "right")


def test_a_question_shows_its_items_once_and_what_to_do_when_unsure() -> None:
    assert screen(Show().press("s")) == Screen(
        tone="question",
        where="",
        step="",
        title="Signs of an emergency",
        words=("Any of these now?", "If you're not sure, choose Not sure."),
        items=("chest pain", "a collapse or a faint"),
        keys=(Hint("y", "yes"), Hint("o", "no"), Hint("u", "not sure"), Hint("q", "stop")),
    )


def test_a_letting_go_replaces_everything_at_once() -> None:
    assert screen(Show().to_hold().press("p")) == Screen(
        tone="urgent", where="", step="", title="Let go", words=("Let go now.", "Leg down."), side="left",
        side_word="left", keys=(Hint("q", "stop"),), symptoms=(Hint("p", "pain"),), wrong="Anything wrong?",
    )  # fmt: skip


def test_a_pause_says_to_let_go_and_from_where_it_goes_on() -> None:
    shown = screen(Show().to_hold().press("space"))
    assert shown.words == (
        "Let go now.",
        "Leg down.",
        "Take your time. Press space to go on from: Reach.",
        "After ten minutes the session ends here.",
    )
    assert (shown.tone, shown.step, shown.title, shown.timer) == ("urgent", "Paused", "Let go", Timer())
    assert shown.keys == (Hint("space", "go on"), Hint("q", "stop"))
    assert shown.symptoms == SYMPTOMS


def test_advice_is_shown_in_full_to_who_hears_the_rest_in_brief() -> None:
    show = Show(brief=True).to_hold()
    assert screen(show).words == ("Hold.",)
    show.press("p").wait(4)
    assert " ".join(screen(show).words) == ADVICE


def test_an_end_can_only_be_closed() -> None:
    shown = screen(Show().to_hold().press("q").wait(4))
    assert (shown.tone, shown.title) == ("end", "Stopped")
    assert shown.keys == (Hint("q", "close"),)


def test_a_rating_shows_its_keys() -> None:
    assert screen(Show()).keys == (Hint("0 … 9, x for ten", ""), Hint("s", "leave it out"), Hint("q", "stop"))


def test_where_we_are_counts_only_what_there_are_several_of() -> None:
    from lissom.content import library
    from lissom.machine.compile import compile_routine
    from lissom.machine.options import Options

    options = Options(rate=False, screened="0195517a-2b40-7c3e-8f00-0123456789ab")
    machine = compile_routine(library.routine("back-spasm"), options, library.phrases("en"))
    show = Show(machine).press("o", "space", "space")
    assert screen(show).where == "Stretch 1 of 5 · repeat 1 of 3"


@pytest.mark.parametrize(("left_ms", "seconds"), [(30_000, 30), (29_999, 30), (1, 1), (0, 0)])
def test_seconds_to_go_are_whole_and_one_until_the_very_end(left_ms: int, seconds: int) -> None:
    assert seconds_left(left_ms) == seconds


def test_a_timer_shows_minutes_from_a_hundred_seconds_on() -> None:
    assert [Timer("down", s).text for s in (9, 60, 99, 100, 605)] == ["9", "60", "99", "1:40", "10:05"]


def test_words_begin_a_line_with_each_sentence() -> None:
    assert sentences("Sit down. Ready? Go!") == ("Sit down.", "Ready?", "Go!")


def test_a_language_without_words_of_its_own_gets_english() -> None:
    assert strings_for("xx") is ENGLISH


def placeholders(strings: Strings) -> dict[str, list[str]]:
    """Return what each text of a language fills in."""
    texts: dict[str, str] = {}
    for field in fields(Strings):
        value = getattr(strings, field.name)
        if field.name in ("hints", "letters"):
            continue  # which keys are mistaken for others differs with the letters
        texts |= (
            {f"{field.name}.{key}": text for key, text in value.items()} if isinstance(value, Mapping) else {}
        )
        texts |= (
            {field.name: " ".join(value) if isinstance(value, tuple) else value}
            if not isinstance(value, Mapping)
            else {}
        )
    return {
        name: sorted(found for _, found, _, _ in Formatter().parse(text) if found)
        for name, text in texts.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_with_what_belongs_into_it(language: str) -> None:
    assert placeholders(strings_for(language)) == placeholders(ENGLISH)
    assert len(strings_for(language).numbers) == 6
