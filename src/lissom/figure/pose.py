"""What a pose is: how trunk and limbs are held, where they touch, and how the picture is framed. No body, no
drawing.

A pose is written for neither side. `Active` is the side it is named for, `other` the opposite one. Offsets
are (forwards, towards the active side, up) in metres; side bends and turns count towards the active side. So
the left picture and the right one come from the same lines.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lissom.figure.vectors import Vector

Role = Literal["active", "other"]


@dataclass(frozen=True, slots=True)
class Pelvis:
    """Where the hips are: `over` what they are held up, `x` ahead of the origin, and how the pelvis is
    tilted.

    `lean` is the kneeling thigh's angle from upright, `pitch` forwards, `side` and `yaw` towards the active
    side.
    """

    over: Literal["seat", "feet", "knees"]
    x: float = 0.0
    lower: float = 0.0
    lean: float = 0.0
    pitch: float = 0.0
    side: float = 0.0
    yaw: float = 0.0


@dataclass(frozen=True, slots=True)
class Bend:
    """How a region of the spine is bent, in clinical degrees: forwards, to the active side, turned to it."""

    flexion: float = 0.0
    side: float = 0.0
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Foot:
    """A leg that reaches: `on` says which place of the foot touches the point `at` (or lies at a point of the
    body).

    A `straight` leg keeps the height and goes as far forwards as it reaches. `pitch` is how far the toes
    point up from level, `heading` how far out; `knee` the way the knee goes. Without a pitch the foot follows
    the shank, bent by `ankle`.
    """

    at: Vector
    on: Literal["sole", "heel", "ball", "ankle"] = "sole"
    point: str | None = None
    pitch: float | None = 0.0
    heading: float = 6.0
    knee: Vector = (1.0, 0.12, 0.3)
    toes: float = 0.0
    straight: bool = False
    ankle: float = 0.0


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg held by its angles: hip flexion, abduction and external rotation, knee flexion, ankle
    dorsiflexion.
    """

    flexion: float
    abduction: float = 0.0
    rotation: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0
    toes: float = 0.0


@dataclass(frozen=True, slots=True)
class Hand:
    """An arm that reaches: the palm goes to the point of the body (or of the room), moved by `at`.

    `elbow` is the way the elbow goes, `fingers` the way the hand points (None: on from the forearm).
    """

    at: Vector
    point: str | None = None
    elbow: Vector = (-0.6, 0.5, -0.6)
    fingers: Vector | None = None


@dataclass(frozen=True, slots=True)
class Arm:
    """An arm held by its angles: shoulder flexion, abduction and inward rotation, elbow flexion."""

    flexion: float = 0.0
    abduction: float = 8.0
    rotation: float = 0.0
    elbow: float = 12.0


@dataclass(frozen=True, slots=True)
class Girdle:
    """How a collar bone carries its shoulder: drawn forwards (back is negative) and lifted, in degrees."""

    protraction: float = 0.0
    elevation: float = 0.0


@dataclass(frozen=True, slots=True)
class Camera:
    """From where the picture is taken: degrees round from the active side (0) to the front (90), and up."""

    azimuth: float
    elevation: float = 8.0


@dataclass(frozen=True, slots=True)
class Crop:
    """What part of the room the square picture shows: its middle (across, up) and its width, in metres."""

    across: float
    up: float
    width: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """The asked movement, in the picture's plane: from a projected point, offsets (right, up) in metres.

    With a `late` bend it is an arc that comes back, as one does that goes round the body.
    """

    point: str
    start: tuple[float, float]
    bend: tuple[float, float]
    end: tuple[float, float]
    late: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the room: its kind, where it stands (forwards, towards the active side)."""

    kind: str
    x: float = 0.0
    s: float = 0.0


@dataclass(frozen=True, slots=True)
class Pose:
    """One position of the body, as data. `start` is the pose it is entered from; `badge` moves the side's
    letter; a `ghost` shows where the head was with the neck unbent. On the way from `start` the active hip
    flexes by `lift` more and both elbows by `fold`, in degrees half-way: past what stands there.
    """

    id: str
    title: str
    words: str
    pelvis: Pelvis
    camera: Camera
    crop: Crop
    legs: Mapping[Role, Foot | Leg]
    arms: Mapping[Role, Hand | Arm]
    lumbar: Bend = Bend()
    thoracic: Bend = Bend()
    neck: Bend = Bend()
    head: Bend = Bend()
    girdles: Mapping[Role, Girdle] | None = None
    props: tuple[Prop, ...] = ()
    glow: tuple[str, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    start: str | None = None
    sided: bool = True
    badge_up: bool = False
    ghost: bool = False
    lift: float = 0.0
    fold: float = 0.0
