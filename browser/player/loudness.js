// @ts-check
/** What is heard: the voice and the chimes behind one loudness, each of which can be put off while a session runs. */

/**
 * @typedef {import("./voice.js").Voice} Voice
 * @typedef {import("./chime.js").Chimes} Chimes
 */

const MOST = 100;

export class Loudness {
  voice;
  chimes = true;
  #speaker;
  #bell;
  #level;

  /**
   * @param {Voice} speaker
   * @param {Chimes} bell
   * @param {{voice: boolean, level: number}} wanted  `level` of a hundred
   */
  constructor(speaker, bell, { voice, level }) {
    this.#speaker = speaker;
    this.#bell = bell;
    this.voice = voice;
    this.#level = level;
    this.#bell.volume = level / MOST;
  }

  /** How loud, of a hundred. */
  get level() {
    return this.#level;
  }

  set level(wanted) {
    this.#level = Math.min(MOST, Math.max(0, wanted));
    this.#bell.volume = this.#level / MOST;
    this.#speaker.volume = this.#level / MOST;
  }

  /** Whether nobody can be heard speaking, so that chimes have to tell more. */
  get silent() {
    return !this.voice || this.#speaker.silent;
  }

  /** Whether it is known that no chime can be heard either. */
  get isMute() {
    return !this.chimes || this.#bell.isMute;
  }

  /** Let the browser sound from now on: call it while a tap or a key is being handled. */
  unlock() {
    this.#bell.unlock();
    this.#speaker.unlock();
  }

  /** Let somebody hear how loud it is. @param {string} words */
  sample(words) {
    this.unlock();
    this.say(words, { cut: true });
    this.scheduleEnd(0);
  }

  /** @type {Voice["say"]} */
  say(text, how) {
    if (this.voice) this.#speaker.say(text, how);
  }

  /** @type {Voice["count"]} */
  count(word) {
    if (this.voice) this.#speaker.count(word);
  }

  hush() {
    this.#speaker.hush();
  }

  atStart() {
    if (this.chimes) this.#bell.atStart();
  }

  /** @param {number} inMs */
  scheduleStart(inMs) {
    if (this.chimes) this.#bell.scheduleStart(inMs);
  }

  /** @param {number} inMs */
  scheduleEnd(inMs) {
    if (this.chimes) this.#bell.scheduleEnd(inMs);
  }

  cancel() {
    this.#bell.cancel();
  }
}
