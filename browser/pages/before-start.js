// @ts-check
/**
 * What a page does so that Start is there at once, and works with no server: when it has nothing else to
 * do it fetches what the player is made of, and keeps the pack on this device.
 */

import { openKeep } from "../store/keep.js";
import { askForPack, keepPack } from "../sync/pack-at-hand.js";

const AT_LATEST_MS = 2_000;
const MADE_OF = ["chime", "loudness", "sitting", "stage", "voice"]; // what `play.js` imports, and what that imports

/** Get ready for a session, once the page stands. */
export function prepare() {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(fetchAll, { timeout: AT_LATEST_MS });
  else setTimeout(fetchAll, AT_LATEST_MS);
}

async function fetchAll() {
  for (const name of MADE_OF) import(`../player/${name}.js`).catch(() => {}); // where the server went away just now
  const [keep, pack] = await Promise.all([openKeep(), askForPack()]);
  keepPack(keep, pack);
}
