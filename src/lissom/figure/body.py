"""The proportions of the body: lengths, breadths and girths, and the builds it can be drawn in.

Lengths along the limbs are fractions of body height after Drillis & Contini (1966), as given in D. A. Winter,
Biomechanics and Motor Control of Human Movement, fig. 4.1: thigh 0.245, shank 0.246, ankle 0.039, foot 0.152,
upper arm 0.186, forearm 0.146, hand 0.108, hip to shoulder 0.288. Breadths between joint centres, the parts
of the trunk and all radii are ours: measured off drawings until the figure looked like a person.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from lissom.figure.vectors import Vector

Side = Literal["left", "right"]
SIDES: Final[tuple[Side, Side]] = ("left", "right")
SIGN: Final = MappingProxyType({"left": 1.0, "right": -1.0})
"""Which way along y (the person's left) a side lies."""


def opposite(side: Side) -> Side:
    """Return the other side."""
    return "left" if side == "right" else "right"


SEGMENTS: Final = MappingProxyType(
    {
        "thigh": 0.245,
        "shank": 0.246,
        "ankle": 0.039,
        "heel": 0.030,
        "ball": 0.085,
        "toes": 0.037,
        "hip": 0.053,
        "pelvis": 0.047,
        "lumbar": 0.094,
        "thorax": 0.165,
        "neck": 0.056,
        "skull": 0.108,
        "clavicle": 0.098,
        "upper-arm": 0.186,
        "forearm": 0.146,
        "palm": 0.058,
        "fingers": 0.050,
    }
)
"""Length of each segment as a fraction of body height. heel: behind the ankle. ball and toes: ahead of it,
together with the heel the foot's 0.152. hip: from the midline to the joint.
"""

SPINE_PARTS: Final = MappingProxyType({"lumbar": 3, "thoracic": 3, "neck": 2})
"""Into how many equal rigid parts a region of the spine is cut, so that it bends as a curve."""

RADII: Final = MappingProxyType(
    {
        "buttock": 0.052,
        "hip": 0.051,
        "hip-seam": 0.0485,
        "waist": 0.0230,
        "mid-thigh": 0.043,
        "knee": 0.0325,
        "calf": 0.0335,
        "hem": 0.026,
        "ankle": 0.021,
        "heel": 0.019,
        "ball": 0.0135,
        "toe": 0.0095,
        "small-toe": 0.0075,
        "neck": 0.033,
        "shoulder": 0.0345,
        "shoulder-seam": 0.0325,
        "sleeve": 0.0315,
        "biceps": 0.0255,
        "elbow": 0.0215,
        "forearm": 0.0230,
        "wrist": 0.0165,
        "palm": 0.0185,
        "finger": 0.0100,
        "thumb": 0.0085,
    }
)
"""Radius of the body at a place, as a fraction of height, for the usual build."""


@dataclass(frozen=True, slots=True)
class CrossSection:
    """One cross-section of the trunk: `part` of the way along its segment, half-width, depth to front and
    back.

    All as fractions of height, except `part`.
    """

    segment: str
    part: float
    wide: float
    front: float
    back: float


RINGS: Final = (
    CrossSection("pelvis", -0.95, 0.060, 0.034, 0.044),
    CrossSection("pelvis", -0.20, 0.093, 0.050, 0.060),
    CrossSection("pelvis", 0.55, 0.093, 0.056, 0.058),
    CrossSection("pelvis", 1.00, 0.088, 0.058, 0.054),
    CrossSection("lumbar.2", 0.50, 0.079, 0.058, 0.046),
    CrossSection("thorax.1", 0.20, 0.083, 0.063, 0.052),
    CrossSection("thorax.2", 0.20, 0.092, 0.069, 0.060),
    CrossSection("thorax.3", 0.00, 0.098, 0.066, 0.064),
    CrossSection("thorax.3", 0.45, 0.098, 0.052, 0.060),
    CrossSection("thorax.3", 0.86, 0.078, 0.036, 0.050),
    CrossSection("thorax.3", 1.04, 0.036, 0.022, 0.034),
)
"""The trunk's cross-sections from the seat up to the root of the neck; the first four wear the trousers."""

HIPS_UP_TO: Final = 4


@dataclass(frozen=True, slots=True)
class Build:
    """A body to draw: height in metres, how broad trunk and limbs are beside the usual, and its hair."""

    name: str
    height: float
    trunk: float
    limbs: float
    hair: str

    def length(self, segment: str) -> float:
        """Return a segment's length in metres."""
        return SEGMENTS[segment] * self.height

    def radius(self, place: str) -> float:
        """Return the body's radius at a place in metres."""
        return RADII[place] * self.height * self.limbs

    def sized(self, fractions: Vector) -> Vector:
        """Return an offset given in fractions of height in metres."""
        return (fractions[0] * self.height, fractions[1] * self.height, fractions[2] * self.height)


BUILDS: Final = MappingProxyType(
    {
        "usual": Build("usual", height=1.70, trunk=1.0, limbs=1.0, hair="hair"),
        "broad": Build("broad", height=1.72, trunk=1.24, limbs=1.16, hair="hair"),
        "older": Build("older", height=1.63, trunk=1.08, limbs=0.97, hair="grey"),
    }
)
