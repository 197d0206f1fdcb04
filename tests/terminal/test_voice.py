"""Voices, with programs made for the test in place of the real ones."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from lissom.terminal.voice import ENGINES, Quiet, SpokenVoice, Voice, find_voice

NOISE = "ALSA lib confmisc.c:855:(parse_card) cannot find card '0'"
LONG = "Hold it there. A nice, gentle stretch, and keep breathing, in and out, as long as you like."


class Programs:
    """Makes executables that write down what they were told to say."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said = folder / "said"

    def make(self, name: str, *lines: str) -> None:
        program = self.folder / name
        program.write_text("\n".join(["#!/bin/sh", f'echo "{name} $*" >> {self.said}', *lines]) + "\n")
        program.chmod(0o755)

    def heard(self) -> list[str]:
        return self.said.read_text().splitlines() if self.said.exists() else []


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(
        "lissom.terminal.voice.shutil.which",
        lambda name: str(tmp_path / name) if (tmp_path / name).exists() else None,
    )
    return Programs(tmp_path)


def spoken(voice: Voice) -> SpokenVoice:
    assert isinstance(voice, SpokenVoice)
    return voice


def test_words_are_spoken_in_the_language_and_at_the_rate(programs: Programs) -> None:
    programs.make("espeak-ng")
    voice = find_voice(rate=130, language="en")
    voice.say("Left leg.")
    assert voice.finish(5)
    assert programs.heard() == ["espeak-ng -s 130 -v en -- Left leg."]
    assert (voice.silent, voice.failed) == (False, False)
    voice.close()


def test_an_engine_that_ends_well_but_complains_and_hurries_is_no_voice(programs: Programs) -> None:
    programs.make("espeak-ng", f'echo "{NOISE}" >&2', "exit 0")
    voice = find_voice()
    voice.say(LONG)
    assert voice.finish(5)
    assert (voice.silent, voice.failed) == (True, True)
    voice.close()


def test_noise_from_an_engine_that_takes_its_time_is_only_noise(programs: Programs) -> None:
    programs.make("espeak-ng", f'echo "{NOISE}" >&2', "sleep 0.3")
    voice = find_voice()
    voice.say("Left leg.")
    assert voice.finish(5)
    assert not voice.silent
    voice.close()


def test_the_next_engine_says_what_the_first_could_not(programs: Programs) -> None:
    programs.make("espeak-ng", "exit 1")
    programs.make("spd-say")
    voice = find_voice()
    voice.say("Left leg.")
    voice.finish(5)
    voice.say("Right leg.")
    assert voice.finish(5)
    assert programs.heard() == [
        "espeak-ng -s 150 -v en -- Left leg.",
        "spd-say --wait -r -15 -l en -- Left leg.",
        "spd-say --wait -r -15 -l en -- Right leg.",
    ]
    assert not voice.silent
    voice.close()


def test_a_voice_that_hangs_is_killed_with_all_it_started(programs: Programs) -> None:
    programs.make("espeak-ng", "sleep 60")
    voice = SpokenVoice(
        [(ENGINES[0], str(programs.folder / "espeak-ng"))], rate=400, language="en", patience=0.1
    )
    began = time.monotonic()
    voice.say("Left leg.")
    assert voice.finish(5)
    assert (voice.silent, time.monotonic() - began < 4) == (True, True)
    voice.close()


def test_saying_never_waits_and_an_urgent_cue_breaks_in(programs: Programs) -> None:
    programs.make("espeak-ng", 'case "$*" in *Hold*) sleep 60;; esac')
    voice = spoken(find_voice())
    began = time.monotonic()
    voice.say(LONG)
    assert time.monotonic() - began < 0.1
    _until(lambda: len(programs.heard()) == 1)
    voice.say("Let go now.", cut=True)
    assert voice.finish(5)
    assert programs.heard()[-1] == "espeak-ng -s 150 -v en -- Let go now."
    assert (voice.silent, time.monotonic() - began < 5) == (False, True)
    voice.close()


def test_of_what_waits_only_the_newest_is_spoken_and_counts_are_dropped(programs: Programs) -> None:
    programs.make("espeak-ng", 'case "$*" in *first*) sleep 0.4;; esac')
    voice = spoken(find_voice())
    voice.say("first")
    _until(lambda: len(programs.heard()) == 1)
    voice.count("five")
    voice.say("second")
    voice.say("third")
    assert voice.finish(5)
    assert [line.split("-- ")[1] for line in programs.heard()] == ["first", "third"]
    voice.close()


def test_closing_falls_silent_at_once(programs: Programs) -> None:
    programs.make("espeak-ng", "sleep 60")
    voice = find_voice()
    voice.say(LONG)
    _until(lambda: len(programs.heard()) == 1)
    began = time.monotonic()
    voice.close()
    assert time.monotonic() - began < 1


def test_breaking_off_a_speech_server_tells_it_so(programs: Programs) -> None:
    programs.make("spd-say", 'case "$*" in *Hold*) sleep 60;; esac')
    voice = find_voice()
    voice.say(LONG)
    _until(lambda: len(programs.heard()) == 1)
    voice.hush()
    assert voice.finish(5)
    assert programs.heard()[-1] == "spd-say --cancel"
    voice.close()


def test_with_no_program_or_no_wish_it_is_quiet_and_a_bell_takes_over(programs: Programs) -> None:
    missing, unwanted = find_voice(), find_voice(wanted=False)
    assert [(type(v), v.silent, v.failed) for v in (missing, unwanted)] == [
        (Quiet, True, True),
        (Quiet, True, False),
    ]


def _until(there: object) -> None:
    """Wait for another process to have begun, which no clock of ours can bring about."""
    for _ in range(500):
        if there():  # type: ignore[operator]
            return
        time.sleep(0.01)
    raise AssertionError("it never happened")
