"""How soon the player stands: it waits for no disk and no worker, and its modules are there before Start."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.person import go_through_the_list
from tests.server.site import Site

NO_DISK = """
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, how) {
    const begun = transaction.call(this, stores, mode, how);
    if (mode === "readwrite") Object.defineProperty(begun, "oncomplete", { set() {} });
    return begun;
  };
"""
REGISTERED = """
  const { register } = ServiceWorkerContainer.prototype;
  ServiceWorkerContainer.prototype.register = function (...told) {
    window.registeredAt = document.getElementById("player")?.dataset.kind ?? "no player";
    return register.apply(this, told);
  };
"""
LOADED = """() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.endsWith(".js"))"""  # noqa: E501 - one script or pattern
PRELOADED = """() => [...document.querySelectorAll("link[rel=modulepreload]")].map(({ href }) => href)"""
FETCHED = """() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/api/")).map(({ name }) => new URL(name).pathname)"""  # noqa: E501 - one script or pattern


@pytest.fixture
def site(tmp_path):
    go_through_the_list(tmp_path)
    running = Site(tmp_path)
    yield running
    running.kill()


@pytest.fixture
def context(chromium: Browser) -> BrowserContext:
    context = chromium.new_context()
    yield context
    context.close()


def opened(context: BrowserContext, site: Site, path: str) -> Page:
    page = context.new_page()
    page.goto(site.address + path)
    return page


def test_the_first_state_waits_for_no_disk(context, site):
    context.add_init_script(NO_DISK)
    context.clock.install()
    context.clock.pause_at(datetime.now(UTC) + timedelta(minutes=5))  # so that no patience comes to its end
    opened(context, site, "/play/?portion=2").wait_for_selector("[data-kind=rate]", timeout=10_000)


def test_the_worker_is_registered_once_the_player_stands(context, site):
    context.add_init_script(REGISTERED)
    page = opened(context, site, "/play/?portion=2")
    page.wait_for_function("() => window.registeredAt !== undefined")
    assert page.evaluate("() => window.registeredAt") == "rate"


def test_what_is_preloaded_is_what_is_imported(context, site):
    page = opened(context, site, "/play/?portion=2")
    page.wait_for_selector("[data-kind=rate]")
    preloaded = page.evaluate(PRELOADED)
    loaded = [name for name in page.evaluate(LOADED) if not name.endswith(("pages/register.js", "ticker.js"))]
    assert sorted(set(loaded)) == sorted(preloaded)
    assert page.evaluate(FETCHED).count("/api/pack.json") == 1


@pytest.mark.parametrize("path", ["/", "/ready/?portion=today"])
def test_what_the_player_is_made_of_is_fetched_before_start(context, site, path):
    page = opened(context, site, "/play/?portion=2")
    page.wait_for_selector("[data-kind=rate]")
    needed = set(page.evaluate(PRELOADED))
    page = opened(context, site, path)
    page.wait_for_function(
        "() => performance.getEntriesByName(new URL('/api/pack.json', location.href).href).length > 0"
    )
    page.wait_for_timeout(1_500)
    assert {name.rsplit("/", 1)[1] for name in needed - set(page.evaluate(LOADED))} <= {"play.js"}
