"""Arms and legs as shapes: tapered capsules along the bones, dressed in trousers and short sleeves."""

from typing import Final

from lissom.figure.body import Side
from lissom.figure.camera import View
from lissom.figure.outline import Capsule
from lissom.figure.shape import Layer, Shape
from lissom.figure.skeleton import Skeleton
from lissom.figure.vectors import DOWN, Vector, between, dot, rotate

Spot = tuple[str, Vector, str]
"""A disc on the body: segment, offset (fractions of height, y outwards), the place whose radius it has."""

SPOTS: Final[dict[str, Spot]] = {
    "hip": ("thigh", (0.0, -0.004, -0.004), "hip"),
    "hip-seam": ("thigh", (0.0, -0.004, -0.004), "hip-seam"),
    "groin": ("thigh", (0.002, -0.002, -0.035), "hip-seam"),
    "waist": ("pelvis", (0.0, 0.044, -0.002), "waist"),
    "mid-thigh": ("thigh", (0.006, 0.0, -0.115), "mid-thigh"),
    "knee": ("shank", (0.0, 0.0, 0.0), "knee"),
    "calf": ("shank", (-0.007, 0.0, -0.075), "calf"),
    "hem": ("shank", (-0.001, 0.0, -0.205), "hem"),
    "shin": ("shank", (0.0, 0.0, -0.18), "ankle"),
    "ankle": ("foot", (0.0, 0.0, 0.0), "ankle"),
    "heel": ("foot", (-0.016, 0.0, -0.020), "heel"),
    "inner-ball": ("foot", (0.085, -0.013, -0.0255), "ball"),
    "outer-ball": ("foot", (0.076, 0.015, -0.0275), "toe"),
    "big-toe": ("toes", (0.030, -0.012, 0.001), "toe"),
    "small-toe": ("toes", (0.016, 0.016, -0.002), "small-toe"),
    "shoulder": ("upper-arm", (0.0, -0.004, -0.004), "shoulder"),
    "shoulder-seam": ("upper-arm", (0.0, -0.006, -0.006), "shoulder-seam"),
    "breast": ("thorax.3", (0.0, 0.058, -0.010), "shoulder-seam"),
    "collar": ("thorax.3", (0.0, 0.050, 0.022), "waist"),
    "sleeve": ("upper-arm", (0.0, 0.0, -0.115), "sleeve"),
    "biceps": ("upper-arm", (0.003, 0.0, -0.09), "biceps"),
    "elbow": ("forearm", (0.0, 0.0, 0.0), "elbow"),
    "forearm": ("forearm", (0.002, 0.0, -0.04), "forearm"),
    "wrist": ("hand", (0.0, 0.0, 0.0), "wrist"),
    "palm": ("hand", (0.0, 0.0, -0.042), "palm"),
    "fingers": ("hand", (0.004, 0.0, -0.092), "finger"),
    "thumb": ("hand", (0.022, -0.004, -0.055), "thumb"),
}

Chain = tuple[str, str, tuple[tuple[str, str], ...]]
"""A shape of a limb: its name, its paint, and the pairs of spots that its capsules join."""

LEG_SHAPES: Final[tuple[Chain, ...]] = (
    (
        "foot",
        "skin",
        (
            ("shin", "ankle"),
            ("ankle", "heel"),
            ("heel", "inner-ball"),
            ("heel", "outer-ball"),
            ("ankle", "inner-ball"),
            ("ankle", "outer-ball"),
            ("inner-ball", "big-toe"),
            ("outer-ball", "small-toe"),
            ("big-toe", "small-toe"),
            ("inner-ball", "outer-ball"),
        ),
    ),
    (
        "trousers",
        "trousers",
        (("hip", "mid-thigh"), ("mid-thigh", "knee"), ("knee", "calf"), ("calf", "hem")),
    ),
    ("seam", "trousers", (("hip-seam", "waist"), ("hip-seam", "groin"))),
)
ARM_SHAPES: Final[tuple[Chain, ...]] = (
    (
        "arm",
        "skin",
        (
            ("biceps", "elbow"),
            ("elbow", "forearm"),
            ("forearm", "wrist"),
            ("wrist", "palm"),
            ("palm", "fingers"),
            ("wrist", "thumb"),
        ),
    ),
    ("sleeve", "shirt", (("shoulder", "sleeve"),)),
    ("seam", "shirt", (("shoulder-seam", "breast"), ("shoulder-seam", "collar"))),
)
"""A seam has no edge: it hides the round end of a limb where the limb joins the trunk."""


def draw_leg(body: Skeleton, side: Side, view: View, far: bool) -> Layer:
    """Return one leg's layer; a far one is painted paler."""
    depth = view.depth(between(body.point(f"knee.{side}"), body.point(f"ankle.{side}"), 0.4))
    return _draw_limb("leg", LEG_SHAPES, body, side, view, far, depth)


def draw_arm(body: Skeleton, side: Side, view: View, far: bool) -> Layer:
    """Return one arm's layer; a far one is painted paler."""
    depth = view.depth(between(body.point(f"elbow.{side}"), body.point(f"palm.{side}"), 0.5))
    return _draw_limb("arm", ARM_SHAPES, body, side, view, far, depth)


def _draw_limb(
    name: str, chains: tuple[Chain, ...], body: Skeleton, side: Side, view: View, far: bool, depth: float
) -> Layer:
    shapes = tuple(
        Shape(
            f"seam.{name}.{side}" if part == "seam" else f"{name}.{side}.{part}",
            f"{paint}-far" if far else paint,
            tuple(_join(body, side, view, a, b) for a, b in pairs),
        )
        for part, paint, pairs in chains
        if not (far and part == "seam")
    )
    return Layer(f"{name}.{side}", shapes, depth)


def _join(body: Skeleton, side: Side, view: View, a: str, b: str) -> Capsule:
    (p, p_radius), (q, q_radius) = spot(body, side, a), spot(body, side, b)
    aimed = _aim(body, side, view)
    return Capsule(
        view.project(p),
        p_radius * view.zoom * (1 + FORESHORTENED.get(a, 0.0) * aimed),
        view.project(q),
        q_radius * view.zoom * (1 + FORESHORTENED.get(b, 0.0) * aimed),
    )


FORESHORTENED: Final = {"hip": -0.3, "hip-seam": -0.3, "knee": 0.15}
"""By which share a radius changes where the thigh points straight at the viewer: the far end lies behind the
near one and must not bulge beside it.
"""


def _aim(body: Skeleton, side: Side, view: View) -> float:
    """Return how much the thigh points at the viewer: 0 up to half-way, then up to 1."""
    along = dot(rotate(body.frames[f"thigh.{side}"][1], DOWN), view.towards)
    return max(0.0, 2.0 * along - 1.0)


def spot(body: Skeleton, side: Side, name: str) -> tuple[Vector, float]:
    """Return the middle and the radius (metres) of a disc of the limb."""
    segment, offset, radius = SPOTS[name]
    sign = 1.0 if side == "left" else -1.0
    sized = body.build.sized((offset[0], offset[1] * sign, offset[2]))
    held = segment if segment in body.frames else f"{segment}.{side}"
    return body.place(held, sized), body.build.radius(radius)
