"""The record: what was done, week by week, and how far up the ladder stands open."""

from __future__ import annotations

from lissom.coach.history import History
from lissom.coach.profile import Profile
from lissom.coach.progress import Progress, progress
from lissom.machine.options import Options

from .stories import BACK, LADDER, ROUTINES, SAY, SLUMP_PAIN, Story, day


def record(story: Story, now, profile: Profile | None = None) -> Progress:
    return progress(profile or Profile(), story.history, ROUTINES, now)


def test_nothing_done_is_an_empty_record():
    assert progress(Profile(), History(), ROUTINES, day(1)).as_json(SAY) == {
        "sessions": 0, "days": 0, "minutes": 0.0, "weeks": [], "levels": [],
    }  # fmt: skip


def test_a_week_of_the_ladder():
    story = Story()
    for number, rated in ((1, 2), (3, 4), (4, 3)):
        story.does(day(number), rated=rated)
    (week,) = record(story, day(5)).as_json(SAY)["weeks"]
    assert week == {
        "monday": "2026-05-04",
        "days": 3,
        "sessions": 3,
        "minutes": 6.0,
        "pain_before": 3.0,
        "pain_after": None,
        "routines": [{"routine": LADDER, "times": 3, "dose": [7, 7]}],
        "stretches": [
            {"stretch": "leg-ladder", "side": "left", "minutes": 3.0, "target": 5, "ceiling": 10},
            {"stretch": "leg-ladder", "side": "right", "minutes": 3.0, "target": 5, "ceiling": 10},
        ],
    }


def test_an_early_stop_says_what_was_done():
    story = Story()
    story.does(day(1), BACK, says={"gluteal.ready": "stop"})
    (week,) = record(story, day(2)).weeks
    assert (week.sessions, [r.times for r in week.routines]) == (1, [0])
    assert {s.stretch for s in week.stretches} == {"forward-roll", "sideways-reach", "spine-rotation"}


def test_a_week_without_sessions_is_not_spoken_of():
    story = Story()
    story.does(day(1))
    story.does(day(16))
    assert [str(week.monday) for week in record(story, day(20)).weeks] == ["2026-05-04", "2026-05-18"]


def test_what_ended_before_it_began_is_no_session():
    story = Story()
    story.does(day(1), says={"screening.get-checked": "yes"})
    assert record(story, day(2)).weeks == ()


def test_the_ladder_tells_its_level_and_why():
    story = Story()
    story.does(day(1), **SLUMP_PAIN)
    profile = Profile(options={LADDER: Options(level=3)})
    (ladder,) = record(story, day(2), profile).ladders
    assert (ladder.opened, ladder.level, [why.code for why in ladder.reasons]) == (3, 2, ["capped"])

    story.does(day(2))
    (ladder,) = record(story, day(3), profile).ladders
    assert (ladder.level, ladder.reasons) == (3, ())


def test_what_comes_later_is_not_in_the_record():
    story = Story()
    story.does(day(3))
    assert record(story, day(1)).sessions == 0
