// @ts-check
/** Erasing all that Lissom has on this device: what it keeps, its copies of pages, and its worker. */

import { deleteDatabase } from "./database.js";

/**
 * Erase everything on this device. What only this device had is gone then; nothing on the server is.
 *
 * @param {import("./keep.js").Keep} [keep]  where this page has it open
 * @returns {Promise<void>}
 */
export async function forget(keep) {
  keep?.shut();
  await deleteDatabase();
  if (globalThis.caches) {
    const ours = (await caches.keys()).filter((name) => name.startsWith("lissom-"));
    await Promise.all(ours.map((name) => caches.delete(name)));
  }
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(registrations.map((registration) => registration.unregister()));
  localStorage.clear();
  sessionStorage.clear();
}
