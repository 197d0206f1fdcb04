// @ts-check
/** An advice as it is read: what to do, whom to call, and the signs of an emergency as a list. */

import { make } from "./elements.js";

/** @typedef {import("./words.js").Say} Say */

/**
 * Return an advice as elements. The signs are the sentences after the last that names the number to call.
 *
 * @param {Say} say
 * @param {readonly string[]} told  sentence by sentence
 * @param {string} number  to call; none where it is empty
 * @param {boolean} isEmergency  then calling comes first
 * @returns {HTMLElement[]}
 */
export function tellAdvice(say, told, number, isEmergency) {
  const from = number ? told.findLastIndex((sentence) => sentence.includes(number)) : -1;
  const signs = from < 0 ? [] : told.slice(from + 1);
  const first = (signs.length ? told.slice(0, from) : told).map((sentence) => make("p", {}, sentence));
  const listed = signs.map((sign) => make("li", {}, sign.replace(/\.$/, "")));
  const list = signs.length ? [make("p", {}, say("player-signs")), make("ul", { class: "signs" }, ...listed)] : [];
  if (isEmergency) return [callLink(say, number, true), ...first, ...list];
  return [...first, ...(number ? [callLink(say, number, false)] : []), ...list.slice(1)];
}

/** @type {(say: Say, number: string, isFirst: boolean) => HTMLElement} */
function callLink(say, number, isFirst) {
  const words = say(isFirst ? "player-call" : "player-call-for", { number });
  return make(
    "a",
    { class: isFirst ? "call call-first" : "call", href: `tel:${number.replace(/[^+\d]/g, "")}` },
    words,
  );
}
