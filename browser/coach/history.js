// @ts-check
/**
 * What is looked back on: sessions, and the person's dated words.
 *
 * A session here is what a log came to when it was replayed through its machine, in the form in
 * which a pack tells of those that the server knows (`standing.sessions`): so both are one list.
 * Of Python's `coach/history.py` only what restricts and lifts is here.
 */

import { begin, follow, HURTS, outcome, SERIOUS, SYMPTOM_EVENTS, taking } from "../session/path.js";

/**
 * @typedef {import("../machine/model.js").Machine} Machine
 * @typedef {import("../machine/model.js").State} State
 * @typedef {import("../machine/model.js").Then} Then
 * @typedef {import("../session/log.js").Log} Log
 * @typedef {import("../session/path.js").Visit} Visit
 *
 * @typedef {object} Taken  what a session took from the person, and for which symptom or answer, where
 * @property {number} at_ms
 * @property {Then} then
 * @property {string|null} symptom
 * @property {string|null} stretch
 * @property {string|null} position
 * @property {string|null} side
 * @property {string|null} question
 *
 * @typedef {object} Felt  a symptom that was told of, when and where
 * @property {number} at_ms
 * @property {string} symptom
 * @property {string|null} stretch
 * @property {string|null} position
 * @property {string|null} side
 *
 * @typedef {object} Session
 * @property {string} id
 * @property {string} routine
 * @property {string} started
 * @property {string} zone
 * @property {number} ended_ms  the last thing known of it
 * @property {boolean} finished  whether it came to its own end
 * @property {boolean} worked  whether anything was moved or held
 * @property {string[]} clean  the stretches it held to their end, if nothing was felt in it
 * @property {Felt[]} [felt]  absent where an older pack tells of it
 * @property {Taken[]} taken
 * @property {[number, number]} length  of its log: events, ratings
 *
 * @typedef {{kind: "taken-back", at: string, zone: string, target: string, settled: boolean|null}} TakenBack
 * @typedef {{kind: "agreed", at: string, target: string, who?: string, on?: string, allowed?: string}} Agreed
 *
 * @typedef {object} Told  what is told later than in a session; `about` is the log it is told about
 * @property {"told"} kind
 * @property {string} at
 * @property {string} zone
 * @property {string} symptom  `hurts` where the person is not sure which
 * @property {string|null} stretch
 * @property {string|null} position
 * @property {string|null} side
 * @property {Then} then  what the stretch's rule takes for it
 * @property {string|null} about
 *
 * @typedef {TakenBack | Agreed | Told} Word  the person's word that a stretch may be tried again, or
 *   that the clinic agreed to it (the target may be "all"), or what was felt
 */

export const ALL = "all";
export const NEXT_MORNING = "next-morning";
export const AFTER_SESSION = "after-session";

const NEXT_DAY_MS = 8 * 60 * 60 * 1000; // a convention, see docs/conventions.md

const QUESTION = /^screening\./; // how the id of a question begins
const WORKED = new Set(["move", "hold"]);
const HELD_TO_ITS_END = new Set(["elapsed", "next"]);

/**
 * Replay a log through its machine and return the session it tells of.
 *
 * @param {Log} log
 * @param {Machine} machine
 * @returns {Session}
 * @throws {import("../session/path.js").Misfit} with the first event that does not fit
 */
export function sessionOf(log, machine) {
  const path = log.events.reduce((before, entry) => follow(machine, before, entry), begin(machine));
  const { visits } = path;
  const last = visits[visits.length - 1];
  const taken = taking(machine, path).map((visit) => takenAt(machine, visit));
  const finished = outcome(machine, path)?.kind === "finished";
  const isClean = finished && taken.length === 0 && !visits.some((visit) => symptomOf(visit));
  return {
    id: log.id,
    routine: log.routine,
    started: log.started,
    zone: log.zone,
    ended_ms: last.leftMs ?? last.enteredMs,
    finished,
    worked: visits.some(({ state }) => WORKED.has(machine.states[state].kind)),
    clean: isClean ? heldToTheirEnd(machine, visits) : [],
    felt: feltIn(machine, visits),
    taken,
    length: [log.events.length, log.ratings.length],
  };
}

/**
 * Return each session once, by time; a longer log replaces its own beginning.
 *
 * @param {Iterable<Session>} sessions
 * @returns {Session[]}
 */
export function inOrder(sessions) {
  /** @type {Map<string, Session>} */
  const longest = new Map();
  for (const session of sessions) {
    const known = longest.get(session.id);
    if (!known || isLonger(session, known)) longest.set(session.id, session);
  }
  return [...longest.values()].sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
}

/** @type {(session: Session) => number} */
export const startOf = (session) => Date.parse(session.started);

/**
 * Say whether an instant is the next day after another: a later calendar day, and some hours on.
 *
 * @param {number} since  ms since 1970
 * @param {number} at
 * @param {string} zone  of both days: neither midnight nor a flight makes a next day of a few minutes
 */
export function isNextDay(since, at, zone) {
  return at - since >= NEXT_DAY_MS && localDay(at, zone) > localDay(since, zone);
}

/**
 * Return the calendar day of an instant in a zone, such as `2026-03-01`.
 *
 * @param {number} instant  ms since 1970
 * @param {string} zone
 * @returns {string}
 */
export function localDay(instant, zone) {
  const parts = Object.fromEntries(
    calendarOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const calendars = new Map();

/** @param {string} zone */
function calendarOf(zone) {
  const known = calendars.get(zone);
  if (known) return known;
  const made = calendarIn(zone) ?? /** @type {Intl.DateTimeFormat} */ (calendarIn("UTC")); // which all know
  calendars.set(zone, made);
  return made;
}

/** Whether this browser knows a zone; days of one that it does not are counted as in UTC. @param {string} zone */
export const isZoneKnown = (zone) => calendarIn(zone) !== null;

/** None where this browser does not know the zone: a day then begins some hours off, as in Python. @param {string} zone */
function calendarIn(zone) {
  const parts = /** @type {const} */ ({ year: "numeric", month: "2-digit", day: "2-digit" });
  try {
    return new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", { timeZone: zone, ...parts });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

/** @type {(machine: Machine, visits: readonly Visit[]) => Felt[]} */
function feltIn(machine, visits) {
  return visits.flatMap((visit) => {
    const { stretch, position, side } = machine.states[visit.state];
    const symptom = symptomOf(visit);
    return symptom ? [{ at_ms: visit.enteredMs, symptom, stretch, position, side }] : [];
  });
}

/** @type {(visit: Visit) => string|null} */
function symptomOf({ enteredBy }) {
  return enteredBy !== null && SYMPTOM_EVENTS.includes(enteredBy) ? enteredBy : null;
}

/** @type {(machine: Machine, visit: Visit) => Taken} */
function takenAt(machine, visit) {
  const { stretch, position, side, then } = machine.states[visit.state];
  if (!then) throw new TypeError(`${visit.state} takes nothing`);
  const symptom = visit.enteredBy === HURTS ? HURTS : symptomOf(visit);
  return {
    at_ms: visit.enteredMs,
    then,
    symptom,
    stretch: stretch || then.leave_out || null,
    position,
    side,
    question: symptom ? null : questionOf(visit),
  };
}

/** The question whose answer led to a state; what is told as serious is a sign of an emergency. @type {(visit: Visit) => string} */
function questionOf({ state, enteredBy }) {
  return enteredBy === SERIOUS ? "emergency" : state.replace(QUESTION, "").split(".")[0];
}

/** @type {(machine: Machine, visits: readonly Visit[]) => string[]} */
function heldToTheirEnd(machine, visits) {
  const holds = visits.filter(
    ({ state, event }) => machine.states[state].kind === "hold" && event && HELD_TO_ITS_END.has(event),
  );
  const stretches = holds.map(({ state }) => machine.states[state].stretch);
  return [...new Set(stretches.filter((stretch) => stretch !== null))].sort();
}

/** @type {(session: Session, known: Session) => boolean} */
function isLonger({ length: [events, ratings] }, { length: [knownEvents, knownRatings] }) {
  return events > knownEvents || (events === knownEvents && ratings > knownRatings);
}
