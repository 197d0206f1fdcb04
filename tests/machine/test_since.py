"""What people do with their bodies is as it was in the version before (decision 0042)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.machine.walk import machine_of

BEFORE = json.loads(
    (Path(__file__).parents[1] / "data" / "moves-and-holds-of-0.1.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("routine", BEFORE)
def test_every_move_and_hold_of_the_handouts_is_as_it_was(routine):
    states = machine_of(routine, level=3).states
    assert [
        [name, state.kind, state.seconds, state.cue.say, state.cue.brief]
        for name, state in states.items()
        if state.kind in {"move", "hold"}
    ] == BEFORE[routine]
