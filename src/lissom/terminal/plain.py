"""The player in lines: for screen readers, pipes and scripts. Nothing is ever drawn over.

Keys come one by one from a terminal; from a pipe or a file a line each, as a key or an event's
name. When the input is at its end the session goes on hands-free; where it would wait for a
person, it ends with a line that says so.
"""

from __future__ import annotations

import contextlib
import os
import select
import sys
from collections.abc import Callable, Iterator
from functools import cache
from typing import Protocol

from lissom.terminal.clock import Clock
from lissom.terminal.keys import HeldKey, key_of
from lissom.terminal.player import Player
from lissom.terminal.view import Hint, Screen, is_open, make_screen, seconds_left

Write = Callable[[str], None]
TOLD_AT = (60, 30, 10, 5)  # seconds to go that are worth a line
TOLD_AFTER = 3  # but not so soon after the beginning
ENTERS = ("", "\r", "\n")  # pressed after a key out of habit, it must not pause what that key began
SPACE = " "  # a line of its own is that key; an empty line is none


class Typed(Protocol):
    """Where keys come from."""

    @property
    def ended(self) -> bool:
        """Whether nothing will come any more."""

    @property
    def one_by_one(self) -> bool:
        """Whether keys come as they are pressed, so that one held down repeats."""

    def wait(self, seconds: float) -> str | None:
        """Return the next key or line, or None if nothing came in that time or all came to an end."""


class StandardInput:
    """Keys from a terminal, or lines from a pipe or a file."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.one_by_one = os.isatty(descriptor)
        self._buffer = b""
        self._at_end = False

    @property
    def ended(self) -> bool:
        """Whether the last line was read."""
        return self._at_end and not self._buffer

    def wait(self, seconds: float) -> str | None:
        """Return the next key or line that comes within that time."""
        if self.ended:
            select.select([], [], [], seconds)
            return None
        if b"\n" not in self._buffer and not self._at_end:
            if not select.select([self._descriptor], [], [], seconds)[0]:
                return None
            got = os.read(self._descriptor, 1 if self.one_by_one else 4096)
            self._at_end = not got
            self._buffer += got
        return self._key() if self.one_by_one else self._line()

    def _key(self) -> str | None:
        key, self._buffer = self._buffer.decode("ascii", "ignore"), b""
        return key if key not in ENTERS else None

    def _line(self) -> str | None:
        if b"\n" not in self._buffer and not self._at_end:
            return None
        line, _, self._buffer = self._buffer.partition(b"\n")
        text = line.decode("utf-8", "replace").rstrip("\r")
        return text if text == SPACE else text.strip() or None

    @contextlib.contextmanager
    def opened(self) -> Iterator[None]:
        """Let a terminal hand over each key as it is pressed, unseen; put it back in the end."""
        if not self.one_by_one:
            yield
            return
        import termios
        import tty

        before = termios.tcgetattr(self._descriptor)
        try:
            tty.setcbreak(self._descriptor)
            yield
        finally:
            termios.tcsetattr(self._descriptor, termios.TCSADRAIN, before)


@cache
def standard_input() -> StandardInput:
    """Return the process's input: one for all sessions, because it may hold lines that are still to come."""
    return StandardInput(sys.stdin.fileno())


class LineWriter:
    """Writes what is new since it last looked."""

    def __init__(self, player: Player, write: Write, bell: Callable[[], None] | None = None) -> None:
        self._player, self._write, self._bell = player, write, bell
        self._changes = -1
        self._where = self._note = self._warning = ""
        self._keys: tuple[Hint, ...] = ()
        self._words: tuple[str, ...] = ()
        self._told: set[int] = set()

    def tell(self) -> None:
        """Write a state that is new, else a countdown, a note or a warning that is."""
        screen = make_screen(self._player.moment, self._player.strings)
        if self._player.changes != self._changes:
            self._changes, self._told, self._note = self._player.changes, set(), ""
            self._tell_state(screen)
        self._tell_seconds()
        self._tell_changed(screen)
        if self._player.take_bell() and self._bell:
            self._bell()

    def _tell_state(self, screen: Screen) -> None:
        self._write("")
        if screen.where and screen.where != self._where:
            self._write(screen.where)
            self._where = screen.where
        self._write(" · ".join(filter(None, (screen.step, screen.title, screen.side_word))))
        if not (self._player.is_over and screen.words == self._words):  # an end repeats its advice
            for line in (*screen.words, screen.offer, *(f"- {item}" for item in screen.items)):
                if line:
                    self._write(line)
        self._words = screen.words
        if seconds := self._seconds():
            self._write(seconds)
        self._tell_keys(screen)

    def _seconds(self) -> str:
        moment, strings = self._player.moment, self._player.strings
        if moment.state.kind != "hold" or moment.left_ms is None:
            return ""
        told = strings.open_hold if is_open(moment.state) else strings.seconds
        return told.format(seconds=seconds_left(moment.left_ms))

    def _tell_keys(self, screen: Screen) -> None:
        """Write the keys where they are others than before, and wherever the person is waited for."""
        keys = screen.keys + screen.symptoms
        if keys and not self._player.is_over and (keys != self._keys or self._player.waits):
            told = ", ".join(f"{hint.key} {hint.label}".strip() for hint in keys)
            self._write(f"{self._player.strings.keys}: {told}.")
            self._keys = keys

    def _tell_seconds(self) -> None:
        moment = self._player.moment
        if moment.state.kind not in ("hold", "rest") or moment.left_ms is None:
            return
        left, of = seconds_left(moment.left_ms), moment.state.seconds or 0
        if left in TOLD_AT and left not in self._told and left <= of - TOLD_AFTER:
            self._told.add(left)
            self._write(self._player.strings.seconds_left.format(seconds=left))

    def _tell_changed(self, screen: Screen) -> None:
        for name, text in (("_note", screen.note), ("_warning", screen.warning)):
            if text and text != getattr(self, name):
                self._write(text)
            setattr(self, name, text)


def run_plain(
    player: Player, clock: Clock, typed: Typed, write: Write, bell: Callable[[], None] | None = None
) -> None:
    """Play in lines until the session ends."""
    telling, held = LineWriter(player, write, bell), HeldKey()
    if typed.one_by_one:
        write(player.strings.one_key)
    player.begin()
    telling.tell()
    while not player.is_over:
        try:
            nobody = typed.ended and player.waits
            key = None if nobody else typed.wait(clock.seconds_until(player.next_ms))
        except KeyboardInterrupt:
            key = "q"
        _go_on(player, clock, typed, held, key)
        telling.tell()


def _go_on(player: Player, clock: Clock, typed: Typed, held: HeldKey, key: str | None) -> None:
    if key is not None:
        if typed.one_by_one and held.repeats(key_of(key), clock.now_ms() / clock.speed):
            player.pass_over()
        else:
            player.press(key)
    elif typed.ended and player.waits:
        player.stop(player.strings.no_more_input)
    player.tick()
