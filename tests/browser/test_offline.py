"""With the server's process really gone: what was opened once goes on, and nothing that was told is lost."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, expect

from lissom.cli.main import main
from lissom.store.live_sessions import HEARD_FOR
from lissom.store.setup import open_journal
from tests.browser.person import Person, go_through_the_list
from tests.coach.stories import LADDER
from tests.server.site import Site

PLAYER = f"/play/?routine={LADDER}"
HOLD = "leg-ladder.r1.left.ankle.hold"


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.setenv("LISSOM_DATA", str(tmp_path))
    go_through_the_list(tmp_path)
    running = Site(tmp_path)
    yield running
    running.kill()


@pytest.fixture
def person(chromium: Browser, site: Site):
    """A person who has opened Lissom once, with the server there."""
    person = Person.at(chromium, site)
    person.opens_and_waits()
    yield person
    person.page.context.close()


@pytest.fixture
def journal(site):
    opened = open_journal(site.folder)
    yield opened
    opened.close()


def told_pain(person: Person) -> None:
    """Play until the ankle is held, and say that it hurts; go on to the end."""
    person.goes_on_until(HOLD)
    person.tells_of("pain")
    person.goes_on_until("finish")


def is_sent(person: Person) -> bool:
    return all(kept["sent"] and kept["sent"]["events"] == len(kept["events"]) for kept in person.kept())


def last_kept(person: Person) -> tuple[str, str]:
    entry = person.kept()[0]["events"][-1]
    return entry["state"], entry["event"]


def arrives(person: Person) -> None:
    """Open any page but the player with the server there, and wait until all has been sent."""
    person.opens("/offline/")
    person.waits_for(lambda: is_sent(person))


def test_pages_that_were_kept_open_and_say_that_they_are_from_earlier(site, person):
    person.opens()
    expect(person.page.locator("#earlier")).to_be_hidden()
    site.kill()
    person.opens()
    expect(person.page.locator("#earlier")).to_be_visible()
    expect(person.page).to_have_title("Today · Lissom")
    person.opens("/progress/")
    expect(person.page.locator("h1")).to_have_text("This page is not here right now")


def test_a_symptom_told_with_no_server_closes_the_next_session_and_the_record_agrees(
    site, person, journal, capsys
):
    site.kill()
    person.opens(PLAYER)
    told_pain(person)
    person.sees("Leave this stretch for today.")
    person.opens(PLAYER)
    assert person.goes_on_until("closed") == "closed.advise"  # no server has heard of it yet
    person.goes_on_until("finish")
    assert journal.logs() == ()
    here = person.kept()

    site.start()
    arrives(person)
    assert [(log.id, [e.event for e in log.events]) for log in journal.logs()] == [
        (kept["id"], [entry["event"] for entry in kept["events"]]) for kept in here
    ]
    main(["log", "list"])
    assert "pain" in capsys.readouterr().out.splitlines()[0].lower()
    main(["restrictions"])
    assert "Leg ladder is left out for now." in capsys.readouterr().out


def test_a_link_of_another_site_shows_today_and_begins_nothing(site, person):
    elsewhere = "http://stretches.example/"

    for gone in (False, True):
        if gone:
            site.kill()
        person.page.goto(site.address + PLAYER, referer=elsewhere)
        expect(person.page).to_have_url(site.address + "/")
        assert person.kept() == []


def test_sent_again_it_changes_nothing(site, person, journal):
    site.kill()
    person.opens(PLAYER)
    told_pain(person)
    site.start()
    arrives(person)
    kept = journal.logs()
    answers = person.device("""
      const token = /csrftoken=([^;]+)/.exec(document.cookie)[1];
      const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
      const send = (log) => fetch("/api/logs/", { method: "POST", headers, body: JSON.stringify({ log }) });
      const [log] = await keep.logs();
      const sent = [log, { ...log, events: log.events.slice(0, 3) }, log].map(send);
      return (await Promise.all(sent)).map(({ status }) => status);
    """)
    assert (answers, journal.logs()) == ([200, 200, 200], kept)


def test_a_tab_closed_in_mid_hold_is_offered_to_go_on_from_where_nothing_was_stretched(site, person):
    site.kill()
    person.opens(PLAYER)
    person.goes_on_until(HOLD)
    again = person.another_tab()
    person.page.close()
    again.opens(PLAYER)
    again.goes_on_until("broken", 30)
    again.presses_act("go-on")
    again.goes_on_until("leg-ladder.ready", 30)
    again.waits_for(lambda: last_kept(again) == ("leg-ladder.ready", "resume"))


def test_two_tabs_are_one_player(site, person):
    person.opens(PLAYER)
    person.goes_on_until("screening")
    other = person.another_tab()
    other.opens(PLAYER)
    other.goes_on_until("elsewhere", 30)
    assert len(other.kept()) == 1


def test_while_it_is_played_here_the_terminal_plays_nothing_and_afterwards_it_may(site, person, journal):
    person.opens(PLAYER)
    person.goes_on_until(HOLD)
    arrived = person.kept()[0]["id"]
    person.waits_for(lambda: journal.played_elsewhere() == (arrived,))
    assert journal.open_session(datetime.now(UTC)) is None
    person.opens("/offline/")  # the player's page goes away, and says so
    # A sign of life that was on its way may come after the farewell; then it ends by itself.
    person.waits_for(lambda: journal.played_elsewhere() == (), HEARD_FOR + 10)


def test_with_no_room_on_the_device_the_session_goes_on_and_says_so(chromium, site, journal):
    person = Person.at(chromium, site)
    person.page.add_init_script("""
      indexedDB.open = () => { throw new DOMException("no room", "QuotaExceededError"); };
    """)
    person.opens(PLAYER)
    told_pain(person)
    person.waits_for(lambda: "pain" in _events(journal))
    assert _events(journal).count("pain") == 1
    person.page.context.close()


def test_everything_on_the_device_can_be_erased(site, person):
    person.opens(PLAYER)
    person.goes_on_until("screening")
    person.opens("/offline/")
    left = person.page.evaluate("""async () => {
      const { forget } = await import("/static/store/forget.js");
      await forget();
      const databases = (await indexedDB.databases()).map(({ name }) => name);
      return [databases, await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length];
    }""")
    assert left == [[], [], 0]


def _events(journal):
    return [entry.event for log in journal.logs() for entry in log.events]
