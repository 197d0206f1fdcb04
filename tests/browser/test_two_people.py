"""Two people, one browser: their records lie in folders of their own and are served at the same address.

The first story is as it happened: a symptom told in the one's session went into the other's record, and
was missing from its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, expect

from lissom.store.setup import open_journal
from tests.browser.person import Person, go_through_the_list
from tests.coach.stories import LADDER
from tests.server.site import Site

if TYPE_CHECKING:
    from lissom.store.journal import Journal

PLAYER = f"/play/?routine={LADDER}"
HOLD = "leg-ladder.r1.left.ankle.hold"


class House:
    """One computer with one browser. Whoever sits down opens their own folder, always at the same port."""

    def __init__(self, folder: Path, browser: Browser) -> None:
        self._folder = folder
        for name in ("anna", "ben"):
            go_through_the_list(folder / name)
        self.site = Site(folder / "anna")
        self.person = Person.at(browser, self.site)

    def sits_down(self, name: str) -> None:
        """End the one's server and start the other's."""
        self.site.kill()
        self.site.folder = self._folder / name
        self.site.start()

    def record(self, name: str) -> Journal:
        return open_journal(self._folder / name)


@pytest.fixture
def house(tmp_path: Path, chromium: Browser) -> Iterator[House]:
    house = House(tmp_path, chromium)
    yield house
    house.person.page.context.close()
    house.site.kill()


def events_of(journal: Journal) -> list[str]:
    found = [entry.event for log in journal.logs() for entry in log.events]
    journal.close()
    return found


def is_told(person: Person, note: str) -> bool:
    return person.page.locator(f"#{note}").is_visible()


def test_a_symptom_goes_into_the_record_of_who_told_it_whoever_opens_theirs_meanwhile(house: House) -> None:
    anna = house.person
    anna.opens_and_waits()
    anna.opens(PLAYER)
    anna.goes_on_until(HOLD)
    house.site.kill()
    anna.tells_of("numbness")
    house.sits_down("ben")
    anna.goes_on_until("finish")  # the player's own tries to send meet Ben's server
    anna.presses_act("today")

    ben = house.person
    ben.opens("/")
    ben.waits_for(lambda: is_told(ben, "here-others"))
    expect(ben.page.locator("#here-others")).to_contain_text("belongs to another person's record")
    assert ("left out" in ben.page.inner_text("main"), ben.kept()) == (False, [])
    ben.opens(PLAYER)
    ben.goes_on_until("screening")  # nothing of what Anna felt closes anything for him
    ben.opens("/offline/")
    assert "numbness" not in events_of(house.record("ben"))

    house.sits_down("anna")
    anna.opens("/")
    anna.waits_for(lambda: "numbness" in events_of(house.record("anna")))
    anna.opens("/")
    anna.sees("left out")
    assert "numbness" not in events_of(house.record("ben"))


def test_with_no_server_the_copies_of_pages_are_of_who_was_there_last(house: House) -> None:
    anna = house.person
    anna.opens_and_waits()
    anna.opens(PLAYER)
    anna.goes_on_until(HOLD)
    anna.tells_of("pain")
    anna.goes_on_until("finish")
    anna.opens("/progress/")
    anna.opens("/")
    anna.sees("left out")

    house.sits_down("ben")
    ben = house.person
    ben.opens_and_waits()
    ben.waits_for(lambda: ben.page.evaluate("caches.match('/play/', { ignoreVary: true }).then(Boolean)"))
    house.site.kill()
    ben.opens("/")
    assert "left out" not in ben.page.inner_text("body")
    ben.opens("/progress/")  # only Anna had it open, and hers is gone from here
    ben.sees("Lissom is not running")
    ben.opens(PLAYER)
    assert ben.goes_on_until("screening") != "closed.advise"


def test_a_page_left_open_writes_nothing_into_the_record_of_who_comes_next(house: House) -> None:
    anna = house.person
    anna.opens("/settings/voice/")
    house.sits_down("ben")
    anna.page.click("main form button[type=submit]")
    anna.sees("belongs to another person's record")
    ben = house.record("ben")
    assert "voice" not in ben.settings()
    ben.close()


LEAVE = """
  await new Promise((resolve, reject) => {
    const asked = indexedDB.open("lissom", 1);
    asked.onsuccess = () => {
      const transaction = asked.result.transaction(["logs"], "readwrite");
      const logs = transaction.objectStore("logs");
      logs.getAll().onsuccess = ({ target }) => {
        for (const { journal, ...kept } of target.result) logs.put({ ...kept, ...(CHANGE) });
      };
      transaction.oncomplete = () => (asked.result.close(), resolve());
      transaction.onabort = reject;
    };
  });
"""


NEVER_SENT = """((id) => ({ id, log: { ...kept.log, id }, sent: null }))(
  kept.id.replace(/.$/, (last) => (last === "f" ? "e" : "f")),
)"""
"""A copy with an id of which no server has ever heard."""


def as_kept_before_there_were_ids(person: Person, change: str) -> None:
    """Take the id from all logs of this device, as the version before had none."""
    person.page.evaluate(f"async () => {{ {LEAVE.replace('CHANGE', change)} }}")


def played_by_anna(house: House) -> Person:
    """Anna plays, tells of pain, and is at another page afterwards."""
    anna = house.person
    anna.opens_and_waits()
    anna.opens(PLAYER)
    anna.goes_on_until(HOLD)
    anna.tells_of("pain")
    anna.goes_on_until("finish")
    anna.opens("/offline/")
    anna.waits_for(lambda: all(kept["sent"] for kept in anna.kept()))
    return anna


def test_what_was_kept_before_there_were_ids_is_of_the_record_that_knows_it(house: House) -> None:
    anna = played_by_anna(house)
    before = [kept["id"] for kept in anna.kept()]
    as_kept_before_there_were_ids(anna, "{}")
    assert anna.kept() == []
    house.sits_down("ben")
    house.person.opens("/")
    house.person.page.wait_for_load_state("networkidle")
    assert (house.person.kept(), is_told(house.person, "here-unowned")) == ([], False)
    house.sits_down("anna")
    anna.opens("/")
    anna.waits_for(lambda: [kept["id"] for kept in anna.kept()] == before)


def test_of_what_no_server_has_ever_heard_the_person_is_asked_and_nothing_starts_before(house: House) -> None:
    anna = played_by_anna(house)
    house.site.kill()
    as_kept_before_there_were_ids(anna, NEVER_SENT)
    house.sits_down("ben")
    ben = house.person
    ben.opens(PLAYER)
    ben.goes_on_until("unread")
    ben.opens("/")
    ben.waits_for(lambda: is_told(ben, "here-unowned"))
    ben.page.click("#here-unowned button[value=another]")
    ben.waits_for(lambda: is_told(ben, "here-others"))
    assert events_of(house.record("ben")) == []
    ben.opens(PLAYER)
    ben.goes_on_until("screening")

    house.sits_down("anna")
    anna.opens("/")
    anna.waits_for(lambda: is_told(anna, "here-unowned"))
    before = len(house.record("anna").logs())
    anna.page.click("#here-unowned button[value=mine]")
    anna.waits_for(lambda: len(house.record("anna").logs()) == before + 1)


def test_erasing_ones_record_leaves_what_waits_for_the_others(house: House) -> None:
    anna = house.person
    anna.opens_and_waits()
    anna.opens(PLAYER)
    anna.goes_on_until(HOLD)
    house.site.kill()
    anna.tells_of("numbness")
    anna.goes_on_until("finish")

    house.sits_down("ben")
    ben = house.person
    ben.opens("/settings/data/")
    ben.page.fill("#word", "erase")
    ben.page.click("button.warn")
    ben.page.wait_for_selector("#forgotten:not([hidden])")

    house.sits_down("anna")
    anna.opens("/")
    anna.waits_for(lambda: "numbness" in events_of(house.record("anna")))
