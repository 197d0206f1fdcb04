"""Another language on the command line: what is told, compiled, proved, played and translated."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from lissom.machine.codec import loads


def test_a_plan_is_told_in_another_language_with_the_same_codes(lissom):
    french, english = (
        json.loads(lissom("plan", "--json", *flags).out) for flags in (("--language", "fr"), ())
    )

    def codes(plan):
        return [[reason["code"] for reason in line["reasons"]] for line in plan["sessions"]]

    assert codes(french) == codes(english)
    assert english["sessions"][0]["reasons"][0]["text"] == "A few minutes a day, every day."
    assert french["sessions"][0]["reasons"][0]["text"] == "Quelques minutes par jour, chaque jour."
    assert lissom("plan", "--language", "fr").out.startswith(
        "Aujourd’hui\n1. Étirement des jambes sur une chaise, environ "
    )


def test_the_setting_holds_where_no_language_is_named(lissom):
    assert lissom("settings", "language", "fr").code == 0

    assert lissom("plan").out.startswith("Aujourd’hui\n")
    assert lissom("plan", "--language", "en").out.startswith("Today\n")


def test_a_language_that_is_not_there_is_refused(lissom):
    for arguments in (("plan", "--language", "xx"), ("compile", "neck", "--language", "xx")):
        assert lissom(*arguments).code == 2

    ran = lissom("settings", "language", "xx")
    assert (ran.code, ran.err) == (
        1,
        "lissom: there are no words in the language 'xx'\n  there are: en, fr\n",
    )
    assert lissom("settings", "--json").out == "{}\n"


def test_show_speaks_the_language(lissom):
    lines = lissom("show", "neck", "--language", "fr").out.splitlines()

    assert lines[0] == "Étirements du cou  (neck, version 1)"
    assert "Aucun soignant n’a encore relu cette routine." in lines


def test_a_machine_in_another_language_is_found_by_its_digest_and_proved(lissom):
    lissom("compile", "neck", "--language", "fr", "-o", "cou.json")
    machine = loads(Path("cou.json").read_bytes())

    assert machine.options["language"] == "fr"
    assert machine.states["screening.emergency"].cue.title == "Signes d’urgence"
    ran = lissom("verify", "cou.json")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "cou.json: every law is proved")


def test_a_routine_is_proved_in_another_language(lissom):
    ran = lissom("verify", "after-session", "--language", "fr")

    assert (ran.code, ran.out.splitlines()[-1]) == (0, "after-session: every law is proved")


def test_the_words_of_a_page_are_printed_to_be_translated(lissom):
    assert lissom("words", "next-morning").out.startswith("title = The next morning\nfinished = Good.")
    assert lissom("words", "next-morning", "--language", "fr").out.startswith("title = Le lendemain matin\n")
    assert lissom("words", "next-morning", "--language", "xx").out.startswith("title = The next morning\n")
    ran = lissom("words", "next-mornin")
    assert (ran.code, ran.err) == (
        1, "lissom: there are no words of 'next-mornin'\n  did you mean 'next-morning'?\n"
    )  # fmt: skip


def test_the_first_cue_waits_for_no_catalogue(tmp_path):
    """Fluent loads slowly: a session begins without it, also in French."""
    script = (
        "import sys\nimport lissom.terminal.play as playing\nfrom lissom.cli.main import main\n"
        "def look(machine, **told):\n"
        "    heavy = [name for name in sys.modules if name in ('fluent.runtime', 'babel')]\n"
        "    print(machine.options['language'], heavy)\n"
        "    raise SystemExit\n"
        "playing.play = look\nmain(sys.argv[1:])\n"
    )
    for language in ("en", "fr"):
        told = {"env": {"LISSOM_DATA": str(tmp_path / language)}, "capture_output": True, "text": True}
        command = ["play", "neck", "--no-voice", "--language", language]
        subprocess.run(
            [sys.executable, "-m", "lissom", *command], input="0\n0\nstop\n", check=True, **told
        )  # the health list comes first, once
        ran = subprocess.run([sys.executable, "-c", script, *command], check=True, **told)
        assert ran.stdout == f"{language} []\n"
