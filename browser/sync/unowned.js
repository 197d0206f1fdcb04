// @ts-check
/**
 * Sessions that this device kept before there were ids of records: nothing in them says whose they are.
 *
 * The first record that knows a session has it. One that no server has ever heard of is asked about, and
 * until it is answered something may have been felt in it that nobody here knows of.
 */

import { askWhose } from "./whose.js";
import { within } from "./within.js";

/**
 * @typedef {import("../store/keep.js").Keep} Keep
 * @typedef {import("../session/log.js").Log} Log
 */

const SOON_MS = 2_000;
const AT_ONCE = 100; // sessions that a server looks for

/**
 * Give this record what it knows to be its own, and return the sessions of which the person is to be asked.
 *
 * @param {Keep} keep
 * @returns {Promise<Log[]>}
 */
export async function findOwner(keep) {
  const unowned = await keep.unowned();
  if (!unowned.length) return [];
  const open = await within(SOON_MS, askWhose(unowned.slice(0, AT_ONCE).map(({ id }) => id)));
  for (const id of open && keep.isOf(open.journals) ? open.knows : []) await keep.adopt(id);
  return (await keep.unowned()).filter(({ sent }) => !sent).map(({ log }) => log);
}
