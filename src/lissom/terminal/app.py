"""The player on a full screen. The only module that imports Textual, so it is imported late.

One widget draws the rows that `paint` made; everything else is the player's.
"""

from __future__ import annotations

from typing import cast

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from lissom.routine.model import SIDES, Side
from lissom.terminal.clock import Clock
from lissom.terminal.keys import HeldKey, key_of
from lissom.terminal.paint import (
    MARGIN,
    PICTURE_COLUMNS,
    PICTURE_ROWS,
    WIDTH_WITH_PICTURE,
    Row,
    item_pages,
    paint,
)
from lissom.terminal.pictures import Images, Picture, find_images
from lissom.terminal.player import Player
from lissom.terminal.view import Screen, make_screen

STYLES = {
    "plain": RichStyle(),
    "strong": RichStyle(bold=True),
    "banner": RichStyle(bold=True, reverse=True),
    "urgent": RichStyle(bold=True, reverse=True),
    "key": RichStyle(bold=True, reverse=True),
    "alarm": RichStyle(bold=True, color="red"),
}
NO_BREAK = "\u00a0"
KEPT_FREE = (NO_BREAK * PICTURE_COLUMNS,) * PICTURE_ROWS
"""What is painted where an image will lie; no words hold such blanks."""

IMAGE_COLUMNS = 2 * PICTURE_ROWS  # square, since a character is about twice as high as wide

LEAST_WAIT = 0.02  # seconds; a rehearsal need not be drawn more often


class Stage(Widget):
    """The whole screen, row by row."""

    rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Draw these rows, unless they are there already."""
        if rows != self.rows:
            self.rows = rows
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one row."""
        row = self.rows[y] if y < len(self.rows) else ()
        segments = [Segment(span.text, STYLES[span.style]) for span in row]
        return Strip(segments).adjust_cell_length(self.size.width, RichStyle())


class PlayerApp(App[None]):
    """The player's full screen: keys go to the player, its moments to the stage."""

    ENABLE_COMMAND_PALETTE = False
    CSS = f"""
    Screen {{ layers: words image; }}
    Stage {{ width: 100%; height: 100%; layer: words; }}
    .image {{ position: absolute; layer: image; width: {IMAGE_COLUMNS}; height: {PICTURE_ROWS}; }}
    """

    def __init__(
        self, player: Player, clock: Clock, picture: Picture | None = None, images: Images | None = None
    ) -> None:
        super().__init__(ansi_color=True)
        self._player, self._clock, self._picture = player, clock, picture
        self._images, self._image = images, cast("Widget | None", None)
        self._drawn: tuple[str, str | None] | None = None
        self._stage = Stage()
        self._held = HeldKey()
        self._space = Size(80, 24)  # until the terminal tells
        self._tick: Timer | None = None

    def compose(self) -> ComposeResult:
        """Put up the one widget."""
        yield self._stage

    def on_mount(self) -> None:
        """Begin the session as soon as there is something to show it on."""
        self._player.begin()
        self._go_on()
        if self._images:
            self.call_after_refresh(self._put_up_image)

    async def _put_up_image(self) -> None:
        """Take images into use, now that the first words stand; without them the dots stay."""
        try:
            image = self._images.make_widget() if self._images else None
        except ImportError:
            self._images = image = None
        if image:
            self._image = image
            image.add_class("image")
            image.display = False
            await self.mount(image)
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Split questions anew and draw for the new size."""
        self._space = event.size
        self._player.fit(lambda items: item_pages(items, event.size.width, event.size.height))
        self._show()

    async def on_event(self, event: events.Event) -> None:
        """Take every key before Textual does: it keeps some, such as ctrl+q, for itself."""
        if isinstance(event, events.Key):
            self._press(event)
        else:
            await super().on_event(event)

    def _press(self, event: events.Key) -> None:
        typed = event.character if event.character and event.character.isprintable() else event.key
        if self._held.repeats(key_of(typed), self._clock.now_ms() / self._clock.speed):
            self._player.pass_over()
        else:
            self._player.press(typed)
        self._go_on()

    def _go_on(self) -> None:
        """Do what is due, show it, and come back when the next thing is."""
        self._player.tick()
        if self._player.closed:
            self.exit()
            return
        self._show()
        if self._player.take_bell():
            self.bell()
        if self._tick is not None:
            self._tick.stop()
        wait = max(LEAST_WAIT, self._clock.seconds_until(self._player.next_ms))
        self._tick = self.set_timer(wait, self._go_on)

    def _show(self) -> None:
        rows = paint(self._screen(), self._space.width, self._space.height)
        self._stage.show(rows)
        if self._image:
            self.call_after_refresh(self._show_image)

    def _show_image(self) -> None:
        """Lay the image over what was kept free for it, after the words stand."""
        image, figure = self._image, self._player.moment.state.figure
        if image is None:
            return
        free = [y for y, row in enumerate(self._stage.rows) if row and row[-1].text.endswith(NO_BREAK)]
        image.display = bool(figure and free)
        if figure and free:
            image.styles.offset = (self._space.width - MARGIN - IMAGE_COLUMNS, free[0])
            self._fill_image(image, figure.pose, figure.side)

    def _fill_image(self, image: Widget, pose: str, side: str | None) -> None:
        if self._images and (pose, side) != self._drawn:
            self._drawn = (pose, side)
            image.display = self._images.fill(image, pose, _side(side))

    def _screen(self) -> Screen:
        moment = self._player.moment
        figure = moment.state.figure
        wide = self._space.width >= WIDTH_WITH_PICTURE
        picture: tuple[str, ...] = ()
        if figure and wide and not moment.paused:
            if self._image:
                picture = KEPT_FREE
            elif self._picture and not self._images:
                picture = self._picture(figure.pose, _side(figure.side), PICTURE_COLUMNS, PICTURE_ROWS)
        return make_screen(moment, self._player.strings, picture)


def _side(named: str | None) -> Side | None:
    return next((side for side in SIDES if side == named), None)


def run_app(player: Player, clock: Clock, picture: Picture | None = None) -> None:
    """Play on a full screen until the person closes it, with images where the terminal shows them."""
    PlayerApp(player, clock, picture, find_images() if picture else None).run()
