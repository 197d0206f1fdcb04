"""The health list before a start: ticked where it is asked, and one goes on with what is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.person import Person
from tests.server.site import Site

BACK = "/play/?routine=back-spasm"


@pytest.fixture
def newcomer(chromium: Browser, tmp_path: Path) -> Iterator[Person]:
    """Someone who was never asked anything."""
    site = Site(tmp_path / "data")
    person = Person.at(chromium, site)
    yield person
    person.page.context.close()
    site.stop()


def test_a_person_of_75_ticks_two_boxes_and_plays_what_is_left(newcomer: Person) -> None:
    """They open the player itself: it sends them to the list, and the list brings them back."""
    page = newcomer.page
    newcomer.opens(BACK)
    newcomer.goes_on_until("health")
    page.locator('[data-act="list"]').click()
    expect(page.locator("h1")).to_have_text("Your health")
    none, some = page.locator("button.none"), page.locator("button.some")
    expect(none).to_be_visible()
    expect(some).to_be_hidden()

    under = page.locator(".line", has=page.locator('[name="applies"][value="osteoporosis"]')).locator(".more")
    expect(under).to_be_hidden()
    for condition in ("osteoporosis", "low-blood-pressure"):
        page.locator(f'[name="applies"][value="{condition}"]').check()
    expect(under).to_be_visible()
    expect(none).to_be_hidden()
    some.click()

    expect(page.locator(".left-out li")).to_have_count(2)
    page.locator(".begin a.first").click()
    newcomer.goes_on_until("sideways-reach.ready")
    stretches = page.evaluate("document.getElementById('player').dataset.state")
    assert stretches == "sideways-reach.ready"

    newcomer.opens(BACK)
    expect(page.locator("#player[data-kind=health]")).to_have_count(0)


def test_not_sure_of_an_emergency_sign_is_calm_and_yes_is_not(newcomer: Person) -> None:
    page = newcomer.page
    newcomer.opens("/ready/health/?routine=back-spasm")
    page.locator("button.none").click()
    newcomer.opens(BACK)
    newcomer.goes_on_until("screening.emergency")
    newcomer.presses_act("unsure")
    newcomer.waits_for(lambda: newcomer.looks()["state"] == "screening.emergency.unsure")
    player = page.locator("#player")
    expect(player).to_have_attribute("data-tone", "calm")
    newcomer.sees("Let's sort this out first")
    newcomer.sees("a health advice line today")
    (kept,) = newcomer.kept()
    assert [each["event"] for each in kept["events"]][-1] == "unsure"
