// @ts-check
/**
 * Whose record is open at the server now: what is sent goes to the record that it is of, and to no other
 * (docs/decisions/0032).
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
