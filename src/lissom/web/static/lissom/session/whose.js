// @ts-check
/**
 * Whose record is open: at the server now, and on this page.
 *
 * Two people may serve theirs at one address, one after the other, and a browser keeps by address. So what
 * it keeps and sends carries the id of its record and goes only there (docs/decisions/0032).
 */

const ADDRESS = "/api/journal.json"; // every answer to it brings the cookie that a post needs

/** The header in which a post says for whose record it is. */
export const HEADER = "Lissom-Journal";

/** @typedef {{journals: string[], knows: string[]}} Whose  the ids that the record open at the server answers to */

/**
 * Ask the server whose record is open there, and which of these sessions it knows; null where none answers.
 *
 * @param {string[]} [sessions]
 * @returns {Promise<Whose|null>}
 */
export async function askWhose(sessions = []) {
  const asked = new URLSearchParams(sessions.map((id) => ["session", id]));
  try {
    const answer = await fetch(`${ADDRESS}?${asked}`, { cache: "no-store" });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** Return the ids of the record that this page shows, or showed when it was kept. @returns {string[]} */
export const journalsOfPage = () => idsIn(document.documentElement.dataset.journals);

/** @type {(text: string|undefined) => string[]} */
export const idsIn = (text) => (text ?? "").split(" ").filter(Boolean);
