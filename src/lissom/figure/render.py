"""From a pose's name to the text of its picture: still, and several in a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from lissom.figure.body import BUILDS, Build, Side, opposite
from lissom.figure.camera import CANVAS, is_mirror
from lissom.figure.cover import spare
from lissom.figure.drawing import Picture, picture
from lissom.figure.marks import GLOWS
from lissom.figure.palette import Theme
from lissom.figure.pose import Pose
from lissom.figure.poses import POSES
from lissom.figure.svg import document, paint_attributes, write_group, write_person, write_shape

USUAL_SIDE: Final[Side] = "right"
CAPTION_HEIGHT: Final = 128.0
AS_IN_A_MIRROR: Final = "Shown as in a mirror: left is on the left."


class UnknownPose(KeyError):
    """Asked for a pose that does not exist."""

    def __str__(self) -> str:
        return f"There is no pose {self.args[0]!r}. `lissom poses` lists them."


@dataclass(frozen=True, slots=True)
class Texts:
    """The words that go with a picture, in the reader's language."""

    title: str
    description: str


def find_pose(pose_id: str) -> Pose:
    """Return the pose of that id; raise UnknownPose where there is none."""
    if pose_id not in POSES:
        raise UnknownPose(pose_id)
    return POSES[pose_id]


def find_build(name: str) -> Build:
    """Return the build of that name; raise ValueError, naming those there are, where there is none."""
    if name not in BUILDS:
        raise ValueError(f"There is no build {name!r}. Builds: {', '.join(BUILDS)}.")
    return BUILDS[name]


def describe(pose: Pose, side: Side) -> Texts:
    """Return the picture's words in English."""
    names = {"side": side, "other": opposite(side)}
    felt = [GLOWS[name].words.format(**names) for name in pose.glow]
    words = pose.words.format(**names)
    if felt:
        words += f" It is felt in {' and '.join(felt)}."
    if is_mirror(pose.camera):
        words += f" {AS_IN_A_MIRROR}"
    return Texts(f"{pose.title} ({side})" if pose.sided else pose.title, words)


def draw(
    pose_id: str,
    *,
    side: Side | None = None,
    build: str = "usual",
    size: int | None = None,
    theme: Theme = "auto",
    texts: Texts | None = None,
    badge: bool = True,
) -> str:
    """Return the picture of a pose as SVG text.

    Without a side it is the right one. `size` is the width in pixels it asks for. The theme `auto` follows
    the page (CSS variables, light and dark); `light` and `dark` hold plain colours for paper and for programs
    that know no CSS. `texts` replaces the English title and description.
    """
    pose, side = find_pose(pose_id), side or USUAL_SIDE
    words = texts or describe(pose, side)
    markup = write_picture(picture(pose, side, find_build(build), badge), theme)
    return document(
        markup,
        key=f"{pose_id}-{side}",
        title=words.title,
        description=words.description,
        width=CANVAS,
        height=CANVAS,
        size=size,
        theme=theme,
    )


def write_picture(drawn: Picture, theme: Theme) -> str:
    """Return the elements of a picture."""
    seen = (shape for each in drawn.person for shape in spare([each]) if shape.outlines)
    person = write_person(((shape, write_shape(shape, theme)) for shape in seen), theme)
    return "".join(
        (
            write_group(drawn.room, theme),
            person,
            write_group(drawn.marks, theme) if drawn.marks else "",
        )
    )


def strip(
    pose_ids: Sequence[str],
    sides: Sequence[Side | None],
    *,
    captions: Sequence[str] | None = None,
    build: str = "usual",
    size: int | None = None,
    theme: Theme = "auto",
    title: str = "Positions in order",
) -> str:
    """Return the pictures side by side as one SVG, like a comic, with a caption below each where given.

    `sides` and `captions` are as long as `pose_ids`; a ValueError says so if they are not.
    """
    body = find_build(build)
    cells, words = [], []
    below = captions or [""] * len(pose_ids)
    for index, (pose_id, asked, text) in enumerate(zip(pose_ids, sides, below, strict=True)):
        pose, side = find_pose(pose_id), asked or USUAL_SIDE
        caption = _caption(text, theme) if text else ""
        cells.append(
            f'<svg x="{index * CANVAS:.0f}" width="{CANVAS:.0f}" height="{CANVAS + CAPTION_HEIGHT:.0f}">'
            f"{write_picture(picture(pose, side, body), theme)}{caption}</svg>"
        )
        words.append(f"{index + 1}. {describe(pose, side).title}.")
    return document(
        "".join(cells),
        key="strip-" + "-".join(pose_ids),
        title=title,
        description=" ".join(words),
        width=CANVAS * len(cells),
        height=CANVAS + (CAPTION_HEIGHT if captions else 0.0),
        size=size,
        theme=theme,
    )


def _caption(text: str, theme: Theme) -> str:
    ink = paint_attributes(theme, fill="text")
    return (
        f'<text x="{CANVAS / 2:.0f}" y="{CANVAS + 52:.0f}" text-anchor="middle" font-size="48" '
        f'font-family="system-ui,sans-serif" {ink}>{escape(text)}</text>'
    )
