// @ts-check
/**
 * What stands on the screen before, between and after sessions: a title, some words, and choices.
 */

import { make } from "./elements.js";

/**
 * @typedef {object} Choice
 * @property {string} id
 * @property {string} label
 * @property {string} [href]  a link instead of a button
 *
 * @typedef {object} Page
 * @property {string} kind
 * @property {"calm"|"urgent"|"question"|"end"} tone
 * @property {string} title
 * @property {(string|HTMLElement)[]} words
 * @property {Choice[]} choices  the first is the largest
 */

/**
 * Show a page in place of all there is, and return what was chosen.
 *
 * @param {HTMLElement} root
 * @param {Page} page
 * @returns {Promise<string>}
 */
export function showPage(root, { kind, tone, title, words, choices }) {
  return new Promise((resolve) => {
    const heading = make("h1", { tabindex: "-1" }, title);
    const told = words.map((each) => (typeof each === "string" ? make("p", {}, each) : each));
    const acts = choices.map((choice, place) => makeChoice(choice, place === 0, resolve));
    Object.assign(root.dataset, { kind, moment: kind, tone, state: kind, side: "none", hold: "timed" });
    root.replaceChildren(
      make("div", { class: "stage" }, make("div", { class: "cue" }, heading, make("div", { class: "words" }, ...told))),
      make("div", { class: "acts" }, ...acts),
    );
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  });
}

/** @type {(choice: Choice, isFirst: boolean, choose: (id: string) => void) => HTMLElement} */
function makeChoice({ id, label, href }, isFirst, choose) {
  const look = { class: `act act-${id}${isFirst ? " act-main" : ""}`, "data-act": id };
  if (href) return make("a", { ...look, href }, label);
  return make("button", { ...look, type: "button", onclick: () => choose(id) }, label);
}
