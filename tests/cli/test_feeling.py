"""What was felt, told in the terminal; and the clinic's word with who and when."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from lissom.machine.codec import machine_digest
from lissom.machine.options import Options
from lissom.store.setup import open_journal
from tests.coach.stories import BACK, play, routine_machine, screening_machine

LISSOM = [sys.executable, "-c", "from lissom.cli.main import main; raise SystemExit(main())"]


@pytest.fixture
def home(tmp_path):
    """A person who said a moment ago that the back stretches had hurt after all."""
    journal, now = open_journal(tmp_path), datetime.now(UTC)
    told = (
        (routine_machine(BACK, Options()), timedelta(minutes=40), {}),
        (screening_machine("after-session"), timedelta(minutes=5), {"says": {"screening.after": "yes"}}),
    )
    for number, (machine, ago, how) in enumerate(told, 1):
        log = replace(play(machine, now - ago, "UTC", number, **how), machine_digest=machine_digest(machine))
        journal.receive(log, machine)
    journal.close()
    return {**os.environ, "LISSOM_DATA": str(tmp_path), "PYTHONUTF8": "1", "TZ": "UTC"}


def run(home, *arguments, said=""):
    return subprocess.run(
        [*LISSOM, *arguments], input=said, env=home, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_next_start_asks_what_it_was_and_where(home):
    ran = run(home, "play", "seated-leg-ladder", "--plain", "--no-voice", said="2\n1\no\n")
    assert "Where did you feel it?" in ran.stdout
    found = json.loads(run(home, "restrictions", "--json").stdout)
    assert [(r["target"], r["effect"], r["because"]["symptom"]) for r in found] == [
        ("sideways-reach", "leave-out", "pain")
    ]
    assert "you told of pain at Sideways reach" in run(home, "restrictions").stdout


def test_without_an_answer_everything_rests(home):
    command = [*LISSOM, "play", "seated-leg-ladder", "--plain", "--no-voice"]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=home, text=True
    ) as ran:
        assert "Where did you feel it?\n" in ran.stdout
        assert "Closed for now\n" in ran.stdout
        ran.kill()
    assert [r["target"] for r in json.loads(run(home, "restrictions", "--json").stdout)] == ["all"]


def test_the_clinics_word_says_who_when_and_what(home):
    day = (datetime.now(UTC) - timedelta(days=1)).date()
    word = ("--who", "Dr Moor", "--on", day.isoformat(), "--allowed", "all but bending")
    ran = run(home, "restrictions", "agreed", "all", *word)
    assert ran.returncode == 0
    assert "your clinic agreed to Everything, Dr Moor" in ran.stdout
    assert ": all but bending (your own word)" in ran.stdout


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--on", "yesterday"), "is no day; write it as 2026-03-01"),
        (("--on", "2999-01-01"), "2999-01-01 is still to come"),
        (("--who", "x" * 101), "who is at most 100 characters, on one line"),
    ],
)
def test_what_cannot_be_is_refused_in_words(home, more, says):
    ran = run(home, "restrictions", "agreed", "all", *more)
    assert (ran.returncode != 0, "Traceback" in ran.stderr) == (True, False)
    assert says in ran.stderr
