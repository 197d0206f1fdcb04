// @ts-check
/**
 * Sending what this device keeps to the server: in order, once at a time, as often as it takes.
 *
 * It goes to the record that it is of and to no other: whose is open is asked before anything is sent, and
 * said with it, so that a server which was opened by somebody else meanwhile refuses it.
 *
 * A log is sent whole, so sending it twice or late harms nothing. What the server refuses stays on the
 * device, with its reason, and is told; nothing is deleted here. While a session is played, the server
 * hears of it every half minute, so that no other player takes it for broken off.
 */

import { isPlayedElsewhere } from "../store/one-player.js";
import { askWhose, HEADER } from "./whose.js";

/**
 * @typedef {import("../store/keep.js").Keep} Keep
 * @typedef {import("../store/keep.js").Kept} Kept
 * @typedef {import("../store/keep.js").Refusal} Refusal
 * @typedef {"sent"|"refused"|"later"} Came  "later": there is no server, it cannot write just now, or the
 *   record that is open there is another's
 */

const LOGS = "/api/logs/";
const WORDS = "/api/entries/";
const SIGN_OF_LIFE_MS = 30_000;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
const MOST_AT_PARTING = 60_000; // bytes; a browser sends no more once a page is gone

/**
 * @typedef {object} Which
 * @property {string|null} [playing]  the session that is played in this page
 * @property {boolean} [refused]  whether what was refused before is tried again
 */

/** @type {Promise<Came>|null} */
let running = null;
/** What is still to be sent, as it was asked for last. @type {Which|null} */
let wanted = null;

/**
 * Send what is unsent. Called while it runs, it runs once more afterwards: what is new then goes too.
 *
 * @param {Keep} keep
 * @param {Which} [which]
 * @returns {Promise<Came>}
 */
export function sendAll(keep, which = {}) {
  wanted = which;
  running ??= sendUntilDone(keep).finally(() => (running = null));
  return running;
}

/** @type {(keep: Keep) => Promise<Came>} */
async function sendUntilDone(keep) {
  let came = /** @type {Came} */ ("sent");
  while (wanted && came !== "later") {
    const which = wanted;
    wanted = null;
    came = await sendOnce(keep, which);
  }
  return came;
}

/** @type {(keep: Keep, which: Which) => Promise<Came>} */
async function sendOnce(keep, { playing = null, refused = false }) {
  if (!playing && (await isPlayedElsewhere())) return "later"; // the tab that plays sends all, and says that it plays
  const logs = [...(await keep.unsent()), ...(refused ? await keep.refused() : [])];
  const words = (await keep.words()).filter(({ sent }) => !sent);
  const steps = [
    ...logs.map((kept) => () => sendLog(keep, kept, kept.id === playing)),
    ...words.map((kept) => () => sendWord(keep, kept)),
  ];
  if (steps.length && !keep.isOf((await askWhose())?.journals ?? [])) return "later";
  let worst = /** @type {Came} */ ("sent");
  for (const step of steps) {
    const came = await step();
    if (came === "later") return came;
    if (came === "refused") worst = came;
  }
  return worst;
}

/** @type {(keep: Keep, kept: Kept, playing: boolean) => Promise<Came>} */
async function sendLog(keep, { id, log, journal }, playing) {
  let answer = await post(LOGS, journal, { log, playing });
  if (answer?.body.need === "machine") {
    answer = await post(LOGS, journal, { log, playing, machine: await keep.machine(log.machine_digest) });
  }
  if (isLater(answer)) return "later";
  if (answer.status === 200) {
    const { kept: events, ratings } = answer.body;
    await keep.sent(id, { events, ratings });
    return "sent";
  }
  await keep.refuse(id, refusalOf(answer.body));
  return "refused";
}

/** @type {(keep: Keep, kept: import("../store/keep.js").KeptWord) => Promise<Came>} */
async function sendWord(keep, { key, word, journal }) {
  const answer = await post(WORDS, journal, word);
  if (isLater(answer)) return "later";
  await keep.answered(key, answer.status === 200 ? null : refusalOf(answer.body));
  return answer.status === 200 ? "sent" : "refused";
}

/**
 * Keep the server up to date for as long as this page lives: at once, whenever it may be there again, and
 * every half minute while a session is played.
 *
 * @param {Keep} keep
 * @param {(came: Came) => void} [tell]  called after each try
 * @returns {Sending}
 */
export function keepSending(keep, tell = () => {}) {
  return new Sending(keep, tell);
}

/** The sending of one page. Made by `keepSending`. */
class Sending {
  #keep;
  #tell;
  #timer = 0;
  #pause = FIRST_PAUSE_MS;
  /** The session that this page plays. @type {string|null} */
  #playing = null;

  /** @param {Keep} keep @param {(came: Came) => void} tell */
  constructor(keep, tell) {
    this.#keep = keep;
    this.#tell = tell;
    addEventListener("online", () => this.#atOnce());
    addEventListener("pageshow", () => this.#atOnce());
    addEventListener("pagehide", () => this.#part());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#atOnce());
    void this.#send({ refused: true });
  }

  /** Send what is new: call it after each thing that was kept. */
  now() {
    return this.#send({});
  }

  /** Note which session this page plays, or that it plays none any more. @param {string|null} id */
  playing(id) {
    this.#playing = id;
    return this.#send({});
  }

  #atOnce() {
    this.#pause = FIRST_PAUSE_MS;
    void this.#send({});
  }

  /** @param {{refused?: boolean}} which */
  async #send(which) {
    const came = await sendAll(this.#keep, { ...which, playing: this.#playing });
    this.#pause = came === "later" ? Math.min(this.#pause * 2, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS;
    clearTimeout(this.#timer);
    if (came === "later") this.#timer = window.setTimeout(() => void this.#send({}), this.#pause);
    else if (this.#playing) this.#timer = window.setTimeout(() => void this.#giveSign(), SIGN_OF_LIFE_MS);
    this.#tell(came);
  }

  /** Say that the session is still being played, though nothing new has happened in it. */
  async #giveSign() {
    const kept = this.#playing && this.#keep.atHand(this.#playing);
    if (kept) await post(LOGS, kept.journal, { log: kept.log, playing: true });
    await this.#send({});
  }

  /** The page goes away: send the last of the session, which is not being played here any more. */
  #part() {
    const kept = this.#playing && this.#keep.atHand(this.#playing);
    const body = kept && JSON.stringify({ log: kept.log, playing: false });
    if (body && body.length < MOST_AT_PARTING)
      void fetch(LOGS, { ...request(body, kept.journal), keepalive: true }).catch(() => {});
  }
}

/** @typedef {{status: number, body: any}} Answer */

/** Whether to try again later. @type {(answer: Answer|null) => answer is null} */
function isLater(answer) {
  return answer === null || answer.status >= 500 || answer.status === 403 || answer.body.need === "journal";
}

/** @type {(body: any) => Refusal} */
function refusalOf({ error, hint }) {
  return { error: error ?? "", hint: hint ?? "" };
}

/**
 * Post something; null where no server of ours answers.
 *
 * @param {string} address
 * @param {string|undefined} journal  for whose record it is
 * @param {object} content
 * @returns {Promise<Answer|null>}
 */
async function post(address, journal, content) {
  try {
    if (!token()) await askWhose();
    const response = await fetch(address, request(JSON.stringify(content), journal));
    return { status: response.status, body: await response.json() };
  } catch {
    return null;
  }
}

/** @type {(body: string, journal?: string) => RequestInit} */
function request(body, journal = "") {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token(), [HEADER]: journal };
  return { method: "POST", credentials: "same-origin", cache: "no-store", headers, body };
}

function token() {
  return /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? "";
}
