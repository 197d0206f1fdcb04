"""The body that shows each position: poses as data, stills, braille dots, and motions for a browser.

Pure, and a leaf: it imports nothing else of Lissom, reads no file and no clock. Views from the front are as
in a mirror: the person's left is on the left of the picture. A mirrored pose is the mirrored picture.
"""

from lissom.figure.body import Side
from lissom.figure.braille import braille
from lissom.figure.catalogue import PoseInfo, poses
from lissom.figure.command import draw_command, poses_command
from lissom.figure.palette import PAINTS, Theme, palette_css
from lissom.figure.render import Texts, UnknownPose, draw, strip
from lissom.figure.spoken import describe_in, web_words
from lissom.figure.web import web_figures

__all__ = [
    "PAINTS",
    "PoseInfo",
    "Side",
    "Texts",
    "Theme",
    "UnknownPose",
    "braille",
    "describe_in",
    "draw",
    "draw_command",
    "palette_css",
    "poses",
    "poses_command",
    "strip",
    "web_figures",
    "web_words",
]
