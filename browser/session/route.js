// @ts-check
/** The route of a session: the states it passes if all goes as planned, and how far along it is. */

import { hereOf } from "./path.js";

/**
 * @typedef {import("../machine/model.js").Machine} Machine
 * @typedef {import("../machine/model.js").State} State
 * @typedef {import("./path.js").Path} Path
 *
 * @typedef {object} Count  the how-manieth of how many, both from 1; `number` is 0 before the first
 * @property {number} number
 * @property {number} of
 *
 * @typedef {object} Progress
 * @property {string|null} stretch
 * @property {string|null} side
 * @property {Count} stretches
 * @property {Count} rounds
 * @property {Count} repeats
 * @property {Count} holds
 */

// What leads on, the first that there is: the timer, the person's "next", a pain rating that is fine.
const LEADS_ON = ["elapsed", "next", "ok"];
const ANSWERS = ["no", "yes"]; // of a question, the one that does not lead to an advice
const OFF_THE_ROUTE = new Set(["advise", "end"]);

/**
 * Return the ids of the states from this one on, itself first, up to an end.
 *
 * The route is that of `elapsed` or `next`, of no offer taken, and of questions answered safely.
 *
 * @param {Machine} machine
 * @param {string} state
 * @returns {string[]}
 */
export function route(machine, state) {
  const passed = new Set();
  /** @type {string|null} */
  let following = state;
  while (following !== null && !passed.has(following)) {
    passed.add(following);
    following = followingOf(machine, machine.states[following]);
  }
  return [...passed];
}

/**
 * Return what makes two visits the same hold: its place, side, round and repeat, as one text.
 *
 * @param {State} state
 * @returns {string}
 */
export function holdKey({ stretch, position, side, round, repeat }) {
  return JSON.stringify([stretch, position, side, round, repeat]);
}

/**
 * Return the holds on the route from a state on, in order, each once.
 *
 * @param {Machine} machine
 * @param {string} state
 * @returns {string[]}
 */
export function plannedHolds(machine, state) {
  return holdsAmong(machine, route(machine, state));
}

/**
 * Return where in the routine a session is.
 *
 * @param {Machine} machine
 * @param {Path} path
 * @returns {Progress}
 */
export function progressAt(machine, path) {
  const id = hereOf(path).state;
  const here = machine.states[id];
  const begun = new Set(
    holdsAmong(
      machine,
      path.visits.map((visit) => visit.state),
    ),
  );
  const ahead = plannedHolds(machine, id).filter((hold) => !begun.has(hold));
  return {
    stretch: here.stretch,
    side: here.side,
    stretches: countStretch(machine, here),
    rounds: countLabel(machine, here, "round"),
    repeats: countLabel(machine, here, "repeat"),
    holds: { number: begun.size, of: begun.size + ahead.length },
  };
}

/** @type {(machine: Machine, ids: string[]) => string[]} */
function holdsAmong(machine, ids) {
  const holds = ids.map((id) => machine.states[id]).filter((state) => state.kind === "hold");
  return [...new Set(holds.map(holdKey))];
}

/** @type {(machine: Machine, state: State) => string|null} */
function followingOf(machine, { on }) {
  const leadsOn = LEADS_ON.find((event) => event in on);
  if (leadsOn) return on[leadsOn];
  const answers = ANSWERS.filter((event) => event in on);
  const safe = answers.find((event) => !OFF_THE_ROUTE.has(machine.states[on[event]].kind)) ?? answers[0];
  return safe ? on[safe] : null;
}

/** @type {(machine: Machine, here: State) => Count} */
function countStretch(machine, here) {
  const passed = route(machine, machine.start).map((id) => machine.states[id].stretch);
  const stretches = [...new Set(passed.filter(Boolean))];
  return { number: stretches.indexOf(here.stretch) + 1, of: stretches.length };
}

/** @type {(machine: Machine, here: State, label: "round"|"repeat") => Count} */
function countLabel(machine, here, label) {
  if (!here.stretch) return { number: here[label] ?? 0, of: 0 };
  const states = Object.values(machine.states).filter((state) => state.stretch === here.stretch);
  return { number: here[label] ?? 0, of: Math.max(...states.map((state) => state[label] ?? 0)) };
}
