"""The joints: how far each goes, in clinical degrees.

Ranges are those of the American Academy of Orthopaedic Surgeons (Joint Motion: Method of Measuring and
Recording, 1965; Greene & Heckman, 1994) where it gives them; the shares of the lumbar and thoracic spine
follow White & Panjabi, Clinical Biomechanics of the Spine. Hip external rotation goes beyond the 45 of a
straight hip, since a bent and spread hip is slack enough to cross the leg; a foot that lies on its back, as
in kneeling, bends in the midfoot too, which is counted as the ankle's; these, the collar bone and the toes
are ours. A range says what people commonly can do, not what anybody should.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class JointRange:
    """One clinical movement of a joint, from the least to the most, in degrees; `source` says whose norm it
    is.
    """

    least: float
    most: float
    source: str

    def holds(self, angle: float, slack: float = 0.5) -> bool:
        """Tell whether the angle lies inside, rounding allowed for."""
        return self.least - slack <= angle <= self.most + slack


RANGES: Final = MappingProxyType(
    {
        "hip flexion": JointRange(-30, 120, "AAOS"),
        "hip abduction": JointRange(-30, 45, "AAOS"),
        "hip external rotation": JointRange(-45, 75, "AAOS 45; ours"),
        "knee flexion": JointRange(0, 135, "AAOS"),
        "ankle dorsiflexion": JointRange(-70, 20, "AAOS 50; ours"),
        "toe extension": JointRange(-40, 70, "AAOS, great toe 70; ours"),
        "lumbar flexion": JointRange(-25, 60, "AAOS 1994"),
        "lumbar side bend": JointRange(-25, 25, "AAOS 1994"),
        "lumbar rotation": JointRange(-12, 12, "White & Panjabi"),
        "thoracic flexion": JointRange(-25, 45, "White & Panjabi"),
        "thoracic side bend": JointRange(-30, 30, "White & Panjabi"),
        "thoracic rotation": JointRange(-40, 40, "White & Panjabi"),
        "neck flexion": JointRange(-45, 45, "AAOS"),
        "neck side bend": JointRange(-45, 45, "AAOS"),
        "neck rotation": JointRange(-60, 60, "AAOS"),
        "collar bone protraction": JointRange(-25, 25, "ours"),
        "collar bone elevation": JointRange(-12, 40, "ours"),
        "shoulder elevation": JointRange(0, 180, "AAOS"),
        "shoulder extension": JointRange(-180, 60, "AAOS"),
        "elbow flexion": JointRange(0, 150, "AAOS"),
        "wrist bend": JointRange(0, 80, "AAOS"),
    }
)
"""Every movement that a posture is measured by. Neck means the neck and the head's nod together."""
