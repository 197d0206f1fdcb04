// @ts-check
/**
 * What the tests ask of the player's core, many questions at once.
 *
 * Machines are large and used often: each is handed over once, and named by its number afterwards.
 */

import { linesUnder, sessionOf, standing } from "../../browser/coach/standing.js";
import { askingOf } from "../../browser/coach/telling.js";
import { canonical, machineDigest } from "../../browser/machine/canonical.js";
import { closedStates, expand, machineOf, NotInPack } from "../../browser/machine/pack.js";
import { restrict } from "../../browser/machine/restrict.js";
import { EventDoesNotFit, step } from "../../browser/machine/step.js";
import { Course } from "../../browser/session/course.js";
import { Misfit, thens } from "../../browser/session/path.js";
import { route } from "../../browser/session/route.js";
import * as logs from "../../browser/session/log.js";

/** @type {any[]} */
const machines = [];

/** Take a machine over and return its number. */
export const keep = (/** @type {string} */ text) => machines.push(JSON.parse(text)) - 1;

/** Return the states that events lead through, and the first that was refused. */
export function walk({ machine: number, events }) {
  const machine = machines[number];
  const states = [machine.start];
  for (const event of events) {
    try {
      states.push(step(machine, states.at(-1), event));
    } catch (error) {
      if (!(error instanceof EventDoesNotFit)) throw error;
      return { states, error: { event: error.event, state: error.state }, fitting: error.fitting };
    }
  }
  return { states, error: null, fitting: null };
}

/** Return what is left of a machine: how it starts, its tables, its bytes' digest and, if asked, the bytes. */
export async function leaveOut({ machine: number, left_out: leftOut, closed, whole }) {
  const machine = restrict(machines[number], leftOut, closed);
  const on = Object.fromEntries(Object.entries(machine.states).map(([id, state]) => [id, state.on]));
  return {
    start: machine.start,
    without: machine.options.without,
    digest: await machineDigest(machine),
    ...(whole ? { states: on, canonical: canonical(machine) } : {}),
  };
}

/** Return a JSON text in its canonical spelling, or null where that is refused. */
export function spell(/** @type {string} */ text) {
  try {
    return canonical(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return null;
  }
}

/** Play acts, and return where each leads: what a course shows of itself, or why it was refused. */
export function play({ machine: number, acts, sleep_ms: sleepMs }) {
  const machine = machines[number];
  let course = Course.begin(machine, { sleepMs });
  const seen = [tell(course, 0)];
  for (const act of acts) {
    const known = course.entries.length;
    try {
      course = DOING[act.do](course, act);
      seen.push(tell(course, known));
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      seen.push({ misfit: error.reason });
    }
  }
  return {
    seen,
    thens: thens(machine, course.path).map(({ atMs, then }) => [atMs, then]),
    progress: course.progress,
    coming: course.coming,
    visited: course.visited.map((v) => [v.state, v.enteredMs, v.timerMs, v.leftMs, v.event, v.enteredBy]),
  };
}

/** @type {Record<string, (course: Course, act: any) => Course>} */
const DOING = {
  apply: (course, { event, at_ms }) => course.apply(event, at_ms),
  wake: (course, { at_ms, awake_ms }) => course.wake(at_ms, awake_ms ?? null),
  pause: (course, { at_ms }) => course.pause(at_ms),
  resume: (course, { at_ms }) => course.resume(at_ms),
  take_back: (course, { at_ms }) => course.takeBack(at_ms),
  "go-on": (course, { sleep_ms: sleepMs }) => Course.goOn(course.machine, course.entries, { sleepMs }),
};

/** @type {(course: Course, known: number) => any} */
function tell(course, known) {
  return {
    state: course.stateId,
    timer_ms: course.timerMs,
    due_ms: course.dueMs,
    paused: course.isPaused,
    over: course.isOver,
    outcome: course.outcome,
    resume_state: course.resumeState,
    events: course.events,
    added: course.entries.slice(known),
  };
}

/** Return the states a session passes if all goes as planned. */
export const passes = ({ machine, state }) => route(machines[machine], state);

/** Return what a log came to. */
export const look = ({ machine, log }) => sessionOf(log, machines[machine]);

/** Return what is to be asked about a log, or null. */
export const asking = ({ machine, log, words, now }) => askingOf(log, machines[machine], words, Date.parse(now));

/** Return where a person stands. */
export const stand = ({ sessions, entries, now, zone = "UTC", neck = [] }) =>
  standing(sessions, entries, Date.parse(now), { zone, neck });

/** Return a plan's lines under where a person stands. */
export const lessen = ({ plan, sessions, entries, now: moment, zone, neck = [] }) => {
  const now = Date.parse(moment);
  return linesUnder(plan, standing(sessions, entries, now, { zone, neck }), { now, zone });
};

/** Take a pack over; return the digest of each of its machines, in the pack's order. */
export async function unpack(/** @type {string} */ text) {
  const pack = JSON.parse(text);
  const found = Object.entries(pack.machines).flatMap(([routine, levels]) =>
    Object.keys(levels).map((key) => [routine, key, expand(pack, routine, key)]),
  );
  const digests = found.map(async ([routine, key, machine]) => [routine, key, await machineDigest(machine)]);
  return { machines: await Promise.all(digests), closed: Object.entries(closedStates(pack)) };
}

/** Return the words in which a pack says that it lacks a machine. */
export function missing({ pack, routine, level }) {
  try {
    return expand(pack, routine, level).routine;
  } catch (error) {
    if (!(error instanceof NotInPack)) throw error;
    return error.message;
  }
}

/** Return the digests of the machines that lines of a plan are played as. */
export const digestsOf = ({ pack, lines }) =>
  Promise.all(lines.map((/** @type {any} */ line) => machineDigest(machineOf(pack, line))));

/** Return a log that was just begun, and one that grew. */
export function log({ machine, digest, zone, now, at, values }) {
  const begun = logs.newLog(machines[machine], digest, zone, now);
  const entries = at.map((/** @type {number} */ ms) => logs.entry(ms, "here", "next"));
  const ratings = values.map((/** @type {number} */ value) => logs.rating("before", 0, value));
  return { begun, grown: logs.withRatings(logs.withEntries(begun, ...entries), ...ratings) };
}

/** Return ids made at given times. */
export const ids = (/** @type {number[]} */ times) => times.map((now) => logs.uuid7(now));

/** Return the words of the refusal that a call ends in, or null. */
export function refusal({ name, args }) {
  try {
    logs[name](...args);
    return null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message;
  }
}

/** Return a moment of the calendar as a time of a session. */
export const atMs = ({ log, moment }) => logs.atMs(log, moment);
