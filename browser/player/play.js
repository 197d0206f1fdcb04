// @ts-check
/** The player's page: what is needed is fetched, or taken from this device where no server answers, and a sitting begins. */

import { isZoneKnown } from "../coach/history.js";
import { localDay } from "../coach/standing.js";
import { openKeep } from "../store/keep.js";
import { takePlace } from "../store/one-player.js";
import { askForPack, packAtHand, renewPack } from "../sync/pack-at-hand.js";
import { keepSending } from "../sync/send.js";
import { within } from "../sync/within.js";
import { Chimes } from "./chime.js";
import { Loudness } from "./loudness.js";
import { showPage } from "./page.js";
import { Sitting } from "./sitting.js";
import { Stage } from "./stage.js";
import { Voice } from "./voice.js";
import { speaker } from "./words.js";

const USUAL_LEVEL = 60; // of a hundred
const USUAL_PLAN = "today";
const IDLE_MS = 3_000; // at the latest so long after the first state
const SENDING_MS = 2_000; // how long a new plan waits for what is sent before it

const root = /** @type {HTMLElement} */ (document.getElementById("player"));
whenShown(() => import("../pages/register.js").catch(() => {})); // what is installed waits for what is shown
if (cameFromAnotherSite()) location.replace("/");
else open();

/** The server sends such a link to Today; where this device has the page from before, nobody asks the server. */
function cameFromAnotherSite() {
  return document.referrer !== "" && new URL(document.referrer).origin !== location.origin;
}

async function open() {
  const asked = askForPack();
  const figures = fetchJson("/api/figures.json");
  const [words, keepOfPage] = await Promise.all([fetchJson("/api/words.json"), openKeep()]);
  const { pack, isFresh } = await packAtHand(keepOfPage, asked);
  const keep = !pack || keepOfPage.isOf(pack.journals) ? keepOfPage : await openKeep(pack.journals); // the page was kept of another's
  const say = speaker(words?.words ?? {});
  if (!words || !pack) return showLoadFault(say);
  const place = await takePlace();
  if (!place) return showElsewhere(say);
  try {
    if (isFresh && (await isPlayedByAnother(pack, keep))) await showElsewhere(say);
    else await sit(say, { pack, isFresh }, figures, keep);
  } catch (error) {
    await showFault(say, error);
  } finally {
    place();
  }
}

/** Whether the server hears of a session that is none of this browser's: the terminal plays it, or another device. */
async function isPlayedByAnother(/** @type {any} */ { playing }, /** @type {import("../store/keep.js").Keep} */ keep) {
  if (!playing.length) return false;
  const mine = new Set((await keep.logs()).map(({ id }) => id));
  return playing.some((/** @type {string} */ id) => !mine.has(id));
}

/** @type {(say: ReturnType<typeof speaker>, atHand: import("../sync/pack-at-hand.js").AtHand, figures: Promise<any>, keep: import("../store/keep.js").Keep) => Promise<void>} */
async function sit(say, { pack, isFresh }, figures, keep) {
  const sending = keepSending(keep);
  const notice = [noticeOf(say, pack), await noticeOfZones(say, pack, keep)].filter(Boolean).join(" ");
  const stage = new Stage(root, { say, keep, figures, sending, notice, zone: pack.zone, loudness: makeLoudness(pack) });
  const renew = async () => {
    await within(SENDING_MS, sending.now());
    return renewPack(keep);
  };
  await new Sitting(stage, { pack, isFresh, plan: planOf(pack), keep, renew, now: Date.now }).run();
}

/** What is to be told of a plan that was made on an earlier day. @type {(say: ReturnType<typeof speaker>, pack: any) => string} */
function noticeOf(say, { day, zone, language }) {
  if (day === localDay(Date.now(), zone)) return "";
  const told = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return say("player-plan-of", { day: told.format(Date.parse(day)) });
}

/**
 * What is to be told of zones that this browser does not know, so that its days begin some hours off.
 *
 * @type {(say: ReturnType<typeof speaker>, pack: any, keep: import("../store/keep.js").Keep) => Promise<string>}
 */
async function noticeOfZones(say, { zone, standing }, keep) {
  const lived = [
    ...standing.sessions,
    ...standing.entries,
    ...(await keep.logs()),
    ...(await keep.words()).map(({ word }) => word),
  ];
  const unknown = new Set([zone, ...lived.map((each) => each.zone)].filter((each) => each && !isZoneKnown(each)));
  return unknown.size ? say("player-zone", { zones: [...unknown].sort().join(", ") }) : "";
}

/** @param {any} pack */
function planOf(pack) {
  const asked = new URLSearchParams(location.search);
  const routine = asked.get("routine");
  const key = routine ? `only:${routine}` : (asked.get("portion") ?? USUAL_PLAN);
  return key in pack.plans ? key : USUAL_PLAN;
}

/** @param {any} pack */
function makeLoudness({ voice, language }) {
  const level = voice.volume ?? USUAL_LEVEL;
  const speaking = new Voice({ lang: language, rate: voice.rate, volume: level / 100 });
  return new Loudness(speaking, new Chimes(), { voice: voice.on && !voice.chimes_only, level });
}

/** @type {(address: string) => Promise<any|null>} */
async function fetchJson(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // no server; what is on this device must do
  }
}

/** @param {ReturnType<typeof speaker>} say */
async function showElsewhere(say) {
  const again = { id: "again", label: say("player-elsewhere-again") };
  const today = { id: "today", label: say("player-end-today"), href: "/" };
  await showPage(root, {
    kind: "elsewhere",
    tone: "calm",
    title: say("player-elsewhere-title"),
    words: [say("player-elsewhere-words")],
    choices: [again, today],
  });
  location.reload();
}

/** @param {ReturnType<typeof speaker>} say */
async function showLoadFault(say) {
  if (!say.has("player-load-title")) return root.classList.add("unopened"); // not even its words: the page has its own
  await showPage(root, {
    kind: "fault",
    tone: "calm",
    title: say("player-load-title"),
    words: [say("player-load-words")],
    choices: [{ id: "again", label: say("player-load-again") }],
  });
  location.reload();
}

/** @type {(say: ReturnType<typeof speaker>, error: unknown) => Promise<void>} */
async function showFault(say, error) {
  console.error(error);
  const today = { id: "today", label: say("player-end-today"), href: "/" };
  await showPage(root, {
    kind: "fault",
    tone: "urgent",
    title: say("player-fault-title"),
    words: [say("player-fault-words")],
    choices: [today],
  });
}

/** Call something once the player stands and the browser has nothing better to do. @param {() => void} act */
function whenShown(act) {
  const observer = new MutationObserver(() => {
    observer.disconnect();
    if ("requestIdleCallback" in globalThis) requestIdleCallback(act, { timeout: IDLE_MS });
    else setTimeout(act, IDLE_MS);
  });
  observer.observe(root, { attributeFilter: ["data-kind"] });
}
