"""Draw a position, or a routine's positions in a row, as SVG or PNG.

Views from the front are as in a mirror: the person's left is on the left of the picture.
"""

from __future__ import annotations

import argparse
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from lissom.cli.arguments import looks_like_file
from lissom.content import library
from lissom.errors import LissomError
from lissom.extras import need

if TYPE_CHECKING:
    from lissom.figure import Theme
    from lissom.routine.model import Routine

SIDES = ("left", "right")
THEMES = ("auto", "light", "dark")
PNG_WIDTH = 960
LARGEST = 10_000
PAGES = {"light": "#ffffff", "dark": "#14171d"}
"""What a PNG is painted on."""
SANS_SERIF = {"darwin": "Helvetica", "win32": "Arial"}
"""The letters under a strip's pictures, where the system has them; a rasteriser does not look for others."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("pose", metavar="POSE|ROUTINE", help="a pose's id, or with --strip a routine's")
    parser.add_argument("--side", choices=SIDES, help="the side the position is for (default: right)")
    parser.add_argument("--build", default="usual", metavar="BUILD", help="usual, broad or older")
    parser.add_argument("--size", type=_pixels, metavar="N", help="width in pixels")
    parser.add_argument("--theme", choices=THEMES, help="default: auto; light for PNG")
    parser.add_argument("--strip", action="store_true", help="in a row, with titles below")
    parser.add_argument("-o", "--output", metavar="FILE.svg|.png", help="write there; PNG needs it")


def _pixels(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LARGEST:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {LARGEST}")
    return int(text)


def run(choices: argparse.Namespace) -> int:
    """Run the command."""
    kind = _kind(choices.output)
    svg = _draw(choices, kind)
    if choices.output is None:
        sys.stdout.write(svg)
    else:
        _write(_rasterise(svg, choices) if kind == ".png" else svg.encode(), choices.output)
    return 0


def _kind(output: str | None) -> str:
    kind = Path(output).suffix.lower() if output else ".svg"
    if kind not in (".svg", ".png"):
        raise LissomError(f"{output} is neither SVG nor PNG", "end the file's name in .svg or .png")
    return kind


def _draw(choices: argparse.Namespace, kind: str) -> str:
    from lissom.figure import draw_command
    from lissom.figure.body import BUILDS

    if choices.build not in BUILDS:
        raise LissomError(f"there is no build {choices.build!r}", _near(choices.build, tuple(BUILDS)))
    named, title = _poses_of(choices.pose, choices.strip)
    theme: Theme = choices.theme or "auto"
    if kind == ".png" and theme == "auto":
        theme = "light"  # a rasteriser knows no page to follow
    size = PNG_WIDTH * len(named) if kind == ".png" and choices.size is None else choices.size
    return draw_command(
        named,
        side=choices.side,
        build=choices.build,
        size=min(size, LARGEST) if size else None,
        theme=theme,
        in_row=choices.strip,
        title=title,
    )


def _poses_of(word: str, in_row: bool) -> tuple[tuple[str, ...], str]:
    """Return the poses a word means, and a title for them.

    Raises:
        LissomError: if it means none, or a routine where one picture was asked for.
    """
    from lissom.figure import poses

    if word in poses():
        return (word,), poses()[word].title
    known = library.ids()
    if word not in known:
        if looks_like_file(word):
            raise LissomError(f"{word} is a file, not a pose", "lissom poses lists the poses")
        raise LissomError(f"there is no pose or routine {word!r}", _near(word, (*poses(), *known)))
    if not in_row:
        raise LissomError(f"{word} is a routine with several positions", "add --strip")
    routine = library.routine(word)
    return _positions(routine, frozenset(poses())), routine.title


def _positions(routine: Routine, drawn: frozenset[str]) -> tuple[str, ...]:
    """Return the poses of a routine's positions, in order, each once."""
    named = (position.pose for stretch in routine.stretches for position in stretch.positions)
    return tuple(dict.fromkeys(pose for pose in named if pose in drawn))


def _near(word: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(word, known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"there are {', '.join(known)}"


def _rasterise(svg: str, choices: argparse.Namespace) -> bytes:
    need("pictures")
    import resvg_py

    page = PAGES[choices.theme if choices.theme == "dark" else "light"]
    letters = SANS_SERIF.get(sys.platform, "DejaVu Sans")
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, background=page, sans_serif_family=letters))


def _write(content: bytes, output: str) -> None:
    try:
        Path(output).write_bytes(content)
    except OSError as error:
        raise LissomError(f"cannot write {output}: {(error.strerror or 'unknown reason').lower()}") from None
