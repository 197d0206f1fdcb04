"""*2 minutes, 6 minutes, all*: what is longest undone comes first, and no portion is empty [B9]."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lissom.coach.portions import PortionStretches, choose, choose_sessions, duration, seconds_by_stretch
from lissom.coach.settings import Settings
from lissom.content import library
from lissom.machine.options import Options

from .stories import BACK, LADDER, PHRASES, day, routine_machine

EXACT = Settings(portion_slack_percent=0)
SECONDS = {None: 60, "a": 100, "b": 200, "c": 300}
ALL = ("a", "b", "c")


def chosen(budget, done=None, undone=ALL) -> PortionStretches:
    return choose(ALL, SECONDS, done or {}, frozenset(undone), budget, EXACT)


def test_all_is_all():
    assert chosen(None) == PortionStretches(ALL)


@pytest.mark.parametrize(("budget", "fit"), [(100, "a"), (299, "a"), (300, "ab"), (600, "abc")])
def test_what_fits_is_chosen_in_the_routines_order(budget, fit):
    assert chosen(budget) == PortionStretches(tuple(fit))


def test_the_longest_undone_comes_first():
    done = {"a": day(3), "b": day(2), "c": day(1)}
    assert chosen(300, done) == PortionStretches(("c",))
    assert chosen(300, {**done, "b": None}) == PortionStretches(("a", "b"))


def test_what_is_still_undone_today_is_chosen_from():
    assert chosen(200, undone=("b", "c")) == PortionStretches(("b",))


def test_a_portion_is_never_empty_and_says_when_it_is_over():
    assert chosen(100, undone=("b", "c")) == PortionStretches(("b",), fits=False)


def test_when_all_is_done_today_it_begins_anew():
    assert chosen(100, {"a": day(1), "b": day(2), "c": day(3)}, undone=()) == PortionStretches(("a",))


LASTS = {"legs": 360, "back": 240, "neck": 90}
BESIDE = {"neck": "back"}


@pytest.mark.parametrize(
    ("budget", "fit"),
    [
        (None, ("legs", "back", "neck")),
        (120, ("back",)),  # the shortest that stands alone, though it is over
        (240, ("back",)),
        (330, ("back", "neck")),
        (360, ("legs",)),
        (690, ("legs", "back", "neck")),
    ],
)
def test_a_sitting_as_a_whole_fits_its_time(budget, fit):
    assert choose_sessions(LASTS, BESIDE, {}, budget, EXACT) == fit


def test_in_a_short_sitting_the_routine_longest_undone_comes_first():
    done = {"legs": day(3), "back": day(2)}
    assert choose_sessions(LASTS, BESIDE, done, 360, EXACT) == ("back", "neck")
    assert choose_sessions(LASTS, BESIDE, {**done, "legs": day(1)}, 360, EXACT) == ("legs",)


def test_nothing_due_is_an_empty_sitting():
    assert choose_sessions({}, {}, {}, 120, EXACT) == ()


def test_the_length_of_a_session_is_that_of_its_states():
    ladder = library.routine(LADDER)
    thirty, twenty = (duration(ladder, Options(hold=hold), PHRASES) for hold in (30, 20))
    assert thirty - twenty == 4 * 10  # two rounds, two sides


def test_an_easy_pace_is_longer_and_its_holds_are_not():
    back = library.routine(BACK)
    assert duration(back, Options(), PHRASES) < duration(back, Options(pace="easy"), PHRASES)


def test_leaving_a_stretch_out_saves_exactly_its_time():
    whole = seconds_by_stretch(routine_machine(BACK, Options()))
    less = duration(library.routine(BACK), Options(without=("gluteal",)), PHRASES)
    assert sum(whole.values()) - less == whole["gluteal"]


def test_what_waits_for_the_person_counts_as_the_setting_says():
    machine = routine_machine(LADDER, Options(screened="x", rate=True))
    at_once = seconds_by_stretch(machine, replace(Settings(), waiting_seconds=0))
    usual = seconds_by_stretch(machine)
    assert usual[None] - at_once[None] == 3 * 10  # pain, anything new, get ready
