"""The shipped routines, played at random and as planned: every session replays as it was played."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lissom.content import library
from lissom.machine.codec import machine_digest
from lissom.machine.compile import compile_routine
from lissom.machine.model import SYMPTOM_EVENTS
from lissom.machine.options import Options
from lissom.session.live_session import LiveSession
from lissom.session.replay import replay
from lissom.session.summary import summarize
from lissom.session.summary_text import tell

from .machines import log_of

ROUTINES = ("seated-leg-ladder", "back-spasm")
CLOCK = ("pause", "resume", "wake")


@cache
def machine_of(routine: str, level: int = 1):
    return compile_routine(library.routine(routine), Options(level=level), library.phrases("en"))


def log_for(course: LiveSession):
    return log_of(*course.entries, machine=course.machine, digest=machine_digest(course.machine))


@st.composite
def courses(draw) -> LiveSession:
    """Go anywhere: any event that fits, a pause now and then, and now and then a clock that ran on."""
    course, now = (
        LiveSession.begin(machine_of(draw(st.sampled_from(ROUTINES)), draw(st.sampled_from((1, 3))))),
        0,
    )
    for _ in range(draw(st.integers(0, 60))):
        if course.is_over:
            break
        on = [event for event in course.events if event not in ("stop", *SYMPTOM_EVENTS)]
        act = draw(st.sampled_from([*on, *on, *course.events, "pause", "resume"]))
        due = course.due_ms
        now = (due if act == "elapsed" and due is not None else now) + draw(st.sampled_from([0, 40, 700]))
        course = getattr(course, act)(now) if act in CLOCK else course.wake(now)
        course = course.apply(act, now) if act in course.events and act not in ("elapsed", *CLOCK) else course
        now = max(now, course.path.last_ms)
    return course


@given(courses())
def test_what_was_played_replays_to_the_same_place(course):
    assert replay(log_for(course), course.machine).path == course.path


@given(courses())
def test_every_symptom_is_remembered_and_ends_as_one(course):
    felt = [entry for entry in course.entries if entry.event in SYMPTOM_EVENTS]
    thens = replay(log_for(course), course.machine).thens
    assert bool(felt) <= bool(thens)


@given(courses())
def test_every_session_can_be_told(course):
    assert tell(summarize(log_for(course), course.machine)) != ""


PLANNED = [
    ("seated-leg-ladder", "4 of 4 holds, 2:00; finished"),
    ("back-spasm", "27 of 27 holds, 8:30; finished"),
]


@pytest.mark.parametrize(("routine", "words"), PLANNED)
def test_a_routine_goes_as_planned_to_its_end(routine, words):
    course, now = LiveSession.begin(machine_of(routine)), 0
    while not course.is_over:
        answer = next((event for event in ("ok", "next", "no") if event in course.events), "elapsed")
        if course.due_ms is not None and course.state.kind != "rate":
            course, now = course.wake(course.due_ms + 99), course.due_ms
        else:
            now += 1000
            course = course.apply(answer, now)
    summary = summarize(log_for(course), course.machine)
    assert (tell(summary), summary.both_sides) == (words, True)


@pytest.mark.parametrize("routine", ROUTINES)
def test_the_way_ahead_is_the_way_that_is_gone(routine):
    course = LiveSession.begin(machine_of(routine))
    assert course.coming[-1] == "end.finished"
