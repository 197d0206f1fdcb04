// @ts-check
/**
 * What restricts or lifts, each once and by time: the same as Python's `coach/happened.py`.
 *
 * From a session come what it took (`then`), that it was clean, and that it had settled; from the
 * person come their dated words. What these amount to is `standing`.
 */

import { canonical } from "../machine/canonical.js";
import { AFTER_SESSION, ALL, localDay, NEXT_MORNING, startOf } from "./history.js";

/**
 * @typedef {import("./history.js").Session} Session
 * @typedef {import("./history.js").Taken} Taken
 * @typedef {import("./history.js").Word} Word
 *
 * @typedef {object} Restriction  something a person may not do for now
 * @property {string} target  a stretch or "all"
 * @property {"cap"|"leave-out"|"close"} effect
 * @property {number|null} cap_level  the highest level left (effect "cap"; 0: none)
 * @property {"clean-session"|"taken-back"|"contact"} until
 * @property {number} since  ms since 1970
 * @property {string} day  the calendar day where it was lived
 * @property {{log: string, symptom: string|null, stretch: string|null, position: string|null,
 *   side: string|null, question: string|null}} because
 *
 * @typedef {{kind: "took", at: number, restriction: Restriction}} Took
 * @typedef {{kind: "clean", at: number, day: string, stretches: string[]}} Clean
 * @typedef {{kind: "settled", at: number}} Settled
 * @typedef {{kind: "taken-back", at: number, day: string, target: string, settled: boolean|null}} TakenBack
 * @typedef {{kind: "agreed", at: number, target: string}} Agreed
 * @typedef {Took | Clean | Settled | TakenBack | Agreed} Happening
 */

const UNTILS = new Set(["clean-session", "taken-back", "contact"]);
// What lifts comes before what restricts at the same instant, so that it never lifts it.
const RANKS = ["agreed", "taken-back", "settled", "clean", "took"];

/**
 * Return all that restricts or lifts, each once, by time.
 *
 * @param {Session[]} sessions  each once, in order
 * @param {Iterable<Word>} words
 * @returns {Happening[]}
 */
export function happenings(sessions, words) {
  const spoiled = spoiledAmong(sessions);
  const found = [
    ...Array.from(words, ofWord),
    ...sessions.flatMap((session) => ofSession(session, spoiled.has(session.id))),
  ];
  const once = new Map(found.map((each) => [canonical(each), each]));
  return [...once.values()].sort((a, b) => a.at - b.at || RANKS.indexOf(a.kind) - RANKS.indexOf(b.kind));
}

/** @type {(word: Word) => Happening} */
function ofWord(word) {
  const at = Date.parse(word.at);
  if (word.kind === "agreed") return { kind: "agreed", at, target: word.target };
  const { target, settled, zone } = word;
  return { kind: "taken-back", at, day: localDay(at, zone), target, settled };
}

/** @type {(session: Session, isSpoiled: boolean) => Happening[]} */
function ofSession(session, isSpoiled) {
  const ended = startOf(session) + session.ended_ms;
  /** @type {Happening[]} */
  const took = session.taken.map((taken) => {
    const restriction = restrictionOf(session, taken);
    return { kind: "took", at: restriction.since, restriction };
  });
  if (session.routine === NEXT_MORNING && session.finished) return [...took, { kind: "settled", at: ended }];
  if (isSpoiled || session.clean.length === 0) return took;
  return [
    ...took,
    { kind: "clean", at: ended, day: localDay(ended, session.zone), stretches: session.clean },
  ];
}

/**
 * The sessions after which it was said that something had hurt after all.
 *
 * @type {(sessions: Session[]) => Set<string>}
 */
function spoiledAmong(sessions) {
  const spoiled = new Set();
  let last = null;
  for (const session of sessions) {
    if (session.routine === AFTER_SESSION && session.taken.length > 0) spoiled.add(last);
    else if (session.worked) last = session.id;
  }
  return spoiled;
}

/** @type {(session: Session, taken: Taken) => Restriction} */
function restrictionOf(session, { at_ms, then, symptom, stretch, position, side, question }) {
  const since = startOf(session) + at_ms;
  return {
    ...targetOf(then),
    // A word that is not known lifts nothing by itself.
    until: /** @type {Restriction["until"]} */ (UNTILS.has(then.until) ? then.until : "contact"),
    since,
    day: localDay(since, session.zone),
    because: { log: session.id, symptom, stretch, position, side, question },
  };
}

/** @type {(then: import("../machine/model.js").Then) => Pick<Restriction, "target"|"effect"|"cap_level">} */
function targetOf(then) {
  if (then.leave_out !== undefined) return { target: then.leave_out, effect: "leave-out", cap_level: null };
  if (then.stretch !== undefined)
    return { target: then.stretch, effect: "cap", cap_level: then.cap_level ?? null };
  return { target: ALL, effect: "close", cap_level: null };
}
