"""The document for the page: small, the same pictures and motions as everywhere, and nothing left out."""

import gzip
import json
import re
from pathlib import Path

import pytest
from tools.postures.clearance import find_posture_faults

from lissom.catalogues import catalogue
from lissom.content import library
from lissom.figure import describe_in, palette_css, web_figures, web_words
from lissom.figure.body import BUILDS
from lissom.figure.camera import CANVAS
from lissom.figure.curve import find_curves, follow
from lissom.figure.drawing import Picture, picture
from lissom.figure.film import posture_at, shoot
from lissom.figure.outline import Blob, Capsule, Disc, OpenLine, Outline
from lissom.figure.poses import POSES
from lissom.figure.render import describe
from lissom.figure.shape import Shape
from lissom.figure.web import ALSO_FROM, FINE
from lissom.machine.compile import compile_routine
from lissom.machine.options import Options, settle_options

LARGEST = 70_000
PAGES = Path(__file__).parents[2] / "docs" / "reference" / "figures.md"
STATIC = Path(__file__).parents[2] / "browser/figure"
FIGURES = web_figures()
MOVES = [(start, name) for name, pose in FIGURES["poses"].items() for start in pose.get("moves", {})]
Numbers = list[float]


def test_all_figures_together_are_small_and_the_same_each_time() -> None:
    text = json.dumps(FIGURES, separators=(",", ":"))
    assert len(gzip.compress(text.encode(), 9)) <= LARGEST
    assert json.dumps(web_figures.__wrapped__(), separators=(",", ":")) == text


def test_every_pose_and_every_motion_to_it_is_there() -> None:
    assert list(FIGURES["poses"]) == list(POSES)
    assert {(pose.start, pose.id) for pose in POSES.values() if pose.start} | set(ALSO_FROM) == set(MOVES)
    for name, pose in POSES.items():
        assert not pose.start or next(iter(FIGURES["poses"][name]["moves"])) == pose.start


# Reading the document as the page does.


def read(told: list[int], pose: dict[str, object]) -> Numbers:
    points = FIGURES["dots"] + sum(glow[2] for glow in pose.get("glow", ()))  # type: ignore[attr-defined]  # JSON
    first = FIGURES["sizes"]
    numbers: Numbers = [float(n) for n in told] + [0.0] * (first + 2 * points - len(told))
    for i in range(first + 2, len(numbers)):
        numbers[i] += numbers[i - 2]
    return numbers


def outlines_of(number: int, numbers: Numbers, zoom: float) -> list[Outline]:
    """Return a part's outlines, drawn where the numbers say."""
    part, first = FIGURES["parts"][number], FIGURES["sizes"]

    def dot(which: int) -> tuple[float, float]:
        return (numbers[first + 2 * which], numbers[first + 2 * which + 1])

    def long(which: int, radius: int) -> float:
        size = part.get("sizes", [None] * (which + 1))[which]
        return radius * zoom / FINE * (1.0 if size is None else max(0.0, numbers[size]) / 100)

    if "blob" in part:
        return [Blob(tuple(map(dot, part["blob"])))]
    if "line" in part:
        return [OpenLine(tuple(map(dot, part["line"])))]
    if "disc" in part:
        pairs = zip(part["disc"][::2], part["disc"][1::2], strict=True)
        return [Disc(dot(a), long(n, r)) for n, (a, r) in enumerate(pairs)]
    fours = enumerate(zip(*(part["capsule"][i::4] for i in range(4)), strict=True))
    return [Capsule(dot(a), long(2 * n, r), dot(b), long(2 * n + 1, q)) for n, (a, r, b, q) in fours]


def spots(outlines: list[Outline]) -> Numbers:
    found: Numbers = []
    for outline in outlines:
        match outline:
            case Disc():
                found += [*outline.middle, outline.radius]
            case Capsule():
                found += [*outline.a, outline.a_radius, *outline.b, outline.b_radius]
            case _:
                found += [value for point in outline.points for value in point]
    return found


def body(drawn: Picture) -> list[Shape]:
    return [shape for shape in drawn.person if not shape.name.startswith("glow")]


@pytest.mark.parametrize("name", POSES)
def test_a_pose_is_drawn_as_in_every_other_picture(name: str) -> None:
    pose, drawn = FIGURES["poses"][name], picture(POSES[name], "right", BUILDS["usual"])
    numbers, far = read(pose["at"], pose), pose.get("far", [])
    shapes = body(drawn)
    assert len(pose["order"]) == len(shapes)
    for number, shape in zip(pose["order"], shapes, strict=True):
        part = FIGURES["parts"][number]
        assert FIGURES["paints"][part["far" if number in far else "paint"]] == shape.paint
        assert spots(outlines_of(number, numbers, pose["zoom"])) == pytest.approx(
            spots(list(shape.outlines)), abs=1.1
        )


OTHER = {"left": "right", "right": "left"}


def mirrored(shape: Shape) -> tuple[str, str, list[tuple[float, float]]]:
    name = re.sub(r"\b(left|right)\b", lambda side: OTHER[side[0]], shape.name)
    return name, shape.paint, sorted((CANVAS - x, y) for x, y in places(shape))


def places(shape: Shape) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for outline in shape.outlines:
        match outline:
            case Disc():
                found.append(outline.middle)
            case Capsule():
                found += [outline.a, outline.b]
            case _:
                found += outline.points
    return found


@pytest.mark.parametrize("name", POSES)
def test_the_left_picture_is_the_right_one_mirrored(name: str) -> None:
    """With its paints and arrows, in painter's order: that is why the document holds one side only."""
    left, right = (picture(POSES[name], side, BUILDS["usual"], badge=False) for side in ("left", "right"))  # type: ignore[arg-type]  # sides
    ones = [(shape.name, shape.paint, sorted(places(shape))) for shape in (*left.person, *left.marks)]
    others = [mirrored(shape) for shape in (*right.person, *right.marks)]
    # Of two limbs that are equally far away (straight from the front) either may be painted first.
    assert [whichever(one[0]) for one in ones] == [whichever(other[0]) for other in others]
    for (shape, paint, one), (named, painted, other) in zip(sorted(ones), sorted(others), strict=True):
        assert (shape, paint) == (named, painted)
        for a, b in zip(one, other, strict=True):
            assert a == pytest.approx(b, abs=0.1), shape


def whichever(name: str) -> str:
    return name.replace(".left", "").replace(".right", "")


# Motions: where the curves lead, beside where the body really is.

STRAYS = 3.0
LOOKS = 23


@pytest.mark.parametrize(("start", "name"), MOVES)
def test_a_motion_is_true_at_every_moment(start: str, name: str) -> None:
    pose, zoom = FIGURES["poses"][name], FIGURES["poses"][name]["zoom"]
    end, lists = read(pose["at"], pose), [read(told, pose) for told in pose["moves"][start]]
    lift = ALSO_FROM.get((start, name))
    for way in [n / LOOKS for n in range(LOOKS + 1)]:
        seen = shoot(start, name, "right", BUILDS["usual"], [way, 1.0], lift=lift).pictures[0]
        numbers = [follow(last, curve, way) for last, *curve in zip(end, *lists, strict=True)]
        for number, shape in zip(pose["order"], body(seen), strict=True):
            if not shape.name.startswith("head."):
                drawn = spots(outlines_of(number, numbers, zoom))
                assert drawn == pytest.approx(spots(list(shape.outlines)), abs=STRAYS), (shape.name, way)


BONES = {"trousers": (("thigh", 0, 1), ("shank", 2, 3)), "arm": (("forearm", 1, 2),)}
"""Bones, and the capsules of a shape from whose beginning to whose end each lies."""
WHOLE = {"thigh": 0.245, "shank": 0.246, "forearm": 0.146}
WITHIN = 0.03


@pytest.mark.parametrize(("start", "name"), MOVES)
def test_no_bone_grows_or_shrinks_on_its_way(start: str, name: str) -> None:
    pose, zoom = FIGURES["poses"][name], FIGURES["poses"][name]["zoom"]
    end, lists = read(pose["at"], pose), [read(told, pose) for told in pose["moves"][start]]
    for way in [n / LOOKS for n in range(LOOKS + 1)]:
        seen = shoot(start, name, "right", BUILDS["usual"], [way, 1.0], lift=ALSO_FROM.get((start, name)))
        numbers = [follow(last, curve, way) for last, *curve in zip(end, *lists, strict=True)]
        for number, shape in zip(pose["order"], body(seen.pictures[0]), strict=True):
            for bone, first, last in BONES.get(shape.name.rpartition(".")[2], ()):
                long = [
                    abs(complex(*drawn[first].a) - complex(*drawn[last].b))  # type: ignore[union-attr]  # capsules
                    for drawn in (outlines_of(number, numbers, zoom), shape.outlines)
                ]
                whole = WHOLE[bone] * BUILDS["usual"].height * zoom
                assert abs(long[0] - long[1]) / whole < WITHIN, (shape.name, bone, way)


GRAZES = 0.025
"""Letting go may brush the stool's edge by so much (metres): the hips slide forwards at the same time."""


@pytest.mark.parametrize(("start", "name"), list(ALSO_FROM))
def test_nothing_is_in_the_way_of_a_motion_beside_the_usual_one(start: str, name: str) -> None:
    build = BUILDS["usual"]
    for step in range(1, 24):
        posture = posture_at(start, name, "left", build, step / 24, ALSO_FROM[start, name])
        found = find_posture_faults(POSES[name], posture, "left", build)
        assert [fault for fault in found if fault.kind != "prop" or fault.amount > GRAZES] == []


def test_a_curve_takes_more_terms_only_where_it_must() -> None:
    ways = [n / 12 for n in range(13)]
    assert find_curves([[10 * t for t in ways]]) == [(-10, 0, 0)]
    assert len(find_curves([[300 * t**6 for t in ways]])[0]) > 3


PLACES = {"sit.tall", "sit.ready", "rest.sit", "stand.ready", "kneel.ready", "wall.ready", "doorway.ready"}
"""Between these the person walks or sits down otherwise: the picture changes."""
CUT = {("hip-flexor.hip-flexor", "kneel.ready"), ("kneel.ready", "hip-flexor.hip-flexor")}
"""A foot that went forwards by joint angles alone would go through the mat: shown by way of half-kneeling."""


def test_every_change_of_a_session_has_its_motion() -> None:
    """From state to state of all routines: a motion there or back, or a change of place."""
    missing = set()
    for routine in library.routines():
        machine = compile_routine(routine, settle_options(routine, Options(level=3)), library.phrases())
        for state in machine.states.values():
            for target in state.on.values():
                one, two = state.figure, machine.states[target].figure
                if one and two and one.pose != two.pose:
                    pair = (one.pose, two.pose)
                    if not set(pair) <= PLACES | {"leg-ladder.sit"}:
                        missing |= {pair} - {*MOVES, *((b, a) for a, b in MOVES)}
    assert missing <= CUT


def test_what_is_done_without_a_side_is_shown_without_one() -> None:
    """A stretch whose `sides` are none must not be drawn on one: the chest stretch was, once."""
    unsided = set()
    for routine in library.routines():
        machine = compile_routine(routine, settle_options(routine, Options(level=3)), library.phrases())
        figures = (state.figure for state in machine.states.values())
        unsided |= {figure.pose for figure in figures if figure and figure.side is None}
    assert {"chest.chest", "doorway.ready", "cat-cow.cat", "sit.tall"} <= unsided
    assert [name for name in sorted(unsided) if POSES[name].sided] == []


# Words and colours.


def test_every_pose_has_its_message_and_english_says_what_the_picture_says() -> None:
    say = catalogue("en").say
    for name, pose in POSES.items():
        for side in ("left", "right"):
            assert describe_in(say, name, side) == describe(pose, side)  # type: ignore[arg-type]  # a side


def test_no_message_is_left_over() -> None:
    known = {f"pose-{name.replace('.', '-')}{end}" for name in POSES for end in ("", "-words")}
    told = {message for message in catalogue("en").ids if message.startswith("pose-")}
    assert told == known | {"pose-of-side", "pose-mirrored"}


def test_the_page_gets_each_pose_in_words_for_each_side() -> None:
    words = web_words(catalogue("en").say)
    assert len(words) == 2 * len(POSES)
    assert words["pose-leg-ladder-reach-left"] == (
        "Leg out on the stool, toes pointed (left). A person sits with the back supported. The left leg lies"
        " straight, its heel on the stool, toes pointed away."
    )


def test_the_style_sheet_of_the_colours_is_current() -> None:
    assert (STATIC / "palette.css").read_text() == palette_css(), "run `make gallery`"


def test_the_reference_names_every_key() -> None:
    keys = set(FIGURES)
    for thing in (
        *FIGURES["parts"],
        *FIGURES["poses"].values(),
        *(s for room in FIGURES["rooms"] for s in room),
    ):
        keys |= set(thing)
    page = PAGES.read_text()
    assert {key for key in keys if f"`{key}`" not in page} == set()
