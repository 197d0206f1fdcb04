// @ts-check
/**
 * The spoken words, by the browser's own voices. Speech runs beside the session and is never waited for.
 *
 * Only a voice that lives on this machine is used: the others send the words away. Text is spoken a
 * sentence at a time, because browsers cut long utterances off, and because what is left of a cue
 * whose moment is over need not be said. Speech that gets stuck is given up and tried anew.
 */

const SECOND_MS = 1_000;
const PLAIN_RATE = 175; // words a minute that browsers' voices speak at rate 1
const SLOWEST = 80; // words a minute
const FASTEST = 400;
const LONG = 160; // characters; longer sentences are divided at a comma
const BEGIN_MS = 1_500; // how long a voice may take to begin; twice as long at the second try
const PATIENCE_MS = 3_000; // how long it may take beyond twice the time that its words need
const TRIES = 2; // so often a sentence is begun before it is given up
const GIVEN_UP = 2; // after so many sentences the voice counts as silent, until it is heard again

/** @typedef {{words: string, count: boolean, tries: number, heard: boolean}} Sentence */

/** What speaks. Without speech, or with no voice of the language, it is `silent` and does nothing. */
export class Voice {
  #synthesis = globalThis.speechSynthesis;
  #lang;
  #rate;
  #volume = 1;
  #on;
  #voice = /** @type {SpeechSynthesisVoice | null} */ (null);
  #waiting = /** @type {string[]} */ ([]);
  #now = /** @type {Sentence | null} */ (null);
  #utterance = /** @type {SpeechSynthesisUtterance | null} */ (null); // kept: a browser may else collect it unspoken
  #isUnlocked = false;
  #watch = 0;
  #failures = 0;

  /**
   * @param {{lang?: string, rate?: number, volume?: number, on?: boolean}} choices `rate` in words a
   *   minute, `volume` from 0 to 1
   */
  constructor({ lang = "en", rate = 150, volume = 1, on = true } = {}) {
    this.#lang = lang;
    this.#rate = Math.min(FASTEST, Math.max(SLOWEST, rate));
    this.volume = volume;
    this.#on = on;
    this.#choose();
    this.#synthesis?.addEventListener?.("voiceschanged", () => this.#choose());
    this.#synthesis?.cancel(); // what a page before this one left unsaid
    globalThis.addEventListener?.("pagehide", () => this.hush());
  }

  /** Whether this browser has a voice of its own for the language. */
  get available() {
    return this.#voice !== null;
  }

  /** Whether it is known that nothing can be heard, so that chimes and the screen must do. */
  get silent() {
    return !this.#on || !this.available || this.#failures >= GIVEN_UP;
  }

  /** How loud, from 0 to 1; what is being said stays as it is. */
  get volume() {
    return this.#volume;
  }

  set volume(loudness) {
    this.#volume = Math.min(1, Math.max(0, loudness));
  }

  /** Let the browser speak from now on. Call it while a tap or a key is being handled; again does no harm. */
  unlock() {
    if (this.#isUnlocked || !this.#speaks || this.#now) return;
    this.#isUnlocked = true;
    const nothing = new SpeechSynthesisUtterance(" ");
    nothing.volume = 0;
    this.#synthesis.speak(nothing);
  }

  /**
   * Speak after the sentence that is being spoken, in place of all that still waits.
   * @param {string} text
   * @param {{cut?: boolean}} how with `cut`, break in at once
   */
  say(text, { cut = false } = {}) {
    if (!this.#speaks) return;
    this.#waiting = sentences(text);
    if (cut || this.#now?.count) this.#breakOff();
    if (!this.#now) this.#next();
  }

  /**
   * Speak a number of the countdown now or never: one that comes late is worth nothing.
   * @param {string | number} word
   */
  count(word) {
    if (!this.#speaks || (this.#now && !this.#now.count)) return;
    this.#breakOff();
    this.#begin(String(word), { count: true });
  }

  /** Break off what is being said, and what waits. */
  hush() {
    this.#waiting = [];
    this.#breakOff();
  }

  get #speaks() {
    return this.#on && this.available;
  }

  #choose() {
    this.#voice = ofLanguage(this.#synthesis?.getVoices() ?? [], this.#lang);
  }

  #next() {
    const words = this.#waiting.shift();
    if (words !== undefined) this.#begin(words);
  }

  #begin(/** @type {string} */ words, { count = false, tries = 1 } = {}) {
    this.#now = { words, count, tries, heard: false };
    const utterance = this.#prepare(words);
    this.#utterance = utterance;
    const mine = (/** @type {() => void} */ then) => () => this.#utterance === utterance && then();
    utterance.onstart = mine(() => this.#heard());
    utterance.onend = mine(() => this.#done());
    utterance.onerror = mine(() => this.#stuck());
    this.#patience(BEGIN_MS * tries);
    this.#synthesis.resume(); // a browser that was paused elsewhere stays paused, and says nothing
    this.#synthesis.speak(utterance);
  }

  #prepare(/** @type {string} */ words) {
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.voice = this.#voice;
    utterance.lang = this.#voice?.lang ?? this.#lang;
    utterance.rate = this.#rate / PLAIN_RATE;
    utterance.volume = this.#volume;
    return utterance;
  }

  #heard() {
    const sentence = /** @type {Sentence} */ (this.#now);
    const needs = (sentence.words.split(/\s+/).length * 60 * SECOND_MS) / this.#rate;
    sentence.heard = true;
    this.#failures = 0;
    this.#patience(PATIENCE_MS + 2 * needs);
  }

  #done() {
    this.#let();
    this.#next();
  }

  /** Refused, or not begun: once more from a clean state. Begun and never ended: it was heard, so on. */
  #stuck() {
    const { words, count, tries, heard } = /** @type {Sentence} */ (this.#now);
    this.#breakOff();
    if (!heard && !count && tries < TRIES) return this.#begin(words, { tries: tries + 1 });
    this.#failures += Number(!heard);
    this.#next();
  }

  #patience(/** @type {number} */ ms) {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#stuck(), ms);
  }

  #breakOff() {
    const speaking = this.#now !== null;
    this.#let();
    if (speaking) this.#synthesis?.cancel();
  }

  #let() {
    clearTimeout(this.#watch);
    this.#now = this.#utterance = null;
  }
}

/**
 * The best voice for a language that runs on this machine, or null: the region's own, then the
 * browser's usual one, then any.
 * @param {SpeechSynthesisVoice[]} voices
 * @param {string} lang
 * @returns {SpeechSynthesisVoice | null}
 */
function ofLanguage(voices, lang) {
  const tag = (/** @type {string} */ name) => name.toLowerCase().replaceAll("_", "-");
  const wanted = tag(lang);
  const [language] = wanted.split("-");
  const fit = voices.filter((voice) => voice.localService && tag(voice.lang).split("-")[0] === language);
  const worth = (/** @type {SpeechSynthesisVoice} */ voice) =>
    2 * Number(tag(voice.lang) === wanted) + Number(voice.default);
  return fit.sort((one, other) => worth(other) - worth(one))[0] ?? null;
}

/** The text in parts that are spoken one by one: sentences, and the clauses of very long ones. */
function sentences(/** @type {string} */ text) {
  const parts = text.replace(/([.!?…])\s+/g, "$1\n").split("\n");
  return parts
    .flatMap((part) => (part.length > LONG ? part.replace(/([,;:])\s+/g, "$1\n").split("\n") : [part]))
    .map((part) => part.trim())
    .filter(Boolean);
}
