// @ts-check
/**
 * The ids of the record that a page shows.
 *
 * Two people may serve theirs at one address, one after the other, and a browser keeps by address. So what
 * it keeps and sends carries the id of its record and goes only there (docs/decisions/0032).
 */

/** Return the ids of the record that this page shows, or showed when it was kept. @returns {string[]} */
export const journalsOfPage = () => idsIn(document.documentElement.dataset.journals);

/** @type {(text: string|undefined) => string[]} */
export const idsIn = (text) => (text ?? "").split(" ").filter(Boolean);
