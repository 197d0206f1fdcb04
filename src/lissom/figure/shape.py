"""A shape: some outlines that share one colour. What drawing, animation and the terminal all start from."""

from dataclasses import dataclass

from lissom.figure.outline import Outline


@dataclass(frozen=True, slots=True)
class Shape:
    """Outlines painted as one: a stable name and the paint's name.

    A `width` (picture units) makes it lines of that width; a `rim` fills it and rounds it off by half as
    much.
    """

    name: str
    paint: str
    outlines: tuple[Outline, ...]
    width: float = 0.0
    rim: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes that keep together in front of or behind others: an arm, the head, a chair."""

    name: str
    shapes: tuple[Shape, ...]
    depth: float = 0.0
