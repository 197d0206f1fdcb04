"""Verdicts in words, as a table and as JSON."""

from __future__ import annotations

from lissom.machine.verify import LAWS, verify
from lissom.machine.verify.report import as_json, counterexample_text, laws_table, verdict_table
from tests.machine.verify.planted import PHRASES, change, machine_of, source_of

HOLDS = [
    f"leg-ladder.r1.{side}.ankle.{part}" for side in ("left", "right") for part in ("hold", "hold.eased")
]


def results(plant=lambda machine: machine):
    return verify(plant(machine_of("ladder")), source_of("ladder"), PHRASES)


def broken():
    return next(result for result in results(change(*HOLDS, seconds=19)) if not result.held)


def test_the_table_has_one_line_for_each_law():
    lines = verdict_table(results()).splitlines()
    assert lines[0].split() == ["law", "machines", "states", "verdict"]
    assert [line.split()[0] for line in lines[1:]] == [law.id for law in LAWS]
    assert {line.split()[-1] for line in lines[1:]} == {"proved"}


def test_a_counterexample_tells_the_line_what_is_wrong_and_the_way_there():
    result = broken()
    text = counterexample_text(result.id, result.counterexample, "seated-leg-ladder.yaml").splitlines()
    line = result.counterexample.place.line
    assert "id: ankle" in (source_lines()[line - 1])
    assert text[0] == (
        f"seated-leg-ladder.yaml:{line}:{result.counterexample.place.column}: L5 broken: "
        "Toes up is held for 19 s; the routine gives 20 to 30 s, here 30 s."
    )
    assert text[1] == "    start -> screening.changed"
    assert text[-1] == "    elapsed -> leg-ladder.r1.left.ankle.hold"


def source_lines() -> list[str]:
    from pathlib import Path

    return (
        (Path(__file__).parents[3] / "content" / "routines" / "seated-leg-ladder.yaml")
        .read_text("utf-8")
        .splitlines()
    )


def test_json_of_a_broken_law_carries_states_and_events():
    told = as_json(broken())
    assert (told["law"], told["verdict"], told["machines"]) == ("L5", "broken", 1)
    found = told["counterexample"]
    assert found["states"][-2:] == ["leg-ladder.r1.left.ankle.move", "leg-ladder.r1.left.ankle.hold"]
    assert len(found["states"]) == len(found["events"]) + 1


def test_json_of_a_law_that_holds_is_short():
    assert as_json(results()[0]) == {
        "law": "L0",
        "name": "The form is exact",
        "machines": 1,
        "states": len(machine_of("ladder").states),
        "verdict": "proved",
    }


def test_each_law_tells_what_its_rule_does():
    assert [row for row in laws_table(LAWS) if "|  |" in row] == []
