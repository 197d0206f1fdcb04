"""Write app.png: Today and the player on a phone, as README shows them.

python -m tools.pictures.app
"""

from __future__ import annotations

import io
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from tests.browser.person import PATIENT, Person
from tests.server.site import Site

PICTURE = Path(__file__).parents[2] / "docs/pictures/app.png"
PHONE = {"width": 390, "height": 780}
HOLD = "leg-ladder.r1.left.ankle.hold"
COLOURS = 128
BETWEEN = 48


def screens(browser: Browser, site: Site) -> list[Image.Image]:
    """Return Today of a new person, and the middle of a first hold."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=1.5, timezone_id="Europe/Warsaw")
    context.add_init_script(f"delete window.Worker; {PATIENT}")
    context.clock.install()
    person = Person(context.new_page(), site)
    person.opens()
    person.page.wait_for_timeout(1_000)  # until the pictures are drawn
    today = person.page.screenshot()
    person.opens("/play/?routine=seated-leg-ladder")
    person.goes_on_until(HOLD)
    person.passes(12)
    person.page.wait_for_timeout(1_000)
    return [Image.open(io.BytesIO(each)).convert("RGB") for each in (today, person.page.screenshot())]


def side_by_side(pictures: list[Image.Image]) -> Image.Image:
    """Return pictures beside each other, with nothing between them."""
    width, height = pictures[0].size
    joined = Image.new("RGBA", (len(pictures) * (width + BETWEEN) - BETWEEN, height))
    for number, picture in enumerate(pictures):
        joined.paste(picture, (number * (width + BETWEEN), 0))
    return joined.quantize(COLOURS)


if __name__ == "__main__":
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=chromium, args=sandbox)
        site = Site(Path(folder))
        side_by_side(screens(browser, site)).save(PICTURE, optimize=True)
        site.stop()
        browser.close()
