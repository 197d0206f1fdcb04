"""The way in: play one machine in a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from lissom.machine.model import Machine
from lissom.session.log import Entry, When
from lissom.terminal.clock import Clock, SessionClock
from lissom.terminal.pictures import Picture, draw_pose
from lissom.terminal.player import Player, PlayerSettings, Record, SessionResult
from lissom.terminal.strings import strings_for
from lissom.terminal.voice import Quiet, Voice

SPEAKS_AT_MOST = 40.0  # seconds that the last words may take


def play(
    machine: Machine,
    *,
    record: Record,
    clock: Clock | None = None,
    voice: Voice | None = None,
    plain: bool = False,
    brief: bool = False,
    usual_pain: int | None = None,
    when: When = "before",
    resume_from: Iterable[Entry] = (),
    picture: Picture | None = draw_pose,
) -> SessionResult:
    """Play a machine until its end was seen, or the person left, and return what happened.

    `record` is called with each entry and rating before anything is shown of it, and returns when
    it is durable; it may raise, see `player`. `clock` shows the milliseconds since the session
    began: where `resume_from` holds a log's entries, those since *its* beginning. The voice stays
    the caller's, to be closed by it. `picture` draws a pose beside the words, or is None.
    """
    clock = clock or SessionClock()
    voice = voice or Quiet()
    settings = PlayerSettings(
        brief, usual_pain, when, strings_for(str(machine.options.get("language", "en")))
    )
    player = Player(
        machine, record=record, clock=clock, voice=voice, settings=settings, resume_from=resume_from
    )
    if plain or not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        _play_plain(player, clock)
    else:
        from lissom.terminal.app import run_app

        run_app(player, clock, picture)
    voice.hush()
    return player.played


def _play_plain(player: Player, clock: Clock) -> None:
    from lissom.terminal.plain import run_plain, standard_input

    typed = standard_input()
    with typed.opened():
        run_plain(player, clock, typed, _write, _ring if sys.stdout.isatty() else None)
        player.voice.finish(SPEAKS_AT_MOST)


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _ring() -> None:
    sys.stdout.write("\a")
    sys.stdout.flush()
