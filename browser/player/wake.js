// @ts-check
/** Keeps the screen on while a session runs. Where a browser cannot, the session runs all the same. */

/**
 * Keep the screen on until released. A browser drops the lock when the page is hidden; it is taken
 * again when the page is back in sight.
 *
 * @returns {() => void} lets the screen go off again
 */
export function keepAwake() {
  let wanted = true;
  let lock = /** @type {WakeLockSentinel | null} */ (null);

  const take = async () => {
    if (!wanted || document.visibilityState !== "visible" || (lock && !lock.released)) return;
    try {
      lock = await navigator.wakeLock.request("screen");
    } catch {
      return; // missing, refused, or the battery is low
    }
    if (!wanted) drop();
  };
  const drop = () => {
    wanted = false;
    document.removeEventListener("visibilitychange", take);
    lock?.release().catch(() => {});
    lock = null;
  };

  document.addEventListener("visibilitychange", take);
  take();
  return drop;
}
