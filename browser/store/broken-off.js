// @ts-check
/**
 * Sessions of this device that did not come to their end: one may be gone on with, the others close.
 *
 * Only the device that played a session knows that it was broken off, so it is closed here and nowhere
 * else: as stopped, once it can no longer be gone on with.
 */

import { Course } from "../session/course.js";
import { atMs } from "../session/log.js";
import { mayResume } from "../session/path.js";
import { isPlayedElsewhere } from "./one-player.js";

/**
 * @typedef {import("./keep.js").Keep} Keep
 * @typedef {import("../session/log.js").Log} Log
 *
 * @typedef {{log: Log, machine: import("../machine/model.js").Machine, course: Course}} BrokenOff
 *   `course` is where it was broken off: `resume` is what comes next
 */

/**
 * Return the latest session that may be gone on with, or null. Those that may not are closed.
 *
 * Where another tab plays, none was broken off as far as this one can tell, and nothing is closed.
 *
 * @param {Keep} keep
 * @param {number} now  ms since 1970
 * @returns {Promise<BrokenOff|null>}
 */
export async function openSession(keep, now) {
  if (await isPlayedElsewhere()) return null;
  const open = (await keep.kept()).filter(({ over }) => !over).reverse();
  let latest = null;
  for (const { log } of open) {
    const found = await broken(keep, log, now);
    latest ??= found;
  }
  return latest;
}

/** @type {(keep: Keep, log: Log, now: number) => Promise<BrokenOff|null>} */
async function broken(keep, log, now) {
  const machine = await keep.machine(log.machine_digest);
  if (!machine) return null;
  const course = Course.goOn(machine, log.events);
  const at = atMs(log, now);
  if (!course.isOver && mayResume(course.path, at)) return { log, machine, course };
  if (!course.isOver) await keep.append(log.id, log.events.length, course.resume(at).entries.slice(log.events.length));
  await keep.close(log.id);
  return null;
}
