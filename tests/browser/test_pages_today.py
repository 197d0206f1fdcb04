"""Today, a routine's page and getting ready, as a person uses them: mouse, keyboard, phone, large words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from lissom.figure import PAINTS
from tests.server.person import Person
from tests.server.site import Site

LADDER, BACK = "seated-leg-ladder", "back-spasm"
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
PAGES = ("/", "/ready/", f"/routines/{LADDER}/", "/routines/full/", "/open/leg-ladder/", "/nowhere/")

OF_A_SERVER_GONE = ("Failed to load resource", "An unknown error occurred when fetching the script")
"""What a browser itself says when it cannot reach a page, or ask whether there is a newer worker."""

Opening = Callable[..., Page]


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Opening]:
    """Open an address in a browser of its own; no page may say anything in the browser's console."""
    contexts, said = [], []

    def opened(address: str, viewport: Any = PHONE, **choices: Any) -> Page:
        contexts.append(chromium.new_context(viewport=viewport, **choices))
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [words for words in said if not words.startswith(OF_A_SERVER_GONE)] == []


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site on which much has happened: something is closed, something was broken off."""
    folder = tmp_path_factory.mktemp("lived-in") / "data"
    with pytest.MonkeyPatch.context() as monkeypatch:
        person = Person(folder, monkeypatch, datetime.now(UTC))
        person.went_through_the_list()
        person.did(BACK, 4)
        person.did(LADDER, 2, feels=("numbness", "left.ankle.hold"))
        person.did(BACK, 4 / 24 / 60, breaks_off="sideways-reach.ready")
        person.journal.close()
    running = Site(folder)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, ...]]:
    """Pages that ask: a newcomer of their health; after a session, and after one that hurt, what was felt."""
    new, folder = tmp_path_factory.mktemp("new") / "data", tmp_path_factory.mktemp("asking") / "data"
    with pytest.MonkeyPatch.context() as monkeypatch:
        person = Person(folder, monkeypatch, datetime.now(UTC))
        whole = person.did(BACK, 2)
        hurt = person.did(BACK, 1, feels=("hurts", "forward-roll.rep1.forward-roll.hold"), breaks_off="which")
        assert person.desk.history.sessions[-1].unnamed is not None
        person.journal.close()
    newcomer, running = Site(new), Site(folder)
    felt = (f"{running.address}/felt/{log}/" for log in (whole, hurt))
    yield f"{newcomer.address}/ready/health/?routine=full", *felt
    newcomer.stop()
    running.stop()


# for everyone


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(
    lived_in: Site, open_page: Opening, path: str, viewport: dict[str, int], theme: str
) -> None:
    page = open_page(lived_in.address + path, viewport, color_scheme=theme, reduced_motion="reduce")
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert broken_rules(page) == []


def broken_rules(page: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_asks_is_for_everyone(asking: tuple[str, ...], open_page: Opening, theme: str) -> None:
    for address in asking:
        page = open_page(address, {"width": 320, "height": 640}, color_scheme=theme)
        assert page.url == address
        page.evaluate("document.documentElement.dataset.text = 'largest'")
        assert (broken_rules(page), page.evaluate("document.documentElement.scrollWidth")) == ([], 320)


@pytest.mark.parametrize("size", ["usual", "largest"])
@pytest.mark.parametrize("viewport", [{"width": 320, "height": 640}, DESKTOP], ids=["small", "desktop"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_off_at_any_size_of_the_words(
    lived_in: Site, open_page: Opening, path: str, viewport: dict[str, int], size: str
) -> None:
    page = open_page(lived_in.address + path, viewport, reduced_motion="reduce")
    page.evaluate("size => { document.documentElement.dataset.text = size }", size)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]


@pytest.mark.parametrize("path", PAGES)
def test_whatever_is_pressed_is_large_enough(lived_in: Site, open_page: Opening, path: str) -> None:
    page = open_page(lived_in.address + path)
    small = page.evaluate(
        """() => [...document.querySelectorAll("main button, main .button, main label, main summary")]
            .filter((each) => each.checkVisibility() && each.control?.type !== "text")
            .filter((each) => each.getBoundingClientRect().height < 44)
            .map((each) => each.textContent.trim())"""
    )
    assert small == []


def test_on_a_phone_start_stands_on_the_first_screen(site: Site, open_page: Opening) -> None:
    page = open_page(site.address)
    box = page.get_by_role("button", name="Start", exact=True).bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < PHONE["height"]


# Today


def test_with_the_keyboard_a_portion_is_chosen_and_started(site: Site, open_page: Opening) -> None:
    page = open_page(site.address, DESKTOP)
    page.get_by_role("radio", name="All").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".held:visible h3")).to_have_text(["Seated leg stretch 6 min"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ready/?portion=6")
    expect(page.get_by_role("heading", level=1)).to_have_text("Getting ready")
    page.get_by_role("link", name="Start", exact=True).focus()
    assert page.evaluate("document.activeElement.getAttribute('href')") == "/play/?portion=6"


def test_with_the_mouse_a_portion_is_chosen_and_started(site: Site, open_page: Opening) -> None:
    page = open_page(site.address)
    page.get_by_role("radio", name="2 min").check()
    expect(page.locator(".held:visible h3")).to_have_text(["Back stretches 3 min"])
    page.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_url("**/ready/?portion=2")


def test_without_scripts_all_but_the_player_works(site: Site, open_page: Opening) -> None:
    page = open_page(site.address, java_script_enabled=False)
    page.get_by_role("radio", name="about 6 min").check()
    assert page.locator(".held:visible").count() == 1
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="Right first").click()
    assert page.get_by_role("button", name="Right first").get_attribute("aria-pressed") == "true"
    assert page.url.endswith("/ready/?portion=6#side")
    page.goto(f"{site.address}/routines/{LADDER}/")
    page.get_by_label("Seconds to hold").fill("45")
    page.get_by_role("button", name="Save").click()
    assert page.get_by_role("alert").inner_text() == "Nothing is saved yet. Look at what is marked below."
    page.get_by_label("Seconds to hold").fill("25")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    assert page.get_by_label("Seconds to hold").input_value() == "25"


def test_a_card_leads_to_the_routine_wherever_it_is_pressed(site: Site, open_page: Opening) -> None:
    page = open_page(site.address)
    page.locator(".routine-card").nth(3).click(position={"x": 20, "y": 20})
    page.wait_for_url("**/routines/full/")


OUTLINES = "[...document.querySelectorAll('.routine-card path')].map((path) => path.getAttribute('d')).join()"


def test_a_picture_moves_once_and_ends_as_it_was(site: Site, open_page: Opening) -> None:
    window = {"width": 1280, "height": 2400}
    calm = open_page(site.address, window, reduced_motion="reduce")
    calm.wait_for_selector(".routine-card svg path", state="attached")
    still = calm.evaluate(OUTLINES)
    page = open_page("about:blank", window)
    page.add_init_script(f"""window.seen = new Set();
        const look = () => {{ seen.add({OUTLINES}); requestAnimationFrame(look); }};
        addEventListener("DOMContentLoaded", look);""")
    page.goto(site.address)
    page.wait_for_function(f"still => seen.size > 3 && {OUTLINES} === still", arg=still)


def test_who_wants_less_motion_sees_none(site: Site, open_page: Opening) -> None:
    page = open_page(site.address, {"width": 1280, "height": 2400}, reduced_motion="reduce")
    page.wait_for_selector(".routine-card svg path", state="attached")
    still = page.evaluate(OUTLINES)
    page.wait_for_timeout(1200)
    assert page.evaluate(OUTLINES) == still


def test_pictures_follow_the_theme(site: Site, open_page: Opening) -> None:
    skin = "getComputedStyle(document.querySelector('.picture svg')).getPropertyValue('--lissom-skin').trim()"
    assert open_page(site.address).evaluate(skin) == PAINTS["skin"].light
    assert open_page(site.address, color_scheme="dark").evaluate(skin) == PAINTS["skin"].dark


BREAK_OFF = """async () => {
  const [{ openKeep }, { newLog, entry }, { expand }, { machineDigest }] = await Promise.all(
    ["store/keep", "session/log", "machine/pack", "machine/canonical"]
      .map((name) => import(`/static/${name}.js`)),
  );
  const pack = await (await fetch("/api/pack.json")).json();
  const machine = expand(pack, "seated-leg-ladder", 1);
  const keep = await openKeep();
  const log = newLog(machine, await machineDigest(machine), "UTC", Date.now() - 60_000);
  await keep.begin(log, machine);
  await keep.append(log.id, 0, [entry(1_000, machine.start, "skip")]);
  return log.id;
}"""


def test_what_was_broken_off_on_this_device_can_be_ended_here(site: Site, open_page: Opening) -> None:
    page = open_page(site.address)
    log = page.evaluate(BREAK_OFF)
    page.reload()
    note = page.locator("#here-broken-off")
    expect(note).to_be_visible()
    expect(note.get_by_role("link", name="Go on")).to_have_attribute("href", "/play/?portion=today")
    with page.expect_navigation():
        note.get_by_role("button", name="End it").click()
    expect(page.locator("#here-broken-off")).to_be_hidden()
    assert [event.event for event in _log(site.folder, log).events] == ["skip", "resume", "stop"]


# Getting ready


def test_the_side_is_chosen_without_leaving_the_place(site: Site, open_page: Opening) -> None:
    page = open_page(f"{site.address}/ready/?routine={LADDER}")
    page.get_by_role("button", name="Right first").click()
    expect(page.get_by_role("button", name="Right first")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".strip svg").first).to_have_attribute("data-side", "right")
    expect(page.locator(".strip svg path").first).to_be_attached()
    assert page.url == f"{site.address}/ready/?routine={LADDER}"
    page.reload()
    expect(page.get_by_role("button", name="Right first")).to_have_attribute("aria-pressed", "true")


def test_with_the_server_gone_the_side_stays_as_it_was_and_says_so(site: Site, open_page: Opening) -> None:
    page = open_page(f"{site.address}/ready/?routine={LADDER}")
    site.stop()
    page.get_by_role("button", name="Right first").click()
    expect(page.locator(".sides [role=status]")).to_have_text(
        "This cannot be changed just now. Everything else works."
    )
    expect(page.get_by_role("button", name="Left first")).to_have_attribute("aria-pressed", "true")


def test_the_sound_is_tried_and_what_cannot_be_heard_is_told(site: Site, open_page: Opening) -> None:
    page = open_page(f"{site.address}/ready/")
    page.evaluate("speechSynthesis.getVoices = () => []")
    page.get_by_role("button", name="Play a chime and a sentence").click()
    status = page.locator(".sound [role=status]")
    expect(status).to_have_text("A chime, then a sentence.")
    expect(status).to_have_text(
        "Did you hear the chime? This browser has no voice of its own, so the words stay on the screen."
    )


def _log(folder: Path, log: str) -> Any:
    from lissom.store.setup import open_journal

    journal = open_journal(folder)
    try:
        return journal.log(log)
    finally:
        journal.close()
