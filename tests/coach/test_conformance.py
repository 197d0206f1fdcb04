"""The cases of conformance/standing, which every implementation runs, in Python."""

from __future__ import annotations

from datetime import datetime

import pytest

from lissom.coach.history import History
from lissom.coach.restrictions import restrictions
from tests.coach.told import entry_from, restriction_as_told, session_from
from tests.conformance import cases_in


@pytest.mark.parametrize(("file", "case"), cases_in("standing"))
def test_what_happened_amounts_to_this(file, case):
    told = History(tuple(map(session_from, case["sessions"])), tuple(map(entry_from, case["entries"])))
    now, zone = datetime.fromisoformat(case["now"]), case.get("zone", "UTC")
    found = restrictions(told, now, zone, case.get("neck", ()))
    assert found.is_closed == case["closed"]
    assert dict(found.caps) == case["caps"]
    assert sorted(found.left_out) == case["left_out"]
    assert [restriction_as_told(restriction) for restriction in found.active] == case["active"]
