// @ts-check
/** What can be done at one moment of a session. Only what the state lists, or what the session itself allows. */

import { MISTAKEN } from "../session/log.js";
import { SYMPTOM_EVENTS } from "../session/path.js";

/**
 * @typedef {import("../machine/model.js").Machine} Machine
 * @typedef {import("../machine/model.js").State} State
 * @typedef {import("../session/course.js").Course} Course
 */

const PAUSABLE = new Set(["ready", "move", "hold", "release", "switch", "rest"]);
const OWN_RATING = new Set(["ok", "high"]); // these are said by a number
const ANSWERS = ["no", "yes"];
const RATINGS = Array.from({ length: 11 }, (_, value) => `rate ${value}`);

/** What the main act is, the first of these that is offered. An answer to a question never is. */
const MAIN = ["resume", "next", "close", "pause"];

/**
 * Return the commands that fit now: events of the machine, and the session's own.
 *
 * @param {Course} course
 * @param {number} now  on the session's clock
 * @returns {Set<string>}
 */
export function offered(course, now) {
  if (course.isOver) return new Set(["close"]);
  const events = course.events.filter((event) => event !== "elapsed");
  const slip = course.isSlip(now) ? [MISTAKEN] : [];
  const unsure = unsureOf(course.machine, course.state) ? ["unsure"] : [];
  return new Set([...events, ...unsure, ...slip, ...ownOf(course)].filter((each) => !isHidden(each, course)));
}

/**
 * @param {Set<string>} commands
 * @returns {string|undefined}
 */
export const mainOf = (commands) => MAIN.find((command) => commands.has(command));

/** Whether a pause fits: a letting go is not paused, and what waits needs none. @param {Course} course */
export function mayPause(course) {
  const { machine, state, isPaused, isOver } = course;
  return !isPaused && !isOver && PAUSABLE.has(state.kind) && state.seconds !== null && !isUrgent(machine, state);
}

/**
 * Say whether a state tells the person to let go of everything, or what to do after a symptom.
 *
 * @param {Machine} machine
 * @param {State} state
 */
export function isUrgent(machine, state) {
  if (state.kind === "release") return ["advise", "which", "end"].includes(machine.states[state.on.elapsed].kind);
  return state.kind === "advise";
}

/**
 * Return the state that lets go of everything where the body is loaded now, else null.
 *
 * It is where `stop` leads, unless that is an end.
 *
 * @param {Machine} machine
 * @param {State} state
 * @returns {State|null}
 */
export function lettingGo(machine, state) {
  const target = "stop" in state.on ? machine.states[state.on.stop] : null;
  return target?.kind === "release" && state.kind !== "release" ? target : null;
}

/**
 * Return the event of "not sure" in a question: its own where the state lists it, else the answer that leads to
 * an advice; undefined where there is none.
 *
 * @param {Machine} machine
 * @param {State} state
 * @returns {string|undefined}
 */
export function unsureOf(machine, state) {
  if (state.kind !== "ask") return undefined;
  if ("unsure" in state.on) return "unsure";
  return ANSWERS.find((answer) => answer in state.on && machine.states[state.on[answer]].kind === "advise");
}

/** Whether a state is a hold that the person may end [B7]. @param {State} state */
export const isOpen = (state) => state.kind === "hold" && "next" in state.on;

/** @param {string} event */
export const isSymptom = (event) => SYMPTOM_EVENTS.includes(event);

/** @type {(course: Course) => string[]} */
function ownOf(course) {
  if (course.isPaused) return ["resume"];
  if (course.state.kind === "rate") return RATINGS;
  return mayPause(course) ? ["pause"] : [];
}

/** @type {(command: string, course: Course) => boolean} */
const isHidden = (command, course) => course.state.kind === "rate" && OWN_RATING.has(command);
