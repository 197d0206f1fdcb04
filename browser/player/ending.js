// @ts-check
/**
 * The last page of a sitting: what was done, in facts and no praise, what to heed, and where to go from here.
 */

import { holdKey } from "../session/route.js";
import { tellAdvice } from "./advice.js";
import { inDigits } from "./dial.js";
import { make } from "./elements.js";
import { isSymptom } from "./offered.js";
import { sentences } from "./words.js";

/**
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./page.js").Choice} Choice
 * @typedef {import("./player.js").Played} Played
 * @typedef {import("./sitting.js").Done} Done
 * @typedef {import("./words.js").Say} Say
 */

const CONTACT = new Set(["screened", "symptom", "emergency"]);
const ENDS_A_HOLD = new Set(["elapsed", "next"]); // anything else broke it off

/**
 * @param {{say: Say, keep: import("../store/keep.js").Keep}} props
 * @param {Done[]} done
 * @param {Played|null} last  the session whose advice is to be read once more
 * @returns {Promise<Page>}
 */
export async function endPage({ say, keep }, done, last) {
  const outcome = last?.course.outcome ?? null;
  const isUnwell = CONTACT.has(outcome?.kind ?? "");
  const isUrgent = outcome?.kind === "emergency";
  const advice = isUnwell ? sentences(outcome?.advice ?? "") : []; // any other end was read already
  const number = isUnwell ? (last?.course.machine.options.emergency ?? "") : "";
  const isLost = done.some(({ played }) => played.unsaved.length > 0) || !keep.isSaved;
  const facts = done.filter(({ played }) => held(played).seconds > 0).map((each) => factsOf(say, each));
  const kept = say((await keep.unsent()).length ? "player-end-waits" : "player-end-saved");
  return {
    kind: "finish",
    tone: isUrgent ? "urgent" : "end",
    title: say(isUnwell ? "player-end-symptom" : "player-end-title"),
    words: [
      ...(isLost ? [make("p", { class: "note warn" }, say("player-unsaved-end"))] : []),
      ...(isUnwell ? [] : facts),
      ...(advice.length ? [make("section", { class: "advice" }, ...tellAdvice(say, advice, number, isUrgent))] : []),
      ...(isUnwell ? facts : []),
      ...(isLost ? [] : [make("p", { class: "quiet" }, kept)]),
    ],
    choices: choicesOf(say, isUnwell),
  };
}

/** @type {(say: Say, done: Done) => HTMLElement} */
function factsOf(say, { title, played }) {
  const { count, seconds } = held(played);
  const { machine } = played.course;
  const felt = new Set(
    played.entries
      .filter(({ event }) => isSymptom(event))
      .map(({ event, state }) => {
        const { side } = machine.states[machine.states[state].on[event]];
        return say(`player-${event}`) + (side ? ` (${say(`player-side-${side}`)})` : "");
      }),
  );
  const facts = [
    ["player-end-holds", String(count)],
    ["player-end-held", seconds < 100 ? `${seconds} s` : `${inDigits(seconds)} min`],
    ...(felt.size ? [["player-end-felt", [...felt].join(", ")]] : []),
  ];
  const list = facts.map(([id, value]) => make("div", {}, make("dt", {}, say(id)), make("dd", {}, value)));
  return make("section", { class: "facts" }, make("h2", {}, title), make("dl", {}, ...list));
}

/**
 * How many holds were held in full, those that were done again once, and the time really held.
 *
 * @type {(played: Played) => {count: number, seconds: number}}
 */
function held({ course: { machine, visited } }) {
  const holds = visited.filter(({ state }) => machine.states[state].kind === "hold");
  const full = holds.filter(({ event }) => ENDS_A_HOLD.has(event ?? ""));
  const ms = holds.reduce((sum, { enteredMs, leftMs }) => sum + ((leftMs ?? enteredMs) - enteredMs), 0);
  return {
    count: new Set(full.map(({ state }) => holdKey(machine.states[state]))).size,
    seconds: Math.round(ms / 1000),
  };
}

/** @type {(say: Say, isUnwell: boolean) => Choice[]} */
function choicesOf(say, isUnwell) {
  const today = { id: "today", label: say("player-end-today"), href: "/" };
  const contact = { id: "contact", label: say("player-end-contact"), href: "/contact/" };
  return [...(isUnwell ? [contact] : []), today];
}
