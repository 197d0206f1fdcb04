"""What a person should think about; the routine can be used all the same."""

from __future__ import annotations

import pytest

from tests.routine.page import Fault, lines, plant

MORE = """\
  - id: more-{}
    title: More
    posture: sitting
    sides: none
    rounds: 1
    repeats: 2
    cite: ours
    ready: {{say: Go., brief: Go.}}
    between: {{say: Rest., brief: Rest.}}
    rest: {{say: Rest., brief: Rest.}}
    let_go: {{say: Let go., brief: Let go.}}
    positions:
      - id: more
        title: More
        level: 1
        pose: roll.roll
        felt: here
        move: {{say: Go., brief: Go.}}
        hold: {{time: 30s, say: Stay., brief: Stay., cite: ours}}
        release: {{say: Up., brief: Up.}}
"""

FAULTS: tuple[Fault, ...] = (
    Fault(
        "numbers without a source",
        (
            "cite: ours\n",
            "",
            "    cite: A5\n",
            "",
            ", cite: B7",
            "",
            ", cite: B9",
            "",
            "round: 2, cite: A12",
            "round: 2",
        ),
        """\
small.yaml:11:25: warning[no-source]: sessions_a_week has no cite
  hint: add cite: with the clause, or cite: ours
small.yaml:35:13: warning[no-source]: rounds has no cite
  hint: add cite: with the clause, or cite: ours
small.yaml:39:57: warning[no-source]: takes has no cite
  hint: add cite: with the clause, or cite: ours
small.yaml:55:34: warning[no-source]: for has no cite
  hint: add cite: with the clause, or cite: ours
small.yaml:80:22: warning[no-source]: time has no cite
  hint: add cite: with the clause, or cite: ours""",
    ),
    Fault(
        "less than a minute",
        (
            "repeats: 3..4",
            "repeats: 2..2",
        ),
        """\
small.yaml:67:14: warning[under-a-minute]: a side is stretched for 40 s at the most
  hint: 60 s in all are usual""",
    ),
    Fault(
        "more than four stretches",
        (
            "stretches:\n",
            "stretches:\n" + "".join(map(MORE.format, range(3))),
        ),
        """\
small.yaml:31:3: warning[many-stretches]: 5 stretches
  hint: short lists are done more often; split it, or let a plan choose a few""",
    ),
    Fault(
        "breath that is held",
        (
            "Breathe in, hold. Keep breathing.",
            "Breathe in, and hold.",
        ),
        """\
small.yaml:82:50: warning[breath-held]: breathing in is said, breathing on is not
  hint: add: Keep breathing.""",
    ),
    Fault(
        "breath that is held, in other words",
        (
            "say: Hold it there., brief: Hold., cite: A2",
            "say: Keep breathing. Now hold your breath., brief: Hold., cite: A2",
        ),
        """\
small.yaml:50:49: warning[breath-held]: breathing in is said, breathing on is not
  hint: add: Keep breathing.""",
    ),
    Fault(
        "a switch without sides",
        (
            "    let_go: {say: Come up., brief: Up.}\n",
            "    let_go: {say: Come up., brief: Up.}\n    switch: {say: Change., brief: Change.}\n",
        ),
        """\
small.yaml:75:13: warning[never-said]: switch is never said: there are no sides to change
  hint: take it out""",
    ),
    Fault(
        "a rest between single goes",
        (
            "repeats: 3..4",
            "repeats: 1..1",
            "cap: 20s",
            "cap: 60s",
        ),
        """\
small.yaml:72:14: warning[never-said]: between is never said: there are no repeats and no sides
  hint: take it out""",
    ),
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_it_is_told(fault: Fault) -> None:
    assert lines(plant(*fault.edits)) == fault.told
