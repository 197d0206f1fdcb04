"""Laws of the fold: order in storage means nothing, twice is once, and nothing lifts without a cause."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from lissom.coach.history import Agreed, History, Session, TakenBack
from lissom.coach.restriction_events import Clean, Settled, Took, happenings
from lissom.coach.restrictions import RestrictionState, advance, restrictions

from .stories import ANKLE_PAIN, BACK, CHIN_TINGLING, SLUMP_PAIN, Story, day

TARGETS = ("leg-ladder", "gluteal", "all")
SESSIONS = (
    {},
    SLUMP_PAIN,
    CHIN_TINGLING,
    ANKLE_PAIN,
    {"routine": BACK},
    {"routine": BACK, "feels": ("pain", "gluteal.left.rep1.gluteal.hold")},
    {"routine": BACK, "says": {"screening.emergency": "yes"}},
)
hours = st.integers(0, 24 * 6)


@st.composite
def histories(draw) -> History:
    """Up to six sessions and four entries within six days."""
    story = Story()
    for at in draw(st.lists(hours, max_size=6, unique=True)):
        _session(story, day(1) + timedelta(hours=at), draw(st.integers(0, len(SESSIONS) + 1)))
    for at in draw(st.lists(hours, max_size=4)):
        when, target = day(1) + timedelta(hours=at), draw(st.sampled_from(TARGETS))
        if draw(st.booleans()):
            story.takes_back(when, target, draw(st.sampled_from([True, False, None])))
        else:
            story.clinic_agrees(when, target)
    return story.history


def _session(story: Story, when, kind: int) -> Session:
    if kind < len(SESSIONS):
        return story.does(when, **SESSIONS[kind])
    answer = "yes" if kind == len(SESSIONS) else "no"
    return story.answers(when, "next-morning", says={"screening.settled": answer})


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_in_storage_means_nothing(history, random):
    sessions, entries = list(history.sessions), list(history.entries)
    random.shuffle(sessions)
    random.shuffle(entries)
    assert restrictions(History(tuple(sessions), tuple(entries))) == restrictions(history)


@given(histories())
def test_what_comes_twice_counts_once(history):
    twice = History(history.sessions * 2, history.entries * 2)
    assert restrictions(twice) == restrictions(history)


@given(histories())
def test_nothing_lifts_without_its_cause(history):
    standing = RestrictionState()
    for happening in happenings(history):
        before, standing = standing, advance(standing, happening)
        for lifted in set(before.active) - set(standing.active):
            assert _is_a_cause(happening, lifted), (happening, lifted)


@given(histories())
def test_a_symptom_never_leaves_more_open(history):
    standing = RestrictionState()
    for happening in happenings(history):
        before, standing = standing, advance(standing, happening)
        if isinstance(happening, Took):
            assert before.left_out <= standing.left_out
            assert before.is_closed <= standing.is_closed
            assert all(standing.caps.get(name, cap) <= cap for name, cap in before.caps.items())


def _is_a_cause(happening, lifted) -> bool:
    """The rules of the fold, said once more in another way than the fold says them."""
    match happening:
        case Agreed(at, target):
            return at > lifted.since and target in ("all", lifted.target) and lifted.until != "next-day"
        case TakenBack(at, _, target, settled):
            rested = at.date() > lifted.day and at - lifted.since >= timedelta(hours=8)
            return (
                lifted.until == "taken-back"
                and target in ("all", lifted.target)
                and rested
                and settled is not False
            )
        case Clean(at, _, stretches):
            rested = at.date() > lifted.day and at - lifted.since >= timedelta(hours=8)
            return lifted.until == "clean-session" and lifted.target in stretches and rested
        case Took(_, taken):
            return (taken.target, taken.effect, taken.cap_level) == (
                lifted.target,
                lifted.effect,
                lifted.cap_level,
            )
        case Settled():
            return False
