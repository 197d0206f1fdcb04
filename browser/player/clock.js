// @ts-check
/**
 * The player's only time: milliseconds since the session began, and the alarm that wakes it up.
 *
 * Nothing else in the player reads a clock or keeps a timer for the session. What follows when a
 * time is up is no business of this file: that is `session/course.js`.
 */

/** The wall clock ran on by more than this between two looks, the other did not: the machine slept. */
const SLEPT_MS = 2_000;
const SECOND_MS = 1_000;
const HAIR_MS = 0.01; // what fractions lose when they are added: 5,999.999… is 6,000
const AT_ONCE_MS = 1; // a deadline that is here already still lets the page breathe

/** A clock that never goes back, and that counts while the computer sleeps. */
export class SessionClock {
  #start; // the monotonic time at which this clock would have shown 0, but for sleeps
  #slept = 0;
  #monotonic = performance.now();
  #wall = Date.now();

  /** @param {number} startMs what it shows first: above 0 where a session is gone on with */
  constructor(startMs = 0) {
    this.#start = this.#monotonic - startMs;
  }

  /**
   * Whole milliseconds since the session began, rounded down so that no deadline is met too early.
   *
   * @returns {number}
   */
  now() {
    return Math.floor(this.#passed() + HAIR_MS);
  }

  /**
   * How long it is until the clock shows `atMs`, not rounded; below 0 where that is over.
   *
   * @param {number} atMs
   * @returns {number}
   */
  msUntil(atMs) {
    return atMs - this.#passed();
  }

  /**
   * How much of the time so far the machine slept. A wall clock that is set forward looks the same;
   * so a player that sees this grow pauses, and nobody's hold is cut short.
   *
   * @returns {number}
   */
  get sleptMs() {
    return Math.floor(this.#slept);
  }

  /** Most browsers' `performance.now()` stands still in a sleep, some do not; both are right here. */
  #passed() {
    const monotonic = Math.max(this.#monotonic, performance.now());
    const wall = Date.now();
    const gap = wall - this.#wall - (monotonic - this.#monotonic);
    if (gap > SLEPT_MS) this.#slept += gap;
    this.#monotonic = monotonic;
    this.#wall = wall;
    return monotonic - this.#start + this.#slept;
  }
}

/**
 * Start the alarm. It rings at the deadline, at each whole second before it, once a second after it
 * until it is told the next one, and whenever the page comes back into sight or out of a freeze.
 *
 * Two timers run side by side, and the first that rings counts: a Worker's, which a hidden page's
 * throttling does not touch, and the page's own, for where the Worker could not be had.
 *
 * @param {() => void} onTick looks at the clock and does what is due; then calls `setDue` if that changed
 * @returns {{setDue: (msFromNow: number | null) => void, stop: () => void}}
 */
export function startTicker(onTick) {
  const worker = openWorker();
  const back = new AbortController();
  let due = /** @type {number | null} */ (null);
  let alarm = 0;
  let timer = 0;

  const arm = (/** @type {number} */ whenOver) => {
    alarm += 1;
    clearTimeout(timer);
    const wait = due === null ? null : untilRing(due - performance.now(), whenOver);
    if (wait !== null) timer = setTimeout(ring, wait, alarm);
    worker?.postMessage({ alarm, wait });
  };
  const ring = (/** @type {number} */ rung) => {
    if (rung !== alarm) return;
    arm(SECOND_MS);
    onTick();
  };
  const setDue = (/** @type {number | null} */ msFromNow) => {
    due = msFromNow === null ? null : performance.now() + msFromNow;
    arm(AT_ONCE_MS);
  };
  const stop = () => {
    back.abort();
    setDue(null);
    worker?.terminate();
  };

  worker?.addEventListener("message", ({ data }) => ring(data));
  for (const came of ["visibilitychange", "resume"]) {
    document.addEventListener(came, () => ring(alarm), { signal: back.signal });
  }
  return { setDue, stop };
}

/** How long to wait, so that rings fall on the deadline and on whole seconds before it. */
function untilRing(/** @type {number} */ left, /** @type {number} */ whenOver) {
  return left > 0 ? left % SECOND_MS || SECOND_MS : whenOver;
}

/** The Worker, or null where there is none; one that fails to load stays mute, and the page's timer rings. */
function openWorker() {
  try {
    return new Worker(new URL("ticker.js", import.meta.url));
  } catch {
    return null;
  }
}
