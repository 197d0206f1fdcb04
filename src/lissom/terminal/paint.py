"""From a `Screen` to lines of a given width and height: what stands where.

Emphasis is bold and reversed text, so that nothing depends on colour. The keys stand at the foot;
what is between them and the words is air, which goes first where the terminal is small.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Literal

from lissom.terminal.digits import ROWS, large
from lissom.terminal.view import Hint, Screen

Style = Literal["plain", "strong", "banner", "urgent", "key", "alarm"]
MARGIN = 2
PICTURE_COLUMNS, PICTURE_ROWS = 30, 14
WIDTH_WITH_PICTURE = 76
LINE_MOST = 72  # longer lines are hard to follow from a distance
_ARROWS = {"left": "◀◀  {}", "right": "{}  ▶▶"}
_ITEM_MARK = "•  "
_ROWS_BESIDE_ITEMS = 11
HEIGHT_OF_HIGH_BARS = 22
AIR_OF_LARGEST = 6  # rows left free before the digits double


@dataclass(frozen=True, slots=True)
class StyledText:
    """Some text in one style."""

    text: str
    style: Style = "plain"


Row = tuple[StyledText, ...]
Block = list[Row]
BLANK: Row = ()


def paint(screen: Screen, width: int, height: int) -> tuple[Row, ...]:
    """Return exactly `height` rows, none wider than `width`."""
    head, foot = _head(screen, width, height), _foot(screen, width)
    room = max(0, height - len(foot) - len(head) - 1)
    body = _body(screen, width, room)
    air = [BLANK] * min(1, max(0, room + 1 - len(body)))
    return _clip([*head, *air, *body, *foot], width, height)


def plain_text(rows: Iterable[Row]) -> str:
    """Return rows as text with no styles, without spaces at the ends of lines."""
    return "\n".join("".join(span.text for span in row).rstrip() for row in rows)


def item_pages(items: Sequence[str], width: int, height: int) -> tuple[tuple[str, ...], ...]:
    """Split a question's items into pages that fit and are about equally full; no item is split."""
    room = max(3, height - _ROWS_BESIDE_ITEMS)
    pages = _fill_pages(items, width, room)
    while room > 1 and len(evener := _fill_pages(items, width, room - 1)) == len(pages):
        pages, room = evener, room - 1
    return pages


def _fill_pages(items: Sequence[str], width: int, room: int) -> tuple[tuple[str, ...], ...]:
    pages: list[list[str]] = [[]]
    used = 0
    for item in items:
        rows = len(_item(item, width))
        if pages[-1] and used + rows > room:
            pages.append([])
            used = 0
        pages[-1].append(item)
        used += rows
    return tuple(tuple(page) for page in pages)


# the head: where we are, and the side


def _head(screen: Screen, width: int, height: int) -> Block:
    where = [(StyledText(" " * MARGIN + screen.where),)] if screen.where else []
    high = height >= HEIGHT_OF_HIGH_BARS
    return [*where, *_side(screen, width, high=high), *_banner(screen, width)]


def _side(screen: Screen, width: int, *, high: bool) -> Block:
    """A bar on the half of the screen that the side is on, with its word and arrows."""
    if screen.side is None or screen.tone == "urgent":
        return []
    half = width // 2
    word = _ARROWS[screen.side].format(_spaced(screen.side_word))
    bar = StyledText(word.center(half), "banner")
    edge = StyledText(" " * half, "banner")
    empty = StyledText(" " * (width - half))
    rows = ((edge, empty), (bar, empty), (edge, empty)) if high else ((bar, empty),)
    return [row if screen.side == "left" else row[::-1] for row in rows]


def _banner(screen: Screen, width: int) -> Block:
    """What must not be missed goes over the whole width, in place of a title."""
    if screen.tone != "urgent":
        return []
    edge = StyledText(" " * width, "urgent")
    return [(edge,), (StyledText(_spaced(screen.title).center(width), "urgent"),), (edge,)]


def _spaced(word: str) -> str:
    return " ".join(word.upper())


# the body: title, words, offer or items, timer, what comes next


def _body(screen: Screen, width: int, room: int) -> Block:
    beside = screen.picture if width >= WIDTH_WITH_PICTURE and room >= len(screen.picture) else ()
    column = min(LINE_MOST, width - 2 * MARGIN - (PICTURE_COLUMNS + MARGIN if beside else 0))
    told = [_title(screen), *_words(screen, column), _offer(screen, column), _items(screen, width)]
    coming = _lines(screen.coming, column)
    after = [_timer(screen, room - sum(len(block) for block in (*told, coming))), coming]
    rows = _spread([block for block in told + after if block], room, close=range(2, len(screen.words) + 1))
    return _beside(rows, beside, width)


def _title(screen: Screen) -> Block:
    title = "" if screen.tone == "urgent" else screen.title
    step = (StyledText(f" {screen.step.upper()} ", "banner"), StyledText("  ")) if screen.step else ()
    return [(StyledText(" " * MARGIN), *step, StyledText(title, "strong"))] if step or title else []


def _words(screen: Screen, column: int) -> list[Block]:
    """One block for each sentence."""
    return [_lines(sentence, column, "strong") for sentence in screen.words]


def _offer(screen: Screen, column: int) -> Block:
    """What is asked during a hold, with a bar at its left: it is a question, the rest are not."""
    return [
        (StyledText(" " * MARGIN + "┃ "), StyledText(line, "strong"))
        for line in wrap(screen.offer, column - 2)
    ]


def _items(screen: Screen, width: int) -> Block:
    return [row for item in screen.items for row in _item(item, width)]


def _item(item: str, width: int) -> Block:
    indent = " " * (MARGIN + len(_ITEM_MARK))
    lines = wrap(item, max(20, width - MARGIN - len(indent)))
    first = " " * MARGIN + _ITEM_MARK
    return [(StyledText((first if n == 0 else indent) + line),) for n, line in enumerate(lines)]


def _lines(text: str, column: int, style: Style = "plain") -> Block:
    return [(StyledText(" " * MARGIN + line, style),) for line in wrap(text, max(20, column))]


def _timer(screen: Screen, room: int) -> Block:
    """The timer as large as fits into that many rows, with some air around it."""
    if screen.timer.mode == "none":
        return []
    if room < ROWS:
        return _small_timer(screen)
    lines = large(screen.timer.text, 2 if room >= 2 * ROWS + AIR_OF_LARGEST else 1)
    rows: Block = [(StyledText(" " * MARGIN), StyledText(line, "strong")) for line in lines]
    return [*rows[:-1], (*rows[-1], StyledText("   " + screen.timer.label))]


def _small_timer(screen: Screen) -> Block:
    return [
        (
            StyledText(" " * MARGIN),
            StyledText(screen.timer.text, "strong"),
            StyledText(" " + screen.timer.label),
        )
    ]


def _beside(rows: Block, picture: Sequence[str], width: int) -> Block:
    """Put the lines of a picture at the right of rows of text."""
    if not picture:
        return rows
    height = max(len(rows), len(picture))
    column = width - MARGIN - PICTURE_COLUMNS
    rows = rows + [BLANK] * (height - len(rows))
    lines = [*picture, *[""] * (height - len(picture))]
    return [
        (*row, StyledText(" " * (column - _width(row)) + line)) if line else row
        for row, line in zip(rows, lines, strict=True)
    ]


# the foot: a rule, the keys, and what there is to note


def _foot(screen: Screen, width: int) -> Block:
    warning = [
        (StyledText(" " * MARGIN + line, "alarm"),) for line in wrap(screen.warning, width - 2 * MARGIN)[:2]
    ]
    note: Block = [(StyledText(" " * MARGIN + screen.note, "strong"),)] if screen.note else [BLANK]
    rule: Block = [(StyledText("─" * width),)]
    wrong = (StyledText(screen.wrong + "  "),) if screen.wrong else ()
    return [
        *note, *rule, *_flow(_hints(screen.keys), (), width),
        *_flow(_hints(screen.symptoms), wrong, width), *warning,
    ]  # fmt: skip


def _hints(hints: Sequence[Hint]) -> list[Row]:
    return [(StyledText(f" {hint.key} ", "key"), StyledText(f" {hint.label}")) for hint in hints]


def _flow(pieces: Sequence[Row], first: Row, width: int) -> Block:
    """Set pieces one after another, going to a new row where one does not fit."""
    rows: Block = []
    row: Row = (StyledText(" " * MARGIN), *first)
    for piece in pieces:
        if _width(row) + _width(piece) > width - MARGIN and len(row) > 1:
            rows.append(row)
            row = (StyledText(" " * MARGIN),)
        row = (*row, *piece, StyledText("   "))
    return [*rows, row] if pieces else rows


# air


def _spread(blocks: list[Block], height: int, close: Container[int] = ()) -> Block:
    """Set blocks under one another with as much air between them as there is: a row for each gap,
    then a row for those that are `close` to the block before, then a second row.
    """
    gaps = [0] * len(blocks)
    wide = [number for number in range(1, len(blocks)) if number not in close]
    narrow = [number for number in range(1, len(blocks)) if number in close]
    spare = max(0, height - sum(len(block) for block in blocks))
    for number in (wide + narrow + wide)[:spare]:
        gaps[number] += 1
    rows: Block = []
    for gap, block in zip(gaps, blocks, strict=True):
        rows += [BLANK] * gap + block
    return rows + [BLANK] * max(0, height - len(rows))


def _clip(rows: Block, width: int, height: int) -> tuple[Row, ...]:
    """Where even so there are too many rows, those of the head go, never the keys."""
    kept = rows[max(0, len(rows) - height) :]
    return tuple(_cut(row, width) for row in [*kept, *[BLANK] * (height - len(kept))])


def _cut(row: Row, width: int) -> Row:
    spans: list[StyledText] = []
    for span in row:
        spans.append(StyledText(span.text[: max(0, width)], span.style))
        width -= len(span.text)
    return tuple(span for span in spans if span.text)


def _width(row: Row) -> int:
    return sum(len(span.text) for span in row)
