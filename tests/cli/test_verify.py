"""lissom verify: of a routine, of a machine, of one that somebody changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lissom.content import library

LADDER = (library.folder() / "routines/seated-leg-ladder.yaml").read_text()


@pytest.fixture
def machine(lissom):
    """Return a function that compiles the ladder, changes its JSON and writes it to a file."""

    def make(change=lambda content: None, name="ladder.json"):
        lissom("compile", "seated-leg-ladder", "--level", "3", "-o", name)
        content = json.loads(Path(name).read_text())
        change(content)
        Path(name).write_text(json.dumps(content))
        return name

    return make


def test_every_law_of_a_routine_is_proved(lissom):
    ran = lissom("verify", "seated-leg-ladder", "--json")
    (proof,) = json.loads(ran.out)
    assert (ran.code, proof["held"], proof["combinations"]) == (0, True, 512)
    assert [law["law"] for law in proof["laws"]] == ["L0", *(f"L{n}" for n in range(1, 15)), "restrict"]
    assert {law["verdict"] for law in proof["laws"]} == {"proved"}


def test_a_compiled_machine_is_proved_and_is_what_its_routine_makes(lissom, machine):
    ran = lissom("verify", machine())
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-1] == "ladder.json: every law is proved"


def test_a_shorter_hold_breaks_its_law_and_is_shown_with_the_routines_line(lissom, machine):
    def shorten(content):
        content["states"]["leg-ladder.r1.left.ankle.hold"]["seconds"] = 19

    ran = lissom("verify", machine(shorten), "--json")
    broken = {
        law["law"]: law["counterexample"]
        for law in json.loads(ran.out)[0]["laws"]
        if law["verdict"] == "broken"
    }
    line = next(n for n, text in enumerate(LADDER.splitlines(), 1) if "- id: ankle" in text)
    assert ran.code == 1
    assert "L5" in broken
    assert (broken["L5"]["line"], broken["L5"]["states"][-1]) == (line, "leg-ladder.r1.left.ankle.hold")


def test_words_that_are_others_break_a_law_and_are_told_beside_those_of_the_routine(lissom, machine):
    def hold_the_breath(content):
        content["states"]["leg-ladder.r1.left.ankle.hold"]["cue"]["say"] = "Hold your breath."

    ran = lissom("verify", machine(hold_the_breath))
    assert ran.code == 1
    assert "L14 broken: What is said is “Hold your breath.”" in ran.out
    assert "leg-ladder.r1.left.ankle.hold: say is 'Hold your breath.', not 'Hold it there." in ran.out


def test_shared_words_of_another_version_are_told_as_such(lissom, machine):
    def settle(content):
        content["states"]["end.stopped"]["cue"]["brief"] = "Stopped. Rise."

    ran = lissom("verify", machine(settle))
    assert ran.code == 1
    assert "the words that all routines share are another version's" in ran.out


def test_a_machine_of_unknown_content_is_refused_unless_its_file_is_named(lissom):
    Path("mine.yaml").write_text(
        LADDER.replace("id: seated-leg-ladder", "id: mine").replace("20s..30s", "20s..40s")
    )
    lissom("compile", "mine.yaml", "--hold", "40", "-o", "mine.json")
    ran = lissom("verify", "mine.json")
    assert (ran.code, ran.out) == (1, "")
    assert "no packaged routine has the digest of this machine" in ran.err
    assert lissom("verify", "mine.json", "--routine", "mine.yaml").code == 0


def test_another_file_gives_no_other_ranges_to_a_machine(lissom, machine):
    """The ranges are those of the content that the digest names, whatever file stands beside."""

    def lengthen(content):
        for state in content["states"].values():
            if state["kind"] == "hold":
                state["seconds"] = 50

    Path("weak.yaml").write_text(LADDER.replace("20s..30s", "20s..60s"))
    ran = lissom("verify", machine(lengthen), "--routine", "weak.yaml")
    assert ran.code == 1
    assert "L5 broken" in ran.out


def test_several_sources_are_proved_one_after_the_other(lissom, machine):
    ran = lissom("verify", "red-flags", machine(), "after-session", "next-morning", "--json")
    assert [proof["source"] for proof in json.loads(ran.out)] == [
        "red-flags",
        "ladder.json",
        "after-session",
        "next-morning",
    ]
