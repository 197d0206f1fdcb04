// @ts-check
/**
 * The pack: asked for where a server answers, and kept on this device for a time with none.
 *
 * The service worker leaves it alone, so what was asked for here came from the server just now.
 */

import { within } from "./within.js";

/**
 * @typedef {import("./keep.js").Keep} Keep
 * @typedef {{pack: any, isFresh: boolean}} AtHand  `isFresh` says that the server answered just now
 */

const PACK = "/api/pack.json";
const NAME = "pack";
const SOON_MS = 2_000; // how long the server is waited for, where there is an earlier pack

/** Ask the server for the pack; null where none answers. @returns {Promise<any|null>} */
export async function askForPack() {
  try {
    const answer = await fetch(PACK);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** @type {(keep: Keep, pack: any) => Promise<boolean>} */
export const keepPack = (keep, pack) => keep.put(NAME, pack);

/**
 * Return what was asked for if it comes soon, else what is kept, else what was asked for after all.
 * What comes is kept; nobody waits for that.
 *
 * @param {Keep} keep
 * @param {Promise<any|null>} asked
 * @returns {Promise<AtHand>}
 */
export async function packAtHand(keep, asked) {
  const fresh = await within(SOON_MS, asked);
  if (fresh) return keeping(keep, fresh);
  const earlier = await keep.get(NAME);
  if (earlier) return { pack: earlier, isFresh: false };
  return keeping(keep, await asked);
}

/**
 * Ask for the pack anew and keep it; null where no server answers soon.
 *
 * @param {Keep} keep
 * @returns {Promise<any|null>}
 */
export async function renewPack(keep) {
  const made = await within(SOON_MS, askForPack());
  return made && keeping(keep, made).pack;
}

/** @type {(keep: Keep, pack: any) => AtHand} */
function keeping(keep, pack) {
  if (pack) void keepPack(keep, pack);
  return { pack, isFresh: pack !== null };
}
