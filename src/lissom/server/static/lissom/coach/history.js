// @ts-check
/**
 * What is looked back on: sessions, and the person's dated words.
 *
 * A session here is what a log came to when it was replayed through its machine, in the form in
 * which a pack tells of those that the server knows (`standing.sessions`): so both are one list.
 * Of Python's `coach/history.py` only what restricts and lifts is here.
 */

import { CLOSED, PAUSE } from "../session/log.js";
import { begin, follow, outcome, SYMPTOM_EVENTS } from "../session/path.js";

/**
 * @typedef {import("../machine/model.js").Machine} Machine
 * @typedef {import("../machine/model.js").State} State
 * @typedef {import("../machine/model.js").Then} Then
 * @typedef {import("../session/log.js").Log} Log
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
 * @typedef {object} Session
 * @property {string} id
 * @property {string} routine
 * @property {string} started
 * @property {string} zone
 * @property {number} ended_ms  the last thing known of it
 * @property {boolean} finished  whether it came to its own end
 * @property {boolean} worked  whether anything was moved or held
 * @property {string[]} clean  the stretches it held to their end, if nothing was felt in it
 * @property {Taken[]} taken
 * @property {[number, number]} length  of its log: events, ratings
 *
 * @typedef {{kind: "taken-back", at: string, zone: string, target: string, settled: boolean|null}} TakenBack
 * @typedef {{kind: "agreed", at: string, target: string}} Agreed
 * @typedef {TakenBack | Agreed} Word  the person's word that a stretch may be tried again, or that
 *   the clinic agreed to it; the target may be "all"
 *
 * @typedef {object} Moment  a visited state, and what it was entered and left by
 * @property {string} id
 * @property {State} state
 * @property {number} enteredMs
 * @property {string|null} enteredBy
 * @property {string|null} leftBy
 */

export const ALL = "all";
export const NEXT_MORNING = "next-morning";
export const AFTER_SESSION = "after-session";

const QUESTION = /^screening\./; // how the id of a question begins
const WORKED = new Set(["move", "hold"]);
const HELD_TO_ITS_END = new Set(["elapsed", "next"]);
const NO_VISIT = new Set([PAUSE, CLOSED]);

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
  const last = path.visits[path.visits.length - 1];
  const moments = momentsOf(log, machine, path.visits);
  const taken = takenIn(moments);
  const finished = outcome(machine, path)?.kind === "finished";
  const isClean = finished && taken.length === 0 && !moments.some((moment) => symptomOf(moment));
  return {
    id: log.id,
    routine: log.routine,
    started: log.started,
    zone: log.zone,
    ended_ms: last.leftMs ?? last.enteredMs,
    finished,
    worked: moments.some((moment) => WORKED.has(moment.state.kind)),
    clean: isClean ? heldToTheirEnd(moments) : [],
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
  const made = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  calendars.set(zone, made);
  return made;
}

/**
 * Every event of a log but a pause and a close leads to the next visit.
 *
 * @type {(log: Log, machine: Machine, visits: readonly import("../session/path.js").Visit[]) => Moment[]}
 */
function momentsOf(log, machine, visits) {
  const entering = log.events.map((entry) => entry.event).filter((event) => !NO_VISIT.has(event));
  return visits.map(({ state, enteredMs, event }, index) => ({
    id: state,
    state: machine.states[state],
    enteredMs,
    enteredBy: index ? entering[index - 1] : null,
    leftBy: event,
  }));
}

/** @type {(moment: Moment) => string|null} */
function symptomOf({ enteredBy }) {
  return enteredBy !== null && SYMPTOM_EVENTS.includes(enteredBy) ? enteredBy : null;
}

/**
 * What was taken; a state gone on from at itself counts once.
 *
 * @type {(moments: Moment[]) => Taken[]}
 */
function takenIn(moments) {
  return moments.flatMap((here, index) => {
    const { then, stretch, position, side } = here.state;
    if (!then || moments[index - 1]?.id === here.id) return [];
    const symptom = symptomOf(here);
    const question = symptom ? null : here.id.replace(QUESTION, "").split(".")[0];
    return [
      {
        at_ms: here.enteredMs,
        then,
        symptom,
        stretch: stretch || then.leave_out || null,
        position,
        side,
        question,
      },
    ];
  });
}

/** @type {(moments: Moment[]) => string[]} */
function heldToTheirEnd(moments) {
  const holds = moments.filter(
    ({ state, leftBy }) => state.kind === "hold" && leftBy && HELD_TO_ITS_END.has(leftBy),
  );
  const stretches = holds.map(({ state }) => state.stretch).filter((stretch) => stretch !== null);
  return [...new Set(stretches)].sort();
}

/** @type {(session: Session, known: Session) => boolean} */
function isLonger({ length: [events, ratings] }, { length: [knownEvents, knownRatings] }) {
  return events > knownEvents || (events === knownEvents && ratings > knownRatings);
}
