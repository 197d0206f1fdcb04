"""Write terminal.svg: the player's screen in the middle of a hold, as README shows it.

python -m tools.pictures.terminal
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from lissom.content import library
from lissom.machine.compile import compile_routine
from lissom.machine.options import Options
from lissom.terminal.app import PlayerApp
from lissom.terminal.pictures import draw_pose
from lissom.terminal.player import Player
from lissom.terminal.voice import Quiet

PICTURE = Path(__file__).parents[2] / "docs/pictures/terminal.svg"
SIZE = (100, 28)
HOLD = "leg-ladder.r1.left.ankle.hold"


class StillClock:
    """A clock that shows what it is told."""

    speed = 1.0

    def __init__(self) -> None:
        self.at_ms = 0

    def now_ms(self) -> int:
        """Return the time it was told."""
        return self.at_ms

    def seconds_until(self, at_ms: float) -> float:
        """Return a time in which nothing happens by itself."""
        return 3600.0


async def screen() -> str:
    """Play to the middle of the first hold and return the screen as SVG."""
    options = Options(rate=False, screened="an-earlier-log")
    machine = compile_routine(library.routine("seated-leg-ladder"), options, library.phrases("en"))
    clock = StillClock()
    player = Player(machine, record=lambda _: None, clock=clock, voice=Quiet(bell=False))
    app = PlayerApp(player, clock, draw_pose)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for event in ("o", " "):
            clock.at_ms += 2000
            player.press(event)
        while player.course.state_id != HOLD:
            clock.at_ms = player.course.due_ms or clock.at_ms
            player.tick()
        clock.at_ms += 12_000
        player.tick()
        app._go_on()
        await pilot.pause()
        return app.export_screenshot(title="lissom play seated-leg-ladder")


def without_outside_fonts(svg: str) -> str:
    """Take out the fonts that the picture would fetch from another host; any monospaced one will do."""
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.S)
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.S)
    svg = re.sub(
        r"font-family: Fira Code[^;]*;", "font-family: ui-monospace, Menlo, Consolas, monospace;", svg
    )
    svg = svg.replace("font-family: arial", "font-family: sans-serif").replace("Fira Code,", "")
    return re.sub(r"terminal-\d+", "terminal", svg)


if __name__ == "__main__":
    PICTURE.write_text(without_outside_fonts(asyncio.run(screen())))
