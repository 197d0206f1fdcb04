// @ts-check
/**
 * The path of a session through its machine: one entry leads from one path to the next.
 *
 * The rules of time, of pausing and of going on, the same as in Python's `session/path.py`. A path
 * is a value: nothing here changes one.
 */

import { EventDoesNotFit, step } from "../machine/step.js";
import { CLOSED, MISTAKEN, PAUSE, RESUME } from "./log.js";

/**
 * @typedef {import("../machine/model.js").Machine} Machine
 * @typedef {import("../machine/model.js").Outcome} Outcome
 * @typedef {import("../machine/model.js").Then} Then
 * @typedef {import("./log.js").Entry} Entry
 *
 * @typedef {object} Visit  a state the session was in
 * @property {string} state
 * @property {number} enteredMs
 * @property {number} timerMs  when its timer began: a state that continues runs on from the one before
 * @property {number|null} leftMs
 * @property {string|null} event  what it was left by; null while it lasts
 * @property {string|null} enteredBy  what led to it; null at the start and where a session was gone on with
 *
 * @typedef {object} Path
 * @property {readonly Visit[]} visits  the last one lasts, or was paused or closed
 * @property {string} anchor  the last ready, switch or rest
 * @property {number} lastMs
 * @property {boolean} paused
 * @property {boolean} closed
 * @property {readonly string[]} takenBack  the answers that were taken back as wrong taps: see `slipOf`
 */

export const RESUME_WITHIN_MS = 10 * 60 * 1000; // a convention, see docs/conventions.md
export const ELAPSED = "elapsed";
export const SYMPTOM_EVENTS = Object.freeze(["pain", "numbness", "tingling", "dizziness"]);
export const HURTS = "hurts"; // something is wrong, and not yet said what
export const SERIOUS = "serious"; // a sign of an emergency, told where it is asked what hurts
export const WHICH = "which"; // the kind of the state that asks what it was that hurt
export const FITS_A_PAUSE = new Set([...SYMPTOM_EVENTS, HURTS, SERIOUS, "stop"]); // what a person may always say
export const MISTAKEN_WITHIN_MS = 10 * 60 * 1000; // a convention, see docs/conventions.md

const LETS_GO = new Set(["move", "hold"]); // a pause here means: let go
const ANCHORS = new Set(["ready", "switch", "rest"]); // and the session goes on from the last of these
const BEFORE_A_SLIP = new Set([...ANCHORS, "ask", "rate"]); // where a session goes on after a wrong tap
const NAMES_IT = new Set([...SYMPTOM_EVENTS, SERIOUS]); // what a `hurts` turns out to be

/** @type {Record<string, (here: string, due: number|null) => string>} */
const REASONS = {
  over: () => "the session is over",
  state: (here) => `the session is in ${here} then`,
  backwards: () => "it is earlier than the event before it",
  unknown: (here) => `${here} has no such event`,
  early: (here, due) => `${here} lasts until ${due} ms`,
  paused: () => "the session is paused",
  "too-late": () => "more than 10 minutes have passed, the session is to be closed",
  "too-soon": () => "less than 10 minutes have passed, the session may go on",
  "no-slip": (here) => `in ${here} there is no wrong tap to take back`,
  "late-slip": () => "more than 10 minutes have passed, a wrong tap can no longer be taken back",
  again: () => "this was taken back once before",
};

/** An event that does not fit where the session is. Nothing has changed. `reason` is a key of REASONS. */
export class Misfit extends EventDoesNotFit {
  /**
   * @param {string} reason
   * @param {Entry} entry
   * @param {string} here
   * @param {number|null} due
   */
  constructor(reason, entry, here, due = null) {
    super(entry.state, entry.event, []);
    this.name = "Misfit";
    this.message = `'${entry.event}' in ${entry.state} at ${entry.at_ms} ms: ${REASONS[reason](here, due)}`;
    this.reason = reason;
  }
}

/**
 * Return the path of a session that has just begun.
 *
 * @param {Machine} machine
 * @returns {Path}
 */
export function begin(machine) {
  return {
    visits: [visit(machine.start, 0, 0, null)],
    anchor: machine.start,
    lastMs: 0,
    paused: false,
    closed: false,
    takenBack: [],
  };
}

/**
 * Return the path after one more entry.
 *
 * @param {Machine} machine
 * @param {Path} path
 * @param {Entry} entry
 * @returns {Path}
 * @throws {Misfit} if the entry does not fit; the path stays what it was
 */
export function follow(machine, path, entry) {
  check(machine, path, entry);
  return (RULES.get(entry.event) ?? followMachine)(machine, path, entry);
}

/** @type {(path: Path) => Visit} */
export const hereOf = (path) => path.visits[path.visits.length - 1];

/**
 * Say whether the session has ended: at an end of its machine, or closed.
 *
 * @param {Machine} machine
 * @param {Path} path
 */
export function isOver(machine, path) {
  return path.closed || machine.states[hereOf(path).state].kind === "end";
}

/**
 * Return when the state's time is up, or null where it waits, is paused or is over.
 *
 * @param {Machine} machine
 * @param {Path} path
 * @returns {number|null}
 */
export function dueMs(machine, path) {
  const here = hereOf(path);
  const { seconds } = machine.states[here.state];
  if (seconds === null || path.paused || isOver(machine, path)) return null;
  return Math.max(here.timerMs + seconds * 1000, here.enteredMs);
}

/**
 * Return the state from which a paused session goes on.
 *
 * @param {Machine} machine
 * @param {Path} path
 * @returns {string}
 */
export function resumeState(machine, path) {
  const here = hereOf(path).state;
  return LETS_GO.has(machine.states[here].kind) ? path.anchor : here;
}

/**
 * Say whether a session may still go on, as far as time is concerned.
 *
 * @param {Path} path
 * @param {number} atMs
 */
export function mayResume(path, atMs) {
  return atMs - path.lastMs <= RESUME_WITHIN_MS;
}

/**
 * Return how the session ended, or null while it is open.
 *
 * A closed session ended where its own `stop` leads: after a symptom, at that symptom's end.
 *
 * @param {Machine} machine
 * @param {Path} path
 * @returns {Outcome|null}
 */
export function outcome(machine, path) {
  if (!isOver(machine, path)) return null;
  if (hereOf(path).event === MISTAKEN) return STOPPED;
  let here = machine.states[hereOf(path).state];
  if (path.closed && here.on.stop) here = machine.states[here.on.stop];
  while (here.kind !== "end" && here.on[ELAPSED]) here = machine.states[here.on[ELAPSED]];
  return here.outcome ?? STOPPED;
}

/** @type {Outcome} */
const STOPPED = {
  kind: "stopped",
  symptom: null,
  stretch: null,
  position: null,
  side: null,
  advice: null,
};

/**
 * Return what the session took from the person for now, each with its time.
 *
 * A state that was gone on from at itself after a pause counts once. What `hurts` took counts until it
 * was named, and what a wrong tap took, not at all.
 *
 * @param {Machine} machine
 * @param {Path} path
 * @returns {{atMs: number, then: Then}[]}
 */
export function thens(machine, path) {
  return taking(machine, path).flatMap(({ state, enteredMs }) => {
    const { then } = machine.states[state];
    return then ? [{ atMs: enteredMs, then }] : [];
  });
}

/**
 * Return the visits whose `then` counts, in order. Of a letting go and the question `which` after it, the
 * letting go is the one.
 *
 * @param {Machine} machine
 * @param {Path} path
 * @returns {Visit[]}
 */
export function taking(machine, path) {
  const back = withdrawn(path);
  const named = path.visits.findLastIndex(
    ({ event, enteredBy }) => event === MISTAKEN || NAMES_IT.has(enteredBy ?? ""),
  );
  return path.visits.filter((visit, index) => {
    const { kind, then } = machine.states[visit.state];
    const begins = path.visits[index - 1]?.state !== visit.state;
    const isNamed = visit.enteredBy === HURTS && index < named;
    const follows = kind === WHICH && visit.enteredBy !== HURTS;
    return then && begins && !(back.has(index) || isNamed || follows);
  });
}

/**
 * Return the places of the visits that were taken back as wrong taps, each with the pauses in it.
 *
 * @param {Path} path
 * @returns {Set<number>}
 */
export function withdrawn({ visits }) {
  /** @type {Set<number>} */
  const found = new Set();
  for (let index = visits.length - 1; index >= 0; index -= 1) {
    const goesOn = found.has(index + 1) && visits[index + 1].state === visits[index].state;
    if (visits[index].event === MISTAKEN || goesOn) found.add(index);
  }
  return found;
}

/**
 * Return what may be taken back here as a wrong tap, or null.
 *
 * It is named by the question that was answered; a `which`, and what is answered there, by `hurts`: that
 * is once a session.
 *
 * @param {Machine} machine
 * @param {Path} path
 * @returns {string|null}
 */
export function slipOf(machine, path) {
  const here = machine.states[hereOf(path).state];
  if (!here.slip || path.paused || isOver(machine, path)) return null;
  const { from } = entered(path);
  return here.kind === WHICH || machine.states[from].kind === WHICH ? HURTS : from;
}

/**
 * Return the state from which the session goes on after a wrong tap.
 *
 * After a stop it does not go on: it closes where it is.
 *
 * @param {Machine} machine
 * @param {Path} path
 * @returns {string}
 */
export function backTo(machine, path) {
  if (isAfterStop(path)) return hereOf(path).state;
  const before = path.visits.findLast(({ state }) => BEFORE_A_SLIP.has(machine.states[state].kind));
  return before?.state ?? machine.start;
}

/**
 * Say whether the answer that led here may be taken back as a wrong tap, at that time.
 *
 * @param {Machine} machine
 * @param {Path} path
 * @param {number} atMs
 */
export function mayBeMistaken(machine, path, atMs) {
  const slip = slipOf(machine, path);
  return slip !== null && !path.takenBack.includes(slip) && isInTime(path, atMs);
}

/** @type {(path: Path, atMs: number) => boolean} */
const isInTime = (path, atMs) => atMs - entered(path).atMs <= MISTAKEN_WITHIN_MS;

/**
 * Return when the present state was first entered, pauses in it aside, and from which state.
 *
 * @type {(path: Path) => {atMs: number, from: string}}
 */
function entered(path) {
  const here = hereOf(path).state;
  const before = path.visits.findLastIndex(({ state }) => state !== here);
  const first = path.visits[before + 1];
  return { atMs: first.enteredMs, from: before < 0 ? here : path.visits[before].state };
}

/** @type {(path: Path) => boolean} */
const isAfterStop = (path) => path.visits.some(({ enteredBy }) => enteredBy === "stop");

/** @type {(machine: Machine, path: Path, entry: Entry) => void} */
function check(machine, path, entry) {
  const here = hereOf(path).state;
  if (isOver(machine, path)) throw new Misfit("over", entry, here);
  const expected = GOES_ON.get(entry.event)?.(machine, path) ?? here;
  if (entry.state !== expected) throw new Misfit("state", entry, expected);
  if (entry.at_ms < path.lastMs) throw new Misfit("backwards", entry, here);
}

/** @type {Map<string, (machine: Machine, path: Path) => string>} */
const GOES_ON = new Map([
  [RESUME, resumeState],
  [MISTAKEN, backTo],
]);

/** @typedef {(machine: Machine, path: Path, entry: Entry) => Path} Rule */

/** @type {Rule} */
function pause(_machine, path, entry) {
  if (path.paused) throw new Misfit("paused", entry, hereOf(path).state);
  const visits = [...path.visits.slice(0, -1), left(path, entry.at_ms, entry.event)];
  return { ...path, visits, lastMs: entry.at_ms, paused: true };
}

/** @type {Rule} */
function resume(machine, path, entry) {
  if (!mayResume(path, entry.at_ms)) throw new Misfit("too-late", entry, hereOf(path).state);
  return enter(machine, path, left(path, path.lastMs, entry.event), visit(entry.state, entry.at_ms, entry.at_ms, null));
}

/**
 * A wrong tap: what it took is withdrawn, and the session goes on from before it.
 *
 * @type {Rule}
 */
function takeBack(machine, path, entry) {
  const here = hereOf(path);
  const slip = slipOf(machine, path);
  if (slip === null) throw new Misfit(path.paused ? "paused" : "no-slip", entry, here.state);
  if (!isInTime(path, entry.at_ms)) throw new Misfit("late-slip", entry, here.state);
  if (path.takenBack.includes(slip)) throw new Misfit("again", entry, here.state);
  const before = { ...here, leftMs: entry.at_ms, event: MISTAKEN };
  const noted = { ...path, takenBack: [...path.takenBack, slip] };
  if (isAfterStop(path)) {
    const visits = [...path.visits.slice(0, -1), before];
    return { ...noted, visits, lastMs: entry.at_ms, closed: true };
  }
  return enter(machine, noted, before, visit(entry.state, entry.at_ms, entry.at_ms, MISTAKEN));
}

/** @type {Rule} */
function close(_machine, path, entry) {
  if (mayResume(path, entry.at_ms)) throw new Misfit("too-soon", entry, hereOf(path).state);
  const visits = [...path.visits.slice(0, -1), left(path, path.lastMs, entry.event)];
  return { ...path, visits, lastMs: entry.at_ms, paused: false, closed: true };
}

/** @type {Rule} */
function followMachine(machine, path, entry) {
  const here = hereOf(path);
  const due = dueMs(machine, path);
  if (path.paused && !FITS_A_PAUSE.has(entry.event)) throw new Misfit("paused", entry, here.state);
  if (!Object.hasOwn(machine.states[here.state].on, entry.event)) throw new Misfit("unknown", entry, here.state);
  if (entry.event === ELAPSED && due !== null && entry.at_ms < due) throw new Misfit("early", entry, here.state, due);
  const target = step(machine, here.state, entry.event);
  const timerMs = machine.states[target].continues ? here.timerMs : entry.at_ms;
  const next = visit(target, entry.at_ms, timerMs, entry.event);
  return enter(machine, path, left(path, entry.at_ms, entry.event), next);
}

/** @type {Map<string, Rule>} */
const RULES = new Map([
  [PAUSE, pause],
  [RESUME, resume],
  [CLOSED, close],
  [MISTAKEN, takeBack],
]);

/**
 * Return the present visit, ended. A paused one was ended by its pause.
 *
 * Where a session is gone on with or closed without a pause, its page had died: the state is known
 * to have lasted no longer than until the last event, which is its own beginning.
 *
 * @type {(path: Path, atMs: number, event: string) => Visit}
 */
function left(path, atMs, event) {
  const here = hereOf(path);
  return path.paused ? here : { ...here, leftMs: atMs, event };
}

/** @type {(machine: Machine, path: Path, before: Visit, next: Visit) => Path} */
function enter(machine, path, before, next) {
  const anchor = ANCHORS.has(machine.states[next.state].kind) ? next.state : path.anchor;
  const visits = [...path.visits.slice(0, -1), before, next];
  return { ...path, visits, anchor, lastMs: next.enteredMs, paused: false };
}

/** @type {(state: string, enteredMs: number, timerMs: number, enteredBy: string|null) => Visit} */
function visit(state, enteredMs, timerMs, enteredBy) {
  return { state, enteredMs, timerMs, leftMs: null, event: null, enteredBy };
}
