// @ts-check
/**
 * Leaving stretches out of a machine that is already compiled, with no routine at hand.
 *
 * The same few lines as in Python, so that a symptom restricts the next session even where no
 * server has seen it. Law: what is left is what would have been compiled without them.
 */

/**
 * @typedef {import("./model.js").Machine} Machine
 * @typedef {import("./model.js").State} State
 * @typedef {Record<string, State>} States
 */

/**
 * Return the machine without some stretches.
 *
 * Every edge into a left-out stretch's ready goes where its skip goes; what can no longer be
 * reached is dropped. Where no stretch is left, the machine is `closed`: one advice and an end.
 *
 * @param {Machine} machine
 * @param {Iterable<string>} leftOut  ids of stretches
 * @param {States} closed  the states of a closed routine, its start first
 * @returns {Machine}
 */
export function restrict(machine, leftOut, closed) {
  const left = new Set(leftOut);
  const options = { ...machine.options, without: [...new Set([...machine.options.without, ...left])].sort() };
  const reached = reachable(bypass(machine.states, left), machine.start);
  if (!Object.values(reached).some((state) => state.kind === "hold")) {
    return { ...machine, options, start: Object.keys(closed)[0], states: closed };
  }
  return { ...machine, options, states: reached };
}

/**
 * @param {States} states
 * @param {Set<string>} leftOut
 * @returns {States}
 */
function bypass(states, leftOut) {
  const isEntry = (/** @type {string} */ id) =>
    states[id].kind === "ready" && leftOut.has(/** @type {string} */ (states[id].stretch));
  const past = (/** @type {string} */ id) => {
    while (isEntry(id)) id = states[id].on.skip;
    return id;
  };
  return mapValues(states, (state) =>
    Object.values(state.on).some(isEntry) ? { ...state, on: mapValues(state.on, past) } : state,
  );
}

/**
 * @param {States} states
 * @param {string} start
 * @returns {States}
 */
function reachable(states, start) {
  const seen = new Set([start]);
  for (const id of seen) for (const target of Object.values(states[id].on)) seen.add(target);
  return Object.fromEntries(Object.entries(states).filter(([id]) => seen.has(id)));
}

/**
 * @template A, B
 * @param {Record<string, A>} record
 * @param {(value: A) => B} change
 * @returns {Record<string, B>}
 */
function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
