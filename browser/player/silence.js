// @ts-check
/** What cannot be heard, told once each: before the first hold where it is known, and when a voice falls silent. */

/**
 * @typedef {import("./loudness.js").Loudness} Loudness
 * @typedef {import("./words.js").Say} Say
 */

const VOICES_MS = 1_000; // before that a browser may not have told of its voices yet

export class Silence {
  #loudness;
  #say;
  #begun = performance.now();
  #wasHeard = false;
  /** @type {Set<string>} */ #told = new Set();

  /**
   * @param {Loudness} loudness
   * @param {Say} say
   */
  constructor(loudness, say) {
    this.#loudness = loudness;
    this.#say = say;
  }

  /** Return what is to be told now, which is mostly nothing. */
  news() {
    const { silent, isMute, voice } = this.#loudness;
    if (!silent) this.#wasHeard = true;
    if (!silent || performance.now() - this.#begun < VOICES_MS) return "";
    return this.#once(isMute ? "player-no-chimes" : this.#voiceless(voice));
  }

  /** @param {boolean} isWanted */
  #voiceless(isWanted) {
    if (!isWanted) return this.#wasHeard ? "" : "player-voice-off"; // who has just put it off knows
    return this.#wasHeard ? "player-voice-lost" : "player-no-voice";
  }

  /** @param {string} id */
  #once(id) {
    if (!id || this.#told.has(id)) return "";
    this.#told.add(id);
    return this.#say(id);
  }
}
