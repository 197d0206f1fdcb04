"""Time and size of pictures and animations, beside the same shapes drawn by matplotlib's SVG backend."""

from __future__ import annotations

import gzip
import io
import json
import statistics
from collections.abc import Callable

from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.patches import Polygon
from tools.gallery.moving import animate
from tools.postures.clearance import BONES

from bench.measure import median_seconds, print_table
from lissom.figure import braille, draw, web_figures
from lissom.figure.body import BUILDS, SIDES
from lissom.figure.camera import CANVAS, aim
from lissom.figure.drawing import picture
from lissom.figure.limbs import spot
from lissom.figure.outline import trace
from lissom.figure.palette import PAINTS
from lissom.figure.poses import POSES
from lissom.figure.settle import settle
from lissom.figure.skeleton import stand

STILL = "gluteal.gluteal"
MOVE = ("leg-ladder.sit", "leg-ladder.reach")


def main() -> None:
    """Measure one picture and one motion each way, and all pictures, and print the table."""
    ways: dict[str, Callable[[], str]] = {
        "lissom draw": lambda: draw(STILL),
        "matplotlib, same outlines": _with_matplotlib,
        "matplotlib, bones as lines": _bones_with_matplotlib,
        "lissom animate": lambda: animate(*MOVE),
        "all for the page, as JSON": _document,
        "lissom braille 40 x 20": lambda: "\n".join(braille(STILL)),
    }
    times = {name: median_seconds(way, 9) for name, way in ways.items()}
    rows = [(name, f"{times[name] * 1e3:.1f}", f"{len(ways[name]().encode()):,}") for name in ways]
    print_table(("one of", "ms", "bytes"), rows)
    sizes = [len(draw(name).encode()) for name in POSES]
    middle = f"{statistics.median(sizes):,.0f}"
    print(f"{len(sizes)} pictures: median {middle} bytes, largest {max(sizes):,}; limit 12,000")
    moving = sorted(len(animate(pose.start, name).encode()) for name, pose in POSES.items() if pose.start)
    small = sum(size <= 12_000 for size in moving)
    middle = f"{statistics.median(moving):,.0f}"
    print(f"{len(moving)} motions: median {middle} bytes, largest {moving[-1]:,}; {small} within 12,000")
    packed = len(gzip.compress(_document().encode(), 9))
    print(f"all for the page: {packed:,} bytes compressed; limit 70,000")
    slower = times["matplotlib, same outlines"] / times["lissom draw"]
    print(f"matplotlib takes {slower:.1f} times as long as lissom draw")


def _document() -> str:
    """Return the document of all figures, made anew."""
    return json.dumps(web_figures.__wrapped__(), separators=(",", ":"))


def _canvas() -> tuple[FigureCanvasSVG, Figure]:
    drawing = Figure(figsize=(5, 5))
    canvas = FigureCanvasSVG(drawing)
    axes = drawing.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, CANVAS)
    axes.set_ylim(CANVAS, 0)
    return canvas, drawing


def _written(canvas: FigureCanvasSVG) -> str:
    out = io.StringIO()
    canvas.print_svg(out)
    return out.getvalue()


def _with_matplotlib() -> str:
    """Draw every outline of the same picture as a patch."""
    canvas, drawing = _canvas()
    for shape in picture(POSES[STILL], "right", BUILDS["usual"]).shapes():
        for outline in shape.outlines:
            patch = Polygon(trace(outline), closed=not shape.width, facecolor=PAINTS[shape.paint].light)
            drawing.axes[0].add_patch(patch)
    return _written(canvas)


def _bones_with_matplotlib() -> str:
    """Draw only the limbs' bones, each as one line: the least that shows a body."""
    canvas, drawing = _canvas()
    pose, build = POSES[STILL], BUILDS["usual"]
    body, view = stand(build, settle(pose, "right", build)), aim(pose.camera, pose.crop, "right")
    for side in SIDES:
        for a, b in BONES:
            (x, y), (u, v) = (view.project(spot(body, side, place)[0]) for place in (a, b))
            drawing.axes[0].plot([x, u], [y, v], linewidth=8, solid_capstyle="round")
    return _written(canvas)
