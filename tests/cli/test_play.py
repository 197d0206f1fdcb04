"""A whole evening from the command line: real processes, a real journal, a real kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

LISSOM = [sys.executable, "-c", "from lissom.cli.main import main; raise SystemExit(main())"]
SAFE = ["0", "0", "skip", "no", "no", "no"]  # nothing on the health list, no rating, three safe answers


@pytest.fixture
def home(tmp_path):
    """Return the environment of a person whose data folder is new, with a space and an accent in its name."""
    return {**os.environ, "LISSOM_DATA": str(tmp_path / "Mes données"), "PYTHONUTF8": "1"}


def play(home, *lines, arguments=("play", "seated-leg-ladder")):
    """Play with these lines as input and return the process's output and code."""
    ran = subprocess.run(
        [*LISSOM, *arguments, "--plain", "--no-voice"],
        input="\n".join(lines) + "\n", env=home, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.stderr == ""
    return ran


def start(home):
    """Start a session, answer its questions, and return it once the first stretch is announced."""
    process = subprocess.Popen(
        [*LISSOM, "play", "seated-leg-ladder", "--plain", "--no-voice"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=home, text=True,
    )  # fmt: skip
    process.stdin.write("\n".join([*SAFE, "next"]) + "\n")
    process.stdin.flush()
    giving_up = threading.Timer(30, process.kill)
    giving_up.start()
    next(line for line in process.stdout if line.strip() == "Leg ladder · left")
    giving_up.cancel()
    return process


def ask(home, *arguments):
    """Run a command and return what it says as JSON."""
    ran = subprocess.run(
        [*LISSOM, *arguments, "--json"], env=home, capture_output=True, text=True, check=True
    )
    return json.loads(ran.stdout)


def test_a_stop_before_anything_is_recorded_as_a_stop(home):
    ran = play(home, *SAFE, "stop")
    assert ran.returncode == 0
    (log,) = ask(home, "log", "list")
    assert [entry["event"] for entry in log["events"]] == ["skip", "no", "no", "no", "stop"]


def test_a_symptom_restricts_the_next_session_and_says_how_to_open_it(home):
    play(home, *SAFE, "next", "tingling", "next", "no")
    restriction, rest = ask(home, "restrictions")
    assert (rest["target"], rest["until"]) == ("all", "next-day")
    assert (restriction["target"], restriction["cap_level"], restriction["until"]) == (
        "leg-ladder",
        0,
        "contact",
    )
    again = play(home, "next")
    assert "closed for now" in again.stdout
    ran = subprocess.run(
        [*LISSOM, "restrictions", "take-back", "leg-ladder"],
        env=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "clinic" in ran.stderr
    assert subprocess.run(
        [*LISSOM, "restrictions", "agreed", "leg-ladder"], env=home, capture_output=True, check=True
    )
    assert [each["until"] for each in ask(home, "restrictions")] == ["next-day"]  # no word shortens the day


def test_an_unsafe_answer_closes_everything_until_contact(home):
    play(home, "0", "0", "skip", "yes", "next")
    (restriction,) = ask(home, "restrictions")
    assert (restriction["target"], restriction["until"]) == ("all", "contact")
    plan = ask(home, "plan")
    assert [line for line in plan["sessions"] if line["kind"] == "routine"] == []


def test_a_session_that_is_killed_is_kept_to_its_last_event_and_gone_on_with(home):
    process = start(home)
    process.send_signal(signal.SIGKILL)
    process.wait()
    (log,) = ask(home, "log", "list")
    assert [entry["event"] for entry in log["events"]] == ["skip", "no", "no", "no", "next"]
    again = play(home, "y", "stop")
    assert "was broken off. Go on with it?" in again.stdout
    (log, *_) = ask(home, "log", "list")
    assert [(entry["event"], entry["state"]) for entry in log["events"][5:]] == [
        ("resume", "leg-ladder.ready"),
        ("stop", "leg-ladder.ready"),
    ]


def test_a_rehearsal_is_recorded_nowhere(home):
    ran = play(home, *SAFE[2:], "next", arguments=("play", "seated-leg-ladder", "--rehearse", "1000"))
    assert ran.stdout.endswith("That was a rehearsal. Nothing was recorded.\n")
    assert "Done" in ran.stdout
    assert ask(home, "log", "list") == []
    assert ask(home, "progress")["sessions"] == 0


def test_not_sure_of_an_emergency_sign_sends_to_clinic_or_health_line(home):
    ran = play(home, "0", "0", "skip", "u", "next")
    assert "Let's sort this out first" in ran.stdout
    assert "Call your clinic, your doctor or a health advice line today" in ran.stdout
    (log,) = ask(home, "log", "list")
    assert [entry["event"] for entry in log["events"]][:2] == ["skip", "unsure"]
    (restriction,) = ask(home, "restrictions")
    assert (restriction["target"], restriction["until"]) == ("all", "contact")


def test_a_person_of_75_tells_what_applies_and_plays_what_is_left(home):
    """The story: low blood pressure and thin bones, a first start and the second day."""
    back = ("play", "back-spasm")
    ran = play(home, "11,19", "o", "o", "0", "skip", "no", "no", "next", "stop", arguments=back)
    told = ran.stdout.partition("Left out for you, and why\n")[2].partition("\n\n")[0]
    assert [line.partition("(osteoporosis)")[0] for line in told.splitlines()] == [
        "- Because of thin bones ",
        "- Because of low blood pressure, or dizziness on getting up: Forward roll, Quadriceps stretch.",
    ]
    assert "Sideways reach · left" in ran.stdout
    assert ask(home, "settings")["conditions"] == "low-blood-pressure,osteoporosis"
    line = next(line for line in ask(home, "plan", "back-spasm")["sessions"] if line["kind"] == "routine")
    assert line["options"]["without"] == ["forward-roll", "quadriceps", "spine-rotation"]

    again = play(home, "skip", "no", "stop", arguments=back)
    assert "Your health" not in again.stdout
    assert "Anything new?" in again.stdout


def test_not_sure_and_my_clinic_knows_are_told_by_number_too(home):
    play(home, "11?, 13", "y", "o", "3", "stop", arguments=("play", "back-spasm"))
    settings = ask(home, "settings")
    assert (settings["conditions"], settings["unsure"]) == ("glaucoma", "osteoporosis")
    assert settings["cleared"] == "back-spasm/cancer,back-spasm/osteoporosis,neck/cancer"


def test_a_number_that_is_not_on_the_list_is_asked_for_again(home):
    ran = play(home, "40", "pregnancy", "0", "0", "stop", arguments=("play", "back-spasm"))
    assert ran.stdout.count("Write numbers from 1 to 21, with commas between.") == 2


def test_where_nobody_answers_the_list_nothing_is_started(home):
    ran = play(home, "12", arguments=("play", "back-spasm"))
    assert ran.stdout.endswith("Nothing was started: the list about your health comes first.\n")
    assert (ask(home, "log", "list"), "conditions" in ask(home, "settings")) == ([], False)


def test_the_floor_is_asked_before_the_first_stretch_on_it(home):
    ran = play(home, "0", "0", "y", "u", "stop", arguments=("play", "full", "--minutes", "all"))
    assert "Because of getting down to the floor, or a fall: Cat and cow, Kneeling hip stretch." in ran.stdout
    settings = ask(home, "settings")
    assert (settings["floor"], settings["fallen"]) == ("yes", "not-sure")


def test_where_nothing_suits_it_is_told_in_lines_and_nothing_is_played(home):
    ran = play(home, "8", "o", "0", arguments=("play", "seated-leg-ladder"))
    assert "Because of a disease of the spinal cord: Leg ladder." in ran.stdout
    assert "closed for now" not in ran.stdout
    assert ask(home, "log", "list") == []


def test_a_second_window_waits_until_the_first_session_is_over(home):
    """What hurts in one window must stop the other, so only one plays at a time."""
    first = start(home)
    second = subprocess.run(
        [*LISSOM, "play", "neck", "--plain", "--no-voice"],
        input="skip\n", env=home, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr.startswith("lissom: a session is being played in another window\n")
    assert [line for line in ask(home, "plan")["sessions"] if line["kind"] in ("go-on", "close")] == []
    first.communicate("stop\n", timeout=60)
    assert play(home, "stop", arguments=("play", "neck")).returncode == 0
    assert sorted(log["routine"] for log in ask(home, "log", "list")) == ["neck", "seated-leg-ladder"]


def test_a_routine_file_can_only_be_rehearsed(home, tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text(Path(__file__).parents[2].joinpath("content/routines/neck.yaml").read_text())
    ran = subprocess.run([*LISSOM, "play", str(mine)], env=home, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "rehearse" in ran.stderr


def test_the_clinic_that_was_set_is_named_where_it_is_to_be_asked(home):
    subprocess.run(
        [*LISSOM, "settings", "clinic-phone", "020 7946 0000"], env=home, capture_output=True, check=True
    )
    ran = play(home, *SAFE, "next", "numbness", "next", "no")
    assert "Your clinic: 020 7946 0000" in ran.stdout
