"""What other parts of Lissom may know of a pose: its words and how it is shown, not how it is held."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from lissom.figure.camera import is_mirror
from lissom.figure.marks import GLOWS
from lissom.figure.pose import Foot, Hand, Pose
from lissom.figure.poses import POSES


@dataclass(frozen=True, slots=True)
class PoseInfo:
    """A pose as listed. `description` holds {side} and {other} where it speaks of sides.

    `camera` is (degrees round from the active side to the front, degrees up); `stretched` the regions that
    glow; `contacts` what reaches for something; `start` the pose it is entered from; `sided` whether left and
    right differ in meaning (every pose can be drawn for either side); `mirrored` whether it is shown as in a
    mirror, the person's left on the left of the picture, as every view from the front is.
    """

    id: str
    title: str
    description: str
    camera: tuple[float, float]
    props: tuple[str, ...]
    stretched: tuple[str, ...]
    contacts: tuple[str, ...]
    start: str | None
    sided: bool
    mirrored: bool


def _inform(pose: Pose) -> PoseInfo:
    return PoseInfo(
        id=pose.id,
        title=pose.title,
        description=pose.words,
        camera=(pose.camera.azimuth, pose.camera.elevation),
        props=tuple(prop.kind for prop in pose.props),
        stretched=tuple(GLOWS[name].words for name in pose.glow),
        contacts=_contacts(pose),
        start=pose.start,
        sided=pose.sided,
        mirrored=is_mirror(pose.camera),
    )


def _contacts(pose: Pose) -> tuple[str, ...]:
    hips = (
        ()
        if pose.pelvis.over == "feet"
        else (f"{'hips' if pose.pelvis.over == 'seat' else 'knees'}: support",)
    )
    feet = tuple(
        f"{role} {leg.on}: {leg.point or 'room'}" for role, leg in pose.legs.items() if isinstance(leg, Foot)
    )
    hands = tuple(
        f"{role} hand: {arm.point or 'room'}" for role, arm in pose.arms.items() if isinstance(arm, Hand)
    )
    return hips + feet + hands


CATALOGUE: Final[Mapping[str, PoseInfo]] = MappingProxyType(
    {name: _inform(pose) for name, pose in POSES.items()}
)


def poses() -> Mapping[str, PoseInfo]:
    """Return every pose there is, by id."""
    return CATALOGUE
