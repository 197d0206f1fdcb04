"""Bad input: in the reader's words, on standard error, with the right exit code, and no traceback."""

from __future__ import annotations

import pytest

from lissom.cli.main import COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(lissom, command):
    ran = lissom(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: lissom {command}")


def test_help_names_every_command(lissom):
    ran = lissom("--help")
    assert [name for name in COMMANDS if name not in ran.out.split()] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("dance",),
        ("compile",),
        ("compile", "neck", "--level", "7"),
        ("compile", "neck", "--lead", "up"),
        ("show",),
    ],
)
def test_wrong_usage_is_exit_code_2(lissom, arguments):
    ran = lissom(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("usage: lissom")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "nek"), "lissom: there is no routine 'nek'\n  did you mean 'neck'?\n"),
        (
            ("compile", "seated-leg-ladder", "--hold", "45"),
            "lissom: hold 45 is out of range\n  choose from 20 to 30\n",
        ),
        (("run", "missing.json"), "lissom: cannot read missing.json: no such file or directory\n"),
        (
            ("compile", "neck", "-o", "no/such/folder.json"),
            "lissom: cannot write no/such/folder.json: no such file or directory\n",
        ),
        (("compile", "neck", "--without", "leg"), None),
    ],
)
def test_a_persons_mistake_is_exit_code_1_in_words(lissom, arguments, said):
    ran = lissom(*arguments)
    assert (ran.code, ran.out) == (1, "")
    assert "Traceback" not in ran.err
    assert said is None or ran.err == said


def test_a_fault_of_ours_is_exit_code_3_and_keeps_its_traceback_for_who_asks(lissom, monkeypatch):
    monkeypatch.setattr("lissom.content.library.routines", lambda: 1 / 0)
    ran = lissom("list")
    assert (ran.code, ran.out) == (3, "")
    assert "a fault of ours" in ran.err
    monkeypatch.setenv("LISSOM_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        lissom("list")
