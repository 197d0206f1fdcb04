"""figure.js in a real browser: the same pictures as `draw`, and motions that always end in their pose."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, Route, sync_playwright

from lissom.figure import Side, Theme, draw, poses, web_figures

CHROMIUM = "/usr/bin/chromium"
STATIC = Path(__file__).parents[2] / "browser/figure"
KINDS = {".js": "text/javascript", ".css": "text/css"}
SIZE = 320
PAGE = f"""<!doctype html><link rel="stylesheet" href="/palette.css">
<body style="margin: 0; background: var(--lissom-page)"><svg width="{SIZE}" height="{SIZE}"></svg>"""
POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'"
"""As strict as the app's, but for this page's own style."""
OPEN = """async () => {
  const { Figure } = await import("/figure.js");
  window.svg = document.querySelector("svg");
  window.figure = new Figure(svg, await (await fetch("/figures.json")).json());
}"""

pytestmark = pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="no Chromium here")


def answer(route: Route) -> None:
    """Give the page what a server would: the page, the document and the static files."""
    name = route.request.url.rpartition("/")[2]
    if name == "":
        route.fulfill(body=PAGE, content_type="text/html", headers={"content-security-policy": POLICY})
    elif name == "figures.json":
        route.fulfill(body=json.dumps(web_figures()), content_type="application/json")
    else:
        route.fulfill(body=(STATIC / name).read_text(), content_type=KINDS[Path(name).suffix])


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Return a page with a figure, whose time stands still until its `clock` lets it run."""
    opened = chromium.new_page(viewport={"width": SIZE, "height": SIZE})
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda message: wrong.append(message.text))
    opened.route("http://figure.test/**", answer)
    opened.goto("http://figure.test/")
    opened.clock.install(time=0)
    opened.clock.pause_at(1000)
    opened.evaluate(OPEN)
    yield opened
    opened.close()
    assert wrong == []


def call(page: Page, method: str, *told: object) -> None:
    page.evaluate("([method, told]) => figure[method](...told)", [method, told])


def paths(page: Page) -> list[str]:
    """Return what is drawn, mirrored or not, and how strongly."""
    return page.evaluate(
        "[...svg.querySelectorAll('*')].map(e => [e.getAttribute('d'), e.getAttribute('transform'),"
        " e.style.opacity || '1', e.getAttribute('opacity')].join())"
    )  # type: ignore[no-any-return]  # a list of texts


def shown(page: Page, pose: str, side: Side | None) -> list[str]:
    call(page, "show", pose, side)
    return paths(page)


# The same pictures.

SEEN = 40
"""From this difference of a pixel's grey on it is seen."""
FEW = 600
"""So many of the 102,400 pixels may differ: the edges, which two painters smooth each in their own way."""


def image_of(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def rasterise(svg: str, background: str) -> Image.Image:
    import resvg_py

    return image_of(
        bytes(resvg_py.svg_to_bytes(svg_string=svg, width=SIZE, height=SIZE, background=background))
    )


def differing(one: Image.Image, other: Image.Image) -> int:
    return sum(ImageChops.difference(one, other).convert("L").histogram()[SEEN:])


@pytest.mark.parametrize(("theme", "page_colour"), [("light", "#ffffff"), ("dark", "#14171d")])
@pytest.mark.parametrize("side", ["left", "right"])
def test_it_draws_what_draw_draws(page: Page, theme: Theme, page_colour: str, side: Side) -> None:
    page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
    for name in poses():
        call(page, "show", name, side)
        still = rasterise(draw(name, side=side, theme=theme, badge=False), page_colour)
        assert differing(image_of(page.screenshot()), still) < FEW, name


def test_another_pose_is_seen_to_be_another_picture(page: Page) -> None:
    call(page, "show", "leg-ladder.reach", "right")
    other = rasterise(draw("leg-ladder.ankle", side="right", theme="light", badge=False), "#ffffff")
    assert differing(image_of(page.screenshot()), other) > 2 * FEW


# Motions.

MOVES = [
    ("sit.tall", "right", "gluteal.gluteal", "right"),
    ("sit.tall", None, "gluteal.gluteal", "left"),
    ("gluteal.gluteal", "left", "sit.tall", "left"),
    ("leg-ladder.sit", "left", "leg-ladder.reach", "left"),
    ("leg-ladder.slump", "right", "sit.ready", "right"),
    ("leg-ladder.ankle", "right", "leg-ladder.ankle", "left"),
    ("kneel.ready", None, "hip-flexor.hip-flexor", "right"),
    ("leg-ladder.sit", "right", "rest.sit", "right"),
    ("wall.ready", None, "doorway.ready", "left"),
]


@pytest.mark.parametrize(("one", "side", "two", "other"), MOVES)
def test_a_motion_ends_in_the_pose(page: Page, one: str, side: Side, two: str, other: Side) -> None:
    end, start = shown(page, two, other), shown(page, one, side)
    call(page, "move", two, other, 2.4)
    page.clock.run_for(150)
    assert page.evaluate("figure.isMoving")
    assert paths(page) not in (start, end)
    page.clock.run_for(2300)
    assert not page.evaluate("figure.isMoving")
    assert paths(page) == end


@pytest.mark.parametrize(("one", "side", "two", "other"), MOVES)
def test_letting_go_is_over_in_600_ms(page: Page, one: str, side: Side, two: str, other: Side) -> None:
    end = shown(page, two, other)
    call(page, "show", one, side)
    call(page, "letGo", two, other)
    page.clock.run_for(600)
    assert paths(page) == end


def test_any_pose_leads_to_any_pose(page: Page) -> None:
    names = list(poses())
    for one in names:
        for two in names:
            call(page, "show", one, "right")
            call(page, "letGo", two, "left")
            page.clock.run_for(100)
        page.clock.run_for(600)
        assert not page.evaluate("figure.isMoving")


def test_letting_go_begins_where_the_body_is(page: Page) -> None:
    """Half-way to a pose the body does not jump to its end first."""
    call(page, "show", "leg-ladder.sit", "right")
    call(page, "move", "leg-ladder.reach", "right", 2)
    page.clock.run_for(1000)
    before = paths(page)
    call(page, "letGo", "leg-ladder.sit", "right")
    strays = page.evaluate(FURTHEST, [before, paths(page)])
    assert strays < 2
    page.clock.run_for(600)
    assert paths(page) == shown(page, "leg-ladder.sit", "right")


FURTHEST = """([one, other]) => {
  const numbers = (texts) => texts.join(" ").match(/-?[\\d.]+/g).map(Number);
  const [a, b] = [numbers(one.slice(0, 40)), numbers(other.slice(0, 40))];
  return a.length === b.length ? Math.max(...a.map((value, i) => Math.abs(value - b[i]))) : Infinity;
}"""


def test_the_last_asked_for_is_where_it_ends(page: Page) -> None:
    end = shown(page, "sit.ready", "left")
    for name in ("leg-ladder.sit", "leg-ladder.reach", "leg-ladder.ankle", "sit.tall", "leg-ladder.slump"):
        call(page, "move", name, "left", 2)
        page.clock.run_for(300)
    call(page, "letGo", "sit.ready", "left")
    page.clock.run_for(600)
    assert paths(page) == end


def test_a_hidden_tab_ends_in_the_pose_at_once(page: Page) -> None:
    end = shown(page, "leg-ladder.ankle", "right")
    call(page, "show", "leg-ladder.reach", "right")
    call(page, "move", "leg-ladder.ankle", "right", 2)
    page.clock.run_for(500)
    page.evaluate(
        "() => { Object.defineProperty(document, 'hidden', { value: true });"
        " document.dispatchEvent(new Event('visibilitychange')); }"
    )
    assert paths(page) == end
    call(page, "move", "leg-ladder.reach", "right", 2)
    assert not page.evaluate("figure.isMoving")


def test_with_reduced_motion_the_end_is_shown_at_once(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    end = shown(page, "leg-ladder.ankle", "right")
    call(page, "show", "leg-ladder.reach", "right")
    call(page, "move", "leg-ladder.ankle", "right", 2)
    assert not page.evaluate("figure.isMoving")
    assert paths(page) == end


def test_a_pose_nobody_drew_leaves_the_place_empty(page: Page) -> None:
    call(page, "show", "sit.tall", None)
    call(page, "move", "handstand", None)
    assert paths(page) == []
    call(page, "move", "sit.tall", None)
    assert paths(page) == shown(page, "sit.tall", "right")


def test_it_says_what_it_shows(page: Page) -> None:
    call(page, "name", "Sitting tall.")
    assert page.evaluate("[svg.getAttribute('role'), svg.getAttribute('aria-label')]") == [
        "img",
        "Sitting tall.",
    ]
    message = page.evaluate("import('/figure.js').then(m => m.messageOf('leg-ladder.reach', 'left'))")
    assert message == "pose-leg-ladder-reach-left"


def test_another_document_is_refused(page: Page) -> None:
    told = page.evaluate(
        "import('/figure.js').then(m => { try { new m.Figure(svg, { format: 'lissom-figures/2' }); }"
        " catch (error) { return error.message; } })"
    )
    assert told == "these figures are lissom-figures/2, not lissom-figures/1"
