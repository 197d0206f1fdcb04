// @ts-check
/**
 * What a person may not do for now: a fold over what happened, by time.
 *
 * The same few lines as Python's `coach/restrictions.py`, so that a symptom restricts the next
 * session before any server has seen it. Their order in storage means nothing, and one that comes
 * twice counts once. What the fold makes of a plan is `lines`.
 */

import { happenings, NEXT_DAY } from "./happened.js";
import { ALL, inOrder, isNextDay, NEXT_MORNING } from "./history.js";

export { isNextDay, localDay, sessionOf } from "./history.js";
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
 * @typedef {object} Device  who asks
 * @property {string} zone  where the device is
 * @property {readonly string[]} neck  the stretches of the neck: dizziness in one of them closes them all
 *
 * @typedef {object} Fold
 * @property {Restriction[]} active
 * @property {number|null} settled  when it was last said that it had settled
 * @property {ReadonlyMap<string, readonly string[]>} running  the logs of what happened again with no
 *   clean session between, by what it was
 * @property {ReadonlySet<string>} felt  the symptoms of which nobody has heard since
 */

const COUNTED = new Set(["tingling", "dizziness"]); // the second time running: the clinic
const NOT_BY_MORNING = ["numbness", "tingling"]; // still there the next morning: the clinic

/**
 * Return what a person may not do, as of now.
 *
 * What was taken at a time that is still to come counts as well: then a clock was set back, and a
 * symptom must not be forgotten for it. What lifts counts only from its own time on.
 *
 * @param {Iterable<Session>} sessions  those of the pack and those of this device, in any order
 * @param {Iterable<Word>} words
 * @param {number} now  ms since 1970
 * @param {Device} device
 * @returns {Standing}
 */
export function standing(sessions, words, now, { zone, neck }) {
  const counted = happenings(inOrder(sessions), words).filter(({ at, kind }) => at <= now || kind === "took");
  /** @type {Fold} */
  const nothing = { active: [], settled: null, running: new Map(), felt: new Set() };
  const folded = counted.reduce((fold, happening) => advance(fold, happening, neck), nothing);
  const active = folded.active.filter((restriction) => !isOverAt(restriction, now, zone));
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

/** Whether what lasts until the next day has lasted so long. @type {(restriction: Restriction, now: number, zone: string) => boolean} */
function isOverAt({ until, since }, now, zone) {
  return until === NEXT_DAY && isNextDay(since, now, zone);
}

/** @type {(fold: Fold, happening: Happening, neck: readonly string[]) => Fold} */
function advance(fold, happening, neck) {
  switch (happening.kind) {
    case "took":
      return take(fold, happening.restriction, neck);
    case "clean":
      return liftByClean(fold, happening);
    case "settled":
      return { ...fold, settled: happening.at, running: without(fold.running, isMorningName), felt: new Set() };
    case "taken-back":
      return keeping(fold, (restriction) => !isTakenBack(restriction, happening, fold.settled));
    case "agreed":
      return liftByContact(fold, happening.target);
  }
}

/** @type {(fold: Fold, isKept: (restriction: Restriction) => boolean) => Fold} */
function keeping(fold, isKept) {
  return { ...fold, active: fold.active.filter(isKept) };
}

/**
 * Add a restriction. The same one again, from later on, takes the place of the earlier.
 *
 * @type {(fold: Fold, taken: Restriction, neck: readonly string[]) => Fold}
 */
function take(fold, taken, neck) {
  const running = new Map(fold.running);
  for (const counted of countedOf(taken)) {
    const logs = new Set([...(running.get(counted) ?? []), taken.because.log]);
    running.set(counted, [...logs]);
    if (logs.size > 1) taken = { ...taken, until: "contact" };
  }
  if (isMorning(taken) && NOT_BY_MORNING.some((symptom) => fold.felt.has(symptom))) {
    taken = { ...taken, until: "contact" };
  }
  const added = [taken, ...together(taken, neck)].filter(
    (each, place, all) => all.findIndex((other) => isSame(each, other)) === place,
  );
  const { active } = keeping(fold, (restriction) => !added.some((each) => isSame(restriction, each)));
  return { ...fold, active: [...active, ...added], running, felt: feltSince(fold, taken) };
}

/** What is counted of it: a ladder that is closed, a symptom in one stretch, a bad morning. @type {(taken: Restriction) => string[]} */
function countedOf(taken) {
  const { target, effect, cap_level, because } = taken;
  const found = effect === "cap" && cap_level === 0 ? [target] : [];
  if (COUNTED.has(because.symptom ?? "") && target !== ALL) found.push(`${target}/${because.symptom}`);
  return isMorning(taken) ? [...found, NEXT_MORNING] : found;
}

/** Whether it comes from the page of the next morning. @type {(taken: Restriction) => boolean} */
function isMorning({ because }) {
  return because.symptom === null && because.question === "settled";
}

/** What is left out besides: after dizziness in a stretch of the neck, the neck. @type {(taken: Restriction, neck: readonly string[]) => Restriction[]} */
function together(taken, neck) {
  if (taken.because.symptom !== "dizziness" || !neck.includes(taken.target)) return [];
  return neck.map((target) => ({
    ...taken,
    target,
    effect: "leave-out",
    until: "contact",
    cap_level: null,
  }));
}

/** @type {(fold: Fold, taken: Restriction) => ReadonlySet<string>} */
function feltSince({ felt }, taken) {
  if (isMorning(taken)) return new Set();
  const { symptom } = taken.because;
  return symptom ? new Set([...felt, symptom]) : felt;
}

/** @type {(running: Fold["running"], isDropped: (name: string) => boolean) => Fold["running"]} */
function without(running, isDropped) {
  return new Map([...running].filter(([name]) => !isDropped(name)));
}

/** @type {(name: string) => boolean} */
const isMorningName = (name) => name === NEXT_MORNING;

/** @type {(one: Restriction, other: Restriction) => boolean} */
function isSame(one, other) {
  return (
    one.target === other.target &&
    one.effect === other.effect &&
    one.cap_level === other.cap_level &&
    one.until === other.until
  );
}

/**
 * Lift what a clean session lifts; on the day itself it neither lifts nor comes between.
 *
 * @type {(fold: Fold, happening: import("./happened.js").Clean) => Fold}
 */
function liftByClean(fold, { at, zone, stretches }) {
  const fresh = fold.active.filter(({ since }) => !isNextDay(since, at, zone)).map(({ target }) => target);
  const rested = stretches.filter((stretch) => !fresh.includes(stretch));
  const isLifted = (/** @type {Restriction} */ { until, target, since }) =>
    until === "clean-session" && stretches.includes(target) && isNextDay(since, at, zone);
  const isClean = (/** @type {string} */ name) => isMorningName(name) || rested.includes(name.split("/")[0]);
  return { ...keeping(fold, (restriction) => !isLifted(restriction)), running: without(fold.running, isClean) };
}

/** No word of the clinic shortens the rest of the day on which something was felt. @type {(fold: Fold, target: string) => Fold} */
function liftByContact(fold, target) {
  const kept = keeping(fold, (restriction) => restriction.until === NEXT_DAY || !concerns(target, restriction));
  return { ...kept, running: without(fold.running, isMorningName), felt: new Set() };
}

/**
 * A word takes back what waits for it, the next day at the earliest. A ladder closed by pain, and
 * everything closed, ask besides for a word that it has settled.
 *
 * @type {(restriction: Restriction, word: TakenBack, settled: number|null) => boolean}
 */
function isTakenBack(restriction, word, settled) {
  const { effect, until, since } = restriction;
  if (!concerns(word.target, restriction) || until !== "taken-back") return false;
  if (!isNextDay(since, word.at, word.zone) || word.settled === false) return false;
  return effect === "leave-out" || word.settled === true || (settled !== null && settled > since);
}

/** @type {(target: string, restriction: Restriction) => boolean} */
function concerns(target, restriction) {
  return target === ALL || target === restriction.target;
}
