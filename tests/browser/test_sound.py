"""What the player sounds and says: pitches old ears keep, no stale words, no fault where nothing sounds."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

IMPORTS = """
const stage = await import("/stage.js");
const { Chimes } = await import("/browser/player/chime.js");
const { Voice } = await import("/browser/player/voice.js");
const { keepAwake } = await import("/browser/player/wake.js");
"""
RATE = 8_000  # samples a second of what is rendered here


@pytest.fixture
def page(chromium: Browser, modules: str) -> Iterator[Page]:
    page = chromium.new_page()
    page.goto(f"{modules}/core.html")
    yield page
    page.close()


def told(page: Page, script: str) -> Any:
    """Run a script after the imports and return what it returns."""
    return page.evaluate(f"async () => {{ {IMPORTS} {script} }}")


# chimes


def rendered(page: Page, calls: str) -> list[float]:
    """Return the samples that these calls made sound."""
    script = f"""
    const audio = stage.takeAudioOver({{ rate: {RATE} }});
    const chimes = new Chimes();
    chimes.unlock();
    {calls}
    return await audio.rendered();
    """
    samples: list[float] = told(page, script)
    return samples


def onset(samples: list[float]) -> float:
    """Return when something is first heard, in seconds."""
    return next(number for number, value in enumerate(samples) if abs(value) > 0.005) / RATE


def loudest_pitch(samples: list[float], at: float) -> float:
    """Return the pitch that is loudest in the tenth of a second after a moment, to 5 Hz."""
    return max(range(100, 3000, 5), key=lambda pitch: strength(samples, at, pitch))


def strength(samples: list[float], at: float, pitch: float) -> float:
    """Return how strong a pitch is in the tenth of a second after a moment (one bin of a DFT)."""
    part = samples[int(at * RATE) : int((at + 0.1) * RATE)]
    turn = -2j * math.pi * pitch / RATE
    windowed = (
        value * math.sin(math.pi * number / len(part)) ** 2 * cmath.exp(turn * number)
        for number, value in enumerate(part)
    )
    return abs(sum(windowed))


def test_the_start_rises_and_the_end_falls(page: Page) -> None:
    start, end = rendered(page, "chimes.atStart();"), rendered(page, "chimes.scheduleEnd(0);")
    first, second = loudest_pitch(start, 0.02), loudest_pitch(start, 0.2)
    high, middle, low = (loudest_pitch(end, at) for at in (0.05, 0.27, 0.5))
    assert first < second
    assert high > middle > low


@pytest.mark.parametrize("call", ["chimes.atStart();", "chimes.scheduleEnd(0);"])
def test_every_tone_lies_between_500_and_1000_hertz(page: Page, call: str) -> None:
    samples = rendered(page, call)
    for at in (0.0, 0.1, 0.2, 0.3, 0.45, 0.6):
        assert 500 <= loudest_pitch(samples, at) <= 1000
        outside = max(strength(samples, at, pitch) for pitch in (*range(50, 400, 25), *range(1200, 3900, 50)))
        assert outside < 0.03 * strength(samples, at, loudest_pitch(samples, at))


@pytest.mark.parametrize("call", ["chimes.atStart();", "chimes.scheduleEnd(0);"])
def test_a_chime_swells_dies_away_and_never_clips(page: Page, call: str) -> None:
    samples = rendered(page, call)
    assert abs(samples[0]) < 0.01
    assert max(map(abs, samples[: int(0.002 * RATE)])) < 0.25 * max(map(abs, samples))
    assert 0.3 < max(map(abs, samples)) < 0.95
    assert max(map(abs, samples[int(1.5 * RATE) :])) < 0.001


def test_a_chime_sounds_at_its_time_and_once_however_often_it_is_asked_for(page: Page) -> None:
    asked = "for (let again = 0; again < 5; again += 1) chimes.scheduleEnd(1500);"
    samples, once = rendered(page, asked), rendered(page, "chimes.scheduleEnd(1500);")
    assert onset(samples) == pytest.approx(1.5, abs=0.01)
    assert max(map(abs, samples)) == pytest.approx(max(map(abs, once)), rel=0.02)


def test_a_chime_that_was_scheduled_is_not_sounded_again_when_its_hold_starts(page: Page) -> None:
    script = """
    const audio = stage.takeAudioOver();
    let starts = 0;
    const start = AudioScheduledSourceNode.prototype.start;
    AudioScheduledSourceNode.prototype.start = function (at) { starts += 1; return start.call(this, at); };
    stage.takeTimeOver();
    const chimes = new Chimes();
    chimes.unlock();
    chimes.scheduleStart(1000);
    const scheduled = starts;
    stage.pass(1004);
    audio.made[0].time = 1.004;
    chimes.cancel();
    chimes.scheduleEnd(20_000);
    const ended = starts;
    chimes.atStart();
    return [scheduled, ended, starts];
    """
    assert told(page, script) == [2, 5, 5]


def test_a_chime_that_the_hardware_is_late_with_is_moved_and_not_doubled(page: Page) -> None:
    script = """
    const audio = stage.takeAudioOver();
    const chimes = new Chimes();
    chimes.unlock();
    stage.takeTimeOver();
    chimes.scheduleStart(1000);
    stage.pass(1000);
    audio.made[0].time = 0.7;
    chimes.atStart();
    return await audio.rendered();
    """
    samples = told(page, script)
    assert onset(samples) == pytest.approx(0.7, abs=0.01)
    assert max(map(abs, samples)) == pytest.approx(
        max(map(abs, rendered(page, "chimes.atStart();"))), rel=0.02
    )


def test_a_chime_that_is_called_off_is_not_heard(page: Page) -> None:
    assert max(map(abs, rendered(page, "chimes.scheduleEnd(1500); chimes.cancel();"))) < 0.001


def test_only_the_last_chime_asked_for_is_heard(page: Page) -> None:
    samples = rendered(page, "chimes.scheduleEnd(500); chimes.scheduleEnd(2000);")
    assert onset(samples) == pytest.approx(2.0, abs=0.01)


@pytest.mark.parametrize(("volume", "loudest"), [(1, 1.0), (0.5, 0.5), (0, 0.0), (7, 1.0)])
def test_the_volume_is_kept(page: Page, volume: float, loudest: float) -> None:
    full = max(map(abs, rendered(page, "chimes.scheduleEnd(0);")))
    set_to = max(map(abs, rendered(page, f"chimes.volume = {volume}; chimes.scheduleEnd(0);")))
    assert set_to == pytest.approx(full * loudest, abs=0.01)


def test_a_chime_is_moved_where_the_audio_clock_has_drifted(page: Page) -> None:
    script = """
    let heard = 0;
    const hardware = () => ({ contextTime: 0.001 + heard, performanceTime: performance.now() });
    const audio = stage.takeAudioOver({ hardware });
    const chimes = new Chimes();
    chimes.unlock();
    chimes.scheduleEnd(1000);
    heard = 0.05;
    chimes.scheduleEnd(1000);
    return await audio.rendered();
    """
    assert onset(told(page, script)) == pytest.approx(1.051, abs=0.01)


def test_hardware_that_tells_no_sensible_time_is_not_believed(page: Page) -> None:
    script = """
    const audio = stage.takeAudioOver({ hardware: () => ({ contextTime: 3000, performanceTime: 1 }) });
    const chimes = new Chimes();
    chimes.unlock();
    chimes.scheduleEnd(1000);
    return await audio.rendered();
    """
    assert onset(told(page, script)) == pytest.approx(1.0, abs=0.01)


NO_AUDIO = {
    "no audio at all": "delete globalThis.AudioContext;",
    "audio that cannot be opened": "globalThis.AudioContext = function () { throw new Error(); };",
    "audio that is suspended": 'stage.takeAudioOver({ state: "suspended" });',
}


@pytest.mark.parametrize("setting", NO_AUDIO.values(), ids=NO_AUDIO)
def test_without_audio_every_call_is_safe_and_nothing_is_promised(page: Page, setting: str) -> None:
    script = f"""
    {setting}
    const chimes = new Chimes();
    chimes.atStart();
    chimes.unlock();
    chimes.volume = 0.5;
    chimes.scheduleEnd(1000);
    chimes.cancel();
    chimes.close();
    return [chimes.available, chimes.volume];
    """
    assert told(page, script) == [False, 0.5]


def test_a_chime_asked_for_while_audio_is_suspended_does_not_sound_when_it_wakes(page: Page) -> None:
    script = """
    const audio = stage.takeAudioOver({ state: "suspended" });
    const chimes = new Chimes();
    chimes.unlock();
    chimes.scheduleEnd(1000);
    audio.made[0].staged = "running";
    return await audio.rendered();
    """
    assert max(map(abs, told(page, script))) == 0


# speech

SPEAKING = """
const act = (utterance) => { utterance.onstart(); };
const speech = stage.takeSpeechOver({ voices: [stage.voice("en-GB")], act });
stage.takeTimeOver();
const voice = new Voice({ lang: "en" });
const said = () => speech.said.map(({ text }) => text);
const end = () => speech.said.at(-1).onend();
"""


def test_a_cue_is_spoken_a_sentence_at_a_time(page: Page) -> None:
    script = (
        SPEAKING
        + """
    voice.say("Sit tall. Lift 1.5 cm! Stay there");
    const first = said();
    end(); end(); end();
    return [first, said()];
    """
    )
    assert told(page, script) == [["Sit tall."], ["Sit tall.", "Lift 1.5 cm!", "Stay there"]]


def test_a_very_long_sentence_is_divided_at_its_commas(page: Page) -> None:
    script = (
        SPEAKING
        + """
    const clause = "slowly and gently lean a little forward until the back of the leg feels it";
    voice.say(`${clause}, ${clause}, ${clause}.`);
    end(); end(); end();
    return said().map((part) => part.length < 100);
    """
    )
    assert told(page, script) == [True, True, True]


def test_new_words_take_the_place_of_those_that_wait(page: Page) -> None:
    script = (
        SPEAKING
        + """
    voice.say("One. Two. Three.");
    voice.say("New. Newer.");
    end(); end(); end();
    return [said(), speech.cancelled];
    """
    )
    assert told(page, script) == [["One.", "New.", "Newer."], 1]  # once, at the very beginning


def test_urgent_words_break_in(page: Page) -> None:
    script = (
        SPEAKING
        + """
    voice.say("One. Two.");
    const stale = speech.said.at(-1);
    const before = speech.cancelled;
    voice.say("Let go now.", { cut: true });
    stale.onerror();
    stale.onend();
    return [said(), speech.cancelled - before];
    """
    )
    assert told(page, script) == [["One.", "Let go now."], 1]


def test_a_countdown_is_spoken_only_where_nothing_else_is(page: Page) -> None:
    script = (
        SPEAKING
        + """
    voice.say("Hold. Breathe.");
    voice.count("five");
    end();
    voice.count("four");
    end();
    voice.count("three");
    voice.count("two");
    voice.say("Done.");
    return said();
    """
    )
    assert told(page, script) == ["Hold.", "Breathe.", "three", "two", "Done."]


def test_hushed_words_are_gone(page: Page) -> None:
    script = (
        SPEAKING
        + """
    voice.say("One. Two.");
    voice.hush();
    stage.pass(60_000);
    return said();
    """
    )
    assert told(page, script) == ["One."]


def test_speech_is_unlocked_once_by_a_word_that_is_not_heard(page: Page) -> None:
    script = """
    const speech = stage.takeSpeechOver({ voices: [stage.voice("en-GB")] });
    const voice = new Voice({ lang: "en" });
    voice.unlock();
    voice.unlock();
    return speech.said.map(({ text, volume }) => [text, volume]);
    """
    assert told(page, script) == [[" ", 0]]


@pytest.mark.parametrize(("words", "rate"), [(150, 0.86), (175, 1.0), (20, 0.46), (1000, 2.29)])
def test_words_a_minute_become_the_browsers_rate(page: Page, words: int, rate: float) -> None:
    script = f"""
    const speech = stage.takeSpeechOver({{ voices: [stage.voice("en-GB")] }});
    new Voice({{ lang: "en", rate: {words}, volume: 0.4 }}).say("Sit.");
    return [Math.round(speech.said[0].rate * 100) / 100, speech.said[0].volume];
    """
    assert told(page, script) == [rate, 0.4]


def test_the_voice_is_this_machines_own_and_of_the_language(page: Page) -> None:
    script = """
    const { voice } = stage;
    const voices = [
      voice("de-DE", { usual: true }), voice("en-US", { local: false }), voice("en-IN"),
      voice("en_GB"), voice("fr-FR"),
    ];
    stage.takeSpeechOver({ voices });
    const chosen = (lang) => {
      const before = speechSynthesis.said.length;
      new Voice({ lang }).say("Word.");
      return speechSynthesis.said[before]?.voice.lang ?? null;
    };
    return ["en-GB", "en", "fr", "de", "it"].map(chosen);
    """
    assert told(page, script) == ["en_GB", "en-IN", "fr-FR", "de-DE", None]


SILENT = {
    "no speech at all": 'Object.defineProperty(globalThis, "speechSynthesis", { value: undefined });',
    "no voices": "stage.takeSpeechOver();",
    "only a voice that sends the words away": (
        'stage.takeSpeechOver({ voices: [stage.voice("en-GB", { local: false })] });'
    ),
    "only another language": 'stage.takeSpeechOver({ voices: [stage.voice("it-IT")] });',
}


@pytest.mark.parametrize("setting", SILENT.values(), ids=SILENT)
def test_without_a_voice_every_call_is_safe_and_it_is_known(page: Page, setting: str) -> None:
    script = f"""
    {setting}
    const voice = new Voice({{ lang: "en" }});
    voice.unlock();
    voice.say("Sit tall.", {{ cut: true }});
    voice.count(5);
    voice.hush();
    return [voice.silent, voice.available, globalThis.speechSynthesis?.said.length ?? 0];
    """
    assert told(page, script) == [True, False, 0]


def test_voices_that_come_late_are_used(page: Page) -> None:
    script = """
    const speech = stage.takeSpeechOver();
    const voice = new Voice({ lang: "en" });
    const before = voice.silent;
    speech.voices = [stage.voice("en-GB")];
    speech.dispatchEvent(new Event("voiceschanged"));
    voice.say("Sit.");
    return [before, voice.silent, speech.said.length];
    """
    assert told(page, script) == [True, False, 1]


def test_a_voice_that_is_switched_off_says_nothing(page: Page) -> None:
    script = """
    const speech = stage.takeSpeechOver({ voices: [stage.voice("en-GB")] });
    const voice = new Voice({ lang: "en", on: false });
    voice.say("Sit.");
    return [voice.silent, voice.available, speech.said.length];
    """
    assert told(page, script) == [True, True, 0]


STUCK = """
let works = false;
const act = (utterance) => { if (works) { utterance.onstart(); utterance.onend(); } };
const speech = stage.takeSpeechOver({ voices: [stage.voice("en-GB")], act });
stage.takeTimeOver();
const voice = new Voice({ lang: "en" });
const said = () => speech.said.map(({ text }) => text);
"""


def test_a_sentence_that_does_not_begin_is_tried_once_more(page: Page) -> None:
    script = (
        STUCK
        + """
    voice.say("Sit tall.");
    works = true;
    stage.pass(1500);
    stage.pass(60_000);
    return [said(), voice.silent];
    """
    )
    assert told(page, script) == [["Sit tall.", "Sit tall."], False]


def test_speech_that_stays_stuck_is_known_as_silent_until_it_is_heard_again(page: Page) -> None:
    script = (
        STUCK
        + """
    voice.say("One. Two.");
    stage.pass(20_000);
    const stuck = [voice.silent, said()];
    works = true;
    voice.say("Three.");
    return [...stuck, voice.silent, said().at(-1)];
    """
    )
    assert told(page, script) == [True, ["One.", "One.", "Two.", "Two."], False, "Three."]


def test_a_sentence_that_never_ends_makes_way_for_the_next_and_is_not_said_twice(page: Page) -> None:
    script = (
        SPEAKING
        + """
    voice.say("Sit tall. Breathe.");
    stage.pass(10_000);
    return [said(), voice.silent];
    """
    )
    assert told(page, script) == [["Sit tall.", "Breathe."], False]


def test_speech_that_is_refused_does_not_go_round_in_circles(page: Page) -> None:
    script = """
    const act = (utterance) => queueMicrotask(() => utterance.onerror({ error: "not-allowed" }));
    const speech = stage.takeSpeechOver({ voices: [stage.voice("en-GB")], act });
    const voice = new Voice({ lang: "en" });
    voice.say("One. Two.");
    await new Promise((resolve) => setTimeout(resolve));
    return [speech.said.length, voice.silent];
    """
    assert told(page, script) == [4, True]


def test_leaving_the_page_ends_the_words(page: Page) -> None:
    script = (
        SPEAKING
        + """
    voice.say("One. Two.");
    const before = speech.cancelled;
    dispatchEvent(new Event("pagehide"));
    return speech.cancelled - before;
    """
    )
    assert told(page, script) == 1


# the screen

LOCKS = """
const locks = [];
const request = async () => {
  const lock = { released: false, release: async () => { lock.released = true; } };
  locks.push(lock);
  return lock;
};
Object.defineProperty(navigator, "wakeLock", { value: { request }, configurable: true });
const settled = () => new Promise((resolve) => setTimeout(resolve));
const held = () => locks.filter(({ released }) => !released).length;
"""


def test_the_screen_is_kept_on_until_released_also_after_the_page_was_away(page: Page) -> None:
    script = (
        LOCKS
        + """
    const release = keepAwake();
    await settled();
    const first = held();
    locks[0].released = true;
    document.dispatchEvent(new Event("visibilitychange"));
    await settled();
    const again = held();
    release();
    document.dispatchEvent(new Event("visibilitychange"));
    await settled();
    return [first, again, held()];
    """
    )
    assert told(page, script) == [1, 1, 0]


def test_a_lock_that_comes_after_the_release_is_given_back(page: Page) -> None:
    script = (
        LOCKS
        + """
    keepAwake()();
    await settled();
    return [locks.length, held()];
    """
    )
    assert told(page, script) == [1, 0]


@pytest.mark.parametrize("value", ["undefined", "{ request: async () => { throw new Error(); } }"])
def test_a_browser_that_cannot_keep_the_screen_on_is_no_fault(page: Page, value: str) -> None:
    script = f"""
    Object.defineProperty(navigator, "wakeLock", {{ value: {value}, configurable: true }});
    const faults = [];
    addEventListener("unhandledrejection", (event) => faults.push(String(event.reason)));
    const release = keepAwake();
    await new Promise((resolve) => setTimeout(resolve));
    release();
    return faults;
    """
    assert told(page, script) == []


# what cannot be heard is told


SILENCE = """async () => {
  const { Silence } = await import("/browser/player/silence.js");
  let now = 0;
  performance.now = () => now;
  const loudness = { silent: false, isMute: false, voice: true };
  const silence = new Silence(loudness, (id) => id);
  const told = (ms, changes = {}) => {
    now += ms;
    Object.assign(loudness, changes);
    return silence.news();
  };
  STEPS
}"""


@pytest.mark.parametrize(("steps", "told"), [
    ("told(0, { silent: true }), told(999), told(1), told(5000)", ["", "", "player-no-voice", ""]),
    ("told(2000), told(60000, { silent: true }), told(1000)", ["", "player-voice-lost", ""]),
    ("told(2000, { silent: true, voice: false })", ["player-voice-off"]),
    ("told(2000), told(1000, { silent: true, voice: false })", ["", ""]),
    ("told(2000, { silent: true, isMute: true }), told(1000)", ["player-no-chimes", ""]),
    ("told(2000, { isMute: true })", [""]),
])  # fmt: skip
def test_what_cannot_be_heard_is_told_once(chromium, modules, steps, told):
    page = chromium.new_page()
    page.goto(f"{modules}/core.html")
    assert page.evaluate(SILENCE.replace("STEPS", f"return [{steps}];")) == told
    page.close()


@pytest.mark.parametrize(("audio", "mute"), [
    ("delete window.AudioContext", [True, True]),
    ("window.AudioContext = class { state = 'suspended'; createGain() { return { connect() {}, gain: {} }; } resume() { return new Promise(() => {}); } }", [False, True]),  # noqa: E501 - one script
    ("window.AudioContext = class { state = 'running'; createGain() { return { connect() {}, gain: {} }; } }", [False, False]),  # noqa: E501 - one script
], ids=["none", "that never comes", "that runs"])  # fmt: skip
def test_it_is_known_where_no_chime_can_be_heard(chromium, modules, audio, mute):
    page = chromium.new_page()
    page.add_init_script(audio)
    page.goto(f"{modules}/core.html")
    script = """async () => {
      const { Chimes } = await import("/browser/player/chime.js");
      let now = 0;
      performance.now = () => now;
      const chimes = new Chimes();
      const before = chimes.isMute;
      chimes.unlock();
      now = 2_500;
      return [before, chimes.isMute];
    }"""
    assert page.evaluate(script) == mute
    page.close()
