"""Laws of the plan: equal input, equal plan; and no plan holds what is closed."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from lissom.coach.history import History
from lissom.coach.plan import plan
from lissom.coach.profile import Profile
from lissom.coach.restrictions import restrictions
from lissom.coach.screening import excluded
from lissom.content import library
from lissom.machine.compile import compile_routine
from lissom.machine.options import Options

from .stories import BACK, LADDER, PHRASES, ROUTINES, day
from .test_fold import histories

CONDITIONS = sorted({c.condition for routine in ROUTINES for c in routine.conditions})
profiles = st.builds(
    lambda conditions, level: Profile(conditions=conditions, options={LADDER: Options(level=level)}),
    st.frozensets(st.sampled_from(CONDITIONS), max_size=2),
    st.integers(1, 3),
)
nows = st.integers(0, 24 * 8).map(lambda hours: day(1) + timedelta(hours=hours))
portions = st.sampled_from(["2 minutes", "6 minutes", "all"])
asked = st.sampled_from([None, LADDER, BACK])


@settings(deadline=None, max_examples=60)
@given(histories(), profiles, nows, portions, asked)
def test_no_plan_holds_what_is_restricted(history, profile, now, portion, only):
    found = plan(profile, history, ROUTINES, now, phrases=PHRASES, portion=portion, only=only)
    standing = restrictions(history, now)
    for name, options in found.options.items():
        routine = library.routine(name)
        held = _holds(routine, options)
        assert not held or not standing.is_closed
        assert {stretch for stretch, _ in held} & standing.left_out == set()
        assert all(level <= standing.caps.get(stretch, 3) for stretch, level in held)
        for exclusion in excluded(routine, profile):
            assert all(
                level <= (exclusion.cap_level or 0) for name, level in held if name == exclusion.stretch
            )


@settings(deadline=None, max_examples=30)
@given(histories(), profiles, nows, st.randoms(use_true_random=False))
def test_equal_knowledge_makes_an_equal_plan(history, profile, now, random):
    sessions = list(history.sessions)
    random.shuffle(sessions)
    again = History(tuple(sessions), tuple(reversed(history.entries)))
    first, second = (plan(profile, known, ROUTINES, now, phrases=PHRASES) for known in (history, again))
    assert first == second


def _holds(routine, options) -> set[tuple[str, int]]:
    machine = compile_routine(routine, options, PHRASES)
    return {(s.stretch, s.level) for s in machine.states.values() if s.kind == "hold"}
