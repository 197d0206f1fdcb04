"""What `lissom draw` and `lissom poses` do, as functions of their arguments; the command line reads and
writes.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict

from lissom.figure.body import Side
from lissom.figure.catalogue import poses
from lissom.figure.palette import Theme
from lissom.figure.render import draw, strip


def draw_command(
    pose_ids: Sequence[str],
    *,
    side: Side | None = None,
    build: str = "usual",
    size: int | None = None,
    theme: Theme = "auto",
    in_row: bool = False,
    title: str = "Positions in order",
) -> str:
    """Return the SVG text of one pose, or of several (a routine's) in a row with their titles.

    The caller turns a routine's name into its poses, and the text into PNG where asked (with the theme
    `light`, which needs no CSS). More than one pose needs `in_row`; a ValueError says so. An unknown pose
    raises UnknownPose.
    """
    if in_row:
        captions = [poses()[name].title if name in poses() else name for name in pose_ids]
        sides = [side] * len(pose_ids)
        return strip(pose_ids, sides, captions=captions, build=build, size=size, theme=theme, title=title)
    if len(pose_ids) != 1:
        raise ValueError(f"{len(pose_ids)} poses make a strip: add --strip, or name one pose.")
    return draw(pose_ids[0], side=side, build=build, size=size, theme=theme)


def poses_command(*, as_json: bool = False) -> str:
    """Return the list of poses: one a line (id, title), or everything about them as JSON."""
    if as_json:
        return json.dumps([asdict(info) for info in poses().values()], indent=2, ensure_ascii=False) + "\n"
    width = max(len(name) for name in poses())
    return "".join(f"{name:<{width}}  {info.title}\n" for name, info in poses().items())
