// @ts-check
/**
 * One player at a time: what hurts in one session must stop the other [decision 0017].
 *
 * Among the tabs of this browser a lock tells, which a tab that dies lets go of. Where a browser has no
 * such locks, every tab may play, and `keep` refuses the second tab's events.
 */

const LOCK = "lissom-player";

let isMine = false;

/**
 * Take the one player's place for this tab, for as long as it lives or until it is given back.
 *
 * @returns {Promise<(() => void)|null>} what gives it back, or null where another tab plays
 */
export function takePlace() {
  if (!navigator.locks) return Promise.resolve(() => {});
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(null);
      isMine = true;
      return new Promise((/** @type {(value?: unknown) => void} */ giveBack) => {
        resolve(() => {
          isMine = false;
          giveBack();
        });
      });
    });
    held.catch(reject);
  });
}

/**
 * Say whether another tab of this browser plays right now.
 *
 * @returns {Promise<boolean>}
 */
export async function isPlayedElsewhere() {
  if (isMine || !navigator.locks) return false;
  const { held } = await navigator.locks.query();
  return (held ?? []).some(({ name }) => name === LOCK);
}
