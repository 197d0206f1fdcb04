"""A newer version is there with the next page; the older one stays while a page of it may be open."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.person import go_through_the_list
from tests.server.site import Site
from tests.shipped import REPOSITORY

CHANGED = "browser/player/wake.js"
PLACES = ("src", "locales", "content", "browser")
ASSETS = """async () => (await caches.keys()).filter((name) => name.startsWith("lissom-assets-")).sort()"""
VERSION = """() => document.querySelector("link[rel=icon]").href.split("/")[4]"""
WAITS = """async () => (await navigator.serviceWorker.getRegistration()).waiting !== null"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of what Lissom is made of."""
    for place in PLACES:
        shutil.copytree(
            REPOSITORY / place, tmp_path / "copy" / place, ignore=shutil.ignore_patterns("__pycache__")
        )
    return tmp_path / "copy"


@pytest.fixture
def site(copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Return the app, served from the copy."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(copy / "src"), os.environ.get("PYTHONPATH", "")]))
    go_through_the_list(tmp_path / "data")
    running = Site(tmp_path / "data")
    yield running
    running.kill()


@pytest.fixture
def browser_of_one(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context()
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    yield context
    context.close()
    assert faults == []


def update(site: Site, copy: Path) -> None:
    """Stop the site, change an asset, and start the site at the same address."""
    site.kill()
    asset = copy / CHANGED
    asset.write_text(asset.read_text("utf-8") + "\nexport const newer = true;\n", "utf-8")
    site.start()


def installed(context: BrowserContext, site: Site, path: str = "/") -> Page:
    page = context.new_page()
    page.goto(site.address + path)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    return page


def comes(page: Page, script: str, told: object = None) -> None:
    """Wait until a script of the page comes to true; `wait_for_function` takes a promise for a yes."""
    for _ in range(300):
        if page.evaluate(script, told):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"it never came: {script}")


def test_a_newer_version_is_there_at_once_and_with_no_server_too(browser_of_one, site, copy):
    page = installed(browser_of_one, site)
    (before,) = page.evaluate(ASSETS)
    update(site, copy)
    page.goto(site.address)
    comes(page, WAITS)
    (after,) = set(page.evaluate(ASSETS)) - {before}
    site.kill()
    page.goto(site.address + "/play/?portion=2")
    page.wait_for_selector("[data-kind=rate]")
    assert page.evaluate(VERSION) == after.removeprefix("lissom-assets-")


def test_an_older_version_stays_as_long_as_a_page_is_open_and_then_goes(browser_of_one, site, copy):
    today = installed(browser_of_one, site)
    (before,) = today.evaluate(ASSETS)
    player = browser_of_one.new_page()
    player.goto(site.address + "/play/?portion=2")
    player.wait_for_selector("[data-kind=rate]")
    update(site, copy)
    today.goto(site.address)
    comes(today, WAITS)
    today.close()
    elsewhere = browser_of_one.new_page()
    elsewhere.wait_for_timeout(1_000)
    assert player.evaluate(WAITS)
    assert before in player.evaluate(ASSETS)
    player.close()
    for _ in range(30):  # a browser forgets a page a while after it is closed
        elsewhere.wait_for_timeout(1_000)
        again = browser_of_one.new_page()
        again.goto(site.address)
        if before not in (left := again.evaluate(ASSETS)):
            break
        again.close()
    assert (before in left, len(left)) == (False, 1)


def test_with_the_server_gone_nothing_goes_wrong_where_a_newer_version_is_asked_for(browser_of_one, site):
    page = installed(browser_of_one, site)
    site.kill()
    for path in ("/", "/offline/", "/play/?portion=2"):
        page.goto(site.address + path)
        page.wait_for_timeout(500)
    refused = page.evaluate(
        "async () => (await navigator.serviceWorker.getRegistration()).update().catch(({ name }) => name)"
    )
    assert refused == "TypeError"
