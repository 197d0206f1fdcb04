"""What a device keeps: durable, once, in order; and told where it cannot be."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

LOG = {
    "format": "lissom-session/1", "id": "0195517a-2b40-7c3e-8f00-0123456789ab", "routine": "leg",
    "digest": "sha256:a", "machine_digest": "sha256:b", "options": {}, "started": "2026-03-01T07:30:00.000Z",
    "zone": "Europe/Warsaw", "events": [], "ratings": [],
}  # fmt: skip
ENTRIES = [{"at_ms": at, "state": f"s{at}", "event": "elapsed"} for at in range(3)]
OPEN = "const { openKeep } = await import('/browser/store/keep.js'); const keep = await openKeep();"


@pytest.fixture
def page(chromium: Browser, modules: str):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{modules}/core.html")
    yield page
    context.close()


def run(page: Page, script: str, told: Any = None) -> Any:
    """Run lines in the page, with `keep` open; `log` and `entries` are at hand, and `told`."""
    return page.evaluate(f"async ([log, entries, told]) => {{ {OPEN} {script} }}", [LOG, ENTRIES, told])


BEGUN = "await keep.begin(log, { made: true });"


def test_what_was_kept_is_there_in_the_next_page(page, modules):
    assert run(page, BEGUN + "return [await keep.append(log.id, 0, entries), keep.isSaved];") == [True, True]
    page.goto(f"{modules}/core.html")
    assert run(page, "return [await keep.logs(), await keep.machine(log.machine_digest)];") == [
        [{**LOG, "events": ENTRIES}], {"made": True},
    ]  # fmt: skip


def test_the_same_events_again_change_nothing(page):
    kept = run(
        page,
        BEGUN
        + """
      await keep.append(log.id, 0, entries);
      await keep.append(log.id, 1, entries.slice(1));
      return keep.logs();
    """,
    )
    assert kept[0]["events"] == ENTRIES


@pytest.mark.parametrize(("index", "entry"), [
    (1, {"at_ms": 1, "state": "elsewhere", "event": "pain"}),
    (5, {"at_ms": 9, "state": "s9", "event": "elapsed"}),
])  # fmt: skip
def test_other_events_at_the_same_place_and_gaps_are_refused(page, index, entry):
    script = (
        BEGUN
        + """
      await keep.append(log.id, 0, entries);
      const refused = await keep.append(log.id, ...told).catch((error) => error.name);
      return [refused, (await keep.logs())[0].events.length];
    """
    )
    assert run(page, script, [index, [entry]]) == ["GoneOnElsewhere", 3]


def test_a_tab_that_did_not_hear_of_the_others_events_is_refused_and_learns_them(page):
    """Where a browser has no locks, two tabs may play one session: what came first stays."""
    script = (
        BEGUN
        + """
      const other = await openKeep();
      await other.append(log.id, 0, entries.slice(0, 1));
      await keep.append(log.id, 0, entries);
      const stop = { at_ms: 7, state: "x", event: "stop" };
      const refused = await other.append(log.id, 1, [stop]).catch((error) => error.name);
      return [refused, other.atHand(log.id).log.events.length, (await keep.logs())[0].events.length];
    """
    )
    assert run(page, script) == ["GoneOnElsewhere", 3, 3]


def test_what_is_unsent_is_told_until_it_is_sent(page):
    script = (
        BEGUN
        + """
      const count = async () => (await keep.unsent()).length;
      const counts = [await count()];
      await keep.sent(log.id, { events: 0, ratings: 0 });
      counts.push(await count());
      await keep.append(log.id, 0, entries);
      counts.push(await count());
      await keep.sent(log.id, { events: 3, ratings: 0 });
      await keep.rate(log.id, { when: "after", at_ms: 9, value: 2 });
      counts.push(await count());
      await keep.sent(log.id, { events: 3, ratings: 1 });
      counts.push(await count());
      return counts;
    """
    )
    assert run(page, script) == [1, 0, 1, 1, 0]


def test_what_the_server_refused_stays_and_is_told(page):
    script = (
        BEGUN
        + """
      await keep.refuse(log.id, { error: "no", hint: "" });
      const refused = (await keep.refused()).map(({ id, refusal }) => [id, refusal.error]);
      return [(await keep.unsent()).length, refused];
    """
    )
    assert run(page, script) == [0, [[LOG["id"], "no"]]]


def test_another_tab_may_note_what_was_sent_while_this_one_writes(page):
    script = (
        BEGUN
        + """
      const other = await openKeep();
      await keep.append(log.id, 0, entries.slice(0, 2));
      await other.sent(log.id, { events: 2, ratings: 0 });
      await keep.append(log.id, 2, entries.slice(2));
      const [{ sent, log: kept }] = await (await openKeep()).kept();
      return [sent.events, kept.events.length];
    """
    )
    assert run(page, script) == [2, 3]


def test_words_of_the_person_are_kept_until_they_are_answered(page):
    word = {"kind": "agreed", "at": "2026-03-02T08:00:00.000Z", "target": "all"}
    script = """
      await keep.say(told);
      await keep.say(told);
      const [{ key }] = await keep.words();
      await keep.answered(key, null);
      return (await (await openKeep()).words()).map(({ word, sent }) => [word, sent]);
    """
    assert run(page, script, word) == [[word, True]]


def test_old_sessions_that_the_server_has_are_dropped_and_no_others(page):
    script = (
        BEGUN
        + """
      await keep.begin({ ...log, id: "unsent" }, { made: true });
      await keep.close("unsent");
      await keep.close(log.id);
      await keep.sent(log.id, { events: 0, ratings: 0 });
      await (await openKeep()).tidy("2026-04-01");
      const later = await openKeep();
      return [(await later.logs()).map(({ id }) => id), (await later.machine(log.machine_digest)) !== null];
    """
    )
    assert run(page, script) == [["unsent"], True]


def test_where_nothing_can_be_kept_all_stays_in_memory_and_it_says_so(page):
    page.evaluate("() => { indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); }; }")
    script = (
        BEGUN
        + """
      const saved = await keep.append(log.id, 0, entries);
      return [saved, keep.isSaved, (await keep.unsent())[0].log.events.length];
    """
    )
    assert run(page, script) == [False, False, 3]


def test_what_could_not_be_written_is_written_when_there_is_room_again(page):
    script = (
        BEGUN
        + """
      const heard = [];
      keep.watch((isSaved) => heard.push(isSaved));
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
      const first = await keep.append(log.id, 0, entries.slice(0, 1));
      IDBObjectStore.prototype.put = put;
      const second = await keep.append(log.id, 1, entries.slice(1));
      return [first, second, heard, (await (await openKeep()).logs())[0].events.length];
    """
    )
    assert run(page, script) == [False, True, [False, True], 3]
