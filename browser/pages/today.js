// @ts-check
/**
 * What Today needs a script for: what this device alone knows of (a session that was broken off here, what
 * the server has not heard of yet or would not take, what is another's or nobody's), and pictures that move. All else is the server's page.
 */

import { atMs } from "../session/log.js";
import { openKeep } from "../store/keep.js";
import { sendAll } from "../sync/send.js";
import { findOwner } from "../sync/unowned.js";
import { prepare } from "./before-start.js";
import { drawPictures } from "./pictures.js";

/**
 * @typedef {import("../store/keep.js").Keep} Keep
 * @typedef {import("../store/broken-off.js").BrokenOff} BrokenOff
 */

void drawPictures(".routine-card");
void lookAtThisDevice();
prepare();

async function lookAtThisDevice() {
  const keep = await openKeep();
  const [unowned] = await findOwner(keep);
  const open = await keep.openSession(); // before sending: it closes what can no longer be gone on with
  if ((await keep.unsent()).length && (await sendAll(keep)) !== "later") return location.reload();
  if (open) offerToGoOn(keep, open);
  if (unowned) askWhetherTheirs(keep, unowned);
  if (await keep.hasOthers()) show("here-others");
  tellRefused((await keep.refused()).map(({ refusal }) => refusal?.error ?? ""));
}

/** @type {(keep: Keep, open: BrokenOff) => void} */
function offerToGoOn(keep, open) {
  const note = part("here-broken-off");
  if (!note) return;
  note.hidden = false;
  document.querySelector(".choose .large")?.classList.remove("first");
  note.querySelector("button")?.addEventListener("click", async () => {
    await end(keep, open);
    await sendAll(keep);
    location.reload();
  });
}

/** Ask whether a session is this person's; the next one is asked for once this is answered. */
function askWhetherTheirs(/** @type {Keep} */ keep, /** @type {import("../session/log.js").Log} */ { id, started }) {
  const note = show("here-unowned");
  const told = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  note?.querySelector("time")?.replaceChildren(told.format(Date.parse(started)));
  for (const button of note?.querySelectorAll("button") ?? []) {
    button.addEventListener("click", async () => {
      await (button.value === "mine" ? keep.adopt(id) : keep.disown(id));
      location.reload();
    });
  }
}

/** Record that the person does not want to go on: it was stopped. @type {(keep: Keep, open: BrokenOff) => Promise<void>} */
async function end(keep, { log, course }) {
  const at = atMs(log, Date.now());
  const resumed = course.resume(at);
  const ended = resumed.isOver ? resumed : resumed.apply("stop", at);
  await keep.append(log.id, log.events.length, ended.entries.slice(log.events.length));
  await keep.close(log.id);
}

/** Say which sessions the server would not take, and why: what happened in them counts on this device only. */
function tellRefused(/** @type {string[]} */ reasons) {
  const note = part("here-refused");
  if (!note || !reasons.length) return;
  note.hidden = false;
  for (const reason of new Set(reasons))
    note.append(Object.assign(document.createElement("p"), { textContent: reason }));
}

/** @type {(name: string) => HTMLElement|null} */
function show(name) {
  const note = part(name);
  if (note) note.hidden = false;
  return note;
}

/** @type {(name: string) => HTMLElement|null} */
function part(name) {
  return document.getElementById(name);
}
