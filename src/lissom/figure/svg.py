"""Shapes as SVG text: the only place that knows elements, attributes and styles."""

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby
from typing import Final

from lissom.figure.outline import number, write_path
from lissom.figure.palette import PAINTS, Theme
from lissom.figure.shape import Shape

EDGE_WIDTH: Final = 5
EDGE_OPACITY: Final = 0.62
EDGED: Final = ("leg.", "arm.", "trunk.shirt", "neck", "head.face", "head.hair", "head.bun", "head.ear")
"""Names of what gets a fine edge: the parts of the body, the features of the face left out."""


def paint_attributes(theme: Theme, *, fill: str | None = None, stroke: str | None = None) -> str:
    """Return the attributes that colour an element: plain colours for a fixed theme, else classes."""
    if theme == "auto":
        classes = [f"f-{fill}"] * bool(fill) + [f"s-{stroke}"] * bool(stroke)
        return f'class="{" ".join(classes)}"' + ("" if fill else ' fill="none"')
    colour = {name: getattr(paint, theme) for name, paint in PAINTS.items()}
    line = f' stroke="{colour[stroke]}"' if stroke else ""
    return f'fill="{colour[fill] if fill else "none"}"{line}'


def style_sheet(markup: str) -> str:
    """Return the style of the classes that the markup uses; colours follow the page's variables, light and
    dark.
    """
    light, dark = [], []
    for paint, colours in PAINTS.items():
        for letter, attribute in (("f", "fill"), ("s", "stroke")):
            name = f"{letter}-{paint}"
            if re.search(rf'["\s]{name}["\s]', markup):
                light.append(f".{name}{{{attribute}:var(--lissom-{paint},{colours.light})}}")
                dark.append(f".{name}{{{attribute}:var(--lissom-{paint},{colours.dark})}}")
    return f"<style>{''.join(light)}@media(prefers-color-scheme:dark){{{''.join(dark)}}}</style>"


def write_shape(shape: Shape, theme: Theme, inside: str = "", path: str | None = None) -> str:
    """Return one shape's element; `inside` is what an animation puts into it, `path` replaces its outline."""
    data = write_path(shape.outlines) if path is None else path
    opacity = f' opacity="{number(shape.opacity, 2)}"' if shape.opacity < 1 else ""
    end = f">{inside}</path>" if inside else "/>"
    return f'<path d="{data}" {_colours(shape, theme)}{opacity}{end}'


def is_edged(shape: Shape) -> bool:
    """Tell whether a shape of the person is drawn with the fine edge."""
    return shape.name.startswith(EDGED)


def _colours(shape: Shape, theme: Theme) -> str:
    if shape.width:
        line = paint_attributes(theme, stroke=shape.paint)
        return f'{line} stroke-width="{number(shape.width)}"'
    if shape.rim:
        both = paint_attributes(theme, fill=shape.paint, stroke=shape.paint)
        return f'{both} stroke-width="{number(shape.rim)}"'
    return paint_attributes(theme, fill=shape.paint)


def write_group(shapes: Iterable[Shape], theme: Theme) -> str:
    """Return a group of shapes without edges."""
    return f"<g>{''.join(write_shape(shape, theme) for shape in shapes)}</g>"


def write_person(elements: Iterable[tuple[Shape, str]], theme: Theme) -> str:
    """Return the person's elements, the parts of the body with a fine edge, so that limbs stand off one
    another.
    """
    edge = paint_attributes(theme, stroke="edge").replace(' fill="none"', "").replace('fill="none" ', "")
    start = f'<g {edge} stroke-width="{EDGE_WIDTH}" stroke-opacity="{EDGE_OPACITY}" paint-order="stroke">'
    groups = groupby(elements, key=lambda element: is_edged(element[0]))
    return "".join(
        f"{start if edged else '<g>'}{''.join(text for _, text in group)}</g>" for edged, group in groups
    )


def text_alternatives(key: str, title: str, description: str) -> str:
    """Return the title and the description elements; `key` makes their ids unique in a page."""
    return f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(description)}</desc>'


def document(
    body: str,
    *,
    key: str,
    title: str,
    description: str,
    width: float,
    height: float,
    size: int | None,
    theme: Theme,
) -> str:
    """Return a whole SVG document around the markup."""
    shown = f' width="{size}" height="{round(size * height / width)}"' if size else ""
    style = style_sheet(body) if theme == "auto" else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(height)}"{shown} '
        f'role="img" '
        f'aria-labelledby="{key}-t {key}-d" stroke-linecap="round" stroke-linejoin="round">'
        f"{text_alternatives(key, title, description)}{style}{body}</svg>\n"
    )
