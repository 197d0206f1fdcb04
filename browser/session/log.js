// @ts-check
/**
 * The log of one session as JSON (format `lissom-session/1`): how it begins, and how it grows.
 *
 * A log only ever grows at its end. Where it is kept and how it is sent is not known here.
 */

/**
 * @typedef {import("../machine/model.js").Machine} Machine
 *
 * @typedef {object} Entry  one event: when on the session's clock, in which state, and what;
 *   for `resume` the state is the one gone on from
 * @property {number} at_ms
 * @property {string} state
 * @property {string} event
 *
 * @typedef {object} Rating  pain from 0 to 10, before or after the session
 * @property {"before"|"after"} when
 * @property {number} at_ms
 * @property {number} value
 *
 * @typedef {object} Log
 * @property {"lissom-session/1"} format
 * @property {string} id
 * @property {string} routine
 * @property {string} digest
 * @property {string} machine_digest
 * @property {Record<string, any>} options
 * @property {string} started  in UTC, to the millisecond
 * @property {string} zone
 * @property {Entry[]} events
 * @property {Rating[]} ratings
 */

export const PAUSE = "pause";
export const RESUME = "resume";
export const CLOSED = "closed";
export const MISTAKEN = "mistaken";

/**
 * Return the log of a session that starts now.
 *
 * @param {Machine} machine  the one that is played
 * @param {string} digest  of that machine
 * @param {string} zone  where the person is, such as `Europe/Warsaw`
 * @param {number} now  ms since 1970
 * @returns {Log}
 */
export function newLog(machine, digest, zone, now) {
  return {
    format: "lissom-session/1",
    id: uuid7(now),
    routine: machine.routine,
    digest: machine.digest,
    machine_digest: digest,
    options: machine.options,
    started: new Date(now).toISOString(),
    zone,
    events: [],
    ratings: [],
  };
}

/**
 * Return one event of a log.
 *
 * @param {number} atMs  whole, from the session's start
 * @param {string} state
 * @param {string} event
 * @returns {Entry}
 * @throws {RangeError}
 */
export function entry(atMs, state, event) {
  if (!state || !event) throw new RangeError("an entry names its state and its event");
  return { at_ms: timeOf(atMs), state, event };
}

/**
 * Return a rating of pain.
 *
 * @param {"before"|"after"} when
 * @param {number} atMs
 * @param {number} value
 * @returns {Rating}
 * @throws {RangeError}
 */
export function rating(when, atMs, value) {
  if (when !== "before" && when !== "after") throw new RangeError(`a rating is before or after, not '${when}'`);
  if (!Number.isInteger(value) || value < 0 || value > 10) {
    throw new RangeError(`a rating is from 0 to 10, not ${value}`);
  }
  return { when, at_ms: timeOf(atMs), value };
}

/** @type {(log: Log, ...entries: Entry[]) => Log} */
export const withEntries = (log, ...entries) => ({ ...log, events: [...log.events, ...entries] });

/** @type {(log: Log, ...ratings: Rating[]) => Log} */
export const withRatings = (log, ...ratings) => ({ ...log, ratings: [...log.ratings, ...ratings] });

/**
 * Return a moment of the calendar as a time of this session, never before its last event.
 *
 * This is how a session goes on in another page, whose own clock began anew.
 *
 * @param {Log} log
 * @param {number} moment  ms since 1970
 * @returns {number}
 */
export function atMs(log, moment) {
  return Math.max(log.events.at(-1)?.at_ms ?? 0, moment - Date.parse(log.started));
}

/**
 * Return a new id: UUID version 7, in which ids of later sessions sort later.
 *
 * @param {number} now  ms since 1970
 * @param {Uint8Array} chance  ten random bytes
 * @returns {string}
 */
export function uuid7(now, chance = crypto.getRandomValues(new Uint8Array(10))) {
  const random = Array.from(chance, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const time = now.toString(16).padStart(12, "0");
  const variant = "89ab"[chance[9] & 3];
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${random.slice(0, 3)}`,
    variant + random.slice(3, 6),
    random.slice(6, 18),
  ].join("-");
}

/** @param {number} atMs */
function timeOf(atMs) {
  if (!Number.isSafeInteger(atMs) || atMs < 0) throw new RangeError(`${atMs} is not a time of a session`);
  return atMs;
}
