// @ts-check
/**
 * What every page does for the time with no server: it registers the service worker, sends what this
 * device still has to send, and says so where the page itself is an earlier copy.
 */

import { openKeep } from "../store/keep.js";
import { sendAll } from "../sync/send.js";
import { findOwner } from "../sync/unowned.js";

const KEPT_FOR_MS = 90 * 24 * 60 * 60 * 1000;
const isPlayer = location.pathname === "/play/";

showWhetherEarlier();
if ("serviceWorker" in navigator) void register();
if (!isPlayer) void sendWhatIsLeft();

async function register() {
  try {
    await navigator.serviceWorker.register("/service-worker.js", { updateViaCache: "none" });
  } catch {
    // with no worker (a private window, say) all works as long as the server runs
  }
}

/** The player sends by itself; with none open, any other page sends what a closed tab has left. */
async function sendWhatIsLeft() {
  try {
    const keep = await openKeep();
    await findOwner(keep);
    await sendAll(keep, { refused: true });
    await keep.tidy(new Date(Date.now() - KEPT_FOR_MS).toISOString());
  } catch {
    // the disk fails, or everything is being erased: what is left stays where it is, and the next page tries again
  }
}

function showWhetherEarlier() {
  const told = document.getElementById("earlier");
  if (told) told.hidden = !("earlier" in document.documentElement.dataset);
}
