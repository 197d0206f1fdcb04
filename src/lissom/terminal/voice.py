"""Speech, in a process of its own, beside the session and never in its way.

The first words are the probe: an engine that fails on them is left for the next one, and when none
is left the player rings a bell. espeak-ng ends with code 0 where there is no sound device, so its
complaints, caught from its error output, and the haste of its end decide. A voice that hangs is killed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

USUAL_RATE = 150  # words a minute; the times of the machine's cues reckon with it [L11]
SLOWEST, FASTEST = 80, 400
HASTY_WORDS_A_SECOND = 12.0  # no voice is this fast: nothing was sounded
PATIENCE = 3.0  # seconds beyond what the slowest voice needs


class Voice(Protocol):
    """What the player asks of a voice. Nothing here waits."""

    @property
    def silent(self) -> bool:
        """Whether it is known that nothing can be heard, so that a bell is rung instead."""

    @property
    def failed(self) -> bool:
        """Whether a voice was wanted and there is none, which the person is told."""

    def say(self, text: str, *, cut: bool = False) -> None:
        """Speak after what is being said, in place of what still waits; `cut` breaks in at once."""

    def count(self, text: str) -> None:
        """Speak only if nothing else is being said: a word that comes late is worth nothing."""

    def hush(self) -> None:
        """Break off what is being said, and what waits."""

    def finish(self, timeout: float) -> bool:
        """Wait until all is said, at most `timeout` seconds; return whether it is."""

    def close(self) -> None:
        """Fall silent for good."""


class Quiet:
    """No voice. `bell` tells whether a bell takes its place."""

    def __init__(self, *, bell: bool = True, failed: bool = False) -> None:
        self.silent, self.failed = bell, failed

    def say(self, text: str, *, cut: bool = False) -> None:
        """Say nothing."""

    def count(self, text: str) -> None:
        """Say nothing."""

    def hush(self) -> None:
        """Nothing to break off."""

    def finish(self, timeout: float) -> bool:
        """All is said."""
        return True

    def close(self) -> None:
        """Nothing to end."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A program that speaks: how it is called, and how what it began is cut off."""

    program: str
    arguments: Callable[[str, int, str], list[str]]
    hush: tuple[str, ...] = ()


def _spd_rate(rate: int) -> int:
    return max(-100, min(100, (rate - 180) * 100 // 200))


ENGINES = (
    Engine("espeak-ng", lambda text, rate, language: ["-s", str(rate), "-v", language, "--", text]),
    Engine(
        "spd-say",
        lambda text, rate, language: ["--wait", "-r", str(_spd_rate(rate)), "-l", language, "--", text],
        hush=("--cancel",),
    ),
    Engine("say", lambda text, rate, _language: ["-r", str(rate), "--", text]),
)


class SpokenVoice:
    """A thread that runs one engine at a time. `say` only leaves a note for it."""

    def __init__(
        self, engines: Sequence[tuple[Engine, str]], *, rate: int, language: str, patience: float = PATIENCE
    ) -> None:
        self._engines = list(engines)
        self._rate = max(SLOWEST, min(FASTEST, rate))
        self._language = language
        self._patience = patience
        self._news = threading.Condition()
        self._next: str | None = None
        self._process: subprocess.Popen[str] | None = None
        self._busy = self._cut = self._closed = False
        self._thread = threading.Thread(target=self._work, name="voice", daemon=True)
        self._thread.start()

    @property
    def silent(self) -> bool:
        """Whether every engine has failed."""
        return not self._engines

    @property
    def failed(self) -> bool:
        """Whether every engine has failed: only where a voice was wanted is there one of these."""
        return self.silent

    def say(self, text: str, *, cut: bool = False) -> None:
        """Speak next, in place of what still waits; with `cut`, at once."""
        with self._news:
            self._next = text
            if cut:
                self._break_off()
            self._news.notify_all()

    def count(self, text: str) -> None:
        """Speak now or never."""
        with self._news:
            if self._next is None and not self._busy:
                self._next = text
                self._news.notify_all()

    def hush(self) -> None:
        """Break off what is being said, and what waits."""
        with self._news:
            self._next = None
            self._break_off()

    def close(self) -> None:
        """Break off what is being said and let the thread end."""
        with self._news:
            self._closed, self._next = True, None
            self._break_off()
            self._news.notify_all()
        self._thread.join(timeout=1)

    def finish(self, timeout: float) -> bool:
        """Wait until all is said, at most `timeout` seconds; return whether it is."""
        with self._news:
            return self._news.wait_for(lambda: self._next is None and not self._busy, timeout)

    def _break_off(self) -> None:
        """Called while `_news` is held. What is about to start will see that it was overtaken."""
        self._cut = self._busy
        if self._process is not None:
            _end_process(self._process)

    def _work(self) -> None:
        while (text := self._take()) is not None:
            while self._engines and not self._speak(text):
                self._engines.pop(0)
            with self._news:
                self._busy = self._cut = False
                self._news.notify_all()

    def _take(self) -> str | None:
        with self._news:
            self._news.wait_for(lambda: self._next is not None or self._closed)
            text, self._next = self._next, None
            self._busy = text is not None
            return text

    def _speak(self, text: str) -> bool:
        """Run the first engine on the text; return whether it is fit to go on with."""
        engine, path = self._engines[0]
        began = time.monotonic()
        process = self._start([path, *engine.arguments(text, self._rate, self._language)])
        heard = process is not None and self._listen(process, text, began)
        with self._news:
            self._process = None
            if not self._cut:
                return heard
        if engine.hush:
            _hush([path, *engine.hush])
        return True

    def _start(self, command: list[str]) -> subprocess.Popen[str] | None:
        """Start an engine, unless its words were overtaken meanwhile or it cannot be started."""
        with self._news:
            if self._cut:
                return None
            try:
                self._process = subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE, text=True, errors="replace", start_new_session=True,
                )  # fmt: skip
            except OSError:
                return None
            return self._process

    def _listen(self, process: subprocess.Popen[str], text: str, began: float) -> bool:
        """Wait for an engine's end; return whether it seems to have been heard."""
        try:
            _, noise = process.communicate(timeout=self._patience + 2 * len(text.split()) * 60 / self._rate)
        except subprocess.TimeoutExpired:
            _end_process(process)
            process.communicate()
            return False
        return process.returncode == 0 and not (noise.strip() and _hasty(text, time.monotonic() - began))


def _end_process(process: subprocess.Popen[str]) -> None:
    """Kill an engine with all that it started: a child that lives on would keep its output open."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (AttributeError, ProcessLookupError, PermissionError):  # no groups here, or over already
        process.kill()


def _hush(command: list[str]) -> None:
    """Tell a speech server to break off, which killing its client does not."""
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=1, check=False)


def _hasty(text: str, seconds: float) -> bool:
    return seconds < len(text.split()) / HASTY_WORDS_A_SECOND


def find_voice(wanted: bool = True, *, rate: int = USUAL_RATE, language: str = "en") -> Voice:
    """Return a voice made of the engines found on the path, or a quiet one with a bell."""
    found = [(engine, path) for engine in ENGINES if (path := shutil.which(engine.program))]
    if not wanted or not found:
        return Quiet(failed=wanted)
    return SpokenVoice(found, rate=rate, language=language)
