"""From a chart's description to SVG that says what it is. The library loads when the first is drawn."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from threading import Lock
from typing import TYPE_CHECKING

from lissom.web.charts.look import Look

if TYPE_CHECKING:
    import altair

_ONE_AT_A_TIME = Lock()  # the renderer is one engine for the process
_START = re.compile(r"<svg\b([^>]*)>")


def draw(chart: altair.LayerChart | altair.FacetChart, look: Look, title: str, about: str) -> str:
    """Return a chart as SVG, with a title and a description for who cannot see it."""
    import vl_convert

    width, height = look.size
    sized = chart.properties(
        width=width, height=height, autosize={"type": "fit", "contains": "padding"}
    ).configure(**look.config())
    with _ONE_AT_A_TIME:
        drawn = vl_convert.vegalite_to_svg(sized.to_dict())
    return _told(drawn, title, about)


def _told(drawn: str, title: str, about: str) -> str:
    """Put title and description first, as the pictures of positions have them."""
    named = ' role="img" aria-labelledby="title about">'
    words = f'<title id="title">{escape(title)}</title><desc id="about">{escape(about)}</desc>'
    return _START.sub(lambda found: f"<svg{found[1]}{named}{words}", drawn, count=1)


def labels(words: Mapping[int, str]) -> str:
    """Return an expression that gives each number of an axis its words."""
    pairs = ",".join(f"'{number}':{quoted(text)}" for number, text in words.items())
    return f"({{{pairs}}})[datum.value]"


def quoted(text: str) -> str:
    """Return words as they stand in an expression."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
