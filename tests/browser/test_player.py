"""The player's loop on a staged clock, in a real page: record, then show and say; no slip does harm."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page

from lissom.content import library
from lissom.machine.codec import as_json, machine_digest
from lissom.machine.compile import compile_routine
from lissom.machine.model import SYMPTOM_EVENTS, Machine
from lissom.machine.options import Options
from lissom.session.log import Entry, Log
from lissom.session.replay import replay
from tests.conformance import PHRASES

SCREENED = "01890000-0000-7000-8000-000000000000"
IMPORTS = """
const { Staged, way, tellEverywhere, actsOf, GRACE_MS } = await import("/playing.js");
const [machine, words] = JSON.parse(given);
"""
ANKLE = "leg-ladder.r1.left.ankle.hold"
STEM = "leg-ladder.left.ankle"  # what follows from there is shared by the rounds
OFFER = "leg-ladder.r2.left.ankle.hold"
ROLL = "forward-roll.rep1.forward-roll.hold"

Told = Callable[..., Any]


@cache
def words() -> dict[str, str]:
    import tests.server.person  # noqa: F401 - it has Django's settings, which the words' page needs
    from lissom.web.api.words import flat_words

    return flat_words("en")


def machine_of(routine: str, **chosen: Any) -> Machine:
    return compile_routine(library.routine(routine), Options(screened=SCREENED, **chosen), PHRASES)


LADDER = machine_of("seated-leg-ladder", level=3)
BACK = machine_of("back-spasm", repeats=3)


@pytest.fixture(scope="module")
def page(chromium, modules) -> Page:
    page = chromium.new_page(reduced_motion="reduce")
    page.goto(f"{modules}/core.html")
    yield page
    page.close()


@pytest.fixture
def told(page) -> Told:
    """Run a script with a machine at hand, and return what it returns."""

    def run(script: str, machine: Machine = LADDER) -> Any:
        given = json.dumps([as_json(machine), words()])
        return page.evaluate(f"async (given) => {{ {IMPORTS} {script} }}", given)

    return run


def log_of(machine: Machine, entries: list[dict[str, Any]]) -> Log:
    return Log(
        SCREENED, machine.routine, machine.digest, machine_digest(machine), machine.options,
        datetime(2026, 5, 7, tzinfo=UTC), "UTC", tuple(Entry(**entry) for entry in entries),
    )  # fmt: skip


# each symptom at each position

LAST = ("stop", "mistaken")  # below what is felt: the way out, and the way back


@pytest.mark.parametrize("machine", [LADDER, BACK], ids=["ladder", "back"])
def test_each_symptom_at_each_state_lets_go_at_once_and_is_what_the_machine_says(told, machine):
    states = told("return way(machine);", machine)
    kinds = {machine.states[state].kind for state in states}
    assert kinds >= {"ready", "move", "hold", "release", "switch"}
    if machine is BACK:
        states = states[:40]  # two stretches; the others go the same way
    for one in told(f"return tellEverywhere(machine, words, {json.dumps(states)});", machine):
        state, symptom = machine.states[one["state"]], one["symptom"]
        played = replay(log_of(machine, one["entries"]), machine)
        assert one["offered"], one
        hurt = machine.states[state.on["hurts"]]
        which = hurt if hurt.kind == "which" else machine.states[hurt.on["elapsed"]]
        assert one["hurt"]["state"] == state.on["hurts"]
        assert one["asks"] == [*(each for each in SYMPTOM_EVENTS if each in which.on), "serious", *LAST]
        assert one["after"] == which.on[symptom]
        assert one["hurt"]["timer"] is None
        assert played.outcome is not None
        assert played.outcome.symptom == symptom
        after = [m.state for m in played.visits if m.entered_ms > _told_at(one)]
        assert all(machine.states[name].kind != "hold" for name in after if _same(machine, name, state))
        if state.kind in ("move", "hold"):
            assert (one["hurt"]["tone"], one["hurt"]["figure"]) == ("urgent", hurt.figure.pose)
            assert one["heard"] == hurt.cue.say


def _told_at(one: dict[str, Any]) -> int:
    return next(entry["at_ms"] for entry in one["entries"] if entry["event"] == one["symptom"])


def _same(machine: Machine, name: str, state: Any) -> bool:
    return machine.states[name].stretch == state.stretch


# first the record


def test_nothing_is_shown_before_it_is_recorded(told):
    script = f"""
    const staged = new Staged(machine, words);
    await staged.begin();
    await staged.until("{ANKLE}");
    return staged.recorded.map(({{ what, shown }}) => [what.state ?? null, shown]);
    """
    assert all(state in (None, shown) for state, shown in told(script))


def test_a_record_that_fails_stops_nobody_and_is_made_up_for(told):
    script = f"""
    const staged = new Staged(machine, words);
    await staged.begin();
    await staged.until("{ANKLE}");
    staged.fails = true;
    await staged.press("hurts");
    await staged.pass(1000);
    await staged.press("pain");
    const warned = staged.root.querySelector(".warning").textContent;
    const failing = [staged.state, warned, staged.player.played.unsaved.length];
    staged.fails = false;
    await staged.finish();
    const events = staged.recorded.map(({{ what }}) => what).filter((what) => "event" in what);
    const indices = staged.recorded.filter(({{ what }}) => "event" in what).map(({{ index }}) => index);
    const isWhole = JSON.stringify(events) === JSON.stringify(staged.entries);
    return [failing, isWhole, indices, staged.player.moment.warning];
    """
    failing, is_whole, indices, warning = told(script)
    assert failing[0] == "leg-ladder.left.ankle.pain.let-go"
    assert failing[1] == words()["player-unsaved"]
    assert failing[2] == 2
    assert is_whole
    assert indices == list(range(len(indices)))
    assert warning == ""


# no slip does harm


def test_a_second_tap_within_the_grace_answers_nothing(told):
    script = """
    const staged = new Staged(machine, words);
    await staged.begin();
    await staged.tap("rate 2");
    staged.now += GRACE_MS - 1;
    await staged.tap("no");
    const early = staged.state;
    staged.now += 1;
    await staged.tap("no");
    return [early, staged.state, staged.notes.length];
    """
    assert told(script) == ["screening.changed", "get-ready", 1]


def test_a_double_tap_on_what_hurts_tells_of_no_symptom(told):
    script = f"""
    const staged = new Staged(machine, words);
    await staged.begin();
    await staged.until("{ANKLE}");
    await staged.tap("hurts");
    staged.now += 200;
    await staged.tap("hurts");
    const letting = staged.state;
    await staged.passToDue();
    staged.now += 200;
    await staged.tap("pain");
    return [letting, staged.state, staged.entries.at(-1).event];
    """
    let_go, which = f"{STEM}.hurts.let-go", f"{STEM}.hurts.which"
    assert told(script) == [let_go, which, "elapsed"]


def test_space_meant_for_the_state_before_does_not_pause_the_new_one(told):
    script = f"""
    const staged = new Staged(machine, words);
    await staged.begin();
    await staged.until("{ANKLE}");
    staged.now += 300;
    await staged.key(" ");
    const early = staged.player.moment.paused;
    staged.now += 600;
    await staged.key(" ");
    return [early, staged.player.moment.paused];
    """
    assert told(script) == [False, True]


def test_stop_is_never_made_to_wait_but_a_second_one_lets_the_letting_go_be(told):
    script = f"""
    const staged = new Staged(machine, words);
    await staged.begin();
    await staged.until("{ANKLE}");
    await staged.key("Escape");
    const first = staged.state;
    staged.now += 200;
    await staged.key("Escape");
    const second = staged.state;
    staged.now += 600;
    await staged.key("Escape");
    return [first, second, staged.state];
    """
    let_go = "leg-ladder.left.ankle.stop.let-go"
    assert told(script) == [let_go, let_go, LADDER.states[let_go].on["stop"]]


@pytest.mark.parametrize("key", ["e", "s", "y", "o", "5", "z", "Enter"])
def test_a_key_that_means_nothing_changes_nothing(told, key):
    script = f"""
    const staged = new Staged(machine, words);
    await staged.begin();
    await staged.until("get-ready");
    await staged.press("hurts");
    staged.now += 1000;
    const before = JSON.stringify(staged.entries);
    await staged.key({json.dumps(key)});
    return JSON.stringify(staged.entries) === before;
    """
    assert told(script)


# pausing and sleeping


def test_a_wrong_tap_goes_on_from_where_nothing_was_stretched(told):
    script = f"""
    const staged = new Staged(machine, words);
    await staged.begin();
    await staged.until("{ANKLE}");
    await staged.tap("hurts");
    await staged.passToDue();
    staged.now += GRACE_MS;
    await staged.tap("mistaken");
    return [staged.state, staged.entries.slice(-3).map(({{ event }}) => event)];
    """
    assert told(script) == ["leg-ladder.ready", ["hurts", "elapsed", "mistaken"]]


def test_a_sleep_pauses_since_the_player_was_last_awake_and_says_so(told):
    script = f"""
    const staged = new Staged(machine, words);
    await staged.begin();
    await staged.until("{ANKLE}");
    await staged.pass(4000);
    const awake = staged.now;
    staged.now += 9_000;
    staged.sleptMs += 8_500;
    await staged.pass(500);
    const last = staged.entries.at(-1);
    const isShown = staged.root.textContent.includes(words["player-slept"]);
    return [last.at_ms - awake, last.event, isShown, staged.said.at(-1).text];
    """
    late, event, is_shown, heard = told(script)
    assert (late, event, is_shown) == (0, "pause", True)
    assert heard.startswith("Let go now.")
    assert words()["player-slept"] in heard


def test_a_pause_of_more_than_ten_minutes_closes_the_session(told):
    script = f"""
    const staged = new Staged(machine, words);
    await staged.begin();
    await staged.until("{ANKLE}");
    await staged.press("pause");
    const due = staged.player.dueInMs;
    await staged.passToDue();
    const title = staged.root.querySelector("h1").textContent;
    return [due, staged.player.isOver, staged.entries.at(-1).event, title];
    """
    assert told(script) == [600_001, True, "closed", "Ended"]


# what is heard


def test_a_hold_begins_and_ends_with_a_chime_and_counts_five_to_one(told):
    script = f"""
    const staged = new Staged(machine, words);
    await staged.begin();
    await staged.until("{ANKLE}");
    const start = staged.now;
    const chimes = staged.chimes.length;
    await staged.pass(30_000);
    const mine = staged.chimes.slice(chimes - 1).map(([name, at]) => [name, at - start]);
    const counted = staged.said.filter(({{ count }}) => count).map(({{ at, count }}) => [at - start, count]);
    const hasStart = mine.some(([name, at]) => name === "atStart" && at === 0);
    const ends = mine.filter(([name]) => name === "scheduleEnd").map(([, at]) => at);
    return [hasStart, ends.every((at) => at === 30_000), counted, staged.said.at(-1).text];
    """
    has_start, ends_alike, counted, heard = told(script)
    assert has_start
    assert ends_alike
    assert counted == [
        [25_000, "five"],
        [26_000, "four"],
        [27_000, "three"],
        [28_000, "two"],
        [29_000, "one"],
    ]
    assert heard == "Done. Let your toes go. Ankle loose."


def test_where_nobody_speaks_a_chime_tells_of_a_change_of_sides(told):
    script = """
    const staged = new Staged(machine, words, { silent: true });
    await staged.begin();
    await staged.until("leg-ladder.r1.left.switch.after-ankle");
    return staged.chimes.at(-1)[0];
    """
    assert told(script) == "scheduleEnd"


# what is to be seen


def test_an_offer_is_one_large_yes_and_then_a_no(told):
    script = f"""
    const staged = new Staged(machine, words);
    await staged.begin();
    await staged.until("{OFFER}", {{ ask: "no", rate: "rate 0", ready: "next" }});
    const offered = [actsOf(staged), staged.root.querySelector(".offer").textContent];
    staged.now += 1000;
    await staged.tap("yes");
    return [...offered, actsOf(staged), staged.root.querySelector(".offer").hidden];
    """
    acts, offer, after, is_gone = told(script)
    assert acts == ["yes", "pause", "hurts", "ease", "skip", "stop"]
    assert offer == LADDER.states[OFFER].cue.offer
    assert after == ["no", "pause", "hurts", "ease", "skip", "stop"]
    assert is_gone


def test_an_open_hold_counts_up_and_is_let_go_by_the_main_key(told):
    script = f"""
    const staged = new Staged(machine, words);
    await staged.begin();
    await staged.until("{ROLL}", {{ ask: "no", rate: "rate 0", ready: "next" }});
    await staged.pass(7000);
    const digits = staged.root.querySelector(".dial-digits").textContent;
    const seen = [staged.root.dataset.hold, digits, actsOf(staged)[0]];
    await staged.key("Enter");
    return [...seen, staged.state];
    """
    assert told(script, BACK) == ["open", "7", "next", BACK.states[ROLL].on["next"]]


def test_only_what_the_state_lists_is_offered(told):
    script = """
    const staged = new Staged(machine, words);
    await staged.begin();
    const seen = [];
    for (const state of await way(machine)) {
      const fresh = new Staged(machine, words);
      await fresh.begin();
      await fresh.until(state);
      if (fresh.player.isOver) continue;
      const listed = Object.keys(machine.states[state].on);
      const own = (act) => act.startsWith("rate ") || ["mistaken", "pause", "unsure"].includes(act);
      seen.push(...actsOf(fresh).filter((act) => !listed.includes(act) && !own(act)));
      if (!actsOf(fresh).includes("stop")) seen.push(`no stop in ${state}`);
    }
    return seen;
    """
    assert told(script) == []


def test_a_cue_is_said_to_a_screen_reader_once_and_seconds_are_not(told):
    script = f"""
    const staged = new Staged(machine, words);
    await staged.begin();
    await staged.until("{ANKLE}");
    const region = staged.root.querySelector("[aria-live=polite]");
    let changes = 0;
    const all = {{ childList: true, characterData: true, subtree: true }};
    new MutationObserver((seen) => (changes += seen.length)).observe(region, all);
    await staged.pass(20_000);
    await new Promise((resolve) => setTimeout(resolve, 0));
    const timer = staged.root.querySelector("[role=timer]");
    return [region.textContent, changes, timer.getAttribute("aria-live")];
    """
    assert told(script) == [LADDER.states[ANKLE].cue.say, 0, "off"]


def test_every_word_the_player_asks_for_is_there(page):
    """What is asked for by its whole id, in all of the player's modules."""
    script = """async ([ids, names]) => {
      const read = async (name) => (await fetch(`/browser/${name}`)).text();
      const texts = await Promise.all(names.map(read));
      const ids_in = /say\\("(player-[a-z0-9-]+)"|"(player-key-[a-z]+)"/g;
      const asked = texts.flatMap((text) => [...text.matchAll(ids_in)].map((found) => found[1] ?? found[2]));
      return [asked.length > 40, [...new Set(asked)].filter((id) => !ids.includes(id))];
    }"""
    from lissom.web.home.play import MODULES

    assert page.evaluate(script, [list(words()), MODULES]) == [True, []]


@pytest.mark.parametrize("machine", [LADDER, BACK], ids=["ladder", "back"])
def test_every_word_of_a_whole_session_is_there(told, machine):
    """What is asked for by the kind of a state, and by a command."""
    script = """
    const { missing } = await import("/playing.js");
    missing.clear();
    const states = await way(machine, words);
    const holds = states.filter((state) => machine.states[state].kind === "hold");
    await tellEverywhere(machine, words, holds.slice(0, 3));
    return [...missing];
    """
    assert told(script, machine) == []


def test_the_page_fetches_every_module_at_once(page):
    """The list in `pages/play.py` is what `play.js` imports, and what that imports."""
    script = """async () => {
      const found = new Set(["/browser/player/play.js"]);
      for (const address of found) {
        const text = await (await fetch(address)).text();
        const imported = text.matchAll(/^(?:import|export) [^;]*?from "([^"]+)";/gm);
        for (const [, name] of imported) found.add(new URL(name, location.origin + address).pathname);
      }
      return [...found].map((address) => address.replace("/browser/", "")).sort();
    }"""
    from lissom.web.home.play import MODULES

    assert page.evaluate(script) == sorted(MODULES)
