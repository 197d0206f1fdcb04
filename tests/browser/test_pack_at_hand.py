"""The pack on this device: there after Today alone, and refused when it is too old."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.person import Person, go_through_the_list
from tests.coach.stories import LADDER
from tests.server.site import Site

PLAYER = f"/play/?routine={LADDER}"
HOLD = "leg-ladder.r1.left.ankle.hold"
CHANGE = "await keep.put('pack', {{ ...(await keep.get('pack')), {change} }});"
FORGET_MACHINES = """
  const opening = indexedDB.open("lissom");
  const database = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
  const transaction = database.transaction(["machines"], "readwrite");
  transaction.objectStore("machines").clear();
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
"""


@pytest.fixture
def site(tmp_path):
    go_through_the_list(tmp_path)
    running = Site(tmp_path)
    yield running
    running.kill()


@pytest.fixture
def person(chromium: Browser, site: Site):
    """A person who has opened Today once, with the server there."""
    person = Person.at(chromium, site)
    person.opens_and_waits()
    yield person
    person.page.context.close()


def days_ago(days: int) -> str:
    return (datetime.now(UTC) - timedelta(days=days)).isoformat().replace("+00:00", "Z")


def test_the_pack_is_kept_once_and_not_by_the_worker(person):
    cached = person.device(
        "return (await caches.match('/api/words.json')) && (await caches.match('/api/pack.json')) === undefined;"  # noqa: E501 - one script or pattern
    )
    assert cached is True


def test_with_no_server_and_questions_too_old_no_routine_begins(site, person):
    person.device(CHANGE.format(change=f"good_until: '{days_ago(1)}'"))
    site.kill()
    person.opens(PLAYER)
    assert person.goes_on_until("due", 30) == "due"
    person.sees("Start it there once, then come back.")
    person.presses_act("on")
    person.goes_on_until("finish", 30)
    assert person.kept() == []


def test_with_no_server_and_questions_still_good_it_begins(site, person):
    person.device(CHANGE.format(change=f"good_until: '{days_ago(-1)}'"))
    site.kill()
    person.opens(PLAYER)
    person.goes_on_until(HOLD)


def test_where_a_server_answers_an_old_pack_hinders_nobody(person):
    person.device(CHANGE.format(change=f"good_until: '{days_ago(1)}'"))
    person.opens(PLAYER)
    person.goes_on_until(HOLD)


def test_a_plan_of_an_earlier_day_says_so_for_as_long_as_the_first_question_stands(site, person):
    person.device(CHANGE.format(change="day: '2026-05-04'"))
    site.kill()
    person.opens(PLAYER)
    note = person.page.locator(".player-note")
    expect(note).to_have_text(
        "This plan is of Monday, May 4. It is made anew when Lissom runs on the computer again."
    )
    person.passes(20)
    expect(note).to_be_visible()
    person.presses_act("rate 2")
    expect(note).to_be_hidden()


@pytest.fixture
def hurt(site, person):
    """The person, after a session with pain that no server has heard of and whose machine is gone."""
    site.kill()
    person.opens(PLAYER)
    person.goes_on_until(HOLD)
    person.tells_of("pain")
    person.goes_on_until("finish")
    person.device(FORGET_MACHINES)
    return person


def test_a_zone_that_this_browser_does_not_know_is_told_and_stops_nobody(person):
    person.page.route("**/api/pack.json", lambda route: route.fulfill(
        json=route.fetch().json() | {"zone": "Antarctica/Nowhere"},
    ))  # fmt: skip
    person.opens(PLAYER)
    person.sees("This browser does not know the time zone Antarctica/Nowhere")
    person.goes_on_until("screening")


def test_a_machine_that_is_gone_is_made_again_so_that_what_was_felt_counts(hurt):
    hurt.opens(PLAYER)
    assert hurt.goes_on_until("closed", 30) == "closed.advise"


def test_a_session_that_cannot_be_read_any_more_hinders_every_other(hurt):
    hurt.device(
        CHANGE.format(change=f"machines: {{ ...(await keep.get('pack')).machines, '{LADDER}': {{}} }}")
    )
    hurt.opens("/play/?routine=back-spasm")
    assert hurt.goes_on_until("unread", 30) == "unread"
    hurt.sees("what you felt in it is not known")


def test_what_is_played_in_another_browser_is_not_played_here(chromium, site, person):
    other = Person.at(chromium, site)
    other.opens(PLAYER)
    other.goes_on_until(HOLD)
    for _ in range(100):
        if other.kept()[0]["sent"]:
            break
        other.passes(1)
    person.opens(PLAYER)
    assert person.goes_on_until("elsewhere", 30) == "elsewhere"
    assert person.kept() == []
    other.page.context.close()


def test_tidying_up_takes_no_machine_from_a_session_that_begins_meanwhile(core_page: Page):
    script = """async () => {
      const { openKeep } = await import("/browser/store/keep.js");
      const log = (id, started) => ({ id, machine_digest: "sha256:one", started, events: [], ratings: [] });
      const [keep, other] = [await openKeep(), await openKeep()];
      await keep.begin(log("old", "2026-01-01"), { made: true });
      await keep.sent("old", { events: 0, ratings: 0 });
      await keep.close("old");
      await Promise.all([other.begin(log("new", "2026-06-01"), { made: true }), keep.tidy("2026-03-01")]);
      const later = await openKeep();
      return [(await later.logs()).map(({ id }) => id), await later.machine("sha256:one")];
    }"""
    assert core_page.evaluate(script) == [["new"], {"made": True}]
