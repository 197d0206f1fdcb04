// @ts-check
/**
 * Sessions of this device that cannot be read, because their machine is gone from the disk, or nobody knows
 * whose they are: something may have been felt in them that is not known of. What closes for it is the
 * sitting's affair.
 */

import { machineDigest } from "../machine/canonical.js";
import { machineOf } from "../machine/pack.js";
import { isUnsent } from "../store/keep.js";
import { findOwner } from "./unowned.js";

/**
 * @typedef {import("../store/keep.js").Keep} Keep
 * @typedef {import("../session/log.js").Log} Log
 */

/**
 * Say whether there is one, after those were mended whose machine the pack still makes.
 *
 * A server that has all of a log has replayed it, and its pack of just now counts it.
 *
 * @param {Keep} keep
 * @param {{pack: any, isFresh: boolean}} atHand
 * @returns {Promise<boolean>}
 */
export async function isOneUnread(keep, { pack, isFresh }) {
  if ((await findOwner(keep)).length) return true;
  for (const kept of await keep.kept()) {
    const isKnown = (isFresh && !isUnsent(kept)) || (await keep.machine(kept.log.machine_digest)) !== null;
    if (!isKnown && !(await mend(keep, kept.log, pack))) return true;
  }
  return false;
}

/** @type {(keep: Keep, log: Log, pack: any) => Promise<boolean>} */
async function mend(keep, log, pack) {
  const machine = makeAgain(log, pack);
  if (!machine || (await machineDigest(machine)) !== log.machine_digest) return false;
  await keep.begin(log, machine);
  await keep.refuse(log.id, null);
  return true;
}

/** @type {(log: Log, pack: any) => import("../machine/model.js").Machine|null} */
function makeAgain({ routine, options }, pack) {
  try {
    return machineOf(pack, { routine, options });
  } catch {
    return null; // the pack has no such machine any more
  }
}
