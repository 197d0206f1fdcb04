"""The shipped routines carry the handouts clause by clause, with their numbers and no others.

Clause numbers are those of `docs/handouts.md`. What is said is the matter of `test_content_words`.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lissom.content import library
from lissom.routine.model import Gate, OpenHold, Question, Range, Routine, TimedHold
from tests.shipped import DOCS, ROUTINES, SHINGLES, SOURCE, all_texts, shingles, texts

NECK = ("chin-tuck", "neck-rotation", "neck-side-bend", "look-down", "shoulder-blades")
BACK = ("forward-roll", "sideways-reach", "spine-rotation", "gluteal", "quadriceps")
FULL_SITTING, FULL_FLOOR = (*BACK[:4], "leg-ladder"), ("cat-cow", "hip-flexor")
FULL_STANDING, FULL_NECK = ("calf", "chest", "quadriceps"), ("neck-side-bend", "chin-tuck")
FULL = (*FULL_SITTING, *FULL_FLOOR, *FULL_STANDING, *FULL_NECK)
INTIMATE = {"saddle", "bladder-bowel", "sexual", "injected-drugs"}
PRESENT_STATES = {"leg-pain-below-knee", "tingling-now", "tingling-arm", "easily-provoked", "dizzy-with-neck"}
EMERGENCY = {
    *("both-legs", "saddle", "bladder-bowel", "sexual", "leg-weakness", "chest-pain", "accident"),
    *("calf", "breathless"),
    *("head-neck", "face-speech-sight", "collapse"),
}
GET_CHECKED = {
    *("fever", "infection", "weight-loss", "night-pain", "lump", "between-blades", "clumsy"),
    *("minor-knock", "immune", "injected-drugs", "cancer"),
}
HISTORY = {
    *("disc-or-nerve-root", "spine-surgery", "myelopathy", "neck-injury", "rheumatoid-or-loose-neck"),
    *("osteoporosis", "pregnancy", "glaucoma", "hip-replacement", "hip-impingement", "knee-trouble"),
    *("shoulder-pain-overhead", "rib-or-belly-surgery", "low-blood-pressure", "unsteady", "cannot-kneel"),
}


def kept_from(routine: Routine, condition_id: str) -> tuple[set[str], dict[str, int]]:
    """Return what a condition leaves out of a routine, and where it caps the level."""
    found = [each for each in routine.conditions if each.condition == condition_id]
    left_out = {stretch for each in found for stretch in each.leave_out}
    return left_out, {stretch: level for each in found for stretch, level in each.cap_level}


# A, the seated leg stretch


def test_the_ladder_has_five_positions_each_adding_to_the_one_before() -> None:
    """[A5, A6, A7, A8, A12, A13]"""
    (ladder,) = library.routine("seated-leg-ladder").stretches
    assert ladder.id == "leg-ladder"
    assert [(position.id, position.level) for position in ladder.positions] == [
        ("sit", 1),
        ("reach", 1),
        ("ankle", 1),
        ("chin", 2),
        ("slump", 3),
    ]


def test_the_ladder_is_gone_through_twice_changing_legs() -> None:
    """[A9, A10]"""
    (ladder,) = library.routine("seated-leg-ladder").stretches
    assert (ladder.sides, ladder.limb) == ("alternating", "leg")
    assert (ladder.rounds, ladder.repeats) == (Range(2, 2, 2), Range(1, 1, 1))


def test_positions_that_stretch_are_held_20_to_30_seconds_and_the_others_passed_through() -> None:
    """[A2, A9, A12, A13]"""
    (ladder,) = library.routine("seated-leg-ladder").stretches
    held = {p.id: p.hold.seconds if isinstance(p.hold, TimedHold) else p.hold for p in ladder.positions}
    holds = Range(20, 30, 30)
    assert held == {"sit": None, "reach": None, "ankle": holds, "chin": holds, "slump": holds}


def test_the_chin_needs_round_two_30_seconds_of_the_ankle_and_a_yes_and_the_slump_30_of_the_chin() -> None:
    """[A10, A12, A13]"""
    (ladder,) = library.routine("seated-leg-ladder").stretches
    assert [position.gate for position in ladder.positions] == [
        None,
        None,
        None,
        Gate(held="ankle", seconds=30, round=2, own_yes=True, cite=("A10", "A12")),
        Gate(held="chin", seconds=30, round=None, own_yes=True, cite=("A13",)),
    ]
    assert [bool(position.offer) for position in ladder.positions] == [False, False, False, True, True]


def test_the_ladder_is_done_every_day_and_any_symptom_ends_it_one_level_lower() -> None:
    """[A1, A3, A11]"""
    routine = library.routine("seated-leg-ladder")
    assert (routine.dose.sessions_a_week, routine.dose.sessions_a_day) == (Range(7, 7, 7), Range(1, 1, 1))
    assert [(s.symptom, s.ends, s.afterwards, s.until) for s in routine.symptoms] == [
        ("pain", "session", "lower-level", "taken-back"),
        ("numbness", "session", "lower-level", "contact"),
        ("tingling", "session", "lower-level", "taken-back"),
        ("dizziness", "session", "lower-level", "taken-back"),
    ]


@pytest.mark.parametrize("routine_id", ["seated-leg-ladder", "full"])
def test_legs_that_always_feel_tight_close_the_ladder_until_the_clinic_agrees(
    routine_id: str,
) -> None:
    """[A4]"""
    question = library.routine(routine_id).questions[-1]
    assert (question.id, question.kind, question.unsafe) == ("tight-legs", "history", "yes")
    assert (question.leave_out, question.until, question.close_all) == ("leg-ladder", "contact", False)
    assert question.say.endswith("If you're not sure, choose Not sure.")


# B, the back stretches


def test_the_five_back_stretches_stand_in_order_each_with_one_position_of_its_name() -> None:
    """[B2, B3, B4, B5, B6]"""
    stretches = library.routine("back-spasm").stretches
    assert tuple(stretch.id for stretch in stretches) == BACK
    positions = [[(p.id, p.level) for p in stretch.positions] for stretch in stretches]
    assert positions == [[(each, 1)] for each in BACK]
    assert [(stretch.sides, stretch.limb) for stretch in stretches] == [
        ("none", None),
        ("in-turn", "arm"),
        ("in-turn", "side"),
        ("in-turn", "leg"),
        ("in-turn", "leg"),
    ]


def test_back_stretches_are_repeated_three_or_four_times_for_as_long_as_is_comfortable() -> None:
    """[B7, B8]"""
    stretches = library.routine("back-spasm").stretches
    assert {(stretch.rounds, stretch.repeats) for stretch in stretches} == {(Range(1, 1, 1), Range(3, 4, 3))}
    holds = [stretch.positions[0].hold for stretch in stretches]
    assert [hold.cap if isinstance(hold, OpenHold) else None for hold in holds] == [20, 20, 20, 20, 15]


def test_the_breath_goes_in_then_on_then_out_and_is_never_held() -> None:
    """[B7]"""
    for stretch in library.routine("back-spasm").stretches:
        (position,) = stretch.positions
        assert position.hold
        for said in (position.hold.words.say, position.hold.words.brief):
            assert said.startswith("Breathe in. Stay")
            assert "keep breathing" in said.lower()
        assert position.release.say.startswith("Breathe out")
        assert position.release.brief.startswith("Breathe out")


def test_the_standing_stretch_waits_stands_still_and_leaves_time() -> None:
    """[B6] with the times that are ours."""
    quadriceps = library.routine("back-spasm").stretch("quadriceps")
    assert quadriceps.waits
    assert quadriceps.steady
    assert quadriceps.between
    move = quadriceps.positions[0].move
    assert (quadriceps.steady.takes, move.takes, quadriceps.between.takes) == (10, 12, 5)


def test_the_back_routine_is_done_three_or_four_times_a_week_and_goes_with_the_neck() -> None:
    """[B9, B10]"""
    routine = library.routine("back-spasm")
    assert (routine.dose.sessions_a_week, routine.dose.sessions_a_day) == (Range(3, 4, 3), Range(1, 3, 1))
    assert routine.goes_with == ("neck",)


@pytest.mark.parametrize("routine_id", ["back-spasm", "neck", "full"])
def test_pain_ends_the_stretch_and_the_other_symptoms_the_session(routine_id: str) -> None:
    """[B11]"""
    assert [(s.symptom, s.ends, s.afterwards, s.until) for s in library.routine(routine_id).symptoms] == [
        ("pain", "stretch", "leave-out", "taken-back"),
        ("numbness", "session", "leave-out", "contact"),
        ("tingling", "session", "leave-out", "taken-back"),
        ("dizziness", "session", "leave-out", "contact" if routine_id == "neck" else "taken-back"),
    ]


# C and D, which are ours


def test_the_neck_routine_has_the_holds_and_repeats_of_the_evidence() -> None:
    """EVIDENCE 4"""
    routine = library.routine("neck")
    short, long = (Range(6, 6, 6), Range(8, 8, 8)), (Range(15, 30, 30), Range(2, 4, 2))
    found = {
        stretch.id: (position.hold.seconds, stretch.repeats)
        for stretch in routine.stretches
        for position in stretch.positions
        if isinstance(position.hold, TimedHold)
    }
    assert tuple(found) == NECK
    assert found == dict(zip(NECK, (short, long, long, long, short), strict=True))
    assert {stretch.posture for stretch in routine.stretches} == {"sitting"}


@pytest.mark.parametrize(
    "condition", ["neck-injury", "rheumatoid-or-loose-neck", "myelopathy", "spine-surgery", "dizzy-with-neck"]
)
def test_a_neck_that_a_clinician_must_see_first_is_left_alone(condition: str) -> None:
    """EVIDENCE 4"""
    assert kept_from(library.routine("neck"), condition) == (set(NECK), {})


def test_the_full_routine_goes_down_to_the_floor_once_and_ends_with_the_neck() -> None:
    """[A15]"""
    stretches = library.routine("full").stretches
    assert tuple(stretch.id for stretch in stretches) == FULL
    postures = ["sitting"] * 5 + ["kneeling"] * 2 + ["standing"] * 3 + ["sitting"] * 2
    assert [stretch.posture for stretch in stretches] == postures


@pytest.mark.parametrize("routine_id", ROUTINES[:3])
def test_a_stretch_is_the_same_in_every_routine(routine_id: str) -> None:
    full = {stretch.id: stretch for stretch in library.routine("full").stretches}
    shared = [stretch for stretch in library.routine(routine_id).stretches if stretch.id in full]
    assert shared
    assert [replace(full[stretch.id], symptoms=()) for stretch in shared] == shared


@pytest.mark.parametrize("routine_id", ROUTINES[:3])
def test_a_symptom_does_the_same_to_a_stretch_in_every_routine(routine_id: str) -> None:
    """[A11]: in the full routine too a symptom in the ladder ends the session, one level lower."""
    full, home = library.routine("full"), library.routine(routine_id)
    for stretch in full.stretches:
        if stretch.id in {each.id for each in home.stretches}:
            rules = {rule.symptom: replace(rule, cite=()) for rule in full.rules_of(stretch)}
            assert rules == {rule.symptom: replace(rule, cite=()) for rule in home.symptoms}, stretch.id


def test_every_stretch_of_the_neck_routine_is_of_the_neck() -> None:
    """EVIDENCE 4"""
    regions = {s.id: s.region for name in ROUTINES for s in library.routine(name).stretches if s.region}
    assert regions == dict.fromkeys(NECK, "neck")


@pytest.mark.parametrize("routine_id", ROUTINES)
@pytest.mark.parametrize("language", library.languages())
def test_nobody_is_told_to_walk_about_while_numb_or_dizzy(routine_id: str, language: str) -> None:
    routine = library.routine(routine_id, language)
    rules = [rule for stretch in routine.stretches for rule in routine.rules_of(stretch)]
    told = [rule for rule in (*routine.symptoms, *rules) if rule.symptom != "pain"]
    assert [rule.advice.now for rule in told if re.search("walk|marche", rule.advice.now, re.I)] == []
    assert {rule.advice.contact for rule in told} == {""}  # it is worded from the rule


@pytest.mark.parametrize("routine_id", ROUTINES[:3])
def test_the_full_routine_keeps_every_caution_of_the_routines_it_uses(routine_id: str) -> None:
    full, routine = library.routine("full"), library.routine(routine_id)
    here = {stretch.id for stretch in full.stretches}
    for condition in routine.conditions:
        left_out, caps = kept_from(full, condition.condition)
        assert set(condition.leave_out) & here <= left_out, condition
        assert dict(condition.cap_level).items() <= caps.items(), condition


@pytest.mark.parametrize("condition", ["unsteady", "low-blood-pressure"])
def test_who_may_fall_stays_on_the_chair(condition: str) -> None:
    """Of the readies on foot only that of `quadriceps` waits, so the others are left out as well."""
    full = library.routine("full")
    off_the_chair = {stretch.id for stretch in full.stretches if stretch.posture != "sitting"}
    assert off_the_chair <= kept_from(full, condition)[0]


def test_who_cannot_kneel_is_kept_off_the_floor() -> None:
    full = library.routine("full")
    on_the_floor = {stretch.id for stretch in full.stretches if stretch.posture == "kneeling"}
    assert kept_from(full, "cannot-kneel") == (on_the_floor, {})


def test_there_is_time_to_reach_the_floor_the_wall_and_the_doorway() -> None:
    full = library.routine("full")
    assert {s.id: s.ready.takes for s in full.stretches if s.posture != "sitting" and not s.waits} == {
        "cat-cow": 45,
        "hip-flexor": 45,
        "calf": 60,
        "chest": 45,
    }


@pytest.mark.parametrize("routine_id", ["neck", "full"])
def test_what_the_handouts_do_not_give_is_marked_as_ours(routine_id: str) -> None:
    routine = library.routine(routine_id)
    assert "Our own choice" in routine.summary
    assert routine.review.status == "awaiting"
    assert any("ours" in source.note for source in routine.sources)


# Clauses and sources


HANDOUTS = (("seated-leg-ladder", "A", 15), ("back-spasm", "B", 11))


@pytest.mark.parametrize(("routine_id", "letter", "count"), HANDOUTS)
def test_every_clause_of_the_handout_is_cited(routine_id: str, letter: str, count: int) -> None:
    cited = {text for name, text in texts(library.routine(routine_id)) if name in ("cite", "clause")}
    clauses = {f"{letter}{number}" for number in range(1, count + 1)}
    assert clauses - cited == set()


def test_cites_name_a_clause_an_evidence_section_or_ours() -> None:
    cited = {text for name, text in all_texts() if name in ("cite", "clause")}
    form = re.compile(r"A([1-9]|1[0-5])|B([1-9]|1[01])|EVIDENCE ([0-9]|10)|ours")
    assert {text for text in cited if not form.fullmatch(text)} == set()


@pytest.mark.parametrize(
    ("routine_id", "codes"),
    [
        ("seated-leg-ladder", []),
        ("back-spasm", ["many-stretches"]),
        ("neck", ["many-stretches", "under-a-minute", "under-a-minute"]),
        ("full", ["many-stretches"]),
    ],
)
def test_a_shipped_routine_gives_only_the_warnings_that_are_right(routine_id: str, codes: list[str]) -> None:
    """Two holds of the neck are counted, 8 of 6 s, as EVIDENCE 4 has them; so they stay below 60 s."""
    found = library.check_file(library.folder() / f"routines/{routine_id}.yaml")
    assert sorted(problem.code for problem in found) == codes


def test_the_page_on_the_handouts_has_a_row_for_every_clause_and_copies_none() -> None:
    page = (DOCS / "handouts.md").read_text("utf-8")
    rows = re.findall(r"^\| ([AB][0-9]+) \|", page, re.MULTILINE)
    assert rows == [f"{letter}{number + 1}" for _, letter, count in HANDOUTS for number in range(count)]
    assert [line for line in page.splitlines() if shingles(line) & SHINGLES] == []


def test_every_convention_awaits_a_sign_off_and_is_where_the_page_says() -> None:
    page = (DOCS / "conventions.md").read_text("utf-8")
    rows = [
        line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| convention")
    ]
    assert len(rows) == 63
    assert [row for row in rows if not row.endswith("| awaits a clinician's sign-off |")] == []
    for name, module in re.findall(r"`([A-Za-z_]+)`(?:, `[a-z_]+`)? in `([a-z/_]+\.py)`", page):
        assert re.search(rf"^ *{name}\b", (SOURCE / module).read_text("utf-8"), re.MULTILINE), name


# Screening


def red_flags() -> dict[str, Question]:
    return {question.id: question for question in library.screening("red-flags").questions}


def test_the_three_pages_ask_for_every_sign_and_caution_of_the_evidence() -> None:
    """EVIDENCE 2, 3, 4 and 6"""
    assert {name: {item.id for item in page.items} for name, page in red_flags().items()} == {
        "emergency": EMERGENCY,
        "get-checked": GET_CHECKED,
        "health": PRESENT_STATES | HISTORY,
    }


def test_every_health_item_keeps_something_from_someone() -> None:
    used = {condition.condition for each in ROUTINES for condition in library.routine(each).conditions}
    assert used == {item.id for item in red_flags()["health"].items}


def test_intimate_lines_are_shown_and_not_spoken() -> None:
    assert {item.id for q in red_flags().values() for item in q.items if not item.spoken} == INTIMATE


def test_only_history_can_be_cleared() -> None:
    """Neither an emergency nor what is there at present."""
    pages = red_flags()
    assert not any(item.history for item in pages["emergency"].items)
    assert {item.id for item in pages["health"].items if not item.history} == PRESENT_STATES
    assert {i.id for i in pages["get-checked"].items if i.history} == {"immune", "injected-drugs", "cancer"}
