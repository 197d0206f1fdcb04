"""A motion as an animated SVG for pages that run no script: the end pose's picture, and a style that moves
it.

The picture itself is the still end pose, drawn once. The style brings each part there from where it was: by a
turn where it turns as a whole, else by its outline. Whoever asked for less motion, and a browser that cannot
animate outlines, sees the end pose. The style's names are short and its own: show the file as an image.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from lissom.figure.body import Side
from lissom.figure.camera import CANVAS, aim
from lissom.figure.film import Film, Filmed, shoot
from lissom.figure.marks import HALOS
from lissom.figure.outline import number
from lissom.figure.palette import PAINTS, Theme
from lissom.figure.render import USUAL_SIDE, Texts, describe, find_build
from lissom.figure.shape import Shape
from lissom.figure.svg import (
    EDGE_OPACITY,
    EDGE_WIDTH,
    document,
    is_edged,
    write_group,
    write_person,
    write_shape,
)
from tools.gallery.easing import PACE, Piece
from tools.gallery.plan import Chain, Plan, Planned, plan_person
from tools.gallery.plane import find_plane
from tools.gallery.tween import STEPS, Series, Turning
from tools.gallery.wording import is_even, pack_path, word_turn

SECONDS: Final = 4
"""One way; the picture goes there and back without end. Much of it is the slow arrival at the end pose."""


LARGEST: Final = 12_000
"""So many bytes a moving picture should have at most."""

LOOSER: Final = (1.0, 1.25, 1.5, 2.0, 2.5)
"""How many times as far from its place than usual a part may be, tried in turn until the picture is small."""

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
NAMING: Final = LETTERS + LETTERS.upper()

FADE: Final = "0%{opacity:0}"
"""How a glow appears as the stretch is reached."""

EDGE: Final = f' stroke-width="{EDGE_WIDTH}" stroke-opacity="{EDGE_OPACITY}" paint-order="stroke"'
EDGE_STYLE: Final = f".w{{stroke-width:{EDGE_WIDTH};stroke-opacity:{EDGE_OPACITY};paint-order:stroke}}"


@dataclass(slots=True)
class Sheet:
    """The motions written so far, and the classes that ask for them; equal ones share a name."""

    names: dict[tuple[str, str], str] = field(default_factory=dict)

    def name(self, motion: str, about: str = "") -> str:
        """Return the class of a motion, given the text of its keyframes and the point it turns about."""
        rest, last = divmod(len(self.names), len(NAMING))
        return self.names.setdefault((motion, about), f"x{NAMING[last]}{rest or ''}")

    def write(self) -> str:
        """Return the style that moves the parts, where the viewer can see and wants it."""
        pace = Piece(0.0, PACE).write()
        moving = f"[class^=x]{{animation:{SECONDS}s {pace} infinite alternate}}"
        moving += "".join(_ask(name, *asked) for asked, name in self.names.items())
        guarded = f'@media(prefers-reduced-motion:no-preference){{@supports(d:path("M0 0")){{{moving}}}}}'
        return guarded + "".join(f"@keyframes {name}{{{text}}}" for (text, _), name in self.names.items())


def _ask(name: str, motion: str, about: str) -> str:
    """Return the rule of a class that asks for a motion."""
    origin = f"transform-origin:{about};" if about else ""
    even = ";animation-timing-function:linear" if is_even(motion) else ""
    return f".{name}{{{origin}animation-name:{name}{even}}}"


def animate(
    from_pose: str,
    to_pose: str,
    *,
    side: Side | None = None,
    build: str = "usual",
    size: int | None = None,
    theme: Theme = "auto",
    texts: Texts | None = None,
) -> str:
    """Return an animated SVG of the motion, there and back without end.

    It needs no script. Where the viewer asked for reduced motion it is the still end pose. The theme `auto`
    follows the viewer's light or dark, but, being an image of its own, no page's variables.
    """
    film = shoot(
        from_pose, to_pose, side or USUAL_SIDE, find_build(build), [i / STEPS for i in range(STEPS + 1)]
    )
    words = texts or describe(film.pose, film.side)
    shapes = [part for part in film.person() if not _is_glow(part[0]) or part[0].name.endswith(".0")]
    text = ""
    for looser in LOOSER:
        text = document(
            _write_motion(film, shapes, looser, theme),
            key=f"{to_pose}-{film.side}",
            title=words.title,
            description=words.description,
            width=CANVAS,
            height=CANVAS,
            size=size,
            theme="light",
        )
        if len(text.encode()) <= LARGEST:
            break
    return text


def _write_motion(film: Film, shapes: list[Filmed], looser: float, theme: Theme) -> str:
    """Return the style and the elements of a motion, as true to the body as asked."""
    sheet = Sheet()
    plane = find_plane(aim(film.pose.camera, film.pose.crop, film.side))
    person = "".join(_write_parts(plan_person(shapes, plane, looser), theme, sheet))
    markup = f"{write_group(film.last.room, theme)}{person}{write_group(film.last.marks, theme)}"
    markup = _pack(_spare_edges(markup))
    colours, markup = _shorten(markup) if theme == "auto" else ("", markup)
    return f"<style>{colours}{EDGE_STYLE}{plane.write()}{sheet.write()}</style>{markup}"


Carried = tuple[Chain, Shape, tuple[Series, Plan]]
"""What carries a piece, the shape it is of, and the piece."""


def _write_parts(planned: list[Planned], theme: Theme, sheet: Sheet) -> Iterator[str]:
    """Yield the person's markup; neighbours that are carried by the same turns share the carriers."""
    for in_one, group in groupby(planned, key=lambda each: len(each[1]) == 1):
        if in_one:
            whole = [(shape, pieces[0]) for shape, pieces in group]
            yield _carry([(piece[1].chain, shape, piece) for shape, piece in whole], theme, sheet)
        else:
            yield from (_write_pieces(shape, pieces, theme, sheet) for shape, pieces in group)


def _carry(parts: Sequence[Carried], theme: Theme, sheet: Sheet) -> str:
    """Return the parts with what carries them around them: unfolded outside, flattened inside."""
    text = ""
    for moves, group in groupby(parts, key=lambda part: bool(part[0])):
        nested = _nest(list(group), 0, theme, sheet)
        text += f'<g class="u">{nested}</g>' if moves else nested
    return text


def _nest(parts: Sequence[Carried], depth: int, theme: Theme, sheet: Sheet) -> str:
    text = ""
    for turning, group in groupby(parts, key=lambda part: part[0][depth] if len(part[0]) > depth else None):
        if turning is not None:
            text += f"<g{_moved(turning, sheet)}>{_nest(list(group), depth + 1, theme, sheet)}</g>"
            continue
        drawn = [(shape, _write_piece(shape, *piece, theme, sheet)) for _, shape, piece in group]
        person = write_person(drawn, theme)
        text += f'<g class="v">{person}</g>' if depth else person
    return text


def _write_piece(shape: Shape, series: Series, plan: Plan, theme: Theme, sheet: Sheet) -> str:
    text = write_shape(replace(shape, outlines=series[-1]), theme)
    if plan.change:
        text = _add_class(text, sheet.name(plan.change))
    return _write_glow(shape, text, sheet) if _is_glow(shape) else text


def _is_glow(shape: Shape) -> bool:
    return shape.name.startswith("glow.")


def _write_glow(shape: Shape, line: str, sheet: Sheet) -> str:
    """Return a glow's lines, one on top of another, from the first of them: the others are its path again."""
    key = shape.name.removeprefix("glow.").removesuffix(".0")
    path = re.sub(r' (?:stroke-width|opacity)="[^"]+"', "", line).replace("<path", f'<path id="{key}"')
    widths = [number(shape.width / HALOS[0][0] * share) for share, _ in HALOS]
    first, *others = [
        f'stroke-width="{width}" opacity="{number(opacity, 2)}"'
        for width, (_, opacity) in zip(widths, HALOS, strict=True)
    ]
    again = "".join(f'<use href="#{key}" {line}/>' for line in others)
    return f'<g class="{sheet.name(FADE)}"><g {first}>{path}</g>{again}</g>'


def _add_class(element: str, name: str) -> str:
    """Return a path's element with one more class, which comes first."""
    if 'class="' in element:
        return element.replace('class="', f'class="{name} ', 1)
    return element.replace("<path", f'<path class="{name}"', 1)


def _write_pieces(shape: Shape, pieces: list[tuple[Series, Plan]], theme: Theme, sheet: Sheet) -> str:
    """Return the pieces: first all edges, then all fills, so that no edge shows within the shape."""
    plain = replace(shape, name="piece")  # so that the pieces get no edge of their own
    drawn = _carry([(piece[1].chain, plain, piece) for piece in pieces], theme, sheet)
    if not is_edged(shape):
        return drawn
    key = shape.name.replace("leg", "l").replace("arm", "a").replace(".left.", "l").replace(".right.", "r")
    edges = write_person([(shape, f'<use href="#{key}"/>')], theme)
    return f'{edges}<g id="{key}">{drawn}</g>'


def _moved(turning: Turning, sheet: Sheet) -> str:
    """Return the attribute that moves an element by a turn."""
    about = f"{number(turning.about.real, 0)}px {number(turning.about.imag, 0)}px"
    return f' class="{sheet.name(word_turn(turning), about)}"'


def _pack(markup: str) -> str:
    return re.sub(r' d="([^"]+)"', lambda found: f' d="{pack_path(found[1])}"', markup)


def _spare_edges(markup: str) -> str:
    """Return the markup with the edge's widths told once, in the style, not on each group."""
    markup = re.sub(rf'class="([^"]+)"{EDGE}', r'class="\1 w"', markup)
    return markup.replace(EDGE, ' class="w"')


def _shorten(markup: str) -> tuple[str, str]:
    """Return a style for the colours that are used, light and dark, and the markup with short names."""
    used = dict.fromkeys(re.findall(r"[fs]-[a-z-]+(?=[ \"])", markup))
    short = {name: LETTERS[i] if i < 20 else f"z{LETTERS[i - 20]}" for i, name in enumerate(used)}
    light, dark = [], []
    for name, brief in short.items():
        attribute, paint = {"f": "fill", "s": "stroke"}[name[0]], PAINTS[name[2:]]
        light.append(f".{brief}{{{attribute}:{paint.light}}}")
        dark.append(f".{brief}{{{attribute}:{paint.dark}}}")
    style = f"{''.join(light)}@media(prefers-color-scheme:dark){{{''.join(dark)}}}"
    named = re.sub(
        r'class="([^"]+)"',
        lambda found: f'class="{" ".join(short.get(n, n) for n in found[1].split())}"',
        markup,
    )
    return style, named
