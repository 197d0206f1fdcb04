// @ts-check
/**
 * The pack: asked for where a server answers, and kept on this device for a time with none.
 *
 * The service worker leaves it alone, so what was asked for here came from the server just now.
 */

import { askWhose } from "./whose.js";
import { within } from "./within.js";

/**
 * @typedef {import("../store/keep.js").Keep} Keep
 * @typedef {{pack: any, isFresh: boolean}} AtHand  `isFresh` says that the server answered just now
 */

const PACK = "/api/pack.json";
const NAME = "pack";
const SOON_MS = 2_000; // how long the server is waited for, where there is an earlier pack
const ASKING_MS = 20_000; // how long where the earlier one can go no further without it
const WHOSE_MS = 1_000; // a server that has much to do says at least whose it is

/** Ask the server for the pack; null where none answers. @returns {Promise<any|null>} */
export async function askForPack() {
  try {
    const answer = await fetch(PACK);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** Keep a pack, if it is of this record. @type {(keep: Keep, pack: any) => void} */
export function keepPack(keep, pack) {
  if (pack && keep.isOf(pack.journals)) void keep.put(NAME, pack);
}

/**
 * Return what was asked for if it comes soon, else what is kept, else what was asked for after all.
 * What comes is kept; nobody waits for that. It may be of another record than what is kept here.
 *
 * @param {Keep} keep
 * @param {Promise<any|null>} asked
 * @returns {Promise<AtHand>}
 */
export async function packAtHand(keep, asked) {
  const fresh = await within(SOON_MS, asked);
  if (fresh) return keeping(keep, fresh);
  const earlier = await keep.get(NAME);
  if (!earlier || (await isAnothers(keep))) return keeping(keep, await asked);
  const late = asksFirst(earlier) ? await within(ASKING_MS, asked) : null;
  return late ? keeping(keep, late) : { pack: earlier, isFresh: false };
}

/** Whether a pack was made before the health list was gone through, which only the server can ask. @param {any} pack */
function asksFirst({ plans }) {
  return Object.values(plans ?? {}).some(({ asks_first }) => asks_first);
}

/**
 * Ask for the pack anew and keep it; null where no server of this record answers soon.
 *
 * @param {Keep} keep
 * @returns {Promise<any|null>}
 */
export async function renewPack(keep) {
  const made = await within(SOON_MS, askForPack());
  return made && keep.isOf(made.journals) ? keeping(keep, made).pack : null;
}

/** Whether another's record is open at the server that has not answered yet. @param {Keep} keep */
async function isAnothers(keep) {
  const open = await within(WHOSE_MS, askWhose());
  return open !== null && !keep.isOf(open.journals);
}

/** @type {(keep: Keep, pack: any) => AtHand} */
function keeping(keep, pack) {
  keepPack(keep, pack);
  return { pack, isFresh: pack !== null };
}
