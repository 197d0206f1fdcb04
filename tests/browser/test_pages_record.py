"""Progress, settings and contact in Chromium: no barrier in either theme, nothing too wide, the scripts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from lissom.machine.codec import machine_digest
from lissom.machine.options import Options
from lissom.session.log import Rating
from lissom.store.setup import open_journal
from tests.coach.stories import play, routine_machine
from tests.server.site import Site

LADDER = "seated-leg-ladder"
PAGES = (
    "/progress/", "/progress/{log}/", "/contact/", "/settings/", "/settings/practice/", "/settings/voice/",
    "/settings/look/", "/settings/clinic/", "/settings/health/", "/settings/reminders/", "/settings/data/",
)  # fmt: skip
SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 800}}


def live_through(folder: Path) -> str:
    """Record three sessions, the last of which ended with tingling, and return its id."""
    journal = open_journal(folder)
    machine = routine_machine(LADDER, Options(level=2))
    for number, days in enumerate((9, 2, 1), 1):
        felt: dict[str, Any] = (
            {"climbs": True, "feels": ("tingling", "r2.left.chin.hold")} if days == 1 else {}
        )
        log = play(machine, datetime.now(UTC) - timedelta(days=days), "UTC", number, **felt)
        log = replace(log, machine_digest=machine_digest(machine))
        journal.receive(log.with_ratings(Rating("before", 0, 5), Rating("after", 1, 3)), machine)
    journal.set_setting("clinic-name", "Hill Street Physiotherapy")
    journal.set_setting("clinic-phone", "+44 20 7946 0000")
    journal.close()
    return log.id


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    folder = tmp_path_factory.mktemp("record") / "data"
    log = live_through(folder)
    running = Site(folder)
    yield running, log
    running.stop()


@pytest.fixture
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    size, scheme = getattr(request, "param", ("desktop", "light"))
    context = chromium.new_context(
        viewport=SIZES[size], color_scheme=scheme, permissions=["clipboard-read", "clipboard-write"]
    )
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None
    )
    yield opened
    context.close()
    assert faults == []


@pytest.mark.parametrize("page", [("phone", "light"), ("phone", "dark"), ("desktop", "dark")], indirect=True)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(page: Page, lived: tuple[Site, str]) -> None:
    site, log = lived
    for address in PAGES:
        page.goto(site.address + address.format(log=log), wait_until="networkidle")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        found = Axe().run(page).response["violations"]
        assert [(address, each["id"], each["nodes"][0]["html"]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


@pytest.mark.parametrize("page", [("phone", "light")], indirect=True)
def test_words_at_their_largest_still_fit_a_phone(page: Page, lived: tuple[Site, str]) -> None:
    site, log = lived
    for address in PAGES:
        page.goto(site.address + address.format(log=log), wait_until="networkidle")
        page.evaluate("document.documentElement.dataset.text = 'largest'")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_both_charts_are_drawn(page: Page, lived: tuple[Site, str]) -> None:
    page.goto(f"{lived[0].address}/progress/", wait_until="networkidle")
    shown = "[...document.querySelectorAll('.chart svg')].filter((each) => each.checkVisibility())"
    classes = f"{shown}.map((each) => each.getAttribute('class'))"
    assert page.evaluate(classes) == ["wide", "wide"]
    page.set_viewport_size({"width": 360, "height": 700})
    assert page.evaluate(classes) == ["narrow", "narrow"]


def test_a_day_leads_to_its_sessions(page: Page, lived: tuple[Site, str]) -> None:
    page.goto(f"{lived[0].address}/progress/")
    if not page.locator(".month a").count():  # on the first days of a month all was in the one before
        page.locator(".month-head a").first.click()
    last = page.locator(".month a").last
    last.click()
    expect(page.locator("section:target a").first).to_be_visible()


def test_what_was_changed_in_the_summary_is_what_is_copied_mailed_and_printed(
    page: Page, lived: tuple[Site, str]
) -> None:
    page.goto(f"{lived[0].address}/contact/")
    page.fill("#summary", "It tingled.\nWhat now?")
    page.click("#copy")
    page.wait_for_function("document.getElementById('told').textContent !== ''")
    assert page.inner_text("#told") == "Copied."
    assert page.evaluate("navigator.clipboard.readText()") == "It tingled.\nWhat now?"
    assert page.get_attribute("#mail", "href").endswith("&body=It%20tingled.%0D%0AWhat%20now%3F")
    page.emulate_media(media="print")
    assert page.inner_text("#printed") == "It tingled.\nWhat now?"
    assert not page.is_visible("#summary")
    assert not page.is_visible(".signs")


def test_a_reminder_is_due_at_its_time_on_its_days(page: Page, lived: tuple[Site, str]) -> None:
    page.goto(f"{lived[0].address}/settings/")
    due = page.evaluate(
        """async () => {
          const { due } = await import("/static/pages/reminders.js");
          const chosen = { times: ["08:00"], days: ["thu"] };
          return [
            due(new Date(2026, 4, 7, 8, 0, 59), chosen), due(new Date(2026, 4, 7, 8, 1), chosen),
            due(new Date(2026, 4, 8, 8, 0), chosen), due(new Date(2026, 4, 8, 8, 0), { ...chosen, days: [] }),
          ];
        }"""
    )
    assert due == ["2026-05-07 08:00", "", "", "2026-05-08 08:00"]


def test_after_erasing_this_browser_has_nothing_left(page: Page, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    live_through(folder)
    site = Site(folder)
    try:
        page.goto(f"{site.address}/settings/data/", wait_until="networkidle")
        page.evaluate("localStorage.setItem('lissom-kept', 'something')")
        page.fill("#word", "erase")
        page.click("button.warn")
        page.wait_for_selector("#forgotten:not([hidden])")
        assert page.inner_text("h1") == "Everything is erased"
        assert page.evaluate("localStorage.getItem('lissom-kept')") is None
        assert "Nothing on record yet" in page.request.get(f"{site.address}/progress/").text()
    finally:
        site.stop()
