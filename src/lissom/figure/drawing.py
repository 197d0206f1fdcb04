"""One picture's shapes in painter's order: room, far limbs, trunk and head, near limbs, then the marks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from lissom.figure.body import SIDES, Build, Side, opposite
from lissom.figure.camera import View, aim
from lissom.figure.face import draw_ghost, draw_head, draw_neck
from lissom.figure.limbs import draw_arm, draw_leg
from lissom.figure.marks import draw_arrow, draw_badge, draw_glow
from lissom.figure.pose import Bend, Pose, Role
from lissom.figure.scenery import draw_ground, draw_prop
from lissom.figure.settle import settle
from lissom.figure.shape import Layer, Shape
from lissom.figure.skeleton import Posture, Skeleton, stand
from lissom.figure.trunk import draw_trunk
from lissom.figure.vectors import LEFT, UP, Vector, dot, rotate, subtract

SIDE_VIEW: Final = 0.80
"""From this share of a sideways view on, the far limbs are painted paler."""


HANGING: Final = 0.80
"""From this cosine between trunk and thigh on, the leg hangs from the hips."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes from the furthest to the nearest: the room, the person, and the marks over both."""

    room: tuple[Shape, ...]
    person: tuple[Shape, ...]
    marks: tuple[Shape, ...]

    def shapes(self) -> Iterator[Shape]:
        """Yield every shape in painter's order."""
        yield from (*self.room, *self.person, *self.marks)


def picture(pose: Pose, side: Side, build: Build, badge: bool = True) -> Picture:
    """Return the picture of a pose on one side."""
    return picture_posture(pose, settle(pose, side, build), side, build, badge)


def picture_posture(
    pose: Pose,
    posture: Posture,
    side: Side,
    build: Build,
    badge: bool = True,
    order: tuple[str, ...] | None = None,
) -> Picture:
    """Return the picture of a posture in a pose's room; `order` names the layers, the furthest first."""
    body = stand(build, posture)
    view = aim(pose.camera, pose.crop, side)
    layers = arrange(body, view, order)
    sides: dict[Role, Side] = {"active": side, "other": opposite(side)}
    glows: dict[str, list[Shape]] = {}
    for name in pose.glow:
        layer, shapes = draw_glow(name, body, sides, view)
        glows.setdefault(layer, []).extend(shapes)
    person = (
        *(shape for layer in layers for shape in (*layer.shapes, *glows.get(layer.name, ()))),
        *glows.get("body", ()),
    )
    props = [draw_prop(prop, number, side, view) for number, prop in enumerate(pose.props)]
    ground = draw_ground(pose, side, view, _feet(body))
    return Picture(
        room=(*_flat((ground, *props)), *(_ghosts(pose, side, build, view) if pose.ghost else ())),
        person=person,
        marks=(
            *_arrows(pose, body, side, view),
            *(draw_badge(side, pose.badge_up) if badge and pose.sided else ()),
        ),
    )


def arrange(body: Skeleton, view: View, order: tuple[str, ...] | None = None) -> list[Layer]:
    """Return the person's layers from the furthest to the nearest (or in the order of names given)."""
    sideways = abs(dot(rotate(body.frames["pelvis"][1], LEFT), view.towards)) > SIDE_VIEW
    trunk, neck, head = draw_trunk(body, view), draw_neck(body, view), draw_head(body, view)
    core = view.depth(body.frames["thorax.1"][0])
    limbs = []
    for side in SIDES:
        far = sideways and _lies_far(body, side, view)
        leg, arm = draw_leg(body, side, view, far), draw_arm(body, side, view, far)
        under = far or leg.depth < core or (sideways and _hangs(body, side))
        limbs += [(not under, 0, leg), (not (far or arm.depth < core), 1, arm)]
    ranked = sorted((ahead, kind, layer.depth, layer.name, layer) for ahead, kind, layer in limbs)
    behind, before = ([entry[-1] for entry in ranked if entry[0] is ahead] for ahead in (False, True))
    middle = [head, neck, trunk] if head.depth < trunk.depth - 0.12 else [neck, trunk, head]
    layers = [*behind, *middle, *before]
    return sorted(layers, key=lambda layer: order.index(layer.name)) if order else layers


def _lies_far(body: Skeleton, side: Side, view: View) -> bool:
    return view.depth(subtract(body.point(f"hip.{side}"), body.point("hips"))) < 0


def _hangs(body: Skeleton, side: Side) -> bool:
    """Tell whether a thigh goes on from the trunk, so that the hips' outline lies over its round end."""
    return dot(*(rotate(body.frames[name][1], UP) for name in ("pelvis", f"thigh.{side}"))) > HANGING


def _feet(body: Skeleton) -> list[Vector]:
    return [body.point(f"{place}.{side}") for place in ("heel", "ball") for side in SIDES]


def _ghosts(pose: Pose, side: Side, build: Build, view: View) -> Iterator[Shape]:
    """Yield the head's outline where it was before the neck bent."""
    unbent = replace(pose, neck=Bend(), head=Bend())
    yield draw_ghost(stand(build, settle(unbent, side, build)), view)


def _flat(layers: Iterable[Layer]) -> Iterator[Shape]:
    for layer in layers:
        yield from layer.shapes


def _arrows(pose: Pose, body: Skeleton, side: Side, view: View) -> Iterator[Shape]:
    sides = {"active": side, "other": opposite(side)}
    for number, arrow in enumerate(pose.arrows):
        place, _, role = arrow.point.partition(".")
        origin = body.point(f"{place}.{sides[role]}" if role else place)
        yield from draw_arrow(arrow, number, origin, view)
