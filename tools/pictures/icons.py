"""Write the app's icons from the figure: the SVG, and the PNGs that phones and desktops ask for.

python -m tools.pictures.icons
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import resvg_py

from lissom.figure.drawing import picture
from lissom.figure.render import find_build, find_pose, write_picture

ICONS = Path(__file__).parents[2] / "browser/icons"
POSE = "sideways-reach.sideways-reach"
GROUND = "#dcebe7"  # `--act-soft` of app.css
CANVAS = 512
ROUND = 108  # the corners of the icon that is shown as it is
NEAR, FAR = (130, 50, 580), (40, -50, 770)  # the part of the picture that is shown: left, top, width
# a maskable icon may be cut to a circle of four fifths, so more stands around the figure there


def icon(part: tuple[int, int, int], corner: int) -> str:
    """Return the icon as SVG: a part of the figure's picture on its ground, the corners so round."""
    drawn = picture(find_pose(POSE), "right", find_build("usual"), False)
    person = tuple(shape for shape in drawn.person if not shape.name.startswith("glow."))
    markup = write_picture(replace(drawn, person=person, marks=()), "light")
    left, top, width = part
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {CANVAS} {CANVAS}">'
        f'<clipPath id="edge"><rect width="{CANVAS}" height="{CANVAS}" rx="{corner}"/></clipPath>'
        f'<g clip-path="url(#edge)" stroke-linecap="round" stroke-linejoin="round">'
        f'<rect width="{CANVAS}" height="{CANVAS}" fill="{GROUND}"/>'
        f'<g transform="scale({CANVAS / width:.4f}) translate({-left} {-top})">{markup}</g></g></svg>\n'
    )


def png(svg: str, size: int) -> bytes:
    """Return the icon as PNG."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size))


def main() -> None:
    """Write all icons."""
    ICONS.mkdir(exist_ok=True)
    whole, maskable = icon(NEAR, ROUND), icon(FAR, 0)
    (ICONS / "icon.svg").write_text(whole, encoding="utf-8")
    (ICONS / "icon-192.png").write_bytes(png(whole, 192))
    (ICONS / "icon-512.png").write_bytes(png(whole, 512))
    (ICONS / "maskable-512.png").write_bytes(png(maskable, 512))


if __name__ == "__main__":
    main()
