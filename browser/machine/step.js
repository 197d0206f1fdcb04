// @ts-check
/** How a machine runs: one event leads from one state to the next, or is refused. */

/** @typedef {import("./model.js").Machine} Machine */

/** An event that the state does not list. Nothing has changed. */
export class EventDoesNotFit extends Error {
  /**
   * @param {string} state
   * @param {string} event
   * @param {string[]} fitting
   */
  constructor(state, event, fitting) {
    super(`'${event}' does not fit in ${state}; here fits: ${fitting.join(", ") || "nothing, it is an end"}`);
    this.name = "EventDoesNotFit";
    this.state = state;
    this.event = event;
    this.fitting = fitting;
  }
}

/**
 * Return the id of the state that an event leads to.
 *
 * @param {Machine} machine
 * @param {string} state
 * @param {string} event
 * @returns {string}
 * @throws {EventDoesNotFit} if the state does not list the event
 */
export function step(machine, state, event) {
  const { on } = machine.states[state];
  if (!Object.hasOwn(on, event)) throw new EventDoesNotFit(state, event, Object.keys(on).sort());
  return on[event];
}
