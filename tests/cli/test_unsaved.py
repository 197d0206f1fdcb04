"""What is said at the end when a part of a session could not be saved."""

from __future__ import annotations

import pytest

from lissom.cli.session_player import _not_saved
from lissom.session.log import Entry
from lissom.terminal.player import SessionResult
from tests.machine.walk import machine_of

STOP = Entry(1000, "leg-ladder.ready", "stop")


def said(*unsaved):
    error = _not_saved(machine_of("seated-leg-ladder"), SessionResult((), (), None, unsaved))
    return error.message, error.hint


def test_a_symptom_that_could_not_be_saved_is_named_at_the_end():
    message, hint = said(Entry(900, "leg-ladder.r1.left.ankle.hold", "tingling"), STOP)
    assert message == "the tingling you told of could NOT be saved: the next session will not know of it"
    assert hint.startswith(
        "write it down, and leave leg-ladder out until it has settled (--without leg-ladder)"
    )


@pytest.mark.parametrize(("count", "told"), [(1, "1 event"), (2, "2 events")])
def test_anything_else_is_counted(count, told):
    assert said(*[STOP] * count)[0] == f"{told} at the end of this session could not be saved"
