"""The closed-form reach of a limb of two bones: where the knee or the elbow goes, by the law of cosines.

For this body's legs and arms; it knows lengths and points, not joints.
"""

from math import sqrt

from lissom.figure.vectors import Vector, across, add, length, scale, subtract, unit


def reach_middle(root: Vector, target: Vector, first: float, second: float, towards: Vector) -> Vector:
    """Return the middle joint of two bones (lengths in metres) that lead from the root to the target.

    Of the circle of answers it takes the one nearest to the direction `towards`. A target out of reach is met
    with a straight limb pointing at it; one too close, with the limb folded.
    """
    line = subtract(target, root)
    distance = min(max(length(line), abs(first - second) + 1e-9), first + second)
    along = (first * first - second * second + distance * distance) / (2.0 * distance)
    aside = sqrt(max(0.0, first * first - along * along))
    direction = unit(line)
    return add(root, add(scale(direction, along), scale(across(towards, direction), aside)))


def reach_end(middle: Vector, target: Vector, second: float) -> Vector:
    """Return where the limb's end lies: at the target, or as near to it as the second bone reaches."""
    return add(middle, scale(unit(subtract(target, middle)), second))
