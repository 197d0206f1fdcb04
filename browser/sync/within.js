// @ts-check
/** Waiting no longer than one can: for a server or a disk, never for anything of a session's own time. */

/**
 * Return what a promise comes to, or null where it takes longer.
 *
 * @template T
 * @param {number} ms
 * @param {Promise<T>} promise
 * @returns {Promise<T|null>}
 */
export function within(ms, promise) {
  const late = new Promise((/** @type {(nothing: null) => void} */ resolve) => {
    AbortSignal.timeout(ms).addEventListener("abort", () => resolve(null));
  });
  return Promise.race([promise, late]);
}
