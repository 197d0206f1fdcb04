// @ts-check
/** Erasing all that Lissom has on this device: what it keeps, its copies of pages, and its worker. */

import { deleteDatabase } from "./database.js";
import { journalsOfPage } from "./journals.js";
import { openKeep } from "./keep.js";

/**
 * Erase everything of a record on this device. What only this device had is gone then; nothing on the
 * server is. What waits here for another person's record stays.
 *
 * @param {string[]} journals
 * @returns {Promise<void>}
 */
export async function forget(journals = journalsOfPage()) {
  const keep = await openKeep(journals);
  const isEmpty = await keep.erase(journals);
  keep.shut();
  if (isEmpty) await deleteDatabase();
  if (globalThis.caches) {
    const ours = (await caches.keys()).filter((name) => name.startsWith("lissom-"));
    await Promise.all(ours.map((name) => caches.delete(name)));
  }
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(registrations.map((registration) => registration.unregister()));
  localStorage.clear();
  sessionStorage.clear();
}
