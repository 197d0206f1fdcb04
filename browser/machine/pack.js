// @ts-check
/**
 * Machines out of a pack: from the compact form that travels to the very machine that was compiled.
 *
 * How the compact form is made is told in docs/reference/pack.md. What else a pack holds (plans,
 * words, settings) is not read here.
 */

import { restrict } from "./restrict.js";

/**
 * @typedef {import("./model.js").Machine} Machine
 * @typedef {import("./model.js").State} State
 *
 * @typedef {object} CompactStates
 * @property {number[]} ids  where the ids stand in `shared`, each as the step from the one before
 * @property {number[]} states  the same for the states
 *
 * @typedef {CompactStates & {digest: string, options: Record<string, any>, start: number}} CompactMachine
 *
 * @typedef {object} Pack
 * @property {Record<string, Record<string, CompactMachine|string>>} machines
 * @property {CompactStates} closed
 * @property {any[]} shared
 */

const PARTS = ["cue", "figure", "high", "then", "outcome"]; // of a state, stored once in `shared`
const UNRATED = ".unrated";
// What every state says, and the compact form leaves out where there is nothing.
const LABELS = ["stretch", "position", "rung", "level", "side", "round", "repeat", "seconds", "figure"];
const EMPTY = Object.fromEntries(LABELS.map((label) => [label, null]));

/** A machine that was asked for and that the pack does not hold. */
export class NotInPack extends Error {
  /** @param {string} routine @param {string} key */
  constructor(routine, key) {
    super(`the pack holds no machine of ${routine} for ${key}`);
    this.name = "NotInPack";
  }
}

/**
 * Return under which key a pack holds the machine for some options: its level, and whether pain is asked.
 *
 * @param {Record<string, any>} options
 * @returns {string}
 */
export function keyOf({ level, rate }) {
  return rate === false ? `${level}${UNRATED}` : `${level}`;
}

/**
 * Return a machine of a pack, as it was compiled: the same canonical bytes, the same digest.
 *
 * @param {Pack} pack
 * @param {string} routine
 * @param {string|number} level  a key; see `keyOf`
 * @returns {Machine}
 * @throws {NotInPack}
 */
export function expand(pack, routine, level) {
  const levels = Object.hasOwn(pack.machines, routine) ? pack.machines[routine] : {};
  const { digest, options, start, ...states } = follow(levels, routine, String(level));
  return {
    format: "lissom-machine/1",
    routine,
    digest,
    options: { ...options, ...choicesOf(String(level)) },
    start: pack.shared[sums(states.ids)[start]],
    states: expandStates(pack.shared, states),
  };
}

/**
 * Return the states of a closed routine, as `restrict` asks for them.
 *
 * @param {Pack} pack
 * @returns {Record<string, State>}
 */
export function closedStates(pack) {
  return expandStates(pack.shared, pack.closed);
}

/**
 * Return the machine that a line of a plan is played as.
 *
 * Where the pack has it only with the question of pain, or only without, that one stands in.
 *
 * @param {Pack} pack
 * @param {{routine: string, options: Record<string, any>}} line
 * @returns {Machine}
 * @throws {NotInPack}
 */
export function machineOf(pack, { routine, options }) {
  const wanted = keyOf(options);
  const level = `${options.level}`;
  const key = [wanted, level, level + UNRATED].find((each) => Object.hasOwn(pack.machines[routine] ?? {}, each));
  return restrict(expand(pack, routine, key ?? wanted), options.without, closedStates(pack));
}

/**
 * What a key says of a machine's options, where another key's states stand in for it.
 *
 * @param {string} key
 */
function choicesOf(key) {
  return { level: Number.parseInt(key, 10), rate: !key.endsWith(UNRATED) };
}

/**
 * What has the same states is stored once: a text names the key under which they stand.
 *
 * @param {Record<string, CompactMachine|string>} levels
 * @param {string} routine
 * @param {string} key
 * @returns {CompactMachine}
 */
function follow(levels, routine, key) {
  const found = Object.hasOwn(levels, key) ? levels[key] : undefined;
  if (found === undefined) throw new NotInPack(routine, key);
  return typeof found === "string" ? follow(levels, routine, found) : found;
}

/**
 * @param {any[]} shared
 * @param {CompactStates} compact
 * @returns {Record<string, State>}
 */
function expandStates(shared, { ids, states }) {
  const names = sums(ids).map((index) => shared[index]);
  const bodies = sums(states).map((index) => shared[index]);
  return Object.fromEntries(names.map((name, here) => [name, expandState(shared, bodies[here], names, here)]));
}

/**
 * @param {any[]} shared
 * @param {Record<string, any>} body
 * @param {string[]} names
 * @param {number} here
 * @returns {State}
 */
function expandState(shared, body, names, here) {
  const parts = PARTS.filter((part) => Object.hasOwn(body, part)).map((part) => [part, shared[body[part]]]);
  const on = Object.entries(body.on).map(([event, steps]) => [event, names[here + steps]]);
  const state = { ...EMPTY, ...body, ...Object.fromEntries(parts), on: Object.fromEntries(on) };
  return /** @type {any} */ (state);
}

/**
 * Return the sums along the way: `[5, 1, 1]` is `[5, 6, 7]`.
 *
 * @param {number[]} steps
 * @returns {number[]}
 */
function sums(steps) {
  let sum = 0;
  return steps.map((step) => (sum += step));
}
