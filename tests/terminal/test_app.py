"""The full screen, driven by Textual's pilot: what stands on it, and what keys do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from lissom.terminal.app import PlayerApp
from lissom.terminal.player import Player, PlayerSettings
from tests.terminal.stage import HandClock, HeardVoice, routine
from tests.terminal.test_paint import HOLD, HOLD_SMALL, LETTING_GO, QUESTION

Drive = Callable[["Stage"], Awaitable[None]]


class Stage:
    """An app under a pilot, with a clock that only the test moves."""

    def __init__(self, pilot: object, app: PlayerApp, clock: HandClock, player: Player) -> None:
        self.pilot, self.app, self.clock, self.player = pilot, app, clock, player

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.clock.move(1)
            await self.pilot.press(key)  # type: ignore[attr-defined]
        await self.pilot.pause()  # type: ignore[attr-defined]

    async def wait(self, seconds: float) -> None:
        self.clock.move(seconds)
        self.app._go_on()
        await self.pilot.pause()  # type: ignore[attr-defined]

    @property
    def text(self) -> str:
        """The screen as the terminal has it, without spaces at the ends of lines."""
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def drive(script: Drive, size: tuple[int, int] = (80, 24), **options: object) -> None:
    async def run() -> None:
        clock = HandClock()
        player = Player(
            routine(), record=lambda _: None, clock=clock, voice=HeardVoice(), settings=PlayerSettings()
        )
        app = PlayerApp(player, clock, **options)  # type: ignore[arg-type]
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await script(Stage(pilot, app, clock, player))

    asyncio.run(run())


def test_the_screen_is_what_was_painted() -> None:
    async def script(stage: Stage) -> None:
        await stage.press("s")
        assert stage.text == QUESTION
        await to_hold_from_question(stage)
        for _ in range(3):
            await stage.wait(4)
        assert stage.text == HOLD
        await stage.press("p")
        assert stage.text == LETTING_GO

    drive(script)


async def to_hold_from_question(stage: Stage) -> None:
    await stage.press("o", "space", "space")
    await stage.wait(5)


def test_a_small_terminal() -> None:
    async def script(stage: Stage) -> None:
        await stage.press("s")
        await to_hold_from_question(stage)
        for _ in range(3):
            await stage.wait(4)
        assert stage.text == HOLD_SMALL

    drive(script, size=(60, 20))


def test_without_colour_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def script(stage: Stage) -> None:
        await stage.press("s")
        assert stage.text == QUESTION
        strips = stage.app.screen._compositor.render_strips(stage.app.size)
        named = {
            segment.style.color.name
            for strip in strips
            for segment in strip
            if segment.style and segment.style.color
        }
        assert named <= {"default"}

    drive(script)


def test_a_terminal_that_shrinks_in_mid_question_splits_it_anew() -> None:
    async def script(stage: Stage) -> None:
        await stage.press("s")
        await stage.pilot.resize_terminal(60, 12)  # type: ignore[attr-defined]
        await stage.pilot.pause()  # type: ignore[attr-defined]
        assert stage.text.splitlines()[-1] == "   y  yes    o  no    u  not sure    q  stop"

    drive(script)


def test_a_key_held_down_answers_once() -> None:
    async def script(stage: Stage) -> None:
        await stage.press("s", "o")
        for _ in range(5):
            await stage.pilot.press("space")  # type: ignore[attr-defined]
        assert stage.player.course.state_id == "reach.ready"

    drive(script)


@pytest.mark.parametrize("key", ["q", "ctrl+c", "ctrl+q"])
def test_stop_and_then_close(key: str) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("s", key)
        assert (stage.player.course.state_id, stage.app._exit) == ("end.stopped", False)
        await stage.press(key)
        assert (stage.player.closed, stage.app._exit) == (True, True)

    drive(script)


def test_a_picture_is_asked_for_with_pose_side_and_size() -> None:
    asked: list[tuple[object, ...]] = []

    def picture(*wanted: object) -> tuple[str, ...]:
        asked.append(wanted)
        return ("⣿" * 30,)

    async def script(stage: Stage) -> None:
        await stage.press("s")
        await to_hold_from_question(stage)
        assert set(asked) == {("reach.toes", "left", 30, 14)}
        assert "⣿" * 30 in stage.text

    drive(script, picture=picture)
