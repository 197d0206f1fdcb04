"""Animated pictures: small, still for who wants that, and true to the body between their keyframes too."""

import io
import re
from xml.etree import ElementTree

import pytest
import resvg_py
from PIL import Image, ImageChops
from tools.gallery import moving
from tools.gallery.easing import PACE, pace_between
from tools.gallery.moving import LARGEST, LOOSER, animate
from tools.gallery.plan import Plan, Planned, plan_person
from tools.gallery.plane import Plane, find_plane
from tools.gallery.tween import STEPS, TRUE_TO, Series, Turning, change, list_film, ride

from lissom.figure import draw, render
from lissom.figure import film as film_module
from lissom.figure.body import BUILDS, Side
from lissom.figure.camera import Point, aim
from lissom.figure.cover import list_needed
from lissom.figure.film import shoot
from lissom.figure.outline import Capsule, Disc
from lissom.figure.poses import POSES

SVG = "{http://www.w3.org/2000/svg}"
MOVING = [name for name, pose in POSES.items() if pose.start]


def motion(name: str, side: Side = "right") -> str:
    return animate(POSES[name].start or "", name, side=side)


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("name", MOVING)
def test_an_animation_is_valid_and_small(name: str, side: Side) -> None:
    text = motion(name, side)
    root = ElementTree.fromstring(text)
    assert root.findtext(f"{SVG}title")
    assert len(text.encode()) <= LARGEST
    assert text == motion(name, side)


@pytest.mark.parametrize("name", MOVING)
def test_it_moves_only_for_who_wants_it_and_for_what_can(name: str) -> None:
    text = motion(name)
    guard = '@media(prefers-reduced-motion:no-preference){@supports(d:path("M0 0")){[class^=x]{animation:'
    assert text.count("animation:") == text.count(guard) == 1
    assert "<animate" not in text


@pytest.mark.parametrize("name", MOVING)
def test_without_its_motions_it_is_the_still_picture(name: str) -> None:
    at_rest = re.sub(
        r"@media\(prefers-reduced-motion.*?</style>",
        "</style>",
        animate(POSES[name].start or "", name, theme="light"),
    )
    assert "@" not in at_rest
    assert differing(rasterise(at_rest), rasterise(draw(name, theme="light"))) < FEW


FEW = 300
"""So many of 230,400 pixels may differ: what turns is drawn in a plane that is told to four digits."""


def rasterise(svg: str) -> Image.Image:
    png = resvg_py.svg_to_bytes(svg_string=svg, width=480, height=480, background="#ffffff")
    return Image.open(io.BytesIO(bytes(png))).convert("L")


def differing(one: Image.Image, other: Image.Image) -> int:
    return sum(ImageChops.difference(one, other).histogram()[40:])


@pytest.mark.parametrize("name", POSES)
def test_what_is_spared_was_not_seen(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    spared = rasterise(draw(name, theme="light"))
    monkeypatch.setattr(render, "spare", tuple)
    assert differing(spared, rasterise(draw(name, theme="light"))) < FEW


def test_an_outline_is_spared_only_where_the_others_hide_all_of_it() -> None:
    limb = Capsule((0, 0), 20, (100, 0), 20)
    assert list_needed([(limb, Capsule((10, 0), 15, (90, 0), 15))]) == (0,)
    ends = (Disc((0, 0), 22), Disc((100, 0), 22))
    assert list_needed([(limb, *ends)]) == (0, 1, 2)
    assert list_needed([(Disc((50, 0), 12), Disc((50, 0), 15)), (Disc((50, 0), 12), Disc((80, 0), 15))]) == (
        0,
        1,
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_fixed_theme_has_plain_colours(theme: str) -> None:
    text = animate("leg-ladder.reach", "leg-ladder.ankle", theme=theme)  # type: ignore[arg-type]  # one of them
    assert "prefers-color-scheme" not in text
    assert ElementTree.fromstring(text) is not None


def test_pieces_of_the_pace_make_up_the_whole() -> None:
    assert pace_between(0, 1).curve == pytest.approx(PACE)
    starts = [pace_between(n / STEPS, (n + 1) / STEPS).starts for n in range(STEPS)]
    assert starts == sorted(starts)
    assert starts[0] == 0


# Lengths between the keyframes: what a browser draws, worked out as it does.

FINER = 4
"""Looks between two sampled steps, too."""


def drawn_at(series: Series, plan: Plan, plane: Plane, way: float, looser: float) -> list[Capsule]:
    """Return a piece's capsules as the keyframes draw them when that share of the way is done."""
    flat = plane.flatten(series)
    if plan.change:
        for turning in plan.chain:
            flat = ride(flat, turning)
        keys = change(list_film(plane.unfold(flat)), TRUE_TO * looser).keys
        after = next(n for n, key in enumerate(keys) if n and key >= way * STEPS)
        low, high = keys[after - 1], keys[after]
        part = (way * STEPS - low) / (high - low)
        shown = tuple(mixed(a, b, part) for a, b in zip(flat[low], flat[high], strict=True))
    else:
        shown = flat[-1]
    for turning in reversed(plan.chain):
        shown = tuple(carried(outline, turning, way) for outline in shown)
    return [outline for outline in plane.unfold((shown,))[0] if isinstance(outline, Capsule)]


def mixed(a: object, b: object, part: float) -> Capsule:
    assert isinstance(a, Capsule)
    assert isinstance(b, Capsule)

    def between(p: Point, q: Point) -> Point:
        return (p[0] + (q[0] - p[0]) * part, p[1] + (q[1] - p[1]) * part)

    return Capsule(between(a.a, b.a), a.a_radius, between(a.b, b.b), a.b_radius)


def carried(outline: object, turning: Turning, way: float) -> Capsule:
    assert isinstance(outline, Capsule)
    unit, shift = turning.place(way * STEPS)

    def moved(point: Point) -> Point:
        there = unit * complex(*point) + shift
        return (there.real, there.imag)

    return Capsule(moved(outline.a), outline.a_radius, moved(outline.b), outline.b_radius)


ENDS = {"trousers": (("thigh", 0, 1), ("shank", 2, 3)), "arm": (("forearm", 1, 2),)}
"""Bones, and the capsules of a shape from whose beginning to whose end each lies."""


def lengths(planned: list[Planned], plane: Plane, way: float, looser: float = 1.0) -> dict[str, float]:
    found = {}
    for shape, pieces in planned:
        part = shape.name.rpartition(".")[2]
        if part not in ENDS:
            continue
        capsules = [capsule for piece in pieces for capsule in drawn_at(*piece, plane, way, looser)]
        for bone, first, last in ENDS[part]:
            a, b = complex(*capsules[first].a), complex(*capsules[last].b)
            found[f"{shape.name}.{bone}"] = abs(b - a)
    return found


def how_loose(name: str, monkeypatch: pytest.MonkeyPatch) -> float:
    """Return how much looser than usual a motion was written, to be small enough."""
    written = motion(name)
    for looser in LOOSER:
        monkeypatch.setattr(moving, "LOOSER", (looser,))
        if motion(name) == written:
            return looser
    raise AssertionError(name)


@pytest.mark.parametrize("name", MOVING)
def test_drawn_lengths_are_the_bodys_between_the_keyframes(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within 6 % (of the bone's own length) of what the camera sees of the rigid bone at that moment."""
    looser = how_loose(name, monkeypatch)
    monkeypatch.setattr(film_module, "spare", tuple)  # so that every bone has its capsules
    pose, build = POSES[name], BUILDS["usual"]
    view = aim(pose.camera, pose.crop, "right")
    plane = find_plane(view)
    film = shoot(pose.start or "", name, "right", build, [n / STEPS for n in range(STEPS + 1)])
    planned = plan_person(film.person(), plane, looser)
    for n in range(1, STEPS * FINER):
        way = n / STEPS / FINER
        seen = shoot(pose.start or "", name, "right", build, [way, 1.0]).person()
        posed = [(shape, [((shapes[0].outlines,) * (STEPS + 1), Plan())]) for shape, shapes in seen]
        true = lengths(posed, plane, way)
        for bone, length in lengths(planned, plane, way, looser).items():
            whole = WHOLE[bone.rpartition(".")[2]] * build.height * view.zoom
            assert abs(length - true[bone]) / whole < WITHIN, (bone, way)


WHOLE = {"thigh": 0.245, "shank": 0.246, "forearm": 0.146}
WITHIN = 0.06
