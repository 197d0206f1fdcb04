// @ts-check
/**
 * What a person may not do for now: a fold over what happened, by time.
 *
 * The same few lines as Python's `coach/restrictions.py`, so that a symptom restricts the next
 * session before any server has seen it. Their order in storage means nothing, and one that comes
 * twice counts once. What the fold makes of a plan is `lines`.
 */

import { happenings } from "./happened.js";
import { ALL, inOrder } from "./history.js";

export { localDay, sessionOf } from "./history.js";
export { linesUnder } from "./lines.js";

/**
 * @typedef {import("./history.js").Session} Session
 * @typedef {import("./history.js").Word} Word
 * @typedef {import("./happened.js").Happening} Happening
 * @typedef {import("./happened.js").Restriction} Restriction
 * @typedef {import("./happened.js").TakenBack} TakenBack
 *
 * @typedef {object} Standing
 * @property {boolean} closed  whether everything is closed
 * @property {Record<string, number>} caps  the highest level left, for each stretch that has one
 * @property {string[]} leftOut  the stretches of which nothing may be done, sorted
 * @property {Restriction[]} active
 *
 * @typedef {object} Fold
 * @property {Restriction[]} active
 * @property {number|null} settled  when it was last said that it had settled
 * @property {ReadonlyMap<string, readonly string[]>} running  the logs that closed a ladder in a row
 */

/**
 * Return what a person may not do, as of now.
 *
 * What was taken at a time that is still to come counts as well: then a clock was set back, and a
 * symptom must not be forgotten for it. What lifts counts only from its own time on.
 *
 * @param {Iterable<Session>} sessions  those of the pack and those of this device, in any order
 * @param {Iterable<Word>} words
 * @param {number} now  ms since 1970
 * @returns {Standing}
 */
export function standing(sessions, words, now) {
  const counted = happenings(inOrder(sessions), words).filter(({ at, kind }) => at <= now || kind === "took");
  /** @type {Fold} */
  const nothing = { active: [], settled: null, running: new Map() };
  const { active } = counted.reduce(advance, nothing);
  return {
    closed: active.some(({ target }) => target === ALL),
    caps: capsOf(active),
    leftOut: [...new Set(active.filter(leavesOut).map(({ target }) => target))].sort(),
    active,
  };
}

/** @type {(restriction: Restriction) => boolean} */
function leavesOut({ target, effect, cap_level }) {
  return target !== ALL && (effect !== "cap" || cap_level === 0);
}

/** @type {(active: Restriction[]) => Record<string, number>} */
function capsOf(active) {
  /** @type {Record<string, number>} */
  const caps = {};
  for (const { target, cap_level } of active) {
    if (cap_level) caps[target] = Math.min(cap_level, caps[target] ?? cap_level);
  }
  return caps;
}

/** @type {(fold: Fold, happening: Happening) => Fold} */
function advance(fold, happening) {
  switch (happening.kind) {
    case "took":
      return take(fold, happening.restriction);
    case "clean":
      return liftByClean(fold, happening);
    case "settled":
      return { ...fold, settled: happening.at };
    case "taken-back":
      return keeping(fold, (restriction) => !isTakenBack(restriction, happening, fold.settled));
    case "agreed":
      return keeping(fold, (restriction) => !concerns(happening.target, restriction));
  }
}

/** @type {(fold: Fold, isKept: (restriction: Restriction) => boolean) => Fold} */
function keeping(fold, isKept) {
  return { ...fold, active: fold.active.filter(isKept) };
}

/**
 * Add a restriction. The same one again, from later on, takes the place of the earlier. A ladder
 * that is closed the second time running waits for contact.
 *
 * @type {(fold: Fold, taken: Restriction) => Fold}
 */
function take(fold, taken) {
  const { target, effect, cap_level, because } = taken;
  let { running } = fold;
  if (effect === "cap" && cap_level === 0) {
    const logs = new Set([...(running.get(target) ?? []), because.log]);
    running = new Map([...running, [target, [...logs]]]);
    if (logs.size > 1) taken = { ...taken, until: "contact" };
  }
  const { active } = keeping(fold, (restriction) => !isSame(restriction, taken));
  return { ...fold, active: [...active, taken], running };
}

/** @type {(one: Restriction, other: Restriction) => boolean} */
function isSame(one, other) {
  return (
    one.target === other.target &&
    one.effect === other.effect &&
    one.cap_level === other.cap_level &&
    one.until === other.until
  );
}

/** @type {(fold: Fold, clean: import("./happened.js").Clean) => Fold} */
function liftByClean(fold, { at, day, stretches }) {
  const isLifted = (/** @type {Restriction} */ { until, target, since, day: felt }) =>
    until === "clean-session" && stretches.includes(target) && at > since && day > felt;
  const running = new Map([...fold.running].filter(([stretch]) => !stretches.includes(stretch)));
  return { ...keeping(fold, (restriction) => !isLifted(restriction)), running };
}

/**
 * A word takes back what waits for it, the next day at the earliest. A ladder closed by pain, and
 * everything closed, ask besides for a word that it has settled.
 *
 * @type {(restriction: Restriction, word: TakenBack, settled: number|null) => boolean}
 */
function isTakenBack(restriction, word, settled) {
  const { effect, until, since, day } = restriction;
  if (!concerns(word.target, restriction) || until !== "taken-back") return false;
  if (word.at <= since || word.day <= day || word.settled === false) return false;
  return effect === "leave-out" || word.settled === true || (settled !== null && settled > since);
}

/** @type {(target: string, restriction: Restriction) => boolean} */
function concerns(target, restriction) {
  return target === ALL || target === restriction.target;
}
