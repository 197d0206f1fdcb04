// @ts-check
/**
 * What restricts or lifts, each once and by time: the same as Python's `coach/restriction_events.py`.
 *
 * From a session come what it took (`then`), that it was clean, and that it had settled; from the
 * person come their dated words. What these amount to is `standing`.
 */

import { canonical } from "../machine/canonical.js";
import { HURTS } from "../session/path.js";
import { AFTER_SESSION, ALL, localDay, NEXT_MORNING, startOf } from "./history.js";

/**
 * @typedef {import("./history.js").Session} Session
 * @typedef {import("./history.js").Taken} Taken
 * @typedef {import("./history.js").Word} Word
 * @typedef {import("./history.js").Told} Told
 *
 * @typedef {object} Restriction  something a person may not do for now
 * @property {string} target  a stretch or "all"
 * @property {"cap"|"leave-out"|"close"} effect
 * @property {number|null} cap_level  the highest level left (effect "cap"; 0: none)
 * @property {"clean-session"|"taken-back"|"contact"|"next-day"} until  until the next day it lifts by
 *   itself, and by nothing else
 * @property {number} since  ms since 1970
 * @property {string} day  the calendar day where it was lived
 * @property {{log: string, symptom: string|null, stretch: string|null, position: string|null,
 *   side: string|null, question: string|null}} because
 *
 * @typedef {{kind: "took", at: number, restriction: Restriction}} Took
 * @typedef {{kind: "clean", at: number, zone: string, stretches: string[]}} Clean
 * @typedef {{kind: "settled", at: number}} Settled
 * @typedef {{kind: "taken-back", at: number, zone: string, target: string, settled: boolean|null}} TakenBack
 * @typedef {{kind: "agreed", at: number, target: string}} Agreed
 * @typedef {Took | Clean | Settled | TakenBack | Agreed} Happening
 */

export const NEXT_DAY = "next-day";
const UNTILS = new Set(["clean-session", "taken-back", "contact", NEXT_DAY]);
const RESTS = new Set(["numbness", "tingling", "dizziness"]); // after these, nothing more that day
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
  const all = Array.from(words);
  const told = all.filter((word) => word.kind === "told");
  const spoiled = spoiledAmong(sessions, told);
  /** @type {Map<string|null, (string|null)[]>} */
  const places = new Map();
  for (const { about, stretch } of told) places.set(about, [...(places.get(about) ?? []), stretch]);
  const found = [
    ...all.flatMap(ofWord),
    ...sessions.flatMap((each) => ofSession(each, spoiled.has(each.id), places.get(each.id) ?? [])),
  ];
  const once = new Map(found.map((each) => [canonical(each), each]));
  return [...once.values()].sort((a, b) => a.at - b.at || rankOf(a) - rankOf(b));
}

/** What a symptom took comes before the rest of its day. @type {(happening: Happening) => number} */
function rankOf(happening) {
  const rests = happening.kind === "took" && happening.restriction.until === NEXT_DAY;
  return RANKS.indexOf(happening.kind) + (rests ? 0.5 : 0);
}

/** @type {(word: Word) => Happening[]} */
function ofWord(word) {
  const at = Date.parse(word.at);
  if (word.kind === "told") return ofTold(word, at);
  if (word.kind === "agreed") return [{ kind: "agreed", at, target: word.target }];
  const { target, settled, zone } = word;
  return [{ kind: "taken-back", at, zone, target, settled }];
}

/** @type {(told: Told, at: number) => Took[]} */
function ofTold({ then, symptom, stretch, position, side, zone, about, at: moment }, at) {
  const because = { log: about ?? moment, symptom, stretch, position, side, question: null };
  /** @type {Took} */
  const took = {
    kind: "took",
    at,
    restriction: { ...targetOf(then), until: untilOf(then), since: at, day: localDay(at, zone), because },
  };
  return RESTS.has(symptom) ? [took, restOf(at, zone, because)] : [took];
}

/**
 * What one session restricts or lifts; `places` are the stretches of what was told about it later.
 *
 * @type {(session: Session, isSpoiled: boolean, places: (string|null)[]) => Happening[]}
 */
function ofSession(session, isSpoiled, places) {
  const ended = startOf(session) + session.ended_ms;
  const counted = session.taken.filter((taken) => !givesWay(session, taken, places));
  /** @type {Took[]} */
  const took = [
    ...counted.map((taken) => {
      const restriction = restrictionOf(session, taken);
      return { kind: /** @type {const} */ ("took"), at: restriction.since, restriction };
    }),
    ...restsOf(session),
  ];
  if (session.routine === NEXT_MORNING && session.finished) return [...took, { kind: "settled", at: ended }];
  if (isSpoiled || session.clean.length === 0) return took;
  return [...took, { kind: "clean", at: ended, zone: session.zone, stretches: session.clean }];
}

/**
 * Whether what was told later says more than what was taken: after a session, or what hurt there.
 *
 * @type {(session: Session, taken: Taken, places: (string|null)[]) => boolean}
 */
function givesWay({ routine }, { symptom, stretch }, places) {
  if (routine === AFTER_SESSION) return places.length > 0;
  return symptom === HURTS && places.includes(stretch);
}

/**
 * What was felt after which nothing more is done that day, also what was told while already letting go.
 *
 * @type {(session: Session) => Took[]}
 */
function restsOf(session) {
  const told = [...(session.felt ?? []), ...session.taken]; // each once, as what it took tells of it
  const once = new Map(
    told.flatMap((each) => (RESTS.has(each.symptom ?? "") ? [[`${each.at_ms} ${each.symptom}`, each]] : [])),
  );
  return [...once.values()].map(({ at_ms, symptom, stretch, position, side }) => {
    const because = { log: session.id, symptom, stretch, position, side, question: null };
    return restOf(startOf(session) + at_ms, session.zone, because);
  });
}

/** @type {(at: number, zone: string, because: Restriction["because"]) => Took} */
function restOf(at, zone, because) {
  const day = localDay(at, zone);
  return {
    kind: "took",
    at,
    restriction: { target: ALL, effect: "close", cap_level: null, until: NEXT_DAY, since: at, day, because },
  };
}

/**
 * The sessions of which it was said later that something had hurt after all.
 *
 * @type {(sessions: Session[], told: Told[]) => Set<string|null>}
 */
function spoiledAmong(sessions, told) {
  const spoiled = new Set(told.map(({ about }) => about));
  let last = null;
  for (const session of sessions) {
    const isTold = session.taken.length > 0 || spoiled.has(session.id);
    if (session.routine === AFTER_SESSION && isTold) spoiled.add(last);
    else if (session.worked) last = session.id;
  }
  return spoiled;
}

/** @type {(session: Session, taken: Taken) => Restriction} */
function restrictionOf(session, { at_ms, then, symptom, stretch, position, side, question }) {
  const since = startOf(session) + at_ms;
  return {
    ...targetOf(then),
    until: untilOf(then),
    since,
    day: localDay(since, session.zone),
    because: { log: session.id, symptom, stretch, position, side, question },
  };
}

/** A word that is not known lifts nothing by itself. @type {(then: import("../machine/model.js").Then) => Restriction["until"]} */
function untilOf({ until }) {
  return /** @type {Restriction["until"]} */ (UNTILS.has(until) ? until : "contact");
}

/** @type {(then: import("../machine/model.js").Then) => Pick<Restriction, "target"|"effect"|"cap_level">} */
function targetOf(then) {
  if (then.leave_out !== undefined) return { target: then.leave_out, effect: "leave-out", cap_level: null };
  if (then.stretch !== undefined) return { target: then.stretch, effect: "cap", cap_level: then.cap_level ?? null };
  return { target: ALL, effect: "close", cap_level: null };
}
