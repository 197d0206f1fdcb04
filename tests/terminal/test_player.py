"""The loop under both front ends: events, their records, deadlines, pauses, and keys that do not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lissom.content import library
from lissom.machine.compile import compile_routine
from lissom.machine.model import High, Machine
from lissom.machine.options import Options
from lissom.session.live_session import LiveSession
from lissom.session.log import Entry, Rating
from lissom.session.route import route
from lissom.terminal.keys import WISHES
from lissom.terminal.player import is_high
from tests.terminal.stage import ADVICE, HandClock, HeardVoice, Show


def test_a_session_goes_through_by_itself_once_the_person_is_ready() -> None:
    show = Show().to_hold().wait(30 + 4 + 5 + 5 + 20 + 4 + 8)
    assert show.at == "end.finished"
    assert show.player.is_over
    assert show.events() == [
        "1000 rate skip",
        "2000 asked no",
        "3000 get-ready next",
        "4000 reach.ready next",
        "9000 reach.left.move elapsed",
        "39000 reach.left.hold elapsed",
        "43000 reach.left.release elapsed",
        "48000 reach.switch elapsed",
        "53000 reach.right.move elapsed",
        "73000 reach.right.hold elapsed",
        "77000 reach.right.release elapsed",
        "85000 reach.rest elapsed",
    ]
    assert [e for e in show.recorded if isinstance(e, Entry)] == list(show.player.played.entries)
    assert show.player.played.outcome is not None
    assert show.player.played.outcome.kind == "finished"


# time


@pytest.mark.parametrize("late_ms", [0, 1, 400, 4_900])
def test_twenty_minutes_do_not_drift_however_late_each_wake_up_is(late_ms: int) -> None:
    machine = _long_machine()
    clock = HandClock(late_ms=late_ms)
    show = Show(machine, clock=clock)
    while show.player.waits:
        show.press("space")
    begun = show.player.course.timer_ms
    planned = [machine.states[name].seconds or 0 for name in route(machine, show.at)]
    assert sum(planned) >= 20 * 60
    show.wait(sum(planned) + 5)
    assert show.at == "end.finished"
    assert show.player.course.entries[-1].at_ms == begun + sum(planned) * 1000


def _long_machine() -> Machine:
    """Every stretch of the full routine that needs no hand, one after another, at an easy pace."""
    options = Options(rate=False, screened="0195517a-2b40-7c3e-8f00-0123456789ab", pace="easy")
    machine = compile_routine(library.routine("full"), options, library.phrases("en"))
    states = {
        name: replace(state, seconds=10, on={**state.on, "elapsed": state.on["next"]})
        if state.kind == "ready" and state.seconds is None and state.stretch
        else state
        for name, state in machine.states.items()
    }
    return replace(machine, start="get-ready", states=states)


def test_a_key_that_comes_after_the_deadline_but_before_the_wake_up_meets_the_next_state() -> None:
    show = Show().to_hold()
    show.clock.move(30.2)
    show.player.press("p")
    assert show.events()[-2:] == ["39000 reach.left.hold elapsed", "39200 reach.left.release pain"]


def test_a_deadline_that_passes_while_a_key_is_handled_harms_nothing() -> None:
    class Running(HandClock):
        """Goes on by a millisecond each time it is read."""

        def now_ms(self) -> int:
            self.now += 1
            return self.now

    show = Show(clock=Running()).to_hold()
    due = show.player.course.due_ms
    assert due is not None
    show.clock.now = due - 2
    show.player.press("e")
    assert show.at == "reach.left.hold.eased"


def test_the_player_asks_to_be_woken_at_the_deadline_and_at_each_second_before_it() -> None:
    show = Show().to_hold()
    show.clock.move(0.25)
    assert show.player.next_ms == 10_000
    show.clock.now = 38_600
    assert show.player.next_ms == 39_000


def test_a_rehearsal_runs_the_same_session_in_its_own_time() -> None:
    show = Show(clock=HandClock(speed=60)).to_hold().wait(30)
    assert show.at == "reach.left.release"
    assert show.clock.seconds_until(show.clock.now + 60_000) == 1.0


# keys


def test_a_key_that_does_nothing_here_says_so_and_changes_nothing() -> None:
    show = Show().to_hold()
    before = show.events()
    show.press("d")
    assert show.note == "d does nothing here."
    assert show.events() == before
    show.wait(6)
    assert show.note == ""


@pytest.mark.parametrize(
    ("key", "note"),
    [
        ("n", "n means numb. For no, press o."),
        ("space", "Please answer: y for yes, o for no, u for not sure."),
        ("p", "p does nothing here."),
        ("7", "7 does nothing here."),
    ],
)
def test_a_question_takes_no_other_key_than_its_answers(key: str, note: str) -> None:
    show = Show().press("s", key)
    assert (show.at, show.note) == ("asked", note)


def test_no_is_not_taken_before_the_whole_question_was_shown_but_yes_is() -> None:
    show = Show().press("s")
    show.player.fit(lambda items: tuple((item,) for item in items) or ((),))
    assert show.player.moment.items == ("chest pain",)
    show.press("o")
    assert (show.at, show.note) == ("asked", "There is more to read first: press space.")
    show.press("space")
    assert (show.player.moment.items, show.note) == (("a collapse or a faint",), "")
    assert show.press("o").at == "get-ready"
    early = Show().press("s")
    early.player.fit(lambda items: tuple((item,) for item in items) or ((),))
    assert early.press("y").at == "unsafe"


def test_a_question_waits_for_as_long_as_it_takes() -> None:
    show = Show().press("s").wait(3600)
    assert show.at == "asked"


def test_yes_to_an_offer_lets_the_timer_run_on() -> None:
    show = Show().to_hold().wait(10)
    show.player.press("y")
    assert show.at == "reach.left.hold.yes"
    assert (show.player.moment.left_ms, show.player.course.timer_ms) == (20_000, 9_000)


def test_space_lets_go_of_an_open_hold() -> None:
    show = Show().to_hold().wait(30 + 4 + 5 + 5 + 7)
    assert show.at == "reach.right.hold"
    assert show.press("space").at == "reach.right.release"


def test_stop_is_immediate_and_a_second_q_after_the_end_closes() -> None:
    show = Show().to_hold().press("q")
    assert show.at == "reach.left.stop"
    show.wait(4)
    assert (show.at, show.player.closed) == ("end.stopped", False)
    assert show.press("q").player.closed


def test_a_space_meant_for_the_state_before_does_not_pause_the_new_one() -> None:
    show = Show().to_move()
    show.clock.move(5.3)
    show.player.press("space")
    assert (show.at, show.player.course.is_paused) == ("reach.left.hold", False)
    assert show.note == "It has just moved on. To pause, press space again."
    assert show.press("space").player.course.is_paused


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([*WISHES, "z", "enter"]), st.sampled_from([0, 0.3, 2, 9, 40, 700])))
)
def test_whatever_is_pressed_whenever_makes_a_log_that_replays(presses: list[tuple[str, float]]) -> None:
    show = Show()
    for key, seconds in presses:
        show.clock.move(seconds)
        show.player.press(key)
        assert show.player.moment.state_id == show.at
    again = LiveSession.go_on(show.player.machine, show.player.course.entries)
    assert (again.state_id, again.is_paused, again.is_over) == (
        show.at,
        show.player.course.is_paused,
        show.player.is_over,
    )
    assert show.player.played.unsaved == ()


# pain, from 0 to 10


@pytest.mark.parametrize(
    ("keys", "value", "at"),
    [("0", 0, "asked"), ("5", 5, "asked"), ("6", 6, "unsafe"), ("x", 10, "unsafe"), ("10", 10, "unsafe")],
)
def test_a_rating_is_recorded_before_its_event(keys: str, value: int, at: str) -> None:
    show = Show()
    show.clock.move(1)
    for key in keys:
        show.player.press(key)
    assert show.at == at
    assert show.recorded == [
        Rating("before", 1000, value),
        Entry(1000, "rate", "ok" if at == "asked" else "high"),
    ]
    assert show.player.played.ratings == (Rating("before", 1000, value),)


def test_a_one_waits_a_moment_for_a_nought() -> None:
    show = Show()
    show.player.press("1")
    assert show.at == "rate"
    show.wait(2)
    assert (show.at, show.player.played.ratings) == ("asked", (Rating("before", 1500, 1),))


def test_a_rating_may_be_left_out() -> None:
    show = Show().press("space")
    assert (show.at, show.player.played.ratings) == ("asked", ())


@pytest.mark.parametrize(
    ("value", "usual", "high"), [(5, None, False), (6, None, True), (4, 2, True), (3, 2, False), (6, 6, True)]
)
def test_a_rating_is_high_by_the_machines_numbers(value: int, usual: int | None, high: bool) -> None:
    assert is_high(value, High(6, 2), usual) is high


# symptoms, pause, sleep


def test_a_symptom_lets_go_at_once_and_the_words_break_in() -> None:
    show = Show().to_hold().press("p")
    assert show.at == "reach.left.let-go"
    assert show.voice.heard[-1] == "! Let go now. Leg down."
    show.wait(4)
    assert show.voice.heard[-1] == "! " + ADVICE


def test_an_end_does_not_say_again_what_was_just_said() -> None:
    show = Show().to_hold().press("p").wait(4).press("space")
    assert show.at == "end.symptom"
    assert show.voice.heard[-1] == "! " + ADVICE
    assert show.voice.heard.count("! " + ADVICE) == 1


def test_a_pause_in_a_hold_says_to_let_go_and_goes_on_from_before() -> None:
    show = Show().to_hold().press("space")
    assert show.player.course.is_paused
    assert show.voice.heard[-1] == "! Let go now. Leg down. Paused."
    show.wait(120).press("space")
    assert show.at == "reach.ready"
    assert show.events()[-2:] == ["10000 reach.left.hold pause", "131000 reach.ready resume"]


def test_a_symptom_may_be_told_in_a_pause() -> None:
    show = Show().to_hold().press("space", "t")
    assert show.at == "reach.left.let-go"


def test_a_pause_of_more_than_ten_minutes_ends_the_session() -> None:
    show = Show().to_hold().press("space").wait(601)
    assert show.player.is_over
    assert show.events()[-1].endswith("reach.left.hold closed")
    assert show.player.moment.closed


def test_the_computers_sleep_is_told_and_pauses() -> None:
    show = Show().to_hold()
    show.clock.move(120)
    show.player.tick()
    assert (show.player.course.is_paused, show.player.moment.slept) == (True, True)
    assert show.voice.heard[-1] == (
        "! The computer was asleep, so the session was paused. Let go now. Leg down. Paused."
    )
    assert show.press("space").player.moment.slept is False


def test_a_letting_go_is_not_paused() -> None:
    show = Show().to_hold().press("p", "space")
    assert (show.player.course.is_paused, show.note) == (False, "space does nothing here.")


def test_a_session_that_broke_off_is_gone_on_with() -> None:
    before = Show().to_hold().player.course.entries
    clock = HandClock()
    clock.now = 60_000
    show = Show(clock=clock, resume_from=before)
    assert (show.at, show.note) == ("reach.ready", "Going on.")
    assert show.recorded == [Entry(60_000, "reach.ready", "resume")]


# the record


def test_what_cannot_be_saved_stops_nobody_is_told_and_is_tried_again_in_order() -> None:
    kept: list[Entry | Rating] = []
    full = True

    def record(item: Entry | Rating) -> None:
        if full:
            raise OSError("the disk is full")
        kept.append(item)

    show = Show(record=record).to_hold()
    assert show.at == "reach.left.hold"
    assert show.player.moment.warning == "Not saved: the disk is full. Lissom keeps trying."
    assert len(show.player.played.unsaved) == 5
    full = False
    show.wait(6)
    assert show.player.moment.warning == ""
    assert (tuple(kept), show.player.played.unsaved) == (show.player.course.entries, ())


def test_an_event_is_recorded_before_anything_is_said_of_it() -> None:
    order: list[str] = []

    class Noting(HeardVoice):
        def say(self, text: str, *, cut: bool = False) -> None:
            order.append(f"say {text}")

    show = Show(voice=Noting(), record=lambda item: order.append(f"record {item.event}"))
    show.press("s")
    assert order == [
        "say How is your pain, from zero to ten?",
        "record skip",
        "say Do you have any of these now? Chest pain?",
    ]


# the voice and the bell


def test_a_timed_hold_is_counted_down_to_done() -> None:
    show = Show().to_hold().wait(30)
    assert show.voice.heard[-7:] == [
        "Hold it there. Breathe. If this is still gentle and you want more, press yes.",
        "(five)", "(four)", "(three)", "(two)", "(one)", "Done. Let your toes go.",
    ]  # fmt: skip


def test_an_open_hold_is_not_counted_down() -> None:
    show = Show().to_hold().wait(30 + 4 + 5 + 5 + 20)
    assert show.voice.heard[-2:] == ["Stay as long as it is comfortable.", "Let your toes go."]


def test_who_knows_the_routine_hears_it_in_brief_but_questions_in_full() -> None:
    show = Show(brief=True).to_hold()
    assert show.voice.heard == [
        "! Pain now?",
        "! Do you have any of these now? Chest pain?",
        "! Sit down.",
        "! Left leg first.",
        "! Toes up.",
        "Hold. If this is still gentle and you want more, press yes.",
    ]


def test_a_bell_rings_where_there_is_no_voice() -> None:
    show = Show(voice=HeardVoice(silent=True)).to_move()
    assert [show.player.take_bell(), show.player.take_bell()] == [True, False]
    assert show.wait(5).player.take_bell()


def test_a_voice_that_was_wanted_and_is_not_there_is_told_once() -> None:
    show = Show(voice=HeardVoice(silent=True)).wait(1)
    assert show.note == "There is no voice on this computer; a bell rings instead."
    show.press("s")
    assert show.note == "There is no voice on this computer; a bell rings instead."
    assert show.wait(9).note == ""


def test_nothing_left_to_read_stops_with_a_reason() -> None:
    show = Show().press("s")
    show.player.stop("No more input.")
    assert (show.at, show.note) == ("end.stopped", "No more input.")
