"""list, show, check, compile, run: the commands of whoever reads and writes routines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lissom.content import library
from lissom.machine.codec import loads

CAUTION = (
    "The higher levels are big stretches. They need nerves that move freely. Watch for pain, numbness and "
    "tingling. If you feel any of them, stop and come out: that was too much."
)
LADDER = (library.folder() / "routines/seated-leg-ladder.yaml").read_text()


def test_list_names_the_four_routines(lissom):
    ran = lissom("list", "--json")
    assert [routine["id"] for routine in json.loads(ran.out)] == [
        "back-spasm",
        "full",
        "neck",
        "seated-leg-ladder",
    ]
    assert json.loads(ran.out)[3]["stretches"] == ["leg-ladder"]


def test_show_says_what_goes_with_a_routine_and_what_higher_levels_ask_for(lissom):
    """[A11, B10]"""
    assert "Do Neck stretches as well: they belong together.\n" in lissom("show", "back-spasm").out
    out = lissom("show", "seated-leg-ladder").out.splitlines()
    level = out.index("Your choice: --level 1 to 3; higher positions are offered only then.")
    assert out[level + 1] == CAUTION
    assert "Leg ladder: If you feel pain here, stop for today." in lissom("show", "full").out
    assert CAUTION not in lissom("show", "back-spasm").out


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("seated-leg-ladder.level", "2", f"{CAUTION}\n"),
        ("seated-leg-ladder.level", "1", ""),
        ("lead", "left", ""),
    ],
)
def test_opening_a_higher_level_says_what_to_watch_for(lissom, name, value, told):
    """[A11]"""
    assert lissom("settings", name, value).err == told


def test_show_tells_what_for_when_not_and_that_it_is_not_reviewed(lissom):
    out = lissom("show", "seated-leg-ladder").out
    for part in (
        "Good for:",
        "What you need:",
        "Hold 20 to 30 s.",
        "the handout “Seated leg stretch”: ",
        "Stop at once for: pain, numbness, tingling, dizziness.",
    ):
        assert part in out
    assert "No clinician has reviewed this routine yet." in out
    assert "stiff in the morning for more than half an hour" in out


def test_check_says_fine_and_counts_warnings(lissom):
    ran = lissom(
        "check",
        str(library.folder() / "routines/seated-leg-ladder.yaml"),
        str(library.folder() / "routines/back-spasm.yaml"),
    )
    assert ran.code == 0
    assert [line.rsplit(": ")[-1] for line in ran.out.splitlines()] == ["fine", "fine, 1 warning"]


def test_check_tells_all_problems_at_once_with_line_and_column(lissom, tmp_path):
    text = LADDER.replace("rounds: 2..2", "rounds: 2..1").replace("time: 20s..30s", "time: 20 seconds", 1)
    Path("mine.yaml").write_text(text)
    ran = lissom("check", "mine.yaml")
    wrong = [
        number for number, line in enumerate(text.splitlines(), 1) if "2..1" in line or "20 seconds" in line
    ]
    told = [line for line in ran.err.splitlines() if ": error[" in line]
    assert ran.code == 1
    assert [int(line.split(":")[1]) for line in told] == wrong
    assert ran.out == "mine.yaml: 2 errors, 0 warnings\n"


def test_compile_writes_a_machine_with_the_chosen_options(lissom, tmp_path):
    assert lissom("compile", "neck", "--lead", "right", "-o", "neck.json").code == 0
    machine = loads((tmp_path / "neck.json").read_bytes())
    assert (machine.routine, machine.options["lead"], machine.options["level"]) == ("neck", "right", 1)


def test_compile_says_which_choices_change_nothing(lissom):
    ran = lissom("compile", "back-spasm", "--hold", "25", "-o", "back.json")
    assert (ran.code, ran.err) == (0, "lissom: --hold changes nothing in back-spasm\n")


def test_run_tells_every_visited_state_beginning_with_the_start(lissom):
    ran = lissom("run", "seated-leg-ladder", "--events", "-", stdin="skip\nno\n\nno\n")
    assert [json.loads(line) for line in ran.out.splitlines()] == [
        {"state": "rate", "kind": "rate", "seconds": 60},
        {"state": "screening.emergency", "kind": "ask", "seconds": None},
        {"state": "screening.get-checked", "kind": "ask", "seconds": None},
        {"state": "screening.tight-legs", "kind": "ask", "seconds": None},
    ]


def test_run_refuses_an_event_that_does_not_fit_and_keeps_what_was_told(lissom):
    Path("events.txt").write_text("skip\nelapsed\nno\n")
    ran = lissom("run", "neck", "--events", "events.txt")
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 2
    assert ran.err.splitlines() == [
        "lissom: 'elapsed' does not fit in screening.emergency",
        "  here fits: no, stop, unsure, yes",
    ]


def test_run_steps_through_a_compiled_file(lissom):
    lissom("compile", "red-flags", "-o", "flags.json")
    ran = lissom("run", "flags.json", stdin="no\nno\nno\n")
    assert json.loads(ran.out.splitlines()[-1]) == {"state": "end.finished", "kind": "end", "seconds": None}
