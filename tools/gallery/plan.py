"""Which motion moves which piece of the person: turns, turns that carry further turns, or a changing outline.

The choice is the one that needs fewest letters, among those that keep the piece where the body really is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lissom.figure.shape import Shape
from tools.gallery.plane import Plane
from tools.gallery.tween import FINELY, TRUE_TO, Series, Turning, list_film, ride, stays, turn
from tools.gallery.wording import word_change, word_turn

ORDER: Final = (
    *(
        "trunk",
        "leg.left.tr",
        "leg.right.tr",
        "leg",
        "seam.leg",
        "arm.left.sl",
        "arm.right.sl",
        "arm",
        "seam",
    ),
    *("neck", "head.face", "head.hair", "head", "glow"),
)
"""What is planned first: what carries, before what is carried."""

CARRIED: Final = {
    "arm": ("trunk",),
    "neck": ("trunk",),
    "head": ("neck", "trunk"),
    "glow": ("trunk", "neck", "leg.left", "leg.right"),
}
"""By what else a part of the body may be carried, beside its own pieces."""

CARRIER_COST: Final = 24
PIECE_COST: Final = 60
KEYFRAMES_COST: Final = 75
"""Letters that an element which carries, an element of its own, and a name for keyframes take."""

Chain = tuple[Turning, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """How a piece is moved: the turns that carry it, the outermost first, and how its outline changes."""

    chain: Chain = ()
    change: str = ""


Planned = tuple[Shape, list[tuple[Series, Plan]]]
"""A shape as it ends, and its pieces over time with how each is moved."""


@dataclass(slots=True)
class Planner:
    """Finds for each piece the way of moving it that needs fewest letters, given what moves already."""

    plane: Plane
    looser: float = 1.0
    known: dict[str, list[Chain]] = field(default_factory=dict)

    def plan(self, name: str, series: Series) -> Plan:
        """Return the best plan for a piece, and remember its turns for what it may carry."""
        if stays(list_film(series)):
            return Plan()
        best = self.find(name, series)
        chains = self.known.setdefault(limb_of(name), [])
        chains += [best.chain[:n] for n in range(1, len(best.chain) + 1) if best.chain[:n] not in chains]
        return best

    def find(self, name: str, series: Series) -> Plan:
        """Return the best plan for a piece."""
        return min(self._plans(name, series), key=self.cost)

    def cut(self, name: str, series: Series) -> list[tuple[Series, Plan]]:
        """Return the outlines of a shape as pieces that turn as one or stand alone, with their plans."""
        pieces: list[tuple[int, ...]] = []
        for index in range(len(series[-1])):
            grown = (*pieces[-1], index) if pieces else (index,)
            if pieces and self.turns(name, _pick(series, grown)):
                pieces[-1] = grown
            else:
                pieces.append((index,))
        picked = [_pick(series, piece) for piece in pieces]
        return [(piece, self.plan(name, piece)) for piece in picked]

    def turns(self, name: str, series: Series) -> bool:
        """Tell whether a piece turns as a whole, by itself or on something that carries it."""
        return any(True for _ in self._plans(name, series, changes=False))

    def cost(self, plan: Plan) -> int:
        """Return about how many letters a plan adds to what is known already."""
        known = {turning for chains in self.known.values() for chain in chains for turning in chain}
        new = [word_turn(turning) for turning in plan.chain if turning not in known]
        changed = len(plan.change) + 45 if plan.change else 0
        return CARRIER_COST * len(plan.chain) + sum(len(text) + KEYFRAMES_COST for text in new) + changed

    def _chains(self, name: str) -> Iterator[Chain]:
        yield ()
        limb = limb_of(name)
        for carrier in (limb, *CARRIED.get(limb.partition(".")[0], ())):
            yield from self.known.get(carrier, ())

    def _plans(self, name: str, series: Series, changes: bool = True) -> Iterator[Plan]:
        true_to, finely = TRUE_TO * self.looser, FINELY * self.looser
        within = finely if limb_of(name) == "head" else true_to  # a face that changes shape must stay a face
        for chain in self._chains(name):
            ridden = self.plane.flatten(series)
            for turning in chain:
                ridden = ride(ridden, turning)
            film = list_film(ridden)
            if chain and stays(film, true_to):
                yield Plan(chain)
                continue
            if turning_too := turn(film, true_to):
                yield Plan((*chain, turning_too))
            if changes:
                yield Plan(chain, word_change(self.plane.unfold(ridden), within))


def limb_of(name: str) -> str:
    """Return the part of the body a shape belongs to: an arm or leg by its side, else the first word."""
    words = name.removeprefix("seam.").split(".")
    return ".".join(words[:2]) if words[0] in ("arm", "leg") else words[0]


def plan_person(
    person: list[tuple[Shape, tuple[Shape, ...]]], plane: Plane, looser: float = 1.0
) -> list[Planned]:
    """Return the person's shapes in painter's order with the plans of their pieces.

    `looser` is how many times as far as usual a part may be from its place between keyframes.
    """
    planner = Planner(plane, looser)
    found: dict[str, Planned] = {}
    for shape, shapes in sorted(person, key=lambda part: _rank(part[0].name)):
        series = tuple(drawn.outlines for drawn in shapes)
        found[shape.name] = (shape, _plan_shape(planner, shape.name, series))
    return [found[shape.name] for shape, _ in person]


def _plan_shape(planner: Planner, name: str, series: Series) -> list[tuple[Series, Plan]]:
    """Return the shape in one piece, or in those into which it is cut where that is shorter."""
    if len(series[-1]) == 1 or planner.turns(name, series):
        return [(series, planner.plan(name, series))]
    trial = Planner(
        planner.plane, planner.looser, {limb: list(chains) for limb, chains in planner.known.items()}
    )
    cut = sum(planner.cost(plan) + PIECE_COST for _, plan in trial.cut(name, series))
    if cut < planner.cost(planner.find(name, series)):
        return planner.cut(name, series)
    return [(series, planner.plan(name, series))]


def _rank(name: str) -> int:
    return next(n for n, start in enumerate(ORDER) if name.startswith(start))


def _pick(series: Series, indices: tuple[int, ...]) -> Series:
    return tuple(tuple(outlines[i] for i in indices) for outlines in series)
