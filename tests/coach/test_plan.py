"""What to do today, and why: each plan is a short story with its reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from lissom.coach.plan import Plan, plan
from lissom.coach.profile import Clearing, Floor, Profile
from lissom.coach.settings import SETTINGS, Settings
from lissom.content import library
from lissom.machine.compile import compile_routine
from lissom.machine.options import OptionRefused, Options
from lissom.routine.model import Range

from .stories import (
    ANKLE_PAIN,
    BACK,
    FULL,
    LADDER,
    NECK,
    PHRASES,
    ROUTINES,
    SAY,
    SLUMP_PAIN,
    Story,
    day,
    text,
)

LEVEL_3 = Profile(options={LADDER: Options(level=3)})
ONLY_BACK, ONLY_LADDER = Profile(routines=(BACK,)), Profile(routines=(LADDER,))


def planned(story: Story, now, profile: Profile | None = None, routines=ROUTINES, **wishes) -> Plan:
    """Plan for someone who went through the health list just now, and gets down to the floor."""
    told = replace(profile or Profile(), health_asked=now, floor=Floor("yes", "no", now))
    return plan(told, story.history, routines, now, phrases=PHRASES, **wishes)


def lines(found: Plan) -> list[tuple[str, str]]:
    return [(line.kind, line.routine) for line in found.sessions]


def codes(reasons) -> list[str]:
    return [reason.code for reason in reasons]


def why_not(found: Plan, routine: str) -> list[str]:
    return next(codes(line.reasons) for line in found.not_today if line.routine == routine)


# the usual day


def test_the_first_plan_holds_both_handouts_with_the_questions_first():
    found = planned(Story(), day(1))
    assert lines(found) == [("routine", LADDER), ("routine", BACK), ("routine", NECK)]
    first, second, _ = found.sessions
    assert codes(first.reasons) == ["daily", "ask-first"]
    assert codes(second.reasons) == ["dose-first", "ask-first"]
    assert (first.options.level, first.options.screened, first.options.rate) == (1, None, True)


def test_there_is_one_check_in_and_a_rest_between_two_sessions():
    found = planned(Story(), day(1)).sessions
    assert [line.rest_before for line in found] == [0, 60, 60]
    assert [line.options.rate for line in found] == [True, False, False]


def test_a_session_right_after_another_one_does_not_ask_for_pain_again():
    story = Story()
    story.does(day(1))
    soon, later = story.sessions[0].ended + timedelta(minutes=5), day(1, hour=12)
    assert planned(story, soon, ONLY_BACK).of(BACK).options.rate is False
    assert planned(story, later, ONLY_BACK).of(BACK).options.rate is True


def test_back_then_neck_is_one_plan():
    found = planned(Story(), day(1), ONLY_BACK)
    assert lines(found) == [("routine", BACK), ("routine", NECK)]
    assert codes(found.sessions[1].reasons)[0] == "goes-with"


def test_the_neck_is_added_also_once_the_back_is_done():
    """[B10]"""
    story = Story()
    story.does(day(1), routine=BACK)
    later = planned(story, day(1, hour=20), ONLY_BACK)
    assert [(each.routine, each.kind) for each in later.not_today] == [(BACK, "done")]
    assert lines(later) == [("after-session", "after-session"), ("routine", NECK)]
    assert codes(later.sessions[-1].reasons)[0] == "goes-after"


def test_after_a_full_screening_there_is_only_the_short_question():
    story = Story()
    full = story.does(day(1))
    line = planned(story, day(2)).of(LADDER)
    assert line.options.screened == full.id
    assert codes(line.reasons) == ["daily", "screened"]


def test_the_level_is_the_one_the_person_opened():
    assert planned(Story(), day(1), LEVEL_3).of(LADDER).options.level == 3
    assert planned(Story(), day(1)).of(LADDER).options.level == 1


def test_the_first_two_sessions_are_told_in_full_and_later_ones_in_brief():
    story = Story()
    told = []
    for number in (1, 2, 3):
        told.append(planned(story, day(number)).of(LADDER).brief)
        story.does(day(number))
    assert told == [False, False, True]


def test_what_is_done_today_is_done():
    story = Story()
    story.does(day(1))
    found = planned(story, day(1, hour=20), ONLY_LADDER)
    assert why_not(found, LADDER) == ["done-today"]

    story.does(day(2), BACK)
    assert why_not(planned(story, day(2, hour=20), ONLY_BACK), BACK) == ["done-today", "again"]


def test_a_week_of_the_back_is_three_to_four_times():
    story = Story()
    for number in (1, 2, 3):
        story.does(day(number), BACK)
    line = planned(story, day(4), ONLY_BACK).of(BACK)
    assert text(line.reasons[0]) == "Done 3 of 3 to 4 times this week."

    story.does(day(4), BACK)
    assert why_not(planned(story, day(5), ONLY_BACK), BACK) == ["done-this-week"]
    assert planned(story, day(8), ONLY_BACK).of(BACK) is not None  # a new week


def test_who_asks_for_a_routine_gets_it_though_the_dose_is_done():
    story = Story()
    story.does(day(1))
    assert lines(planned(story, day(1, hour=20), only=LADDER))[-1] == ("routine", LADDER)


def test_the_rest_of_a_day_makes_the_routine_whole():
    story = Story()
    story.does(day(1, hour=9), BACK, without=("gluteal", "quadriceps"))
    line = planned(story, day(1, hour=12), ONLY_BACK).of(BACK)
    assert line.stretches == ("gluteal", "quadriceps")
    assert "rest-of-day" in codes(line.reasons)


def test_small_portions_over_a_day_reach_every_stretch():
    story = Story()
    for hour in range(8, 20):
        line = planned(story, day(1, hour), ONLY_BACK, portion="2 minutes").of(BACK)
        if line is None:
            break
        story.does(day(1, hour), BACK, without=line.options.without)
    stretches = {hold.stretch for session in story.sessions for hold in session.held}
    assert stretches == {s.id for s in library.routine(BACK).stretches}
    assert len(story.sessions) == 5


def test_two_minutes_are_one_short_session_and_not_one_of_each_routine():
    story = Story()
    assert lines(planned(story, day(1), portion="2 minutes")) == [("routine", BACK)]
    assert lines(planned(story, day(1), portion="6 minutes")) == [("routine", LADDER)]
    story.does(day(1), LADDER)
    assert lines(planned(story, day(1, hour=20), portion="6 minutes"))[-1] == ("routine", BACK)


def test_of_a_long_list_a_part_is_planned_and_all_is_there_for_who_asks():
    profile = Profile(routines=(FULL,))
    part = planned(Story(), day(1), profile).of(FULL)
    assert 2 <= len(part.stretches) <= 4
    assert codes(part.reasons)[1] == "part-of-long"
    assert len(planned(Story(), day(1), profile, portion="all").of(FULL).stretches) == 12

    story = Story()
    story.does(day(1), FULL, without=part.options.without)
    assert why_not(planned(story, day(1, hour=20), profile), FULL) == ["done-today"]
    again = planned(story, day(2), profile).of(FULL)
    assert set(again.stretches) & set(part.stretches) == set()


# what comes first


def test_a_session_broken_off_goes_on_within_ten_minutes_and_is_closed_after():
    story = Story()
    broken = story.does(day(1), breaks_off="r1.right.ankle.hold")
    soon, late = broken.ended + timedelta(minutes=10), broken.ended + timedelta(minutes=11)
    first = planned(story, soon).sessions[0]
    assert (first.kind, first.log, codes(first.reasons)) == ("go-on", broken.id, ["go-on"])
    assert planned(story, late).sessions[0].kind == "close"


def test_after_a_session_it_is_asked_how_it_was_once():
    story = Story()
    story.does(day(1))
    assert lines(planned(story, day(1, hour=9)))[0] == ("after-session", "after-session")

    story.answers(day(1, hour=9), "after-session")
    assert ("after-session", "after-session") not in lines(planned(story, day(1, hour=10)))


def test_a_stopped_session_is_asked_about_too_and_one_that_never_began_is_not():
    stopped = Story()
    stopped.does(day(1), says={"leg-ladder.r1.left.ankle.hold": "stop"})
    assert lines(planned(stopped, day(1, hour=9)))[0][0] == "after-session"

    turned_away = Story()
    turned_away.does(day(1), says={"screening.tight-legs": "yes"})
    assert lines(planned(turned_away, day(1, hour=9)))[0][0] == "routine"


def test_the_morning_after_a_symptom_begins_with_whether_it_has_settled():
    story = Story()
    story.does(day(1), **SLUMP_PAIN)
    assert ("next-morning", "next-morning") not in lines(planned(story, day(1, hour=20)))
    assert lines(planned(story, day(2), LEVEL_3)) == [
        ("next-morning", "next-morning"),
        ("routine", LADDER),
        ("routine", BACK),
        ("routine", NECK),
    ]
    story.answers(day(2), "next-morning")
    assert lines(planned(story, day(2, hour=9)))[0] == ("routine", LADDER)


def test_a_yes_after_a_session_is_asked_about_the_next_morning():
    story = Story()
    story.does(day(1))
    story.answers(day(1, hour=9), "after-session", says={"screening.after": "yes"})
    found = planned(story, day(2))
    assert lines(found) == [("next-morning", "next-morning")]
    assert why_not(found, LADDER) == ["closed"]


# what is less


def test_pain_at_slump_leaves_the_ladder_for_today_and_one_level_less_tomorrow():
    story = Story()
    story.does(day(1), **SLUMP_PAIN)
    assert why_not(planned(story, day(1, hour=20), LEVEL_3), LADDER) == ["rest-today", "capped"]

    line = planned(story, day(2), LEVEL_3).of(LADDER)
    assert line.options.level == 2
    capped = next(reason for reason in line.reasons if reason.code == "capped")
    assert text(capped) == (
        "Leg ladder: up to level 2 for now. You told of pain at Round your back (left) on 4 May. "
        "It opens again after a session without a symptom, on a later day."
    )
    story.does(day(2), level=2)
    assert planned(story, day(3), LEVEL_3).of(LADDER).options.level == 3


def test_a_ladder_closed_at_the_base_says_what_opens_it():
    story = Story()
    story.does(day(1), **ANKLE_PAIN)
    found = planned(story, day(2), ONLY_LADDER)
    assert found.of(LADDER) is None
    assert why_not(found, LADDER) == ["nothing-open", "left-out"]
    closed = found.not_today[0]
    assert text(closed.reasons[1]).endswith("You can take it back from 5 May on, if it has settled.")
    machine = compile_routine(library.routine(LADDER), found.options[LADDER], PHRASES)
    assert machine.start == "closed.advise"


def test_what_hurt_in_the_back_is_left_out_and_the_rest_goes_on():
    story = Story()
    story.does(day(1), BACK, feels=("pain", "gluteal.left.rep1.gluteal.hold"))
    line = planned(story, day(2), ONLY_BACK).of(BACK)
    assert line.options.without == ("gluteal",)
    assert "left-out" in codes(line.reasons)


def test_an_emergency_closes_every_routine_and_says_what_opens_it():
    story = Story()
    story.does(day(1), says={"screening.emergency": "yes"})
    found = planned(story, day(5))
    assert found.sessions == ()
    assert [(line.routine, line.kind, codes(line.reasons)) for line in found.not_today] == [
        (LADDER, "closed", ["closed"]),
        (BACK, "closed", ["closed"]),
    ]
    story.clinic_agrees(day(5), "all")
    assert lines(planned(story, day(5, hour=9)))[:2] == [("routine", LADDER), ("routine", BACK)]


def test_a_closed_routine_stays_closed_for_who_asks_for_it():
    story = Story()
    story.does(day(1), says={"screening.emergency": "yes"})
    assert planned(story, day(2), only=LADDER).sessions == ()


def test_the_health_profile_leaves_out_and_says_why():
    profile = Profile(routines=(BACK,), conditions=frozenset({"unsteady", "glaucoma"}))
    line = planned(Story(), day(1), profile).of(BACK)
    said = {item.id: item.words for q in library.routine(BACK).questions for item in q.items}
    assert line.options.without == ("forward-roll", "quadriceps")
    assert [text(r) for r in line.reasons if r.code == "excluded"] == [
        f"Forward roll is left out, because of your health profile: {said['glaucoma']}.",
        f"Quadriceps stretch is left out, because of your health profile: {said['unsteady']}.",
    ]
    assert {r.source for r in line.reasons if r.code == "excluded"} == {"EVIDENCE 3"}


def test_what_the_person_leaves_out_stays_out_and_is_not_asked_for():
    profile = Profile(routines=(BACK,), options={BACK: Options(without=("quadriceps",))})
    line = planned(Story(), day(1), profile).of(BACK)
    assert (line.options.without, "own-choice" in codes(line.reasons)) == (("quadriceps",), True)

    story = Story()
    story.does(day(1), BACK, without=("quadriceps",))
    assert why_not(planned(story, day(1, hour=20), profile), BACK)[0] == "done-today"


def test_thin_bones_keep_the_ladder_at_level_1_unless_the_clinic_cleared_it():
    thin = replace(LEVEL_3, conditions=frozenset({"osteoporosis"}))
    assert planned(Story(), day(1), thin).of(LADDER).options.level == 1

    cleared = replace(thin, clearings=frozenset({Clearing("osteoporosis", LADDER)}))
    options = planned(Story(), day(1), cleared).of(LADDER).options
    assert (options.level, options.cleared) == (3, ("osteoporosis",))


def test_an_item_that_may_not_be_cleared_is_not():
    profile = Profile(clearings=frozenset({Clearing("bladder-bowel", LADDER)}))
    assert planned(Story(), day(1), profile).of(LADDER).options.cleared == ()


# pain, and mornings that were worse


def test_high_pain_means_the_questions_again_and_then_the_shortest_dose():
    story = Story()
    story.does(day(1))
    story.does(day(3), screened=story.sessions[0].id, says={"rate": "high"})
    line = planned(story, day(3, hour=9), LEVEL_3).of(LADDER)
    options = line.options
    assert (options.screened, options.rate, options.level, options.hold) == (None, False, 1, 20)
    assert "high-pain" in codes(line.reasons)
    assert "ask-high-pain" in codes(line.reasons)


def test_high_pain_blocks_only_where_the_clinic_says_so():
    story = Story()
    story.does(day(1), says={"rate": "high"})
    found = planned(story, day(1, hour=9), settings=Settings(block_on_high_pain=True))
    assert (found.sessions, why_not(found, LADDER)) == ((), ["blocked"])


def test_a_worse_morning_takes_one_step_back_until_a_clean_session():
    story = Story()
    story.does(day(1))
    story.does(day(2), says={"rate": "high"})
    assert planned(story, day(3), LEVEL_3).of(LADDER).options.level == 2
    assert planned(story, day(3)).of(LADDER).options.hold == 20  # no level to go down, so the hold

    story.does(day(3), hold=20)
    assert planned(story, day(4), LEVEL_3).of(LADDER).options.level == 3


def test_two_worse_mornings_running_pause_and_speak_of_the_clinic():
    story = Story()
    story.does(day(1))
    for number in (2, 3):
        story.does(day(number), says={"rate": "high"})
        story.does(day(number, hour=12), rate=False)
    found = planned(story, day(4), ONLY_LADDER)
    assert why_not(found, LADDER) == ["pause"]
    assert planned(story, day(4), only=LADDER).of(LADDER) is not None  # a suggestion, not a lock
    assert planned(story, day(10), ONLY_LADDER).of(LADDER) is not None

    story.clinic_agrees(day(4), "all")
    assert planned(story, day(4, hour=9), ONLY_LADDER).of(LADDER) is not None


def test_one_thing_more_is_spoken_of_after_three_clean_sessions_over_a_week_and_never_pushed():
    story = Story()
    for number in (1, 4, 7):
        story.does(day(number))
    assert codes(planned(story, day(7, hour=20), only=LADDER).reasons) == []

    story.does(day(8))
    found = planned(story, day(9), only=LADDER)
    assert codes(found.reasons) == ["one-thing-more"]
    assert found.of(LADDER).options.level == 1


def test_weeks_before_a_level_are_a_setting_for_clinics():
    story = Story()
    story.does(day(1))
    line = planned(story, day(2), LEVEL_3, settings=Settings(level_weeks=2)).of(LADDER)
    assert (line.options.level, "level-weeks" in codes(line.reasons)) == (1, True)


def test_bending_soon_after_rising_is_a_nudge_and_only_for_who_told_when_they_rise():
    riser = replace(ONLY_BACK, rises=time(7, 0))
    assert codes(planned(Story(), day(1, hour=8), riser).reasons) == ["rising"]
    assert codes(planned(Story(), day(1, hour=9), riser).reasons) == []
    assert codes(planned(Story(), day(1, hour=8), ONLY_BACK).reasons) == []


def test_days_of_a_zone_that_is_not_known_are_told_to_be_those_of_utc():
    story = Story(zone="Antarctica/Nowhere")
    story.does(day(1))
    found = planned(story, day(2), ONLY_BACK).reasons
    assert [(each.code, dict(each.told)) for each in found] == [("zone", {"zones": "Antarctica/Nowhere"})]


# the form of it


def test_a_choice_the_routine_does_not_allow_is_refused():
    with pytest.raises(OptionRefused, match="hold 90"):
        planned(Story(), day(1), Profile(options={LADDER: Options(hold=90)}))


def test_a_plan_as_json_has_its_reasons_and_restrictions():
    story = Story()
    story.does(day(1), **SLUMP_PAIN)
    content = planned(story, day(2), ONLY_LADDER).as_json(SAY)
    assert [line["kind"] for line in content["sessions"]] == ["next-morning", "routine"]
    assert content["restrictions"][0]["cap_level"] == 2
    assert content["restrictions"][0]["lifts"].startswith("It opens again after a session")


def test_every_reason_has_words_and_a_source():
    story = Story()
    story.does(day(1), **SLUMP_PAIN)
    found = planned(story, day(2), LEVEL_3)
    told = [*found.reasons, *(r for line in (*found.sessions, *found.not_today) for r in line.reasons)]
    assert [r for r in told if not (text(r).endswith((".", "?")) and r.source)] == []
    assert SETTINGS.first_routines == (LADDER, BACK)
    assert Range(7, 7, 7) == library.routine(LADDER).dose.sessions_a_week


def test_who_told_of_tight_legs_may_do_the_full_routine_without_the_ladder_and_is_not_asked_again():
    story = Story()
    story.does(day(1), FULL, says={"screening.tight-legs": "yes"})
    line = planned(story, day(2), only=FULL).of(FULL)
    machine = compile_routine(library.routine(FULL), line.options, PHRASES)
    assert "leg-ladder" in line.options.without
    assert [name for name in machine.states if name.startswith("screening.tight-legs")] == []


# high pain: the gentlest part; a bad morning: less


def hurting(number: int = 3) -> Story:
    """High pain on a day, as it has been before."""
    story = Story()
    story.does(day(1), BACK, rated=6)
    story.does(day(number), BACK, screened=story.sessions[0].id, says={"rate": "high"}, rated=7)
    return story


def test_high_pain_that_is_nothing_new_chooses_the_gentlest_part_after_signs_of_an_emergency():
    line = planned(hurting(), day(3, hour=9), ONLY_BACK).of(BACK)
    assert line.stretches == ("sideways-reach",)
    assert (line.options.asks, line.options.rate) == ("emergency", False)
    assert {"ask-emergency", "gentlest", "high-pain"} <= set(codes(line.reasons))


def test_the_rest_stays_open_to_who_asks_for_more():
    line = planned(hurting(), day(3, hour=9), ONLY_BACK, portion="all").of(BACK)
    assert len(line.stretches) == 5


def test_where_the_gentlest_part_is_closed_a_short_one_is_chosen():
    story = hurting()
    without = replace(ONLY_BACK, options={BACK: Options(without=("sideways-reach",))})
    line = planned(story, day(3, hour=9), without).of(BACK)
    assert line.stretches != ()
    assert "sideways-reach" not in line.stretches


@pytest.mark.parametrize(("level", "then"), [(3, (2, None)), (1, (1, 20))])
def test_after_a_bad_morning_it_is_a_level_lower_or_else_the_least(level, then):
    story = Story()
    story.does(day(1), level=level)
    story.answers(day(2), "next-morning", says={"screening.settled": "no"})
    assert planned(story, day(2, hour=9)).of(LADDER) is None
    chosen = planned(story, day(3), Profile(routines=(LADDER,), options={LADDER: Options(level=level)})).of(
        LADDER
    )
    assert (chosen.options.level, chosen.options.hold) == then


def test_what_hurt_is_asked_before_any_plan():
    from .hurting import BEGUN, session_after

    story = Story()
    story.sessions.append(session_after(*BEGUN, "hurts", "elapsed", "stop"))
    found = planned(story, day(2))
    assert [line.kind for line in found.sessions] == ["which", "next-morning"]
    assert {tuple(codes(line.reasons)) for line in found.not_today} == {("tell-first",)}


def test_what_hurt_a_moment_ago_is_named_before_anything_else_is_planned():
    """One that may still be gone on with asks for itself; until then nothing else is for today."""
    from .hurting import BEGUN, session_after

    story = Story()
    story.sessions.append(session_after(*BEGUN, "hurts", "elapsed"))
    found = planned(story, story.sessions[0].ended + timedelta(minutes=5))
    assert [line.kind for line in found.sessions] == ["go-on"]
    assert {tuple(codes(line.reasons)) for line in found.not_today} == {("tell-first",)}
