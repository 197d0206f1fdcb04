"""The cases of conformance/courses, which every implementation runs, in Python."""

from __future__ import annotations

import pytest

from lissom.session.live_session import SLEEP_MS
from tests.conformance import cases_in, machine_from
from tests.courses import as_cases_tell, play, thens


@pytest.mark.parametrize(("file", "case"), cases_in("courses"))
def test_acts_lead_a_course_to_these_places(file, case):
    acts = case["acts"]
    course, seen = play(machine_from(file["machine"]), acts, case.get("sleep_ms", SLEEP_MS))
    assert [as_cases_tell(act, after) for act, after in zip(acts, seen[1:], strict=True)] == acts
    last = [after for after in seen if "misfit" not in after][-1]
    assert {name: last[name] for name in ("resume_state", "events", "outcome")} == {
        name: case[name] for name in ("resume_state", "events", "outcome")
    }
    assert thens(course) == case["thens"]


def test_the_cases_meet_every_reason_to_refuse_but_one_that_no_course_gives():
    """A course never records the wrong state, nor closes too soon: only a foreign log could."""
    told = {
        act["misfit"] for each in cases_in("courses") for act in each.values[1]["acts"] if "misfit" in act
    }
    slips = {"no-slip", "late-slip", "again"}
    assert told == {"over", "backwards", "unknown", "early", "paused", *slips}
