// @ts-check
/** The player's own words: flat texts by id, with names in braces to be filled in. What a session says is its machine's. */

/** @typedef {(id: string, told?: Record<string, string|number>) => string} Say */

/**
 * Return how to say a message. One that is missing shows its id: a test keeps that from happening.
 *
 * @param {Record<string, string>} words
 * @returns {Say & {has: (id: string) => boolean}}
 */
export function speaker(words) {
  const say = (/** @type {string} */ id, /** @type {Record<string, string|number>} */ told = {}) =>
    (words[id] ?? id).replace(/\{([a-z]+)\}/g, (whole, name) => String(told[name] ?? whole));
  return Object.assign(say, { has: (/** @type {string} */ id) => Object.hasOwn(words, id) });
}

/** A text, divided after each of its sentences. @param {string} text */
export const sentences = (text) =>
  text
    .trim()
    .split(/(?<=[.!?])\s+/)
    .filter(Boolean);
