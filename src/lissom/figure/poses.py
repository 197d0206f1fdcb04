"""The poses of all routines, as data. Offsets: metres forwards, towards the active side, up. Angles: degrees.

Ids are a stretch's and a position's, joined by a dot, as the routine files name them; what stands alone is a
place to start from or to rest in. Words say what a person sees; {side} and {other} become the sides' names.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from lissom.figure.pose import (
    Arm,
    Arrow,
    Bend,
    Camera,
    Crop,
    Foot,
    Girdle,
    Hand,
    Leg,
    Pelvis,
    Pose,
    Prop,
    Role,
)

Legs = Mapping[Role, Foot | Leg]
Arms = Mapping[Role, Hand | Arm]

# ---------------------------------------------------------------- what several poses share
CHAIR = Prop("chair", x=0.02)
STOOL = Prop("stool", x=0.85)
SIDE_ON = Camera(18, 9)
LONG = Crop(across=0.40, up=0.62, width=1.66)
SEATED = Crop(across=0.12, up=0.66, width=1.58)
FRONT_SEATED = Crop(across=0.06, up=0.75, width=1.84)
BUST = Crop(across=0.02, up=1.06, width=0.86)
FLOOR = Crop(across=-0.14, up=0.44, width=1.64)
STANDING = Crop(across=0.12, up=0.86, width=1.98)
HOLDING = Crop(across=0.24, up=0.86, width=1.98)
DOORWAY = Crop(across=0.0, up=0.99, width=2.24)
KNEELING = Crop(across=0.10, up=0.66, width=1.78)

BESIDE_CHAIR = Prop("chair", x=0.755, s=-0.44)
BESIDE = Hand((0.53, -0.27, 0.92), elbow=(-0.4, -0.6, -1.0), fingers=(1.0, 0.0, -0.1))

FLAT = Foot((0.37, 0.10, 0.0))
FLAT_OTHER = Foot((0.37, -0.10, 0.0))
FEET: Final[Legs] = {"active": FLAT, "other": FLAT_OTHER}
LAP: Final[Arms] = {
    "active": Hand((0.02, 0.0, 0.035), "lap.active", fingers=(1.0, -0.25, -0.12)),
    "other": Hand((0.02, 0.0, 0.035), "lap.other", fingers=(1.0, -0.25, -0.12)),
}
FRAME = Hand((0.02, 0.447, 1.475), elbow=(-0.3, 0.9, -1.0), fingers=(0.1, 0.0, 1.0))
FRAME_OTHER = Hand((0.02, -0.447, 1.475), elbow=(-0.3, 0.9, -1.0), fingers=(0.1, 0.0, 1.0))
SHIN_DOWN: Final = (88.0, -68.0, -14.0)
"""Knee, ankle and toes of a leg that kneels: shin and the back of the foot lie on the mat."""
TALL = Pelvis("seat")
BACKED = Pelvis("seat", x=-0.06)


def _ladder(pitch: float, toes: float) -> Legs:
    raised = Foot(
        (0.80, 0.09, 0.40),
        on="heel",
        straight=True,
        pitch=pitch,
        heading=4.0,
        knee=(0.2, 0.05, 1.0),
        toes=toes,
    )
    return {"active": raised, "other": Foot((0.34, -0.11, 0.0))}


POSES: Final = MappingProxyType(
    {
        pose.id: pose
        for pose in (
            # ------------------------------------------------------------ places to start from and to rest in
            Pose(
                "sit.tall",
                "Sitting tall",
                "A person sits upright on a chair, both feet flat on the floor, hands resting on the thighs.",
                TALL,
                Camera(50, 10),
                SEATED,
                legs=FEET,
                arms=LAP,
                props=(CHAIR,),
                sided=False,
            ),
            Pose(
                "sit.ready",
                "Sitting, a stool in front",
                "A person sits upright on a chair, both feet on the floor. A stool stands in front.",
                Pelvis("seat", x=0.05),
                SIDE_ON,
                LONG,
                legs=FEET,
                arms=LAP,
                props=(CHAIR, STOOL),
                sided=False,
            ),
            Pose(
                "rest.sit",
                "Resting on the chair",
                "A person rests on a chair, leaning back, hands in the lap, shoulders loose.",
                Pelvis("seat", x=0.04, pitch=-24),
                Camera(30, 10),
                SEATED,
                legs={"active": Foot((0.58, 0.10, 0.0)), "other": Foot((0.50, -0.10, 0.0))},
                arms={
                    "active": Hand((0.10, 0.05, 0.10), "hips", elbow=(-0.6, 0.8, -0.4)),
                    "other": Hand((0.13, -0.03, 0.11), "hips", elbow=(-0.6, 0.8, -0.4)),
                },
                lumbar=Bend(10),
                thoracic=Bend(10),
                neck=Bend(8),
                head=Bend(6),
                props=(CHAIR,),
                sided=False,
            ),
            Pose(
                "stand.ready",
                "Standing, holding a chair",
                "A person stands upright behind a chair and holds its back with one hand.",
                Pelvis("feet", lower=0.004),
                Camera(-28, 8),
                HOLDING,
                legs={"active": Foot((0.02, 0.08, 0.0)), "other": Foot((0.02, -0.08, 0.0))},
                arms={
                    "active": Hand((0.44, 0.12, 0.925), elbow=(-0.3, 0.3, -1.0), fingers=(1.0, -0.1, -0.35)),
                    "other": Arm(-4, 14, 0, 16),
                },
                props=(Prop("chair", x=0.66),),
                sided=False,
            ),
            # ------------------------------------------------------------ A: the seated ladder
            Pose(
                "leg-ladder.sit",
                "Sit back, stool in front",
                "A person sits on a chair with the back supported and both feet on the floor. A stool"
                " stands in front.",
                BACKED,
                SIDE_ON,
                LONG,
                legs=FEET,
                arms=LAP,
                props=(CHAIR, STOOL),
                start="sit.ready",
                badge_up=True,
            ),
            Pose(
                "leg-ladder.reach",
                "Leg out on the stool, toes pointed",
                "A person sits with the back supported. The {side} leg lies straight, its heel on the"
                " stool, toes pointed "
                "away.",
                BACKED,
                SIDE_ON,
                LONG,
                legs=_ladder(37, -38),
                arms=LAP,
                props=(CHAIR, STOOL),
                arrows=(Arrow("toes.active", (-0.04, 0.24), (0.13, 0.20), (0.13, 0.0)),),
                start="leg-ladder.sit",
                badge_up=True,
                lift=33.0,
            ),
            Pose(
                "leg-ladder.ankle",
                "Toes towards the shin",
                "A person sits with the back supported, the {side} leg straight on the stool, and "
                "pulls its toes up "
                "towards the shin. The back of the leg is stretched.",
                BACKED,
                SIDE_ON,
                LONG,
                legs=_ladder(103, 18),
                arms=LAP,
                props=(CHAIR, STOOL),
                glow=("hamstring",),
                arrows=(Arrow("toes.active", (0.12, -0.02), (0.10, 0.16), (-0.07, 0.14)),),
                start="leg-ladder.reach",
                badge_up=True,
            ),
            Pose(
                "leg-ladder.chin",
                "Chin towards the chest",
                "The {side} leg is straight on the stool, toes pulled up. The person bends the neck, "
                "chin towards the "
                "chest.",
                BACKED,
                SIDE_ON,
                LONG,
                legs=_ladder(103, 18),
                arms=LAP,
                neck=Bend(26),
                head=Bend(18),
                props=(CHAIR, STOOL),
                glow=("hamstring",),
                arrows=(Arrow("face", (0.09, 0.10), (0.16, -0.02), (0.06, -0.14)),),
                start="leg-ladder.ankle",
                badge_up=True,
            ),
            Pose(
                "leg-ladder.slump",
                "Let the back round",
                "The {side} leg is straight on the stool, toes pulled up, chin towards the chest, and"
                " the back is round.",
                Pelvis("seat", x=-0.04, pitch=-16),
                SIDE_ON,
                LONG,
                legs=_ladder(103, 18),
                arms=LAP,
                lumbar=Bend(28),
                thoracic=Bend(34),
                neck=Bend(26),
                head=Bend(18),
                props=(CHAIR, STOOL),
                glow=("hamstring", "back"),
                arrows=(Arrow("mid-back", (-0.12, 0.08), (-0.06, 0.25), (0.10, 0.24)),),
                start="leg-ladder.chin",
                badge_up=True,
            ),
            # ------------------------------------------------------------ B: back spasm stretches
            Pose(
                "forward-roll.forward-roll",
                "Roll forwards, hands to the ankles",
                "A person sits on a chair, rolled forwards over the thighs with a round back and the "
                "head hanging, and "
                "holds both ankles.",
                Pelvis("seat", pitch=26),
                Camera(8, 6),
                SEATED,
                legs={"active": Foot((0.44, 0.12, 0.0)), "other": Foot((0.44, -0.12, 0.0))},
                arms={
                    "active": Hand((0.0, 0.05, 0.05), "ankle.active", elbow=(-0.2, 1.0, 0.2)),
                    "other": Hand((0.0, -0.05, 0.05), "ankle.other", elbow=(-0.2, 1.0, 0.2)),
                },
                lumbar=Bend(42),
                thoracic=Bend(36),
                neck=Bend(14),
                head=Bend(6),
                props=(CHAIR,),
                glow=("back",),
                arrows=(Arrow("mid-back", (-0.22, 0.10), (-0.02, 0.30), (0.26, 0.12)),),
                start="sit.tall",
                sided=False,
            ),
            Pose(
                "sideways-reach.sideways-reach",
                "One arm up, lean over",
                "A person sits on a chair with the {side} arm raised and leans over to the {other}.",
                TALL,
                Camera(90, 14),
                FRONT_SEATED,
                legs=FEET,
                arms={
                    "active": Arm(0, 166, 60, 16),
                    "other": Hand((0.02, 0.0, 0.035), "lap.other", fingers=(1.0, -0.25, -0.12)),
                },
                lumbar=Bend(0, -16),
                thoracic=Bend(0, -19),
                neck=Bend(0, -12),
                props=(CHAIR,),
                glow=("flank",),
                girdles={"active": Girdle(0, 24)},
                arrows=(Arrow("crown", (0.41, 0.30), (0.53, 0.12), (0.42, -0.10)),),
                start="sit.tall",
            ),
            Pose(
                "spine-rotation.spine-rotation",
                "Turn, hand on the opposite knee",
                "A person sits on a chair and turns the upper body to the {side}: the {other} hand "
                "pushes on the {side} "
                "knee, the {side} hand is behind the back.",
                TALL,
                Camera(84, 14),
                Crop(across=0.06, up=0.63, width=1.60),
                legs=FEET,
                arms={
                    "active": Hand((-0.16, 0.02, 0.12), "hips", elbow=(-0.5, 1.0, 0.1)),
                    "other": Hand((0.0, 0.02, 0.06), "knee.active", elbow=(-0.2, 0.4, -0.6)),
                },
                lumbar=Bend(0, 0, 8),
                thoracic=Bend(0, 0, 32),
                neck=Bend(0, 0, 30),
                props=(Prop("chair", x=-0.12),),
                glow=("loin",),
                arrows=(Arrow("nape", (0.27, 0.06), (0.27, -0.16), (-0.27, 0.04), late=(-0.30, -0.16)),),
                start="sit.tall",
            ),
            Pose(
                "gluteal.gluteal",
                "Ankle on the knee, push it down",
                "A person sits on a chair with the {side} ankle crossed over the {other} thigh, just "
                "above the knee, and "
                "pushes the {side} knee down.",
                Pelvis("seat", pitch=-7),
                Camera(98, 17),
                Crop(across=0.0, up=0.62, width=1.62),
                legs={
                    "other": FLAT_OTHER,
                    "active": Foot(
                        (0.02, -0.06, 0.085),
                        on="ankle",
                        point="knee.other",
                        pitch=None,
                        ankle=-32.0,
                        knee=(0.1, 1.0, 0.40),
                    ),
                },
                lumbar=Bend(6),
                arms={
                    "active": Hand(
                        (0.03, -0.02, 0.07), "knee.active", elbow=(-0.9, 0.5, -0.2), fingers=(0.9, -0.5, -0.6)
                    ),
                    "other": Hand((0.0, 0.05, 0.05), "ankle.active", elbow=(-0.5, 0.8, -0.3)),
                },
                props=(CHAIR,),
                glow=("buttock",),
                arrows=(Arrow("knee.active", (-0.19, 0.15), (-0.24, 0.02), (-0.20, -0.13)),),
                start="sit.tall",
                lift=15.0,
            ),
            Pose(
                "quadriceps.quadriceps",
                "Heel towards the buttock, standing",
                "A person stands on the {other} leg, one hand on the back of a chair. The {side} knee"
                " is bent, and the "
                "{other} hand holds the {side} ankle behind the body. The knees are together.",
                Pelvis("feet", lower=0.004),
                Camera(-28, 8),
                HOLDING,
                legs={"active": Leg(-4, -2, 0, 130, -24), "other": Foot((0.02, -0.08, 0.0))},
                arms={
                    "active": Hand((0.44, 0.12, 0.925), elbow=(-0.3, 0.3, -1.0), fingers=(1.0, -0.1, -0.35)),
                    "other": Hand((-0.01, -0.02, 0.05), "ankle.active", elbow=(-0.6, 1.0, -0.2)),
                },
                girdles={"other": Girdle(-18, -8)},
                thoracic=Bend(0, 3, -6),
                props=(Prop("chair", x=0.66),),
                glow=("quad",),
                start="stand.ready",
                arrows=(Arrow("ankle.active", (-0.27, -0.16), (-0.37, 0.02), (-0.25, 0.18)),),
            ),
            # ------------------------------------------------------------ C: neck
            Pose(
                "chin-tuck.chin-tuck",
                "Head straight back",
                "A person sits tall, eyes level, and slides the head straight back, so that the chin "
                "draws in.",
                TALL,
                Camera(8, 6),
                BUST,
                legs=FEET,
                arms=LAP,
                neck=Bend(-26),
                head=Bend(28),
                ghost=True,
                props=(CHAIR,),
                glow=("nape",),
                start="sit.tall",
                sided=False,
                arrows=(Arrow("chin", (0.27, 0.01), (0.16, 0.01), (0.07, 0.01)),),
            ),
            Pose(
                "neck-rotation.neck-rotation",
                "Turn the head",
                "A person sits tall and turns the head to the {side}, chin level, shoulders still.",
                TALL,
                Camera(90, 6),
                BUST,
                legs=FEET,
                arms=LAP,
                neck=Bend(0, 0, 42),
                head=Bend(0, 0, 16),
                props=(CHAIR,),
                glow=("neck-other",),
                start="sit.tall",
                badge_up=True,
                arrows=(Arrow("nape", (0.20, 0.08), (0.20, -0.11), (-0.20, 0.09), late=(-0.23, -0.11)),),
            ),
            Pose(
                "neck-side-bend.neck-side-bend",
                "Ear towards the shoulder",
                "A person sits tall and bends the neck sideways, the {side} ear towards the {side} shoulder.",
                TALL,
                Camera(90, 6),
                BUST,
                legs=FEET,
                arms=LAP,
                neck=Bend(0, 28),
                head=Bend(0, 11),
                props=(CHAIR,),
                glow=("neck-other",),
                start="sit.tall",
                badge_up=True,
                arrows=(Arrow("crown", (0.20, 0.10), (0.05, 0.17), (-0.10, 0.06)),),
            ),
            Pose(
                "look-down.look-down",
                "Nose towards the armpit",
                "A person sits tall, the head turned half-way to the {side} and bent down, nose "
                "towards the {side} armpit.",
                TALL,
                Camera(90, 4),
                BUST,
                legs=FEET,
                arms=LAP,
                neck=Bend(18, 0, 20),
                head=Bend(15, 0, 14),
                props=(CHAIR,),
                glow=("neck-behind-other",),
                start="sit.tall",
                badge_up=True,
                arrows=(Arrow("face", (-0.14, 0.14), (-0.21, 0.04), (-0.15, -0.09)),),
            ),
            Pose(
                "shoulder-blades.shoulder-blades",
                "Shoulder blades back and down",
                "A person, seen from behind, sits tall, arms loose, and draws both shoulder blades "
                "back and down, "
                "towards each other.",
                TALL,
                Camera(-52, 8),
                Crop(across=0.0, up=0.86, width=1.26),
                legs=FEET,
                arms={"active": Arm(-20, 18, 0, 22), "other": Arm(-20, 18, 0, 22)},
                girdles={"active": Girdle(-20, -6), "other": Girdle(-20, -6)},
                props=(Prop("seat"),),
                glow=("blades",),
                arrows=(
                    Arrow("mid-back", (-0.21, 0.08), (-0.13, 0.05), (-0.05, 0.0)),
                    Arrow("mid-back", (0.21, 0.08), (0.13, 0.05), (0.05, 0.0)),
                ),
                start="sit.tall",
                sided=False,
            ),
            # ------------------------------------------------------------ D: what the full routine adds
            Pose(
                "kneel.ready",
                "On hands and knees",
                "A person kneels on a mat on hands and knees, the back level.",
                Pelvis("knees", x=-0.18, lower=-0.02, pitch=76),
                Camera(16, 9),
                FLOOR,
                legs={"active": Leg(76, 0, 0, *SHIN_DOWN), "other": Leg(76, 0, 0, *SHIN_DOWN)},
                arms={
                    "active": Hand((0.35, 0.17, 0.05), elbow=(-1.0, 0.4, 0.0), fingers=(1.0, 0.0, -0.12)),
                    "other": Hand((0.35, -0.17, 0.05), elbow=(-1.0, 0.4, 0.0), fingers=(1.0, 0.0, -0.12)),
                },
                neck=Bend(-6),
                props=(Prop("mat", x=-0.16),),
                sided=False,
            ),
            Pose(
                "cat-cow.cat",
                "Cat: round the back up",
                "A person on hands and knees rounds the back up towards the ceiling and lets the head hang.",
                Pelvis("knees", x=-0.18, lower=-0.02, pitch=40),
                Camera(16, 9),
                FLOOR,
                legs={"active": Leg(40, 0, 0, *SHIN_DOWN), "other": Leg(40, 0, 0, *SHIN_DOWN)},
                arms={
                    "active": Hand((0.35, 0.17, 0.05), elbow=(-1.0, 0.4, 0.0), fingers=(1.0, 0.0, -0.12)),
                    "other": Hand((0.35, -0.17, 0.05), elbow=(-1.0, 0.4, 0.0), fingers=(1.0, 0.0, -0.12)),
                },
                lumbar=Bend(38),
                thoracic=Bend(30),
                neck=Bend(24),
                head=Bend(10),
                props=(Prop("mat", x=-0.16),),
                glow=("back",),
                arrows=(Arrow("mid-back", (-0.06, 0.05), (-0.05, 0.14), (-0.03, 0.26)),),
                start="kneel.ready",
                sided=False,
            ),
            Pose(
                "half-kneel.ready",
                "Half-kneeling",
                "A person kneels on the {side} knee on a mat, the {other} foot flat in front, one hand on "
                "the thigh, the other on the back of a chair beside them.",
                Pelvis("knees", x=-0.04, lower=-0.02),
                Camera(16, 9),
                KNEELING,
                badge_up=True,
                legs={"active": Leg(0, 2, 0, *SHIN_DOWN), "other": Foot((0.40, -0.10, 0.02))},
                arms={
                    "active": Hand(
                        (0.02, 0.03, 0.012), "lap.other", elbow=(-0.6, 0.8, -0.3), fingers=(1.0, -0.2, -0.25)
                    ),
                    "other": BESIDE,
                },
                props=(Prop("mat", x=-0.03), BESIDE_CHAIR),
            ),
            Pose(
                "hip-flexor.hip-flexor",
                "Half-kneeling, hips forward",
                "A person kneels on the {side} knee, the {other} foot in front, one hand on the back of a "
                "chair, and moves the hips forwards, the trunk tall.",
                Pelvis("knees", x=0.10, lower=-0.02, lean=21, pitch=-5),
                Camera(16, 9),
                KNEELING,
                badge_up=True,
                legs={"active": Leg(-26, 2, 0, 67, -68, -14), "other": Foot((0.40, -0.10, 0.02))},
                arms={
                    "active": Hand(
                        (0.02, 0.03, 0.012), "lap.other", elbow=(-0.6, 0.8, -0.3), fingers=(1.0, -0.2, -0.25)
                    ),
                    "other": BESIDE,
                },
                props=(Prop("mat", x=-0.03), BESIDE_CHAIR),
                glow=("hip-front",),
                start="half-kneel.ready",
                arrows=(Arrow("hip.active", (-0.40, 0.02), (-0.28, 0.02), (-0.13, 0.02)),),
            ),
            Pose(
                "wall.ready",
                "Standing at a wall",
                "A person stands facing a wall, both hands on it at shoulder height.",
                Pelvis("feet", lower=0.004),
                Camera(16, 8),
                STANDING,
                legs={"active": Foot((0.0, 0.08, 0.0)), "other": Foot((0.0, -0.08, 0.0))},
                arms={
                    "active": Hand((0.50, 0.18, 1.34), elbow=(-0.3, 0.4, -1.0), fingers=(0.06, 0.0, 1.0)),
                    "other": Hand((0.50, -0.18, 1.34), elbow=(-0.3, 0.4, -1.0), fingers=(0.06, 0.0, 1.0)),
                },
                props=(Prop("wall", x=0.53),),
                sided=False,
            ),
            Pose(
                "calf.calf",
                "Leg back, heel down, at the wall",
                "A person leans towards a wall, hands on it. The {side} leg is behind, straight, its "
                "heel on the floor; the "
                "{other} knee is bent.",
                Pelvis("feet", x=0.0, lower=0.030, pitch=10),
                Camera(16, 8),
                STANDING,
                legs={"active": Foot((-0.205, 0.08, 0.0)), "other": Foot((0.16, -0.08, 0.0))},
                arms={
                    "active": Hand((0.50, 0.18, 1.30), elbow=(-0.3, 0.4, -1.0), fingers=(0.06, 0.0, 1.0)),
                    "other": Hand((0.50, -0.18, 1.30), elbow=(-0.3, 0.4, -1.0), fingers=(0.06, 0.0, 1.0)),
                },
                neck=Bend(-8),
                props=(Prop("wall", x=0.53),),
                glow=("calf",),
                start="wall.ready",
                arrows=(Arrow("heel.active", (-0.13, 0.24), (-0.14, 0.14), (-0.13, -0.01)),),
            ),
            Pose(
                "doorway.ready",
                "Standing in a doorway",
                "A person stands in a doorway and holds the frame with one hand.",
                Pelvis("feet", x=-0.12, lower=0.004),
                Camera(57, 9),
                DOORWAY,
                legs={"active": Foot((-0.12, 0.09, 0.0)), "other": Foot((-0.12, -0.09, 0.0))},
                arms={
                    "active": Arm(4, 8, 0, 14),
                    "other": Hand((-0.01, -0.447, 1.20), elbow=(-0.4, 0.4, -1.0), fingers=(0.3, 0.0, 0.95)),
                },
                props=(Prop("doorway"),),
                sided=False,
            ),
            Pose(
                "chest.chest",
                "Forearms on the frame, lean through",
                "A person stands in a doorway, one forearm upright on each side of the frame, the elbows"
                " lower than the shoulders and one foot forward, and leans through, so that the chest opens.",
                Pelvis("feet", x=0.08, lower=0.045, pitch=11),
                Camera(57, 9),
                DOORWAY,
                legs={
                    "active": Foot((-0.10, 0.09, 0.0), on="ball", pitch=-24, toes=22),
                    "other": Foot((0.26, -0.09, 0.0)),
                },
                arms={"active": FRAME, "other": FRAME_OTHER},
                neck=Bend(-6),
                props=(Prop("doorway"),),
                glow=("chest",),
                start="doorway.ready",
                fold=40.0,
                arrows=(Arrow("belly", (0.16, 0.05), (0.25, 0.03), (0.36, 0.0)),),
                sided=False,
            ),
        )
    }
)
