"""The leg ladder as a machine: what the handout of part A says, and what we made of it."""

from __future__ import annotations

import pytest

from lissom.machine.model import SYMPTOM_EVENTS
from tests.machine.walk import machine_of, names, onward, screening_of, walk

R1, R2 = "leg-ladder.r1.left", "leg-ladder.r2.left"


def way(machine, start, count):
    """Return the kinds and positions of the next states with no hand."""
    steps = list(onward(machine, start))[:count]
    return [(state.kind, state.position) for _, state in steps]


def test_one_side_goes_up_the_rungs_one_by_one_and_down_in_reverse():
    machine = machine_of("seated-leg-ladder")
    assert way(machine, "leg-ladder.ready", 9) == [
        ("ready", None),
        ("move", "sit"),
        ("move", "reach"),
        ("move", "ankle"),
        ("hold", "ankle"),
        ("release", "ankle"),
        ("release", "reach"),
        ("release", "sit"),
        ("switch", None),
    ]


def test_two_rounds_change_legs_each_time():
    machine = machine_of("seated-leg-ladder")
    holds = [(s.round, s.side, s.seconds) for _, s in onward(machine) if s.kind == "hold"]
    assert holds == [(1, "left", 30), (1, "right", 30), (2, "left", 30), (2, "right", 30)]


def test_the_lead_side_goes_first():
    machine = machine_of("seated-leg-ladder", lead="right")
    assert [s.side for _, s in onward(machine) if s.kind == "hold"] == ["right", "left", "right", "left"]


def test_level_1_makes_no_offers():
    machine = machine_of("seated-leg-ladder")
    assert [name for name, state in machine.states.items() if state.cue.offer] == []
    assert {s.level for s in machine.states.values() if s.kind == "hold"} == {1}


def test_at_level_2_only_the_second_round_offers_and_holds_the_full_30_seconds():
    machine = machine_of("seated-leg-ladder", level=2, hold=20)
    holds = [
        (s.round, s.position, s.seconds, bool(s.cue.offer)) for _, s in onward(machine) if s.kind == "hold"
    ]
    assert holds == [
        (1, "ankle", 20, False),
        (1, "ankle", 20, False),
        (2, "ankle", 30, True),
        (2, "ankle", 30, True),
    ]


def test_with_every_yes_level_3_reaches_the_slump_on_both_sides():
    machine = machine_of("seated-leg-ladder", level=3)
    round_2 = [
        (s.side, s.position)
        for _, s in onward(machine, hold="yes")
        if s.kind == "hold" and s.round == 2 and not s.continues
    ]
    assert round_2 == [(side, p) for side in ("left", "right") for p in ("ankle", "chin", "slump")]


def test_a_yes_goes_on_with_the_same_hold_and_only_its_end_moves_higher():
    machine = machine_of("seated-leg-ladder", level=2)
    hold = f"{R2}.ankle.hold"
    taken = machine.states[walk(machine, "yes", start=hold)]
    assert (taken.kind, taken.continues, taken.seconds, taken.position) == ("hold", True, 30, "ankle")
    assert walk(machine, "yes", "elapsed", start=hold) == f"{R2}.chin.move"
    assert walk(machine, "yes", "no", "elapsed", start=hold) == f"{R2}.ankle.release"
    assert walk(machine, "elapsed", start=hold) == f"{R2}.ankle.release"
    assert "yes" not in machine.states[walk(machine, "yes", "no", start=hold)].on


def test_ease_in_the_slump_goes_down_one_rung_for_20_seconds_and_offers_no_more():
    machine = machine_of("seated-leg-ladder", level=3)
    released = walk(machine, "ease", start=f"{R2}.slump.hold")
    assert machine.states[released].kind == "release"
    lower = machine.states[walk(machine, "elapsed", start=released)]
    assert (lower.kind, lower.position, lower.seconds, lower.cue.offer, lower.continues) == (
        "hold",
        "chin",
        20,
        None,
        False,
    )
    assert (
        walk(machine, "ease", "elapsed", "elapsed", start=f"{R2}.slump.hold")
        == f"{R2}.chin.release.from-slump"
    )
    ankle = machine.states[walk(machine, "ease", "elapsed", "ease", "elapsed", start=f"{R2}.slump.hold")]
    assert (ankle.position, ankle.seconds) == ("ankle", 20)


def test_ease_in_the_ankle_hold_comes_back_a_little_and_a_second_ease_lets_go():
    machine = machine_of("seated-leg-ladder")
    eased = walk(machine, "ease", start=f"{R1}.ankle.hold")
    assert (machine.states[eased].kind, machine.states[eased].continues) == ("hold", True)
    assert walk(machine, "ease", start=eased) == f"{R1}.ankle.release"
    assert walk(machine, "elapsed", start=eased) == f"{R1}.ankle.release"


@pytest.mark.parametrize(
    ("position", "cap", "until"),
    [("ankle", 0, "taken-back"), ("chin", 1, "clean-session"), ("slump", 2, "clean-session")],
)
def test_pain_in_a_hold_lets_go_at_once_closes_that_level_and_ends(position, cap, until):
    machine = machine_of("seated-leg-ladder", level=3)
    let_go = machine.states[walk(machine, "pain", start=f"{R2}.{position}.hold")]
    assert (let_go.kind, let_go.then.stretch, let_go.then.cap_level, let_go.then.until) == (
        "release",
        "leg-ladder",
        cap,
        until,
    )
    advise = machine.states[let_go.on["elapsed"]]
    assert (advise.kind, advise.then) == ("advise", None)
    end = machine.states[advise.on["elapsed"]]
    assert (end.outcome.kind, end.outcome.symptom, end.outcome.position, end.outcome.side) == (
        "symptom",
        "pain",
        position,
        "left",
    )
    assert "112" in end.outcome.advice


@pytest.mark.parametrize("symptom", ["numbness", "tingling"])
def test_numbness_at_the_lowest_level_is_closed_until_contact(symptom):
    machine = machine_of("seated-leg-ladder")
    let_go = machine.states[walk(machine, symptom, start=f"{R1}.ankle.move")]
    assert (let_go.then.cap_level, let_go.then.until) == (0, "contact")


def test_pain_told_after_coming_out_counts_for_the_highest_position_reached():
    machine = machine_of("seated-leg-ladder", level=3)
    switch = next(n for n, s in onward(machine, f"{R2}.slump.hold") if s.kind == "switch")
    told = machine.states[walk(machine, "pain", start=switch)]
    assert (told.kind, told.then.cap_level, told.position) == ("advise", 2, "slump")


def test_a_release_above_the_first_rung_is_still_loaded():
    machine = machine_of("seated-leg-ladder")
    assert machine.states[walk(machine, "pain", start=f"{R1}.ankle.release")].kind == "release"
    assert machine.states[walk(machine, "pain", start=f"{R1}.reach.release.from-ankle")].kind == "advise"


def test_stop_lets_go_first_where_the_body_is_loaded():
    machine = machine_of("seated-leg-ladder")
    let_go = walk(machine, "stop", start=f"{R1}.ankle.hold")
    assert machine.states[let_go].kind == "release"
    assert walk(machine, "elapsed", start=let_go) == "end.stopped"
    told = machine.states[walk(machine, "tingling", start=let_go)]
    assert (told.kind, told.then.cap_level) == ("advise", 0)
    assert walk(machine, "stop", start="leg-ladder.ready") == "end.stopped"


def test_a_symptom_before_the_stretch_counts_as_the_lowest_level():
    machine = machine_of("seated-leg-ladder", level=3)
    told = machine.states[walk(machine, "pain", start="leg-ladder.ready")]
    assert (told.then.cap_level, told.then.until, told.position) == (0, "taken-back", None)


def test_a_symptom_before_anything_closes_everything():
    machine = machine_of("seated-leg-ladder")
    told = {s: machine.states[walk(machine, s, start="get-ready")] for s in ("hurts", *SYMPTOM_EVENTS)}
    assert {symptom: (state.then.close, state.then.until) for symptom, state in told.items()} == {
        **dict.fromkeys(told, ("all", "taken-back")),
        "numbness": ("all", "contact"),
    }


def test_skip_comes_down_rung_by_rung_and_changes_sides():
    machine = machine_of("seated-leg-ladder")
    steps = [s.kind for _, s in onward(machine, walk(machine, "skip", start=f"{R1}.ankle.hold"))][:4]
    assert steps == ["release", "release", "release", "switch"]


def test_the_stretch_ends_in_a_rest_of_at_least_8_seconds():
    machine = machine_of("seated-leg-ladder")
    name, last = list(onward(machine))[-2]
    assert (last.kind, last.seconds >= 8, name) == ("rest", True, "leg-ladder.r2.right.rest.after-ankle")


def test_the_questions_come_first_and_no_timer_answers_them():
    machine = machine_of("seated-leg-ladder", screened=None, rate=True)
    assert names(machine, "ask") == [
        "screening.emergency",
        "screening.get-checked",
        "screening.tight-legs",
    ]
    assert machine.start == "rate"
    assert all("elapsed" not in state.on for state in machine.states.values() if state.kind == "ask")


def test_always_tight_legs_close_the_stretch_until_the_clinic_agrees():
    machine = machine_of("seated-leg-ladder", screened=None)
    advise = machine.states[walk(machine, "no", "no", "yes")]
    assert (advise.kind, advise.then.leave_out, advise.then.until) == ("advise", "leg-ladder", "contact")
    assert machine.states[advise.on["elapsed"]].outcome.kind == "screened"


def test_an_emergency_sign_closes_everything_and_names_the_number():
    machine = machine_of("seated-leg-ladder", screened=None, emergency="999")
    advise = machine.states[walk(machine, "yes")]
    assert (advise.then.close, advise.then.until) == ("all", "contact")
    assert "999" in advise.cue.say
    assert advise.cue.title == "Get help now"
    assert machine.states[advise.on["next"]].outcome.kind == "emergency"


def test_not_sure_of_an_emergency_sign_closes_the_same_and_sends_nobody_to_the_number():
    machine = machine_of("seated-leg-ladder", screened=None, emergency="999")
    name = walk(machine, "unsure")
    advise, sure = machine.states[name], machine.states[walk(machine, "yes")]
    assert (name, advise.kind, advise.then) == ("screening.emergency.unsure", "advise", sure.then)
    assert advise.cue.title == "Let's sort this out first"
    now = advise.cue.say.partition(" Call 999 at once for any of these.")[0]
    assert now == (
        "Do not stretch today. Find out first whether one of these applies to you. Call your clinic, your"
        " doctor or a health advice line today, and start again only when they agree."
    )
    assert machine.states[advise.on["next"]].outcome.kind == "screened"
    assert [n for n, state in machine.states.items() if "unsure" in state.on] == ["screening.emergency"]


def test_level_0_is_one_advice_and_an_end():
    machine = machine_of("seated-leg-ladder", level=0)
    assert [(s.kind, s.outcome and s.outcome.kind) for s in machine.states.values()] == [
        ("advise", None),
        ("end", "screened"),
    ]
    assert machine.states[machine.start].on["stop"] == "closed.end"


def test_red_flags_ask_two_pages_and_end_finished():
    machine = screening_of("red-flags")
    assert names(machine, "ask") == ["screening.emergency", "screening.get-checked"]
    assert walk(machine, "no", "no") == "end.finished"


def test_intimate_items_are_shown_and_not_spoken():
    cue = screening_of("red-flags").states["screening.emergency"].cue
    shown = [item for item in cue.items if "genital" in item]
    assert len(shown) == 1
    assert "genital" not in cue.say


def test_after_a_session_a_yes_closes_everything_until_it_is_taken_back():
    machine = screening_of("after-session")
    advise = machine.states[walk(machine, "yes")]
    assert (advise.then.close, advise.then.until) == ("all", "taken-back")
    assert machine.states[walk(machine, "no")].kind == "rate"


def test_the_next_morning_a_no_closes_everything_until_the_next_day():
    machine = screening_of("next-morning")
    assert walk(machine, "yes") == "end.finished"
    advise = machine.states[walk(machine, "no")]
    assert (advise.then.close, advise.then.until) == ("all", "next-day")
