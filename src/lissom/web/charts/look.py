"""How a chart looks: the colours of a theme, its size, and how large its words are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

Theme = Literal["light", "dark"]
Shape = Literal["wide", "narrow"]
TextSize = Literal["usual", "large", "largest"]

# The tokens of app.css that a chart needs; a test holds them against that file.
COLOURS: Final[Mapping[Theme, Mapping[str, str]]] = {
    "light": {
        "page": "#faf7f2", "line": "#ddd5c9", "ink": "#23262e", "quiet": "#5a5d66",
        "act": "#1c6a5f", "act-soft": "#dcebe7", "right": "#8a3a78",
    },
    "dark": {
        "page": "#14171d", "line": "#373d4a", "ink": "#ece9e3", "quiet": "#b3b4b9",
        "act": "#7fcabb", "act-soft": "#20352f", "right": "#eaa6da",
    },
}  # fmt: skip
FONTS: Final = "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Liberation Sans, sans-serif"
SIZES: Final[Mapping[Shape, tuple[int, int]]] = {"wide": (860, 300), "narrow": (340, 260)}  # pixels
MOST_WEEKS: Final[Mapping[Shape, int]] = {"wide": 12, "narrow": 6}
LETTERS: Final[Mapping[TextSize, int]] = {"usual": 15, "large": 18, "largest": 22}  # pixels


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one chart."""

    theme: Theme = "light"
    shape: Shape = "wide"
    text: TextSize = "usual"

    @property
    def colours(self) -> Mapping[str, str]:
        """The colours of the theme, by token."""
        return COLOURS[self.theme]

    @property
    def letters(self) -> int:
        """The size of the words, in pixels."""
        return LETTERS[self.text]

    @property
    def size(self) -> tuple[int, int]:
        """The width and height of the whole picture, in pixels; larger words need more height."""
        width, height = SIZES[self.shape]
        return width, height + 6 * (self.letters - LETTERS["usual"])

    @property
    def most_labels(self) -> int:
        """How many labels have room below a chart."""
        return max(2, self.size[0] // (6 * self.letters))

    @property
    def most_weeks(self) -> int:
        """How many weeks have room; the table beneath has them all."""
        return MOST_WEEKS[self.shape]

    def config(self) -> dict[str, Any]:
        """Return what every chart is drawn with."""
        quiet = {"labelColor": self.colours["quiet"], "titleColor": self.colours["quiet"]}
        words = {"labelFontSize": self.letters, "titleFontSize": self.letters, "titleFontWeight": "normal"}
        return {
            "font": FONTS,
            "background": "transparent",
            "padding": {"left": 2, "right": 12, "top": 8, "bottom": 2},
            "view": {"stroke": None},
            "axis": {
                **quiet, **words, "gridColor": self.colours["line"], "domain": False, "ticks": False,
                "labelPadding": 8, "titlePadding": 12,
            },
            "legend": {
                **quiet, **words, "labelColor": self.colours["ink"], "orient": "top", "title": None,
                "symbolSize": 140, "columnPadding": 24, "labelLimit": 400, "offset": 12,
                "columns": 1 if self.shape == "narrow" else 2,
            },
        }  # fmt: skip
